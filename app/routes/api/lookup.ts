import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { answerJson } from "#app/domain/spokespersons/lookup.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readQuestion } from "#app/http/lookup-question.ts";
import { openData, openDataLanguage, openDataProblem } from "#app/http/open-data.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** Who speaks for a ward, for other programs: `?q=&on=&limit=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const question = readQuestion(new URL(request.url), now());
  if (!question.ok) return openDataProblem(request, question.reason);

  const { query, on } = question.value;
  const words = messagesIn(openDataLanguage(request));
  const answers = await lookUp(db, question.value);
  return openData({ query, on, results: answers.map((answer) => answerJson(answer, words)) });
}

export function action({ request }: LoaderFunctionArgs) {
  return openDataProblem(request, "not-taken");
}
