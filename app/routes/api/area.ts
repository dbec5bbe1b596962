import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { areaAnswer } from "#app/domain/open-data/answers.ts";
import { lookUpCode } from "#app/domain/spokespersons/lookup.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readCircumstances } from "#app/http/lookup-question.ts";
import {
  onlyRead,
  openData,
  openDataLanguage,
  openDataProblem,
} from "#app/http/open-data.server.ts";
import { readListQuestion } from "#app/http/open-data-question.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** One unit by its code, for other programs: `?on=&era=&matter=&known=`; without an era today's units come first. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const url = new URL(request.url);
  const time = readCircumstances(url, now());
  if (!time.ok) return openDataProblem(request, time.reason);
  const asked = readListQuestion(url, ["era"]);
  if (!asked.ok) return openDataProblem(request, asked.reason);

  const { on, ...circumstances } = time.value;
  const { era } = asked.value;
  const answer = await lookUpCode(db, { code: params.code ?? "", era, ...circumstances });
  if (!answer) return openDataProblem(request, "not-found");
  return openData(request, areaAnswer(on, answer, messagesIn(openDataLanguage(request))));
}

export const action = onlyRead;
