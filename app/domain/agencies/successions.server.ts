import type { Db } from "#db/tables.ts";

/** What an agency goes on with (`before`), and which ones went on with it (`after`), each from a day on and by a paper. */
export async function successionsOf(db: Db, agencyId: string) {
  const [before, after] = await Promise.all([
    linked(db, "formerId").where("agencySuccession.successorId", "=", agencyId).execute(),
    linked(db, "successorId").where("agencySuccession.formerId", "=", agencyId).execute(),
  ]);
  return { before, after };
}

export type Succession = Awaited<ReturnType<typeof successionsOf>>["after"][number];

/** Successions with the agency at the other end of each. */
function linked(db: Db, end: "formerId" | "successorId") {
  return db
    .selectFrom("agencySuccession")
    .innerJoin("agency", "agency.id", `agencySuccession.${end}`)
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "agency.kind", "agency.name", "agency.nameEn"])
    .select(["area.code as areaCode", "agencySuccession.day", "agencySuccession.basis"])
    .orderBy("agencySuccession.day", "desc")
    .orderBy("agency.name");
}
