import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { findSession } from "#app/domain/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { goTo } from "./responses.ts";
import { sessionToken } from "./session.server.ts";

/** Who is signed in, if anybody. */
export async function currentOfficer(request: Request): Promise<Officer | undefined> {
  const token = await sessionToken(request);
  return token ? findSession(db, token, now()) : undefined;
}

/** The first line of every loader and action under /desk. */
export async function requireOfficer(request: Request): Promise<Officer> {
  const officer = await currentOfficer(request);
  if (officer) return officer;
  const { pathname, search } = new URL(request.url);
  const returnTo = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : undefined;
  throw goTo(request, paths.signIn(returnTo));
}

/** The first line where only an administrator may enter. */
export async function requireAdministrator(request: Request): Promise<Officer> {
  const officer = await requireOfficer(request);
  mustAdminister(officer);
  return officer;
}

/** The same of somebody who is known already, once it is known that what they ask for is there. */
export function mustAdminister(officer: Officer) {
  if (officer.role !== "administrator") throw new Response(null, { status: 403 });
}

/** The first line of the trial mailbox's doors: it is closed once a mail server of the office's own is configured. */
export async function requireTrialMailbox(request: Request): Promise<Officer> {
  const officer = await requireOfficer(request);
  if (config.SMTP_URL) throw new Response(null, { status: 404 });
  return officer;
}
