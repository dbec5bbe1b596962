import { z } from "zod";

const Theme = z.enum(["auto", "light", "dark"]).catch("auto");

export type Theme = z.infer<typeof Theme>;

/** The colours that a framed page is wanted in. */
export function themeOf(request: Request): Theme {
  return Theme.parse(new URL(request.url).searchParams.get("theme"));
}

/** A page that any site may frame. It runs nothing, sends nothing and fetches nothing but our own styles. */
export function embeddedPage(html: string, status = 200) {
  return new Response(`<!doctype html>${html}`, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}
