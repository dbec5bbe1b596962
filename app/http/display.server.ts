import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { config } from "#app/config.server.ts";

const Display = z.object({
  size: z.enum(["small", "normal", "large"]).catch("normal"),
  contrast: z.enum(["normal", "high"]).catch("normal"),
});

export type Display = z.infer<typeof Display>;

const cookie = createCookie("display", {
  path: "/",
  sameSite: "lax",
  secure: config.ORIGIN.startsWith("https:"),
  httpOnly: true,
  maxAge: 365 * 24 * 60 * 60,
});

/** How this reader wants pages to look: kept in their browser, drawn by the server. */
export async function displayOf(request: Request): Promise<Display> {
  return Display.parse((await cookie.parse(request.headers.get("Cookie"))) ?? {});
}

export function displayCookie(wanted: unknown): Promise<string> {
  return cookie.serialize(Display.parse(wanted));
}
