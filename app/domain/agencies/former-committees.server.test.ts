import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened, openSqlite } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { signed } from "#app/test/press-room.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { placesOf } from "../areas/areas.server.ts";
import { loadMap } from "../areas/map.server.ts";
import { assign } from "../spokespersons/assignments.server.ts";
import { annulAssignment, correctAssignment } from "../spokespersons/corrections.server.ts";
import { delegate } from "../spokespersons/delegations.server.ts";
import { formerBooksFor } from "../spokespersons/former-books.server.ts";
import { lookUp, lookUpCode } from "../spokespersons/lookup.server.ts";
import { findAgencyFor, findBooksFor, holdBooks } from "./agencies.server.ts";
import { findFormerCommittee, formerCommittee } from "./former-committees.server.ts";

const myBinh = { id: "pc-2004-30280" };
const head = decided({
  ...{ name: "Dương Văn Tám", decisionNo: "402/QĐ-UBND", decisionDay: "2021-07-01" },
  ...{ fromDay: "2021-07-02", untilDay: null },
});
const MARCH = "2025-03-01T05:00:00.000Z";

describe.each(databases)("the People's Committee of a former unit, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    await aroundLongXuyen(opened.db);
    await committee(opened.db, "00004");
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyRegister(opened.db);
    await opened.db.deleteFrom("agency").where("provinceId", "is not", null).execute();
  });

  const inBooks = () =>
    opened.db.selectFrom("agency").select("id").where("provinceId", "is not", null).execute();

  it("is there without a line in the books, which it gets with its first entry", async () => {
    const found = await findFormerCommittee(opened.db, myBinh.id);
    const before = await inBooks();
    await assigned(opened.db, myBinh, head);
    await assigned(opened.db, myBinh, { ...head, capacity: "regular" });

    expect(found).toMatchObject({
      ...{ id: "pc-2004-30280", areaId: "2004-30280", kind: "peoples_committee" },
      ...{ name: "Ủy ban nhân dân phường Mỹ Bình", nameEn: "People's Committee of My Binh Ward" },
      ...{ untilDay: "2025-06-30", provinceId: "2025-91", heirId: "pc-30307" },
    });
    expect(before).toEqual([]);
    expect(await inBooks()).toEqual([myBinh]);
  });

  it.each([
    { id: "pc-2004-30358", heirId: null, what: "a divided commune" },
    { id: "pc-2004-thanh-pho-long-xuyen-an-giang", heirId: "pc-30307", what: "a district" },
    { id: "pc-2004-tinh-an-giang", heirId: null, what: "a province" },
  ])("is kept for $what by its province, read from the books as from the map", async (asked) => {
    const atlas = await placesOf(opened.db);
    const area = atlas.entry(asked.id.replace("pc-", ""));

    const found = await findFormerCommittee(opened.db, asked.id);
    expect(found).toMatchObject({ provinceId: "2025-91", heirId: asked.heirId });
    expect(area && formerCommittee(atlas, area)).toEqual(found);
  });

  it.each(["pc-30307", "pc-2004-99999", "pc-2004-", "pc-2004-30307x", "91-so-y-te"])(
    "is none of %s",
    async (id) => {
      expect(await findFormerCommittee(opened.db, id)).toBeUndefined();
      await opened.db.transaction().execute((trx) => holdBooks(trx, [id], signed()));
      expect(await inBooks()).toEqual([]);
    },
  );

  it("answers for a day on which the unit was there, and its successor for a day since", async () => {
    await assigned(opened.db, myBinh, head);
    await assigned(opened.db, await committee(opened.db), decided({ name: "An" }));
    const on = async (at: string) =>
      (await lookUp(opened.db, { query: "phường Mỹ Bình, Long Xuyên", limit: 1, at }))[0];

    const then = await on("2025-06-30T16:59:59.000Z");
    const after = await on("2025-06-30T17:00:00.000Z");
    expect(then).toMatchObject({
      existed: true,
      agency: { id: "pc-2004-30280", name: "Ủy ban nhân dân phường Mỹ Bình" },
      speakers: [
        {
          ...{ name: "Dương Văn Tám", until: "2025-06-30", recommended: true },
          basis: { number: "402/QĐ-UBND", date: "2021-07-01" },
        },
      ],
      successors: [{ area: { code: "30307" }, existed: false, speaker: null }],
    });
    expect(after).toMatchObject({ existed: false, agency: null, speakers: [], instead: null });
    expect(after?.successors[0]?.speaker?.name).toBe("An");
    expect((await on("2021-07-01T05:00:00.000Z"))?.speakers).toEqual([]);
  });

  it("leads to the province of then where nobody is on record", async () => {
    await assigned(opened.db, { id: "pc-2004-tinh-an-giang" }, { ...head, name: "Lan" });
    const [answer] = await lookUp(opened.db, { query: "phước hưng an phú", limit: 1, at: MARCH });

    expect(answer?.agency?.id).toBe("pc-2004-30358");
    expect(answer?.instead).toMatchObject({
      agency: { name: "Ủy ban nhân dân tỉnh An Giang" },
      speaker: { name: "Lan" },
    });
  });

  it("finds who spoke by name and number, on that day alone", async () => {
    await assigned(opened.db, myBinh, { ...head, phone: "0296 3 111 222" });
    const ask = async (query: string, at: string) =>
      (await lookUp(opened.db, { query, limit: 5, at })).map(({ area }) => area.id);

    expect(await ask("Dương Văn Tám", MARCH)).toEqual(["2004-30280"]);
    expect(await ask("0296 3 111 222", MARCH)).toEqual(["2004-30280"]);
    expect(await ask("Dương Văn Tám", MORNING)).not.toContain("2004-30280");
  });

  it.each([
    { what: "ends after the unit", details: { untilDay: "2025-07-01" } },
    { what: "begins after the unit", details: { fromDay: "2025-07-01", untilDay: null } },
  ])("takes nobody who $what", async ({ details }) => {
    const outcome = await assign(opened.db, myBinh, { ...head, ...details }, byLan);

    expect(outcome).toEqual({ ok: false, reason: "agency-closed" });
    expect(await inBooks()).toEqual([]);
  });

  it("takes delegations of its time by its head, until midnight of its last day", async () => {
    await assigned(opened.db, myBinh, head);
    const spring = written({
      ...{ documentDay: "2025-06-20", documentNo: "9/UQ-UBND" },
      ...{ fromAt: "2025-06-20T01:00:00.000Z", untilAt: "2025-06-30T17:00:00.000Z" },
    });
    const longer = { ...spring, documentNo: "10/UQ", untilAt: "2025-06-30T17:00:01.000Z" };
    await delegated(opened.db, myBinh, spring);

    const answer = await lookUpCode(opened.db, {
      ...{ code: "30280", era: "2004" as const, at: "2025-06-30T16:00:00.000Z" },
      matter: "sạt lở",
    });
    expect(answer?.speakers.map(({ name }) => name)).toEqual(["Trần Thị Cúc", "Dương Văn Tám"]);
    expect(await delegate(opened.db, myBinh, longer, byLan)).toEqual({
      ...{ ok: false, reason: "agency-closed" },
    });
  });

  it("has its entries put right and annulled like any other's", async () => {
    const entry = { ...(await assigned(opened.db, myBinh, head)), agencyId: myBinh.id };
    const mended = { ...head, name: "Dương Văn Tám Em" };
    const corrected = await correctAssignment(opened.db, entry, mended, { reason: "Sai" }, byLan);
    const late = { ...mended, untilDay: "2026-01-01" };

    const id = corrected.ok ? corrected.id : "";
    const named = async () =>
      (await lookUpCode(opened.db, { code: "30280", at: MARCH }))?.speakers.map((s) => s.name);
    expect(await named()).toEqual(["Dương Văn Tám Em"]);
    const again = { id, agencyId: myBinh.id, name: "" };
    expect(await correctAssignment(opened.db, again, late, { reason: "Sai" }, byLan)).toEqual({
      ...{ ok: false, reason: "agency-closed" },
    });
    await annulAssignment(opened.db, again, { reason: "Không có" }, byLan);
    expect(await named()).toEqual([]);
  });

  it("has its books kept by its province and by the officer of its only successor, by no one else", async () => {
    const keeps = async (code: Parameters<typeof committee>[1], id: string) => {
      const officer = await officerOf(opened.db, await committee(opened.db, code));
      return (await findBooksFor(opened.db, officer, id)) !== undefined;
    };

    expect(await keeps("91", myBinh.id)).toBe(true);
    expect(await keeps("30307", myBinh.id)).toBe(true);
    expect(await keeps("30292", myBinh.id)).toBe(false);
    expect(await keeps("01", myBinh.id)).toBe(false);
    expect(await keeps("00004", myBinh.id)).toBe(false);
    expect(await keeps("91", "pc-2004-30358")).toBe(true);
    expect(await keeps("30307", "pc-2004-30358")).toBe(false);
    expect(await keeps("30307", "pc-30307")).toBe(true);
  });

  it("is kept apart from today's agencies, in the books or not", async () => {
    await assigned(opened.db, myBinh, head);
    const officer = await officerOf(opened.db, await committee(opened.db, "91"));

    expect(await findAgencyFor(opened.db, officer, myBinh.id)).toBeUndefined();
  });

  it("is listed at the desk once something is entered, or when it is looked for", async () => {
    const province = await officerOf(opened.db, await committee(opened.db, "91"));
    const ward = await officerOf(opened.db, await committee(opened.db));
    const listed = async (officer: typeof ward, q = "") => {
      const { found, begun, whole } = await formerBooksFor(opened.db, officer, q);
      return { found: ids(found), begun: ids(begun), whole: ids(whole) };
    };
    const ids = (books: { area: { id: string }; entries: number }[]) =>
      books.map(({ area, entries }) => `${area.id} ${entries}`).sort();
    await assigned(opened.db, myBinh, head);

    const wards = ["2004-30280 1", "2004-30286 0", "2004-30307 0"];
    expect(await listed(province)).toEqual({ found: [], begun: ["2004-30280 1"], whole: [] });
    expect(await listed(ward)).toEqual({ found: [], begun: ["2004-30280 1"], whole: wards });
    expect((await listed(ward, "phước hưng")).found).toEqual([]);
    expect((await listed(province, "phước hưng")).found).toEqual(["2004-30358 0"]);
    expect((await listed(province, "tỉnh An Giang")).found).toEqual(["2004-tinh-an-giang 0"]);
  });
});

describe("the ten thousand committees of before", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openSqlite();
    await loadMap(opened.db);
  });
  afterAll(() => opened.close());

  it("belong to one province each, and stand in no book", async () => {
    const atlas = await placesOf(opened.db);
    const former = atlas.units("2004").map((area) => ({
      area,
      agency: formerCommittee(atlas, area),
      provinces: new Set(atlas.successorsOf(area.id).map(({ province }) => province.id)),
    }));

    expect(former.length).toBe(10_035 + 696 + 63);
    expect(former.filter(({ agency }) => !agency)).toEqual([]);
    expect(former.filter(({ provinces }) => provinces.size !== 1)).toEqual([]);
    const { n } = await opened.db
      .selectFrom("agency")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(3355);
  });
});
