import type { Day, Db } from "#db/tables.ts";
import { notClosedBy } from "../agencies/agencies.server.ts";

/**
 * Which agencies may be asked to put their names to a statement: those of its province and the committees of the
 * provinces, which is where an incident of several provinces is agreed; none of a former unit, none that is closed.
 */
export async function listAgenciesToAsk(
  db: Db,
  statement: { agencyId: string; provinceId: string },
  day: Day,
) {
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "agency.name", "agency.nameEn", "area.id as areaId"])
    .where("agency.id", "!=", statement.agencyId)
    .where("agency.provinceId", "is", null)
    .where("area.era", "=", "2025")
    .where(notClosedBy(day) as never)
    .where(({ eb, or, and }) =>
      or([
        eb("area.id", "=", statement.provinceId),
        eb("area.partOf", "=", statement.provinceId),
        and([eb("area.level", "=", "province"), eb("agency.kind", "=", "peoples_committee")]),
      ]),
    )
    .execute();
  const isNear = ({ areaId }: { areaId: string }) => areaId === statement.provinceId;
  return rows
    .toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)) || NAMES.compare(a.name, b.name))
    .map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}

const NAMES = new Intl.Collator("vi");
