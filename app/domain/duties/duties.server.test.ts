import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import type { Db, Row } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { listDuties } from "./duties.server.ts";

describe.each(databases)("duties to the press on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("policy").where("scope", "<>", "national").execute();
  });

  const province = () => committee(db, "91");
  const held = async (startsAt: string, details: Partial<Row<"meeting">> = {}) =>
    briefing(db, await province(), { startsAt, heldAt: startsAt, ...details });
  const duties = async (at: string, agency = province()) =>
    (await listDuties(db, await officerOf(db, await agency), at)).map(
      ({ key, state, due, last, planned }) => ({
        ...{ key, state, day: due.day, last: last?.at, planned: planned?.at },
      }),
    );
  const conference = async (at: string) =>
    (await duties(at)).find(({ key }) => key === "briefing.province.max_gap");

  it("count from the day of the rule while nothing was done", async () => {
    expect(await duties("2026-07-10T02:00:00.000Z")).toEqual([
      { key: "info.province.monthly", state: "calm", day: "2026-08-03" },
      { key: "briefing.province.max_gap", state: "calm", day: "2026-10-01" },
    ]);
  });

  it("warn from three quarters of the gap and are overdue when it has passed", async () => {
    await held("2026-07-15T02:00:00.000Z");

    expect(await conference("2026-09-21T02:00:00.000Z")).toMatchObject({ state: "calm" });
    expect(await conference("2026-09-24T02:00:00.000Z")).toMatchObject({
      ...{ state: "soon", day: "2026-10-15", last: "2026-07-15T02:00:00.000Z" },
    });
    expect(await conference("2026-10-15T16:59:59.999Z")).toMatchObject({ state: "soon" });
    expect(await conference("2026-10-15T17:00:00.000Z")).toMatchObject({ state: "overdue" });
  });

  it("over Tết and a year's end fall on the next working day", async () => {
    await held("2026-11-06T02:00:00.000Z"); // three months on is the first day of Tết 2027

    expect((await conference("2027-01-01T02:00:00.000Z"))?.day).toBe("2027-02-09");
  });

  it("are done by what was held alone, not by a draft, a cancelled or a coming meeting", async () => {
    const day = "2026-08-10T02:00:00.000Z";
    await held(day, { heldAt: null });
    await held(day, { heldAt: null, cancelledAt: day });
    await held("2026-09-20T02:00:00.000Z", { heldAt: null });

    expect(await conference("2026-09-01T02:00:00.000Z")).toEqual({
      ...{ key: "briefing.province.max_gap", state: "calm", day: "2026-10-01", last: undefined },
      planned: "2026-09-20T02:00:00.000Z",
    });
  });

  it("of monthly information are done by a press coordination meeting, that of conferences are not", async () => {
    await held("2026-08-10T02:00:00.000Z", { kind: "press_coordination" });
    const found = await duties("2026-08-20T02:00:00.000Z");

    expect(found).toMatchObject([
      { key: "info.province.monthly", last: "2026-08-10T02:00:00.000Z" },
      { key: "briefing.province.max_gap", last: undefined },
    ]);
  });

  it("of monthly information are done by a statement once it is public, that of conferences are not", async () => {
    const { id: agencyId } = await province();
    const statement = {
      ...({ agencyId, kind: "press_release", language: "vi", title: "Thông cáo" } as const),
      ...{
        known: "",
        unknown: "",
        doing: "",
        speakerName: "An",
        speakerPosition: "Chánh Văn phòng",
      },
      ...({ speakerCapacity: "regular", draftedAt: signed().at, draftedBy: "lan" } as const),
    };
    const published = "2026-08-12T02:00:00.000Z";
    await held("2026-08-10T02:00:00.000Z", { kind: "press_coordination" });
    await db
      .insertInto("statement")
      .values([
        { ...statement, id: "public", publishedAt: published },
        { ...statement, id: "draft" },
      ])
      .execute();
    const last = async (at: string) => (await duties(at)).map(({ key, last }) => ({ key, last }));

    expect(await last("2026-08-20T02:00:00.000Z")).toEqual([
      { key: "info.province.monthly", last: published },
      { key: "briefing.province.max_gap", last: undefined },
    ]);
    expect((await last("2026-08-11T02:00:00.000Z"))[0]).toMatchObject({
      last: "2026-08-10T02:00:00.000Z",
    });
  });

  it("bind communes only where their province says so", async () => {
    const ward = () => committee(db);
    const at = "2026-09-05T02:00:00.000Z";
    expect(await duties(at, ward())).toEqual([]);

    const scope = { scope: "province", provinceId: (await ward()).provinceId } as const;
    const rule = {
      ...({ value: "6", clock: "months", statutory: false, reason: null } as const),
      ...{ fromDay: "2026-09-01", legalRef: "Quy chế tỉnh" },
    };
    const set = await setRule(db, { key: "briefing.commune.max_gap", ...scope }, rule, signed());
    expect(set).toMatchObject({ ok: true });
    expect(await duties(at, ward())).toEqual([
      { key: "briefing.commune.max_gap", state: "calm", day: "2027-03-01" },
    ]);
  });

  it("by the law before 01/07/2026 were counted as well", async () => {
    await held("2026-03-10T02:00:00.000Z");

    expect(await conference("2026-05-01T02:00:00.000Z")).toMatchObject({ day: "2026-06-10" });
  });
});
