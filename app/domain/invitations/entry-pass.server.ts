import { createHash } from "node:crypto";
import { encodeQR } from "qr";
import { qrSvg } from "../publishing/qr.server.ts";
import { PASS_LENGTH, PASS_LETTERS } from "./entry-pass.ts";

/**
 * The entry pass of an invitation, made of its token and leading nowhere back: whoever reads a badge cannot
 * answer for its bearer.
 */
export function entryPassOf({ token }: { token: string }): string {
  const bytes = createHash("sha256").update(`entry pass ${token}`).digest();
  return [...bytes.subarray(0, PASS_LENGTH)].map((byte) => PASS_LETTERS[byte % 32]).join("");
}

/** A pass as a picture that any page may show. */
export function passPicture(code: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(qrSvg(code)).toString("base64")}`;
}

/** A pass as rows of dots, dark ones true, without their margin: for a letter, which carries no pictures. */
export function passDots(code: string): boolean[][] {
  // The encoder knows no code without a margin.
  const rows = encodeQR(code, "raw", { ecc: "medium", border: 1, encoding: "alphanumeric" });
  return rows.slice(1, -1).map((row) => row.slice(1, -1));
}
