import type { Day, Db } from "#db/tables.ts";
import type { AreaAlias } from "./area.ts";
import { existedOn, fullName } from "./area.ts";
import { placesOf } from "./areas.server.ts";
import type { AreaEntry, Atlas } from "./atlas.ts";

export interface AreaHistory {
  predecessors: Predecessor[];
  /** By other types of its own until a day (newest first), and by other names altogether. */
  names: (Pick<AreaAlias, "districtName" | "kind" | "untilDay" | "basis"> & { fullName: string })[];
}

export interface Predecessor
  extends Pick<
    AreaEntry,
    "era" | "code" | "fullName" | "fullNameEn" | "district" | "districtEn" | "province"
  > {
  extent: string;
}

/** What a unit was formed from, and what else it is or was called. */
export async function historyOf(db: Db, id: string): Promise<AreaHistory> {
  const atlas = await placesOf(db);
  const names = atlas.aliasesOf(id).map(({ districtName, kind, untilDay, basis, ...named }) => ({
    ...{ districtName, kind, untilDay, basis },
    fullName: fullName(named),
  }));
  return {
    predecessors: atlas.predecessorsOf(id).map(({ area, extent }) => {
      const { era, code, fullName, fullNameEn, district, districtEn, province } = area;
      return { era, code, fullName, fullNameEn, district, districtEn, province, extent };
    }),
    names: names.sort((a, b) => ((a.untilDay ?? "") < (b.untilDay ?? "") ? 1 : -1)),
  };
}

/** What was there on a day in place of a current unit, by its names of then (see `Atlas.unitsBefore`). */
export function unitsBefore(atlas: Atlas, id: string, day: Day): AreaEntry[] {
  return atlas
    .unitsBefore(id)
    .filter(({ from, until }) => existedOn({ fromDay: from, untilDay: until }, day))
    .flatMap((unit) => atlas.entry(unit.id, day) ?? []);
}

/** How many units of today the map has. */
export async function countUnits(db: Db): Promise<{ provinces: number; communes: number }> {
  const rows = await db
    .selectFrom("area")
    .select(["level", ({ fn }) => fn.countAll<number>().as("count")])
    .where("untilDay", "is", null)
    .groupBy("level")
    .execute();
  const count = (level: string) => rows.find((row) => row.level === level)?.count ?? 0;
  return { provinces: count("province"), communes: count("commune") };
}
