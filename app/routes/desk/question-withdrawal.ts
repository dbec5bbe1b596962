import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findQuestionFor, withdrawQuestion } from "#app/domain/questions/questions.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands in the list of questions. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const question = (await findQuestionFor(db, officer, params.question ?? "")) ?? notFound();
  return goTo(request, paths.desk.questions(question.meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const question = (await findQuestionFor(db, officer, params.question ?? "")) ?? notFound();
  const moved = await withdrawQuestion(db, question, { by: officer, at: now() });
  const { list, reasons } = messagesFor(request).questions;
  const sentence = moved.ok ? list.withdrawn : reasons[moved.reason];
  return goToSaying(request, paths.desk.questions(question.meeting), sentence);
}
