import { type AgencyOfArea, findAgency } from "#app/domain/agencies/agencies.server.ts";
import type { AgencyDetails } from "#app/domain/agencies/founding.server.ts";
import { foundAgency } from "#app/domain/agencies/founding.server.ts";
import type { Db } from "#db/tables.ts";
import { committee } from "./people.ts";
import { byLan } from "./register.ts";

/** The health department of An Giang as a decision founds it, unless something else is wanted. */
export function founded(details: Partial<AgencyDetails> = {}): AgencyDetails {
  return {
    kind: "department",
    underId: null,
    name: "Sở Y tế",
    nameEn: "Department of Health",
    symbol: "SYT",
    fromDay: null,
    ...details,
  };
}

/** A department of a province that must come to be; An Giang's, unless another is wanted. */
export async function department(
  db: Db,
  details: Partial<AgencyDetails> = {},
  province: "91" | "46" = "91",
): Promise<AgencyOfArea> {
  const { areaId } = await committee(db, province);
  const outcome = await foundAgency(db, { id: areaId }, founded(details), byLan);
  if (!outcome.ok) throw new Error(`not founded: ${outcome.reason}`);
  return (await findAgency(db, outcome.id)) as AgencyOfArea;
}

/** The department's name alone, with the usual English one. */
export const called = (name: string) => ({ name, nameEn: `Department ${name}` });
