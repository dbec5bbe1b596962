import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findListedAgency } from "#app/domain/agencies/directory.server.ts";
import { agencyAnswer } from "#app/domain/open-data/answers.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readCircumstances } from "#app/http/lookup-question.ts";
import {
  onlyRead,
  openData,
  openDataLanguage,
  openDataProblem,
} from "#app/http/open-data.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** One agency with who may speak for it: `?on=&matter=&known=`. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const time = readCircumstances(new URL(request.url), now());
  if (!time.ok) return openDataProblem(request, time.reason);

  const { on, at, ...particulars } = time.value;
  const agency = await findListedAgency(db, params.id ?? "", at);
  if (!agency) return openDataProblem(request, "not-found");
  const speakers = await speakersOf(db, agency, at, particulars);
  const words = messagesIn(openDataLanguage(request));
  return openData(request, agencyAnswer(on, agency, speakers, words));
}

export const action = onlyRead;
