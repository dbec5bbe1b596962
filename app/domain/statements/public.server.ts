import type { Db } from "#db/tables.ts";
import { ofProvince } from "../agencies/agencies.server.ts";
import { pageFound } from "../paging/page.server.ts";
import { findReceipt } from "../receipts/receipts.server.ts";
import { outletsReached } from "./equal-access.server.ts";
import { erratumOf } from "./errata.server.ts";
import { type StatementFile, statementFiles } from "./files.server.ts";
import { signOffsOf } from "./sign-offs.server.ts";
import type { StatementKind } from "./statement.ts";
import { beginningOf } from "./statement-text.server.ts";
import {
  findStatement,
  type StatementOfAgency,
  statementsOfAgencies,
} from "./statements.server.ts";

/** What the public is shown of a statement: nothing of who drafted it or when. */
export type PublicStatement = Pick<
  StatementOfAgency,
  | "id"
  | "agencyId"
  | "agencyName"
  | "agencyNameEn"
  | "agencyKind"
  | "areaCode"
  | "provinceId"
  | "provinceType"
  | "provinceName"
  | "provinceNameEn"
  | "kind"
  | "language"
  | "title"
  | "known"
  | "unknown"
  | "doing"
  | "nextUpdateAt"
  | "speakerName"
  | "speakerPosition"
  | "speakerCapacity"
  | "speakerMatter"
  | "body"
  | "correctsId"
  | "correctionReason"
  | "correctedById"
  | "retractedAt"
  | "retractReason"
  | "retractApprover"
> & { publishedAt: string };

function publicly({
  id,
  agencyId,
  agencyName,
  agencyNameEn,
  agencyKind,
  areaCode,
  provinceId,
  provinceType,
  provinceName,
  provinceNameEn,
  kind,
  language,
  title,
  known,
  unknown,
  doing,
  nextUpdateAt,
  speakerName,
  speakerPosition,
  speakerCapacity,
  speakerMatter,
  publishedAt,
  body,
  correctsId,
  correctionReason,
  correctedById,
  retractedAt,
  retractReason,
  retractApprover,
}: StatementOfAgency): PublicStatement {
  return {
    ...{ id, agencyId, agencyName, agencyNameEn, agencyKind, areaCode, provinceId },
    ...{ provinceType, provinceName, provinceNameEn, kind, language, title },
    ...{ known, unknown, doing, nextUpdateAt },
    ...{ speakerName, speakerPosition, speakerCapacity, speakerMatter },
    ...{ body, correctsId, correctionReason, correctedById },
    ...{ retractedAt, retractReason, retractApprover },
    publishedAt: publishedAt as string,
  };
}

function published(db: Db) {
  return statementsOfAgencies(db).where("statement.publishedAt", "is not", null);
}

/**
 * A published statement, with the one that it follows and those that follow it, the same in other languages, its files,
 * whose word it is too, what was put right, its receipt, and to how many press agencies it was sent.
 */
export async function findPublicStatement(db: Db, id: string) {
  const found = (await published(db).where("statement.id", "=", id).executeTakeFirst()) as
    | StatementOfAgency
    | undefined;
  if (!found) return undefined;
  const [former, later, languages, files, signOffs, wrong, right, receipt, outlets] =
    await Promise.all([
      beside(db)
        .where("id", "=", found.followsId ?? "")
        .executeTakeFirst(),
      beside(db).where("followsId", "=", found.id).execute(),
      languagesOf(db, found),
      statementFiles(db, found),
      signOffsOf(db, found),
      found.correctsId ? findStatement(db, found.correctsId) : undefined,
      found.correctedById ? findStatement(db, found.correctedById) : undefined,
      findReceipt(db, found.id),
      outletsReached(db, found),
    ]);
  return {
    ...{ statement: publicly(found), former: former ?? null, later, outlets, languages },
    beginning: beginningOf(found),
    files: files.map(openFile),
    agreedBy: signOffs.map(({ agencyName, agencyNameEn }) => ({ agencyName, agencyNameEn })),
    wrong: wrong ? { ...referenceOf(wrong), erratum: erratumOf(wrong, found) } : null,
    right: right ? { ...referenceOf(right), erratum: erratumOf(found, right) } : null,
    sha256: receipt?.sha256 ?? null,
  };
}

function beside(db: Db) {
  return db
    .selectFrom("statement")
    .select(["id", "title", "publishedAt", "language"])
    .where("publishedAt", "is not", null)
    .orderBy("publishedAt");
}

/** What says the same in another language: the original, or what was made of it; never one that was put right since. */
function languagesOf(db: Db, { id, translationOfId }: StatementOfAgency) {
  const original = translationOfId ?? id;
  return beside(db)
    .where(({ eb, or }) => or([eb("id", "=", original), eb("translationOfId", "=", original)]))
    .where("id", "!=", id)
    .where("retractedAt", "is", null)
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom("statement as newer")
            .select("newer.id")
            .where("newer.correctsId", "=", ref("statement.id"))
            .where("newer.publishedAt", "is not", null),
        ),
      ),
    )
    .execute();
}

function referenceOf({ id, title, language, publishedAt }: StatementOfAgency) {
  return { id, title, language, publishedAt: publishedAt ?? "" };
}

function openFile({
  id,
  title,
  language,
  isTranslation,
  name,
  type,
  bytes,
  sha256,
}: StatementFile) {
  return { id, title, language, isTranslation: isTranslation === 1, name, type, bytes, sha256 };
}

const PAGE = 30;

/** What an agency has said, newest first. */
export function listStatementsOf(db: Db, agency: { id: string }, asked = 1) {
  return listPublished(db, { agencyId: agency.id, page: asked });
}

/** What agencies have said, newest first: of the country, a province, one of them; of one kind. */
export async function listPublished(
  db: Db,
  {
    agencyId,
    provinceId,
    kind,
    page: asked = 1,
  }: { agencyId?: string; provinceId?: string; kind?: StatementKind; page?: number },
) {
  const all = published(db)
    .$if(agencyId !== undefined, (query) => query.where("statement.agencyId", "=", agencyId ?? ""))
    .$if(kind !== undefined, (query) => query.where("statement.kind", "=", kind as StatementKind))
    .$if(provinceId !== undefined, (query) => query.where(ofProvince(provinceId ?? "")))
    .orderBy("statement.publishedAt", "desc")
    .orderBy("statement.id");
  const { shown, ...place } = await pageFound(all, asked, PAGE);
  return { statements: (shown as StatementOfAgency[]).map(publicly), ...place };
}

/** What the agencies of a province have said, or those of the whole country, newest first. */
export async function newestStatementsIn(db: Db, provinceId: string | undefined, limit: number) {
  const rows = (await published(db)
    .$if(provinceId !== undefined, (query) => query.where(ofProvince(provinceId ?? "")))
    .orderBy("statement.publishedAt", "desc")
    .orderBy("statement.id")
    .limit(limit)
    .execute()) as StatementOfAgency[];
  return rows.map(publicly);
}
