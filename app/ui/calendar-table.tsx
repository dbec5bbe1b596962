import { dayOf } from "#app/clock.ts";
import type { CalendarSpan, View } from "#app/domain/meetings/calendar-span.ts";
import type { CalendarMeeting, NamedDay } from "#app/domain/meetings/press-calendar.server.ts";
import { clockTime, longDay, timeSpan } from "#app/i18n/dates.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Day, Moment } from "#db/tables.ts";
import { useAgencyName } from "./agency-name.ts";
import { useSpanTitle } from "./calendar-bar.tsx";
import { dayMark, dayShown } from "./day-sheet.tsx";
import { Empty } from "./empty.tsx";
import { LinkTo } from "./link.tsx";
import { KindText, PhaseBadge } from "./meeting-state.tsx";

interface Props {
  view: View;
  on: Day;
  span: CalendarSpan;
  lastDay: Day;
  meetings: CalendarMeeting[];
  days: { named: NamedDay[] };
  at: Moment;
}

/** The days of the calendar on which something is, each with its meetings: complete without scripts. */
export function CalendarTable({ meetings, days, at, ...shown }: Props) {
  const words = useMessages().pressCalendar;
  const title = useSpanTitle()(shown);
  const language = useLanguage();
  const rows = byDay(meetings, days.named, shown.span.from);
  if (rows.length === 0) return <Empty title={words.empty} />;
  const heads = [words.table.time, words.table.subject, words.table.place, words.table.phase];
  return (
    <div className="relative overflow-x-auto rounded-md border border-line bg-sheet print:overflow-visible">
      <table className="calendar-table stacked w-full border-collapse text-start">
        <caption className="sr-only">{words.table.caption(title)}</caption>
        <thead className="bg-wash">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-start font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ day, named, meetings: ofDay }) => (
          <tbody key={day} className="border-t-2 border-line">
            <tr className="bg-wash">
              <th
                id={dayMark(day)}
                scope="rowgroup"
                colSpan={heads.length}
                className="calendar-day px-3 py-2 text-start font-semibold"
              >
                <time dateTime={day}>{longDay(day, language)}</time>
                {named && <DayName {...named} />}
              </th>
            </tr>
            {ofDay.map((meeting) => (
              <Line key={meeting.id} meeting={meeting} day={day} at={at} />
            ))}
          </tbody>
        ))}
      </table>
      {meetings.length === 0 && <p className="border-t border-line p-3">{words.empty}</p>}
    </div>
  );
}

function DayName({ name, works }: NamedDay) {
  const words = useMessages().pressCalendar;
  return (
    <span className="ms-3 font-normal text-soft">
      {works ? words.works(name) : words.off(name)}
    </span>
  );
}

function Line({ meeting, day, at }: { meeting: CalendarMeeting; day: Day; at: Moment }) {
  const { table, others } = useMessages().pressCalendar;
  const agencyName = useAgencyName();
  const language = useLanguage();
  const to = useLocalised();
  const isWithinDay = dayOf(meeting.startsAt) === day && dayOf(meeting.endsAt) === day;
  const { subject, isOurs, mayMove, venue } = meeting;
  return (
    <tr className="border-t border-line align-top hover:bg-wash">
      <td data-label={table.time} className="px-3 py-2 sm:whitespace-nowrap">
        <span>
          {isWithinDay
            ? `${clockTime(meeting.startsAt)}–${clockTime(meeting.endsAt)}`
            : timeSpan(meeting, language)}
        </span>
      </td>
      <th scope="row" data-label={table.subject} className="px-3 py-2 text-start font-normal">
        <span>
          {isOurs ? (
            <LinkTo to={paths.desk.meeting(meeting)} className="font-semibold">
              {subject}
            </LinkTo>
          ) : (
            <a href={to(paths.meeting(meeting))} className="font-semibold">
              {subject}
            </a>
          )}
          <span className="block text-sm text-soft">
            {agencyName(meeting)}
            {!isOurs && ` · ${others}`}
          </span>
          <span className="block text-sm text-soft">
            <KindText {...meeting} />
          </span>
        </span>
      </th>
      <td data-label={table.place} className="px-3 py-2">
        <span>{venue}</span>
      </td>
      <td data-label={table.phase} className="px-3 py-2">
        <span>
          <PhaseBadge meeting={meeting} now={at} publicly={!isOurs} />
          {mayMove && (
            <LinkTo
              to={paths.desk.meetingMove(meeting)}
              aria-label={table.moveThis(subject)}
              className="mt-1 flex min-h-8 w-fit items-center text-sm"
            >
              {table.move}
            </LinkTo>
          )}
        </span>
      </td>
    </tr>
  );
}

function byDay(meetings: CalendarMeeting[], named: NamedDay[], from: Day) {
  const ofMeetings = meetings.map((meeting) => dayShown(meeting, from));
  const days = [...new Set([...ofMeetings, ...named.map(({ day }) => day)])].toSorted();
  return days.map((day) => ({
    day,
    named: named.find((one) => one.day === day),
    meetings: meetings.filter((meeting) => dayShown(meeting, from) === day),
  }));
}
