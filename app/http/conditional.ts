import { createHash } from "node:crypto";

interface Kept {
  changedAt?: string | null; // when it last changed, where that is known
  content?: string; // what it says, where the bytes are never twice the same
}

/**
 * An answer that a reader need not fetch twice: named by its content (`ETag`), perhaps by when it
 * last changed, and not sent again to whoever has it (304).
 */
export function conditional(
  request: Request,
  body: string | Uint8Array,
  given: Record<string, string>,
  { changedAt, content }: Kept = {},
): Response {
  const hash = createHash("sha256").update(content ?? body);
  const tag = `W/"${hash.digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ "Cache-Control": "no-cache", ...given, ETag: tag });
  if (changedAt) headers.set("Last-Modified", new Date(changedAt).toUTCString());
  if (!isKnown(request, tag, changedAt)) return new Response(body as BodyInit, { headers });
  headers.delete("Content-Type");
  headers.delete("Content-Disposition");
  return new Response(null, { status: 304, headers });
}

/** RFC 9110, 13.2.2: the tag decides where one is given, the time only where none is. */
function isKnown({ headers }: Request, tag: string, changedAt?: string | null): boolean {
  const tags = headers.get("If-None-Match");
  if (tags !== null) return hasMark(tags, tag);
  const since = Date.parse(headers.get("If-Modified-Since") ?? "");
  return !!changedAt && Math.floor(Date.parse(changedAt) / 1000) * 1000 <= since;
}

/** Whether one of the marks that a reader sends as If-None-Match is this one, compared weakly (RFC 9110, 13.1.2). */
export function hasMark(sent: string | null, mark: string): boolean {
  const marks = (sent ?? "").split(",").map(plain);
  return marks.includes("*") || marks.includes(plain(mark));
}

const plain = (mark: string) => mark.trim().replace(/^W\//, "");
