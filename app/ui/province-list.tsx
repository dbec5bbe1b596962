import { CircleCheck, Clock } from "lucide-react";
import { agencyPage } from "#app/domain/publishing/agency-page.ts";
import type { ListEntry, ListedAgency } from "#app/domain/publishing/list-entry.ts";
import type { ListQuery } from "#app/domain/publishing/list-query.ts";
import { type Freshness, isAmber } from "#app/domain/spokespersons/confirmation.ts";
import { type Speaker, shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { EmailText } from "./email.tsx";
import { LinkTo } from "./link.tsx";
import { telephone } from "./spokesperson-card.tsx";

interface Listed {
  province: { code: string };
  entries: ListEntry[];
  query: ListQuery;
  on?: string;
}

/**
 * The list as a table: an agency with everybody who speaks for it, a card on a phone. On paper its
 * head stands on every sheet, and no agency is torn apart.
 */
export function ProvinceListTable({ province, entries, query, on }: Listed) {
  const { caption, columns } = useMessages().publishing.list;
  const asked = { province, query, on };
  return (
    <div className="mb-6 rounded-md border border-line bg-sheet print:rounded-none print:border-x-0 print:border-ink">
      <table className="stacked w-full table-fixed sm:table-auto border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-wash">
          <tr>
            <th scope="col" className="px-3 py-2 text-start font-semibold">
              {columns.number}
            </th>
            <SortedHead {...asked} order="agency" title={columns.agency} />
            <SortedHead {...asked} order="name" title={columns.speaker} />
            <th scope="col" className="px-3 py-2 text-start font-semibold">
              {columns.contact}
            </th>
            <SortedHead {...asked} order="since" title={columns.since} />
          </tr>
        </thead>
        {entries.map((entry, place) => (
          <Lines key={entry.agency.id} entry={entry} number={place + 1} on={on} />
        ))}
      </table>
    </div>
  );
}

/** The head of a column that the list can be put in the order of: a link, and back again. */
function SortedHead({
  province,
  query,
  on,
  order,
  title,
}: Omit<Listed, "entries"> & { order: NonNullable<ListQuery["sort"]>; title: string }) {
  const words = useMessages().publishing.list;
  const isSorted = query.sort === order;
  const isDown = order === "since";
  const to = paths.provinceList(province, { ...query, sort: isSorted ? undefined : order, on });
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isDown ? "descending" : "ascending") : undefined}
      className={`px-3 py-2 text-start font-semibold ${order === "agency" ? "w-1/4" : ""}`}
    >
      <LinkTo to={to} title={words.sort(title)} className="text-ink">
        {title}
        {isSorted && <span aria-hidden="true">{isDown ? " ↓" : " ↑"}</span>}
      </LinkTo>
    </th>
  );
}

const CELL = "px-3 py-2";

function Lines({ entry, number, on }: { entry: ListEntry; number: number; on?: string }) {
  const { agency, speakers } = entry;
  const { columns, nobody } = useMessages().publishing.list;
  const rows = Math.max(1, speakers.length);
  const leading = (
    <>
      <td
        rowSpan={rows}
        data-label={columns.number}
        className={`${CELL} max-sm:hidden! print:table-cell!`}
      >
        {number}
      </td>
      <th
        scope="rowgroup"
        rowSpan={rows}
        data-label={columns.agency}
        className={`${CELL} text-start font-normal`}
      >
        <AgencyName agency={agency} on={on} />
      </th>
    </>
  );
  return (
    <tbody className="break-inside-avoid border-t border-line align-top">
      {speakers.length === 0 && (
        <tr>
          {leading}
          <td colSpan={3} data-label={columns.speaker} className={CELL}>
            <strong className="text-late">{nobody}</strong>
          </td>
        </tr>
      )}
      {speakers.map((speaker, nth) => (
        <tr key={speaker.id}>
          {nth === 0 && leading}
          <td data-label={columns.speaker} className={CELL}>
            <Who speaker={speaker} />
          </td>
          <td data-label={columns.contact} className={CELL}>
            <Reach speaker={speaker} />
          </td>
          <td data-label={columns.since} className={CELL}>
            <Ground speaker={speaker} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function AgencyName({ agency, on }: { agency: ListedAgency; on?: string }) {
  const name = useNames().name(agency);
  const to = agencyPage(agency, on);
  return (
    <LinkTo to={to} className="min-w-0">
      {name}
    </LinkTo>
  );
}

function Who({ speaker }: { speaker: Speaker }) {
  const { publishing, spokespersons } = useMessages();
  const { name, position, capacity, matter, confirmed } = speaker;
  return (
    <span className="min-w-0">
      <strong>{name}</strong>
      <br />
      {position}
      <br />
      <span className="text-soft">{spokespersons.capacity[capacity]}</span>
      {matter && (
        <>
          <br />
          {publishing.list.only(matter)}
        </>
      )}
      {confirmed && <Upkeep confirmed={confirmed} />}
    </span>
  );
}

/** When somebody last stood by the entry; amber where that is too long ago. */
function Upkeep({ confirmed }: { confirmed: Freshness }) {
  const words = useMessages().publishing.list;
  const amber = isAmber(confirmed);
  if (!amber && confirmed.by === "publication") return null;
  const Icon = amber ? Clock : CircleCheck;
  return (
    <>
      <br />
      <span className={amber ? "font-semibold text-due" : "text-done"}>
        <Icon aria-hidden="true" className="me-1 inline size-4" />
        {amber ? words.unconfirmed : words.confirmed(shortDay(confirmed.on))}
      </span>
    </>
  );
}

function Reach({ speaker: { phone, email } }: { speaker: Speaker }) {
  return (
    <span className="min-w-0">
      <a href={telephone(phone)} className="inline-block py-1 whitespace-nowrap">
        {phone}
      </a>
      <br />
      <a href={`mailto:${email}`} className="inline-block py-1 wrap-anywhere">
        <EmailText email={email} />
      </a>
    </span>
  );
}

function Ground({ speaker: { capacity, basis, from, until } }: { speaker: Speaker }) {
  const { publishing, spokespersons } = useMessages();
  const { decision, document } = spokespersons.facts;
  const number = (capacity === "authorised" ? document : decision)(
    basis.number,
    shortDay(basis.date),
  );
  return (
    <span className="min-w-0">
      <time dateTime={from}>{shortWhen(from)}</time>
      {until && ` ${publishing.list.until(shortWhen(until))}`}
      <br />
      <span className="text-soft">{number}</span>
    </span>
  );
}
