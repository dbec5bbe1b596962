import type { Day } from "./values.ts";

/**
 * An administrative unit with dates. Codes are unique within an era only: the list of
 * Decision 124/2004/QĐ-TTg ("2004", until 30/06/2025) and that of Decision 19/2025/QĐ-TTg
 * ("2025") share numbers. Former districts and provinces have a slug for a code.
 */
interface Area {
  id: string; // `${era}-${code}`
  era: "2004" | "2025";
  code: string;
  level: "province" | "district" | "commune";
  type: string; // phường, xã, đặc khu, thị trấn, tỉnh, thành phố, huyện, quận, thị xã
  name: string; // without its type
  nameEn: string;
  partOf: string | null; // the district or province it belongs to
  fromDay: Day | null;
  untilDay: Day | null; // its last day
}

/** Where a former unit went. An undivided one has one successor; `extent` as in db/data/SOURCES.md. */
interface Succession {
  formerId: string;
  successorId: string;
  extent: string;
  partial: number; // 1 when the unit was divided
}

/** Other names a unit is or was known by: retired names, spellings, and types it had before. */
interface AreaAlias {
  id: string;
  areaId: string;
  type: string;
  name: string;
  districtName: string | null;
  kind: "merged" | "renamed" | "retyped";
  untilDay: Day | null; // last day of a type before it changed
  basis: string | null; // the resolution
}

export interface AreasTables {
  area: Area;
  succession: Succession;
  areaAlias: AreaAlias;
}
