import type { Row } from "#db/tables.ts";
import { foldedText } from "../areas/folding.ts";

/** A number that is said: what it is of, how much, when it was so, and who says it. */
export type Figure = Pick<Row<"figure">, "name" | "value" | "unit" | "day" | "source">;

/** A figure that was published, with where. */
export type PublishedFigure = Figure & { lineId: string | null; answerId: string | null };

export const keyOf = ({ name }: Pick<Figure, "name">) => foldedText(name);

/** 1.234,5 and 1234,50 are one value; what is no number is compared as it is written. */
export function plainValue(value: string): string {
  const written = value.trim();
  if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/.test(written)) return foldedText(written);
  return String(Number(written.replaceAll(".", "").replace(",", ".")));
}

export interface Contradiction {
  drafted: Figure;
  published: PublishedFigure;
}

/**
 * Where a draft says another value than was published under the same name, and is not newer: somebody would be told
 * two things. A later day is a later state of things, no contradiction.
 */
export function contradictions(drafted: Figure[], published: PublishedFigure[]): Contradiction[] {
  return drafted.flatMap((one) =>
    published
      .filter((other) => keyOf(other) === keyOf(one) && other.day >= one.day && differs(one, other))
      .map((other) => ({ drafted: one, published: other })),
  );
}

function differs(one: Figure, other: Figure): boolean {
  return (
    plainValue(one.value) !== plainValue(other.value) ||
    foldedText(one.unit) !== foldedText(other.unit)
  );
}

/** Reads what `written` wrote; nothing when it is no list of figures. */
export function figuresOf({ figures }: { figures: string }): Figure[] {
  return JSON.parse(figures) as Figure[];
}
