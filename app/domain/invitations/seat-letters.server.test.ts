import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { clearPressRoom, lettersOf, signed, wanted } from "#app/test/press-room.ts";
import { carry } from "#app/test/reminded.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { cancelMeeting, postponeMeeting } from "./changes.server.ts";
import { invite } from "./invitations.server.ts";
import { reply } from "./replies.server.ts";
import { seatingOf, setQuota } from "./seating.server.ts";

const TEN = "2026-09-01T03:00:00.000Z";
const NOON = "2026-09-01T05:00:00.000Z";

describe.each(databases)("news of seats on $name", ({ open }) => {
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

  const outlet = (name: string) =>
    db
      .insertInto("outlet")
      .values({ id: name, provinceId: "2025-91", name, type: "print" })
      .onConflict((known) => known.doNothing())
      .execute();

  /** A meeting to which these are invited, with what each of them can say of it. Their invitations are sent. */
  const room = async (
    names: string[],
    details: Partial<Row<"meeting">> = {},
    outletId: string | null = null,
  ) => {
    const meeting = await briefing(db, await committee(db), { ...wanted(), ...details });
    if (outletId) await outlet(outletId);
    const people = await Promise.all(names.map((name) => reporter(db, { name, outletId })));
    await invite(
      db,
      meeting,
      people.map(({ id }) => id),
      signed(),
    );
    await carry(db, MORNING);
    const rows = await db
      .selectFrom("invitation")
      .innerJoin("journalist", "journalist.id", "invitation.journalistId")
      .select(["invitation.token", "journalist.name"])
      .where("meetingId", "=", meeting.id)
      .execute();
    const tokens = new Map(rows.map(({ name, token }) => [name, token]));
    const says = (name: string, answer: "coming" | "declined", at = MORNING) =>
      reply(db, tokens.get(name) ?? "", { reply: answer }, at);
    return { meeting, says };
  };
  const news = () =>
    db.selectFrom("mail").selectAll().where("kind", "=", "place").orderBy("postedAt").execute();
  const listed = async ({ id }: { id: string }) => {
    const meeting = await db
      .selectFrom("meeting")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return (await seatingOf(db, meeting)).listed.map(({ name }) => name);
  };

  /** Bình gets the seat of An, who steps back; gives it back to him, and gets it once more. */
  const seatedTwice = async (firstLeft: boolean) => {
    const made = await room(["An", "Bình"], { venueCapacity: 1 });
    const { says } = made;
    await says("An", "coming");
    await says("Bình", "coming");
    await says("An", "declined");
    if (firstLeft) expect((await carry(db, MORNING)).map(({ kind }) => kind)).toEqual(["place"]);
    await says("Bình", "declined", TEN);
    await says("An", "coming", TEN);
    await says("Bình", "coming", TEN);
    await says("An", "declined", TEN);
    return made;
  };

  it.each([true, false])(
    "is sent once more when a seat is won again (first left: %s)",
    async (firstLeft) => {
      await seatedTwice(firstLeft);
      const carried = await carry(db, NOON);

      expect(carried.map(({ kind, toName }) => [kind, toName])).toEqual([["place", "Bình"]]);
      expect((await news()).map(({ stage }) => stage)).toEqual([
        firstLeft ? "sent" : "skipped",
        "sent",
      ]);
    },
  );

  it.each([true, false])(
    "is called back when the seat won again is given back (first left: %s)",
    async (firstLeft) => {
      const { says } = await seatedTwice(firstLeft);
      await says("Bình", "declined", TEN);

      expect(await carry(db, NOON)).toEqual([]);
      expect((await news()).map(({ stage }) => stage)).toEqual([
        firstLeft ? "sent" : "skipped",
        "skipped",
      ]);
    },
  );

  it("is called back and told anew as often as the seat comes and goes", async () => {
    const { says } = await seatedTwice(true);
    await says("Bình", "declined", TEN);
    await says("Bình", "coming", TEN);
    await says("Bình", "declined", TEN);
    await says("An", "coming", TEN);
    await says("Bình", "coming", TEN);
    await says("An", "declined", TEN);

    expect(await carry(db, NOON)).toHaveLength(1);
    expect((await news()).filter(({ stage }) => stage === "sent")).toHaveLength(2);
  });

  it.each([
    ["called off", cancelMeeting],
    ["put off", postponeMeeting],
  ])(
    "does not leave once the meeting is %s, the first letter or the second",
    async (_, callOff) => {
      for (const firstLeft of [true, false]) {
        await clearPressRoom(db);
        const { meeting } = await seatedTwice(firstLeft);
        await callOff(db, meeting, "Bão", signed(TEN));
        const carried = await carry(db, NOON);

        expect(carried.every(({ calendarMethod }) => calendarMethod === "CANCEL")).toBe(true);
        expect(carried.map(({ toName }) => toName).sort()).toEqual(["An", "Bình"]);
      }
    },
  );

  it("does not leave, tried again after a server's no, to who gave the seat back meanwhile", async () => {
    const { says } = await seatedTwice(true);
    const second = (await news()).at(-1);
    await db
      .updateTable("mail")
      .set({ stage: "sending" })
      .where("id", "=", second?.id ?? "")
      .execute();
    await says("Bình", "declined", TEN);
    await db
      .updateTable("mail")
      .set({ stage: "queued" })
      .where("id", "=", second?.id ?? "")
      .execute();

    expect(await carry(db, NOON)).toEqual([]);
    expect((await news()).at(-1)).toMatchObject({ stage: "skipped", problem: "needless" });
  });

  it("is of many seats at once, and the invited are read once for all of them", async () => {
    const names = Array.from({ length: 30 }, (_, n) => `Khách ${n}`);
    const { meeting, says } = await room(names, { venueCapacity: 1 });
    for (const name of names) await says(name, "coming");
    await db
      .updateTable("meeting")
      .set({ venueCapacity: 21 })
      .where("id", "=", meeting.id)
      .execute();
    const asked: string[] = [];
    const listening = db.withPlugin({
      transformQuery: ({ node }) => {
        if (node.kind === "SelectQueryNode") asked.push(JSON.stringify(node));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const { seated } = await setQuota(
      listening,
      meeting,
      { quota: null, usual: false },
      signed(NOON),
    );

    expect([seated, (await news()).length]).toEqual([20, 20]);
    expect(asked.filter((node) => node.includes('"suppression"'))).toHaveLength(1);
  });

  describe("when the agency's usual rule changes", () => {
    const quarter = { startsAt: "2026-12-10T02:00:00.000Z", endsAt: "2026-12-10T03:30:00.000Z" };
    const usual = (meeting: { id: string }, quota: number | null) =>
      setQuota(db, meeting, { quota, usual: true }, signed(NOON));

    it("goes to who waits at every open meeting that follows it, in order", async () => {
      const own = await room(["An"]);
      await usual(own.meeting, 1);
      const same = await room(["Bình", "Cúc", "Dung", "Em"], {}, "Báo A");
      const later = await room(["Giang", "Hoa"], quarter, "Báo A");
      for (const name of ["Bình", "Cúc", "Dung", "Em"]) await same.says(name, "coming");
      for (const name of ["Giang", "Hoa"]) await later.says(name, "coming");
      const before = [await listed(same.meeting), await listed(later.meeting)];
      const { seated } = await usual(own.meeting, 3);
      const letters = async ({ meeting }: { meeting: { id: string } }) =>
        (await lettersOf(db, meeting.id))
          .filter(({ kind }) => kind === "place")
          .map(({ toName }) => toName)
          .sort();

      expect(before).toEqual([["Cúc", "Dung", "Em"], ["Hoa"]]);
      expect(seated).toBe(3);
      expect([await listed(same.meeting), await listed(later.meeting)]).toEqual([["Em"], []]);
      expect([await letters(same), await letters(later)]).toEqual([["Cúc", "Dung"], ["Hoa"]]);
    });

    it("leaves alone what has its own rule, what is over or off, and another agency's", async () => {
      const own = await room(["An"]);
      await usual(own.meeting, 1);
      const elsewhere = await committee(db, "30292");
      await db
        .updateTable("agency")
        .set({ outletQuota: 1 })
        .where("id", "=", elsewhere.id)
        .execute();
      const meetings = [
        await room(["Bình", "Cúc"], { outletQuota: 1 }, "Báo A"),
        await room(["Dung", "Em"], {}, "Báo A"),
        await room(["Giang", "Hoa"], {}, "Báo A"),
        await room(["Khang", "Lam"], {}, "Báo A"),
      ];
      for (const [i, names] of [
        ["Bình", "Cúc"],
        ["Dung", "Em"],
        ["Giang", "Hoa"],
        ["Khang", "Lam"],
      ].entries())
        for (const name of names) await meetings[i]?.says(name, "coming");
      const put = (i: number, values: Partial<Row<"meeting">>) =>
        db
          .updateTable("meeting")
          .set(values)
          .where("id", "=", meetings[i]?.meeting.id ?? "")
          .execute();
      await put(1, { startsAt: "2026-09-01T04:00:00.000Z" });
      await put(2, { cancelledAt: TEN });
      await put(3, { agencyId: elsewhere.id });
      const { seated } = await usual(own.meeting, 5);

      expect([seated, await news()]).toEqual([0, []]);
      expect(await Promise.all(meetings.map(({ meeting }) => listed(meeting)))).toEqual([
        ["Cúc"],
        ["Em"],
        ["Hoa"],
        ["Lam"],
      ]);
    });

    it("is settled when two officers set it at one moment, from two meetings", async () => {
      const [one, other] = [
        await room(["An", "Bình"], {}, "Báo A"),
        await room(["Cúc", "Dung"], {}, "Báo A"),
      ];
      await usual(one.meeting, 1);
      for (const name of ["An", "Bình"]) await one.says(name, "coming");
      for (const name of ["Cúc", "Dung"]) await other.says(name, "coming");
      await Promise.all([usual(one.meeting, 2), usual(other.meeting, 3)]);

      expect([await listed(one.meeting), await listed(other.meeting)]).toEqual([[], []]);
      expect((await news()).map(({ toName }) => toName).sort()).toEqual(["Bình", "Dung"]);
    });
  });
});
