import { z } from "zod";
import { day, line } from "../fields.ts";
import type { Figure } from "./figure.ts";

/** The parts of a figure as rows of a form have them, one value for each row. */
export const FIGURE_PARTS = ["name", "value", "unit", "day", "source"] as const;
export type TypedFigure = Record<(typeof FIGURE_PARTS)[number], string>;

export const fieldOf = (part: (typeof FIGURE_PARTS)[number]) => `figure-${part}`;

const Complete = z.object({
  name: line(200),
  value: line(60),
  unit: line(60),
  day,
  source: line(200),
});

const MOST = 40;

/** Reads the rows in which anything is typed. A figure without its unit, day or source is none: all of what was typed comes back. */
export function readFigures(
  sent: FormData,
): { ok: true; figures: Figure[]; typed: TypedFigure[] } | { ok: false; typed: TypedFigure[] } {
  const columns = FIGURE_PARTS.map((part) => sent.getAll(fieldOf(part)).map(String));
  const rows = Math.min(MOST, Math.max(0, ...columns.map(({ length }) => length)));
  const typed = [...Array(rows).keys()]
    .map(
      (row) =>
        Object.fromEntries(
          FIGURE_PARTS.map((part, i) => [part, (columns[i]?.[row] ?? "").slice(0, 500)]),
        ) as TypedFigure,
    )
    .filter((figure) => Object.values(figure).some((text) => text.trim()));
  const read = z.array(Complete).safeParse(typed);
  return read.success ? { ok: true, figures: read.data, typed } : { ok: false, typed };
}
