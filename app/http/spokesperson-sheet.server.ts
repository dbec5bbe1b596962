import { readSpokespersonSheet } from "#app/domain/spokespersons/import.server.ts";
import {
  SPOKESPERSON_COLUMNS,
  type SpokespersonColumn,
} from "#app/domain/spokespersons/import-row.ts";
import type { Heading, Sheet } from "#app/domain/spreadsheets/sheet.ts";
import { markOf, type SentSheet, sentSheet } from "./sheet.server.ts";

/** A list of spokespersons as it was sent, with what was said about its columns. */
export interface SentList extends SentSheet {
  sheetRead: Sheet<SpokespersonColumn>;
  headings: Heading<SpokespersonColumn>[];
  /** Stands for the headings that the meanings were chosen for: another table has others. */
  headingMark: string;
  given: Partial<Record<SpokespersonColumn, string>>;
  isChecked: boolean;
}

const NAMES = Object.keys(SPOKESPERSON_COLUMNS) as SpokespersonColumn[];

/**
 * The list of a form: what `sentSheet` reads, what each column means (`column-0`, …, as long as
 * `headings` still stands for this table) and what holds for every row (`given-capacity`, …).
 */
export async function sentSpokespersons(form: FormData): Promise<SentList | undefined> {
  const sent = await sentSheet(form);
  if (!sent) return undefined;
  const given = givenIn(form);
  const guessed: Sheet<SpokespersonColumn> = sent.refused
    ? { ok: false, problems: sent.refused }
    : readSpokespersonSheet(sent.bytes, { given });
  const headingMark = markOf(guessed.headings?.map(({ text }) => text));
  const isSaid = guessed.headings !== undefined && form.get("headings") === headingMark;
  const meanings = guessed.headings?.map((_, place) => nameIn(form.get(`column-${place}`)));
  const sheetRead = isSaid ? readSpokespersonSheet(sent.bytes, { meanings, given }) : guessed;
  const headings = sheetRead.headings ?? [];
  const mark = markOf(
    sent.mark,
    headings.map(({ meaning }) => meaning ?? ""),
    given,
  );
  return {
    ...sent,
    sheetRead,
    headings,
    headingMark,
    given,
    mark,
    isChecked: sent.checked === mark,
  };
}

function nameIn(value: FormDataEntryValue | null): SpokespersonColumn | undefined {
  return NAMES.find((name) => name === value);
}

function givenIn(form: FormData): Partial<Record<SpokespersonColumn, string>> {
  const pairs = NAMES.map((name) => [name, form.get(`given-${name}`)] as const);
  return Object.fromEntries(
    pairs.filter(([, value]) => typeof value === "string" && value.trim() !== ""),
  );
}
