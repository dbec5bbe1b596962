import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "identity" | "br" | "gzip";

const WORTH_COMPRESSING = 1024;
const TEXT = /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml))/;

/** Whether a body of this length and type gets shorter by compression. */
export function isWorthCompressing(length: number, type: string): boolean {
  return length > WORTH_COMPRESSING && TEXT.test(type);
}

/** The best encoding of those that a reader takes, by their Accept-Encoding. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return "identity";
  if (takes(accepted, BROTLI)) return "br";
  return takes(accepted, GZIP) ? "gzip" : "identity";
}

const BROTLI = /(?:^|[\s,])br\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/;
const GZIP = /(?:^|[\s,])gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/;

function takes(accepted: string, encoding: RegExp): boolean {
  const found = encoding.exec(accepted);
  return found !== null && Number(found[1] ?? 1) > 0;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export async function encode(body: Buffer, encoding: Encoding, quality = 4): Promise<Buffer> {
  if (encoding === "br")
    return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  return encoding === "gzip" ? gzipped(body) : body;
}
