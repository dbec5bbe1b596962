import { config } from "#app/config.server.ts";
import { readMailbox } from "./address.ts";
import { isMailSafe, subaddress, takesTokens } from "./subaddress.ts";

/** The office's one address, whichever agency writes: answers, and calendars' answers, come to it. */
export function senderAddress(): string {
  const mailbox = readMailbox(config.MAIL_FROM);
  if (!mailbox) throw new Error(`MAIL_FROM holds no e-mail address: ${config.MAIL_FROM}`);
  return mailbox.address;
}

/**
 * The address whose subaddresses bring back what mail servers and calendars answer; undefined where the
 * office's mail servers know no subaddresses.
 */
export function answersAddress(): string | undefined {
  const base = config.MAIL_ANSWERS ?? senderAddress();
  return base !== "none" && takesTokens(base) ? base : undefined;
}

/** The sender of a letter: an agency's name over the office's address. */
export function senderNamed(agency: string): string {
  const name = agency
    .replace(/[\p{Cc}<>"]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${name} <${senderAddress()}>`;
}

/** Where a calendar's answer to an invitation comes back; null for a token that mail would spoil, or without such addresses. */
export function answerAddress(token: string): string | null {
  return addressFor("answer", token);
}

/** Where a journalist's mail says that they want no more; null as above. */
export function unsubscribeAddress(token: string): string | null {
  return addressFor("unsubscription", token);
}

function addressFor(kind: "answer" | "unsubscription", token: string): string | null {
  const base = answersAddress();
  return base && isMailSafe(token) ? subaddress(base, kind, token) : null;
}
