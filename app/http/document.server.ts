import { Readable } from "node:stream";
import type { Document } from "#app/domain/documents/document.ts";
import { shelvedLength, takeDown } from "#app/domain/documents/shelf.server.ts";
import { hasMark } from "./conditional.ts";
import { notFound } from "./responses.ts";

/** Whatever a paper holds, it is shown as what it is, runs nothing, fetches nothing and is framed nowhere. */
const HARMLESS = {
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Accept-Ranges": "bytes",
};

/** Sends a paper as it is read from disk: whole, or the one range of bytes that was asked for. */
export async function documentResponse(
  request: Request,
  document: Document,
  cacheControl: "no-cache" | "private, no-cache",
): Promise<Response> {
  const length = await shelvedLength(document.sha256);
  if (length === undefined) notFound();
  const etag = `"${document.sha256}"`;
  const headers = { ...HARMLESS, ETag: etag, "Cache-Control": cacheControl };
  if (hasMark(request.headers.get("If-None-Match"), etag))
    return new Response(null, { status: 304, headers });

  const part = rangeOf(request.headers, etag, length);
  if (part === "unsatisfiable")
    return new Response(null, {
      status: 416,
      headers: { ...headers, "Content-Range": `bytes */${length}` },
    });
  const { start, end } = part ?? { start: 0, end: length - 1 };
  const body =
    request.method === "HEAD"
      ? null
      : (Readable.toWeb(takeDown(document.sha256, { start, end })) as ReadableStream);
  return new Response(body, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      "Content-Type": document.type.startsWith("text/")
        ? `${document.type}; charset=utf-8`
        : document.type,
      "Content-Length": String(end - start + 1),
      "Content-Disposition": dispositionOf(document),
      ...(part && { "Content-Range": `bytes ${start}-${end}/${length}` }),
    },
  });
}

type Range = { start: number; end: number };

/** The range that is asked for; a form of it that we do not know counts as none (RFC 9110, 14.2). */
function rangeOf(
  headers: Headers,
  etag: string,
  length: number,
): Range | "unsatisfiable" | undefined {
  const [, first = "", last = ""] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("Range")?.trim() ?? "") ?? [];
  const condition = headers.get("If-Range");
  if ((first === "" && last === "") || (condition !== null && condition !== etag)) return undefined;
  if (first === "") {
    const suffix = Number(last);
    return suffix === 0
      ? "unsatisfiable"
      : { start: Math.max(0, length - suffix), end: length - 1 };
  }
  const start = Number(first);
  const end = last === "" ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== "" && Number(last) < start) return undefined;
  return start >= length ? "unsatisfiable" : { start, end };
}

/** Pictures are looked at; a paper is kept, since a sandbox shows none. The name is told twice: plainly, and in full. */
function dispositionOf({ name, type }: Document): string {
  const how = type.startsWith("image/") ? "inline" : "attachment";
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const full = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}
