import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { findPublicMeeting, listMeetingsFor, listPublicMeetings } from "./meeting-lists.server.ts";

const october = { startsAt: "2026-10-10T02:00:00.000Z", endsAt: "2026-10-10T03:00:00.000Z" };
const july = { startsAt: "2026-07-10T02:00:00.000Z", endsAt: "2026-07-10T03:00:00.000Z" };
const running = { startsAt: "2026-09-01T00:30:00.000Z", endsAt: "2026-09-01T02:00:00.000Z" };

describe.each(databases)("lists of meetings on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const held = async (details: Partial<Row<"meeting">>, code: "30307" | "46" = "30307") =>
    briefing(db, await committee(db, code), details);
  const subjects = ({ meetings }: { meetings: { subject: string }[] }) =>
    meetings.map(({ subject }) => subject);
  const invitation = async (meetingId: string, reply: Row<"invitation">["reply"]) => {
    const journalist = await reporter(db);
    const ids = { id: randomUUID(), token: randomUUID(), calendarUid: randomUUID() };
    const row = { ...ids, meetingId, journalistId: journalist.id, reply };
    await db
      .insertInto("invitation")
      .values({ ...row, invitedAt: MORNING, invitedBy: "lan" })
      .execute();
  };

  it("show what is to come soonest first and what is past latest first", async () => {
    const lan = await officerOf(db, await committee(db));
    await held({ subject: "tháng 10", ...october });
    await held({ subject: "đang họp", ...running });
    await held({ subject: "tháng 7", ...july });
    await held({ subject: "dự thảo", announcedAt: null });
    const list = async (when: "coming" | "past" | "all") =>
      subjects(await listMeetingsFor(db, lan, { when }, MORNING));

    expect(await list("coming")).toEqual(["đang họp", "dự thảo", "tháng 10"]);
    expect(await list("past")).toEqual(["tháng 7"]);
    expect(await list("all")).toEqual(["tháng 10", "dự thảo", "đang họp", "tháng 7"]);
  });

  it("show an officer only what is theirs", async () => {
    await held({ subject: "Long Xuyên" });
    await held({ subject: "Huế" }, "46");
    const officers = await Promise.all([
      officerOf(db, await committee(db)),
      officerOf(db, await committee(db, "91"), "Tỉnh"),
      officerOf(db, await committee(db, "46"), "Huế"),
    ]);
    const seen = await Promise.all(
      officers.map(async (officer) =>
        subjects(await listMeetingsFor(db, officer, { when: "all" }, MORNING)),
      ),
    );

    expect(seen).toEqual([["Long Xuyên"], ["Long Xuyên"], ["Huế"]]);
  });

  it("count the answers of each meeting", async () => {
    const lan = await officerOf(db, await committee(db));
    const { id } = await held({});
    await held({ subject: "Không mời ai", ...october });
    for (const reply of ["coming", "coming", "declined", "substitute", null] as const)
      await invitation(id, reply);
    const { meetings } = await listMeetingsFor(db, lan, { when: "coming" }, MORNING);

    const none = {
      ...{ invited: 0, coming: 0, tentative: 0, substitute: 0, declined: 0, waiting: 0 },
      ...{ askedAgain: 0, people: 0, online: 0, listed: 0 },
    };
    expect(meetings.map(({ tally }) => tally)).toEqual([
      { ...none, invited: 5, coming: 2, declined: 1, substitute: 1, waiting: 1, people: 3 },
      none,
    ]);
  });

  it("find words in any order without marks, in subject, place, people and agency", async () => {
    const lan = await officerOf(db, await committee(db));
    await held({ subject: "Phòng chống sạt lở bờ sông", venue: "Hội trường B" });
    await held({ subject: "Khai giảng", chair: "Trần Đình Sơn" });
    const search = async (q: string) =>
      subjects(await listMeetingsFor(db, lan, { when: "all", q }, MORNING)).toSorted();

    expect(await search("SONG sat lo")).toEqual(["Phòng chống sạt lở bờ sông"]);
    expect(await search("dinh son")).toEqual(["Khai giảng"]);
    expect(await search("long xuyen")).toHaveLength(2);
    expect(await search("bão")).toEqual([]);
  });

  it("come in pages; a page beyond the last is the last", async () => {
    const lan = await officerOf(db, await committee(db));
    for (let n = 10; n < 35; n++)
      await held({ subject: `họp ${n}`, startsAt: `2026-09-10T02:${n}:00.000Z` });
    const page = (page: number, q = "") =>
      listMeetingsFor(db, lan, { when: "coming", page, q }, MORNING);

    expect(await page(1)).toMatchObject({ page: 1, pages: 2, total: 25 });
    expect(subjects(await page(2))).toEqual(["họp 30", "họp 31", "họp 32", "họp 33", "họp 34"]);
    expect(subjects(await page(9))).toEqual(subjects(await page(2)));
    expect((await page(-1)).page).toBe(1);
    expect((await page(Number.NaN)).page).toBe(1);
    expect(subjects(await page(2, "họp"))).toEqual(subjects(await page(2)));
  });

  it("are public once a meeting was announced, also when it was cancelled afterwards", async () => {
    await held({ subject: "thông báo" });
    await held({ subject: "hủy", cancelledAt: MORNING, cancelReason: "Bão" });
    const draft = await held({ subject: "dự thảo", announcedAt: null });
    const dropped = await held({ subject: "bỏ", announcedAt: null, cancelledAt: MORNING });
    await held({ subject: "Huế" }, "46");
    const list = async (provinceCode?: string) =>
      subjects(await listPublicMeetings(db, { provinceCode, when: "coming" }, MORNING)).toSorted();

    expect(await list()).toEqual(["Huế", "hủy", "thông báo"].toSorted());
    expect(await list("91")).toEqual(["hủy", "thông báo"].toSorted());
    expect(await list("46")).toEqual(["Huế"]);
    expect(await findPublicMeeting(db, draft.id)).toBeUndefined();
    expect(await findPublicMeeting(db, dropped.id)).toBeUndefined();
  });

  it("keep the online link and the officer's name from the public", async () => {
    const { id } = await held({ onlineUrl: "https://hop.test/phong?pwd=1" });
    const found = await findPublicMeeting(db, id);
    const listed = await listPublicMeetings(db, { when: "all" }, MORNING);

    expect(found).toMatchObject({
      isOnline: true,
      agencyName: "Ủy ban nhân dân phường Long Xuyên",
    });
    expect(listed.meetings).toEqual([found]);
    expect(JSON.stringify(found)).not.toMatch(/hop\.test|createdBy|"lan"/);
  });
});
