import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Db, Row } from "#db/tables.ts";
import {
  type Area,
  type AreaAlias,
  CURRENT_SINCE,
  FORMER_UNTIL,
  fullName,
  fullNameInEnglish,
} from "./area.ts";
import { committeeOf } from "./committee.ts";
import { foldedText } from "./folding.ts";

const FILES = [
  "provinces",
  "communes",
  "former_communes",
  "former_aliases",
  "type_changes_2026",
] as const;
const VERSION = "map.version";

/** Raised when what is made of the files changes, so that every database is loaded again. */
const READING = "1";

/**
 * Loads the map of the country from its files (`db/data`, see SOURCES.md there): units of today and of
 * before 01/07/2025, what became of them, other names, and each current unit's People's Committee.
 * Does nothing when these very files are loaded; otherwise all of it or nothing. Returns whether it loaded.
 */
export async function loadMap(
  db: Db,
  folder = join(process.cwd(), "db", "data"),
): Promise<boolean> {
  const files = FILES.map((name) => readFileSync(join(folder, `${name}.csv`), "utf8"));
  const version = createHash("sha256")
    .update([READING, ...files].join("\0"))
    .digest("hex");
  if ((await mapVersion(db)) === version) return false;
  const map = drawMap(
    Object.fromEntries(FILES.map((name, i) => [name, rowsOf(files[i] ?? "")])) as never,
  );

  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("succession").execute();
    await trx.deleteFrom("areaAlias").execute();
    for (const areas of inChunks(map.areas))
      await trx
        .insertInto("area")
        .values(areas)
        .onConflict((known) =>
          known.column("id").doUpdateSet((eb) => ({
            type: eb.ref("excluded.type"),
            name: eb.ref("excluded.name"),
            nameEn: eb.ref("excluded.nameEn"),
            partOf: eb.ref("excluded.partOf"),
            fromDay: eb.ref("excluded.fromDay"),
            untilDay: eb.ref("excluded.untilDay"),
          })),
        )
        .execute();
    for (const successions of inChunks(map.successions))
      await trx.insertInto("succession").values(successions).execute();
    for (const aliases of inChunks(map.aliases))
      await trx.insertInto("areaAlias").values(aliases).execute();
    for (const agencies of inChunks(map.agencies))
      await trx
        .insertInto("agency")
        .values(agencies)
        .onConflict((known) =>
          known.column("id").doUpdateSet((eb) => ({
            name: eb.ref("excluded.name"),
            nameEn: eb.ref("excluded.nameEn"),
          })),
        )
        .execute();
    await trx
      .insertInto("setting")
      .values({ key: VERSION, value: version })
      .onConflict((known) => known.column("key").doUpdateSet({ value: version }))
      .execute();
  });
  return true;
}

/** Which edition of the map the database holds; undefined before the first loading. */
export async function mapVersion(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", VERSION)
    .executeTakeFirst();
  return row?.value;
}

type Rows = Record<(typeof FILES)[number], Record<string, string>[]>;

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, skip_empty_lines: true });
}

function* inChunks<Item>(items: Item[], size = 1000): Generator<Item[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}

/** The files as rows of the database. */
function drawMap(rows: Rows) {
  const provinces = rows.provinces.map(({ code, name, type, name_en }) =>
    area({ era: "2025", code, level: "province", type, name, nameEn: name_en }),
  );
  const communes = rows.communes.map(({ code, name, type, province_code, name_en }) =>
    area({
      era: "2025",
      code,
      level: "commune",
      type,
      name,
      nameEn: name_en,
      partOf: `2025-${province_code}`,
    }),
  );
  const former = new Map<string, Area>();
  const keep = (unit: Area) => {
    former.set(unit.id, unit);
    return unit.id;
  };
  for (const row of rows.former_communes) {
    const province = keep(largerUnit(row.old_province_name ?? "", "province"));
    const isDistrict = row.old_code?.length === 3;
    const district = isDistrict
      ? province
      : keep(largerUnit(row.old_district_name ?? "", "district", row.old_province_name, province));
    keep(
      area({
        era: "2004",
        code: row.old_code,
        level: isDistrict ? "district" : "commune",
        type: row.old_type,
        name: row.old_name,
        nameEn: unmarked(row.old_name ?? ""),
        partOf: district,
      }),
    );
  }
  const current = [...provinces, ...communes];
  return {
    areas: [...current, ...inOrderOfSize(former)],
    successions: rows.former_communes.map(({ old_code, new_code, extent, partial }) => ({
      formerId: `2004-${old_code}`,
      successorId: `2025-${new_code}`,
      extent: extent ?? "",
      partial: partial === "yes" ? 1 : 0,
    })),
    aliases: [...rows.former_aliases.map(formerName), ...rows.type_changes_2026.map(formerType)],
    agencies: current.map(committeeRow),
  };
}

/** Larger units first, since smaller ones refer to them. */
function inOrderOfSize(units: Map<string, Area>): Area[] {
  const size = { province: 0, district: 1, commune: 2 };
  return [...units.values()].sort((a, b) => size[a.level] - size[b.level]);
}

function area(given: { [Key in keyof Area]?: Area[Key] | undefined }): Area {
  const { era = "2025", code = "", level = "commune", type = "", name = "", nameEn = "" } = given;
  const dates =
    era === "2025"
      ? { fromDay: CURRENT_SINCE, untilDay: null }
      : { fromDay: null, untilDay: FORMER_UNTIL };
  return {
    id: `${era}-${code}`,
    era,
    code,
    level,
    type,
    name,
    nameEn,
    partOf: given.partOf ?? null,
    ...dates,
  };
}

const TYPES = ["thành phố", "thị xã", "huyện", "quận", "tỉnh"];

/** A former district or province, known by its name alone: a slug stands in for the code. */
function largerUnit(
  full: string,
  level: "district" | "province",
  within = "",
  partOf: string | null = null,
): Area {
  const type = TYPES.find((word) => full.toLocaleLowerCase("vi").startsWith(`${word} `)) ?? "";
  const name = full.slice(type.length + 1);
  const code = foldedSlug(
    level === "district" ? `${full} ${within.replace(/^(Tỉnh|Thành phố) /, "")}` : full,
  );
  return area({ era: "2004", code, level, type, name, nameEn: unmarked(name), partOf });
}

function foldedSlug(text: string): string {
  return unmarked(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The name without marks, its case kept: what English text writes. */
export function unmarked(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}

function formerName(row: Record<string, string>): AreaAlias {
  const { alias_name: name = "", alias_type: type = "", old_code, alias_code, kind } = row;
  return {
    id: `former-${old_code}-${alias_code}-${foldedText(`${type} ${name}`)}`,
    areaId: `2004-${old_code}`,
    type,
    name,
    districtName: row.alias_district_name || null,
    kind: kind === "merged" ? "merged" : "renamed",
    untilDay: null,
    basis: null,
  };
}

function formerType(row: Record<string, string>): AreaAlias {
  const last = new Date(`${row.effective_date}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return {
    id: `retyped-${row.code}-${row.effective_date}`,
    areaId: `2025-${row.code}`,
    type: row.type_before ?? "",
    name: row.name ?? "",
    districtName: null,
    kind: "retyped",
    untilDay: last.toISOString().slice(0, 10),
    basis: row.resolution || null,
  };
}

function committeeRow(unit: Area): Row<"agency"> {
  const { code, id: areaId } = unit;
  const committee = committeeOf({
    code,
    fullName: fullName(unit),
    fullNameEn: fullNameInEnglish(unit),
  });
  return { ...committee, areaId, kind: "peoples_committee" };
}
