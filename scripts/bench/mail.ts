/**
 * How fast letters are written and delivered, beside what nodemailer alone does to the same receiver
 * in the same run. `node scripts/bench/mail.ts [letters]`; SQLite in a folder of its own, or DATABASE_URL
 * (a database that may be filled).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { deliverDue } from "#app/domain/mail/delivery.server.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { post } from "#app/domain/mail/outbox.server.ts";
import { smtpTransport } from "#app/domain/mail/transport.server.ts";
import { invitationCalendar } from "#app/domain/meetings/calendar.server.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import type { Db } from "#db/tables.ts";

const LETTERS = Number(process.argv[2] ?? 1000);
const CONNECTIONS = 5;
const now = () => new Date().toISOString();
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const db = connect(process.env.DATABASE_URL ?? `sqlite:${join(folder, "bench.sqlite")}`);
await migrate(db);
const { sink, url } = await startSink();

const guests = await inviteEverybody(db, LETTERS);
const letters = guests.map(letterTo); // once before, as in a server that has been up for a while
const transport = smtpTransport(url, { connections: CONNECTIONS });

// Both have carried letters before they are measured.
const before = await inviteEverybody(db, LETTERS);
await enqueue(before);
await byOutbox();
await byNodemailerAlone(letters);

const enqueueing = await time(() => enqueue(guests));
console.log(`compose and enqueue ${LETTERS}: ${enqueueing.toFixed(0)} ms (aim: under 2000)`);
const floor = await time(() => byNodemailerAlone(letters));
const ours = await time(byOutbox);
const again = await time(() => byNodemailerAlone(letters));
transport.close();

const perSecond = (ms: number) => Math.round((LETTERS / ms) * 1000);
console.log(
  `nodemailer alone, compose and send: ${perSecond(floor)} and ${perSecond(again)} letters/s`,
);
console.log(`outbox, every step committed:       ${perSecond(ours)} letters/s`);
console.log(
  `ratio: ${((2 * perSecond(ours)) / (perSecond(floor) + perSecond(again))).toFixed(2)} (aim: 0.70)`,
);

sink.kill();
await db.destroy();
rmSync(folder, { recursive: true, force: true });

async function time(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function enqueue(guests: Guest[]) {
  await db.transaction().execute((trx) => post(trx, guests.map(letterTo), now()));
}

async function byOutbox() {
  const { sent } = await deliverDue(db, transport.send, now, {
    worker: "bench",
    parallel: CONNECTIONS,
    limit: 150,
  });
  if (sent !== LETTERS) throw new Error(`only ${sent} were sent`);
}

async function byNodemailerAlone(letters: Letter[]) {
  const alone = createTransport({ url, pool: true, maxConnections: CONNECTIONS });
  await Promise.all(
    letters.map((letter) =>
      alone.sendMail({
        from: letter.from,
        to: { name: letter.toName, address: letter.to },
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        icalEvent: { method: "REQUEST", content: letter.calendar as string },
      }),
    ),
  );
  alone.close();
}

/** A receiver in a process of its own that takes everything and keeps nothing. */
async function startSink(): Promise<{ sink: ChildProcess; url: string }> {
  const program = `
    import { SMTPServer } from "smtp-server";
    const server = new SMTPServer({ disabledCommands: ["AUTH", "STARTTLS"], authOptional: true,
      onData(stream, _, done) { stream.resume().on("end", () => done()); } });
    server.on("error", () => {});
    server.listen(0, "127.0.0.1", () => process.send(server.server.address().port));`;
  const sink = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const port = await new Promise((resolve) => sink.once("message", resolve));
  return { sink, url: `smtp://127.0.0.1:${port}` };
}

interface Guest {
  invitationId: string;
  uid: string;
  name: string;
  email: string;
  link: string;
}

