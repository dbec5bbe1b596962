import type { ExpressionBuilder } from "kysely";
import type { Messages } from "#app/i18n/messages.ts";
import type { Db, Moment, Tables } from "#db/tables.ts";
import { pageFound } from "../paging/page.server.ts";
import { pageOf } from "../paging/page.ts";
import { plainly } from "../spreadsheets/sheet.ts";
import { sentenceOf } from "./sentence.ts";

/**
 * Whose log it is: the whole country's, a province's, an agency's (an officer's own deeds always with it); with it that of
 * the books that became theirs, as `withinReach` has it.
 */
export interface Reader {
  id: string;
  reach: "country" | "province" | "agency";
  agencyId: string | null;
  provinceId: string | null;
}

export interface ShownEntry {
  id: string;
  at: Moment;
  byName: string;
  sentence: string;
  agencyName: string | null;
  agencyNameEn: string | null;
}

const PAGE = 50;
/** How far back a text is searched for, in entries: each is read as its sentence. */
export const SEARCHED = 5_000;

/**
 * One page of the log within a reader's reach, newest first, as sentences. Words are looked for in
 * the sentence and in who did it, marks or no marks, among the newest entries (`SEARCHED`).
 */
export async function listEntries(
  db: Db,
  reader: Reader,
  { q = "", page: asked = 1 }: { q?: string; page?: number },
  words: Messages,
): Promise<{ entries: ShownEntry[]; page: number; pages: number; total: number }> {
  const wanted = plainly(q).split(" ").filter(Boolean);
  const within = entriesWithin(db, reader);
  if (wanted.length > 0) {
    const newest = await inOrder(within).limit(SEARCHED).execute();
    const found = newest
      .map((row) => shown(row, words))
      .filter(({ sentence, byName, agencyName }) => {
        const text = plainly([byName, sentence, agencyName ?? ""].join(" "));
        return wanted.every((word) => text.includes(word));
      });
    const { shown: entries, ...place } = pageOf(found, asked, PAGE);
    return { entries, ...place };
  }
  const { shown: rows, ...place } = await pageFound(inOrder(within), asked, PAGE);
  return { entries: rows.map((row) => shown(row, words)), ...place };
}

/** What was done to one thing, newest first, by whom and when. */
export async function lastDeedsOn(db: Db, { id }: { id: string }) {
  return db
    .selectFrom("audit")
    .select(["id", "at", "byName", "act", "particulars"])
    .where("about", "=", id)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
}

function entriesWithin(db: Db, reader: Reader) {
  return db
    .selectFrom("audit")
    .leftJoin("agency", "agency.id", "audit.agencyId")
    .leftJoin("area", "area.id", "agency.areaId")
    .select(["audit.id", "audit.at", "audit.byName", "audit.act", "audit.particulars"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where(readableBy(reader));
}

function readableBy({ id, reach, agencyId, provinceId }: Reader) {
  return ({ eb, or, lit }: ExpressionBuilder<Tables, "audit" | "agency" | "area">) => {
    if (reach === "country") return lit(true) as never;
    const own = eb("audit.by", "=", id);
    if (reach === "agency") {
      const theirs = agencyId ?? "";
      return or([own, eb("audit.agencyId", "=", theirs), eb("agency.heirId", "=", theirs)]);
    }
    const province = provinceId ?? "";
    const within = [eb("area.id", "=", province), eb("area.partOf", "=", province)];
    return or([own, ...within, eb("agency.provinceId", "=", province)]);
  };
}

type Entries = ReturnType<typeof entriesWithin>;

function inOrder(entries: Entries): Entries {
  return entries.orderBy("audit.at", "desc").orderBy("audit.id");
}

type Row = Awaited<ReturnType<Entries["execute"]>>[number];

function shown({ act, particulars, ...row }: Row, words: Messages): ShownEntry {
  return { ...row, sentence: sentenceOf(words, { act, particulars }) };
}
