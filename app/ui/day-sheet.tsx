import { dayOf } from "#app/clock.ts";
import { type CalendarSpan, daysIn, type View } from "#app/domain/meetings/calendar-span.ts";
import type { CalendarMeeting, NamedDay } from "#app/domain/meetings/press-calendar.server.ts";
import { longDay, shortDay } from "#app/i18n/dates.ts";
import { useLanguage, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import type { Day } from "#db/tables.ts";
import { useSpanTitle } from "./calendar-bar.tsx";

interface Props {
  view: View;
  on: Day;
  span: CalendarSpan;
  lastDay: Day;
  today: Day;
  meetings: CalendarMeeting[];
  days: { off: Day[]; named: NamedDay[] };
}

/** Where a day stands in the table below the sheet. */
export const dayMark = (day: Day) => `day-${day}`;

/** What began before the days shown stands on the first of them. */
export function dayShown({ startsAt }: Pick<CalendarMeeting, "startsAt">, from: Day): Day {
  const day = dayOf(startsAt);
  return day < from ? from : day;
}

/** A month, or a week, as it fits a phone: how many meetings each day has, and the way to them in the table below. */
export function DaySheet({ meetings, days, today, ...shown }: Props) {
  const words = useMessages().pressCalendar;
  const { on, span, view } = shown;
  const title = useSpanTitle()(shown);
  const all = daysIn(span);
  const weeks = Array.from({ length: all.length / 7 }, (_, i) => all.slice(i * 7, i * 7 + 7));
  const counts = new Map<Day, number>();
  for (const meeting of meetings) {
    const day = dayShown(meeting, span.from);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return (
    <table className="mb-4 w-full table-fixed border-collapse bg-sheet text-center sm:hidden print:hidden">
      <caption className="sr-only">{words.sheet(title)}</caption>
      <thead>
        <tr>
          {words.weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="border border-line py-1 text-sm font-semibold">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                aria-current={day === today ? "date" : undefined}
                className={`border border-line p-0 align-top aria-[current]:bg-due-wash ${
                  days.off.includes(day) ? "bg-wash" : ""
                }`}
              >
                <OneDay
                  day={day}
                  count={counts.get(day) ?? 0}
                  named={days.named.find((one) => one.day === day)}
                  isOther={view === "month" && day.slice(0, 7) !== on.slice(0, 7)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OneDayProps {
  day: Day;
  count: number;
  named: NamedDay | undefined;
  isOther: boolean; // of the month before or after
}

function OneDay({ day, count, named, isOther }: OneDayProps) {
  const words = useMessages().pressCalendar;
  const language = useLanguage();
  const number = useNumber();
  const date = isOther ? shortDay(day).slice(0, 5) : String(Number(day.slice(8)));
  const head = (
    <span aria-hidden="true" className={`block pt-1 text-sm ${isOther ? "text-soft" : ""}`}>
      {date}
      {named && "*"}
    </span>
  );
  const said = longDay(day, language);
  if (count === 0 && !named)
    return (
      <span className="block min-h-12">
        <span className="sr-only">{said}</span>
        {head}
      </span>
    );
  const name = named && (named.works ? words.works(named.name) : words.off(named.name));
  return (
    <a href={`#${dayMark(day)}`} className="block min-h-12 text-ink no-underline">
      <span className="sr-only">
        {[said, count > 0 && words.ofDay(count), name].filter(Boolean).join(", ")}
      </span>
      {head}
      {count > 0 && (
        <span
          aria-hidden="true"
          className="mx-auto block w-fit min-w-6 rounded-sm border border-calm bg-calm-wash px-1 text-sm font-semibold tabular-nums"
        >
          {number(count)}
        </span>
      )}
    </a>
  );
}
