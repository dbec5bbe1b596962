import type { Day, Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { type AgencyOfArea, findAgencyFor, listAgenciesFor } from "../agencies/agencies.server.ts";
import { isClosedBy } from "../agencies/agency.ts";
import { listProvinces } from "../press/scope.server.ts";

/**
 * For which agency an officer plans a meeting, and among which they may choose: their own unless they
 * ask for another, in a province that an administrator names. Undefined when they ask for one beyond their reach, or one that is closed.
 */
export async function agencyChoiceFor(
  db: Db,
  officer: Officer,
  wanted: { agency?: string; province?: string },
  day: Day,
) {
  const asked = wanted.agency ? await findAgencyFor(db, officer, wanted.agency) : undefined;
  if (wanted.agency && (!asked || isClosedBy(asked, day))) return undefined;
  const country = officer.reach === "country";
  const provinceId = country
    ? wanted.province || asked?.provinceId
    : (officer.provinceId ?? undefined);
  const agencies = provinceId ? await listAgenciesFor(db, officer, provinceId, day) : [];
  const chosen: AgencyOfArea | undefined =
    agencies.find(({ id }) => id === asked?.id) ??
    agencies.find(({ id }) => id === officer.agencyId) ??
    agencies[0];
  return {
    agencies,
    agency: chosen,
    provinces: country ? await listProvinces(db) : [],
    provinceId,
  };
}
