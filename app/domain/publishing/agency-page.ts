import { paths } from "#app/paths.ts";
import { committeeId, formerUnitOf } from "../areas/committee.ts";

/** Where the public reads about an agency: a People's Committee has the page of its area, any other its own. */
export function agencyPage(
  { id, areaCode }: { id: string; areaCode: string },
  on?: string,
): string {
  if (formerUnitOf(id)) return paths.area({ era: "2004", code: areaCode }, on);
  if (id !== committeeId({ code: areaCode })) return paths.agency({ id }, on);
  return paths.area({ era: "2025", code: areaCode }, on);
}
