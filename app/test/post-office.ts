import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";
import type { Letter } from "#app/domain/mail/letter.ts";
import { invitationCalendar } from "#app/domain/meetings/calendar.server.ts";
import type { Db, Row } from "#db/tables.ts";
import { briefing, committee, reporter } from "./people.ts";

export type Guest = Row<"invitation"> & { email: string };

export async function oneGuest(db: Db): Promise<Guest> {
  const [guest] = await guests(db, 1);
  return guest as Guest;
}

/** Reporters who are invited to one briefing, each with an address of their own. */
export async function guests(db: Db, count: number): Promise<Guest[]> {
  const meeting = await briefing(db, await committee(db));
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const { id, email } = await reporter(db, { name: `Hà ${n}`, email: `ha${n}@bao.test` });
      const invitation = await db
        .insertInto("invitation")
        .values({
          id: randomUUID(),
          meetingId: meeting.id,
          journalistId: id,
          token: randomUUID(),
          calendarUid: randomUUID(),
          invitedAt: meeting.createdAt,
          invitedBy: "lan",
          reply: null,
          substituteName: null,
          note: null,
          repliedAt: null,
          repliedBy: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return { ...invitation, email };
    }),
  );
}

/** A letter to a guest as a composer would write it. */
export function letterTo(
  guest: Pick<Guest, "id" | "calendarUid" | "email">,
  details: Partial<Letter> = {},
): Letter {
  const cancelled = details.kind === "cancellation";
  const organizer = { name: "UBND phường Long Xuyên", email: "baochi@longxuyen.test" };
  return {
    kind: "invitation",
    invitationId: guest.id,
    revision: 0,
    to: guest.email,
    toName: "Nguyễn Thị Hà",
    from: `${organizer.name} <${organizer.email}>`,
    subject: "Giấy mời dự họp báo",
    text: "Kính gửi bà Hà,\n\nTrân trọng kính mời bà dự họp báo.\n",
    html: "<p>Kính gửi bà Hà,</p>\n<p>Trân trọng kính mời bà dự họp báo.</p>\n",
    calendarMethod: cancelled ? "CANCEL" : "REQUEST",
    calendar: invitationCalendar({
      uid: guest.calendarUid,
      sequence: details.revision ?? 0,
      stamp: "2026-09-01T01:00:00.000Z",
      method: cancelled ? "CANCEL" : "REQUEST",
      status: cancelled ? "CANCELLED" : "CONFIRMED",
      startsAt: "2026-09-10T02:00:00.000Z",
      endsAt: "2026-09-10T04:00:00.000Z",
      zone: "Asia/Ho_Chi_Minh",
      summary: "Họp báo",
      description: "",
      location: "Hội trường",
      onlineUrl: null,
      url: null,
      organizer,
      attendee: { name: "Nguyễn Thị Hà", email: guest.email },
    }),
    unsubscribeUrl: `http://localhost:3000/thoi-nhan/${guest.id}`,
    expiresAt: "2026-09-10T02:00:00.000Z",
    ...details,
  };
}

export interface Taken {
  to: string;
  raw: string;
  messageId: string;
  dsn: { ret?: string | null; envid?: string | null }; // what may come back, and by which name (RFC 3461)
}

/** What goes wrong at a mail server: an answer instead of a yes, or `cut`: the letter is taken and the line goes dead. */
export type Fault = { code: number; words: string } | "cut" | undefined;

export interface MailServerFaults {
  greeting?: () => Fault;
  mail?: (from: string, session: SMTPServerSession) => Fault;
  rcpt?: (to: string) => Fault;
  data?: (to: string) => Fault;
}

/** A mail server on this machine that really speaks SMTP, remembers what it took, and fails as it is told. */
export async function mailServer(faults: MailServerFaults = {}, options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_, answer) => answer(errorOf(faults.greeting?.())),
    onMailFrom: ({ address }, session, answer) => answer(errorOf(faults.mail?.(address, session))),
    onRcptTo: ({ address }, _, answer) => answer(errorOf(faults.rcpt?.(address))),
    onData: async (stream, session, answer) => {
      const raw = await textOf(stream);
      if (raw === undefined) return;
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      const fault = faults.data?.(to);
      if (fault && fault !== "cut") return answer(errorOf(fault));
      const { dsn = {} } = session.envelope as { dsn?: Taken["dsn"] };
      taken.push({ to, raw, messageId: /^message-id: *(\S+)/im.exec(raw)?.[1] ?? "", dsn });
      if (fault !== "cut") return answer();
      for (const connection of server.connections as Set<LiveConnection>)
        if (connection.session?.id === session.id) connection._socket.destroy();
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    taken,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** What was sent, or undefined when the sender died over it. */
async function textOf(stream: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString("latin1");
}

interface LiveConnection {
  session?: { id: string };
  _socket: { destroy(): void };
}

function errorOf(fault: Fault): Error | null {
  if (!fault || fault === "cut") return null;
  return Object.assign(new Error(fault.words), { responseCode: fault.code });
}

/** Empties what `guests` and the outbox wrote. */
export async function clearPostOffice(db: Db) {
  for (const table of [
    "inboundMail",
    "mail",
    "receivedMail",
    "invitation",
    "meeting",
    "journalist",
    "setting",
  ] as const)
    await db.deleteFrom(table).execute();
}
