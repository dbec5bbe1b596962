import { SCOPES, type Scope } from "#app/domain/invitations/series-scope.ts";
import type { Detail, MeetingDetails } from "#app/domain/meetings/meeting.ts";
import type { DayOff } from "#app/domain/policies/calendar.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "./notice.tsx";
import { Table } from "./table.tsx";
import { SpanText } from "./time.tsx";

/** Whether a change is meant for one meeting of its series, for those after it too, or for all. */
export function SeriesScope({ scope }: { scope: Scope }) {
  const words = useMessages().series.scope;
  return (
    <fieldset className="min-w-0 rounded-md border border-line p-4" aria-describedby="scope-hint">
      <legend className="px-1 font-semibold">{words.label}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {SCOPES.map((value) => (
          <label key={value} className="flex min-h-11 items-center gap-2 py-1">
            <input
              type="radio"
              name="scope"
              value={value}
              defaultChecked={value === scope}
              className="size-5 shrink-0 accent-accent"
            />
            {words.scopes[value]}
          </label>
        ))}
      </div>
      <p id="scope-hint" className="mt-1 text-sm text-soft">
        {words.hint}
      </p>
    </fieldset>
  );
}

type Times = Pick<MeetingDetails, "startsAt" | "endsAt" | "zone">;

interface Row {
  id: string;
  seriesDay: string | null;
  was: Times;
  becomes: Times;
  changed: Detail[];
  keeps: Detail[];
  off: DayOff | null;
  speaker: "same" | "kept" | "none";
  letters: number;
}

/** Every meeting that saving would change, into what, and how many are written to; pressing again means having read it. */
export function WideChangeTable({
  rows,
  letters,
  said,
}: {
  rows: Row[];
  letters: number;
  said: string;
}) {
  const words = useMessages();
  const { scope, table, off: offWords } = words.series;
  const names = (details: Detail[]) =>
    details.map((detail) => words.meetings.details[detail].toLowerCase());
  return (
    <>
      <Notice tone="warning" title={rows.length > 0 ? scope.title(rows.length) : scope.nothing}>
        <input type="hidden" name="said" value={said} />
        <p>{scope.letters(letters)}</p>
        {letters > 0 && <p>{scope.asksAgain}</p>}
      </Notice>
      {rows.length > 0 && (
        <Table
          caption={scope.title(rows.length)}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              head: table.date,
              names: true,
              cell: ({ was }) => <SpanText {...was} />,
            },
            {
              head: scope.becomes,
              cell: ({ was, becomes, off }) =>
                was.startsAt !== becomes.startsAt || was.endsAt !== becomes.endsAt ? (
                  <>
                    <strong>
                      <SpanText {...becomes} />
                    </strong>
                    {off && (
                      <span className="block text-due">
                        {scope.movedOff(`${shortDay(off.day)}: ${offWords(off.why, off.name)}`)}
                      </span>
                    )}
                  </>
                ) : null,
            },
            {
              head: scope.changes,
              cell: ({ changed, keeps, speaker }) => (
                <>
                  {names(changed).join(", ")}
                  {keeps.length > 0 && (
                    <span className="block text-soft">{scope.keeps(names(keeps))}</span>
                  )}
                  {speaker !== "same" && (
                    <span className="block text-due">{scope.speaker[speaker]}</span>
                  )}
                </>
              ),
            },
            { head: scope.sent, numeric: true, cell: (row) => row.letters },
          ]}
        />
      )}
    </>
  );
}
