import { dayOf, endOf, later, startOf } from "#app/clock.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { openBooks } from "../agencies/former-committees.server.ts";
import { committeeId } from "../areas/committee.ts";
import { shelve, takeAway } from "../documents/shelf.server.ts";
import { MARK } from "./office.ts";
import {
  COURSES,
  DEPARTMENTS,
  FORMER,
  LATE,
  MISTAKEN,
  PAST,
  PROPOSED,
  REGULATIONS,
  WAITING,
} from "./registry.ts";
import { samplePaper } from "./sample-paper.ts";

/** The departments with their people, what went before at Long Xuyên, what is late and what still has hours left. */
export async function furnishRegistry(db: Db, at: Moment): Promise<void> {
  const by = `${MARK}account-0`;
  await db
    .insertInto("agency")
    .values(
      Object.entries(DEPARTMENTS).map(([id, { holders: _, website: __, ...department }]) => ({
        ...department,
        ...{ id: MARK + id, kind: "department" as const, areaId: "2025-91", underId: null },
        ...{ fromDay: null, untilDay: null },
      })),
    )
    .execute();
  await db
    .insertInto("channel")
    .values(
      Object.entries(DEPARTMENTS).map(([id, { name, website }]) => ({
        ...{ id: `${MARK}channel-${id}`, agencyId: MARK + id, kind: "website" as const, name },
        ...{ url: website, addedAt: at, addedBy: by, removedAt: null, removedBy: null },
      })),
    )
    .execute();
  await furnishEntries(db, at);
  await furnishPapers(db, at);
  await furnishProposal(db, at);
}

type Entry = Pick<
  Row<"assignment">,
  "id" | "agencyId" | "capacity" | "position" | "decisionNo" | "decisionDay" | "fromDay"
> & { name: string } & Partial<Row<"assignment">>;

async function furnishEntries(db: Db, at: Moment) {
  const signedAt = later(at, { hours: -5 });
  const entries: Entry[] = [
    ...Object.entries(DEPARTMENTS).flatMap(([id, { holders }]) =>
      holders.map((holder, i) => ({ ...holder, id: `${id}-${i}`, agencyId: MARK + id })),
    ),
    ...PAST.map(({ unit, ...entry }) => ({
      ...{ ...entry, agencyId: committeeId({ era: "2004", code: unit }) },
      ...{ recordedAt: at, publishedAt: at },
    })),
    ...FORMER.map(({ code, ...entry }) => ({
      ...entry,
      agencyId: `pc-${code}`,
      besideReason: entry.id === "former-1" ? "Bàn giao công việc (mẫu)" : null,
      endRecordedAt: startOf(entry.endDay ?? entry.fromDay),
      endRecordedBy: `${MARK}account-0`,
    })),
    {
      ...LATE,
      ...{ id: "late", agencyId: `pc-${LATE.code}`, publishedAt: endOf(LATE.publishedDay) },
    },
    {
      ...WAITING,
      ...{ id: "waiting", agencyId: `pc-${WAITING.code}`, capacity: "regular" },
      ...{ decisionDay: dayOf(signedAt), decisionAt: signedAt, fromDay: dayOf(at) },
      ...{ recordedAt: at, publishedAt: null, publishedBy: null },
    },
  ];
  await openBooks(
    db,
    entries.map(({ agencyId }) => agencyId),
  );
  await db
    .insertInto("person")
    .values(entries.map(({ id, name }) => ({ id: MARK + id, name })))
    .execute();
  for (const [i, { id, ...entry }] of entries.entries())
    await db
      .insertInto("assignment")
      .values(entryRow({ id, ...entry }, i))
      .execute();
  await furnishMistake(db);
}

function entryRow({ id, ...entry }: Entry, place: number) {
  const { name: _, code: __, publishedDay: ___, ...columns } = entry as Entry & Loose;
  return {
    ...{ phone: `0296 3 700 ${String(100 + place)}`, email: `pn.${100 + place}@angiang.example` },
    ...{ personId: MARK + id, untilDay: null, recordedBy: `${MARK}account-0` },
    ...{ recordedAt: startOf(entry.decisionDay), publishedAt: startOf(entry.decisionDay) },
    publishedBy: `${MARK}account-0`,
    ...columns,
    id: MARK + id,
  };
}

type Loose = { code?: string; publishedDay?: string };

/** One entry that was annulled and replaced: the public list said a wrong number for a day. */
async function furnishMistake(db: Db) {
  const right = await db
    .selectFrom("assignment")
    .selectAll()
    .where("id", "=", MISTAKEN.right)
    .executeTakeFirstOrThrow();
  const noticed = later(right.recordedAt, { hours: 10 });
  await db
    .insertInto("assignment")
    .values({
      ...right,
      ...{ id: `${MARK}mistaken`, phone: MISTAKEN.phone },
      ...{ annulledAt: noticed, annulledBy: `${MARK}account-1` },
      annulReason: "Ghi nhầm số điện thoại (mẫu)",
    })
    .execute();
  await db
    .updateTable("assignment")
    .set({ replacesId: `${MARK}mistaken`, recordedAt: noticed, publishedAt: noticed })
    .where("id", "=", MISTAKEN.right)
    .execute();
}

