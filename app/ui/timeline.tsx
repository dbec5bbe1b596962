import { dayOf } from "#app/clock.ts";
import { coverageOf } from "#app/domain/spokespersons/coverage.ts";
import { isDay } from "#app/domain/spokespersons/speaker.ts";
import type { Term } from "#app/domain/spokespersons/term.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";

const LANES = ["head", "regular", "authorised"] as const;
const WIDTH = 1000;
const LANE = 44;

interface Held {
  id: string;
  name: string;
  fromDay: Day;
  untilDay: Day | null;
}

/**
 * Who held each capacity and when, as a picture and in words: gaps and overlaps are named. Delegations are
 * shown, but leave no gap: there need be none.
 */
export function Timeline({ terms, at }: { terms: Term[]; at: Moment }) {
  const { register, spokespersons } = useMessages();
  const words = register.timeline;
  const standing = terms.filter(({ annulledAt, publishedAt }) => !annulledAt && publishedAt);
  if (standing.length === 0) return null;
  const today = dayOf(at);
  const days = standing.flatMap(({ from, until }) => [dayIn(from), until ? dayIn(until) : today]);
  const [first = today, last = today] = [days.toSorted()[0], [...days, today].toSorted().at(-1)];
  const scale = scaleOf(first, last);
  const lanes = LANES.map((capacity) => ({
    capacity,
    held: standing.filter((term) => term.capacity === capacity).map(heldBy),
  })).filter(({ held }) => held.length > 0);
  const spans = lanes
    .filter(({ capacity }) => capacity !== "authorised")
    .flatMap(({ capacity, held }) => troubles(held, last).map((one) => ({ ...one, capacity })));
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${lanes.length * LANE + 24}`}
        role="img"
        aria-label={words.picture}
        className="w-full"
      >
        {lanes.map(({ capacity, held }, lane) => (
          <g key={capacity} transform={`translate(0 ${lane * LANE})`}>
            <text x="0" y="12" className="fill-soft text-[12px]">
              {spokespersons.capacity[capacity]}
            </text>
            <rect x="0" y="18" width={WIDTH} height="18" className="fill-wash" />
            {held.map((one) => (
              <Bar key={one.id} one={one} scale={scale} last={last} />
            ))}
          </g>
        ))}
        {spans.map(({ fromDay, untilDay, capacity }) => (
          <rect
            key={`${capacity} ${fromDay}`}
            x={scale(fromDay)}
            y={lanes.findIndex((lane) => lane.capacity === capacity) * LANE + 18}
            width={Math.max(3, scale(untilDay) - scale(fromDay))}
            height="18"
            className="fill-none stroke-late"
            strokeDasharray="4 3"
            strokeWidth="2"
          />
        ))}
        <line
          x1={scale(today)}
          x2={scale(today)}
          y1="14"
          y2={lanes.length * LANE}
          className="stroke-accent"
          strokeWidth="2"
        />
        <text x="0" y={lanes.length * LANE + 16} className="fill-soft text-[12px]">
          {shortDay(first)}
        </text>
        <text
          x={WIDTH}
          y={lanes.length * LANE + 16}
          textAnchor="end"
          className="fill-soft text-[12px]"
        >
          {shortDay(last)}
        </text>
      </svg>
      <figcaption className="mt-2">
        {spans.length === 0 ? (
          <p className="text-soft">{words.none}</p>
        ) : (
          <ul className="grid gap-1">
            {spans.map(({ capacity, fromDay, untilDay, held }) => (
              <li key={`${capacity} ${fromDay}`} className="flex flex-wrap items-center gap-x-2">
                <Badge tone="late">
                  {held.length === 0
                    ? words.gap
                    : words.overlap(held.map(({ name }) => name).join(", "))}
                </Badge>
                {spokespersons.capacity[capacity]}:{" "}
                {words.span(shortDay(fromDay), shortDay(untilDay))}
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
      y="18"
      width={Math.max(4, scale(one.untilDay ?? last) - from)}
      height="18"
      rx="2"
      className="fill-calm stroke-sheet"
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

function heldBy({ id, name, from, until }: Term): Held {
  return { id, name, fromDay: dayIn(from), untilDay: until && dayIn(until) };
}

function dayIn(when: Day | Moment): Day {
  return isDay(when) ? when : dayOf(when);
}

/** Days as places on the picture. */
function scaleOf(first: Day, last: Day): (day: Day) => number {
  const [from, until] = [Date.parse(first), Date.parse(last)];
  const length = Math.max(1, until - from);
  return (day) => Math.round(((Date.parse(day) - from) / length) * WIDTH);
}
