import { paths } from "#app/paths.ts";
import type { Day, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { formerUnitOf } from "../areas/committee.ts";

export type AgencyKind = Row<"agency">["kind"];

/** What can be added by hand: People's Committees come with the map. */
export const ADDED_KINDS = ["department", "inspectorate", "sub_department", "vertical"] as const;

/** A committee first, then what is named beside it, in the order of a province's list. */
const ORDER: AgencyKind[] = [
  "peoples_committee",
  "department",
  "inspectorate",
  "sub_department",
  "vertical",
];

/** Where a kind of agency stands in a directory: committees first, then departments, then what is under them. */
export function rankOf(kind: AgencyKind): number {
  return ORDER.indexOf(kind);
}

/** Whether an agency is no more on a day. */
export function isClosedBy({ untilDay }: { untilDay: Day | null }, day: Day): boolean {
  return untilDay !== null && untilDay < day;
}

/** Whether there is such an agency on a day. */
export function isThereOn(
  agency: { fromDay: Day | null; untilDay: Day | null },
  day: Day,
): boolean {
  return (agency.fromDay === null || agency.fromDay <= day) && !isClosedBy(agency, day);
}

interface Named {
  name: string;
  nameEn: string;
}

/** What an agency was called on a day, by its names until a day. */
export function nameOn<Former extends Named & { untilDay: Day }>(
  agency: Named,
  former: Former[],
  day: Day,
): Named {
  const [then] = former
    .filter(({ untilDay }) => untilDay >= day)
    .sort((a, b) => (a.untilDay < b.untilDay ? -1 : 1));
  return then ?? agency;
}

/** The public page of an agency: a committee's is its area's. */
export function publicPage(
  { id, kind, areaCode }: { id: string; kind: AgencyKind; areaCode: string },
  on?: string,
): string {
  if (kind !== "peoples_committee") return paths.agency({ id }, on);
  const era = formerUnitOf(id) ? "2004" : "2025";
  return paths.area({ era, code: areaCode }, on);
}

/** How far an agency's own figures reach: a province's committee answers for all agencies of the province. */
export function reachOf(agency: {
  id: string;
  kind: AgencyKind;
  areaLevel: Row<"area">["level"];
  provinceId: string;
}): Reach {
  const isProvinces = agency.kind === "peoples_committee" && agency.areaLevel === "province";
  return {
    reach: isProvinces ? "province" : "agency",
    agencyId: agency.id,
    provinceId: agency.provinceId,
  };
}
