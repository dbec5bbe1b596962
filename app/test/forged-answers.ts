import { readSubaddress, subaddress } from "#app/domain/mail/subaddress.ts";
import type { Db, Row } from "#db/tables.ts";

/** What the posted invitation says, as an answering calendar would know it. */
export interface Posted {
  organizer: string;
  uid: string;
  sequence: number;
  stamp: string;
  attendee: string;
  base: string;
  token: string;
  returnToken: string;
  letter: Row<"mail">;
}

/** Reads an invitation out of the letter that was really posted. */
export async function postedTo(db: Db, invitationId: string, base: string): Promise<Posted> {
  const letter = await db
    .selectFrom("mail")
    .selectAll()
    .where("invitationId", "=", invitationId)
    .orderBy("revision", "desc")
    .executeTakeFirstOrThrow();
  const calendar = (letter.calendar as string).replace(/\r\n[ \t]/g, "");
  const value = (name: string) =>
    new RegExp(`^${name}[^\r\n]*?:([^\r\n]*)`, "m").exec(calendar)?.[1];
  const organizer = /^ORGANIZER.*mailto:(.*)$/im.exec(calendar)?.[1]?.trim() as string;
  return {
    organizer,
    uid: value("UID") as string,
    sequence: Number(value("SEQUENCE")),
    stamp: value("DTSTAMP") as string,
    attendee: /^ATTENDEE.*mailto:(.*)$/im.exec(calendar)?.[1]?.trim() as string,
    base,
    token: readSubaddress(base, organizer)?.token as string,
    returnToken: letter.returnToken as string,
    letter,
  };
}

export interface Forgery {
  headers?: string[];
  from?: string;
  to?: string;
  method?: string | null; // in the body
  parameter?: string | null; // of the part
  uid?: string;
  partstat?: string | null;
  attendee?: string | null; // the line's value; null: no line at all
  sequence?: string | null;
  stamp?: string | null;
  event?: string[]; // further lines of the event
  events?: string[]; // instead of the one event
  calendar?: string; // instead of all of it
  type?: string; // of the part
  charset?: string;
  encoding?: "8bit" | "base64" | "quoted-printable";
  around?: (part: string) => string; // the part's place in the mail
  messageId?: string;
}

/** One VEVENT of an answer. */
export function eventOf(posted: Posted, forged: Forgery = {}): string {
  const attendee = forged.attendee === undefined ? `mailto:${posted.attendee}` : forged.attendee;
  const partstat = forged.partstat === undefined ? "ACCEPTED" : forged.partstat;
  return [
    "BEGIN:VEVENT",
    `UID:${forged.uid ?? posted.uid}`,
    forged.stamp === null ? null : `DTSTAMP:${forged.stamp ?? "20260901T013000Z"}`,
    forged.sequence === null ? null : `SEQUENCE:${forged.sequence ?? posted.sequence}`,
    `ORGANIZER:mailto:${posted.organizer}`,
    attendee === null
      ? null
      : `ATTENDEE${partstat === null ? "" : `;PARTSTAT=${partstat}`}:${attendee}`,
    ...(forged.event ?? []),
    "END:VEVENT",
  ]
    .filter((line) => line !== null)
    .join("\r\n");
}

/** A mail as a calendar sends it, or as somebody would have us believe. */
export function forge(posted: Posted, forged: Forgery = {}): string {
  const { type = "text/calendar", charset = "utf-8", encoding = "8bit" } = forged;
  const calendar =
    forged.calendar ??
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Forger//EN",
      forged.method === null ? null : `METHOD:${forged.method ?? "REPLY"}`,
      ...(forged.events ?? [eventOf(posted, forged)]),
      "END:VCALENDAR",
      "",
    ]
      .filter((line) => line !== null)
      .join("\r\n");
  const parameter = forged.parameter === undefined ? "REPLY" : forged.parameter;
  const body =
    encoding === "base64"
      ? Buffer.from(calendar).toString("base64").replace(/.{76}/g, "$&\r\n")
      : calendar;
  const part = [
    `Content-Type: ${type}; charset=${charset}${parameter === null ? "" : `; method=${parameter}`}`,
    `Content-Transfer-Encoding: ${encoding}`,
    "",
    body,
  ].join("\r\n");
  return [
    `From: ${forged.from ?? `Nguyen Thi Ha <${posted.attendee}>`}`,
    `To: ${forged.to ?? posted.organizer}`,
    "Subject: Accepted: Hop bao",
    `Message-ID: ${forged.messageId ?? `<${Math.random().toString(36).slice(2)}@bao.test>`}`,
    "Date: Tue, 01 Sep 2026 08:30:00 +0700",
    "MIME-Version: 1.0",
    ...(forged.headers ?? []),
    ...(forged.around
      ? [forged.around(part)]
      : ['Content-Type: multipart/mixed; boundary="b1"', "", "--b1", part, "--b1--", ""]),
  ].join("\r\n");
}

/** A bounce as Postfix writes it, of the letter that was posted. */
export function bounceOf(
  posted: Posted,
  {
    to = subaddress(posted.base, "bounce", posted.returnToken),
    action = "failed",
    status = "5.1.1",
    diagnostic = "smtp; 550 5.1.1 no user",
    recipient = posted.attendee,
    returned = `Message-ID: ${posted.letter.messageId}`,
    envelopeId = "",
    messageId = `<${Math.random().toString(36).slice(2)}@mx.test>`,
  } = {},
): string {
  return [
    "From: Mail Delivery System <MAILER-DAEMON@mx.test>",
    "Subject: Undelivered Mail Returned to Sender",
    `To: ${to}`,
    "Auto-Submitted: auto-replied",
    `Message-ID: ${messageId}`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    "",
    "--r",
    "Content-Type: text/plain",
    "",
    `<${recipient}>: ${diagnostic}`,
    "",
    "--r",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.test",
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    "",
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    "",
    "--r",
    "Content-Type: text/rfc822-headers",
    "",
    returned,
    "",
    "--r--",
    "",
  ].join("\r\n");
}
