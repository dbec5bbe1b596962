import { timesOf } from "#app/domain/programme/agenda.ts";
import { clockTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";

interface Item {
  id: string;
  title: string;
  speaker: string | null;
  minutes: number;
}

/** A programme to be read: each point with its time by the clock; a meeting that is put off has none. */
export function AgendaList({
  items,
  meeting: { startsAt, zone, postponedAt },
}: {
  items: Item[];
  meeting: { startsAt: Moment; zone: string; postponedAt: Moment | null };
}) {
  const words = useMessages().meetingRooms.agenda;
  return (
    <ol className="grid gap-3">
      {timesOf(items, startsAt).map(({ id, title, speaker, minutes, fromAt, untilAt }) => (
        <li key={id} className="grid gap-x-4 sm:grid-cols-[7.5rem_1fr]">
          <span className="whitespace-nowrap text-soft tabular-nums">
            {postponedAt ? (
              words.minutesText(minutes)
            ) : (
              <time dateTime={fromAt}>
                {clockTime(fromAt, zone)}–{clockTime(untilAt, zone)}
              </time>
            )}
          </span>
          <span className="min-w-0 wrap-anywhere">
            {title}
            {speaker && <span className="block text-soft">{speaker}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
