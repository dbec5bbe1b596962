import { z } from "zod";
import { BEATS } from "./beat.ts";

/** PostgreSQL takes no zero byte in a text, so what cannot be an id does not get as far. */
const id = z
  .string()
  .regex(/^[\w-]{1,60}$/)
  .optional()
  .catch(undefined);

const Query = z.object({
  q: z.string().max(200).catch(""),
  beat: z.enum(BEATS).optional().catch(undefined),
  outletId: id,
  listId: id,
  language: z.enum(["vi", "en"]).optional().catch(undefined),
  areaId: id,
  provinceId: id,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What a list of journalists is narrowed to, as the address says it; what it cannot mean is left out. */
export function readJournalistQuery(query: URLSearchParams) {
  return Query.parse({
    q: query.get("q"),
    beat: query.get("beat"),
    outletId: query.get("outlet"),
    listId: query.get("list"),
    language: query.get("language"),
    areaId: query.get("area"),
    provinceId: query.get("province"),
    page: query.get("page"),
  });
}
