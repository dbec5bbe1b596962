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
  const [signer = "", ...results] = withoutComments(top).split(";");
  if (!authservId || signer.trim().split(/\s/)[0]?.toLowerCase() !== authservId.toLowerCase())
    return false;
  return results.some((result) => {
    if (!/^\s*dmarc\s*=\s*pass\b/i.test(result)) return false;
    const [, domain = hostOf(from)] = /\bheader\.from\s*=\s*"?([^\s;"]+)/i.exec(result) ?? [];
    return domain.toLowerCase() === hostOf(from);
  });
}

function withoutComments(text: string): string {
  return text.slice(0, 5_000).replace(/\([^()]*\)/g, " ");
}
