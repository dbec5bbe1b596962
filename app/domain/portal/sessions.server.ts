import { randomBytes } from "node:crypto";
import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { hashToken } from "../accounts/sessions.server.ts";
import { recordsOf } from "./records.server.ts";
import type { Visitor } from "./visitor.ts";

/** As long as an officer's: half a day. */
export const PORTAL_SECONDS = 12 * 60 * 60;

/** Begins a journalist's session and returns its token, which the browser alone knows. */
export async function beginPortalSession(
  db: Db,
  { email, journalistId }: { email: string; journalistId: string | null },
  { at, userAgent }: { at: Moment; userAgent: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.deleteFrom("portalSession").where("expiresAt", "<=", at).execute();
  await db
    .insertInto("portalSession")
    .values({
      ...{ tokenHash: hashToken(token), email, journalistId, beganAt: at },
      expiresAt: later(at, { seconds: PORTAL_SECONDS }),
      userAgent: userAgent.slice(0, 200),
    })
    .execute();
  return token;
}

/** Who a token lets in, while it holds and some province still knows them. */
export async function findVisitor(db: Db, token: string, at: Moment): Promise<Visitor | undefined> {
  const session = await db
    .selectFrom("portalSession")
    .selectAll()
    .where("tokenHash", "=", hashToken(token))
    .where("expiresAt", ">", at)
    .executeTakeFirst();
  if (!session) return undefined;
  const { email, journalistId, tokenHash } = session;
  const records = await recordsOf(db, journalistId ? { journalistId } : { email });
  const [first] = records;
  if (!first) return undefined;
  const { name, language } = first;
  return { email: first.email, name, language, proven: !journalistId, session: tokenHash, records };
}

/** Closes the journalist's room for that token. Closing what is closed changes nothing. */
export async function endPortalSession(db: Db, token: string) {
  await db.deleteFrom("portalSession").where("tokenHash", "=", hashToken(token)).execute();
}

/** The browsers that are signed in under an address, newest first. */
export function listPortalSessions(db: Db, { email }: { email: string }, at: Moment) {
  return db
    .selectFrom("portalSession")
    .select(["tokenHash", "beganAt", "expiresAt", "userAgent", "journalistId"])
    .where("email", "=", email)
    .where("expiresAt", ">", at)
    .orderBy("beganAt", "desc")
    .execute();
}

/** Signs one of the journalist's own browsers out; false when it is not theirs. */
export async function revokePortalSession(
  db: Db,
  { email }: { email: string },
  tokenHash: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("portalSession")
    .where("email", "=", email)
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
