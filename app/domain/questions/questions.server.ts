import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import { byInvitation, type Signature } from "../audit/entry.ts";
import { findInvitation } from "../invitations/replies.server.ts";
import { findMeeting, findMeetingFor, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import {
  type AskRefusal,
  MOST_AHEAD,
  mayMove,
  type Question,
  type State,
  stateOf,
  whyNotAsk,
  whyNotTake,
} from "./question.ts";
import type { Ahead, Answer, InRoom } from "./question-form.ts";
import { inCallingOrder, orderOf } from "./question-order.server.ts";
import type { Order } from "./question-order.ts";

export type AskOutcome = { ok: true; id: string } | { ok: false; reason: AskRefusal | "unknown" };

/**
 * Takes a question that an invited journalist sends by the letter's link, ahead or from afar while the meeting is on.
 * Refused: `unknown` token, `too-many` from one journalist, or where the meeting stands.
 */
export async function sendQuestion(
  db: Db,
  token: string,
  { text, nameAgreed, remote }: Ahead,
  at: Moment,
): Promise<AskOutcome> {
  const invitation = await findInvitation(db, token);
  if (!invitation) return { ok: false, reason: "unknown" };
  const { id: invitationId, meeting, outletName } = invitation;
  const barred = whyNotAsk(meeting, at);
  if (barred) return { ok: false, reason: barred };
  return allOrNothing<AskOutcome>(db, async (trx) => {
    // One journalist's questions come one after the other, or two at once would both be the last allowed.
    await trx
      .updateTable("invitation")
      .set((eb) => ({ calendarUid: eb.ref("calendarUid") }))
      .where("id", "=", invitationId)
      .execute();
    const { sent } = await trx
      .selectFrom("question")
      .select(({ fn }) => fn.countAll<number>().as("sent"))
      .where("invitationId", "=", invitationId)
      .where("withdrawnAt", "is", null)
      .executeTakeFirstOrThrow();
    if (Number(sent) >= MOST_AHEAD) return { ok: false, reason: "too-many" };
    const id = await addQuestion(trx, meeting, {
      ...{ invitationId, askerName: null, outletName, text },
      ...{ nameAgreed: Number(nameAgreed), remote: Number(remote) },
      ...{ receivedAt: at, receivedBy: null },
    });
    const { agencyId, subject } = meeting;
    const signed = { by: byInvitation(invitation), at };
    const particulars = { subject, outlet: outletName };
    await record(trx, signed, { act: "question.sent", about: { id }, agencyId, particulars });
    return { ok: true, id };
  });
}

export type TakeOutcome =
  | { ok: true; id: string }
  | { ok: false; reason: NonNullable<ReturnType<typeof whyNotTake>> };

/** Takes a question down in the room, for whoever asks it. Refused where the meeting stands. */
export async function takeQuestion(
  db: Db,
  meeting: { id: string },
  { text, askerName, outletName, nameAgreed, remote }: InRoom,
  signed: Signature,
): Promise<TakeOutcome> {
  return allOrNothing<TakeOutcome>(db, async (trx) => {
    const current = (await findMeeting(trx, meeting.id)) as MeetingOfAgency;
    const barred = whyNotTake(current);
    if (barred) return { ok: false, reason: barred };
    const id = await addQuestion(trx, meeting, {
      ...{ invitationId: null, askerName: askerName ?? null, outletName: outletName ?? null, text },
      ...{ nameAgreed: Number(nameAgreed), remote: Number(remote) },
      ...{ receivedAt: signed.at, receivedBy: signed.by.id },
    });
    const { agencyId, subject } = current;
    const particulars = { subject, outlet: outletName ?? null };
    await record(trx, signed, { act: "question.taken", about: { id }, agencyId, particulars });
    return { ok: true, id };
  });
}

type New = Pick<
  Question,
  | "invitationId"
  | "askerName"
  | "outletName"
  | "text"
  | "nameAgreed"
  | "remote"
  | "receivedAt"
  | "receivedBy"
>;

/** Numbers go up by one in each meeting; of two who take the same the second tries the next. */
async function addQuestion(trx: Db, { id: meetingId }: { id: string }, row: New): Promise<string> {
  for (;;) {
    const { last } = await trx
      .selectFrom("question")
      .select(({ fn }) => fn.max("number").as("last"))
      .where("meetingId", "=", meetingId)
      .executeTakeFirstOrThrow();
    const id = randomUUID();
    const added = await trx
      .insertInto("question")
      .values({
        ...{ ...row, id, meetingId, number: Number(last ?? 0) + 1 },
        ...{ askedAt: null, answeredAt: null, openAt: null, withdrawnAt: null, answer: null },
        ...NOBODY,
      })
      .onConflict((clash) => clash.columns(["meetingId", "number"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added) return id;
  }
}

const NOBODY = {
  answererId: null,
  answererName: null,
  answererPosition: null,
  answererCapacity: null,
};

export type MoveOutcome =
  | { ok: true }
  | { ok: false; reason: `is-${State}` | "not-a-speaker" | "unknown" };

/**
 * Calls a question: it is asked aloud now, and public from now on; the log says when it was not its turn. Refused where
 * it stands.
 */
export async function callQuestion(
  db: Db,
  question: { id: string },
  signed: Signature,
): Promise<MoveOutcome> {
  const at = signed.at;
  const isTurn = async (trx: Db, { meetingId }: QuestionOfMeeting) => {
    const meeting = (await findMeeting(trx, meetingId)) as MeetingOfAgency;
    const { waiting } = await questionsInTurn(trx, meeting, at);
    return waiting[0]?.id === question.id;
  };
  return moveQuestion(
    db,
    question,
    "asked",
    async (trx, found) => ({ facts: { askedAt: at }, inTurn: await isTurn(trx, found) }),
    signed,
  );
}

/** Withdraws a question that is not answered; it is not called, and public no more. Refused where it stands. */
export async function withdrawQuestion(
  db: Db,
  question: { id: string },
  signed: Signature,
): Promise<MoveOutcome> {
  const withdrawn = async () => ({ facts: { withdrawnAt: signed.at } });
  return moveQuestion(db, question, "withdrawn", withdrawn, signed);
}

/** The same by its asker, by the letter's link. Refused: `unknown` when it is not theirs, or where it stands. */
export async function withdrawOwn(
  db: Db,
  token: string,
  id: string,
  at: Moment,
): Promise<MoveOutcome> {
  const invitation = await findInvitation(db, token);
  const own =
    invitation &&
    (await db
      .selectFrom("question")
      .select("id")
      .where("id", "=", id)
      .where("invitationId", "=", invitation.id)
      .executeTakeFirst());
  if (!own) return { ok: false, reason: "unknown" };
  return withdrawQuestion(db, own, { by: byInvitation(invitation), at });
}

/**
 * Notes who answered a question and what. Refused: `not-a-speaker` for whoever could not speak for the agency when it
 * was asked (Decree 244/2026, art. 3), or where the question stands.
 */
export async function answerQuestion(
  db: Db,
  question: { id: string },
  { answererId, answer, answerPublic }: Answer,
  signed: Signature,
): Promise<MoveOutcome> {
  return moveQuestion(
    db,
    question,
    "answered",
    async (trx, { agencyId, askedAt }) => {
      const answerer = await answererOf(trx, { id: agencyId }, answererId, askedAt ?? signed.at);
      const notes = { answer: answer || null, answerPublic: Number(answerPublic) };
      return answerer && { facts: { answeredAt: signed.at, ...answerer, ...notes } };
    },
    signed,
  );
}

/** Name, position and capacity of whoever may speak for an agency at a moment; undefined for anybody else. */
export async function answererOf(
  db: Db,
  agency: { id: string },
  personId: string,
  at: Moment,
): Promise<Pick<Question, keyof typeof NOBODY> | undefined> {
  const speaker = (await speakersOf(db, agency, at)).find((one) => one.personId === personId);
  return (
    speaker && {
      answererId: speaker.personId,
      answererName: speaker.name,
      answererPosition: speaker.position,
      answererCapacity: speaker.capacity,
    }
  );
}

interface Moved {
  facts: Partial<Omit<Question, "id" | "meetingId" | "number" | "text">>;
  inTurn?: boolean;
}

/** Moves a question on, as it stands when it is its turn: of two officers the second is told where it is now. */
export async function moveQuestion(
  db: Db,
  { id }: { id: string },
  to: State,
  movedBy: (trx: Db, question: QuestionOfMeeting) => Promise<Moved | undefined>,
  signed: Signature,
): Promise<MoveOutcome> {
  return allOrNothing<MoveOutcome>(db, async (trx) => {
    await trx
      .updateTable("question")
      .set((eb) => ({ number: eb.ref("number") }))
      .where("id", "=", id)
      .execute();
    const question = await questionsOfMeetings(trx)
      .where("question.id", "=", id)
      .executeTakeFirstOrThrow();
    if (!mayMove(question, to)) return { ok: false, reason: `is-${stateOf(question)}` };
    const moved = await movedBy(trx, question);
    if (!moved) return { ok: false, reason: "not-a-speaker" };
    const { facts, inTurn } = moved;
    await trx.updateTable("question").set(facts).where("id", "=", id).execute();
    const { agencyId, subject, number } = question;
    if (to !== "waiting" && to !== "open")
      await record(trx, signed, {
        act: `question.${to}`,
        about: { id },
        agencyId,
        particulars: {
          ...{ subject, number, by: facts.answererName ?? null },
          ...(inTurn === false && { outOfTurn: true }),
        },
      });
    return { ok: true };
  });
}

/** Questions with their meeting and whoever asks. */
function questionsOfMeetings(db: Db) {
  return db
    .selectFrom("question")
    .innerJoin("meeting", "meeting.id", "question.meetingId")
    .leftJoin("invitation", "invitation.id", "question.invitationId")
    .leftJoin("journalist", "journalist.id", "invitation.journalistId")
    .selectAll("question")
    .select(["meeting.agencyId", "meeting.subject", "meeting.startsAt"])
    .select("journalist.name as invitedName");
}

export type QuestionOfMeeting = Awaited<
  ReturnType<ReturnType<typeof questionsOfMeetings>["executeTakeFirstOrThrow"]>
>;

/** The question, if its meeting is this officer's to work for. */
export async function findQuestionFor(db: Db, officer: Officer, id: string) {
  const question = await questionsOfMeetings(db).where("question.id", "=", id).executeTakeFirst();
  const meeting = question && (await findMeetingFor(db, officer, question.meetingId));
  return meeting && { ...question, meeting, state: stateOf(question) };
}

/** Every question of a meeting, as they came in, for the office. */
export async function listQuestions(db: Db, meeting: { id: string }) {
  const rows = await questionsOfMeetings(db)
    .where("question.meetingId", "=", meeting.id)
    .orderBy("question.number")
    .execute();
  return rows.map(({ invitedName, ...row }) => ({
    ...row,
    askerName: row.askerName ?? invitedName,
    state: stateOf(row),
  }));
}

export type QuestionListed = Awaited<ReturnType<typeof listQuestions>>[number];

/** The questions that one journalist sent to a meeting, for themself. */
export async function questionsSentBy(db: Db, invitation: { id: string }) {
  const rows = await db
    .selectFrom("question")
    .select(["id", "number", "text", "receivedAt"])
    .select(["askedAt", "answeredAt", "openAt", "withdrawnAt"])
    .where("invitationId", "=", invitation.id)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({ ...row, state: stateOf(row) }));
}

/** The numbers of the questions that a lot was drawn over, as they were drawn; none before, and none of another rule. */
export async function drawnNumbers(
  db: Db,
  meeting: { id: string; startsAt: Moment },
  order: Order,
): Promise<number[]> {
  if (order.rule !== "lot" || !order.seed) return [];
  const sent = await db
    .selectFrom("question")
    .select(["id", "number", "receivedAt", "outletName", "askerName", "invitationId"])
    .where("meetingId", "=", meeting.id)
    .where("receivedAt", "<", meeting.startsAt)
    .execute();
  // Withdrawn ones too: with every number there is, nobody can say that one was left out.
  return inCallingOrder(sent, order, meeting).map(({ number }) => number);
}

/** The questions of a meeting as the office calls them: those at hand first, then those waiting in their order, then those done with. */
export async function questionsInTurn(
  db: Db,
  meeting: { id: string; startsAt: Moment; endsAt: Moment },
  at: Moment,
) {
  const [all, order] = await Promise.all([listQuestions(db, meeting), orderOf(db, meeting, at)]);
  // Whoever was called already counts for their outlet's turn; who withdrew does not.
  const standing = all.filter(({ state }) => state !== "withdrawn");
  const turn = inCallingOrder(standing, order, meeting);
  const calledLast = (a: QuestionListed, b: QuestionListed) =>
    (b.askedAt ?? "").localeCompare(a.askedAt ?? "") || b.number - a.number;
  return {
    order,
    drawn: await drawnNumbers(db, meeting, order),
    asked: all.filter(({ state }) => state === "asked").toSorted(calledLast),
    waiting: turn.filter(({ state }) => state === "waiting"),
    done: all.filter(({ state }) => state !== "asked" && state !== "waiting").toSorted(calledLast),
  };
}
