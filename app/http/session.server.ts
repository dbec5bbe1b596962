import { createCookie } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { SESSION_SECONDS } from "#app/domain/accounts/sessions.server.ts";

const secure = config.ORIGIN.startsWith("https:");

/** Carries the session's token, and nothing else. */
const cookie = createCookie(secure ? "__Host-session" : "session", {
  httpOnly: true,
  path: "/",
  sameSite: "lax",
  secure,
  maxAge: SESSION_SECONDS,
});

export async function sessionToken(request: Request): Promise<string | undefined> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && /^[\w-]{43}$/.test(token) ? token : undefined;
}

export function sessionCookie(token: string): Promise<string> {
  return cookie.serialize(token);
}

export function noSessionCookie(): Promise<string> {
  return cookie.serialize("", { maxAge: 0 });
}
