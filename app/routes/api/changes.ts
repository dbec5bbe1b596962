import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { settledUntil } from "#app/domain/agencies/agencies.server.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { changeList } from "#app/domain/open-data/answers.ts";
import { changesOf } from "#app/domain/spokespersons/changes.server.ts";
import { changeCursor } from "#app/domain/spokespersons/changes.ts";
import { mayTry } from "#app/http/limits.server.ts";
import {
  nextPage,
  onlyRead,
  openData,
  openDataLanguage,
  openDataProblem,
  pageOf,
} from "#app/http/open-data.server.ts";
import { readListQuestion, readSince } from "#app/http/open-data-question.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** What changed on the public list, the oldest first: `?since=&province=&limit=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const url = new URL(request.url);
  const since = readSince(url);
  if (since === null) return openDataProblem(request, "bad-since");
  const asked = readListQuestion(url, ["province"]);
  if (!asked.ok) return openDataProblem(request, asked.reason);

  const { province, limit } = asked.value;
  const area = province ? await findArea(db, "2025", province) : undefined;
  if (province && area?.level !== "province") return openDataProblem(request, "bad-province");
  const scope = area ? { provinceId: area.id } : ({ all: true } as const);
  const range = {
    until: await settledUntil(db, now()),
    since,
    oldestFirst: true,
    limit: limit + 1,
  };
  const changes = await changesOf(db, scope, range);
  const { page, after } = pageOf(changes, limit, changeCursor);
  const next = nextPage(request, after, "since");
  const place = { since: since ? changeCursor(since) : null, next };
  const words = messagesIn(openDataLanguage(request));
  return openData(request, changeList(page, place, words), next);
}

export const action = onlyRead;
