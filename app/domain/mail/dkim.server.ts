import { createHash, createSign, type KeyObject } from "node:crypto";

/** With what letters are signed, so that their reader's mail server knows whose they are (RFC 6376). */
export interface DkimKey {
  domain: string;
  selector: string; // the key's public half stands at selector._domainkey.domain
  key: KeyObject; // RSA
}

/**
 * What is signed, in this order. Each name stands once more than it occurs, so that nobody adds a second Subject or a
 * second way to unsubscribe (RFC 6376, 8.15). Both List-Unsubscribe fields must be among them (RFC 8058, 4).
 */
const SIGNED = [
  ...["from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type"],
  ...["auto-submitted", "list-unsubscribe", "list-unsubscribe-post"],
];

/**
 * A letter with its signature above it: relaxed, RSA with SHA-256, the same for the same bytes and the same moment.
 * nodemailer has a signer too; it leaves out List-Unsubscribe-Post and cannot keep anybody from adding fields.
 */
export function signedByDomain(raw: string, { domain, selector, key }: DkimKey, at: Date): string {
  const border = raw.indexOf("\r\n\r\n");
  const fields = fieldsOf(raw.slice(0, border));
  const bodyHash = createHash("sha256")
    .update(relaxedBody(raw.slice(border + 4)))
    .digest("base64");
  const present = SIGNED.flatMap((name) => fields.filter((field) => nameOf(field) === name));
  const names = SIGNED.flatMap((name) => [
    ...present.filter((field) => nameOf(field) === name).map(nameOf),
    name,
  ]);
  const unsigned = [
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;`,
    ` d=${domain}; s=${selector}; t=${Math.floor(at.getTime() / 1000)};`,
    ` h=${inLines(names.join(":"))};`,
    ` bh=${bodyHash};`,
    ` b=`,
  ].join("\r\n");
  const signature = createSign("RSA-SHA256")
    .update([...present, unsigned].map(relaxedField).join("\r\n"))
    .sign(key, "base64");
  return `${unsigned}${inLines(signature)}\r\n${raw}`;
}

/** Fields as they stand, each with its folded lines. */
function fieldsOf(head: string): string[] {
  return head.split(/\r\n(?![ \t])/);
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(":")).trim().toLowerCase();
}

/** RFC 6376, 3.4.2. */
function relaxedField(field: string): string {
  const value = field.slice(field.indexOf(":") + 1);
  return `${nameOf(field)}:${value
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()}`;
}

/** RFC 6376, 3.4.4. */
function relaxedBody(body: string): string {
  const lines = body
    .replace(/[ \t]+\r\n/g, "\r\n")
    .replace(/[ \t]+/g, " ")
    .replace(/(\r\n)*$/, "");
  return lines && `${lines}\r\n`;
}

const LONGEST = 70;

/** Cut into lines of a header, at colons where there are any. */
function inLines(text: string): string {
  const pieces = text.includes(":")
    ? (text.match(new RegExp(`.{1,${LONGEST}}(?::|$)`, "g")) ?? [])
    : (text.match(new RegExp(`.{1,${LONGEST}}`, "g")) ?? []);
  return pieces.join("\r\n ");
}
