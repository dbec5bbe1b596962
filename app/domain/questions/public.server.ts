import type { Db, Moment } from "#db/tables.ts";
import { type Facts, isExpected, type Meeting } from "../meetings/meeting.ts";
import { shareOf } from "./promise.ts";
import { type PromiseOfMeeting, promisesOfMeetings, shareOfAgency } from "./promises.server.ts";
import { stateOf } from "./question.ts";
import { orderOf } from "./question-order.server.ts";
import { drawnNumbers } from "./questions.server.ts";

/** Everything the public page of a meeting tells of its questions; undefined where there is nothing to tell. */
export async function questionsTold(
  db: Db,
  meeting: Facts & Pick<Meeting, "id" | "agencyId" | "startsAt" | "endsAt">,
  at: Moment,
) {
  const [told, order, agencyShare] = await Promise.all([
    publicQuestions(db, meeting, at),
    orderOf(db, meeting, at),
    shareOfAgency(db, { id: meeting.agencyId }, at),
  ]);
  // Of a meeting that is not to be there is no order to be told.
  if (!isExpected(meeting) && !meeting.heldAt && told.questions.length === 0) return undefined;
  return { ...told, order, drawn: await drawnNumbers(db, meeting, order), agencyShare };
}

/** What a public page may tell of a meeting's questions: those asked aloud, by outlet, and by name only where agreed. */
export async function publicQuestions(db: Db, meeting: { id: string }, at: Moment) {
  const [questions, promises] = await Promise.all([
    db
      .selectFrom("question")
      .leftJoin("invitation", "invitation.id", "question.invitationId")
      .leftJoin("journalist", "journalist.id", "invitation.journalistId")
      .selectAll("question")
      .select("journalist.name as invitedName")
      .where("question.meetingId", "=", meeting.id)
      .where("question.askedAt", "is not", null)
      .where("question.withdrawnAt", "is", null)
      .orderBy("question.askedAt")
      .orderBy("question.number")
      .execute(),
    promisesOfMeetings(db).where("question.meetingId", "=", meeting.id).execute(),
  ]);
  const byQuestion = new Map(promises.map((promise) => [promise.questionId, promise]));
  return {
    questions: questions.map((question) => ({
      ...{ number: question.number, text: question.text, outlet: question.outletName },
      name: question.nameAgreed ? (question.askerName ?? question.invitedName) : null,
      state: stateOf(question),
      answerer: answererIn(question),
      answer: question.answerPublic ? question.answer : null,
      promise: publicPromise(byQuestion.get(question.id)),
    })),
    share: promises.length > 0 ? shareOf(promises, at) : undefined,
  };
}

function publicPromise(promise: PromiseOfMeeting | undefined) {
  if (!promise) return null;
  const { dueAt, keptAt, answer } = promise;
  return { dueAt, keptAt, answer, answerer: answererIn(promise) };
}

function answererIn(row: {
  answererName: string | null;
  answererPosition: string | null;
}): string | null {
  return [row.answererName, row.answererPosition].filter(Boolean).join(", ") || null;
}
