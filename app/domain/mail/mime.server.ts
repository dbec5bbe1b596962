import MailComposer from "nodemailer/lib/mail-composer";
import { isMailAddress, readMailbox } from "./address.ts";
import { type Enclosure, partOf, withFiles } from "./enclosures.server.ts";
import type { Envelope, Mail } from "./letter.ts";

/**
 * The bytes of a letter, all ASCII: the same for the same row, whenever and wherever they are made.
 * Laid out as calendar programs expect it (RFC 6047): text, HTML and the calendar as alternatives,
 * and the calendar once more as a file; then the files that go with it. Throws when an address in the row is none.
 */
export async function mimeOf(mail: Mail, files: Enclosure[] = []): Promise<string> {
  const { from, to } = partiesOf(mail);
  const composer = new MailComposer({
    from,
    to,
    subject: headerText(mail.subject),
    messageId: mail.messageId,
    date: new Date(mail.postedAt),
    text: withLineEnds(mail.text),
    html: withLineEnds(mail.html),
    headers: headersOf(mail, from.address),
    ...(mail.calendar &&
      mail.calendarMethod && {
        icalEvent: {
          method: mail.calendarMethod,
          filename: mail.calendarMethod === "CANCEL" ? "cancel.ics" : "invite.ics",
          content: mail.calendar,
          contentTransferEncoding: "base64" as const,
        },
      }),
    attachments: files.map(partOf),
    baseBoundary: mail.id,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const letter = composer.compile();
  // Nodemailer puts the calendar's file after all others; programs that look at the first alone want it first.
  const [calendarFile] = files.length > 0 && mail.calendar ? letter.childNodes.splice(-1) : [];
  if (calendarFile) letter.childNodes.splice(1, 0, calendarFile);
  return withFiles((await letter.build()).toString("latin1"), files);
}

/** The envelope of a letter. Throws as `mimeOf` does. */
export function envelopeOf(mail: Mail): Envelope {
  const { from, to } = partiesOf(mail);
  return { from: from.address, to: to.address };
}

function partiesOf(mail: Mail) {
  const from = readMailbox(mail.from);
  if (!from) throw new Error(`Not a sender: ${JSON.stringify(mail.from)}`);
  if (!isMailAddress(mail.to)) throw new Error(`Not an e-mail address: ${JSON.stringify(mail.to)}`);
  const to = { name: headerText(mail.toName), address: mail.to };
  return { from: { ...from, name: headerText(from.name) }, to };
}

function headersOf({ unsubscribeUrl }: Mail, sender: string) {
  const headers: { key: string; value: string | { prepared: true; value: string } }[] = [
    // Written by a program: no robot should answer it (RFC 3834; the second is Exchange's word for it).
    { key: "Auto-Submitted", value: "auto-generated" },
    { key: "X-Auto-Response-Suppress", value: "OOF, AutoReply" },
  ];
  if (unsubscribeUrl) {
    // RFC 8058: one header, an https address in it. Prepared, so that no fold falls inside an address.
    const value = `\r\n <${httpsAddress(unsubscribeUrl)}>,\r\n <mailto:${sender}?subject=unsubscribe>`;
    headers.push(
      { key: "List-Unsubscribe", value: { prepared: true, value } },
      { key: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    );
  }
  return headers;
}

function httpsAddress(address: string): string {
  const url = new URL(address);
  url.protocol = "https:";
  return url.href;
}

/** One line, without anything that a mail program would decode into something else (RFC 2047). */
function headerText(text: string): string {
  return text
    .replaceAll("=?", "= ?")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
}

function withLineEnds(text: string): string {
  return text.replace(/\r\n?|\n/g, "\r\n");
}
