import { createHash } from "node:crypto";
import type { Letter } from "../mail/letter.ts";

/** A mark of what a preview showed. When it no longer fits, what would be sent is not what was seen. */
export function markOf({ subject, text, html, calendar, enclosures }: Letter): string {
  return createHash("sha256")
    .update([subject, text, html, calendar ?? "", enclosures ?? ""].join("\0"))
    .digest("base64url");
}
