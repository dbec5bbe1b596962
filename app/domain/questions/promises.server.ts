import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { postAll } from "../invitations/invitations.server.ts";
import { pageFound } from "../paging/page.server.ts";
import { dueFor, dueForMany } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import { type Share, shareOf } from "./promise.ts";
import { promiseLetter, type Recipient } from "./promise-letter.server.ts";
import type { Keeping } from "./question-form.ts";
import { answererOf, type MoveOutcome, moveQuestion } from "./questions.server.ts";

/** The rule that says by when a question of the press is answered, where the office did not promise another time. */
const RULE = "reply.journalist_question";

/** When a question left open at a moment is to be answered by the rule, explained; undefined where there is none. */
export function dueByRule(db: Db, agency: { id: string }, at: Moment): Promise<Due | undefined> {
  return dueFor(db, RULE, { start: at, agencyId: agency.id });
}

export type PromiseOutcome =
  | { ok: true; id: string; dueAt: Moment }
  | { ok: false; reason: Extract<MoveOutcome, { ok: false }>["reason"] | "no-due" | "in-the-past" };

/**
 * Leaves a question open, with a promise of who answers it and by when: as the rule of the day has it, unless the office
 * says another time. Refused: `no-due` where neither does, `in-the-past`, or where the question stands.
 */
export async function leaveOpen(
  db: Db,
  question: { id: string; agencyId: string; subject: string; number: number },
  { owner, dueAt: said }: { owner: string; dueAt?: Moment },
  signed: Signature,
): Promise<PromiseOutcome> {
  return allOrNothing<PromiseOutcome>(db, async (trx) => {
    const { agencyId, subject, number } = question;
    const dueAt = said ?? (await dueByRule(trx, { id: agencyId }, signed.at))?.at;
    if (!dueAt) return { ok: false, reason: "no-due" };
    if (dueAt <= signed.at) return { ok: false, reason: "in-the-past" };
    const open = async () => ({ facts: { openAt: signed.at } });
    const moved = await moveQuestion(trx, question, "open", open, signed);
    if (!moved.ok) return moved;
    const id = randomUUID();
    await trx
      .insertInto("promise")
      .values({
        ...{ id, questionId: question.id, agencyId, owner, dueAt },
        ...{ promisedAt: signed.at, promisedBy: signed.by.id, ...NOT_KEPT },
      })
      .execute();
    const particulars = { subject, number, owner, dueAt };
    await record(trx, signed, { act: "promise.made", about: { id }, agencyId, particulars });
    return { ok: true, id, dueAt };
  });
}

const NOT_KEPT = {
  keptAt: null,
  keptBy: null,
  answer: null,
  answererId: null,
  answererName: null,
  answererPosition: null,
  answererCapacity: null,
};

export type KeepOutcome =
  | { ok: true; letters: number }
  | { ok: false; reason: "kept" | "not-a-speaker" };

/**
 * Keeps a promise: the answer stands on the meeting's public page with its question, and goes by letter to everybody
 * who was present and left an address, once each. Refused: `kept` before, `not-a-speaker` for whoever may not speak for
 * the agency at this moment (Decree 244/2026, art. 3).
 */
