import { dayOf } from "#app/clock.ts";
import { longDay, longTime, shortDay, shortTime, timeSpan } from "#app/i18n/dates.ts";
import { useLanguage } from "#app/i18n/use-messages.ts";
import type { Day, Moment } from "#db/tables.ts";

/** A day as people read it. */
export function DayText({ day, long }: { day: Day; long?: boolean }) {
  const language = useLanguage();
  return <time dateTime={day}>{long ? longDay(day, language) : shortDay(day)}</time>;
}

/** A moment as people read it, in Viet Nam's time unless a zone is given. */
export function TimeText({ at, zone, long }: { at: Moment; zone?: string; long?: boolean }) {
  const language = useLanguage();
  if (long) return <time dateTime={at}>{longTime(at, language, zone)}</time>;
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {shortTime(at, zone)}
    </time>
  );
}

/** When a meeting is. */
export function SpanText(meeting: { startsAt: Moment; endsAt: Moment; zone: string }) {
  const { startsAt, endsAt, zone } = meeting;
  return <time dateTime={startsAt}>{timeSpan({ startsAt, endsAt, zone }, useLanguage())}</time>;
}

/** The day of a moment. */
export function DayOf({ at }: { at: Moment }) {
  return <DayText day={dayOf(at)} />;
}
