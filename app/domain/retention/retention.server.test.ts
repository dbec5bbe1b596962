import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { attendanceByOutlet } from "../attendance/attendance.server.ts";
import { tallyOf } from "../meetings/tally.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { publicQuestions } from "../questions/public.server.ts";
import { statisticsOf } from "../reports/statistics.server.ts";
import { meetingsWithGuests } from "./guests.server.ts";
import { BY_ITSELF, listRuns, runRetention, wouldRemove } from "./retention.server.ts";
import { startRounds } from "./rounds.server.ts";

/** The press conference of 10 September 2026, over at 10:30 in Viet Nam, is kept until 10 September 2027. */
const LAST = "2027-09-10T16:59:59.999Z";
const AFTER = "2027-09-10T17:00:00.000Z";
const THE_YEAR = { from: "2026-01-01", until: "2026-12-31" };

describe.each(databases)("what is kept for a time, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    for (const table of ["guestTally", "retentionRun", "receivedMail", "inboundMail"] as const)
      await db.deleteFrom(table).execute();
    await clearPressRoom(db);
    await db.deleteFrom("policy").where("scope", "<>", "national").execute();
  });

  /** Hà and a walk-in came, Minh declined with a note; Hà asked twice, once aloud and by name. */
  async function meetingWithGuests() {
    const ward = await committee(db);
    const meeting = await briefing(db, ward, { heldAt: "2026-09-10T04:00:00.000Z" });
    await db
      .insertInto("outlet")
      .values({ id: "bao", provinceId: "2025-91", name: "Báo An Giang", type: "print" })
      .execute();
    const ha = await reporter(db, { name: "Hà", outletId: "bao" });
    const minh = await reporter(db, { name: "Minh" });
    const invitation = (id: string, journalistId: string, reply: "coming" | "declined") => ({
      ...{ id, journalistId, reply, meetingId: meeting.id, token: id, calendarUid: id },
      ...{ invitedAt: signed().at, invitedBy: "lan", repliedAt: signed().at },
      note: reply === "declined" ? "Bận đưa con đi khám" : null,
    });
    await db
      .insertInto("invitation")
      .values([invitation("i-ha", ha.id, "coming"), invitation("i-minh", minh.id, "declined")])
      .execute();
    const came = { meetingId: meeting.id, inAt: meeting.startsAt, inBy: "lan", inByName: "Lan" };
    await db
      .insertInto("attendance")
      .values([
        { ...came, id: "a1", guest: "1", invitationId: "i-ha", outletName: "Báo An Giang" },
        { ...came, id: "a2", guest: "2", name: "Khách", outletName: "bao an giang" },
        { ...came, id: "a3", guest: "3", name: "Nhầm", undoneAt: meeting.startsAt },
      ])
      .execute();
    const question = {
      ...{ meetingId: meeting.id, text: "Khi nào xong?", receivedAt: signed().at, remote: 0 },
      ...{ outletName: "Báo An Giang", answerPublic: 0 },
    };
    await db
      .insertInto("question")
      .values([
        {
          ...{ ...question, id: "q1", number: 1, invitationId: "i-ha", nameAgreed: 1 },
          ...{ askedAt: meeting.startsAt, answeredAt: meeting.startsAt, answerPublic: 1 },
          answer: "Tháng sau",
        },
        { ...question, id: "q2", number: 2, invitationId: "i-ha", nameAgreed: 0 },
        { ...question, id: "q3", number: 3, askerName: "Khách", nameAgreed: 0 },
      ])
      .execute();
    await letter("m-ha", { invitationId: "i-ha" });
    const stopped = { stoppedAt: signed().at, stoppedBy: "lan" };
    await db
      .insertInto("reminderStop")
      .values({ ...stopped, id: "s", meetingId: meeting.id, rule: null, invitationId: "i-minh" })
      .execute();
    await db
      .insertInto("invitationAnswer")
      .values({
        ...{ id: "x", invitationId: "i-minh", at: signed().at, via: "link", revision: 0 },
        ...{ meetingStartsAt: meeting.startsAt, reply: "substitute", partySize: 1, counted: 0 },
        substituteName: "Minh Em",
      })
      .execute();
    await inbound("mail-ha", { invitationId: "i-ha" });
    await db
      .insertInto("audit")
      .values([
        line("invitation.answered", "i-minh", "lan"),
        line("attendance.walked-in", "a2", "lan"),
        line("question.sent", "q2", "invitation:i-ha"),
        line("answer.by-calendar", "mail-ha", "lan"),
        line("reminders.stopped", meeting.id, "lan"),
        line("meeting.held", meeting.id, "lan"),
      ])
      .execute();
    return { ward, meeting };
  }

  const line = (act: string, about: string, by: string) => ({
    ...{ id: `${act} ${about}`, at: signed().at, by, byName: "Lan", act, about },
    particulars: JSON.stringify(
      act === "meeting.held" ? { subject: "Họp báo" } : { name: "Hà", reply: "declined" },
    ),
  });

  const inbound = (id: string, details: { invitationId?: string; receivedAt?: string } = {}) =>
    db
      .insertInto("inboundMail")
      .values({
        ...{ id, fingerprint: id, receivedAt: signed().at, from: "Hà <ha@bao.test>", to: "x" },
        ...{ subject: "Re: Giấy mời", bytes: 10, kind: "answer", outcome: "applied" },
        ...{ settledAt: signed().at, ...details },
      })
      .execute();

  const letter = (id: string, details: { invitationId?: string; postedAt?: string }) =>
    db
      .insertInto("mail")
      .values({
        ...{ id, kind: "invitation", revision: 0, to: "ha@bao.test", toName: "Hà", from: "x" },
        ...{ messageId: id, subject: "Giấy mời", text: "Kính mời chị Hà", html: "<p>Hà</p>" },
        ...{ postedAt: signed().at, dueAt: signed().at, expiresAt: "2027-01-01T00:00:00.000Z" },
        ...{ receipt: "250 ok", returnToken: id, unsubscribeUrl: `https://x.test/${id}` },
        ...{ stage: "sent" as const, sentAt: "2026-09-01T01:00:05.000Z", ...details },
      })
      .execute();

  const counted = async () => ({
    invitations: (await db.selectFrom("invitation").select("id").execute()).length,
    attendances: (await db.selectFrom("attendance").select("id").execute()).length,
    letters: (await db.selectFrom("mail").select("id").execute()).length,
  });

  it("stays to the end of its last day, and is gone on the next", async () => {
    await meetingWithGuests();

    expect(await runRetention(db, signed(LAST))).toMatchObject({ meetings: 0, invitations: 0 });
    expect(await counted()).toEqual({ invitations: 2, attendances: 3, letters: 1 });
    const dry = await wouldRemove(db, AFTER);
    expect(await counted()).toEqual({ invitations: 2, attendances: 3, letters: 1 });

    const removed = await runRetention(db, signed(AFTER));
    expect(removed).toEqual({
      ...{ meetings: 1, invitations: 2, attendances: 3, questions: 2, letters: 0, inbound: 0 },
      ...{ trialMail: 0, logLines: 5 },
    });
    expect(dry).toMatchObject({ meetings: 1, invitations: 2, attendances: 3 });
    expect(await counted()).toEqual({ invitations: 0, attendances: 0, letters: 0 });
  });

  it("leaves no guest's name or note anywhere in the books but where it is public record", async () => {
    await meetingWithGuests();
    await runRetention(db, signed(AFTER));

    const tables = ["invitation", "attendance", "question", "mail", "audit", "guestTally"] as const;
    const beside = ["inboundMail", "invitationAnswer", "reminderStop"] as const;
    const left: string[] = [];
    for (const table of [...tables, ...beside])
      left.push(
        ...(await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)),
      );
    const naming = left.filter((row) => /Hà|Minh|Khách|Nhầm|đưa con/.test(row));
    expect(naming).toHaveLength(1);
    expect(naming[0]).toContain('"askerName":"Hà"');
  });

  it("leaves every figure as it was: by press agency, in the desk's lists, in a year's report", async () => {
    const { ward, meeting } = await meetingWithGuests();
    const reach = { reach: "agency" as const, agencyId: ward.id, provinceId: ward.provinceId };
    const figures = async () => ({
      outlets: await attendanceByOutlet(db, meeting.id),
      tally: await tallyOf(db, meeting.id),
      year: await statisticsOf(db, reach, THE_YEAR, AFTER),
      questions: await publicQuestions(db, meeting, AFTER),
    });
    const before = await figures();
    await runRetention(db, signed(AFTER));

    expect(before.outlets).toEqual([{ outlet: "Báo An Giang", people: 2, walkIns: 1 }]);
    expect(before.questions.questions).toMatchObject([{ name: "Hà", answer: "Tháng sau" }]);
    expect(await figures()).toEqual(before);
  });

  it("is let go of once, however often it is tried and whoever else tries at the same time", async () => {
    const { meeting } = await meetingWithGuests();
    const rounds = await Promise.all([
      runRetention(db, { by: BY_ITSELF, at: AFTER }, { day: "2027-09-11" }),
      runRetention(db, { by: BY_ITSELF, at: AFTER }, { day: "2027-09-11" }),
      runRetention(db, signed(AFTER)),
    ]);

    expect(rounds.filter((round) => round === undefined)).toHaveLength(1);
    expect(rounds.reduce((sum, round) => sum + (round?.invitations ?? 0), 0)).toBe(2);
    expect(await tallyOf(db, meeting.id)).toMatchObject({ invited: 2, coming: 1, declined: 1 });
    expect(await runRetention(db, signed(AFTER))).toMatchObject({ meetings: 0, logLines: 0 });
    expect((await auditOf(db)).filter(({ act }) => act === "retention.ran")).toHaveLength(
      rounds.filter((round) => round && round.meetings > 0).length,
    );
  });

  it("follows the rule of the agency: a province may keep it shorter", async () => {
    const { ward } = await meetingWithGuests();
    const scope = { scope: "province", provinceId: ward.provinceId } as const;
    const set = await setRule(
      ...([db, { key: "retention.attendance_months", ...scope }] as const),
      {
        ...({ value: "3", clock: "months", statutory: false, reason: null } as const),
        ...{ fromDay: "2026-09-01", legalRef: "Quy chế tỉnh" },
      },
      signed(),
    );
    expect(set).toMatchObject({ ok: true });

    expect(await meetingsWithGuests(db, "2026-12-01T00:00:00.000Z")).toMatchObject([
      { keptUntil: "2026-12-10" },
    ]);
    expect(await runRetention(db, signed("2026-12-10T16:00:00.000Z"))).toMatchObject({
      meetings: 0,
    });
    expect(await runRetention(db, signed("2026-12-10T17:00:00.000Z"))).toMatchObject({
      meetings: 1,
    });
  });

  it("shows an officer the meetings within their reach alone", async () => {
    await meetingWithGuests();
    const sister = await officerOf(db, await committee(db, "30292"), "Bình");
    const lan = await officerOf(db, await committee(db), "Lan");

    expect(await meetingsWithGuests(db, AFTER, sister)).toEqual([]);
    expect(await meetingsWithGuests(db, AFTER, lan)).toHaveLength(1);
  });

  it("empties letters and drops the trial mailbox, and keeps at which minute each letter left", async () => {
    await letter("old", { postedAt: "2026-09-09T00:00:00.000Z" });
    await letter("new", { postedAt: "2026-09-12T00:00:00.000Z" });
    const received = { from: "x", to: "ha@bao.test", subject: "Giấy mời", raw: "…" };
    await db
      .insertInto("receivedMail")
      .values([
        { id: "old", receivedAt: "2027-06-10T00:00:00.000Z", ...received },
        { id: "new", receivedAt: "2027-06-12T00:00:00.000Z", ...received },
      ])
      .execute();

    await inbound("old", { receivedAt: "2026-09-09T00:00:00.000Z" });
    await inbound("new", { receivedAt: "2026-09-12T00:00:00.000Z" });

    const removed = await runRetention(db, signed(AFTER));
    expect(removed).toMatchObject({ letters: 1, inbound: 1, trialMail: 1 });
    const letters = await db.selectFrom("mail").selectAll().orderBy("id").execute();
    expect(letters).toMatchObject([
      { id: "new", to: "ha@bao.test", text: "Kính mời chị Hà" },
      {
        ...{ id: "old", to: "", toName: "", text: "", html: "", receipt: null, returnToken: null },
        ...{ unsubscribeUrl: null, sentAt: "2026-09-01T01:00:05.000Z" },
      },
    ]);
    expect(await db.selectFrom("receivedMail").select("id").execute()).toEqual([{ id: "new" }]);
  });

  it("is looked after once a day by a process that lives", async () => {
    await meetingWithGuests();
    const said: string[] = [];
    const rounds = startRounds(db, { clock: () => AFTER, log: (one) => said.push(one), every: 5 });
    await expect.poll(async () => (await listRuns(db))[0]?.endedAt).toBe(AFTER);
    await rounds.stop();

    expect(await listRuns(db)).toMatchObject([{ day: "2027-09-11", by: BY_ITSELF.id }]);
    expect(said).toEqual([
      "retention: let go of 1 meetings, 2 invitations, 3 attendances, 2 questions, 5 logLines",
    ]);
  });
});

/** Whoever hangs a table on guests has to say here what becomes of it. */
it("knows every table that hangs on what is let go of", async () => {
  const { db, close } = await (databases[0] as (typeof databases)[number]).open();
  const { rows } = await sql<{ child: string; parent: string }>`
    select m.name as child, f."table" as parent
    from sqlite_master m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" in ('invitation', 'attendance', 'received_mail')
    order by child`.execute(db);
  await close();

  expect(rows.map(({ child }) => child)).toEqual([
    ...["attendance", "inbound_mail", "invitation_answer"],
    ...["mail", "mail"], // of an invitation, or saying again what another said
    ...["question", "reminder_stop"],
  ]);
});
