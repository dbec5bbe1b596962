import type { Db } from "#db/tables.ts";
import { ofProvince } from "../agencies/agencies.server.ts";
import { pageFound } from "../paging/page.server.ts";
import { plainTextOf } from "./statement-text.server.ts";
import {
  findStatement,
  type StatementOfAgency,
  statementsOfAgencies,
} from "./statements.server.ts";
import { type Stretch, wordDifference } from "./text-difference.ts";

/** What a correction changed: before and after, word by word. */
export interface Erratum {
  title: Stretch[] | null; // null: it stayed
  text: Stretch[] | null;
  reason: string;
}

type Said = Parameters<typeof plainTextOf>[0] & Pick<StatementOfAgency, "title">;

/** Whether a correction says anything else than what it puts right. */
export function saysOtherwise(wrong: Said, right: Said): boolean {
  return (
    wrong.title !== right.title ||
    plainTextOf(wrong) !== plainTextOf(right) ||
    wrong.body !== right.body
  );
}

/** Where a published text and the one that puts it right differ. */
export function erratumOf(wrong: Said, right: Said & { correctionReason: string | null }): Erratum {
  const [before, after] = [plainTextOf(wrong), plainTextOf(right)];
  return {
    title: wrong.title === right.title ? null : wordDifference(wrong.title, right.title),
    text: before === after ? null : wordDifference(before, after),
    reason: right.correctionReason ?? "",
  };
}

/** Every edition of a statement up to one, the first first: what was wrong at some time or another. */
export async function formerEditions(
  db: Db,
  statement: { correctsId: string | null },
): Promise<StatementOfAgency[]> {
  const former: StatementOfAgency[] = [];
  let before = statement.correctsId;
  while (before) {
    const wrong = await findStatement(db, before);
    if (!wrong || former.some(({ id }) => id === wrong.id)) break;
    former.unshift(wrong);
    before = wrong.correctsId;
  }
  return former;
}

/** Whoever got a copy of one of these editions. */
export async function receivedBy(db: Db, statements: { id: string }[]): Promise<string[]> {
  if (statements.length === 0) return [];
  const ids = statements.map(({ id }) => id);
  const copies = await db
    .selectFrom("statementCopy")
    .select("journalistId")
    .distinct()
    .where("statementId", "in", ids)
    .where("journalistId", "is not", null)
    .execute();
  return copies.map(({ journalistId }) => journalistId as string);
}

const PAGE = 20;

/** What agencies put right or took back of their own, newest first: the public ledger of our own errors. */
export async function listErrata(
  db: Db,
  { provinceId, page: asked = 1 }: { provinceId?: string; page?: number },
) {
  const all = statementsOfAgencies(db)
    .where("statement.publishedAt", "is not", null)
    .where(({ eb, or }) =>
      or([eb("statement.correctsId", "is not", null), eb("statement.retractedAt", "is not", null)]),
    )
    .$if(provinceId !== undefined, (query) => query.where(ofProvince(provinceId ?? "")))
    .orderBy(({ fn }) => fn.coalesce("statement.retractedAt", "statement.publishedAt"), "desc")
    .orderBy("statement.id");
  const { shown, ...place } = await pageFound(all, asked, PAGE);
  const rows = shown as StatementOfAgency[];
  const corrected = rows.flatMap(({ correctsId }) => correctsId ?? []);
  const former = (await statementsOfAgencies(db)
    .where("statement.id", "in", corrected)
    .execute()) as StatementOfAgency[];
  const byId = new Map(former.map((one) => [one.id, one]));
  const entries = rows.map((row) => {
    const wrong = byId.get(row.correctsId ?? "");
    return {
      ...{ id: row.id, title: row.title, language: row.language, kind: row.kind },
      ...{ agencyId: row.agencyId, agencyName: row.agencyName, agencyNameEn: row.agencyNameEn },
      ...{ provinceType: row.provinceType, provinceName: row.provinceName },
      provinceNameEn: row.provinceNameEn,
      publishedAt: row.publishedAt as string,
      retracted: row.retractedAt
        ? {
            at: row.retractedAt,
            reason: row.retractReason ?? "",
            approver: row.retractApprover ?? "",
          }
        : null,
      wrong: wrong ? { id: wrong.id, title: wrong.title, publishedAt: wrong.publishedAt } : null,
      erratum: wrong ? erratumOf(wrong, row) : null,
    };
  });
  return { entries, ...place };
}

export type ErratumEntry = Awaited<ReturnType<typeof listErrata>>["entries"][number];
