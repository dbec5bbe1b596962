import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { wordsOf } from "./html-words.ts";
import { MAX_HEADER_OCTETS, MAX_NESTING, whyNotRead } from "./limits.ts";

/** A mail that came in, as far as anything is made of it. Every word in it is a stranger's. */
export interface Incoming {
  messageId: string;
  date: string;
  subject: string;
  from: string[]; // addresses in small letters; more than one is a trick
  fromName: string;
  replyTo: string[];
  recipients: string[]; // as the headers name them
  text: string;
  calendars: { method: string | null; text: string }[]; // text/calendar first, then files
  reports: string[]; // what mail servers say of a delivery (RFC 3464)
  returned: string; // the head of a letter of ours that comes back
  hasWinmail: boolean;
  headers(name: string): string[]; // from the top
  lines: string[]; // all headers as they are
}

export type Read =
  | { ok: true; mail: Incoming }
  | { ok: false; reason: "too-large" | "too-tangled" | "unreadable" };

/** Takes a mail apart, within limits; refused when there is too much of anything in it. */
export async function readIncoming(raw: Buffer): Promise<Read> {
  const reason = whyNotRead(raw);
  if (reason) return { ok: false, reason };
  try {
    const email = await PostalMime.parse(raw, {
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_OCTETS,
      // What is forwarded in a mail is not what its sender says.
      forceRfc822Attachments: true,
      attachmentEncoding: "arraybuffer",
    });
    return { ok: true, mail: incomingOf(email) };
  } catch {
    return { ok: false, reason: "too-tangled" };
  }
}

function incomingOf(email: Email): Incoming {
  const headers = (name: string) =>
    email.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const parts = email.attachments;
  const ofType = (...types: string[]) => parts.filter(({ mimeType }) => types.includes(mimeType));
  const named = (pattern: RegExp) => parts.filter(({ filename }) => pattern.test(filename ?? ""));
  const files = [
    ...ofType("application/ics"),
    ...named(/\.ics$/i).filter(({ mimeType }) => mimeType === "application/octet-stream"),
  ];
  const back = ofType("message/rfc822", "text/rfc822-headers", "message/rfc822-headers");
  return {
    messageId: email.messageId?.trim().slice(0, 1_000) ?? "",
    date: email.date ?? "",
    subject: (email.subject ?? "").replace(/\s+/g, " ").trim().slice(0, 500),
    from: headers("from").flatMap(addressesIn(email)),
    fromName: email.from?.name ?? "",
    replyTo: (email.replyTo ?? []).map(addressOf).filter(Boolean),
    recipients: [
      ...["delivered-to", "x-original-to", "envelope-to"].flatMap(headers),
      ...[...(email.to ?? []), ...(email.cc ?? [])].flatMap((one) =>
        one.group ? one.group.map(addressOf) : [addressOf(one)],
      ),
    ].slice(0, 50),
    text: email.text || wordsOf(email.html ?? ""),
    calendars: [...ofType("text/calendar"), ...files].map((part) => ({
      method: part.method ?? null,
      text: textOf(part),
    })),
    reports: ofType("message/delivery-status", "message/global-delivery-status").map(textOf),
    returned: back.map(textOf).join("\n").slice(0, 20_000),
    hasWinmail: ofType("application/ms-tnef").length > 0 || named(/^winmail\.dat$/i).length > 0,
    headers,
    lines: email.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`),
  };
}

/** The addresses in each From header there is: mail programs show one of several, and not all the same. */
function addressesIn({ from, headers }: Email) {
  const several = headers.filter(({ key }) => key === "from").length > 1;
  return (value: string) => {
    if (!several) return from ? [addressOf(from)].filter(Boolean) : [];
    return [/<([^<>\s]+)>\s*$/.exec(value)?.[1] ?? value].map((one) => one.trim().toLowerCase());
  };
}

function addressOf(address: Address): string {
  return (address.address ?? "").trim().toLowerCase();
}

function textOf({ content }: Attachment): string {
  const octets = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return new TextDecoder().decode(octets);
}
