import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import type { SMTPServer as Server } from "smtp-server";
import type { Db, Moment, Row } from "#db/tables.ts";
import { onMessage } from "./message-octets.server.ts";

/** A letter with the largest form that an agency may have ends below; only programs of this machine speak to the receiver. */
const MAX_OCTETS = 4 * 1024 * 1024;

/** A message as it was received, with its envelope. */
export interface ReceivedMessage {
  raw: Buffer;
  from: string;
  to: string[];
  at: Moment;
}

/**
 * The office's own mail server, for as long as no other is configured: it listens on this machine only,
 * takes every letter, and keeps it to be read in the trial mailbox. A letter is taken when it is stored, and
 * handed on to whoever else wants it.
 */
export async function startReceiver(
  db: Db,
  clock: () => Moment,
  handOn: (mail: ReceivedMessage) => Promise<unknown> = async () => {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const { SMTPServer } = await import("smtp-server");
  const server: Server = new SMTPServer({
    banner: "Phat Ngon trial mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAX_OCTETS,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 1_000,
    onData: onMessage(
      () => server,
      async (raw, { envelope }) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        const at = clock();
        await keep(db, {
          ...{ receivedAt: at, from, to: to.join(", ") },
          // PostgreSQL keeps no NUL in a text.
          raw: raw.toString("latin1").replaceAll("\0", ""),
        });
        await handOn({ raw, from, to, at });
      },
    ),
  });
  // A client that breaks off is no affair of ours.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

async function keep(db: Db, mail: Pick<Row<"receivedMail">, "receivedAt" | "from" | "to" | "raw">) {
  const { raw } = mail;
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/) + 1 || undefined);
  const { subject = "" } = await PostalMime.parse(octetsOf(head));
  await db
    .insertInto("receivedMail")
    .values({ ...mail, id: randomUUID(), subject })
    .execute();
}

export interface Message {
  subject: string;
  from: string;
  to: string;
  text: string;
  html: string;
  calendar: { method: string; text: string } | null; // the first text/calendar part
  headers: { name: string; value: string }[];
  attachments: { name: string; type: string; content: Uint8Array }[];
}

/** Reads a message as kept in the trial mailbox. Its HTML is a stranger's: show it in a sandbox only. */
export async function readMessage(raw: string): Promise<Message> {
  const email = await PostalMime.parse(octetsOf(raw), { attachmentEncoding: "arraybuffer" });
  const parts = email.attachments.map(({ filename, mimeType, method, content }) => ({
    name: filename ?? "",
    type: mimeType,
    method: method ?? "",
    content: asSent(mimeType, new Uint8Array(content as ArrayBuffer)),
  }));
  const calendar = parts.find(({ type }) => type === "text/calendar");
  return {
    subject: email.subject ?? "",
    from: mailbox(email.from),
    to: (email.to ?? []).map(mailbox).join(", "),
    text: email.text ?? "",
    html: email.html ?? "",
    calendar: calendar
      ? { method: calendar.method, text: new TextDecoder().decode(calendar.content) }
      : null,
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: parts
      .filter((part) => part !== calendar)
      .map(({ name, type, content }) => ({ name, type, content })),
  };
}

/** The parser leaves plain line feeds in calendar files, which end their lines with CRLF. */
function asSent(type: string, content: Uint8Array): Uint8Array {
  if (type !== "text/calendar" && type !== "application/ics") return content;
  return new TextEncoder().encode(new TextDecoder().decode(content).replace(/\r?\n/g, "\r\n"));
}

function mailbox(party: { name: string; address?: string | undefined } | undefined): string {
  if (!party) return "";
  return party.name ? `${party.name} <${party.address ?? ""}>` : (party.address ?? "");
}

function octetsOf(raw: string) {
  return Buffer.from(raw, "latin1");
}
