import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { lookUpCode } from "#app/domain/spokespersons/lookup.server.ts";
import { answerJson } from "#app/domain/spokespersons/lookup.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readCircumstances } from "#app/http/lookup-question.ts";
import { openData, openDataLanguage, openDataProblem } from "#app/http/open-data.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** One unit by its code, for other programs: `?on=&era=`; without an era today's units come first. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const url = new URL(request.url);
  const time = readCircumstances(url, now());
  if (!time.ok) return openDataProblem(request, time.reason);
  const era = url.searchParams.get("era") || undefined;
  if (era !== undefined && era !== "2004" && era !== "2025")
    return openDataProblem(request, "bad-era");

  const { on, ...circumstances } = time.value;
  const answer = await lookUpCode(db, { code: params.code ?? "", era, ...circumstances });
  if (!answer) return openDataProblem(request, "not-found");
  return openData({ on, ...answerJson(answer, messagesIn(openDataLanguage(request))) });
}

export function action({ request }: LoaderFunctionArgs) {
  return openDataProblem(request, "not-taken");
}
