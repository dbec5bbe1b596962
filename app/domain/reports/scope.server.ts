import type { Db } from "#db/tables.ts";
import { COUNTRY, type Officer, type Reach } from "../accounts/officer.ts";
import { findAgencyFor } from "../agencies/agencies.server.ts";
import { findProvinceInHand } from "../press/scope.server.ts";

/** Of whom figures are: one agency, a province with all of its agencies, or the country. */
export interface Scope {
  reach: Reach;
  agency: { id: string; name: string; nameEn: string } | null;
  province: { id: string; type: string; name: string; nameEn: string } | null;
}

/**
 * Of whom an officer asks for figures: an agency within their reach, else their province where they work for all of
 * it, else their own agency. Undefined when they ask for one beyond their reach.
 */
export async function scopeFor(
  db: Db,
  officer: Officer,
  asked: { agency?: string; province?: string },
): Promise<Scope | undefined> {
  const province = (await findProvinceInHand(db, officer, asked.province)) ?? null;
  const wanted = asked.agency ?? (officer.reach === "agency" ? officer.agencyId : undefined);
  if (wanted) {
    const agency = await findAgencyFor(db, officer, wanted);
    if (!agency) return undefined;
    const { id, name, nameEn, provinceId } = agency;
    return {
      reach: { reach: "agency", agencyId: id, provinceId },
      ...{ agency: { id, name, nameEn }, province },
    };
  }
  if (!province)
    return officer.reach === "country" ? { reach: COUNTRY, agency: null, province } : undefined;
  return {
    reach: { reach: "province", agencyId: officer.agencyId, provinceId: province.id },
    ...{ agency: null, province },
  };
}
