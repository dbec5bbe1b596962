/** What is wrong with a sheet or one of its cells: a key with a sentence in the words, perhaps with a limit (`too-large:2`). */
export interface SheetProblem {
  line: number;
  column: string | null;
  problem: string;
}

/**
 * A column one asks for: whether it must be there, and what else people call it. One that `names` says whom a row is
 * about, and nothing about them.
 */
export interface ColumnRule {
  required?: boolean;
  names?: boolean;
  synonyms?: readonly string[];
}

export type Columns<Name extends string> = Record<Name, ColumnRule>;

/** One row with the line of the file that it begins on; a column the file does not have reads as blank. */
export interface SheetRow<Name extends string> {
  line: number;
  cells: Record<Name, string>;
}

/** A column as the file names it, what it is taken for, and the first things that stand in it. */
export interface Heading<Name extends string> {
  text: string;
  meaning: Name | undefined;
  samples: string[];
}

/** What somebody said about a sheet: what each of its columns means, and what holds for every row of it. */
export interface Wording<Name extends string> {
  meanings?: (Name | undefined)[];
  given?: Partial<Record<Name, string>>;
}

/** `groups` are the lines that only name a group of rows, or whom they would be about, and were left out. */
export type Sheet<Name extends string> =
  | {
      ok: true;
      columns: Name[];
      unknown: string[];
      rows: SheetRow<Name>[];
      headings: Heading<Name>[];
      groups: number[];
    }
  | { ok: false; problems: SheetProblem[]; headings?: Heading<Name>[] };

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
  const known = knownBy(columns);
  return known.get(plainly(heading)) ?? known.get(plainly(heading.replace(/\([^)]*\)/g, " ")));
}

const kept = new WeakMap<object, Map<string, string>>();

function knownBy<Name extends string>(columns: Columns<Name>): Map<string, Name> {
  const ready = kept.get(columns) as Map<string, Name> | undefined;
  if (ready) return ready;
  const names = Object.keys(columns) as Name[];
  const known = new Map(
    names.flatMap((name) =>
      [name, ...(columns[name].synonyms ?? [])].map((word) => [plainly(word), name] as const),
    ),
  );
  kept.set(columns, known);
  return known;
}
