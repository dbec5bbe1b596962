import type { Db } from "#db/tables.ts";
import { byName } from "./folding.ts";
import { takesLetters } from "./journalists.server.ts";

/** The areas that journalists of a province report from, each with how many of them take letters. */
export async function peopleOfAreas(db: Db, provinceId: string) {
  const rows = await db
    .selectFrom("journalistArea")
    .innerJoin("journalist", "journalist.id", "journalistArea.journalistId")
    .innerJoin("area", "area.id", "journalistArea.areaId")
    .select(["area.id", "area.type", "area.name", "area.nameEn"])
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .where("journalist.provinceId", "=", provinceId)
    .where((eb) => takesLetters(eb as never))
    .groupBy(["area.id", "area.type", "area.name", "area.nameEn"])
    .execute();
  return rows.map(({ people, ...area }) => ({ ...area, people: Number(people) })).sort(byName);
}
