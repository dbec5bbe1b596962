import { loadLaw } from "#app/domain/policies/law.server.ts";
import { beginPortalSession, findVisitor } from "#app/domain/portal/sessions.server.ts";
import { recordOf, type Visitor } from "#app/domain/portal/visitor.ts";
import type { Db, Tables } from "#db/tables.ts";
import { committee, officerOf } from "./people.ts";
import { clearPressRoom } from "./press-room.ts";
import { MORNING } from "./setup.ts";

export const AN_GIANG = "2025-91";
/** So many minutes after eight. */
export const later = (minutes: number) =>
  new Date(Date.parse(MORNING) + minutes * 60_000).toISOString();
export const seen = { at: MORNING, userAgent: "Firefox/120" };
export const AT = { language: "vi", at: MORNING } as const;

/** The law, and three committees of which two are neighbours. */
export async function openRoom(db: Db) {
  await loadLaw(db, { at: MORNING });
  await committee(db);
  await committee(db, "30292");
  await committee(db, "19777");
}

/** Empties what journalists left in their room, and the press room. */
export async function clearRoom(db: Db) {
  for (const table of ROOM) await db.deleteFrom(table).execute();
  await clearPressRoom(db);
}

const ROOM: (keyof Tables)[] = [
  "accreditation",
  "dataRequest",
  "foreignPress",
  "consentRecord",
  "portalLink",
  "portalSession",
  "journalistArea",
  "journalistBeat",
];

/** The key in the newest letter to an address. */
export const keyIn = async (db: Db, to: string) => {
  const letters = await db
    .selectFrom("mail")
    .select("text")
    .where("kind", "=", "portal-link")
    .where("to", "=", to)
    .orderBy("postedAt")
    .execute();
  return /portal\/links\/(\w{32})/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
};

/** Who is in the room with an address of their own. */
export const enter = async (db: Db, email: string) => {
  const token = await beginPortalSession(db, { email, journalistId: null }, seen);
  return (await findVisitor(db, token, MORNING)) as Visitor;
};

/** One of the records that a visitor has. */
export const own = (visitor: Visitor, id: string) => recordOf(visitor, id) as never;

export const provinceOfficer = async (db: Db, name = "Mai") =>
  officerOf(db, await committee(db, "91"), name);
