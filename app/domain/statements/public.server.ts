import type { Db } from "#db/tables.ts";
import { outletsReached } from "./equal-access.server.ts";
import { type StatementOfAgency, statementsOfAgencies } from "./statements.server.ts";

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
}: StatementOfAgency): PublicStatement {
  return {
    ...{ id, agencyId, agencyName, agencyNameEn, agencyKind, areaCode, provinceId },
    ...{ provinceType, provinceName, provinceNameEn, kind, language, title },
    ...{ known, unknown, doing, nextUpdateAt },
    ...{ speakerName, speakerPosition, speakerCapacity, speakerMatter },
    publishedAt: publishedAt as string,
  };
}

function published(db: Db) {
  return statementsOfAgencies(db).where("statement.publishedAt", "is not", null);
}

/** A published statement, with the one that it follows, those that follow it, and to how many press agencies it was sent. */
export async function findPublicStatement(db: Db, id: string) {
  const found = (await published(db).where("statement.id", "=", id).executeTakeFirst()) as
    | StatementOfAgency
    | undefined;
  if (!found) return undefined;
  const beside = db
    .selectFrom("statement")
    .select(["id", "title", "publishedAt", "language"])
    .where("publishedAt", "is not", null)
    .orderBy("publishedAt");
  const [former, later, outlets] = await Promise.all([
    beside.where("id", "=", found.followsId ?? "").executeTakeFirst(),
    beside.where("followsId", "=", found.id).execute(),
    outletsReached(db, found),
  ]);
  return { statement: publicly(found), former: former ?? null, later, outlets };
}

const PAGE = 30;

/** What an agency has said, newest first. */
export async function listStatementsOf(db: Db, agency: { id: string }, asked = 1) {
  const all = published(db).where("statement.agencyId", "=", agency.id);
  const { total } = await all
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const rows = (await all
    .orderBy("statement.publishedAt", "desc")
    .orderBy("statement.id")
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()) as StatementOfAgency[];
  return { statements: rows.map(publicly), page, pages };
}

/** What the agencies of a province have said, newest first. */
export async function newestStatementsIn(db: Db, provinceId: string, limit: number) {
  const rows = (await published(db)
    .where(({ eb, or }) => or([eb("area.id", "=", provinceId), eb("area.partOf", "=", provinceId)]))
    .orderBy("statement.publishedAt", "desc")
    .orderBy("statement.id")
    .limit(limit)
    .execute()) as StatementOfAgency[];
  return rows.map(publicly);
}
