import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { dueFor, dueForMany, findRule } from "../policies/due.server.ts";
import { choicesOf } from "../policies/policy.ts";
import { officeOf, provinceInHand } from "../press/scope.server.ts";
import { type Accreditation, type DecisionForm, mayObject, standingOf } from "./accreditation.ts";
import { decisionLetter } from "./accreditation-letters.server.ts";
import { findForeignPress } from "./profile.server.ts";
import type { Approval } from "./profile-form.ts";
import { holdRecord } from "./records.server.ts";
import type { Visitor } from "./visitor.ts";

export type AccreditationRefusal =
  | "unknown"
  | "asked-already"
  | "not-a-meeting"
  | "decided-already"
  | "pending-approval"
  | "not-a-ground"
  | "needs-reason"
  | "may-not-object"
  | "same-officer"
  | "reviewed-already"
  | "not-foreign";
export type AccreditationOutcome =
  | { ok: true; id: string }
  | { ok: false; reason: AccreditationRefusal };

interface Request {
  journalistId: string;
  provinceId: string;
  meetingId: string | null;
  purpose: string;
}

/**
 * Asks that a journalist be admitted to a meeting, or to a province's meetings. Refused: `unknown`, `not-a-meeting`
 * that the public knows of in that province and is still to come, `asked-already`.
 */
export async function requestAccreditation(
  db: Db,
  request: Request,
  signed: Signature,
  enteredBy: Officer | null = null,
): Promise<AccreditationOutcome> {
  return allOrNothing<AccreditationOutcome>(db, async (trx) => {
    const held = await holdRecord(trx, { id: request.journalistId });
    if (!held || held.provinceId !== request.provinceId) return { ok: false, reason: "unknown" };
    const { meetingId } = request;
    if (
      meetingId &&
      !(await meetingsToCome(trx, request.provinceId, signed.at)).some(is(meetingId))
    )
      return { ok: false, reason: "not-a-meeting" };
    const id = randomUUID();
    const open = await trx
      .selectFrom("accreditation")
      .select("id")
      .where("journalistId", "=", held.id)
      .where("meetingId", meetingId ? "=" : "is", meetingId)
      .where("decidedAt", "is", null)
      .executeTakeFirst();
    if (open) return { ok: false, reason: "asked-already" };
    await trx
      .insertInto("accreditation")
      .values({ ...request, id, requestedAt: signed.at, requestedBy: enteredBy?.id ?? null })
      .execute();
    await record(trx, signed, {
      ...{ act: "accreditation.requested", about: { id } },
      agencyId: await officeOf(trx, request.provinceId),
      particulars: { name: held.name },
    });
    return { ok: true, id };
  });
}

const is = (id: string) => (one: { id: string }) => one.id === id;

/** The announced meetings of a province that have not begun: what somebody can ask to be admitted to. */
export function meetingsToCome(db: Db, provinceId: string, at: Moment) {
  return db
    .selectFrom("meeting")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["meeting.id", "meeting.subject", "meeting.startsAt", "meeting.zone"])
    .where((eb) => eb(provinceOf(eb as never), "=", provinceId))
    .where("meeting.announcedAt", "is not", null)
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.postponedAt", "is", null)
    .where("meeting.startsAt", ">", at)
    .orderBy("meeting.startsAt")
    .limit(100)
    .execute();
}

/** Those of them that are this officer's to decide about. */
export async function meetingsToDecide(db: Db, officer: Officer, provinceId: string, at: Moment) {
  const [all, mine] = await Promise.all([
    meetingsToCome(db, provinceId, at),
    db
      .selectFrom("meeting")
      .innerJoin("agency", "agency.id", "meeting.agencyId")
      .innerJoin("area", "area.id", "agency.areaId")
      .select("meeting.id")
      .where(withinReach(officer))
      .where("meeting.startsAt", ">", at)
      .execute(),
  ]);
  const own = new Set(mine.map(({ id }) => id));
  return all.filter(({ id }) => own.has(id));
}

