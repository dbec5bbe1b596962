import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listAgencies } from "#app/domain/agencies/directory.server.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { agencyList } from "#app/domain/open-data/answers.ts";
import { mayTry } from "#app/http/limits.server.ts";
import {
  nextPage,
  onlyRead,
  openData,
  openDataProblem,
  pageOf,
} from "#app/http/open-data.server.ts";
import { readListQuestion } from "#app/http/open-data-question.ts";

/** The agencies of the country or a province, by id: `?province=&kind=&limit=&after=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const asked = readListQuestion(new URL(request.url), ["province", "kind", "after"]);
  if (!asked.ok) return openDataProblem(request, asked.reason);

  const { province, kind, after, limit } = asked.value;
  const area = province ? await findArea(db, "2025", province) : undefined;
  if (province && area?.level !== "province") return openDataProblem(request, "bad-province");
  const wanted = { provinceId: area?.id, kind, after, limit: limit + 1 };
  const agencies = await listAgencies(db, wanted, now());
  const { page, after: last } = pageOf(agencies, limit, ({ id }) => id);
  const next = nextPage(request, last);
  return openData(request, agencyList(page, next), next);
}

export const action = onlyRead;