async function inviteEverybody(db: Db, count: number): Promise<Guest[]> {
  const [areaId, agencyId, meetingId] = [randomUUID(), randomUUID(), randomUUID()];
  const guests = Array.from({ length: count }, (_, n) => ({
    invitationId: randomUUID(),
    journalistId: randomUUID(),
    uid: randomUUID(),
    token: randomUUID(),
    name: `Nguyễn Thị Hà ${n}`,
    email: `ha${n}.${areaId.slice(0, 8)}@paper.example`,
  }));
  await db
    .insertInto("area")
    .values({
      id: areaId,
      era: "2025",
      code: areaId,
      level: "province",
      type: "tỉnh",
      name: "An Giang",
      nameEn: "An Giang",
      partOf: null,
      fromDay: null,
      untilDay: null,
    })
    .execute();
  await db
    .insertInto("agency")
    .values({ id: agencyId, areaId, kind: "peoples_committee", name: "UBND tỉnh", nameEn: "PC" })
    .execute();
  await db
    .insertInto("meeting")
    .values({
      id: meetingId,
      agencyId,
      kind: "press_conference",
      cadence: "periodic",
      subject: "Họp báo",
      description: "",
      startsAt: hours(48),
      endsAt: hours(50),
      zone: "Asia/Ho_Chi_Minh",
      venue: null,
      onlineUrl: null,
      chair: "",
      spokespersonId: null,
      spokespersonName: null,
      spokespersonPosition: null,
      spokespersonCapacity: null,
      revisedAt: now(),
      createdAt: now(),
      createdBy: "",
      announcedAt: now(),
      heldAt: null,
      cancelledAt: null,
      cancelReason: null,
    })
    .execute();
  for (const guest of guests) {
    await db
      .insertInto("journalist")
      .values({
        id: guest.journalistId,
        provinceId: areaId,
        outletId: null,
        name: guest.name,
        email: guest.email,
        phone: null,
        language: "vi",
        pressCardNo: null,
        pressCardUntilDay: null,
        introLetterNo: null,
        introLetterUntilDay: null,
        consentAt: now(),
        consentBasis: "",
        token: guest.token,
        unsubscribedAt: null,
        createdAt: now(),
      })
      .execute();
    await db
      .insertInto("invitation")
      .values({
        id: guest.invitationId,
        meetingId,
        journalistId: guest.journalistId,
        token: guest.token,
        calendarUid: guest.uid,
        invitedAt: now(),
        invitedBy: "",
        reply: null,
        substituteName: null,
        note: null,
        repliedAt: null,
        repliedBy: null,
      })
      .execute();
  }
  return guests.map((guest) => ({ ...guest, link: `https://press.example/moi/${guest.token}` }));
}

function letterTo(guest: Guest): Letter {
  const from = { name: "UBND tỉnh An Giang", email: "baochi@angiang.example" };
  const text = `Kính gửi ${guest.name},\n\nỦy ban nhân dân tỉnh An Giang trân trọng kính mời ông/bà dự họp báo định kỳ quý III.\nXin cho biết ông/bà có dự được không: ${guest.link}\n`;
  return {
    kind: "invitation",
    invitationId: guest.invitationId,
    revision: 0,
    to: guest.email,
    toName: guest.name,
    from: `${from.name} <${from.email}>`,
    subject: "Giấy mời dự họp báo định kỳ quý III/2026",
    text: text.repeat(3),
    html: `<p style="font: 16px/1.5 sans-serif">${text}</p>\n`.repeat(6),
    calendarMethod: "REQUEST",
    calendar: invitationCalendar({
      uid: guest.uid,
      sequence: 0,
      stamp: now(),
      method: "REQUEST",
      status: "CONFIRMED",
      startsAt: hours(48),
      endsAt: hours(50),
      zone: "Asia/Ho_Chi_Minh",
      summary: "Họp báo định kỳ quý III/2026",
      description: text,
      location: "Hội trường UBND tỉnh An Giang",
      onlineUrl: null,
      url: guest.link,
      organizer: from,
      attendee: guest,
    }),
    unsubscribeUrl: `${guest.link}/thoi-nhan`,
    expiresAt: hours(48),
  };
}
