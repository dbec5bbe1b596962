import { createHash } from "node:crypto";
import { config } from "#app/config.server.ts";
import type { OpenDataCode } from "#app/domain/open-data/problems.ts";
import type { Language } from "#app/i18n/messages.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { acceptedLanguage } from "./accept-language.ts";
import { hasMark } from "./conditional.ts";

/** Open data is anybody's to read, from any page, and is asked for anew each time: what was kept may be shown only when it still holds. */
const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
  "Cache-Control": "public, max-age=0, must-revalidate",
  "Cross-Origin-Resource-Policy": "cross-origin",
  Vary: "Accept-Language",
};

/** The language in which another program wants the sentences: `?lang=`, else its Accept-Language. */
export function openDataLanguage(request: Request): Language {
  const wanted = new URL(request.url).searchParams.get("lang");
  if (wanted === "en" || wanted === "vi") return wanted;
  return acceptedLanguage(request.headers.get("Accept-Language"));
}

/** An answer with the mark of its bytes; for whoever still has these very bytes, the mark alone. */
export function openData(request: Request, body: unknown, next?: string | null): Response {
  const text = JSON.stringify(body);
  const mark = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers: Record<string, string> = {
    ...OPEN,
    ETag: mark,
    ...(next && { Link: `<${next}>; rel="next"` }),
  };
  if (hasMark(request.headers.get("If-None-Match"), mark))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** A page of a list that was read with one more than was asked for, and the place after which the next begins. */
export function pageOf<Item>(items: Item[], limit: number, placeOf: (item: Item) => string) {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { page, after: items.length > limit && last ? placeOf(last) : undefined };
}

/** The address of the page of a list that begins after a place; null when there is none. */
export function nextPage(
  request: Request,
  after: string | undefined,
  parameter: "after" | "since" = "after",
): string | null {
  if (after === undefined) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set(parameter, after);
  return `${config.ORIGIN}${pathname}?${searchParams}`;
}

const STATUS: Partial<Record<OpenDataCode, number>> = {
  "no-such-address": 404,
  "not-found": 404,
  "not-taken": 405,
  "too-many": 429,
};

/** What was wrong with a question of another program: a code, and a sentence for the people behind it. */
export function openDataProblem(request: Request, code: OpenDataCode): Response {
  const { site, openData } = messagesIn(openDataLanguage(request));
  const message = { ...site.api.problems, ...openData.problems }[code];
  const status = STATUS[code] ?? 400;
  const extra: Record<string, string> =
    status === 429 ? { "Retry-After": "60" } : status === 405 ? { Allow: "GET, HEAD" } : {};
  return Response.json({ error: { code, message } }, { status, headers: { ...OPEN, ...extra } });
}

/** The action of every address of open data. */
export function onlyRead({ request }: { request: Request }): Response {
  return openDataProblem(request, "not-taken");
}

/**
 * What can be answered before the pages are asked: a browser of another site that wants to know whether
 * it may read, and an address with a per cent sign that stands for nothing. Undefined for all else.
 */
export function answerAtDoor(request: Request): Response | undefined {
  const { pathname, search } = new URL(request.url);
  if (!pathname.startsWith("/api/")) return undefined;
  if (request.method === "OPTIONS") return preflight();
  return /%(?![\da-f]{2})/i.test(search) ? openDataProblem(request, "bad-encoding") : undefined;
}

function preflight(): Response {
  const methods = "GET, HEAD, OPTIONS";
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      Allow: methods,
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
      "Access-Control-Max-Age": "86400",
    },
  });
}
