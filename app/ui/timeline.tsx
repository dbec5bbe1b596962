import { dayOf } from "#app/clock.ts";
import { coverageOf } from "#app/domain/spokespersons/coverage.ts";
import { nameKey } from "#app/domain/spokespersons/delegation.ts";
import { isDay } from "#app/domain/spokespersons/speaker.ts";
import type { Term } from "#app/domain/spokespersons/term.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";

const LANES = ["head", "regular", "authorised"] as const;
const WIDTH = 1000;
const HEIGHT = 20;

interface Held {
  id: string;
  name: string;
  matter: string | null;
  fromDay: Day;
  untilDay: Day | null;
}

/**
 * Who held each capacity and when, as a picture and in words: gaps and overlaps are named. Delegations leave no gap,
 * for there need be none; they overlap where two are for the same matter. Of an agency that is no more, it ends with
 * its last day.
 */
export function Timeline({ terms, at, until }: { terms: Term[]; at: Moment; until?: Day }) {
  const { register, spokespersons } = useMessages();
  const words = register.timeline;
  const standing = terms.filter(({ annulledAt, publishedAt }) => !annulledAt && publishedAt);
  if (standing.length === 0) return null;
  const today = until ?? dayOf(at);
  const days = standing.flatMap(({ from, until }) => [dayIn(from), until ? dayIn(until) : today]);
  const [first = today, last = today] = [days.toSorted()[0], [...days, today].toSorted().at(-1)];
  const scale = scaleOf(first, last);
  const lanes = LANES.map((capacity) => ({
    capacity,
    held: standing.filter((term) => term.capacity === capacity).map(heldBy),
  })).filter(({ held }) => held.length > 0);
  const spans = lanes.flatMap(({ capacity, held }) =>
    (capacity === "authorised" ? crowded(held, last) : troubles(held, last)).map((one) => ({
      ...one,
      capacity,
    })),
  );
  return (
    <figure>
      {lanes.map(({ capacity, held }) => (
        <div key={capacity} className="mb-3">
          <p className="text-sm text-soft">{spokespersons.capacity[capacity]}</p>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`${spokespersons.capacity[capacity]}: ${words.picture}`}
            className="h-5 w-full rounded-sm bg-wash"
          >
            {held.map((one) => (
              <Bar key={one.id} one={one} scale={scale} last={last} />
            ))}
            {spans
              .filter((span) => span.capacity === capacity)
              .map(({ fromDay, untilDay }) => (
                <rect
                  key={`${fromDay} ${capacity}`}
                  x={scale(fromDay)}
                  width={Math.max(3, scale(untilDay) - scale(fromDay))}
                  height={HEIGHT}
                  className="fill-late-wash stroke-late"
                  strokeDasharray="4 3"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            <line
              x1={scale(today)}
              x2={scale(today)}
              y2={HEIGHT}
              className="stroke-accent"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
        </div>
      ))}
      <p className="flex justify-between text-sm text-soft">
        <span>{shortDay(first)}</span>
        <span>{last === today && !until ? words.today : shortDay(last)}</span>
      </p>
      <figcaption className="mt-2">
        {spans.length === 0 ? (
          <p className="text-soft">{words.none}</p>
        ) : (
          <ul className="grid gap-1">
            {spans.map(({ capacity, fromDay, untilDay, held }) => (
              <li
                key={`${capacity} ${fromDay} ${held[0]?.id}`}
                className="flex flex-wrap items-center gap-x-2"
              >
                <Badge tone="late">
                  {held.length === 0
                    ? words.gap
                    : words.overlap(held.map(({ name }) => name).join(", "))}
                </Badge>
                {spokespersons.capacity[capacity]}:{" "}
                {words.span(shortDay(fromDay), shortDay(untilDay))}
                {capacity === "authorised" && held[0]?.matter && ` (“${held[0].matter}”)`}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  );
}

function Bar({ one, scale, last }: { one: Held; scale: (day: Day) => number; last: Day }) {
  const from = scale(one.fromDay);
  return (
    <rect
      x={from}
      width={Math.max(4, scale(one.untilDay ?? last) - from)}
      height={HEIGHT}
      className="fill-calm stroke-sheet"
      vectorEffect="non-scaling-stroke"
    >
      <title>
        {`${one.name}: ${shortDay(one.fromDay)} – ${one.untilDay ? shortDay(one.untilDay) : ""}`}
      </title>
    </rect>
  );
}

/** Gaps and overlaps between somebody's first day and today; what lies open before anybody came is none. */
function troubles(held: Held[], last: Day) {
  const first = held.map(({ fromDay }) => fromDay).sort()[0];
  if (!first) return [];
  return coverageOf(held, { fromDay: first, untilDay: last }).filter(
    (stretch) => stretch.held.length !== 1,
  );
}

/** Where two people are delegated for one matter. */
function crowded(held: Held[], last: Day) {
  const matters = new Set(held.map(({ matter }) => nameKey(matter ?? "")));
  return [...matters].flatMap((matter) =>
    troubles(
      held.filter((one) => nameKey(one.matter ?? "") === matter),
      last,
    ).filter((stretch) => stretch.held.length > 1),
  );
}

function heldBy({ id, name, matter, from, until }: Term): Held {
  return { id, name, matter, fromDay: dayIn(from), untilDay: until && lastDayIn(until) };
}

function dayIn(when: Day | Moment): Day {
  return isDay(when) ? when : dayOf(when);
}

/** The last day of a term; a moment is the first without it. */
function lastDayIn(when: Day | Moment): Day {
  return isDay(when) ? when : dayOf(new Date(Date.parse(when) - 1).toISOString());
}

/** Days as places on the picture. */
function scaleOf(first: Day, last: Day): (day: Day) => number {
  const [from, until] = [Date.parse(first), Date.parse(last)];
  const length = Math.max(1, until - from);
  return (day) => Math.round(((Date.parse(day) - from) / length) * WIDTH);
}
