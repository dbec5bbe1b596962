import type { Row } from "#db/tables.ts";
import {
  type Area,
  type AreaAlias,
  CURRENT_SINCE,
  FORMER_UNTIL,
  fullName,
  fullNameInEnglish,
  unmarked,
} from "./area.ts";
import { committeeOf } from "./committee.ts";
import { foldedText } from "./folding.ts";

/** The files of `db/data` (see SOURCES.md there), row by row. */
export type Files = Record<
  | "provinces"
  | "communes"
  | "former_communes"
  | "former_aliases"
  | "former_names"
  | "type_changes_2026",
  Record<string, string>[]
>;

/** The same as rows of the database; of areas the larger come first, since smaller ones refer to them. */
export interface NationalMap {
  areas: Area[];
  successions: Row<"succession">[];
  aliases: AreaAlias[];
  agencies: Pick<Row<"agency">, "id" | "areaId" | "kind" | "name" | "nameEn">[];
}

/** The files as rows of the database. */
export function drawMap(files: Files): NationalMap {
  const current = [...files.provinces.map(province), ...files.communes.map(commune)];
  return {
    areas: [...current, ...formerAreas(files)],
    successions: files.former_communes.map(({ old_code, new_code, extent, partial }) => ({
      formerId: `2004-${old_code}`,
      successorId: `2025-${new_code}`,
      extent: extent ?? "",
      partial: partial === "yes" ? 1 : 0,
    })),
    aliases: [
      ...files.former_aliases.map(formerName),
      ...files.former_names.map(formerProvinceName),
      ...files.type_changes_2026.map(formerType),
    ],
    agencies: current.map(agencyOf),
  };
}

type Line = Record<string, string>;

function province({ code = "", name = "", type = "", name_en = "" }: Line): Area {
  return currentArea({ code, name, type, nameEn: name_en, level: "province", partOf: null });
}

function commune({ code = "", name = "", type = "", name_en = "", province_code }: Line): Area {
  const partOf = `2025-${province_code}`;
  return currentArea({ code, name, type, nameEn: name_en, level: "commune", partOf });
}

/** Former communes, and the districts and provinces that they name. */
function formerAreas({ former_communes, provinces }: Files): Area[] {
  const inEnglish = new Map(provinces.map(({ name = "", name_en = "" }) => [name, name_en]));
  const areas = { province: new Map<string, Area>(), district: new Map<string, Area>() };
  const communes = new Map<string, Area>();
  const once = (level: "province" | "district", key: string, draw: () => Area) => {
    const area = areas[level].get(key) ?? draw();
    areas[level].set(key, area);
    return area.id;
  };
  for (const line of former_communes) {
    const { old_code: code = "", old_name: name = "", old_type: type = "" } = line;
    const { old_district_name: district = "", old_province_name: province = "" } = line;
    const provinceId = once("province", province, () =>
      largerArea(province, { level: "province", partOf: null, inEnglish }),
    );
    // An island district that had no communes is a unit of its own.
    const level = code.length === 3 ? "district" : "commune";
    const partOf =
      level === "district"
        ? provinceId
        : once("district", `${district}, ${province}`, () =>
            largerArea(district, { level: "district", partOf: provinceId, within: province }),
          );
    communes.set(code, formerArea({ code, name, type, nameEn: unmarked(name), level, partOf }));
  }
  return [...areas.province.values(), ...areas.district.values(), ...communes.values()];
}

type Drawn = Omit<Area, "id" | "era" | "fromDay" | "untilDay">;

function currentArea(drawn: Drawn): Area {
  const dates = { fromDay: CURRENT_SINCE, untilDay: null };
  return { id: `2025-${drawn.code}`, era: "2025", ...drawn, ...dates };
}

function formerArea(drawn: Drawn): Area {
  const dates = { fromDay: null, untilDay: FORMER_UNTIL };
  return { id: `2004-${drawn.code}`, era: "2004", ...drawn, ...dates };
}

const LARGER_TYPES = ["thành phố", "thị xã", "huyện", "quận", "tỉnh"];

/** A former district or province, known by its name alone: a slug stands in for the code. */
function largerArea(
  full: string,
  given: Pick<Area, "level" | "partOf"> & { within?: string; inEnglish?: Map<string, string> },
): Area {
  const { level, partOf, within = "", inEnglish } = given;
  const lower = full.toLocaleLowerCase("vi");
  const type = LARGER_TYPES.find((word) => lower.startsWith(`${word} `)) ?? "";
  const name = full.slice(type.length + 1);
  const code = slugOf(`${full} ${within.replace(/^(Tỉnh|Thành phố) /, "")}`);
  const nameEn = inEnglish?.get(name) ?? unmarked(name);
  return formerArea({ code, name, type, nameEn, level, partOf });
}

function slugOf(text: string): string {
  return unmarked(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function formerName(line: Line): AreaAlias {
  const { alias_name: name = "", alias_type: type = "", old_code, alias_code, kind } = line;
  return {
    id: `former-${old_code}-${alias_code}-${foldedText(`${type} ${name}`)}`,
    areaId: `2004-${old_code}`,
    type,
    name,
    districtName: line.alias_district_name || null,
    kind: kind === "merged" ? "merged" : "renamed",
    untilDay: null,
    basis: null,
  };
}

/** What a province of before 01/07/2025 was called even earlier. */
function formerProvinceName(line: Line): AreaAlias {
  const { name = "", type = "", name_before = "", type_before = "", until_date = "" } = line;
  const code = slugOf(`${type} ${name}`);
  return {
    id: `former-${code}-${until_date}`,
    areaId: `2004-${code}`,
    type: type_before,
    name: name_before,
    districtName: null,
    kind: "renamed",
    untilDay: until_date,
    basis: line.resolution || null,
  };
}

function formerType(line: Line): AreaAlias {
  const { code, name = "", type_before: type = "", effective_date: since, resolution } = line;
  const last = new Date(`${since}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return {
    id: `retyped-${code}-${since}`,
    areaId: `2025-${code}`,
    type,
    name,
    districtName: null,
    kind: "retyped",
    untilDay: last.toISOString().slice(0, 10),
    basis: resolution || null,
  };
}

function agencyOf(area: Area): NationalMap["agencies"][number] {
  const names = { fullName: fullName(area), fullNameEn: fullNameInEnglish(area) };
  const committee = committeeOf({ code: area.code, ...names });
  return { ...committee, areaId: area.id, kind: "peoples_committee" };
}
