import type { Db } from "#db/tables.ts";

export const COLUMNS_OF_LIST = [
  ...["area_code", "name", "position", "phone", "email"],
  ...["capacity", "decision_no", "decision_date", "from"],
];

/** So many people for the country's committees: heads, and where there are more, regular spokespersons. */
export async function listOf(
  db: Db,
  rows: number,
  { edition, from }: { edition: number; from: string },
): Promise<string[][]> {
  const agencies = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "area.code"])
    .where("agency.kind", "=", "peoples_committee")
    .where("area.era", "=", "2025")
    .orderBy("area.code")
    .execute();
  return Array.from({ length: rows }, (_, i) => [
    agencies[i % agencies.length]?.code ?? "",
    `Nguyễn Văn ${edition}-${i}`,
    "Chủ tịch Ủy ban nhân dân",
    `0296 3 ${String(100_000 + i)}`,
    `ubnd${i}@bench.gov.vn`,
    i < agencies.length ? "head" : "regular",
    `${i}/QĐ-UBND`,
    from,
    from,
  ]);
}
