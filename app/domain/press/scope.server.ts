import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { findCommitteeOf } from "../agencies/agencies.server.ts";

/**
 * The province whose press records an officer works on: their own, always; an administrator's is the
 * one they chose. Undefined is the whole country, which only an administrator has.
 */
export function provinceInHand(officer: Officer, chosen?: string | null): string | undefined {
  if (officer.reach === "country") return chosen?.match(/^[\w-]{1,60}$/)?.[0];
  return officer.provinceId ?? "";
}

/** The province in hand as an area; undefined while an administrator has chosen none. */
export async function findProvinceInHand(db: Db, officer: Officer, chosen?: string | null) {
  const id = provinceInHand(officer, chosen);
  return id === undefined ? undefined : provinces(db).where("id", "=", id).executeTakeFirst();
}

/** The agency under which the press records of a province stand in the audit log. */
export async function officeOf(db: Db, provinceId: string): Promise<string | null> {
  return (await findCommitteeOf(db, provinceId))?.id ?? null;
}

/** Today's provinces, for whoever may choose one. */
export function listProvinces(db: Db) {
  return provinces(db).execute();
}

function provinces(db: Db) {
  return db
    .selectFrom("area")
    .select(["id", "name", "nameEn", "type"])
    .where("era", "=", "2025")
    .where("level", "=", "province")
    .orderBy("code");
}