async function furnishPapers(db: Db, at: Moment) {
  for (const [i, { paper, ...regulation }] of REGULATIONS.entries()) {
    const fileId = paper ? `${MARK}document-${i}` : null;
    if (paper && fileId) {
      const bytes = samplePaper([
        "TAI LIEU MAU / SAMPLE DOCUMENT",
        "Phat Ngon: trang nay thay cho ban quet quy che phat ngon.",
        "This page stands where a scanned regulation would be.",
      ]);
      const document = { id: fileId, agencyId: regulation.agencyId, name: paper };
      await db
        .insertInto("document")
        .values({
          ...{ ...document, sha256: await shelve(bytes), type: "application/pdf" },
          ...{ bytes: bytes.length, uploadedAt: at, uploadedBy: `${MARK}account-0` },
        })
        .execute();
    }
    const recorded = { recordedAt: startOf(regulation.day), recordedBy: `${MARK}account-0` };
    await db
      .insertInto("regulation")
      .values({ ...regulation, ...recorded, id: `${MARK}regulation-${i}`, fileId, endedAt: null })
      .execute();
  }
  await db
    .insertInto("training")
    .values(
      COURSES.map((course, i) => ({
        ...{ ...course, id: `${MARK}training-${i}`, recordedAt: startOf(course.day) },
        ...{ recordedBy: `${MARK}account-0`, removedAt: null },
      })),
    )
    .execute();
}

/** A regular spokesperson cannot speak: a delegation is being prepared, its document is not signed yet. */
async function furnishProposal(db: Db, at: Moment) {
  const { code, ...proposed } = PROPOSED;
  await db
    .insertInto("delegationDraft")
    .values({
      ...proposed,
      ...{ id: `${MARK}draft`, agencyId: `pc-${code}` },
      ...{ phone: "0296 3 700 190", email: "pn.uyquyen.30301@angiang.example" },
      ...{ fromAt: at, untilAt: later(at, { days: 14 }) },
      ...{ documentNo: null, documentDay: null, documentSigner: null, documentFileId: null },
      ...{ createdAt: at, createdBy: `${MARK}account-0` },
      ...{ closedAt: null, closedBy: null, delegationId: null },
    })
    .execute();
}

/** What can point at a paper. */
const PAPERS = [
  ["assignment", "decisionFileId"],
  ["assignment", "endFileId"],
  ["delegation", "documentFileId"],
  ["delegationDraft", "documentFileId"],
  ["regulation", "fileId"],
  ["meetingNotice", "fileId"],
  ["meetingFileVersion", "documentId"],
] as const;

/**
 * Takes away the invented papers, courses and departments, and whatever was entered about those departments since:
 * they do not exist; besides what was handed out at its meetings. Returns the hashes of papers nobody keeps any more, whose bytes may go when all is done.
 */
export async function removeRegistry(db: Db, handedOut: string[]): Promise<string[]> {
  const departments = db.selectFrom("agency").select("id").where("id", "like", `${MARK}%`);
  for (const table of ["regulation", "training", "channel"] as const)
    await db
      .deleteFrom(table)
      .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "in", departments)]))
      .execute();
  for (const table of ["agencyName", "policy"] as const)
    await db.deleteFrom(table).where("agencyId", "in", departments).execute();
  await db
    .deleteFrom("agencySuccession")
    .where(({ eb, or }) =>
      or([eb("formerId", "in", departments), eb("successorId", "in", departments)]),
    )
    .execute();
  const papers = await unusedPapers(db, handedOut);
  await db
    .deleteFrom("document")
    .where(
      "id",
      "in",
      papers.map(({ id }) => id),
    )
    .execute();
  await closeEmptyBooks(db);
  return papers.map(({ sha256 }) => sha256);
}

/** Former units in whose books nothing is left have no line of their own again. */
async function closeEmptyBooks(db: Db) {
  let empty = db.deleteFrom("agency").where(
    "id",
    "in",
    PAST.map(({ unit }) => committeeId({ era: "2004", code: unit })),
  );
  for (const table of ["assignment", "delegation", "delegationDraft", "document"] as const)
    empty = empty.where("id", "not in", db.selectFrom(table).select("agencyId"));
  await empty.execute();
}

/** Papers of the demo, those of its departments, and others that were its own, on which no entry rests. */
async function unusedPapers(db: Db, others: string[]) {
  let papers = db
    .selectFrom("document")
    .select(["id", "sha256"])
    .where(({ eb, or }) =>
      or([
        eb("id", "like", `${MARK}%`),
        eb("agencyId", "like", `${MARK}%`),
        eb("id", "in", others),
      ]),
    );
  for (const [table, column] of PAPERS)
    papers = papers.where(
      "id",
      "not in",
      db
        .selectFrom(table as "regulation")
        .select(column as "fileId")
        .where(column as "fileId", "is not", null)
        .$castTo<{ fileId: string }>(),
    );
  return papers.execute();
}

/** The bytes of papers that are in nobody's books any more; after the books are closed, so that nothing points at nothing. */
export async function clearShelf(db: Db, hashes: string[]): Promise<void> {
  for (const sha256 of new Set(hashes)) {
    const kept = await db
      .selectFrom("document")
      .select("id")
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    if (!kept) await takeAway(sha256);
  }
}
