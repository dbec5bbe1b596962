/**
 * Someone at the desk, with how far they may reach: a province's office works for every agency of
 * the province, any other office for itself, an administrator for the whole country.
 */
export interface Officer {
  id: string;
  name: string;
  email: string;
  role: "administrator" | "officer";
  reach: "country" | "province" | "agency";
  agencyId: string | null;
  provinceId: string | null; // the area id of their province; null only for an administrator
}

/** How far somebody may reach, whoever they are. */
export type Reach = Pick<Officer, "reach" | "agencyId" | "provinceId">;

/** The whole country: the reach of an administrator and of the command line. */
export const COUNTRY: Reach = { reach: "country", agencyId: null, provinceId: null };

/** Whether an agency of a province is within somebody's reach to work for; the heir's officer keeps a former unit's books. */
export function canManage(
  officer: Reach,
  agency: { id: string; provinceId: string; heirId?: string | null },
): boolean {
  if (officer.reach === "country") return true;
  if (officer.reach === "province") return officer.provinceId === agency.provinceId;
  return officer.agencyId === agency.id || officer.agencyId === (agency.heirId ?? undefined);
}
