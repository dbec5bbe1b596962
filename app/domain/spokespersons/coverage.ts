import { dayAfter, dayBefore } from "#app/clock.ts";
import type { Day } from "#db/tables.ts";

/** A stretch of days and who holds a capacity in it: nobody (a gap), one, or more than one (an overlap). */
export interface Stretch<Held> {
  fromDay: Day;
  untilDay: Day; // its last day
  held: Held[];
}

interface Span {
  fromDay: Day;
  untilDay: Day | null;
}

/**
 * Who holds a capacity day by day between two days, as few stretches as say it: where nobody does there is a
 * gap, and where more than one does an overlap.
 */
export function coverageOf<Held extends Span>(
  held: Held[],
  { fromDay, untilDay }: { fromDay: Day; untilDay: Day },
): Stretch<Held>[] {
  const turns = held.flatMap((one) => [one.fromDay, one.untilDay && dayAfter(one.untilDay)]);
  const inside = turns.filter((day): day is Day => !!day && day > fromDay && day <= untilDay);
  const starts = [...new Set([fromDay, ...inside])].sort();
  return starts.map((start, place) => {
    const next = starts[place + 1];
    return {
      fromDay: start,
      untilDay: next ? dayBefore(next) : untilDay,
      held: held.filter(
        (one) => one.fromDay <= start && (one.untilDay === null || one.untilDay >= start),
      ),
    };
  });
}
