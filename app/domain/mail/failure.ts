import type { Moment } from "#db/tables.ts";

/** What a failed attempt tells us. Nodemailer's error carries these. */
export interface SendError {
  message: string;
  code?: string; // EENVELOPE, ECONNECTION…
  command?: string; // what was being said: CONN, EHLO, AUTH PLAIN, MAIL FROM, RCPT TO, DATA
  responseCode?: number; // the server's, when it answered
  response?: string;
}

/**
 * What a failure means:
 * - `refused`: this letter will never be taken by this server;
 * - `closed`: the server will take none of our letters (sign-in, sender, our host): the queue pauses;
 * - `later`: a temporary no;
 * - `unanswered`: no answer, so it may have been taken. The same bytes go out again, and whoever
 *   gets two copies sees one Message-ID.
 */
export type Verdict = "refused" | "closed" | "later" | "unanswered";

/** The whole failure policy, with `backoffMinutes` below (RFC 5321, 4.2.1 and 4.5.4.1). */
export function verdictOf({ code, command = "", responseCode }: SendError): Verdict {
  if (responseCode === undefined) {
    if (code === "EAUTH") return "closed";
    // Never left this machine: an address or a size that the server's greeting already excludes.
    return code === "EENVELOPE" || code === "EMESSAGE" ? "refused" : "unanswered";
  }
  if (responseCode < 500) return "later";
  const aboutThisLetter = command === "RCPT TO" || command === "DATA" || responseCode === 552;
  return aboutThisLetter ? "refused" : "closed";
}

/** Whether a server said for good that there is no such mailbox: the address is wrong, whatever the letter says. */
export function isBounce({ command, responseCode = 0 }: SendError): boolean {
  return command === "RCPT TO" && responseCode >= 500;
}

const FIRST_WAITS = [1, 5, 15, 60];
const LAST_ATTEMPT = 50; // after the first four, hourly for nearly two days

/** Minutes until the next attempt, or undefined when it was the last. `chance` between 0 and 1 spreads a crowd. */
export function backoffMinutes(attempts: number, chance: number): number | undefined {
  if (attempts >= LAST_ATTEMPT) return undefined;
  const minutes = FIRST_WAITS[attempts - 1] ?? 60;
  return minutes * (0.5 + chance);
}

/** A moment so many minutes later. */
export function minutesAfter(moment: Moment, minutes: number): Moment {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}
