import { hostOf } from "../mail/address.ts";
import type { Incoming } from "./incoming.server.ts";

/**
 * How far an answer is believed: `verified` when our own mail server found the sender's domain to be true and the
 * sender is who was invited, `matched` when it came to the address that only they know, `other_address` when it
 * came there from somebody else's.
 */
export type Trust = "verified" | "matched" | "other_address";

/** Google sends its users' answers itself, and says in Reply-To whose they are. */
const GOOGLE = "calendar-notification@google.com";

/** Whether a mail's sender is whom its answer speaks for, and how sure that is. */
export function trustIn(mail: Incoming, invitee: string, authservId: string | undefined): Trust {
  const [from, ...more] = mail.from;
  const is = (address: string | undefined) => address === invitee.toLowerCase();
  if (more.length > 0 || !from) return "other_address";
  if (is(from)) return passedDmarc(mail, from, authservId) ? "verified" : "matched";
  return from === GOOGLE && mail.replyTo.length === 1 && is(mail.replyTo[0])
    ? "matched"
    : "other_address";
}

/** Only the topmost Authentication-Results counts, and only if our own server signed it (RFC 8601, 5). */
function passedDmarc(mail: Incoming, from: string, authservId: string | undefined): boolean {
  const [top = ""] = mail.headers("authentication-results");
  const [signer = "", ...results] = statements(top.slice(0, 5_000));
  if (!authservId || signer.trim().split(/\s/)[0]?.toLowerCase() !== authservId.toLowerCase())
    return false;
  const dmarc = results.filter((result) => /^\s*dmarc\s*=/i.test(result));
  return dmarc.length > 0 && dmarc.every((result) => isPass(result, hostOf(from)));
}

function isPass(dmarc: string, host: string): boolean {
  const [, domain = host] = /\bheader\.from\s*=\s*"?([^\s;"]+)/i.exec(dmarc) ?? [];
  return /^\s*dmarc\s*=\s*pass\b/i.test(dmarc) && domain.toLowerCase() === host;
}

/** What a header says, parted at its semicolons. Those in quotes and in comments are a stranger's: they part nothing. */
function statements(header: string): string[] {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < header.length; place++) {
    const sign = header[place] as string;
    if (sign === "\\") {
      place += 1;
      continue;
    }
    if (sign === '"' && depth === 0) quoted = !quoted;
    else if (sign === "(" && !quoted) depth += 1;
    if (sign === ";" && depth === 0 && !quoted) parts.push("");
    else if (depth === 0) parts[parts.length - 1] += sign;
    if (sign === ")" && !quoted && depth > 0) {
      depth -= 1;
      parts[parts.length - 1] += " ";
    }
  }
  return parts;
}