function inFull(db: Db) {
  return db
    .selectFrom("accreditation")
    .innerJoin("journalist", "journalist.id", "accreditation.journalistId")
    .innerJoin("area as province", "province.id", "accreditation.provinceId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .leftJoin("meeting", "meeting.id", "accreditation.meetingId")
    .leftJoin("agency", "agency.id", "meeting.agencyId")
    .leftJoin("area", "area.id", "agency.areaId")
    .leftJoin("foreignPress", "foreignPress.journalistId", "journalist.id")
    .selectAll("accreditation")
    .select(["journalist.name", "journalist.email", "journalist.language"])
    .select(["journalist.pressCardNo", "journalist.pressCardUntilDay"])
    .select(["journalist.introLetterNo", "journalist.introLetterUntilDay"])
    .select(["journalist.introLetterFor", "journalist.unsubscribedAt"])
    .select(["outlet.name as outletName", "meeting.subject", "meeting.startsAt", "meeting.zone"])
    .select(["meeting.agencyId", "province.type", "province.name as provinceName"])
    .select(["province.nameEn", "foreignPress.kind as foreignKind", "foreignPress.paperNo"])
    .select(["foreignPress.paperUntilDay", "foreignPress.toldAt", "foreignPress.approval"])
    .select(["foreignPress.approvalNo", "foreignPress.approvalDay"]);
}

export type AccreditationFound = NonNullable<
  Awaited<ReturnType<ReturnType<typeof inFull>["executeTakeFirst"]>>
>;

const foreignOf = ({ foreignKind, approval }: AccreditationFound) =>
  foreignKind ? { approval } : undefined;

/** What an officer may decide: a meeting's by whoever works for its agency, all others by the province's office. */
function within(officer: Officer) {
  const province = provinceInHand(officer);
  return (query: ReturnType<typeof inFull>) =>
    query
      .where("journalist.erasedAt", "is", null)
      .$if(province !== undefined, (own) =>
        own.where("accreditation.provinceId", "=", province as string),
      )
      .$if(officer.reach === "agency", (own) => own.where(withinReach(officer) as never));
}

/** The request with all that is decided by, if it is this officer's to decide. */
export async function findAccreditationFor(db: Db, officer: Officer, id: string) {
  const found = await within(officer)(inFull(db))
    .where("accreditation.id", "=", id)
    .executeTakeFirst();
  return found && { ...found, standing: standingOf(found, foreignOf(found)) };
}

/** How many wait for this officer's word: requests, and objections to what was decided. */
export async function countAccreditationsFor(db: Db, officer: Officer) {
  const { open, objected } = await within(officer)(inFull(db))
    .clearSelect()
    .select((eb) => [
      eb.fn
        .count<number>("accreditation.id")
        .filterWhere("accreditation.decidedAt", "is", null)
        .as("open"),
      eb.fn
        .count<number>("accreditation.id")
        .filterWhere("accreditation.objectedAt", "is not", null)
        .filterWhere("accreditation.reviewedAt", "is", null)
        .as("objected"),
    ])
    .executeTakeFirstOrThrow();
  return { open: Number(open), objected: Number(objected) };
}

export const SHELVES = ["open", "objected", "decided"] as const;
export type Shelf = (typeof SHELVES)[number];

/** The requests that are this officer's to decide, on the shelf where they stand, with the clock that runs. */
export async function listAccreditationsFor(db: Db, officer: Officer, shelf: Shelf) {
  const rows = await within(officer)(inFull(db))
    .orderBy("accreditation.requestedAt", "desc")
    .limit(1000)
    .execute();
  const shelfOf = ({ decidedAt, objectedAt, reviewedAt }: Accreditation): Shelf => {
    if (!decidedAt) return "open";
    return objectedAt && !reviewedAt ? "objected" : "decided";
  };
  const counts = Object.fromEntries(
    SHELVES.map((one) => [one, rows.filter((row) => shelfOf(row) === one).length]),
  ) as Record<Shelf, number>;
  const shown = rows.filter((row) => shelfOf(row) === shelf);
  const [replies, objections] = await Promise.all([
    dueForMany(db, "accreditation.reply", shown.map(startOf)),
    dueForMany(
      db,
      "accreditation.objection",
      shown.map((row) => ({ ...startOf(row), start: row.objectedAt ?? row.requestedAt })),
    ),
  ]);
  return {
    counts,
    accreditations: shown.map((row, place) => ({
      ...row,
      standing: standingOf(row, foreignOf(row)),
      due: (row.objectedAt ? objections : replies)[place],
    })),
  };
}

const startOf = ({ requestedAt, provinceId }: Accreditation) => ({
  start: requestedAt,
  provinceId,
});

/** The clocks of a request: the desk's answer, the province's word on the foreign press, the answer to an objection. */
export async function clocksOf(db: Db, found: AccreditationFound) {
  const { provinceId, requestedAt, objectedAt, toldAt } = found;
  const [reply, approval, objection] = await Promise.all([
    dueFor(db, "accreditation.reply", { start: requestedAt, provinceId }),
    toldAt ? dueFor(db, "foreign.pc_reply", { start: toldAt, provinceId }) : undefined,
    objectedAt
      ? dueFor(db, "accreditation.objection", { start: objectedAt, provinceId })
      : undefined,
  ]);
  return { reply, approval, objection };
}

/** The grounds on which admission may be refused on a day, with the text that lists them. */
export async function groundsOn(db: Db, provinceId: string, at: Moment) {
  const rule = await findRule(db, "accreditation.refusal", { day: dayOf(at), provinceId });
  return rule
    ? {
        codes: choicesOf(rule.held),
        ...{ legalRef: rule.held.legalRef, verifiedBy: rule.held.verifiedBy },
      }
    : { codes: [], legalRef: "", verifiedBy: null };
}

/**
 * Decides on a request, and tells the journalist in their language. Refused: `unknown`, `decided-already`;
 * `pending-approval` while the province has not agreed to somebody of the foreign press; a refusal without a ground
 * in force (`not-a-ground`) or a text (`needs-reason`).
 */
export async function decideAccreditation(
  db: Db,
  officer: Officer,
  id: string,
  { decision, limits, ground, reason }: DecisionForm,
  signed: Signature,
): Promise<AccreditationOutcome> {
  return allOrNothing<AccreditationOutcome>(db, async (trx) => {
    const found = await holdAccreditation(trx, officer, id);
    if (!found) return { ok: false, reason: "unknown" };
    if (found.decidedAt) return { ok: false, reason: "decided-already" };
    const admits = decision === "approved" || decision === "limited";
    if (admits && found.standing === "pending-approval")
      return { ok: false, reason: "pending-approval" };
    const grounds = await groundsOn(trx, found.provinceId, signed.at);
    const refused = decision === "refused";
    if (refused && !grounds.codes.includes(ground ?? ""))
      return { ok: false, reason: "not-a-ground" };
    if (refused && !reason) return { ok: false, reason: "needs-reason" };
    await trx
      .updateTable("accreditation")
      .set({
        ...{ decision, limits: decision === "limited" ? (limits ?? null) : null },
        ...{ ground: refused ? (ground ?? null) : null, reason: reason || null },
        ...{ legalRef: refused ? grounds.legalRef : null },
        ...{ groundVerifiedBy: refused ? grounds.verifiedBy : null },
        ...{ decidedAt: signed.at, decidedBy: signed.by.id, decidedByName: signed.by.name },
      })
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "accreditation.decided", about: found },
      agencyId: found.agencyId ?? (await officeOf(trx, found.provinceId)),
      particulars: { name: found.name, decision, ground: ground ?? null },
    });
    const decided = (await findAccreditationFor(trx, officer, id)) as AccreditationFound;
    await post(trx, [await decisionLetter(trx, decided, signed.at)], signed.at);
    return { ok: true, id };
  });
}

