import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import type { Db, Row } from "#db/tables.ts";
import { changeMeeting } from "../invitations/changes.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { suppress } from "../press/suppression.server.ts";
import { freeHoursFor } from "./free-hours.server.ts";
import { noticePaper } from "./notice-paper.server.ts";
import {
  draftNotice,
  heldBack,
  noticeStanding,
  recordProhibition,
  recordSending,
} from "./notices.server.ts";
import { noticeDefaults } from "./suggestion.server.ts";

const START = "2026-09-10T02:00:00.000Z"; // nine in the morning
const DAY_BEFORE = "2026-09-09T02:00:00.000Z";
const TOO_LATE = "2026-09-09T02:00:00.001Z";

const filled = {
  number: "125/UBND-VX",
  day: "2026-09-07",
  recipient: "Ủy ban nhân dân tỉnh An Giang",
  signer: "Nguyễn Văn An",
  grounds: "Báo cáo số 45/BC-UBND ngày 01/9/2026",
  outlets: "Báo An Giang\nĐài Phát thanh và Truyền hình",
};

describe.each(databases)("the notice of a press conference on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const of = async (row: Row<"meeting">) => (await findMeeting(db, row.id)) as MeetingOfAgency;
  const conference = async (
    details: Partial<Row<"meeting">> = {},
    code: "30307" | "91" = "30307",
  ) => of(await briefing(db, await committee(db, code), { startsAt: START, ...details }));
  const standing = async (meeting: MeetingOfAgency) =>
    noticeStanding(db, (await findMeeting(db, meeting.id)) as MeetingOfAgency);
  const sent = async (meeting: MeetingOfAgency, sentAt = DAY_BEFORE, form = filled) => {
    await draftNotice(db, meeting, form, signed());
    return recordSending(db, meeting, { sentAt, sentHow: "email" }, signed(START));
  };

  it("is owed by a commune, and not by its province", async () => {
    expect((await standing(await conference()))?.state).toBe("missing");
    expect(await standing(await conference({}, "91"))).toBeUndefined();
  });

  it("leaves out free hours that no notice could be in time for any more", async () => {
    const ward = await committee(db);
    const slot = { startsAt: START, endsAt: "2026-09-10T03:30:00.000Z" };
    const at = (now: string) => freeHoursFor(db, ward, slot, { after: slot.startsAt, now });
    const first = async (now: string) => (await at(now)).slots[0]?.startsAt;

    expect(await at("2026-09-10T01:45:00.000Z")).toMatchObject({ isTooSoonForNotice: true });
    expect(await first("2026-09-10T01:45:00.000Z")).toBe("2026-09-11T02:00:00.000Z");
    expect(await first("2026-09-09T02:30:00.000Z")).toBe("2026-09-10T02:30:00.000Z");
    expect((await at("2026-09-09T02:30:00.000Z")).isTooSoonForNotice).toBe(false);
    const training = { ...slot, kind: "training" as const };
    const when = { after: slot.startsAt, now: "2026-09-10T01:45:00.000Z" };
    expect(await freeHoursFor(db, ward, training, when)).toMatchObject({
      isTooSoonForNotice: false,
      slots: [{ startsAt: "2026-09-10T02:30:00.000Z" }, {}, {}, {}, {}],
    });
  });

  it.each(["press_coordination", "press_gathering", "media_visit", "training", "review"] as const)(
    "is not owed for a %s",
    async (kind) => {
      expect(await standing(await conference({ kind }))).toBeUndefined();
    },
  );

  it("is due a day before, and the authority has until twelve hours before", async () => {
    const found = await standing(await conference());

    expect(found?.due.at).toBe(DAY_BEFORE);
    expect(found?.due.rule.legalRef).toContain("237/2026/NĐ-CP");
    expect(found?.forbidUntil?.at).toBe("2026-09-09T14:00:00.000Z");
  });

  it("holds six items since 01/07/2026 and held four before", async () => {
    const bare = { recipient: "UBND tỉnh", number: "1", day: "2026-06-01" };
    const [old, fresh] = [
      await conference({
        startsAt: "2026-06-30T16:00:00.000Z",
        endsAt: "2026-06-30T16:30:00.000Z",
      }),
      await conference({
        startsAt: "2026-06-30T17:00:00.000Z",
        endsAt: "2026-06-30T18:00:00.000Z",
      }),
    ];
    for (const meeting of [old, fresh]) await draftNotice(db, meeting, bare, signed());

    expect((await standing(old))?.missing).toEqual([]);
    expect((await standing(old))?.forbidUntil).toBeUndefined();
    expect((await standing(fresh))?.missing).toEqual(["grounds", "outlets"]);
  });

  it("is in time when it was sent exactly a day before, and late a moment after", async () => {
    const [inTime, late] = [await conference(), await conference()];

    expect(await sent(inTime)).toEqual({ ok: true });
    expect(await sent(late, TOO_LATE)).toEqual({ ok: true });
    expect([(await standing(inTime))?.state, (await standing(late))?.state]).toEqual([
      ...["sent", "late"],
    ]);
  });

  it("waits longer where the province asks for more", async () => {
    const meeting = await conference();
    const scope = { scope: "province", provinceId: meeting.provinceId } as const;
    const asked = { key: "pressconf.notice_before", ...scope } as const;
    const stricter = {
      ...({ value: "48", clock: "clock_hours", statutory: false, reason: null } as const),
      ...{ fromDay: "2026-09-01", legalRef: "Quy chế tỉnh" },
    };
    const set = await setRule(db, asked, stricter, signed());
    expect(set).toMatchObject({ ok: true });

    expect((await standing(meeting))?.due.at).toBe("2026-09-08T02:00:00.000Z");
    await db.deleteFrom("policy").where("scope", "=", "province").execute();
  });

  it.each([
    { lacks: { number: undefined }, reason: "no-number" },
    { lacks: { day: undefined }, reason: "no-number" },
    { lacks: { grounds: " " }, reason: "incomplete" },
    { lacks: { outlets: "" }, reason: "incomplete" },
  ])("is not sent without $lacks", async ({ lacks, reason }) => {
    const meeting = await conference();

    expect(await sent(meeting, DAY_BEFORE, { ...filled, ...lacks } as typeof filled)).toEqual({
      ...{ ok: false, reason },
    });
  });

  it("is not sent before it is written, nor in the future", async () => {
    const meeting = await conference();
    const sending = { sentAt: START, sentHow: "post" } as const;

    expect(await recordSending(db, meeting, sending, signed(START))).toEqual({
      ...{ ok: false, reason: "no-draft" },
    });
    await draftNotice(db, meeting, filled, signed());
    expect(await recordSending(db, meeting, sending, signed(DAY_BEFORE))).toEqual({
      ...{ ok: false, reason: "sent-in-future" },
    });
  });

  it("is drafted anew when the meeting moves, and what was sent stays as it was", async () => {
    const meeting = await conference();
    await sent(meeting);
    const later = wanted({
      startsAt: "2026-09-12T02:00:00.000Z",
      endsAt: "2026-09-12T03:00:00.000Z",
    });
    await changeMeeting(db, meeting, later, signed(DAY_BEFORE), { reason: "Tránh bão" });

    const found = await standing(meeting);
    expect(found?.state).toBe("outdated");
    expect(found?.sent).toMatchObject({ startsAt: START, number: "125/UBND-VX" });
    expect(found?.draft).toMatchObject({ number: null, outlets: filled.outlets });
    expect(found?.draft?.startsAt).toBe(later.startsAt);
  });

  describe("and the invitations", () => {
    const inviting = async (meeting: MeetingOfAgency, at: string, despite?: string) => {
      const ha = await reporter(db);
      return invite(db, meeting, [ha.id], signed(at), { despite });
    };

    it("go while a notice could still be in time, and are held back after", async () => {
      expect(await inviting(await conference(), DAY_BEFORE)).toMatchObject({ ok: true });
      expect(await inviting(await conference(), TOO_LATE)).toEqual({
        ...{ ok: false, reason: "notice-late" },
      });
    });

    it("go at the last hour when the notice was in time, and are held back when it was late", async () => {
      const [inTime, late] = [await conference(), await conference()];
      await sent(inTime);
      await sent(late, TOO_LATE);
      const lastHour = "2026-09-10T01:00:00.000Z";

      expect(await inviting(inTime, lastHour)).toMatchObject({ ok: true });
      expect(await inviting(late, lastHour)).toEqual({ ok: false, reason: "notice-late" });
    });

    it("go with a reason, which stands in the log and holds until the meeting moves", async () => {
      const meeting = await conference();

      expect(await inviting(meeting, TOO_LATE, "  ")).toMatchObject({ ok: false });
      expect(await inviting(meeting, TOO_LATE, "Sạt lở")).toMatchObject({ ok: true });
      expect(await auditOf(db)).toContainEqual(
        expect.objectContaining({
          ...{ act: "notice.waived", particulars: { subject: meeting.subject, reason: "Sạt lở" } },
        }),
      );
      expect(await inviting(meeting, TOO_LATE)).toMatchObject({ ok: true });
      const moved = wanted({
        startsAt: "2026-09-10T03:00:00.000Z",
        endsAt: "2026-09-10T04:00:00.000Z",
      });
      await changeMeeting(db, meeting, moved, signed(TOO_LATE), { reason: "Dời" });
      const now = await of(meeting as Row<"meeting">);
      expect(await heldBack(db, now, "2026-09-09T06:00:00.000Z")).toBe("notice-late");
    });

    it("do not go at all once the authority has said no, whatever the reason", async () => {
      const meeting = await conference();
      const no = { number: "99/UBND-VX", reason: "Thiếu tài liệu" };

      expect(await recordProhibition(db, meeting, no, signed())).toMatchObject({ ok: false });
      await sent(meeting);
      expect(await recordProhibition(db, meeting, no, signed(DAY_BEFORE))).toEqual({ ok: true });
      expect(await recordProhibition(db, meeting, no, signed(DAY_BEFORE))).toMatchObject({
        ...{ ok: false, reason: "already-forbidden" },
      });
      expect((await standing(meeting))?.state).toBe("forbidden");
      expect(await inviting(meeting, DAY_BEFORE, "Vì thế")).toEqual({
        ...{ ok: false, reason: "notice-forbidden" },
      });
    });

    it("of a province's own conference are never held back", async () => {
      const meeting = await conference({}, "91");

      expect(await heldBack(db, meeting, TOO_LATE)).toBeUndefined();
    });
  });

  it("suggests the press agencies of those whom letters may go to", async () => {
    const meeting = await conference({});
    const outletOf = (id: string) => ({
      id,
      provinceId: "2025-91",
      name: id,
      type: "print" as const,
    });
    for (const id of ["Báo A", "Báo B"]) {
      await db.insertInto("outlet").values(outletOf(id)).execute();
      await reporter(db, { name: id, outletId: id });
    }
    const suggested = async () => (await noticeDefaults(db, meeting, null)).outlets;
    expect(await suggested()).toBe("Báo A\nBáo B");
    const theirs = db.selectFrom("journalist").select("email").where("outletId", "=", "Báo B");
    for (const one of await theirs.execute())
      await suppress(db, { provinceId: "2025-91", ...one, ground: "dead_address" }, signed());

    expect(await suggested()).toBe("Báo A");
  });

  it("lists press agencies in its paper and nowhere a journalist", async () => {
    const meeting = await conference({ chair: "Ông Trần Văn Bé" });
    const ha = await reporter(db);
    const outlet = {
      id: "bao",
      provinceId: "2025-91",
      name: "Báo An Giang",
      type: "print",
    } as const;
    await db.insertInto("outlet").values(outlet).execute();
    await db.updateTable("journalist").set({ outletId: outlet.id }).execute();
    await invite(db, meeting, [ha.id], signed());
    const found = await standing(meeting);
    const form = await noticeDefaults(db, meeting, found ?? null);
    await draftNotice(db, meeting, { ...filled, outlets: form.outlets }, signed());
    const draft = (await standing(meeting))?.draft;
    const bytes = draft && (await noticePaper(db, meeting, draft));
    const xml = new TextDecoder().decode(unzipSync(bytes as Uint8Array)["word/document.xml"]);
    const text = xml.replaceAll(/<[^>]+>/g, "");

    expect(form.recipient).toBe("Ủy ban nhân dân tỉnh An Giang");
    for (const said of [
      "Số: 125/UBND-VX",
      "1. Địa điểm: Hội trường A",
      "2. Thời gian: từ 09 giờ 00",
      "3. Nội dung: Họp báo tháng 9",
      "4. Người chủ trì: Ông Trần Văn Bé",
      "Báo cáo số 45/BC-UBND",
      "237/2026/NĐ-CP",
    ])
      expect(text).toContain(said);
    expect(text).toContain("Báo An Giang");
    expect(text).not.toContain(ha.name);
  });
});
