import { DateTime } from "luxon";
import { HOME_ZONE } from "#app/clock.ts";
import type { CalendarEntry } from "#app/domain/meetings/calendar-reading.ts";
import { clockTime, longDay } from "#app/i18n/dates.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";

/** A meeting as a calendar program shows it. */
export function CalendarCard({ entry }: { entry: CalendarEntry }) {
  const { summary, startsAt, endsAt, zone, location, organizer, cancelled } = entry;
  const words = useMessages().mail.calendar;
  const language = useLanguage();
  const start = DateTime.fromISO(startsAt, { zone });
  return (
    <section
      aria-label={words.label}
      className="flex overflow-hidden rounded-md border border-edge bg-sheet"
    >
      <p
        aria-hidden="true"
        className="flex w-20 shrink-0 flex-col items-center justify-center bg-calm-wash p-2 text-calm"
      >
        <span className="text-sm">{words.month(start.month)}</span>
        <span className="text-3xl font-semibold tabular-nums">{start.day}</span>
        <span className="text-sm">{start.year}</span>
      </p>
      <div className="min-w-0 p-3">
        <p className={`font-semibold ${cancelled ? "line-through" : ""}`}>{summary}</p>
        {cancelled && <p className="font-semibold text-late">{words.cancelled}</p>}
        <p>
          <time dateTime={startsAt}>
            {longDay(start.toFormat("yyyy-MM-dd"), language)}, {clockTime(startsAt, zone)}–
            {clockTime(endsAt, zone)}
          </time>{" "}
          <span className="text-soft">({zone === HOME_ZONE ? words.homeZone : zone})</span>
        </p>
        {location && <p className="break-words">{location}</p>}
        <p className="text-sm text-soft">
          {words.organizer}: {organizer}
        </p>
      </div>
    </section>
  );
}
