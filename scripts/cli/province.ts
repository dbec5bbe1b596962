import { db } from "#app/db.server.ts";
import { Refused } from "./refused.ts";

/** Hà Nội, where the national press sits: whose records they are when nothing else says so. */
const NATIONAL = "01";

/**
 * The province whose press records are meant: the one of the code, else that of the office which
 * opened the first account here, else Hà Nội.
 */
export async function provinceNamed(code: string | undefined) {
  const wanted = code?.padStart(2, "0") ?? (await officesProvince()) ?? NATIONAL;
  const province = await db
    .selectFrom("area")
    .select(["id", "code", "name"])
    .where("era", "=", "2025")
    .where("level", "=", "province")
    .where("code", "=", wanted)
    .executeTakeFirst();
  if (!province) throw new Refused(`There is no province with the code ${code}.`);
  return province;
}

async function officesProvince(): Promise<string | undefined> {
  const first = await db
    .selectFrom("account")
    .innerJoin("agency", "agency.id", "account.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select((eb) => eb.fn.coalesce("area.partOf", "area.id").as("provinceId"))
    .orderBy("account.createdAt")
    .limit(1)
    .executeTakeFirst();
  return first?.provinceId?.replace("2025-", "");
}
