import { describe, expect, it } from "vitest";
import { config } from "#app/config.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { post } from "#app/domain/mail/outbox.server.ts";
import { startReceiver } from "#app/domain/mail/receiver.server.ts";
import { smtpTransport } from "#app/domain/mail/transport.server.ts";
import { drain } from "#app/domain/mail/worker.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { letterTo, oneGuest } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";

/** A letter that was really sent to the office's own receiver. */
async function received() {
  const guest = await oneGuest(db);
  await post(db, [letterTo(guest)], MORNING);
  const receiver = await startReceiver(db, () => MORNING);
  const transport = smtpTransport(receiver.url);
  await drain(db, { send: transport.send, clock: () => MORNING });
  transport.close();
  await receiver.stop();
  const mail = await db.selectFrom("receivedMail").selectAll().executeTakeFirstOrThrow();
  return { guest, mail };
}

const doors = [
  paths.desk.received,
  paths.desk.receivedRaw,
  paths.desk.receivedCalendar,
  paths.desk.receivedLetter,
];

const statuses = async (mail: { id: string }, as: Officer) =>
  (await Promise.all(doors.map((door) => visit(door(mail), { as })))).map(({ status }) => status);

describe("the trial mailbox", () => {
  it("shows each message as it was received, with its calendar file", async () => {
    const { guest, mail } = await received();
    const lan = await officerOf(db, await committee(db));

    const list = await textOf(await visit(paths.desk.mailbox(), { as: lan }));
    const page = await textOf(await visit(paths.desk.received(mail), { as: lan }));
    const raw = await (await visit(paths.desk.receivedRaw(mail), { as: lan })).text();
    const calendar = await (await visit(paths.desk.receivedCalendar(mail), { as: lan })).text();

    expect(list).toContain("Giấy mời dự họp báo");
    expect(list).toContain(guest.email);
    expect(page).toContain("UBND phường Long Xuyên &lt;baochi@longxuyen.test&gt;");
    expect(page).toMatch(/09:00 ?– ?11:00/);
    expect(page).toContain("METHOD:REQUEST");
    expect(raw).toBe(mail.raw);
    expect(lintCalendar(calendar, { recipient: guest.email, method: "REQUEST" })).toEqual([]);
  });

  it("shuts the message's own HTML into a frame that runs, fetches and sends nothing", async () => {
    const { mail } = await received();
    const lan = await officerOf(db, await committee(db));
    const letter = await visit(paths.desk.receivedLetter(mail), { as: lan });
    const page = await (await visit(paths.desk.received(mail), { as: lan })).text();

    expect(letter.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'.*sandbox$/);
    expect(page).toMatch(/<iframe[^>]*sandbox=""/);
  });

  it("opens for those who work for the meeting, and for an administrator", async () => {
    const { mail } = await received();
    const lan = await officerOf(db, await committee(db));
    const office = await officerOf(db, await committee(db, "91"), "Ngọc");
    const hue = await officerOf(db, await committee(db, "46"), "Hương");
    const admin = await officerOf(db, await committee(db, "46"), "Quản");
    await db
      .updateTable("account")
      .set({ role: "administrator", agencyId: null })
      .where("id", "=", admin.id)
      .execute();

    expect(await statuses(mail, lan)).toEqual([200, 200, 200, 200]);
    expect(await statuses(mail, office)).toEqual([200, 200, 200, 200]);
    expect(await statuses(mail, admin)).toEqual([200, 200, 200, 200]);
    expect(await statuses(mail, hue)).toEqual([404, 404, 404, 404]);
    expect(await textOf(await visit(paths.desk.mailbox(), { as: hue }))).toContain(
      "Chưa có thư nào.",
    );
  });

  it("shows nobody the letter of another office to the same address", async () => {
    const { guest, mail } = await received();
    const elsewhere = {
      ...mail,
      id: "elsewhere",
      raw: mail.raw.replace(/^Message-ID:.*$/im, "Message-ID: <other@press.test>"),
    };
    await db.insertInto("receivedMail").values(elsewhere).execute();
    const lan = await officerOf(db, await committee(db));

    expect(elsewhere.to).toBe(guest.email);
    expect(await statuses(elsewhere, lan)).toEqual([404, 404, 404, 404]);
  });

  it("is closed when a mail server of the office's own is configured", async () => {
    const { mail } = await received();
    const lan = await officerOf(db, await committee(db));
    const settings = config as { SMTP_URL?: string };
    settings.SMTP_URL = "smtp://mail.test";
    const closed = [
      ...(await statuses(mail, lan)),
      (await visit(paths.desk.mailbox(), { as: lan })).status,
    ];
    delete settings.SMTP_URL;

    expect(closed).toEqual([404, 404, 404, 404, 404]);
  });
});
