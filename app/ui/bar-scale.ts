/** One line of a bar chart: a bar for each series. */
export interface BarLine {
  label: string;
  values: number[];
}

/** A bar as it is drawn: how far it reaches, in percent of the chart's width. */
export interface Bar {
  value: number;
  percent: number;
}

/** The longest bar leaves room for its number. */
const LONGEST = 82;
/** So much is seen of a number that is not nothing. */
const SHORTEST = 0.5;
const LABEL = 44;

/** The bars of lines, all on one scale that begins at nothing: twice as long is twice as many. */
export function barsOf(lines: BarLine[]): { label: string; bars: Bar[] }[] {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  return lines.map(({ label, values }) => ({
    label: shortened(label),
    bars: values.map((value) => ({
      value,
      percent: value === 0 ? 0 : Math.max(SHORTEST, rounded((LONGEST * value) / most)),
    })),
  }));
}

/** A label that fits on a telephone; the table beside has it whole. */
function shortened(label: string): string {
  const letters = [...label];
  return letters.length > LABEL
    ? `${letters
        .slice(0, LABEL - 1)
        .join("")
        .trimEnd()}…`
    : label;
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100;
}
