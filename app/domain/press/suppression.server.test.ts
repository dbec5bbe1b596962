import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, lettersOf, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { cancelMeeting, changeMeeting } from "../invitations/changes.server.ts";
import { guestsOf, readChoice } from "../invitations/choice.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { chooseJournalists } from "./journalists.server.ts";
import { resubscribe, unsubscribe } from "./subscriptions.server.ts";
import { findSuppressionFor, lift, listSuppressedFor, suppress } from "./suppression.server.ts";

const AN_GIANG = "2025-91";
const LATER = "2026-09-02T01:00:00.000Z";

describe.each(databases)("addresses without letters on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const at = (email: string, ground: Parameters<typeof suppress>[1]["ground"]) => ({
    ...{ provinceId: AN_GIANG, email, ground },
  });
  const invitable = async () =>
    (await chooseJournalists(db, AN_GIANG, { language: "vi" })).map(({ name }) => name);

  it("are kept once, with who said so and why, and nobody's opinion", async () => {
    await reporter(db, { name: "Hà", email: "ha@bao.test" });
    const first = await suppress(db, at("HA@bao.test", "asked_by_telephone"), signed());
    const again = await suppress(db, at("ha@bao.test", "dead_address"), signed(LATER));
    const lan = await officerOf(db, await committee(db));

    expect([first.changed, again.changed]).toEqual([true, false]);
    expect(await listSuppressedFor(db, lan)).toMatchObject([
      { email: "ha@bao.test", ground: "asked_by_telephone", byName: "Lan", name: "Hà" },
    ]);
    expect(await invitable()).toEqual([]);
  });

  it("are another province's own affair", async () => {
    await suppress(db, at("ha@bao.test", "dead_address"), signed());
    const [row] = await db.selectFrom("suppression").selectAll().execute();
    const hue = await officerOf(db, await committee(db, "46"), "Huế");

    expect(await listSuppressedFor(db, hue)).toEqual([]);
    expect(await findSuppressionFor(db, hue, row?.id ?? "")).toBeUndefined();
  });

  it("hold for the address, whatever becomes of the record", async () => {
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test" });
    await unsubscribe(db, ha.token, MORNING, "mail");
    await db.deleteFrom("journalist").execute();
    await reporter(db, { name: "Hà mới", email: "ha@bao.test" });

    expect(await invitable()).toEqual([]);
    expect(await db.selectFrom("suppression").selectAll().execute()).toMatchObject([
      { ground: "unsubscribed_by_mail", byName: "Hà" },
    ]);
  });

  it("are lifted by their owner's own deed, a dead one is not", async () => {
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test" });
    const nam = await reporter(db, { name: "Nam", email: "nam@bao.test" });
    await unsubscribe(db, ha.token, MORNING);
    await suppress(db, at("nam@bao.test", "dead_address"), signed());
    await resubscribe(db, ha.token, LATER);
    await resubscribe(db, nam.token, LATER);

    expect(await invitable()).toEqual(["Hà"]);
  });

  it("are lifted at the desk with what the owner said, once", async () => {
    await reporter(db, { name: "Hà", email: "ha@bao.test" });
    await suppress(db, at("ha@bao.test", "asked_by_telephone"), signed());
    const { id } = await db.selectFrom("suppression").select("id").executeTakeFirstOrThrow();
    const first = await lift(db, { id }, "gọi lại ngày 02/9, muốn nhận thư", signed(LATER));
    const again = await lift(db, { id }, "gọi lại", signed(LATER));

    expect([first, again]).toEqual([{ ok: true }, { ok: false, reason: "unknown" }]);
    expect(await invitable()).toEqual(["Hà"]);
    expect((await auditOf(db)).map(({ act }) => act)).toEqual([
      "address.suppressed",
      "address.released",
    ]);
  });

  it("still hear of what they accepted when they unsubscribed, and of nothing else; a dead one of nothing", async () => {
    const people = ["Đến", "Từ chối", "Im lặng", "Chết"];
    const found = await Promise.all(
      people.map((name, n) => reporter(db, { name, email: `n${n}@bao.test` })),
    );
    const meeting = await briefing(db, await committee(db), wanted());
    await invite(
      db,
      meeting,
      found.map(({ id }) => id),
      signed(),
    );
    const rows = await db.selectFrom("invitation").selectAll().execute();
    const tokenOf = (n: number) =>
      rows.find(({ journalistId }) => journalistId === found[n]?.id)?.token ?? "";
    await reply(db, tokenOf(0), { reply: "coming" }, MORNING);
    await reply(db, tokenOf(1), { reply: "declined" }, MORNING);
    await reply(db, tokenOf(3), { reply: "coming" }, MORNING);
    for (const n of [0, 1, 2]) await unsubscribe(db, found[n]?.token ?? "", MORNING);
    await suppress(db, at("n3@bao.test", "dead_address"), signed());

    await db.updateTable("mail").set({ stage: "sent" }).execute();
    await changeMeeting(db, meeting, wanted({ venue: "Hội trường B" }), signed(LATER));
    await cancelMeeting(db, meeting, "bão", signed(LATER));
    const second = await briefing(db, await committee(db), wanted({ subject: "Kỳ sau" }));
    const invited = await invite(
      db,
      second,
      found.map(({ id }) => id),
      signed(LATER),
    );

    const letters = await lettersOf(db, meeting.id);
    const toldOf = (kind: string) =>
      letters
        .filter((letter) => letter.kind === kind)
        .map(({ toName }) => toName)
        .sort();
    expect(toldOf("change")).toEqual(["Đến"]);
    // Whoever was invited finds the hour in their calendar, and a cancellation takes it out.
    expect(toldOf("cancellation")).toEqual(["Im lặng", "Từ chối", "Đến"]);
    expect(invited).toEqual({ ok: false, reason: "nobody" });
  });

  describe("whom to invite", () => {
    const chosen = async (query: string, details = {}) => {
      const meeting = await briefing(db, await committee(db), { ...wanted(), ...details });
      return guestsOf(
        db,
        { ...meeting, provinceId: AN_GIANG },
        readChoice(new URLSearchParams(query)),
      );
    };
    const press = async () => {
      await db
        .insertInto("outlet")
        .values([
          { id: "bao-a", provinceId: AN_GIANG, name: "Báo A", type: "print" },
          { id: "bao-b", provinceId: AN_GIANG, name: "Báo B", type: "print" },
        ])
        .execute();
      const an = await reporter(db, { name: "An", outletId: "bao-a" });
      const binh = await reporter(db, { name: "Bình", outletId: "bao-a", language: "en" });
      const cuc = await reporter(db, { name: "Cúc", outletId: "bao-b" });
      await db
        .insertInto("pressList")
        .values({ id: "list", provinceId: AN_GIANG, name: "Thường trú" })
        .execute();
      await db
        .insertInto("pressListMember")
        .values([an, cuc].map(({ id }) => ({ listId: "list", journalistId: id })))
        .execute();
      await db
        .insertInto("journalistBeat")
        .values([an, binh].map(({ id }) => ({ journalistId: id, beat: "health" })))
        .execute();
      return { an, binh, cuc };
    };
    const clear = async () => {
      for (const table of ["pressListMember", "pressList", "journalistBeat"] as const)
        await db.deleteFrom(table).execute();
    };
    beforeEach(async () => {
      await clear();
      await clearPressRoom(db);
    });
    afterAll(clear);
    const names = ({ guests }: Awaited<ReturnType<typeof guestsOf>>) =>
      guests.map(({ name }) => name);

    it("is each person once, whatever lists, beats and outlets they are on", async () => {
      const { an } = await press();
      const all = `list=list&beat=health&outlet=bao-a&outlet=bao-b&person=${an.id}`;

      expect(names(await chosen(all))).toEqual(["An", "Bình", "Cúc"]);
    });

    it("is narrowed by language, or all who read it where nothing else is said", async () => {
      await press();

      expect(names(await chosen("outlet=bao-a&language=en"))).toEqual(["Bình"]);
      expect(names(await chosen("language=vi"))).toEqual(["An", "Cúc"]);
    });

    it("is warned about by the meeting's share of an outlet, and trimmed only when that is asked", async () => {
      const { binh } = await press();
      const all = "outlet=bao-a&outlet=bao-b";
      const warned = await chosen(all, { outletQuota: 1 });
      const trimmed = await chosen(`${all}&most=&most=1`, { outletQuota: 1 });
      const picked = await chosen(`${all}&most=1&person=${binh.id}`);

      expect([names(warned).length, warned.over, warned.trimmed]).toEqual([3, 1, 0]);
      expect([names(trimmed), trimmed.over, trimmed.trimmed]).toEqual([["An", "Cúc"], 0, 1]);
      expect(names(picked)).toEqual(["Bình", "Cúc"]);
    });
  });
});
