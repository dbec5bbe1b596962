import type { AreaHistory, Predecessor } from "#app/domain/areas/history.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { extentOf } from "./answer.tsx";
import { useNames } from "./area-name.ts";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";

/** What a current unit was formed from, by the districts of then. */
export function FormedFrom({
  predecessors,
  province,
}: {
  predecessors: Predecessor[];
  province: { name: string };
}) {
  const words = useMessages().areas;
  const { fullName, name, district } = useNames();
  if (predecessors.length === 0) return null;
  const placeOf = (area: Predecessor) =>
    [district(area), area.province.name !== province.name && name(area.province)]
      .filter(Boolean)
      .join(", ");
  const places = [...new Set(predecessors.map(placeOf))];
  return (
    <Card title={words.page.formedFrom}>
      <p className="mb-3 text-soft">{words.page.formedNote}</p>
      <dl>
        {places.map((place) => (
          <div key={place} className="mb-3">
            <dt className="font-semibold">{place}</dt>
            {predecessors
              .filter((unit) => placeOf(unit) === place)
              .map((area) => (
                <dd key={area.code}>
                  <LinkTo to={paths.area(area)}>{fullName(area)}</LinkTo>{" "}
                  <span className="text-soft">({extentOf(words.extents, area.extent)})</span>
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** By what other names and types a unit is or was known. */
export function FormerNames({ title, names }: { title: string; names: AreaHistory["names"] }) {
  const words = useMessages().areas;
  if (names.length === 0) return null;
  return (
    <Card title={title}>
      <ul>
        {names.map(({ fullName, untilDay, districtName, basis }) => (
          <li key={`${fullName} ${untilDay} ${districtName}`}>
            {untilDay
              ? words.page.formerName({ name: fullName, until: shortDay(untilDay), basis })
              : words.former.alias(fullName, districtName)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