export async function keepPromise(
  db: Db,
  { id }: { id: string },
  { answererId, answer }: Keeping,
  signed: Signature,
): Promise<KeepOutcome> {
  return allOrNothing<KeepOutcome>(db, async (trx) => {
    const promise = await promisesOfMeetings(trx).where("promise.id", "=", id).executeTakeFirst();
    if (!promise) throw new Error(`There is no promise ${id}.`);
    const { agencyId, subject, number, meetingId } = promise;
    const answerer = await answererOf(trx, { id: agencyId }, answererId, signed.at);
    if (!answerer) return { ok: false, reason: "not-a-speaker" };
    const kept = await trx
      .updateTable("promise")
      .set({ keptAt: signed.at, keptBy: signed.by.id, answer, ...answerer })
      .where("id", "=", id)
      .where("keptAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!kept) return { ok: false, reason: "kept" };

    const recipients = await recipientsOf(trx, promise);
    const answered = { ...promise, answer, ...answerer };
    await postAll(
      trx,
      recipients,
      (recipient) => promiseLetter({ ...answered, meetingId }, recipient, signed.at),
      signed,
    );
    const particulars = { subject, number, letters: recipients.length };
    await record(trx, signed, { act: "promise.kept", about: { id }, agencyId, particulars });
    return { ok: true, letters: recipients.length };
  });
}

/** To how many addresses the answer goes, and how far its letters have come. */
export async function lettersOf(db: Db, promise: PromiseOfMeeting) {
  const letters = await db
    .selectFrom("mail")
    .select(["stage"])
    .where("promiseId", "=", promise.id)
    .execute();
  const recipients = promise.keptAt ? letters : await recipientsOf(db, promise);
  const sent = letters.filter(({ stage }) => stage === "sent").length;
  return { recipients: recipients.length, sent };
}

/** Everybody who was present with an address, and whoever asked, who may have done so from afar; each address once. */
async function recipientsOf(
  db: Db,
  { meetingId, questionId }: { meetingId: string; questionId: string },
): Promise<Recipient[]> {
  const [present, asker] = await Promise.all([
    db
      .selectFrom("attendance")
      .leftJoin("invitation", "invitation.id", "attendance.invitationId")
      .leftJoin("journalist", "journalist.id", "invitation.journalistId")
      .select(["attendance.name", "attendance.email", "journalist.language"])
      .select(["journalist.name as invitedName", "journalist.email as invitedEmail"])
      .where("attendance.meetingId", "=", meetingId)
      .where("attendance.undoneAt", "is", null)
      .orderBy("attendance.inAt")
      .orderBy("attendance.id")
      .execute(),
    db
      .selectFrom("question")
      .innerJoin("invitation", "invitation.id", "question.invitationId")
      .innerJoin("journalist", "journalist.id", "invitation.journalistId")
      .select(["journalist.name", "journalist.email", "journalist.language"])
      .where("question.id", "=", questionId)
      .execute(),
  ]);
  // Who came in somebody's place gets it by the one who was invited: theirs is the address that we were given.
  const all = [
    ...present.map(({ name, email, invitedName, invitedEmail, language }) => ({
      name: name ?? invitedName ?? "",
      email: email ?? invitedEmail ?? "",
      language: language ?? ("vi" as const),
    })),
    ...asker,
  ];
  const once = new Map(
    all.toReversed().flatMap((one) => (one.email ? [[one.email, one] as const] : [])),
  );
  return [...once.values()].toReversed();
}

/** Promises with their question and its meeting. */
export function promisesOfMeetings(db: Db) {
  return db
    .selectFrom("promise")
    .innerJoin("question", "question.id", "promise.questionId")
    .innerJoin("meeting", "meeting.id", "question.meetingId")
    .innerJoin("agency", "agency.id", "promise.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("invitation", "invitation.id", "question.invitationId")
    .leftJoin("journalist", "journalist.id", "invitation.journalistId")
    .selectAll("promise")
    .select(["question.meetingId", "question.number", "question.text", "question.outletName"])
    .select(["question.askerName", "question.nameAgreed", "journalist.name as invitedName"])
    .select(["meeting.subject", "meeting.startsAt", "meeting.zone", "meeting.kind"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"]);
}

export type PromiseOfMeeting = Awaited<
  ReturnType<ReturnType<typeof promisesOfMeetings>["executeTakeFirstOrThrow"]>
>;

/** The promise, if its agency is this officer's to work for, with what the rule says of its time. */
export async function findPromiseFor(db: Db, officer: Officer, id: string) {
  const promise = await promisesOfMeetings(db)
    .where("promise.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
  if (!promise) return undefined;
  const due = await dueByRule(db, { id: promise.agencyId }, promise.promisedAt);
  return { ...promise, due };
}

/** The promises of a meeting by their question. */
export async function promiseIdsOf(db: Db, meeting: { id: string }): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("promise")
    .innerJoin("question", "question.id", "promise.questionId")
    .select(["promise.id", "promise.questionId"])
    .where("question.meetingId", "=", meeting.id)
    .execute();
  return new Map(rows.map(({ id, questionId }) => [questionId, id]));
}

/** The promises an officer's agencies have still to keep, soonest due first, with what the rule says of each. */
export async function listOpenPromises(db: Db, officer: Officer) {
  const promises = await promisesOfMeetings(db)
    .where(withinReach(officer))
    .where("promise.keptAt", "is", null)
    .orderBy("promise.dueAt")
    .orderBy("promise.id")
    .execute();
  const dues = await dueForMany(
    db,
    RULE,
    promises.map(({ promisedAt, agencyId }) => ({ start: promisedAt, agencyId })),
  );
  return promises.map(({ id, number, text, subject, owner, dueAt, ...promise }, i) => ({
    ...{ id, number, text, subject, owner, dueAt, meetingId: promise.meetingId },
    ...{ agencyName: promise.agencyName, agencyNameEn: promise.agencyNameEn },
    due: dues[i] && { ...dues[i], at: dueAt },
  }));
}

const PAGE = 50;

/** A page of the promises that an officer's agencies have kept, the last kept first. */
export async function listKeptPromises(db: Db, officer: Officer, asked = 1) {
  const kept = promisesOfMeetings(db)
    .where(withinReach(officer))
    .where("promise.keptAt", "is not", null)
    .orderBy("promise.keptAt", "desc")
    .orderBy("promise.id");
  const { shown: promises, page, pages } = await pageFound(kept, asked, PAGE);
  return { promises, page, pages };
}

/** How an agency keeps what it promises the press, over all its meetings; what it took over is its own. */
export async function shareOfAgency(
  db: Db,
  agency: { id: string },
  at: Moment,
): Promise<Share | undefined> {
  const promises = await db
    .selectFrom("promise")
    .select(["dueAt", "keptAt"])
    .where("agencyId", "=", agency.id)
    .execute();
  return promises.length > 0 ? shareOf(promises, at) : undefined;
}
