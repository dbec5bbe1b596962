import { statusIn } from "../mail/failure.ts";

/** What a mail server says became of a letter (RFC 3464); `delayed` is not failed: it is still trying. */
export interface DeliveryReport {
  recipient: string;
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  status: string; // 5.1.1
  words: string;
}

export interface DeliveryStatus {
  envelopeId: string;
  reports: DeliveryReport[];
}

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const MOST_REPORTS = 50;

/** Reads the part of a bounce that is written for programs: one group of fields for the letter, one for each recipient. */
export function readDeliveryStatus(text: string): DeliveryStatus {
  const groups: Map<string, string>[] = [new Map()];
  for (const line of text
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split("\n")) {
    const [, name = "", value = ""] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    const last = groups.at(-1) as Map<string, string>;
    const field = name.toLowerCase();
    // Some servers leave out the empty line between two recipients.
    const begins = line.trim() === "" || (field === "final-recipient" && last.has(field));
    if (begins && last.size > 0) groups.push(new Map());
    if (field && !groups.at(-1)?.has(field)) groups.at(-1)?.set(field, value.trim());
    if (groups.length > MOST_REPORTS) break;
  }
  const envelopeId = groups.find((group) => group.has("original-envelope-id"));
  return {
    envelopeId: envelopeId?.get("original-envelope-id") ?? "",
    reports: groups.map(reportOf).filter((report) => report !== undefined),
  };
}

function reportOf(group: Map<string, string>): DeliveryReport | undefined {
  const named = group.get("original-recipient") ?? group.get("final-recipient");
  if (named === undefined) return undefined;
  const said =
    group
      .get("diagnostic-code")
      ?.replace(/^[\w-]+\s*;/, "")
      .trim() ?? "";
  const given = statusIn(group.get("status") ?? "") ?? "";
  // "5.0.0" says less than the words beside it often do.
  const status = (!given || given.endsWith(".0.0") ? statusIn(said) : "") || given;
  const action = /^\s*([a-z]+)/i.exec(group.get("action") ?? "")?.[1]?.toLowerCase() ?? "";
  return {
    recipient: addressOf(named),
    action: ACTIONS.find((one) => one === action) ?? BY_CLASS[status[0] ?? "5"] ?? "failed",
    status: status || (said ? statusOf(said) : ""),
    words: said || [action, status].filter(Boolean).join(" "),
  };
}

const BY_CLASS: Record<string, DeliveryReport["action"]> = {
  "2": "delivered",
  "4": "delayed",
  "5": "failed",
};

function addressOf(field: string): string {
  const address = field.replace(/^[\w-]+\s*;/, "").trim();
  return (/<([^<>]+)>/.exec(address)?.[1] ?? address).toLowerCase();
}

/** The enhanced status, or the class of a bare reply code. */
function statusOf(text: string): string {
  const code = /(?<![\d.])([45])\d\d(?![\d.])/.exec(text)?.[1];
  return statusIn(text) ?? (code ? `${code}.0.0` : "");
}

/**
 * A report with its reason: OpenSMTPD tells programs only that a letter failed, and people, beside the address, why.
 */
export function reasonedBy(text: string, report: DeliveryReport): DeliveryReport {
  const { recipient, status } = report;
  if (!recipient || (status && !status.endsWith(".0.0"))) return report;
  for (const line of ownWords(text).split("\n")) {
    const place = line.toLowerCase().indexOf(recipient);
    const words = place < 0 ? "" : line.slice(place + recipient.length).replace(/^[>:\s]+/, "");
    const told = statusOf(words);
    if (told && (!status || told[0] === status[0]))
      return { ...report, status: told, words: words.trim() };
  }
  return report;
}

/** How servers that write for people only begin: qmail, Exchange, Exim, Yahoo and those that copied them. */
const BOUNCE_WORDS =
  /qmail-send program|delivery has failed to these recipients|did not reach (?:some or all of )?the (?:intended )?recipients?|could ?n[o']t be delivered|not (?:yet )?been delivered|unable to deliver|undeliver(?:able|ed)|delivery (?:status notification|failure)|permanent (?:fatal )?errors?|returned mail|mail delivery failed/i;

const LONGEST_LOOK = 20_000;

/** What a server says itself: behind this stands the letter that comes back, whose words are ours. */
function ownWords(text: string): string {
  const [own = ""] = text
    .slice(0, LONGEST_LOOK)
    .split(
      /^(?:-{2,}.*(?:copy of|original message|returned message|below this line).*|\s*below is a copy of the original message:)\s*$/im,
    );
  return own;
}

/**
 * Reads a bounce that is written for people only. Undefined unless it says so, and says with a code whether for good:
 * what it means otherwise is for a person to judge.
 */
export function readBounceText(subject: string, text: string): DeliveryReport | undefined {
  const own = ownWords(text);
  if (!BOUNCE_WORDS.test(`${subject}\n${own}`)) return undefined;
  const line = own.split("\n").find((one) => statusOf(one) !== "");
  if (!line) return undefined;
  const status = statusOf(line);
  const recipient = /<?([\w.+-]+@[\w.-]+\w)>?/.exec(own)?.[1]?.toLowerCase() ?? "";
  const isDelayed = /\b(?:delayed|will (?:be )?retr|still trying|not yet been delivered)/i.test(
    own,
  );
  const gaveUp = /not going to try again|giv(?:ing|en) up|expired|queue too long/i.test(own);
  const action = !gaveUp && (isDelayed || status.startsWith("4")) ? "delayed" : "failed";
  return { recipient, action, status, words: line.replace(/\s+/g, " ").trim() };
}
