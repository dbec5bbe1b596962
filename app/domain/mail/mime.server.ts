import { config } from "#app/config.server.ts";
import { isMailAddress, readMailbox } from "./address.ts";
import { signedByDomain } from "./dkim.server.ts";
import { type Enclosure, partOf, withFiles } from "./enclosures.server.ts";
import type { Envelope, Mail } from "./letter.ts";
import { answersAddress } from "./sender.server.ts";
import { subaddress } from "./subaddress.ts";

/**
 * The bytes of a letter, all ASCII: the same for the same row, whenever and wherever they are made.
 * Laid out as calendar programs expect it (RFC 6047): text, HTML and the calendar as alternatives,
 * and the calendar once more as a file, then the files that go with it; signed, where the office has a key (DKIM).
 * Throws when an address in the row is none.
 */
export async function mimeOf(mail: Mail, files: Enclosure[] = []): Promise<string> {
  const { from, to, replyTo } = partiesOf(mail);
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from,
    to,
    replyTo,
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
  const raw = withFiles((await letter.build()).toString("latin1"), files);
  return config.dkim ? signedByDomain(raw, config.dkim, new Date(mail.postedAt)) : raw;
}

/**
 * The envelope of a letter. What mail servers have to say about it comes back to an address of its own (VERP), where
 * the office has such addresses. Throws as `mimeOf` does.
 */
export function envelopeOf(mail: Mail): Envelope {
  const { from, to } = partiesOf(mail);
  const base = answersAddress();
  const own = base && mail.returnToken && subaddress(base, "bounce", mail.returnToken);
  return { id: mail.id, from: own || from.address, to: to.address };
}

function partiesOf(mail: Mail) {
  const from = readMailbox(mail.from);
  if (!from) throw new Error(`Not a sender: ${JSON.stringify(mail.from)}`);
  if (!isMailAddress(mail.to)) throw new Error(`Not an e-mail address: ${JSON.stringify(mail.to)}`);
  const to = { name: headerText(mail.toName), address: mail.to };
  const replyTo = mail.replyTo ?? from.address;
  if (!isMailAddress(replyTo)) throw new Error(`Not an e-mail address: ${JSON.stringify(replyTo)}`);
  return { from: { ...from, name: headerText(from.name) }, to, replyTo };
}

function headersOf({ unsubscribeUrl, unsubscribeAddress }: Mail, sender: string) {
  const headers: { key: string; value: string | { prepared: true; value: string } }[] = [
    // Written by a program: no robot should answer it (RFC 3834; the second is Exchange's word for it).
    { key: "Auto-Submitted", value: "auto-generated" },
    { key: "X-Auto-Response-Suppress", value: "OOF, AutoReply" },
  ];
  if (unsubscribeUrl) {
    // RFC 8058: one header, an https address in it. Prepared, so that no fold falls inside an address.
    const mailto = unsubscribeAddress ?? `${sender}?subject=unsubscribe`;
    const value = `\r\n <${httpsAddress(unsubscribeUrl)}>,\r\n <mailto:${mailto}>`;
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
