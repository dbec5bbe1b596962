import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, lettersOf, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { tallyOf } from "../meetings/tally.server.ts";
import { changeMeeting } from "./changes.server.ts";
import { guestList, needsOf } from "./guest-list.server.ts";
import { invite } from "./invitations.server.ts";
import { answersTo, findInvitation, reply, takeAnswer } from "./replies.server.ts";
import { type Answer, answerStateOf } from "./reply-form.ts";
import { placeInLine, seatByHand, seatingOf, setQuota } from "./seating.server.ts";

const NOON = "2026-09-01T05:00:00.000Z";

describe.each(databases)("seats on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.updateTable("agency").set({ outletQuota: null }).execute();
  });

  const room = async (
    names: string[],
    details: Partial<Row<"meeting">> = {},
    outletOf: Record<string, string> = {},
  ) => {
    const meeting = await briefing(db, await committee(db), { ...wanted(), ...details });
    for (const id of new Set(Object.values(outletOf)))
      await db
        .insertInto("outlet")
        .values({ id, provinceId: "2025-91", name: id, type: "print" })
        .execute();
    const people = await Promise.all(
      names.map((name) => reporter(db, { name, outletId: outletOf[name] ?? null })),
    );
    await invite(
      db,
      meeting,
      people.map(({ id }) => id),
      signed(),
    );
    return meeting;
  };
  const invitationOf = (name: string) =>
    db
      .selectFrom("invitation")
      .innerJoin("journalist", "journalist.id", "invitation.journalistId")
      .selectAll("invitation")
      .where("journalist.name", "=", name)
      .executeTakeFirstOrThrow();
  const says = async (name: string, answer: Answer, at = MORNING) =>
    reply(db, (await invitationOf(name)).token, answer, at);
  const listed = async (meeting: Row<"meeting">) =>
    (await seatingOf(db, await fresh(meeting))).listed.map(({ name }) => name);
  const fresh = ({ id }: { id: string }) =>
    db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const placeLetters = async (meeting: { id: string }) =>
    (await lettersOf(db, meeting.id)).filter(({ kind }) => kind === "place");
  const actsOf = async (act: string) =>
    (await auditOf(db)).filter((line) => line.act === act).map(({ particulars }) => particulars);

  it("beyond the room's number are waited for in the order of the answers, people counted and not invitations", async () => {
    const meeting = await room(["An", "Bình", "Cúc", "Dung"], { venueCapacity: 3 });
    await says("An", { reply: "coming", partySize: 2 });
    await says("Bình", { reply: "coming", partySize: 2 });
    await says("Cúc", { reply: "substitute", substituteName: "Em" });
    await says("Dung", { reply: "coming" });

    // Cúc's one fits where Bình's two do not; she is not seated past him without a trace.
    expect(await listed(meeting)).toEqual(["Bình", "Dung"]);
    expect(await actsOf("invitation.seated")).toMatchObject([{ name: "Cúc", passed: "Bình" }]);
    expect(await placeInLine(db, meeting, await invitationOf("Dung"))).toEqual({
      ...{ place: 2, people: 1, quota: null },
    });
    expect(await tallyOf(db, meeting.id)).toMatchObject({ coming: 3, people: 3, listed: 3 });
    expect(answerStateOf(await invitationOf("Dung"))).toBe("listed");
    expect(await placeLetters(meeting)).toEqual([]);
  });

  it("that fall free go to the next who fits, who is written to once, without a calendar", async () => {
    const meeting = await room(["An", "Bình", "Cúc"], { venueCapacity: 2 });
    await says("An", { reply: "coming", partySize: 2 });
    await says("Bình", { reply: "coming" });
    await says("Cúc", { reply: "coming" });
    const before = await listed(meeting);
    await says("An", { reply: "coming", partySize: 1 }, NOON);
    const shrunk = await listed(meeting);
    await says("An", { reply: "declined" }, NOON);

    expect([before, shrunk, await listed(meeting)]).toEqual([["Bình", "Cúc"], ["Cúc"], []]);
    expect(await placeLetters(meeting)).toMatchObject([
      { calendar: null, calendarMethod: null, unsubscribeUrl: null },
      { calendar: null },
    ]);
    expect(await actsOf("invitation.seated")).toMatchObject([{ name: "Bình" }, { name: "Cúc" }]);
  });

  it("that are added go to who waits, in the same transaction as the change", async () => {
    const meeting = await room(["An", "Bình", "Cúc"], { venueCapacity: 1 });
    for (const name of ["An", "Bình", "Cúc"]) await says(name, { reply: "coming" });
    await changeMeeting(db, meeting, wanted({ venueCapacity: 2 }), signed(NOON));

    expect(await listed(meeting)).toEqual(["Cúc"]);
    expect(await placeLetters(meeting)).toHaveLength(1);
  });

  it("are never given twice, however many answer and step back at one moment", async () => {
    const names = Array.from({ length: 24 }, (_, n) => `Khách ${n}`);
    const meeting = await room(names, { venueCapacity: 5 });
    await Promise.all(names.map((name) => says(name, { reply: "coming" })));
    const { taken, listed: waiting } = await seatingOf(db, meeting);
    expect([taken, waiting.length]).toEqual([5, 19]);

    const seated = (await guestList(db, meeting)).filter((guest) => !guest.waitingSince);
    await Promise.all(seated.map(({ name }) => says(name, { reply: "declined" }, NOON)));
    const after = await seatingOf(db, meeting);

    expect([after.taken, after.listed.length]).toEqual([5, 14]);
    expect((await placeLetters(meeting)).map(({ invitationId }) => invitationId).sort()).toEqual(
      waiting
        .slice(0, 5)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("are kept by who has them: a larger party is refused where there is no room, a smaller one takes no harm", async () => {
    const meeting = await room(["An", "Bình"], { venueCapacity: 2 });
    await says("An", { reply: "coming" });
    await says("Bình", { reply: "coming" });
    const larger = await says("An", { reply: "coming", partySize: 2 });
    await changeMeeting(db, meeting, wanted({ venueCapacity: 1 }), signed(NOON));

    expect(larger).toEqual({ ok: false, reason: "no-room" });
    expect(await listed(meeting)).toEqual([]);
    expect(await invitationOf("An")).toMatchObject({ partySize: 1, waitingSince: null });
  });

  it("are not needed online, nor held by who is not sure", async () => {
    const hybrid = { venueCapacity: 1, onlineUrl: "https://hop.test/kin" };
    const meeting = await room(["An", "Bình", "Cúc"], hybrid);
    await says("An", { reply: "tentative" });
    await says("Bình", { reply: "coming", place: "online", partySize: 5 });
    await says("Cúc", { reply: "coming", place: "in_person" });

    expect(await seatingOf(db, meeting)).toMatchObject({ taken: 1, free: 0, listed: [] });
    expect(await tallyOf(db, meeting.id)).toMatchObject({ people: 6, online: 5, tentative: 1 });
  });

  it("are not all one outlet's: its share counts people, and one who steps back lets its next in", async () => {
    const outlets = { An: "Báo A", Bình: "Báo A", Cúc: "Báo B" };
    const meeting = await room(
      ["An", "Bình", "Cúc"],
      { venueCapacity: 9, outletQuota: 1 },
      outlets,
    );
    for (const name of ["An", "Bình", "Cúc"]) await says(name, { reply: "coming" });
    const waiting = await listed(meeting);
    const line = await placeInLine(db, meeting, await invitationOf("Bình"));
    await says("An", { reply: "declined" });

    expect([waiting, line]).toEqual([["Bình"], { place: 1, people: 1, quota: 1 }]);
    expect(await listed(meeting)).toEqual([]);
  });

  it("follow the agency's rule where the meeting has none of its own", async () => {
    const outlets = { An: "Báo A", Bình: "Báo A" };
    const meeting = await room(["An", "Bình"], {}, outlets);
    await setQuota(db, meeting, { quota: 1, usual: true }, signed());
    for (const name of ["An", "Bình"]) await says(name, { reply: "coming" });
    const byRule = await listed(meeting);
    const { seated } = await setQuota(db, meeting, { quota: 0, usual: false }, signed(NOON));

    expect([byRule, seated, await listed(meeting)]).toEqual([["Bình"], 1, []]);
  });

  it("are given by hand for a reason that is kept, never more than there are", async () => {
    await room(["An", "Bình", "Cúc"], { venueCapacity: 1, outletQuota: 1 });
    await says("An", { reply: "coming" });
    await says("Bình", { reply: "coming", partySize: 2 });
    await says("Cúc", { reply: "coming" });
    const cuc = await invitationOf("Cúc");
    const full = await seatByHand(db, cuc, "phiên dịch của đoàn", signed(NOON));
    const unsaid = await seatByHand(db, cuc, "  ", signed(NOON));
    await db.updateTable("meeting").set({ venueCapacity: 2 }).execute();
    const seated = await seatByHand(db, cuc, "phiên dịch của đoàn", signed(NOON));

    expect([full, unsaid, seated]).toMatchObject([
      { ok: false, reason: "seats-taken" },
      { ok: false, reason: "no-reason" },
      { ok: true },
    ]);
    expect(await actsOf("invitation.seated")).toMatchObject([
      { name: "Cúc", passed: "Bình", reason: "phiên dịch của đoàn" },
    ]);
  });

  it("are given anew after a move: the old answer is history, and counts as no yes until it is said again", async () => {
    const meeting = await room(["An", "Bình"], { venueCapacity: 1 });
    await says("An", { reply: "coming" });
    await says("Bình", { reply: "coming" });
    const later = wanted({
      venueCapacity: 1,
      startsAt: "2026-09-11T02:00:00.000Z",
      endsAt: "2026-09-11T03:30:00.000Z",
    });
    await changeMeeting(db, meeting, later, signed(NOON), { reason: "bão" });
    const asked = await tallyOf(db, meeting.id);
    await says("Bình", { reply: "coming" }, NOON);
    await says("An", { reply: "coming" }, NOON);

    expect(asked).toMatchObject({ askedAgain: 2, waiting: 2, people: 0, listed: 0 });
    expect(await listed(meeting)).toEqual(["An"]);
    expect(await answersTo(db, await invitationOf("An"))).toMatchObject([
      { meetingStartsAt: "2026-09-11T02:00:00.000Z", revision: 1, via: "link", counted: 1 },
      { meetingStartsAt: "2026-09-10T02:00:00.000Z", revision: 0, reply: "coming", counted: 1 },
    ]);
  });

  it("are told of again when they were lost and won back, and not while they are lost", async () => {
    const meeting = await room(["An", "Bình"], { venueCapacity: 1 });
    await says("An", { reply: "coming" });
    await says("Bình", { reply: "coming" });
    await says("An", { reply: "declined" });
    await says("Bình", { reply: "declined" });
    await says("An", { reply: "coming" });
    await says("Bình", { reply: "coming" });
    await says("An", { reply: "declined" });

    const sent = await db.selectFrom("mail").selectAll().where("kind", "=", "place").execute();
    expect(sent.map(({ stage }) => stage).sort()).toEqual(["queued", "skipped"]);
    expect(await listed(meeting)).toEqual([]);
  });

  describe("answers by calendar", () => {
    const clicked = async (name: string, answer: Answer, revision?: number) => {
      const found = await findInvitation(db, (await invitationOf(name)).token);
      if (!found) throw new Error(`${name} is not invited`);
      const by = { id: `invitation:${found.id}`, name };
      const channel = { via: "calendar", answeredRevision: revision, trust: "matched" } as const;
      return takeAnswer(db, found, answer, { by, at: NOON }, channel);
    };

    it("write the same row as the link, the last one counts, and what else was said stands", async () => {
      await room(["An"]);
      const said = { partySize: 2, cameras: 1, live: true, interpreter: "km" } as const;
      await says("An", { reply: "coming", ...said });
      const declined = await clicked("An", { reply: "tentative" });
      const row = await invitationOf("An");
      await says("An", { reply: "coming" });

      expect(declined).toEqual({ ok: true, is: "applied" });
      expect(row).toMatchObject({
        ...{ reply: "tentative", partySize: 2, cameras: 1, live: 1, interpreter: "km" },
        ...{ repliedVia: "calendar", replyTrust: "matched", repliedAt: NOON, repliedBy: null },
      });
      expect(await invitationOf("An")).toMatchObject({
        ...{ reply: "coming", partySize: 1, repliedVia: "link", replyTrust: null },
      });
    });

    it("to an older version are kept and change nothing; to one never sent, refused", async () => {
      const meeting = await room(["An"]);
      await changeMeeting(db, meeting, wanted({ venue: "Hội trường B" }), signed(MORNING));
      const older = await clicked("An", { reply: "coming" }, 0);
      const ahead = await clicked("An", { reply: "coming" }, 7);
      const now = await clicked("An", { reply: "coming" }, 1);

      expect([older, ahead, now]).toEqual([
        { ok: true, is: "older" },
        { ok: false, reason: "ahead" },
        { ok: true, is: "applied" },
      ]);
      const history = await answersTo(db, await invitationOf("An"));
      expect(history.map(({ counted, revision }) => [counted, revision]).sort()).toEqual([
        [0, 0],
        [1, 1],
      ]);
    });

    it("wait in line like any other where the room is full", async () => {
      const meeting = await room(["An", "Bình"], { venueCapacity: 1 });
      await clicked("An", { reply: "coming" });
      await clicked("Bình", { reply: "coming" });

      expect(await listed(meeting)).toEqual(["Bình"]);
    });
  });

  it("have what is to be prepared for added up, of those who have one", async () => {
    const meeting = await room(["An", "Bình", "Cúc"], { venueCapacity: 3 });
    await says("An", { reply: "coming", cameras: 2, tripod: true, live: true, interpreter: "en" });
    await says("Bình", {
      reply: "coming",
      partySize: 2,
      cameras: 1,
      live: true,
      interpreter: "en",
    });
    await says("Cúc", { reply: "coming", cameras: 9 });

    expect(needsOf(await guestList(db, meeting))).toEqual({
      ...{ cameras: 3, tripods: 1, plugs: 2, languages: { en: 3 } },
    });
  });
});
