import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyEver } from "#app/domain/agencies/agencies.server.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { speakerList } from "#app/domain/open-data/answers.ts";
import { listSpeakers } from "#app/domain/spokespersons/speaker-list.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readCircumstances } from "#app/http/lookup-question.ts";
import {
  nextPage,
  onlyRead,
  openData,
  openDataLanguage,
  openDataProblem,
  pageOf,
} from "#app/http/open-data.server.ts";
import { placeText, readListQuestion, readPlace } from "#app/http/open-data-question.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** Everybody who may speak: `?province=|agency=&on=&known=&capacity=&limit=&after=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const url = new URL(request.url);
  const time = readCircumstances(url, now());
  if (!time.ok) return openDataProblem(request, time.reason);
  const asked = readListQuestion(url, ["province", "agency", "capacity", "after"]);
  if (!asked.ok) return openDataProblem(request, asked.reason);

  const { province, agency, capacity, limit } = asked.value;
  const area = province ? await findArea(db, "2025", province) : undefined;
  if (province && area?.level !== "province") return openDataProblem(request, "bad-province");
  if (agency && !(await findAgencyEver(db, agency))) return openDataProblem(request, "bad-agency");
  const after = asked.value.after === undefined ? undefined : readPlace(asked.value.after);
  if (asked.value.after && !after) return openDataProblem(request, "bad-after");

  const { on, at, known } = time.value;
  const scope = { provinceId: area?.id, agencyId: agency, capacity, known };
  const speakers = await listSpeakers(db, { ...scope, after, limit: limit + 1 }, at);
  const { page, after: last } = pageOf(speakers, limit, placeText);
  const next = nextPage(request, last);
  const words = messagesIn(openDataLanguage(request));
  return openData(request, speakerList(on, page, next, words), next);
}

export const action = onlyRead;
