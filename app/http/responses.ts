import { redirect } from "@remix-run/node";
import { languageOf, localised } from "#app/i18n/messages.ts";

/** Not there, or not theirs to see. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** Sends the reader on to one of our own pages, in the language they are reading. */
export function goTo(request: Request, path: string, init?: ResponseInit) {
  return redirect(localised(languageOf(new URL(request.url).pathname), path), init);
}

/** A path of ours from a query string, or nothing: never another site's address. */
export function ownPath(wanted: string | null): string | undefined {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted)) return undefined;
  const url = URL.parse(wanted, "http://ours");
  return url?.host === "ours" ? url.pathname + url.search : undefined;
}

/** A file to keep. */
export function file(body: string | Uint8Array, type: string, name: string) {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

/**
 * The HTML of a letter for a frame on one of our pages: styles of its own, and nothing else. It runs no
 * script, fetches nothing, sends nothing and knows no cookie, whoever wrote it.
 */
export function letterPage(html: string) {
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox",
      "Cache-Control": "no-store",
    },
  });
}
