import type { Db } from "#db/tables.ts";
import { plainly } from "../spreadsheets/sheet.ts";

/** The areas that a journalist reports from; none where it is all of the province. */
function areasOf(db: Db, journalistId: string) {
  return db
    .selectFrom("journalistArea")
    .innerJoin("area", "area.id", "journalistArea.areaId")
    .select(["area.id", "area.type", "area.name"])
    .where("journalistArea.journalistId", "=", journalistId)
    .orderBy("area.code")
    .execute();
}

/** The areas of a journalist as lines to be typed over. */
export async function areaLinesOf(db: Db, journalistId: string): Promise<string[]> {
  const areas = await areasOf(db, journalistId);
  return areas.map(({ type, name }) => `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`);
}

/** Writes the areas of a journalist over those that were there. */
export async function keepAreas(trx: Db, journalistId: string, areaIds: string[]): Promise<void> {
  await trx.deleteFrom("journalistArea").where("journalistId", "=", journalistId).execute();
  if (areaIds.length === 0) return;
  await trx
    .insertInto("journalistArea")
    .values(areaIds.map((areaId) => ({ journalistId, areaId })))
    .execute();
}

/** The communes of a province that lines name, with or without their type and marks; a line must name exactly one. */
export async function readAreas(db: Db, provinceId: string, text: string) {
  const lines = text.split("\n").flatMap((written) => written.trim() || []);
  if (lines.length === 0) return { ids: [], unknown: [] };
  const all = await db
    .selectFrom("area")
    .select(["id", "type", "name"])
    .where("era", "=", "2025")
    .where("level", "=", "commune")
    .where("partOf", "=", provinceId)
    .where("untilDay", "is", null)
    .execute();
  const meant = lines.map((written) => {
    const asked = plainly(written);
    const named = all.filter(
      ({ type, name }) => asked === plainly(name) || asked === plainly(`${type} ${name}`),
    );
    return { written, id: named.length === 1 ? named[0]?.id : undefined };
  });
  return {
    ids: [...new Set(meant.flatMap(({ id }) => id ?? []))],
    unknown: meant.flatMap(({ written, id }) => (id ? [] : written)),
  };
}
