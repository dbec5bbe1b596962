import { config } from "#app/config.server.ts";
import { readMailbox } from "./address.ts";
import { takesTokens } from "./subaddress.ts";

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
