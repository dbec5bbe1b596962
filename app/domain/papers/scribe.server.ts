import { createHash } from "node:crypto";
import type { Paper } from "./paper.ts";
import { paperAsDocx } from "./paper-docx.server.ts";
import { paperAsPdf } from "./paper-pdf.server.ts";

export const FORMATS = ["pdf", "docx"] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a paper down as a file: the same bytes for the same paper. */
export type Scribe = (paper: Paper, format: Format) => Promise<Uint8Array>;

/** In this process, which is kept busy for a third of a second by the first one. */
export const writeHere: Scribe = (paper, format) =>
  format === "pdf" ? paperAsPdf(paper) : paperAsDocx(paper);

let scribe = writeHere;

/** Has papers written by somebody else from now on: by a process that keeps no reader waiting. */
export function employScribe(other: Scribe): void {
  scribe = other;
}

const MOST_KEPT = 16;
const kept = new Map<string, Promise<Uint8Array>>();

/** A paper as a file; the last few are kept, since what was shown is what is sent. */
export function written(paper: Paper, format: Format): Promise<Uint8Array> {
  const key = createHash("sha256")
    .update(`${format} ${JSON.stringify(paper)}`)
    .digest("base64url");
  const bytes = kept.get(key) ?? scribe(paper, format);
  kept.delete(key);
  kept.set(key, bytes);
  bytes.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return bytes;
}
