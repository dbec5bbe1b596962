import { Fragment } from "react";
import type { AreaEntry } from "#app/domain/areas/atlas.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { LinkTo } from "./link.tsx";

/** What was there instead on a day before the unit, each with a link to its page of that day. */
export function UnitsBefore({ units, on }: { units: AreaEntry[]; on: string }) {
  const words = useMessages().areas;
  const { fullName, district } = useNames();
  if (units.length === 0) return null;
  return (
    <>
      {" "}
      {words.thereBefore}{" "}
      {units.map((area, i) => (
        <Fragment key={area.id}>
          {i > 0 && ", "}
          <LinkTo to={paths.area(area, on)}>{fullName(area)}</LinkTo>
          {area.district && ` (${district(area)})`}
        </Fragment>
      ))}
      .
    </>
  );
}
