import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/** What every answer leaves with, files included; the rest depends on the answer (`secure`). */
export const GUARDING = headersOf(
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: false, // by `secure`: some pages are for everybody's frames
    // Helmet's "no-referrer" makes browsers send `Origin: null` with a plain form of ours, which Remix refuses.
    referrerPolicy: { policy: "same-origin" },
  }),
);

/** Of these the ones that mean something for a page alone: a page's scripts are many, and small. */
export const FOR_PAGES = GUARDING.map(([name]) => name).filter(
  (name) => !["X-Content-Type-Options", "Cross-Origin-Resource-Policy"].includes(name),
);

/** The headers that a middleware sets, found out once: they are the same for every request. */
function headersOf(middleware: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => {},
  };
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return headers;
}

/** Without a nonce no script runs but the site's own files: right for a page that is kept and shown again. */
export function secure(
  headers: Headers,
  { nonce, https, personal = false }: { nonce?: string; https: boolean; personal?: boolean },
) {
  const policy = [
    "default-src 'self'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  // A framed letter brings a stricter one (`letterPage`).
  if (!headers.has("Content-Security-Policy"))
    headers.set("Content-Security-Policy", policy.join("; "));
  // Older browsers know this header alone; it forbids what a policy for everybody's frames allows.
  if (!headers.get("Content-Security-Policy")?.includes("frame-ancestors *"))
    headers.set("X-Frame-Options", "SAMEORIGIN");
  if (https) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  if (!headers.has("Cache-Control"))
    headers.set("Cache-Control", personal ? "private, no-cache" : "no-cache");
}
