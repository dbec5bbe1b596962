import { createHmac, randomBytes } from "node:crypto";
import { later } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import type { Db, Moment } from "#db/tables.ts";
import { findOfficer } from "./accounts.server.ts";
import type { Officer } from "./officer.ts";

/** A session ends twelve hours after it began, or when its row is deleted: a working day, no longer. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Begins a session and returns the token, which is known to the browser alone: a keyed hash is kept. */
export async function beginSession(
  db: Db,
  officer: { id: string },
  { at, userAgent }: { at: Moment; userAgent: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db
    .insertInto("session")
    .values({
      tokenHash: hashToken(token),
      accountId: officer.id,
      beganAt: at,
      seenAt: at,
      expiresAt: later(at, { seconds: SESSION_SECONDS }),
      userAgent: userAgent.slice(0, 200),
    })
    .execute();
  await db.deleteFrom("session").where("expiresAt", "<=", at).execute();
  return token;
}

/** Whose session a token is, if it still holds and the account is open. */
export async function findSession(db: Db, token: string, at: Moment): Promise<Officer | undefined> {
  const session = await db
    .selectFrom("session")
    .select("accountId")
    .where("tokenHash", "=", hashToken(token))
    .where("expiresAt", ">", at)
    .executeTakeFirst();
  return session && findOfficer(db, session.accountId, at);
}

/** Signs somebody out: from now on nobody comes in by that token. Ending a session that is over changes nothing. */
export async function endSession(db: Db, token: string) {
  await db.deleteFrom("session").where("tokenHash", "=", hashToken(token)).execute();
}

/** The browsers an officer is signed in with, newest first. */
export function listSessions(db: Db, officer: Officer, at: Moment) {
  return db
    .selectFrom("session")
    .select(["tokenHash", "beganAt", "userAgent"])
    .where("accountId", "=", officer.id)
    .where("expiresAt", ">", at)
    .orderBy("beganAt", "desc")
    .execute();
}

/** Signs one of the officer's own browsers out. */
export async function revokeSession(db: Db, officer: Officer, tokenHash: string) {
  await db
    .deleteFrom("session")
    .where("accountId", "=", officer.id)
    .where("tokenHash", "=", tokenHash)
    .execute();
}

/** A token as the books keep it: whoever reads the database cannot come in by what they find there. */
export function hashToken(token: string): string {
  return createHmac("sha256", config.SESSION_SECRET).update(token).digest("base64url");
}
