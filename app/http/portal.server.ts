import { createCookie } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { findVisitor, PORTAL_SECONDS } from "#app/domain/portal/sessions.server.ts";
import { type OwnRecord, recordOf, type Visitor } from "#app/domain/portal/visitor.ts";
import { paths } from "#app/paths.ts";
import { goTo, notFound } from "./responses.ts";

const secure = config.ORIGIN.startsWith("https:");

/** A journalist's, beside an officer's: one browser may hold both. */
const cookie = createCookie(secure ? "__Host-portal" : "portal", {
  httpOnly: true,
  path: "/",
  sameSite: "lax",
  secure,
  maxAge: PORTAL_SECONDS,
});

export async function portalToken(request: Request): Promise<string | undefined> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && /^[\w-]{43}$/.test(token) ? token : undefined;
}

export const portalCookie = (token: string) => cookie.serialize(token);
export const noPortalCookie = () => cookie.serialize("", { maxAge: 0 });

/** Who is in the journalists' room, if anybody. */
export async function currentVisitor(request: Request): Promise<Visitor | undefined> {
  const token = await portalToken(request);
  return token ? findVisitor(db, token, now()) : undefined;
}

/** The first line of every loader and action in the room. */
export async function requireVisitor(request: Request): Promise<Visitor> {
  const visitor = await currentVisitor(request);
  if (visitor) return visitor;
  throw goTo(request, paths.portal.signIn());
}

/** The first line where something about the person is changed or laid open: an invitation may have been passed on. */
export async function requireProof(request: Request): Promise<Visitor> {
  const visitor = await requireVisitor(request);
  if (visitor.proven) return visitor;
  throw goTo(request, paths.portal.proof());
}

/** The same, with the one of their records that an address names. */
export async function requireRecord(
  request: Request,
  id: string | undefined,
): Promise<{ visitor: Visitor; own: OwnRecord }> {
  const visitor = await requireProof(request);
  return { visitor, own: recordOf(visitor, id) ?? notFound() };
}
