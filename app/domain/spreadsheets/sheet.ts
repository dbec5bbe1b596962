/** What is wrong with a sheet or one of its cells: a key with a sentence in the words, perhaps with a limit (`too-large:2`). */
export interface SheetProblem {
  line: number;
  column: string | null;
  problem: string;
}

/** A column one asks for: whether it must be there, and what else people call it. */
export interface ColumnRule {
  required?: boolean;
  synonyms?: readonly string[];
}

export type Columns<Name extends string> = Record<Name, ColumnRule>;

/** One row with the line of the file that it begins on; a column the file does not have reads as blank. */
export interface SheetRow<Name extends string> {
  line: number;
  cells: Record<Name, string>;
}

export type Sheet<Name extends string> =
  | { ok: true; columns: Name[]; unknown: string[]; rows: SheetRow<Name>[] }
  | { ok: false; problems: SheetProblem[] };

/** Lower case without marks, đ as d, blanks for everything else: as headings and codes are compared. */
export function plainly(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Which column a heading names: its own name or a synonym, whatever the case and the marks. */
export function columnOf<Name extends string>(
  heading: string,
  columns: Columns<Name>,
): Name | undefined {
  const wanted = plainly(heading);
  const names = Object.keys(columns) as Name[];
  return names.find((name) =>
    [name, ...(columns[name].synonyms ?? [])].some((known) => plainly(known) === wanted),
  );
}
