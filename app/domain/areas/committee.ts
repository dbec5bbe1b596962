import type { Era } from "./area.ts";

/** The People's Committee of a unit: the agency that speaks, or spoke, for it. */
export interface Committee {
  id: string;
  name: string;
  nameEn: string;
}

interface Unit {
  era?: Era;
  code: string;
  fullName: string;
  fullNameEn: string;
}

/** The People's Committee of a unit, today's unless its era says otherwise, by its name at the time that is spoken of. */
export function committeeOf({ era, code, fullName, fullNameEn }: Unit): Committee {
  return {
    id: committeeId({ era, code }),
    name: `Ủy ban nhân dân ${fullName.charAt(0).toLocaleLowerCase("vi")}${fullName.slice(1)}`,
    nameEn: `People's Committee of ${fullNameEn}`,
  };
}

/** pc-30307 of today's ward; pc-2004-30280 of a former one, since both lists share numbers. */
export function committeeId({ era = "2025", code }: Pick<Unit, "era" | "code">): string {
  return era === "2025" ? `pc-${code}` : `pc-${era}-${code}`;
}

const FORMER = /^pc-(2004-.+)$/;

/** The former unit whose People's Committee has this id; undefined for any other agency. */
export function formerUnitOf(agencyId: string): string | undefined {
  return FORMER.exec(agencyId)?.[1];
}
