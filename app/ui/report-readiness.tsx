import { type AgencyLine, LACKS, type Lack } from "#app/domain/reports/readiness.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { Card } from "./card.tsx";
import { useCounted } from "./counted.ts";
import { LinkTo } from "./link.tsx";
import { DayOf } from "./time.tsx";

/** So many of a kind are named; the others stand in the tables of their own. */
const NAMED = 5;

/** What is left to do before an annual report can be sent: each thing named and led to, empty books asked about. */
export function Readiness({ lines, left }: { lines: AgencyLine[]; left: number }) {
  const words = useMessages().reports.readiness;
  if (left === 0)
    return (
      <Card title={words.title}>
        <p className="text-soft">{words.ready}</p>
      </Card>
    );
  return (
    <Card title={`${words.title}: ${words.left(left)}`}>
      <ul className="grid gap-4">
        {LACKS.map((lack) => (
          <LackOf key={lack} lack={lack} lines={lines} />
        ))}
        <EmptyBooks lines={lines} />
      </ul>
    </Card>
  );
}

function LackOf({ lack, lines }: { lack: Lack; lines: AgencyLine[] }) {
  const words = useMessages().reports.readiness;
  const { name } = useNames();
  const number = useCounted();
  const open = lines.flatMap(({ agency, lacks }) =>
    lacks.filter((one) => one.lack === lack).map((one) => ({ ...one, agency })),
  );
  if (open.length === 0) return null;
  return (
    <li>
      <h3 className="font-semibold">
        {words.lacks[lack]} ({number(open.length)})
      </h3>
      <ul className="mt-1 grid gap-1">
        {open.slice(0, NAMED).map((one) => (
          <li key={one.id} className="text-sm wrap-anywhere">
            <Thing {...one} />{" "}
            <span className="text-soft">
              · <DayOf at={one.at} />
              {lines.length > 1 && ` · ${name(one.agency)}`}
            </span>
          </li>
        ))}
        {open.length > NAMED && (
          <li className="text-sm text-soft">{words.more(open.length - NAMED)}</li>
        )}
      </ul>
    </li>
  );
}

/** A thing with the page on which it is finished. */
function Thing({ lack, id, title }: { lack: Lack; id: string; title: string }) {
  const words = useMessages().reports.behind;
  if (lack === "meeting") return <LinkTo to={paths.desk.holding({ id })}>{title}</LinkTo>;
  if (lack === "instant" || lack === "statement")
    return <LinkTo to={paths.desk.incident({ id })}>{title}</LinkTo>;
  const to = lack === "query" ? paths.desk.query({ id }) : paths.desk.correctionCase({ id });
  return <LinkTo to={to}>{lack === "query" ? words.query(title) : title}</LinkTo>;
}

function EmptyBooks({ lines }: { lines: AgencyLine[] }) {
  const words = useMessages().reports.readiness;
  const { name } = useNames();
  const number = useCounted();
  const empty = lines.filter(({ isEmpty }) => isEmpty);
  if (empty.length === 0) return null;
  return (
    <li>
      <h3 className="font-semibold">
        {words.nothing} ({number(empty.length)})
      </h3>
      <p className="text-sm text-soft">{words.nothingLead}</p>
      <ul className="mt-1 grid gap-1 text-sm">
        {empty.slice(0, NAMED).map(({ agency }) => (
          <li key={agency.id}>
            <LinkTo to={paths.desk.agency(agency)}>{name(agency)}</LinkTo>
          </li>
        ))}
        {empty.length > NAMED && <li className="text-soft">{words.more(empty.length - NAMED)}</li>}
      </ul>
    </li>
  );
}
