import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { provinceAsked } from "./province-asked.ts";
import { notFound } from "./responses.ts";

/** The province whose press records a page shows, and those that an administrator may choose from. */
export async function provinceShown(officer: Officer, request: Request) {
  const [province, provinces] = await Promise.all([
    findProvinceInHand(db, officer, provinceAsked(request)),
    officer.reach === "country" ? listProvinces(db) : [],
  ]);
  return { province, provinces };
}

/** The province whose press records are changed; an administrator has to choose one. */
export async function requireProvince(officer: Officer, request: Request) {
  return (await findProvinceInHand(db, officer, provinceAsked(request))) ?? notFound();
}
