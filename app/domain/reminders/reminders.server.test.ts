import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { reporter } from "#app/test/people.ts";
import { auditOf, lettersOf, signed } from "#app/test/press-room.ts";
import {
  carry,
  clearReminders,
  found,
  invited,
  minute,
  remindersTo,
  THREE_DAYS,
  THREE_HOURS,
} from "#app/test/reminded.ts";
import { connect } from "#db/connect.ts";
import type { Db, Row } from "#db/tables.ts";
import { cancelMeeting, postponeMeeting } from "../invitations/changes.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { suppress } from "../press/suppression.server.ts";
import { remindDue } from "./job.server.ts";
import { remindersOf } from "./plan.server.ts";
import { resumeReminders, stopReminders } from "./stops.server.ts";

describe.each(databases)("reminders on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearReminders(db));

  it("go to those who come three days and three hours before, and to the silent a day before", async () => {
    const { meeting } = await invited(db, {
      Ha: "coming",
      Nam: "declined",
      Tu: null,
      Vy: "substitute",
    });

    expect(await remindDue(db, minute(THREE_DAYS, -1))).toBe(0);
    expect(await remindDue(db, THREE_DAYS)).toBe(2);
    expect(await remindersTo(db, meeting.id)).toEqual([
      "reminder ha@bao.test",
      "reminder vy@bao.test",
    ]);
    expect(await remindDue(db, minute(THREE_DAYS, 1))).toBe(0);
    expect(await remindDue(db, "2026-09-09T02:00:00.000Z")).toBe(1);
    expect(await remindersTo(db, meeting.id, "decision")).toEqual(["decision tu@bao.test"]);
    expect(await remindDue(db, minute(THREE_HOURS, -1))).toBe(0);
    expect(await remindDue(db, THREE_HOURS)).toBe(2);
    expect(await remindersTo(db, meeting.id, "last-reminder")).toHaveLength(2);
    expect((await auditOf(db)).filter(({ act }) => act === "reminders.sent")).toEqual([
      {
        act: "reminders.sent",
        about: meeting.id,
        byName: "Nhắc lịch",
        particulars: { subject: "Họp báo tháng 9", rule: "reminder", letters: 2 },
      },
      expect.objectContaining({
        particulars: { subject: "Họp báo tháng 9", rule: "decision", letters: 1 },
      }),
      expect.objectContaining({
        particulars: { subject: "Họp báo tháng 9", rule: "last-reminder", letters: 2 },
      }),
    ]);
  });

  it("are letters with text and HTML, the answer given, and no part that a calendar would take", async () => {
    const { meeting } = await invited(db, { Ha: "coming" });
    await remindDue(db, THREE_DAYS);
    const letter = (await lettersOf(db, meeting.id)).find(({ kind }) => kind === "reminder");

    expect(letter?.subject).toBe("[Nhắc lịch] Họp báo tháng 9 - 09:00 10/09/2026");
    expect([letter?.calendar, letter?.calendarMethod, letter?.revision]).toEqual([null, null, 0]);
    expect(letter?.unsubscribeUrl).toMatch(/^https:\/\/press\.test\/unsubscribe\//);
    for (const body of [letter?.text, letter?.html]) {
      expect(body).toContain("Câu trả lời hiện nay của ông/bà: Tham dự.");
      expect(body).toContain("Hội trường A");
      expect(body).toMatch(/https:\/\/press\.test\/invitations\//);
    }
    // Of no use once the last one is due.
    expect(letter?.expiresAt).toBe(THREE_HOURS);
  });

  it("ask the undecided to decide, tell who waits for a seat so, and show a pass to those who have one", async () => {
    const { meeting, idOf, tokenOf } = await invited(db, { Ha: "coming", Tu: null, Vy: "coming" });
    await reply(db, tokenOf("Tu"), { reply: "tentative" }, signed().at);
    await db
      .updateTable("invitation")
      .set({ waitingSince: signed().at })
      .where("id", "=", idOf("Vy"))
      .execute();
    expect(await remindDue(db, THREE_DAYS)).toBe(3);
    const letters = (await lettersOf(db, meeting.id)).filter(({ kind }) => kind === "reminder");
    const said = letters.map(({ text }) => [
      text.includes("xin quyết định giúp"),
      text.includes("danh sách chờ"),
      text.includes("Đưa mã này ở cửa"),
    ]);
    expect(said).toEqual([
      [false, false, true],
      [true, false, false],
      [false, true, false],
    ]);
  });

  it("are written once by two workers that look at the same moment", async () => {
    const { meeting } = await invited(
      db,
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`N${i}`, "coming" as const])),
    );
    const other = connect(opened.url);
    try {
      const posted = await Promise.all([
        remindDue(db, THREE_DAYS),
        remindDue(other, THREE_DAYS),
        remindDue(db, THREE_DAYS),
      ]);
      expect(posted.reduce((sum, one) => sum + one, 0)).toBe(60);
    } finally {
      await other.destroy();
    }
    expect(await remindersTo(db, meeting.id)).toHaveLength(60);
  });

  it("go on where a worker fell down in between", async () => {
    const { meeting } = await invited(
      db,
      Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`N${i}`, "coming" as const])),
    );
    await remindDue(db, THREE_DAYS);
    // As though it had died after its first fifty: the rest was never written.
    const written = (await lettersOf(db, meeting.id)).filter(({ kind }) => kind === "reminder");
    const lost = written.slice(50).map(({ id }) => id);
    await db.deleteFrom("mail").where("id", "in", lost).execute();

    expect(await remindDue(db, minute(THREE_DAYS, 2))).toBe(70);
    expect(await remindersTo(db, meeting.id)).toHaveLength(120);
    expect(new Set(await remindersTo(db, meeting.id)).size).toBe(120);
  });

  it("leave nothing in the quiet hours, and make good in the morning what a stopped machine missed", async () => {
    await invited(db, { Ha: "coming" });
    expect(await remindDue(db, "2026-09-07T14:00:00.000Z")).toBe(0); // 21:00 of the same day
    expect(await remindDue(db, "2026-09-07T23:59:00.000Z")).toBe(0); // 06:59
    expect(await remindDue(db, "2026-09-08T00:00:00.000Z")).toBe(1); // 07:00
  });

  it("are not written of an hour that had passed when somebody was invited or answered", async () => {
    const { meeting } = await invited(db, { Ha: "coming", Tu: null });
    const late = await reporter(db, { name: "Muon", email: "muon@bao.test" });
    await invite(db, meeting, [late.id], signed(minute(THREE_DAYS, 30)));
    const { token } = await db
      .selectFrom("invitation")
      .select("token")
      .where("journalistId", "=", late.id)
      .executeTakeFirstOrThrow();
    await reply(db, token, { reply: "coming" }, minute(THREE_DAYS, 40));

    expect(await remindDue(db, minute(THREE_DAYS, 60))).toBe(1);
    expect(await remindersTo(db, meeting.id)).toEqual(["reminder ha@bao.test"]);
    const [plan] = await remindersOf(db, [await found(db, meeting)], minute(THREE_DAYS, 60));
    const places = plan?.standings.find(({ rule }) => rule === "reminder")?.places ?? [];
    expect(places.map(({ guest, passedOver }) => [guest.name, passedOver])).toEqual([
      ["Ha", null],
      ["Muon", "told-since"],
      ["Tu", "silent"],
    ]);
  });

  it.each([
    ["called off", cancelMeeting],
    ["put off", postponeMeeting],
  ])("stop when the meeting is %s", async (_, callOff) => {
    const { meeting } = await invited(db, { Ha: "coming", Tu: null });
    await remindDue(db, THREE_DAYS);
    await callOff(db, meeting, "Bão", signed(minute(THREE_DAYS, 1)));
    const carried = await carry(db, minute(THREE_DAYS, 2));
    expect(carried.every(({ calendarMethod }) => calendarMethod === "CANCEL")).toBe(true);
    expect(await remindDue(db, "2026-09-09T02:00:00.000Z")).toBe(0);
    expect(await remindDue(db, THREE_HOURS)).toBe(0);
  });

  it("lay the question aside that waits while its reader answers, and the reminder of who declines", async () => {
    const { meeting, tokenOf } = await invited(db, { Ha: "coming", Tu: null, Vy: null });
    await remindDue(db, THREE_DAYS);
    await reply(db, tokenOf("Ha"), { reply: "declined" }, minute(THREE_DAYS, 1));
    expect(await carry(db, minute(THREE_DAYS, 2))).toEqual([]);
    await remindDue(db, "2026-09-09T02:00:00.000Z");
    await reply(db, tokenOf("Tu"), { reply: "coming" }, "2026-09-09T02:00:30.000Z");
    const carried = await carry(db, "2026-09-09T02:01:00.000Z");
    expect(carried.map(({ kind, to }) => [kind, to])).toEqual([["decision", "vy@bao.test"]]);
    const stages = (await lettersOf(db, meeting.id))
      .filter(({ kind }) => kind !== "invitation")
      .map(({ to, stage, problem }) => [to, stage, problem]);
    expect(stages).toEqual([
      ["ha@bao.test", "skipped", "needless"],
      ["tu@bao.test", "skipped", "needless"],
      ["vy@bao.test", "sent", null],
    ]);
  });

  it("never come before the invitation, nor to whom it never reached", async () => {
    const { meeting } = await invited(db, {});
    const [late, bad] = [
      await reporter(db, { name: "Cham", email: "cham@bao.test" }),
      await reporter(db, { name: "Sai", email: "sai@bao.test" }),
    ];
    await invite(db, meeting, [late.id, bad.id], signed());
    const mails = await db.selectFrom("mail").selectAll().execute();
    const put = (to: string, values: Partial<Row<"mail">>) =>
      db.updateTable("mail").set(values).where("to", "=", to).execute();
    await put("cham@bao.test", { dueAt: minute(THREE_DAYS, 600) });
    await put("sai@bao.test", { stage: "refused", problem: "550 5.1.1 No such user" });
    expect(mails).toHaveLength(2);
    await db.updateTable("invitation").set({ reply: "coming", repliedAt: signed().at }).execute();

    expect(await remindDue(db, THREE_DAYS)).toBe(2);
    expect(await carry(db, minute(THREE_DAYS, 1))).toEqual([]);
    const reminders = (await lettersOf(db, meeting.id)).filter(({ kind }) => kind === "reminder");
    expect(reminders.map(({ to, stage, problem }) => [to, stage, problem])).toEqual([
      ["cham@bao.test", "queued", null],
      ["sai@bao.test", "skipped", "never-invited"],
    ]);
  });

  it("go to who unsubscribed and comes all the same; the silent who unsubscribed are left alone", async () => {
    const { meeting, journalistOf } = await invited(db, { Ha: "coming", Tu: null });
    for (const name of ["Ha", "Tu"])
      await db
        .updateTable("journalist")
        .set({ unsubscribedAt: minute(signed().at, 10) })
        .where("id", "=", journalistOf(name))
        .execute();
    expect(await remindDue(db, THREE_DAYS)).toBe(1);
    expect(await remindDue(db, "2026-09-09T02:00:00.000Z")).toBe(0);
    expect(await remindersTo(db, meeting.id)).toEqual(["reminder ha@bao.test"]);
  });

  it("go to no address that is known to be dead, whatever was answered", async () => {
    const { meeting } = await invited(db, { Ha: "coming", Nam: "coming", Tu: null });
    for (const email of ["ha@bao.test", "tu@bao.test"])
      await suppress(db, { provinceId: "2025-91", email, ground: "dead_address" }, signed());

    expect(await remindDue(db, THREE_DAYS)).toBe(1);
    expect(await remindDue(db, "2026-09-09T02:00:00.000Z")).toBe(0);
    expect(await remindersTo(db, meeting.id)).toEqual(["reminder nam@bao.test"]);
  });

  it("thank those who came once something is published, else those who said they would", async () => {
    const { meeting, idOf } = await invited(db, { Ha: "coming", Nam: "declined", Vy: "coming" });
    const heldAt = "2026-09-10T04:00:00.000Z";
    await db.updateTable("meeting").set({ heldAt }).where("id", "=", meeting.id).execute();
    expect(await remindDue(db, "2026-09-10T05:00:00.000Z")).toBe(0);
    await db
      .insertInto("attendance")
      .values({
        ...{ id: "came-1", meetingId: meeting.id, guest: "ha", invitationId: idOf("Ha") },
        ...{ name: null, outletName: null, inAt: heldAt, inBy: "lan", inByName: "Lan" },
      })
      .execute();
    const publishedAt = "2026-09-10T15:00:00.000Z"; // ten in the evening
    await db
      .insertInto("meetingMinutes")
      .values({
        ...{ meetingId: meeting.id, version: 1, text: "Biên bản", writtenAt: heldAt },
        ...{ writtenBy: "lan", publishedAt, publishedBy: "lan" },
      })
      .execute();
    expect(await remindDue(db, publishedAt)).toBe(0);
    expect(await remindDue(db, "2026-09-11T00:00:00.000Z")).toBe(1);
    const letter = (await lettersOf(db, meeting.id)).find(({ kind }) => kind === "thanks");
    expect([letter?.to, letter?.calendar]).toEqual(["ha@bao.test", null]);
    expect(letter?.text).toContain(`https://press.test/meetings/${meeting.id}`);

    await db.deleteFrom("mail").where("kind", "=", "thanks").execute();
    await db.deleteFrom("attendance").execute();
    expect(await remindDue(db, "2026-09-11T00:01:00.000Z")).toBe(2); // Ha and Vy
  });

  it("are stopped for one person, by a rule, or all, and taken back from the outbox", async () => {
    const { meeting, idOf } = await invited(db, { Ha: "coming", Vy: "coming" });
    await stopReminders(db, meeting, { rule: null, invitationId: idOf("Ha") }, signed());
    expect(await remindDue(db, THREE_DAYS)).toBe(1);
    const all = { rule: null, invitationId: null };
    expect(await stopReminders(db, meeting, all, signed())).toEqual({ ok: true, takenBack: 1 });
    expect(await stopReminders(db, meeting, all, signed())).toEqual({ ok: true, takenBack: 0 });
    expect(await carry(db, minute(THREE_DAYS, 1))).toEqual([]);
    expect(await remindDue(db, THREE_HOURS)).toBe(0);
    expect(await resumeReminders(db, meeting, all, signed())).toEqual({ ok: true });
    expect(await remindDue(db, minute(THREE_HOURS, 0))).toBe(1);
    const foreign = { rule: null, invitationId: "nobody" };
    expect(await stopReminders(db, meeting, foreign, signed())).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect((await auditOf(db)).map(({ act }) => act).filter((act) => act.includes("stop"))).toEqual(
      ["reminders.stopped", "reminders.stopped"],
    );
  });
});
