import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import { areaList } from "#app/domain/open-data/answers.ts";
import { mayTry } from "#app/http/limits.server.ts";
import {
  nextPage,
  onlyRead,
  openData,
  openDataProblem,
  pageOf,
} from "#app/http/open-data.server.ts";
import { readListQuestion } from "#app/http/open-data-question.ts";

/** Units by code, today's unless the former ones are asked for: `?era=&level=&province=&limit=&after=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const asked = readListQuestion(new URL(request.url), ["era", "level", "province", "after"]);
  if (!asked.ok) return openDataProblem(request, asked.reason);

  const { era = "2025", level, province, after = "", limit } = asked.value;
  const atlas = await placesOf(db);
  const provinceId = province && `${era}-${province}`;
  if (provinceId && atlas.entry(provinceId)?.level !== "province")
    return openDataProblem(request, "bad-province");
  const coming = atlas.units(era, { level, provinceId }).filter(({ code }) => code > after);
  const { page, after: last } = pageOf(coming, limit, ({ code }) => code);
  const next = nextPage(request, last);
  return openData(request, areaList(page, next), next);
}

export const action = onlyRead;
