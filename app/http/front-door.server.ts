import { randomBytes, randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { Handler, Log } from "./context.ts";
import { keepingPages } from "./kept-pages.server.ts";
import { answerAtDoor } from "./open-data.ts";
import { isCrossSite } from "./same-origin.server.ts";

/**
 * What every request passes on its way in: a name for the log, the same-origin check, and the
 * headers that every answer leaves with. Tests come in by this door too.
 */
export function frontDoor(handle: Handler, log: Log) {
  const answer = keepingPages(handle);
  return async (request: Request, address: string): Promise<Response> => {
    const context: AppLoadContext = {
      requestId: randomUUID(),
      nonce: randomBytes(16).toString("base64"),
      address,
    };
    const began = performance.now();
    const response = isCrossSite(request)
      ? new Response("Cross-site requests are not taken.", { status: 403 })
      : (answerAtDoor(request) ?? (await answer(request, context)));
    secure(response.headers, context, request.url.startsWith("https:"));
    const path = withoutSecrets(new URL(request.url).pathname);
    const took = (performance.now() - began).toFixed(1);
    log(`${request.method} ${path} ${response.status} ${took}ms ${context.requestId}`);
    return response;
  };
}

/** A letter's token opens what it is for: the log must not. */
export function withoutSecrets(pathname: string): string {
  return pathname.replace(/\/(invitations|unsubscribe|confirmations)\/[\w-]{16,}/, "/$1/…");
}

function secure(headers: Headers, { nonce, requestId }: AppLoadContext, https: boolean) {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  // A framed letter brings a stricter one (`letterPage`).
  if (!headers.has("Content-Security-Policy"))
    headers.set("Content-Security-Policy", policy.join("; "));
  headers.set("X-Request-Id", requestId);
  if (https) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-cache");
}
