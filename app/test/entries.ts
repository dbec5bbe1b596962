import { randomUUID } from "node:crypto";
import type { Db, Tables } from "#db/tables.ts";
import { MORNING } from "./setup.ts";

/** What the names in addresses stand for: of a file only with what stands before it. */
const BY_PARAMETER = {
  assignment: "assignment",
  delegation: "delegation",
  draft: "delegationDraft",
  channel: "channel",
  training: "training",
  report: "contactReport",
  meeting: "meeting",
  series: "meetingSeries",
  invitation: "invitation",
  attendance: "attendance",
  item: "agendaItem",
  link: "meetingLink",
  speaker: "meetingSpeaker",
  question: "question",
  promise: "promise",
  "meeting-files/file": "meetingFile",
  "statement-files/file": "statementFile",
  statement: "statement",
  signOff: "statementSignOff",
  query: "query",
  task: "queryTask",
  line: "lineToTake",
  case: "correctionCase",
  evidence: "correctionEvidence",
  incident: "incident",
  scenario: "scenario",
  appearance: "appearance",
  mail: "inboundMail",
  import: "spokespersonImport",
  journalist: "journalist",
  list: "pressList",
  outlet: "outlet",
  address: "suppression",
  accreditation: "accreditation",
  request: "dataRequest",
  policy: "policy",
} as const satisfies Record<string, keyof Tables>;

const FIXED = { day: "2026-09-02", year: "2026", kind: "press_conference" };

/**
 * An entry of every kind by the name that addresses give it, each an agency's own or hanging on what is; a demo office
 * must stand, and what it lacks is added.
 */
export async function entriesOf(db: Db, agencyId: string): Promise<Record<string, string>> {
  await db.updateTable("meeting").set({ agencyId }).execute();
  await addWhatIsMissing(db, agencyId);
  const tables = await db.introspection.getTables();
  const hasOwner = (table: string) =>
    tables.some(
      ({ name, columns }) =>
        name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) === table &&
        columns.some((column) => column.name === "agency_id"),
    );
  const entries: Record<string, string> = { agency: agencyId, ...FIXED };
  for (const [parameter, table] of Object.entries(BY_PARAMETER))
    entries[parameter] = hasOwner(table)
      ? await ownOf(db, table as "channel", agencyId)
      : await firstOf(db, table as "channel");
  const { id: account } = await db
    .selectFrom("account")
    .select("id")
    .where("agencyId", "=", agencyId)
    .executeTakeFirstOrThrow();
  const { id: assignment } = await db
    .selectFrom("assignment")
    .select("id")
    .where("agencyId", "=", agencyId)
    .where("capacity", "=", "regular")
    .where("untilDay", "is", null)
    .executeTakeFirstOrThrow();
  return { ...entries, account, assignment };
}

/** The agency's own, if need be one of another's that is made over to it. */
async function ownOf(db: Db, table: "channel", agencyId: string): Promise<string> {
  const own = await db
    .selectFrom(table)
    .select("id")
    .where("agencyId", "=", agencyId)
    .executeTakeFirst();
  const id = own?.id ?? (await firstOf(db, table));
  if (!own) await db.updateTable(table).set({ agencyId }).where("id", "=", id).execute();
  return id;
}

async function firstOf(db: Db, table: "channel"): Promise<string> {
  const first = await db.selectFrom(table).select("id").executeTakeFirst();
  if (!first) throw new Error(`There is no ${table} to be tried.`);
  return first.id;
}

async function addWhatIsMissing(db: Db, agencyId: string) {
  const id = randomUUID;
  const document = await ownOf(db, "document" as "channel", agencyId);
  const added = { addedAt: MORNING, addedBy: "lan" };
  const list = { id: id(), fileName: "danh-sach.xlsx", rows: 1, undoneAt: null, undoneBy: null };
  await db
    .insertInto("spokespersonImport")
    .values({ ...list, importedAt: MORNING, importedBy: "lan" })
    .execute();
  await db
    .updateTable("assignment")
    .set({ importId: list.id })
    .where("agencyId", "=", agencyId)
    .execute();
  await db
    .insertInto("statementFile")
    .values({
      ...{ id: id(), statementId: await firstOf(db, "statement" as "channel") },
      ...{ documentId: document, title: "Phụ lục", language: "vi", isTranslation: 0, ...added },
    })
    .execute();
  await db
    .insertInto("correctionEvidence")
    .values({
      ...{ id: id(), caseId: await firstOf(db, "correctionCase" as "channel"), roundId: null },
      ...{ fileId: document, note: "Ảnh chụp", ...added, removedAt: null, removedBy: null },
    })
    .execute();
  await db
    .insertInto("inboundMail")
    .values({
      ...{ id: id(), fingerprint: id(), receivedAt: MORNING, from: "ha@bao.test" },
      ...{ to: "rsvp@press.test", subject: "Re: Họp báo", bytes: 4, raw: Buffer.from("xin ") },
      ...{ kind: "other", outcome: "review", reason: null, trust: null, words: null },
      ...{ reply: null, sequence: null, stamp: null, mailId: null, journalistId: null },
      ...{ invitationId: await firstOf(db, "invitation" as "channel") },
      ...{ settledAt: null, settledBy: null, settledByName: null },
    })
    .execute();
}
