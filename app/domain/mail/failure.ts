import { later } from "#app/clock.ts";
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

/** The failure policy, with `faultOf` and `nextAttempt` below (RFC 5321, 4.2.1 and 4.5.4.1). */
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

/** Whether a server said no before it heard of any letter: it would say so to the next one, too. */
export function isAtTheDoor({ responseCode, command = "" }: SendError): boolean {
  return responseCode !== undefined && /^(?:CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/.test(command);
}

/**
 * What a final no about one letter is about besides it:
 * - `address`: there is no such mailbox, whatever the letter says (a hard bounce);
 * - `policy`: the letter was judged, not the person: spam filter, blocked sender, missing signature. The
 *   operator is told, and nobody's address is called wrong.
 */
export type Fault = "address" | "policy";

/** The enhanced status (RFC 3463) in what a server said: "5.1.1". */
export function statusIn(words: string): string | undefined {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words)?.[0];
}

/** How servers say that they looked for our own address and did not find it, with the status of an unknown mailbox. */
const OUR_ADDRESS =
  /\bsender (?:address )?(?:rejected|denied|invalid|unknown|not (?:accepted|allowed)|verif(?:y|ication))|\bverify sender\b/i;

/** How servers say of a mailbox that they have none, whatever their status says. */
const NO_MAILBOX =
  /\b(?:user|recipient|mailbox|account)(?: is)? (?:unknown|not found|does ?n[o']t exist)|\b(?:unknown|no such) (?:user|recipient|mailbox|account)|\brecipient address rejected/i;

/** Reads a final no by its enhanced status; by where it was said, or how, when the server gave none that tells. */
export function faultOf({
  status,
  words,
  atRecipient = false,
}: {
  status?: string | undefined;
  words: string;
  atRecipient?: boolean; // said to RCPT TO
}): Fault | undefined {
  const [, subject, detail] = (status ?? statusIn(words) ?? "").split(".");
  // 5.1.7 and 5.1.8 find fault with the sender's address, which is the operator's affair.
  if (OUR_ADDRESS.test(words)) return "policy";
  if (subject === "7" || (subject === "1" && (detail === "7" || detail === "8"))) return "policy";
  if (subject === "1" || (subject === "2" && detail === "1")) return "address";
  const isOfRecipient = atRecipient || NO_MAILBOX.test(words);
  // Exchange Online says 5.4.1 of mailboxes that it does not have.
  if (isOfRecipient && subject === "4" && detail === "1") return "address";
  return isOfRecipient && (subject === undefined || subject === "0") ? "address" : undefined;
}

const FIRST_WAITS = [1, 5, 15, 60];
const GIVEN_UP_AFTER_HOURS = 48;

/** Minutes until the next attempt after so many, then hourly. `chance` between 0 and 1 spreads a crowd by half to either side. */
export function backoffMinutes(attempts: number, chance: number): number {
  return (FIRST_WAITS[attempts - 1] ?? 60) * (0.5 + chance);
}

/**
 * When a letter is tried again that was first put off at `putBackAt`; undefined when it has been tried for
 * two days. What outlives its use before (a meeting begins) is laid aside by the outbox.
 */
export function nextAttempt(
  { attempts, putBackAt }: { attempts: number; putBackAt: Moment },
  now: Moment,
  chance: number,
): Moment | undefined {
  const next = later(now, { minutes: backoffMinutes(attempts, chance) });
  return next <= later(putBackAt, { hours: GIVEN_UP_AFTER_HOURS }) ? next : undefined;
}
