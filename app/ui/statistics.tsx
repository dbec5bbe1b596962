import type { ReactNode } from "react";
import {
  type OutletLine,
  type Statistics,
  shareOf,
  type Timeliness,
} from "#app/domain/reports/statistics.ts";
import { groundName } from "#app/domain/reports/statistics-sheet.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { BarChart } from "./bar-chart.tsx";
import { Card } from "./card.tsx";
import { useCounted } from "./counted.ts";
import { Table } from "./table.tsx";

/** The figures of a period: each part a table, and a picture of it where there is more than a number to see. */
export function StatisticsShown({ statistics }: { statistics: Statistics }) {
  return (
    <div className="gap-6 lg:columns-2 print:columns-1 *:break-inside-avoid">
      <Queries {...statistics} />
      <Times times={statistics.times} />
      <Refusals refusals={statistics.refusals} />
      <Meetings meetings={statistics.meetings} />
      <Outlets outlets={statistics.outlets} />
      <Promises promises={statistics.promises} />
      <Corrections corrections={statistics.corrections} />
      <Registry registry={statistics.registry} />
    </div>
  );
}

interface Line {
  item: string;
  value: ReactNode;
}

/** Names with a number each, side by side on a telephone too. */
function Numbers({ caption, lines }: { caption: string; lines: Line[] }) {
  const words = useMessages().reports.figures;
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.number}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ item, value }) => (
          <tr key={item} className="border-t border-line align-top first:border-t-0">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal">
              {item}
            </th>
            <td className="py-1.5 text-end tabular-nums">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number of so many, with its share where there are enough for one to mean something. */
function Part({ count, of }: { count: number; of: number }) {
  const words = useMessages().reports;
  const number = useCounted();
  const share = shareOf(count, of);
  return (
    <span className="tabular-nums">
      {number(count)}
      {share !== undefined && (
        <span className="text-soft"> {words.figures.share(`${number(share)}%`)}</span>
      )}
    </span>
  );
}

function Queries({ queries, months }: Pick<Statistics, "queries" | "months">) {
  const words = useMessages().reports.figures.queries;
  const { received, medianHours, medianDays } = queries;
  const number = useCounted();
  const parts = ["answered", "confirmed", "disputed", "refused", "withdrawn", "forwarded", "open"];
  return (
    <Card title={words.title}>
      {received > 0 && months.length > 1 && (
        <BarChart
          title={words.chart}
          series={[words.received, words.answeredOf]}
          lines={months.map(({ from, received: of, answered }) => ({
            label: monthOf(from),
            values: [of, answered],
          }))}
        />
      )}
      <Numbers
        caption={words.title}
        lines={[
          { item: words.received, value: number(received) },
          ...(parts as (keyof typeof words & keyof typeof queries)[]).map((part) => ({
            item: words[part] as string,
            value: <Part count={queries[part] as number} of={received} />,
          })),
          ...(medianHours === null || medianDays === null
            ? []
            : [
                {
                  item: words.median,
                  value: (
                    <>
                      {words.medianDays(medianDays)}
                      <span className="block text-sm text-soft">
                        {words.medianHours(medianHours)}
                      </span>
                    </>
                  ),
                },
              ]),
        ]}
      />
      {received > 0 && received < 10 && <Few />}
    </Card>
  );
}

const monthOf = (day: string) => day.slice(0, 7).split("-").reverse().join("/");

function Few() {
  return <p className="mt-2 text-sm text-soft">{useMessages().reports.figures.few}</p>;
}

const TIMES = ["onTime", "late", "running", "overdue"] as const;

function Times({ times }: { times: Statistics["times"] }) {
  const words = useMessages().reports.figures.times;
  const clocks = (["statutory", "house"] as const).filter((clock) => times[clock].of > 0);
  const column = (clock: keyof Statistics["times"]) => ({
    head: words[clock],
    numeric: true,
    cell: (key: keyof Timeliness) =>
      key === "of" ? times[clock].of : <Part count={times[clock][key]} of={times[clock].of} />,
  });
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead}</p>
      {clocks.length > 0 && (
        <BarChart
          title={words.chart}
          series={[words.onTime, words.late, words.overdue]}
          lines={clocks.map((clock) => ({
            label: words[clock],
            values: [times[clock].onTime, times[clock].late, times[clock].overdue],
          }))}
        />
      )}
      <Table
        caption={words.title}
        rows={["of", ...TIMES] as (keyof Timeliness)[]}
        keyOf={(key) => key}
        columns={[
          {
            head: useMessages().reports.figures.item,
            names: true,
            cell: (key) => words[key],
          },
          column("statutory"),
          column("house"),
        ]}
      />
    </Card>
  );
}

