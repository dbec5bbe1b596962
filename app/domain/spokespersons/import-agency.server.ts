import type { Db } from "#db/tables.ts";
import { canManage, type Reach } from "../accounts/officer.ts";
import { type AgencyOfArea, agenciesOfAreas } from "../agencies/agencies.server.ts";
import type { SheetRow } from "../spreadsheets/sheet.ts";
import { type SpokespersonColumn, wholeCodes } from "./import-row.ts";

export interface Directory {
  byId: Map<string, AgencyOfArea>;
  byCode: Map<string, AgencyOfArea>;
}

/** Every agency by its id, and the People's Committee of every area of today by the area's code. */
export async function directoryOf(db: Db): Promise<Directory> {
  const agencies = (await agenciesOfAreas(db).execute()) as AgencyOfArea[];
  const committees = agencies.filter(
    ({ kind, areaId }) => kind === "peoples_committee" && areaId.startsWith("2025-"),
  );
  return {
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
    byCode: new Map(committees.map((agency) => [agency.areaCode, agency])),
  };
}

/** An agency with the code it was found by, when the sheet's had lost its zeros. */
export type Found = { agency: AgencyOfArea; padded: string | null };

/** The agency a row is for, if its code means one that is within reach. */
export function agencyOf(
  { cells }: SheetRow<SpokespersonColumn>,
  directory: Directory,
  reach: Reach,
): Found | { column: string; problem: string } {
  const { agency_code, area_code } = cells;
  const column = agency_code ? "agency_code" : "area_code";
  const found = agencyByCode(agency_code || area_code, directory, reach);
  if (!found) return { column, problem: agency_code || area_code ? "unknown-code" : "required" };
  if (agency_code && area_code) {
    const other = agencyByCode(area_code, directory, reach);
    if (other?.agency.areaId !== found.agency.areaId)
      return { column: "area_code", problem: "codes-disagree" };
  }
  if (!canManage(reach, found.agency)) return { column, problem: "out-of-reach" };
  return found;
}

/** The agency of a code; of two that a code without its zeros may mean, the one within reach, else the province. */
function agencyByCode(code: string, { byId, byCode }: Directory, reach: Reach): Found | undefined {
  const agency = byId.get(code) ?? byCode.get(code);
  const meant = wholeCodes(code).flatMap((whole) => byCode.get(whole) ?? []);
  const within = meant.find((one) => canManage(reach, one)) ?? meant[0];
  if (agency && (canManage(reach, agency) || !within)) return { agency, padded: null };
  if (!within) return undefined;
  return { agency: within, padded: within.areaCode === code ? null : within.areaCode };
}
