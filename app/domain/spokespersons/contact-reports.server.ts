import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import type { Officer, Reach } from "../accounts/officer.ts";
import { holdBooks, withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { placeOf } from "../paging/page.ts";
import type { AssignmentRefusal } from "./assignment.ts";
import { PROVINCE } from "./confirmations.server.ts";
import {
  type ContactReport,
  NO_ENTRY,
  type ReportedField,
  readCorrection,
} from "./contact-report-form.ts";
import { reportAnswerLetter } from "./contact-report-letter.server.ts";
import { correctAssignment } from "./corrections.server.ts";
import { personNamed } from "./people.server.ts";
import { replaceDelegation } from "./replacing.server.ts";
import { speakersOf } from "./speakers.server.ts";

export interface ReportDetails {
  entry: string; // the id of an assignment or a delegation, or NO_ENTRY
  field: ReportedField;
  proposal: string;
  note?: string;
  reporterEmail?: string;
}

/**
 * Takes down a reader's word that something published is wrong. Nothing is changed by it, and nothing about
 * the reader is kept but an address for the answer, if they gave one. Refused: `unknown-entry`, when
 * the entry is not (any longer) on the agency's page.
 */
export async function reportContact(
  db: Db,
  agency: { id: string },
  { entry, field, proposal, note = "", reporterEmail }: ReportDetails,
  { language, at }: { language: Language; at: Moment },
) {
  const speakers = await speakersOf(db, agency, at);
  const meant = speakers.find(({ id }) => id === entry);
  if (!meant && entry !== NO_ENTRY) return { ok: false, reason: "unknown-entry" } as const;
  const isDelegation = meant?.capacity === "authorised";
  const id = randomUUID();
  await db
    .insertInto("contactReport")
    .values({
      id,
      agencyId: agency.id,
      assignmentId: meant && !isDelegation ? meant.id : null,
      delegationId: meant && isDelegation ? meant.id : null,
      field,
      proposal,
      note,
      reporterEmail: reporterEmail ?? null,
      language,
      reportedAt: at,
      decision: null,
      answer: null,
      decidedAt: null,
      decidedBy: null,
    })
    .execute();
  return { ok: true, id } as const;
}

export const REPORT_SHELVES = ["open", "decided"] as const;
export type ReportShelf = (typeof REPORT_SHELVES)[number];

const PAGE = 50;

function reportsWithin(db: Db, reach: Reach) {
  return db
    .selectFrom("contactReport")
    .innerJoin("agency", "agency.id", "contactReport.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", "province.id", "area.partOf")
    .leftJoin("assignment", "assignment.id", "contactReport.assignmentId")
    .leftJoin("delegation", "delegation.id", "contactReport.delegationId")
    .leftJoin("person", (join) =>
      join.on(({ eb, ref, fn }) =>
        eb(ref("person.id"), "=", fn.coalesce("assignment.personId", "delegation.personId")),
      ),
    )
    .where(withinReach(reach));
}

/** How many reports within reach wait for a decision. */
export async function countOpenReports(db: Db, reach: Reach): Promise<number> {
  const { count } = await reportsWithin(db, reach)
    .where("contactReport.decidedAt", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** A page of the reports within reach: the open ones oldest first, the decided ones newest first. */
export async function listReportsFor(
  db: Db,
  reach: Reach,
  { shelf, page: asked = 1 }: { shelf: ReportShelf; page?: number },
) {
  const [open, all] = await Promise.all([
    countOpenReports(db, reach),
    reportsWithin(db, reach)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow(),
  ]);
  const counts = { open, decided: all.count - open };
  const { page, pages, before } = placeOf(counts[shelf], asked, PAGE);
  const reports = await reportsWithin(db, reach)
    .select(PROVINCE)
    .select([
      "contactReport.id",
      "contactReport.field",
      "contactReport.proposal",
      "contactReport.reportedAt",
      "contactReport.decision",
      "contactReport.decidedAt",
      "agency.name as agencyName",
      "agency.nameEn as agencyNameEn",
      "person.name",
    ])
    .where("contactReport.decidedAt", shelf === "open" ? "is" : "is not", null)
    .orderBy(
      shelf === "open" ? "contactReport.reportedAt" : "contactReport.decidedAt",
      shelf === "open" ? "asc" : "desc",
    )
    .orderBy("contactReport.id")
    .limit(PAGE)
    .offset(before)
    .execute();
  return { reports, page, pages, counts };
}

/** A report with the entry that it is about as it stands now, if the agency is this officer's to work for. */
export async function findReportFor(db: Db, officer: Officer, id: string) {
  const report = await reportsWithin(db, officer)
    .selectAll("contactReport")
    .select(PROVINCE)
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("contactReport.id", "=", id)
    .executeTakeFirst();
  return report && { ...report, entry: await entryOf(db, report) };
}

export type ReportFound = NonNullable<Awaited<ReturnType<typeof findReportFor>>>;

type EntryNamed = Pick<ContactReport, "assignmentId" | "delegationId">;

/** The entry, or the one that has taken its place since by a correction. */
async function entryOf(db: Db, { assignmentId, delegationId }: EntryNamed) {
  const table = assignmentId ? ("assignment" as const) : ("delegation" as const);
  let id = assignmentId ?? delegationId;
  while (id) {
    const entry: ReportedEntry | undefined = await db
      .selectFrom(table as "assignment")
      .innerJoin("person", "person.id", `${table as "assignment"}.personId`)
      .select([`${table as "assignment"}.id`, "person.name", "position", "phone", "email"])
      .select(["annulledAt", "publishedAt"])
      .where(`${table as "assignment"}.id`, "=", id)
      .executeTakeFirst();
    if (!entry?.annulledAt) return entry && { ...entry, table };
    const next = await db
      .selectFrom(table)
      .select("id")
      .where("replacesId", "=", id)
      .executeTakeFirst();
    id = next?.id ?? null;
  }
  return undefined;
}

interface ReportedEntry {
  id: string;
  name: string;
  position: string;
  phone: string;
  email: string;
  annulledAt: Moment | null;
  publishedAt: Moment | null;
}

/** Whether applying a report changes the entry by itself; else an officer sees to it and says so. */
export function changesEntry(report: Pick<ReportFound, "field" | "entry">): boolean {
  return report.field !== "other" && report.entry !== undefined;
}

export type ReportRefusal =
  | { reason: "decided" }
  | { reason: "gone" }
  | { reason: "annulled" }
  | { reason: "bad-value"; problem: string }
  | { reason: "has-delegations" }
  | AssignmentRefusal;

/**
 * Puts right what a reader reported: the entry is annulled and replaced by a corrected one, the reader is told,
 * and their address is forgotten. Where no single field is meant, an officer has changed the books by hand, and
 * it is only written down. Refused: `decided` already, `gone`, `bad-value`, and what a correction is refused for.
 */
export async function applyReport(
  db: Db,
  report: ReportFound,
  { value, answer }: { value?: string; answer: string },
  signed: Signature,
): Promise<{ ok: true } | ({ ok: false } & ReportRefusal)> {
  return allOrNothing(db, async (trx) => {
    if (!(await decide(trx, report, { decision: "applied", answer }, signed)))
      return { ok: false, reason: "decided" } as const;
    if (report.field === "other" || (!report.assignmentId && !report.delegationId))
      return { ok: true } as const;
    const entry = await entryOf(trx, report);
    if (!entry) return { ok: false, reason: "gone" } as const;
    const read = readCorrection(report.field, value);
    if ("problem" in read)
      return { ok: false, reason: "bad-value", problem: read.problem } as const;
    const change = { [report.field]: read.value };
    return entry.table === "assignment"
      ? correctOne(trx, entry.id, change, answer, signed)
      : correctDelegation(trx, entry.id, change, answer, signed);
  });
}

/** Leaves the entry as it is, with a reason that the reader is told. Refused: `decided` already. */
export async function declineReport(
  db: Db,
  report: ReportFound,
  { answer }: { answer: string },
  signed: Signature,
) {
  return allOrNothing(db, async (trx) =>
    (await decide(trx, report, { decision: "declined", answer }, signed))
      ? ({ ok: true } as const)
      : ({ ok: false, reason: "decided" } as const),
  );
}

/** Decided once; the answer is posted and the address forgotten in the same breath. */
async function decide(
  trx: Db,
  report: ReportFound,
  { decision, answer }: { decision: "applied" | "declined"; answer: string },
  signed: Signature,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("contactReport")
    .set({ decision, answer, decidedAt: signed.at, decidedBy: signed.by.id, reporterEmail: null })
    .where("id", "=", report.id)
    .where("decidedAt", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const { reporterEmail } = report;
  if (reporterEmail)
    await post(
      trx,
      [reportAnswerLetter({ ...report, reporterEmail }, { decision, answer }, signed.at)],
      signed.at,
    );
  await record(trx, signed, {
    act: "contact-report.decided",
    about: { id: report.id },
    agencyId: report.agencyId,
    particulars: {
      name: report.entry?.name ?? report.agencyName,
      field: report.field,
      decision,
    },
  });
  return true;
}

type Change = Partial<Pick<ReportedEntry, "name" | "position" | "phone" | "email">>;

async function correctOne(
  trx: Db,
  id: string,
  change: Change,
  reason: string,
  signed: Signature,
): Promise<{ ok: true } | ({ ok: false } & ReportRefusal)> {
  const { name, ...entry } = await trx
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .select(["assignment.id", "assignment.agencyId", "person.name", "position", "phone", "email"])
    .select(["capacity", "decisionNo", "decisionDay", "fromDay", "untilDay"])
    .select(["decisionAt", "decisionSigner", "decisionFileId", "besideReason"])
    .where("assignment.id", "=", id)
    .executeTakeFirstOrThrow();
  const { id: _, agencyId, ...details } = { ...entry, name, ...change };
  const outcome = await correctAssignment(trx, { id, agencyId }, details, { reason }, signed);
  return outcome.ok ? { ok: true } : outcome;
}

/** As a correction of an assignment: annulled and replaced, public as it was. */
async function correctDelegation(
  trx: Db,
  id: string,
  { name, ...change }: Change,
  reason: string,
  given: Signature,
) {
  const before = await trx
    .selectFrom("delegation")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const signed = await holdBooks(trx, [before.agencyId], given);
  const { annulledAt } = await trx
    .selectFrom("delegation")
    .select("annulledAt")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (annulledAt !== null) return { ok: false, reason: "annulled" } as const;
  const personId = name ? await personNamed(trx, { id: before.agencyId }, name) : before.personId;
  await replaceDelegation(trx, before, { ...change, personId }, reason, signed);
  return { ok: true } as const;
}

/** The speakers of an agency's page now, for a reader to say which one is meant. */
export async function entriesToReport(db: Db, agency: { id: string }, at: Moment) {
  const speakers = await speakersOf(db, agency, at);
  return speakers.map(({ id, name, position, phone, email }) => {
    return { id, name, position, phone, email };
  });
}
