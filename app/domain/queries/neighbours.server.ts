import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { listAgenciesFor } from "../agencies/agencies.server.ts";

/** The other agencies of a query's province, to be asked or to be sent it: the committee first, departments, then communes. */
export async function neighboursOf(
  db: Db,
  query: { agencyId: string; provinceId: string },
  at: Moment,
) {
  const everybody = COUNTRY as Officer;
  const agencies = await listAgenciesFor(db, everybody, query.provinceId, dayOf(at));
  return agencies
    .filter(({ id }) => id !== query.agencyId)
    .map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}
