import { createHash } from "node:crypto";
import { hasMark } from "./conditional.ts";
import { type Encoding, encode, isWorthCompressing } from "./encoding.ts";
import { GUARDING } from "./security-headers.ts";

/** A page in one encoding, ready to be sent: its head as Node takes it, its bytes, and the head that says it is unchanged. */
export interface Form {
  tag: string;
  changedAt: number; // by its Last-Modified; NaN where it does not say
  head: string[];
  bytes: Buffer;
  unchanged: string[];
}

/** An answer ready as bytes, in each encoding that somebody has asked for so far. */
export class KeptPage {
  readonly address: string;
  /** What it takes in memory, with every encoding it was given in so far. */
  size: number;
  /** How often it was given since that was last told. */
  given = 0;
  readonly #body: Buffer;
  readonly #headers: [string, string][];
  readonly #hash: string;
  readonly #isWorthCompressing: boolean;
  readonly #forms: Partial<Record<Encoding, Form | Promise<Form>>> = {};
  readonly #grown: (bytes: number) => void;

  constructor(address: string, headers: Headers, body: Buffer, grown: (bytes: number) => void) {
    this.address = address;
    this.size = body.length + OVERHEAD;
    this.#body = body;
    this.#hash = createHash("sha256").update(body).digest("base64url").slice(0, 24);
    this.#isWorthCompressing = isWorthCompressing(body.length, headers.get("Content-Type") ?? "");
    this.#headers = headersOf(headers);
    this.#grown = grown;
  }

  /** At once where it has been asked for before. */
  in(wanted: Encoding): Form | Promise<Form> {
    const encoding = this.#isWorthCompressing ? wanted : "identity";
    const known = this.#forms[encoding];
    if (known) return known;
    const form =
      encoding === "identity" ? this.#form(encoding, this.#body) : this.#encoded(encoding);
    this.#forms[encoding] = form;
    return form;
  }

  /** As the web's own type, uncompressed: for whoever comes in without a connection of Node's. */
  toResponse(request: Request): Response {
    const form = this.in("identity") as Form;
    const tags = request.headers.get("If-None-Match") ?? undefined;
    if (isKnown(form, tags, request.headers.get("If-Modified-Since") ?? undefined))
      return new Response(null, { status: 304, headers: pairsOf(form.unchanged) });
    const body = request.method === "HEAD" ? null : (form.bytes as BodyInit);
    return new Response(body, { headers: pairsOf(form.head) });
  }

  async #encoded(encoding: Encoding): Promise<Form> {
    const bytes = await encode(this.#body, encoding, QUALITY);
    const form = this.#form(encoding, bytes);
    this.#forms[encoding] = form;
    this.#grown(bytes.length + OVERHEAD);
    return form;
  }

  #form(encoding: Encoding, bytes: Buffer): Form {
    const tag = `"${this.#hash}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const unchanged = [...this.#headers, ["ETag", tag]].flat();
    const head = [...unchanged, "Content-Length", String(bytes.length)];
    if (encoding !== "identity") head.push("Content-Encoding", encoding);
    const changedAt = Date.parse(new Map(this.#headers).get("last-modified") ?? "");
    return { tag, changedAt, head, bytes, unchanged };
  }
}

/** Heads, keys and the like of a page, generously. */
const OVERHEAD = 4096;
/** Compressed once and sent often, but somebody waits for it: 5 of 11. */
const QUALITY = 5;

/** The page's own headers and those that every answer has; how it varies is told whole. */
function headersOf(own: Headers): [string, string][] {
  const vary = new Set(["Accept-Encoding", "Cookie", ...namesIn(own.get("Vary"))]);
  const headers = new Map(GUARDING.map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of own) headers.set(name, value);
  for (const name of ["etag", "content-length", "content-encoding"]) headers.delete(name);
  headers.set("vary", [...vary].join(", "));
  return [...headers];
}

export function namesIn(header: string | null): string[] {
  return (header ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * Whether the reader has this very form already: by their If-None-Match (weakly compared, RFC 9110,
 * 13.1.2), or by their If-Modified-Since where they give no marks (13.1.3).
 */
export function isKnown({ tag, changedAt }: Form, marks?: string, since?: string): boolean {
  if (marks === tag) return true;
  if (marks) return hasMark(marks, tag);
  return since !== undefined && changedAt <= Date.parse(since);
}

function pairsOf(head: string[]): [string, string][] {
  return Array.from({ length: head.length / 2 }, (_, i) => [head[2 * i], head[2 * i + 1]]) as [
    string,
    string,
  ][];
}
