import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { announceMeeting, findMeeting, planMeeting } from "../meetings/meetings.server.ts";
import { keepAreas } from "../press/areas.server.ts";
import { choicesOf, guestsOf, readChoice } from "./choice.server.ts";
import { invite } from "./invitations.server.ts";

const LONG_XUYEN = "2025-30307";
const BINH_DUC = "2025-30292";

describe.each(databases)("whom a choice means on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let meetingId: string;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("pressList").execute();
    const ward = await committee(db);
    await committee(db, "30292");
    const planned = await planMeeting(db, ward, wanted(), signed());
    if (!planned.ok) throw new Error(planned.reason);
    meetingId = planned.id;
    await announceMeeting(db, planned, signed());
    await db
      .insertInto("outlet")
      .values({ id: "bao", provinceId: "2025-91", name: "Báo", type: "print" })
      .execute();
    await db
      .insertInto("pressList")
      .values({ id: "list", provinceId: "2025-91", name: "Thường trú" })
      .execute();
    await person("An", { beats: ["health"], areas: [LONG_XUYEN], isListed: true });
    await person("Bình", { beats: ["health", "economy"], areas: [BINH_DUC] });
    await person("Chi", { beats: ["health"] });
    await person("Dung", { beats: ["economy"], areas: [LONG_XUYEN, BINH_DUC], outletId: "bao" });
    await person("Erik", { beats: ["economy"], areas: [LONG_XUYEN], language: "en" });
    await person("Ngừng", { beats: ["health"], areas: [LONG_XUYEN], unsubscribedAt: MORNING });
    await person("Chưa", { areas: [LONG_XUYEN], isListed: true, awaitsConsentSince: MORNING });
  });

  async function person(
    name: string,
    {
      beats = [],
      areas = [],
      isListed = false,
      ...row
    }: Partial<Row<"journalist">> & { beats?: string[]; areas?: string[]; isListed?: boolean },
  ) {
    const { id } = await reporter(db, { name, ...row });
    for (const beat of beats)
      await db.insertInto("journalistBeat").values({ journalistId: id, beat }).execute();
    await keepAreas(db, id, areas);
    if (isListed)
      await db.insertInto("pressListMember").values({ listId: "list", journalistId: id }).execute();
  }
  async function guests(query: string) {
    const meeting = await findMeeting(db, meetingId);
    if (!meeting) throw new Error("no meeting");
    return guestsOf(db, meeting, readChoice(new URLSearchParams(query)));
  }
  const names = async (query: string) =>
    (await guests(query)).guests.map(({ name }) => name).join(" ");

  it.each([
    ["", ""],
    ["beat=health", "An Bình Chi"],
    ["beat=health&beat=economy", "An Bình Chi Dung Erik"],
    ["outlet=bao", "Dung"],
    ["language=en", "Erik"],
    [`area=${LONG_XUYEN}`, "An Dung Erik"],
    [`area=${BINH_DUC}`, "Bình Dung"],
    [`area=${LONG_XUYEN}&wide=on`, "An Chi Dung Erik"],
    [`beat=health&area=${LONG_XUYEN}`, "An"],
    [`beat=health&area=${LONG_XUYEN}&wide=on`, "An Chi"],
    [`beat=economy&language=en&area=${LONG_XUYEN}`, "Erik"],
    [`outlet=bao&list=list&area=${LONG_XUYEN}`, "An Dung"],
    [`area=nobodys`, ""],
    ["wide=on", ""],
    ["beat=gossip&area=", ""],
  ])("%j is %j", async (query, expected) => {
    expect(await names(query)).toBe(expected);
  });

  it("who is picked by name comes whatever the others are narrowed to", async () => {
    const { id } = await db
      .selectFrom("journalist")
      .select("id")
      .where("name", "=", "Bình")
      .executeTakeFirstOrThrow();
    expect(await names(`beat=health&area=${LONG_XUYEN}&person=${id}`)).toBe("An Bình");
  });

  it("is offered with how many would be invited by it", async () => {
    const officer: Officer = {
      ...{ ...COUNTRY, id: "q", name: "Quân", email: "q@press.test", role: "administrator" },
    };
    const { areas, beats, outlets, lists } = await choicesOf(db, officer, "2025-91");
    expect(areas.map(({ id, people }) => [id, people])).toEqual([
      [BINH_DUC, 2],
      [LONG_XUYEN, 3],
    ]);
    expect(beats).toContainEqual({ beat: "health", people: 3 });
    expect(outlets).toMatchObject([{ id: "bao", people: 1 }]);
    expect(lists).toEqual([{ id: "list", name: "Thường trú", people: 1 }]);
  });

  it("on several grounds is invited once, and counted as invited the next time", async () => {
    const query = `list=list&beat=health&area=${LONG_XUYEN}`;
    const { guests: chosen } = await guests(query);
    const ids = chosen.map(({ id }) => id);
    expect(
      await invite(db, { id: meetingId }, [...ids, ...ids], signed(), { despite: "Gấp" }),
    ).toEqual({ ok: true, invited: 1, already: 0 });

    expect(await guests(query)).toMatchObject({ guests: [], already: 1 });
    expect(await db.selectFrom("mail").select("toName").execute()).toEqual([{ toName: "An" }]);
  });
});
