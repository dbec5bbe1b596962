import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { lookupAnswer } from "#app/domain/open-data/answers.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readQuestion } from "#app/http/lookup-question.ts";
import {
  onlyRead,
  openData,
  openDataLanguage,
  openDataProblem,
} from "#app/http/open-data.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** Who speaks for a ward, for other programs: `?q=&on=&matter=&known=&limit=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const question = readQuestion(new URL(request.url), now());
  if (!question.ok) return openDataProblem(request, question.reason);

  const words = messagesIn(openDataLanguage(request));
  const answers = await lookUp(db, question.value);
  return openData(request, lookupAnswer(question.value, answers, words));
}

export const action = onlyRead;
