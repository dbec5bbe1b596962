import type { Db } from "#db/tables.ts";

/** What stands where a name stood: three dots that belong to nobody. */
export const NOBODY = "…";

/** By what a text may name somebody. A name of one word is left alone: it is part of too many others, Hà of Hà Nội. */
export function wordsOf(person: { name: string; email: string; phone: string | null }): string[] {
  const { name, email, phone } = person;
  return [name.includes(" ") ? name : null, email, phone].filter((one) => one !== null);
}

/** Where somebody who asked may have been named: by themselves, by who answers, by a unit that was asked to help. */
const TEXTS = {
  queryAnswer: ["text", "dispute"],
  queryDraft: ["text"],
  queryStep: ["note"],
  queryPromise: ["reason"],
  queryTask: ["request", "answer"],
} as const;

/** Takes somebody's name, address and telephone out of everything that was written about their questions. */
export async function takeWordsOut(trx: Db, words: string[], queries: string[]) {
  const asked = await trx
    .selectFrom("query")
    .select(["id", "title", "text", "reference", "keptBackReason"])
    .where("id", "in", queries)
    .execute();
  for (const { id, ...texts } of asked)
    await trx.updateTable("query").set(without(texts, words)).where("id", "=", id).execute();
  for (const table of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
    const columns: readonly string[] = TEXTS[table];
    const rows: { id: string }[] = await trx
      .selectFrom(table)
      .select(["id", ...columns] as never)
      .where("queryId", "in", queries)
      .execute();
    for (const { id, ...texts } of rows)
      await trx
        .updateTable(table)
        .set(without(texts, words) as never)
        .where("id", "=", id)
        .execute();
  }
}

/** A value with certain words taken out of every text in it, however they are written. */
export function without<Value>(value: Value, words: string[]): Value {
  if (typeof value === "string") return words.reduce(nowhere, value as string) as Value;
  if (Array.isArray(value)) return value.map((one) => without(one, words)) as Value;
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, without(one, words)]),
    ) as Value;
  return value;
}

/** Whether a text names a word, and does not only hold it: ha@bao.vn is not in kha@bao.vn, nor Le An in Le Anh. */
export function names(text: string, word: string): boolean {
  return wholly(word).test(text);
}

/** A text without a word. */
function nowhere(text: string, word: string): string {
  return text.replace(wholly(word), NOBODY);
}

/** A word that stands by itself; small and capital letters are the same, since addresses are. */
function wholly(word: string): RegExp {
  const [before, after] = word.includes("@")
    ? ["[\\p{L}\\p{N}._+-]", "[\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}]"]
    : ["[\\p{L}\\p{M}\\p{N}]", "[\\p{L}\\p{M}\\p{N}]"];
  const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<!${before})${plain}(?!${after})`, "giu");
}