function Meetings({ meetings }: { meetings: Statistics["meetings"] }) {
  const { reports, meetings: meetingWords } = useMessages();
  const words = reports.figures.meetings;
  const number = useCounted();
  return (
    <Card title={words.title}>
      {meetings.length > 1 && (
        <BarChart
          title={words.chart}
          series={[words.held]}
          lines={meetings.map(({ kind, held }) => ({
            label: meetingWords.kinds[kind],
            values: [held],
          }))}
        />
      )}
      {meetings.length === 0 ? (
        <None />
      ) : (
        <Table
          caption={words.title}
          rows={meetings}
          keyOf={({ kind }) => kind}
          columns={[
            { head: words.kind, names: true, cell: ({ kind }) => meetingWords.kinds[kind] },
            { head: words.planned, numeric: true, cell: ({ announced }) => number(announced) },
            { head: words.held, numeric: true, cell: ({ held }) => number(held) },
            { head: words.cancelled, numeric: true, cell: ({ cancelled }) => number(cancelled) },
          ]}
        />
      )}
    </Card>
  );
}

/** So many press agencies are drawn; the table names all. */
const DRAWN = 8;

function Outlets({ outlets }: { outlets: OutletLine[] }) {
  const words = useMessages().reports.figures.outlets;
  const number = useCounted();
  const nameOf = ({ outlet }: OutletLine) => outlet ?? words.unknown;
  const rest = outlets.slice(DRAWN);
  const drawn = outlets.slice(0, DRAWN).map((line) => ({
    label: nameOf(line),
    values: [line.people],
  }));
  const others = rest.reduce((sum, { people }) => sum + people, 0);
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead}</p>
      {outlets.length > 1 && (
        <BarChart
          title={words.chart}
          series={[words.people]}
          lines={
            rest.length > 0
              ? [...drawn, { label: words.rest(rest.length), values: [others] }]
              : drawn
          }
        />
      )}
      {outlets.length === 0 ? (
        <None />
      ) : (
        <Table
          caption={words.title}
          rows={outlets}
          keyOf={nameOf}
          columns={[
            { head: words.outlet, names: true, cell: nameOf },
            { head: words.people, numeric: true, cell: ({ people }) => number(people) },
            { head: words.walkIns, numeric: true, cell: ({ walkIns }) => number(walkIns) },
            { head: words.meetings, numeric: true, cell: ({ meetings }) => number(meetings) },
          ]}
        />
      )}
    </Card>
  );
}

function None() {
  return <p className="text-soft">{useMessages().reports.figures.none}</p>;
}

function Refusals({ refusals }: { refusals: Statistics["refusals"] }) {
  const all = useMessages();
  const words = all.reports.figures.refusals;
  const number = useCounted();
  const lines = refusals.map(({ ground, count }) => ({ name: groundName(all, ground), count }));
  return (
    <Card title={words.title}>
      {lines.length > 1 && (
        <BarChart
          title={words.chart}
          series={[all.reports.figures.number]}
          lines={lines.map(({ name, count }) => ({ label: name, values: [count] }))}
        />
      )}
      {lines.length === 0 ? (
        <None />
      ) : (
        <Numbers
          caption={words.title}
          lines={lines.map(({ name, count }) => ({ item: name, value: number(count) }))}
        />
      )}
    </Card>
  );
}

function Corrections({ corrections }: { corrections: Statistics["corrections"] }) {
  const words = useMessages().reports.figures.corrections;
  const number = useCounted();
  const outcomes: Record<string, string> = words.outcomes;
  return (
    <Card title={words.title}>
      <Numbers
        caption={words.title}
        lines={[
          { item: words.found, value: number(corrections.found) },
          {
            item: words.feedback,
            value: <Part count={corrections.feedback} of={corrections.found} />,
          },
          ...corrections.outcomes.map(({ outcome, count }) => ({
            item: outcomes[outcome] ?? outcome,
            value: number(count),
          })),
        ]}
      />
    </Card>
  );
}

function Promises({ promises }: { promises: Statistics["promises"] }) {
  const words = useMessages().reports.figures.promises;
  const number = useCounted();
  return (
    <Card title={words.title}>
      <Numbers
        caption={words.title}
        lines={[
          { item: words.made, value: number(promises.made) },
          ...TIMES.map((key) => ({
            item: words[key],
            value: <Part count={promises[key]} of={promises.made} />,
          })),
        ]}
      />
    </Card>
  );
}

function Registry({ registry }: { registry: Statistics["registry"] }) {
  const words = useMessages().reports.figures.registry;
  const number = useCounted();
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead(registry.on)}</p>
      <Numbers
        caption={words.title}
        lines={[
          { item: words.agencies, value: number(registry.agencies) },
          {
            item: words.covered,
            value: <Part count={registry.covered} of={registry.agencies} />,
          },
        ]}
      />
    </Card>
  );
}
