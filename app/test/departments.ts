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

/** What a department keeps of itself: a channel, and a regulation with its paper. */
export const channel = {
  kind: "website",
  url: "https://soyte.angiang.gov.vn",
  name: "Trang của Sở",
};
export const regulation = { number: "45/QĐ-SYT", day: "2026-08-10" };
export const scan = (bytes: Uint8Array, name = "45.pdf") => new File([bytes as BlobPart], name);

/** A form with a file. */
export const papers = (fields: Record<string, string>, file?: File) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append("file", file);
  return form;
};
