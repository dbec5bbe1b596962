import { Fragment, useId } from "react";
import { type BarLine, barsOf } from "./bar-scale.ts";
import { useCounted } from "./counted.ts";

const BAR = 16;
const LABEL = 22;
const GAP = 12;

/**
 * Numbers as bars, drawn on the server: told apart by what fills them and not by colour alone, with the number at the
 * end of each. A table with the same numbers stands beside; who does not see the picture is told what it is of.
 */
export function BarChart({
  title,
  series,
  lines,
}: {
  title: string;
  /** What the bars of a line are; one name where there is one bar. */
  series: string[];
  lines: BarLine[];
}) {
  const id = useId();
  const number = useCounted();
  if (lines.length === 0) return null;
  const height = LABEL + series.length * BAR + GAP;
  const fills = FILLS.map((fill) => fill(id));
  return (
    <figure className="mb-4">
      {/* The words stand in the picture: without it there is nothing to be read twice. */}
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={lines.length * height}
        className="block overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{described(series, lines, number)}</desc>
        <Patterns id={id} />
        {barsOf(lines).map(({ label, bars }, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be called alike
          <Fragment key={line}>
            <text x="6" y={line * height + 15} className="fill-ink text-sm">
              {label}
            </text>
            {bars.map(({ value, percent }, place) => {
              const y = line * height + LABEL + place * BAR;
              return (
                <Fragment key={series[place]}>
                  <rect
                    x="1"
                    y={y}
                    width={`${percent}%`}
                    height={BAR - 3}
                    fill={fills[place % fills.length]}
                    className="stroke-edge"
                    strokeWidth={percent > 0 ? 1 : 0}
                  />
                  <text
                    x={`${percent}%`}
                    dx={8}
                    y={y + 11}
                    className="fill-ink text-sm tabular-nums"
                  >
                    {number(value)}
                  </text>
                </Fragment>
              );
            })}
          </Fragment>
        ))}
        <line x1="0.5" x2="0.5" y1="0" y2={lines.length * height} className="stroke-edge" />
      </svg>
      {series.length > 1 && (
        <figcaption>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {series.map((name, place) => (
              <li key={name} className="inline-flex items-center gap-2">
                <svg aria-hidden="true" width="28" height="14">
                  <rect
                    x="0.5"
                    y="0.5"
                    width="27"
                    height="13"
                    fill={fills[place % fills.length]}
                    className="stroke-edge"
                  />
                </svg>
                {name}
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}

const FILLS = [
  () => "var(--calm)",
  (id: string) => `url(#${id}-stripes)`,
  (id: string) => `url(#${id}-dots)`,
];

function Patterns({ id }: { id: string }) {
  const tile = { width: 6, height: 6, patternUnits: "userSpaceOnUse" } as const;
  return (
    <defs>
      <pattern id={`${id}-stripes`} {...tile} patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--sheet)" />
        <rect width="2.5" height="6" fill="var(--due)" />
      </pattern>
      <pattern id={`${id}-dots`} {...tile}>
        <rect width="6" height="6" fill="var(--sheet)" />
        <circle cx="3" cy="3" r="1.5" fill="var(--late)" />
      </pattern>
    </defs>
  );
}

function described(series: string[], lines: BarLine[], number: (n: number) => string): string {
  return lines
    .map(({ label, values }) => {
      const said = values.map((value, i) =>
        series.length > 1 ? `${series[i]} ${number(value)}` : number(value),
      );
      return `${label}: ${said.join(", ")}`;
    })
    .join("; ");
}
