import { createCookie } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { goTo } from "./responses.ts";

const cookie = createCookie("flash", {
  path: "/",
  sameSite: "lax",
  secure: config.ORIGIN.startsWith("https:"),
  httpOnly: true,
  maxAge: 60,
  secrets: [config.SESSION_SECRET],
});

/** Sends the reader on, with one sentence about what was done to be shown on the next page of the desk. */
export async function goToSaying(request: Request, path: string, sentence: string) {
  return goTo(request, path, {
    headers: { "Set-Cookie": await cookie.serialize(sentence.slice(0, 500)) },
  });
}

/** The sentence carried over, if there is one, and the header that takes it away again. */
export async function takeFlash(request: Request) {
  const sentence: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof sentence === "string"
    ? { sentence, clear: await cookie.serialize("", { maxAge: 0 }) }
    : undefined;
}