/** The request with all that is decided by, nobody else's to decide until the transaction ends; undefined if it is not theirs. */
export async function holdAccreditation(trx: Db, officer: Officer, id: string) {
  await trx
    .updateTable("accreditation")
    .set((row) => ({ purpose: row.ref("purpose") }))
    .where("id", "=", id)
    .execute();
  return findAccreditationFor(trx, officer, id);
}

/** Writes down what the province's committee answered about a correspondent of the foreign press. Refused: `unknown`, `not-foreign`. */
export async function recordApproval(
  db: Db,
  officer: Officer,
  id: string,
  { approval, approvalNo = undefined, approvalDay }: Approval,
  signed: Signature,
): Promise<AccreditationOutcome> {
  return allOrNothing<AccreditationOutcome>(db, async (trx) => {
    const found = await holdAccreditation(trx, officer, id);
    if (!found) return { ok: false, reason: "unknown" };
    const foreign = await findForeignPress(trx, { id: found.journalistId });
    if (!foreign) return { ok: false, reason: "not-foreign" };
    await trx
      .updateTable("foreignPress")
      .set({ approval, approvalNo: approvalNo ?? null, approvalDay })
      .set({ decidedAt: signed.at, decidedBy: signed.by.id })
      .where("journalistId", "=", found.journalistId)
      .execute();
    await record(trx, signed, {
      ...{ act: "accreditation.approval-recorded", about: found },
      agencyId: found.agencyId ?? (await officeOf(trx, found.provinceId)),
      particulars: { name: found.name, approval, number: approvalNo ?? null },
    });
    return { ok: true, id };
  });
}

/** One's own requests, newest first. */
export async function ownAccreditations(db: Db, visitor: Visitor) {
  const rows = await inFull(db)
    .where(
      "accreditation.journalistId",
      "in",
      visitor.records.map(({ id }) => id),
    )
    .orderBy("accreditation.requestedAt", "desc")
    .execute();
  return rows.map(shown);
}

/** One of one's own requests with its clocks; undefined for any other's. */
export async function findOwnAccreditation(db: Db, visitor: Visitor, id: string) {
  const found = await inFull(db)
    .where("accreditation.id", "=", id)
    .where(
      "accreditation.journalistId",
      "in",
      visitor.records.map((record) => record.id),
    )
    .executeTakeFirst();
  return found && { ...shown(found), clocks: await clocksOf(db, found) };
}

/** What a journalist is shown of a request: who signed for the office is named, their accounts are not. */
function shown(found: AccreditationFound) {
  const { requestedBy, decidedBy, reviewedBy, email, ...own } = found;
  return {
    ...own,
    standing: standingOf(found, foreignOf(found)),
    mayObject: mayObject(found),
  };
}
