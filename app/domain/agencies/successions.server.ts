import { dayAfter } from "#app/clock.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";

/** What an agency goes on with (`before`), and which ones went on with it (`after`), each from a day on and by a paper. */
export async function successionsOf(db: Db, agencyId: string) {
  const [before, after] = await Promise.all([
    linked(db, "formerId").where("agencySuccession.successorId", "=", agencyId).execute(),
    linked(db, "successorId").where("agencySuccession.formerId", "=", agencyId).execute(),
  ]);
  return { before, after };
}

export type Succession = Awaited<ReturnType<typeof successionsOf>>["after"][number];

type PaperOfClosing = Pick<Row<"document">, "id" | "name" | "type" | "bytes">;

/** By which paper an agency was closed, or will be, and the paper itself. */
export async function closingPaperOf(db: Db, agencyId: string) {
  const closed = await db
    .selectFrom("agency")
    .select(["closingBasis as basis", "closingFileId"])
    .where("id", "=", agencyId)
    .executeTakeFirst();
  if (!closed) return { basis: null, document: null };
  const { basis, closingFileId } = closed;
  return { basis, document: closingFileId ? await paperOf(db, closingFileId) : null };
}

async function paperOf(db: Db, id: string): Promise<PaperOfClosing | null> {
  const columns = ["id", "name", "type", "bytes"] as const;
  const document = db.selectFrom("document").select(columns).where("id", "=", id);
  return (await document.executeTakeFirst()) ?? null;
}

/** That an agency is no more: since when, by which paper, and who went on with its work. */
export interface Closing {
  since: Day;
  basis: string | null;
  document: PaperOfClosing | null;
  successors: Succession[];
}

/** Which of these agencies are closed on a day, as far as the books of a moment told. One query. */
export async function closingsAmong(
  db: Db,
  agencyIds: string[],
  { day, known }: { day: Day; known?: Moment },
): Promise<Map<string, Closing>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await closed(db, day).where("closed.id", "in", agencyIds).execute();
  return closingsIn(rows, known);
}

/** All that are closed on a day. */
export async function closingsOn(db: Db, day: Day): Promise<Map<string, Closing>> {
  return closingsIn(await closed(db, day).execute());
}

/** Agencies that are closed on a day, each with those that took over. */
function closed(db: Db, day: Day) {
  return db
    .selectFrom("agency as closed")
    .leftJoin("agencySuccession", "agencySuccession.formerId", "closed.id")
    .leftJoin("agency", "agency.id", "agencySuccession.successorId")
    .leftJoin("area", "area.id", "agency.areaId")
    .select(["closed.id as closedId", "closed.untilDay", "closed.closingRecordedAt"])
    .leftJoin("document", "document.id", "closed.closingFileId")
    .select(["closed.closingBasis", "document.id as paperId", "document.name as paperName"])
    .select(["document.type as paperType", "document.bytes as paperBytes"])
    .select(["agency.id", "agency.kind", "agency.name", "agency.nameEn"])
    .select(["area.code as areaCode", "agencySuccession.day", "agencySuccession.basis"])
    .where("closed.untilDay", "<", day)
    .orderBy("agency.name");
}

type ClosedRow = Awaited<ReturnType<ReturnType<typeof closed>["execute"]>>[number];

function closingsIn(rows: ClosedRow[], known?: Moment): Map<string, Closing> {
  const closings = new Map<string, Closing>();
  for (const { closedId, untilDay, closingBasis: basis, closingRecordedAt, ...rest } of rows) {
    if (!untilDay || (known && closingRecordedAt && closingRecordedAt > known)) continue;
    const since = dayAfter(untilDay);
    const { paperId: id, paperName, paperType, paperBytes, ...successor } = rest;
    const document = id
      ? { id, name: paperName ?? "", type: paperType ?? "", bytes: paperBytes ?? 0 }
      : null;
    const closing = closings.get(closedId) ?? { since, basis, document, successors: [] };
    if (isWhole(successor)) closing.successors.push(successor);
    closings.set(closedId, closing);
  }
  return closings;
}

function isWhole(row: { [Key in keyof Succession]: Succession[Key] | null }): row is Succession {
  return row.id !== null;
}

/** Successions with the agency at the other end of each. */
function linked(db: Db, end: "formerId" | "successorId") {
  return db
    .selectFrom("agencySuccession")
    .innerJoin("agency", "agency.id", `agencySuccession.${end}`)
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "agency.kind", "agency.name", "agency.nameEn"])
    .select(["area.code as areaCode", "agencySuccession.day", "agencySuccession.basis"])
    .orderBy("agencySuccession.day", "desc")
    .orderBy("agency.name");
}
