import { config } from "#app/config.server.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A request that was let in, as the framework takes it: that compares the origin of every post once more, with a Host
 * that a proxy may have written.
 */
export function letIn(request: Request): Request {
  if (SAFE.has(request.method) || !request.headers.has("Origin")) return request;
  const headers = new Headers(request.headers);
  headers.delete("Origin");
  return new Request(request, { headers });
}

const ONE_CLICK = /^(\/en)?\/unsubscribe\/[\w-]+$/;

/**
 * Whether an unsafe request was sent by another site's page. Browsers say so themselves
 * (Sec-Fetch-Site), older ones by Origin. RFC 8058 one-click posts come from mail programs, webmail pages among
 * them, and are let in from anywhere: the address is the key, no cookie is asked, so there is nothing to forge.
 */
export function isCrossSite(request: Request): boolean {
  if (SAFE.has(request.method) || ONE_CLICK.test(new URL(request.url).pathname)) return false;
  const site = request.headers.get("Sec-Fetch-Site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("Origin");
  if (!origin) return false;
  return origin !== config.ORIGIN && origin !== new URL(request.url).origin;
}
