import type { DateOffered } from "#app/domain/meetings/series-dates.server.ts";
import { longDay, shortDay } from "#app/i18n/dates.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { ClashList } from "./clash-list.tsx";
import { Table } from "./table.tsx";

/** The dates that a rule gives, each to be taken or dropped. */
export function DatesOffered({
  dates,
  agencyId,
  chosen,
}: {
  dates: DateOffered[];
  agencyId: string;
  /** Those that were chosen before the form came back; all unless given. */
  chosen?: string[];
}) {
  const words = useMessages().series.table;
  const language = useLanguage();
  return (
    <Table
      caption={words.caption}
      rows={dates}
      keyOf={({ nominal }) => nominal}
      columns={[
        {
          head: words.take,
          cell: ({ day, isPast }) =>
            day && !isPast ? (
              <label className="flex min-h-6 items-center">
                <input
                  type="checkbox"
                  name="days"
                  value={day}
                  defaultChecked={!chosen || chosen.includes(day)}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="sr-only">{words.takeDay(shortDay(day))}</span>
              </label>
            ) : (
              "–"
            ),
        },
        {
          head: words.date,
          names: true,
          cell: ({ day, nominal }) => (
            <span className={day ? "font-semibold" : "text-soft line-through"}>
              {longDay(day ?? nominal, language)}
            </span>
          ),
        },
        { head: words.why, cell: (date) => <Why {...date} /> },
        {
          head: words.speakers,
          cell: ({ day, speakers }) =>
            day &&
            (speakers.length > 0 ? (
              speakers.map(({ name }) => name).join("; ")
            ) : (
              <span className="font-semibold text-due">{words.nobody}</span>
            )),
        },
        {
          head: words.clashes,
          cell: ({ clashes }) => <ClashList clashes={clashes} agencyId={agencyId} />,
        },
      ]}
    />
  );
}

function Why({ day, nominal, off, isPast }: DateOffered) {
  const { table, off: offWords } = useMessages().series;
  const why = off && offWords(off.why, off.name);
  if (isPast) return table.past;
  if (!why) return day ? <span className="text-soft">{table.byRule}</span> : table.merged;
  if (!day) return table.leftOut(why);
  return day === nominal ? table.kept(why) : table.movedFrom(shortDay(nominal), why);
}
