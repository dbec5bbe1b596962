import type { Language, Messages } from "#app/i18n/messages.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { acceptedLanguage } from "./accept-language.ts";

/** Open data is anybody's to read, from any page, and is asked for anew each time. */
const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "no-cache",
  "Cross-Origin-Resource-Policy": "cross-origin",
  Vary: "Accept-Language",
};

/** The language in which another program wants the sentences: `?lang=`, else its Accept-Language. */
export function openDataLanguage(request: Request): Language {
  const wanted = new URL(request.url).searchParams.get("lang");
  if (wanted === "en" || wanted === "vi") return wanted;
  return acceptedLanguage(request.headers.get("Accept-Language"));
}

export function openData(body: unknown): Response {
  return Response.json(body, { headers: OPEN });
}

export type OpenDataProblem = keyof Messages["site"]["api"]["problems"];

const STATUS: Partial<Record<OpenDataProblem, number>> = {
  "not-found": 404,
  "not-taken": 405,
  "too-many": 429,
};

/** What was wrong with a question of another program: a code, and a sentence for the people behind it. */
export function openDataProblem(request: Request, code: OpenDataProblem): Response {
  const message = messagesIn(openDataLanguage(request)).site.api.problems[code];
  const status = STATUS[code] ?? 400;
  const extra: Record<string, string> =
    status === 429 ? { "Retry-After": "60" } : status === 405 ? { Allow: "GET, HEAD" } : {};
  return Response.json({ error: { code, message } }, { status, headers: { ...OPEN, ...extra } });
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
      "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type",
      "Access-Control-Max-Age": "86400",
    },
  });
}
