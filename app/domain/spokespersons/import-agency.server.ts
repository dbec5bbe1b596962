import type { Db } from "#db/tables.ts";
import { canManage, type Reach } from "../accounts/officer.ts";
import { type AgencyOfArea, agenciesOfAreas } from "../agencies/agencies.server.ts";
import { placesOf, searchAreas } from "../areas/areas.server.ts";
import type { Atlas } from "../areas/atlas.ts";
import { plainly, type SheetRow } from "../spreadsheets/sheet.ts";
import type { ImportProblem } from "./import-entry.ts";
import { eraOf, formerAgencyOf, timeOf } from "./import-former.server.ts";
import { type Draft, type Remark, type SpokespersonColumn, wholeCodes } from "./import-row.ts";

/** An agency with what else a sheet may call it by. */
export interface Listed extends AgencyOfArea {
  symbol: string | null;
  untilDay: string | null;
  areaType: string;
  areaName: string;
  provinceName: string;
}

export interface Directory {
  byId: Map<string, Listed>;
  byCode: Map<string, Listed>;
  bySymbol: Map<string, Listed[]>;
  /** By name as `plainly` has it, without "Ủy ban nhân dân". */
  byName: Map<string, Listed[]>;
  /** For the units of before. */
  atlas: Atlas;
}

/** Every agency by its id, its symbol and its names, and the People's Committee of every area of today by the area's code. */
export async function directoryOf(db: Db): Promise<Directory> {
  const atlas = await placesOf(db);
  const agencies = (await agenciesOfAreas(db)
    .leftJoin("area as province", "province.id", "area.partOf")
    .select(["agency.symbol", "agency.untilDay", "area.type as areaType", "area.name as areaName"])
    .select((eb) => eb.fn.coalesce("province.name", "area.name").as("provinceName"))
    .execute()) as Listed[];
  const committees = agencies.filter(
    ({ kind, areaId }) => kind === "peoples_committee" && areaId.startsWith("2025-"),
  );
  const open = agencies.filter(({ untilDay }) => untilDay === null);
  return {
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
    byCode: new Map(committees.map((agency) => [agency.areaCode, agency])),
    bySymbol: grouping(open, ({ symbol }) => (symbol ? [symbol.toUpperCase()] : [])),
    byName: grouping(open, namesOf),
    atlas,
  };
}

function grouping(agencies: Listed[], keysOf: (agency: Listed) => string[]) {
  const groups = new Map<string, Listed[]>();
  for (const agency of agencies)
    for (const key of new Set(keysOf(agency)))
      groups.set(key, [...(groups.get(key) ?? []), agency]);
  return groups;
}

function namesOf({ kind, name, nameEn, areaType, areaName, provinceName }: Listed): string[] {
  const own = nameKey(name);
  const english = plainly(nameEn);
  if (kind !== "peoples_committee") {
    const place = new RegExp(` (?:tinh |thanh pho )?${plainly(provinceName)}$`);
    return [own, own.replace(place, ""), english];
  }
  const full = nameKey(`${areaType} ${areaName}`);
  return [own, english, full, nameKey(areaName), `${full} ${plainly(provinceName)}`];
}

const SHORT: Record<string, string> = {
  p: "phuong",
  x: "xa",
  dk: "dac khu",
  t: "tinh",
  tp: "thanh pho",
};

/** The words of a name: no marks, no "UBND" in front, short types in full. */
function nameKey(name: string): string {
  const plain = plainly(name).replace(/^(?:hdnd )?(?:uy ban nhan dan|ubnd|ub nhan dan) /, "");
  return plain.replace(/^(p|x|dk|t|tp) /, (_, type: string) => `${SHORT[type]} `);
}

/** An agency with the code it was found by, when the sheet's had lost its zeros. */
export type Found = { agency: AgencyOfArea; padded: string | null; remarks?: Remark[] };

export type Unfound = Pick<ImportProblem, "problem" | "candidates"> & {
  column: SpokespersonColumn;
};

/**
 * The agency a row is for, if its code or its name means one that is within reach: a former unit's where the row
 * says so, or speaks of a time when no other was there.
 */
export function agencyOf(
  row: SheetRow<SpokespersonColumn>,
  draft: Draft | undefined,
  directory: Directory,
  reach: Reach,
): Found | Unfound {
  const era = eraOf(row.cells);
  if (era === null) return { column: "era", problem: "not-an-era" };
  const former = () => formerAgencyOf(row.cells, directory.atlas, reach);
  if (era === "2004") return former();
  const time = timeOf(draft);
  const then = era === undefined && time === "past" ? former() : undefined;
  if (then && "agency" in then) return then;
  const now = currentAgencyOf(row, directory, reach);
  if ("agency" in now || era || time === "today") return now;
  const unfound = then ?? former();
  return "agency" in unfound || unfound.candidates ? unfound : now;
}

