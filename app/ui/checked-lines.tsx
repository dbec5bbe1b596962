import type { Change, Verdict } from "#app/domain/spokespersons/import-entry.ts";
import type { Remark, SpokespersonColumn } from "#app/domain/spokespersons/import-row.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { FORM } from "./checked-sheet.tsx";
import { Table } from "./table.tsx";

/** A line of a sheet as it is shown before it is entered. */
export interface ShownLine {
  line: number;
  verdict: Verdict;
  agency: string;
  padded: string | null;
  name: string;
  position: string;
  contact: string;
  capacity: string;
  term: string;
  isDelegation: boolean;
  instead: { name: string; lastDay: string } | null;
  changes: Change[];
  remarks: Remark[];
  problems: { column: string | null; sentence: string }[];
}

const TONES: Record<Verdict, BadgeTone> = {
  new: "done",
  changed: "due",
  same: "plain",
  problem: "late",
};

const EDGES: Record<Verdict, string> = {
  new: "border-done",
  changed: "border-due",
  same: "border-edge",
  problem: "border-late",
};

export type Show = Verdict | "all";

/** Which lines to look at, with how many there are of each; a button of the sheet's form, so that nothing is lost. */
export function VerdictFilter({
  counts,
  total,
  show,
}: {
  counts: Record<Verdict, number>;
  total: number;
  show: Show;
}) {
  const words = useMessages().imports;
  const number = useNumber();
  const tabs: [Show, string, number][] = [
    ["all", words.all, total],
    ...(["new", "changed", "same", "problem"] as const).map(
      (one) => [one, words.verdicts[one], counts[one]] as [Show, string, number],
    ),
  ];
  return (
    <fieldset className="mb-3 flex flex-wrap gap-1">
      <legend className="sr-only">{words.filter}</legend>
      {tabs.map(([one, label, count]) => (
        <button
          key={one}
          type="submit"
          form={FORM}
          name="show"
          value={one}
          aria-pressed={one === show}
          className="inline-flex min-h-11 items-center gap-2 rounded-md border border-line bg-sheet px-3 py-2 hover:bg-wash aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-accent"
        >
          {label}
          <span className="rounded-sm bg-wash px-1.5 text-sm text-soft tabular-nums">
            {number(count)}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

/** Each line with what would happen, in a colour, a shape and a word. */
export function CheckedLines({ lines }: { lines: ShownLine[] }) {
  const { imports: words, spreadsheets, spokespersons } = useMessages();
  return (
    <Table
      caption={words.linesCaption}
      rows={lines}
      keyOf={({ line }) => String(line)}
      columns={[
        {
          head: spreadsheets.line,
          cell: ({ line, verdict }) => (
            <span className={`inline-block border-s-4 ps-2 tabular-nums ${EDGES[verdict]}`}>
              {line}
            </span>
          ),
        },
        {
          head: words.state,
          cell: ({ verdict }) => <Badge tone={TONES[verdict]}>{words.verdicts[verdict]}</Badge>,
        },
        {
          head: spokespersons.registry.agency,
          cell: ({ agency, padded }) => (
            <>
              {agency}
              {padded && (
                <span className="block text-sm text-due">
                  {spokespersons.import.padded(padded)}
                </span>
              )}
            </>
          ),
        },
        {
          head: spokespersons.form.name,
          names: true,
          cell: ({ name, position, contact, capacity, term }) => (
            <>
              <span className="font-semibold">{name}</span>
              <span className="block">{position}</span>
              <span className="block break-words text-sm text-soft">{contact}</span>
              <span className="block text-sm text-soft">
                {[capacity, term].filter(Boolean).join(" · ")}
              </span>
            </>
          ),
        },
        { head: words.what, cell: (line) => <What line={line} /> },
      ]}
    />
  );
}

function What({ line }: { line: ShownLine }) {
  const { imports: words, spokespersons, spreadsheets } = useMessages();
  const { verdict, problems, changes, instead, remarks, isDelegation } = line;
  const columnNames: Record<string, string> = spokespersons.columns;
  const say = {
    problem: null,
    same: words.say.same,
    new: isDelegation ? words.say.newDelegation : words.say.new,
    changed: instead
      ? words.say.instead(instead.name, shortDay(instead.lastDay))
      : words.say.corrects,
  }[verdict];
  return (
    <>
      {say && <span className="block">{say}</span>}
      {changes.map(({ column, before, after }) => (
        <span key={column} className="block text-sm">
          <span className="text-soft">{columnNames[column]}: </span>
          <del className="text-soft">{shown(column, before) || words.say.blank}</del>
          {" → "}
          <ins className="font-semibold no-underline">
            {shown(column, after) || words.say.blank}
          </ins>
        </span>
      ))}
      {problems.map(({ column, sentence }) => (
        <span key={`${column} ${sentence}`} className="block">
          <span className="font-semibold text-late">
            {column ? (columnNames[column] ?? column) : spreadsheets.wholeLine}:{" "}
          </span>
          {sentence}
        </span>
      ))}
      {remarks.map(({ column, remark, value }) => (
        <span key={column} className="block text-sm text-due">
          {columnNames[column]}: {words.remarks[remark](shown(column, value))}
        </span>
      ))}
    </>
  );
}

const DAYS: SpokespersonColumn[] = ["decision_date", "from", "until"];

function shown(column: SpokespersonColumn, value: string): string {
  return DAYS.includes(column) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDay(value) : value;
}
