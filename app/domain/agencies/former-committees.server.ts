import type { Day, Db } from "#db/tables.ts";
import { canManage, type Reach } from "../accounts/officer.ts";
import { fullName, fullNameInEnglish } from "../areas/area.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { committeeId, committeeOf, formerUnitOf } from "../areas/committee.ts";
import type { AgencyOfArea } from "./agencies.server.ts";

/** The People's Committee of a former unit: an agency that lasted until its unit did. */
export interface FormerCommittee extends AgencyOfArea {
  kind: "peoples_committee";
  untilDay: Day;
}

/** Whether an agency is the People's Committee of a unit that there is no more. */
export function isFormer(agency: AgencyOfArea): agency is FormerCommittee {
  return formerUnitOf(agency.id) !== undefined && agency.untilDay !== null;
}

/**
 * The People's Committee of a former unit by its id, as the map has it: each of the ten thousand is there
 * without a line in the books, which it gets with its first entry (see `openBooks`). Its books are kept by the
 * province its land is in today and, where the whole of it went into one unit, by that unit's officer too.
 */
export async function findFormerCommittee(
  db: Db,
  id: string,
): Promise<FormerCommittee | undefined> {
  const areaId = formerUnitOf(id);
  if (!areaId) return undefined;
  const area = await db
    .selectFrom("area")
    .selectAll()
    .where("id", "=", areaId)
    .where("untilDay", "is not", null)
    .executeTakeFirst();
  const heirs = area ? await heirsOf(db, areaId) : [];
  if (!area || heirs.length === 0) return undefined;
  const { era, code, level } = area;
  const names = { fullName: fullName(area), fullNameEn: fullNameInEnglish(area) };
  return committee({ id: areaId, era, code, level, ...names, until: area.untilDay }, heirs);
}

/** The same out of the map in memory: for lists. */
export function formerCommittee(atlas: Atlas, area: AreaEntry): FormerCommittee | undefined {
  const heirs = atlas.successorsOf(area.id).map(({ id, province }) => ({
    code: id.replace("2025-", ""),
    provinceId: province.id,
  }));
  return heirs.length > 0 ? committee(area, heirs) : undefined;
}

type Unit = Pick<AreaEntry, "id" | "era" | "code" | "level" | "fullName" | "fullNameEn" | "until">;

interface Heir {
  code: string;
  provinceId: string;
}

function committee(area: Unit, heirs: Heir[]): FormerCommittee {
  const [first, ...others] = heirs;
  return {
    ...committeeOf(area),
    kind: "peoples_committee",
    ...{ areaId: area.id, areaCode: area.code, areaLevel: area.level },
    ...{ symbol: null, underId: null, fromDay: null, untilDay: area.until ?? "" },
    provinceId: first?.provinceId ?? "",
    heirId: first && others.length === 0 && area.level !== "province" ? committeeId(first) : null,
  };
}

/** The units of today that a former one went into; a district or province went where its communes did. */
async function heirsOf(db: Db, areaId: string): Promise<Heir[]> {
  const heirs = await db
    .withRecursive("inside(id)", (cte) =>
      cte
        .selectFrom("area")
        .select("area.id")
        .where("area.id", "=", areaId)
        .unionAll(
          cte.selectFrom("area").innerJoin("inside", "inside.id", "area.partOf").select("area.id"),
        ),
    )
    .selectFrom("inside")
    .innerJoin("succession", "succession.formerId", "inside.id")
    .innerJoin("area as heir", "heir.id", "succession.successorId")
    .select((eb) => ["heir.code", eb.fn.coalesce("heir.partOf", "heir.id").as("provinceId")])
    .distinct()
    .orderBy("heir.code")
    .execute();
  return heirs;
}

/** Writes down the committees of former units among some agencies that are not in the books yet. */
export async function openBooks(trx: Db, agencyIds: string[]) {
  const former = [...new Set(agencyIds)].filter(formerUnitOf);
  if (former.length === 0) return;
  const known = await trx.selectFrom("agency").select("id").where("id", "in", former).execute();
  const open = new Set(known.map(({ id }) => id));
  for (const id of former.filter((one) => !open.has(one))) {
    const found = await findFormerCommittee(trx, id);
    if (!found) continue;
    const { areaCode, areaLevel, ...row } = found;
    await trx
      .insertInto("agency")
      .values(row)
      .onConflict((clash) => clash.doNothing())
      .execute();
  }
}

/** The former units whose books an officer keeps, among some of the map. */
export function keptBy(reach: Reach, atlas: Atlas, areas: AreaEntry[]): FormerCommittee[] {
  return areas.flatMap((area) => {
    const found = area.current ? undefined : formerCommittee(atlas, area);
    return found && canManage(reach, found) ? [found] : [];
  });
}