function currentAgencyOf(
  { cells }: SheetRow<SpokespersonColumn>,
  directory: Directory,
  reach: Reach,
): Found | Unfound {
  const { agency_code, area_code, agency_name } = cells;
  if (!agency_code && !area_code) return agencyByName(agency_name, directory, reach);
  const column = agency_code ? "agency_code" : "area_code";
  const found = agencyByCode(agency_code || area_code, directory, reach);
  if (!found) return { column, problem: "unknown-code" };
  if (agency_code && area_code) {
    const other = agencyByCode(area_code, directory, reach);
    if (other?.agency.areaId !== found.agency.areaId)
      return { column: "area_code", problem: "codes-disagree" };
  }
  if (!canManage(reach, found.agency)) return { column, problem: "out-of-reach" };
  return agency_code || !agency_name ? found : besideCommittee(found, agency_name, directory);
}

/** A province's code stands beside its departments, too: the name says which of them is meant. */
function besideCommittee(found: Found, name: string, { byName }: Directory): Found | Unfound {
  const { agency } = found;
  if (agency.areaLevel !== "province") return found;
  const named = (byName.get(nameKey(name)) ?? []).filter((one) => one.areaId === agency.areaId);
  if (named.some(({ id }) => id === agency.id)) return found;
  const [one, ...others] = named;
  if (!one) return { column: "agency_name", problem: "unknown-name" };
  if (others.length)
    return { column: "agency_name", problem: "name-unclear", candidates: named.map(candidate) };
  return { ...found, agency: one };
}

/** The agency of a code; of two that a code without its zeros may mean, the one within reach, else the province. */
function agencyByCode(
  code: string,
  { byId, byCode, bySymbol }: Directory,
  reach: Reach,
): Found | undefined {
  const agency =
    byId.get(code) ?? byCode.get(code) ?? ofSymbol(bySymbol.get(code.toUpperCase()), reach);
  const meant = wholeCodes(code).flatMap((whole) => byCode.get(whole) ?? []);
  const within = meant.find((one) => canManage(reach, one)) ?? meant[0];
  if (agency && (canManage(reach, agency) || !within)) return { agency, padded: null };
  if (!within) return undefined;
  return { agency: within, padded: within.areaCode === code ? null : within.areaCode };
}

/** Symbols are a province's own: one within reach, or the only one there is. */
function ofSymbol(agencies: Listed[] = [], reach: Reach): Listed | undefined {
  const within = agencies.filter((one) => canManage(reach, one));
  const [only, ...others] = within.length ? within : agencies;
  return others.length ? undefined : only;
}

/** The agency of a name within reach; of several, the one that is written with the same marks. */
function agencyByName(name: string, { byName }: Directory, reach: Reach): Found | Unfound {
  const column = name ? "agency_name" : "area_code";
  if (!name) return { column, problem: "required" };
  const named = byName.get(nameKey(name)) ?? [];
  const within = named.filter((one) => canManage(reach, one));
  const marked = within.filter((one) => hasSameMarks(name, one));
  const [agency, ...others] = marked.length ? marked : within;
  if (!agency) return { column, problem: named.length ? "out-of-reach" : "unknown-name" };
  if (others.length)
    return { column, problem: "name-unclear", candidates: [agency, ...others].map(candidate) };
  return { agency, padded: null };
}

function hasSameMarks(written: string, { name }: Listed): boolean {
  const lower = (text: string) => text.normalize("NFC").toLowerCase();
  const wanted = lower(written).replace(
    /^(?:hđnd và )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/,
    "",
  );
  return lower(name).includes(wanted);
}

const candidate = ({ name, areaCode, id, kind, provinceName }: Listed) =>
  `${name}, ${provinceName} (${kind === "peoples_committee" ? areaCode : id})`;

const ASKED = 200;

/** What the map takes unknown names for, former units too: named with the problem, never entered by guess. */
export async function withCandidates(
  db: Db,
  problems: ImportProblem[],
  nameOn: (line: number) => string,
  directory: Directory,
  reach: Reach,
): Promise<ImportProblem[]> {
  const province = reach.provinceId && directoryProvince(directory, reach.provinceId);
  let asked = 0;
  const answers = problems.map(async (problem) => {
    if (problem.problem !== "unknown-name" || asked++ >= ASKED) return problem;
    const found = await searchAreas(db, `${nameOn(problem.line)} ${province ?? ""}`.trim(), 5);
    const codes = found.flatMap(({ area, successors }) =>
      area.level !== "commune"
        ? []
        : area.current
          ? [area.code]
          : successors.map(({ code }) => code),
    );
    const candidates = [...new Set(codes)]
      .flatMap((code) => directory.byCode.get(code) ?? [])
      .filter((agency) => canManage(reach, agency))
      .slice(0, 5)
      .map(candidate);
    return candidates.length ? { ...problem, problem: "name-unclear", candidates } : problem;
  });
  return Promise.all(answers);
}

function directoryProvince({ byCode }: Directory, provinceId: string): string | undefined {
  return byCode.get(provinceId.replace("2025-", ""))?.areaName;
}
