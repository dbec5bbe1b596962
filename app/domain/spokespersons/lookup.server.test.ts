import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided, emptyRegister } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { historyOf } from "../areas/history.server.ts";
import { lookUp, lookUpCode, speakersWithin } from "./lookup.server.ts";

describe.each(databases)("who speaks for a ward, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    await aroundLongXuyen(opened.db);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(opened.db));

  const ask = async (query: string, at = MORNING) =>
    (await lookUp(opened.db, { query, limit: 1, at }))[0];

  it("answers with those who may speak at that moment", async () => {
    const agency = await committee(opened.db);
    await assigned(opened.db, agency, decided({ untilDay: "2026-08-31" }));
    await assigned(opened.db, agency, decided({ name: "Hà", fromDay: "2026-09-01" }));

    const today = await ask("long xuyen");
    const yesterday = await ask("long xuyen", "2026-08-31T16:59:00.000Z");
    expect(today?.speakers.map(({ name }) => name)).toEqual(["Hà"]);
    expect(yesterday?.speakers.map(({ name }) => name)).toEqual(["Nguyễn Văn An"]);
  });

  it("names the one to ask in each successor of a divided unit", async () => {
    await assigned(opened.db, { id: "pc-30346" }, decided({ name: "Kim" }));
    const answer = await ask("xa phuoc hung");

    const asked = answer?.successors.map(({ area, speaker }) => [area.code, speaker?.name]);
    expect(asked).toEqual([
      ["30337", undefined],
      ["30346", "Kim"],
      ["30352", undefined],
    ]);
  });

  it("sends to the province where nobody is on record, and only there", async () => {
    await assigned(opened.db, await committee(opened.db, "91"), decided({ name: "Lan" }));
    await assigned(opened.db, await committee(opened.db));

    expect((await ask("binh duc"))?.instead?.speaker.name).toBe("Lan");
    expect((await ask("phuoc hung"))?.instead?.speaker.name).toBe("Lan");
    expect((await ask("long xuyen"))?.instead).toBeNull();
    expect((await ask("my binh"))?.instead).toBeNull();
  });

  it("names nobody for a day on which the unit was not there", async () => {
    const early = decided({ fromDay: "2025-01-01", untilDay: "2026-12-31" });
    await assigned(opened.db, await committee(opened.db), early);
    const answer = await lookUpCode(opened.db, { code: "30307", at: "2025-06-30T05:00:00.000Z" });

    expect(answer).toMatchObject({ existed: false, speakers: [], instead: null });
  });

  it("puts first what was there on the day, also a province that kept its name", async () => {
    const found = async (query: string, at?: string) =>
      (await lookUp(opened.db, { query, limit: 3, at: at ?? MORNING })).map(({ area, existed }) => [
        area.id,
        existed,
      ]);
    const then = "2025-06-30T05:00:00.000Z";

    expect((await found("Long Xuyên", then)).slice(0, 2)).toEqual([
      ["2004-thanh-pho-long-xuyen-an-giang", true],
      ["2025-30307", false],
    ]);
    expect((await found("tỉnh An Giang", then)).slice(0, 2)).toEqual([
      ["2004-tinh-an-giang", true],
      ["2025-91", false],
    ]);
    expect((await found("Long Xuyên"))[0]).toEqual(["2025-30307", true]);
    expect((await found("tỉnh An Giang")).map(([id]) => id)).not.toContain("2004-tinh-an-giang");
    expect((await found("Long Xuyên", "2025-07-01T05:00:00.000Z"))[0]?.[0]).toBe("2025-30307");
  });

  it("lists the units of a province, with who speaks and without", async () => {
    await assigned(opened.db, { id: "pc-30337" }, decided({ name: "Minh" }));
    const units = await speakersWithin(opened.db, "2025-91", MORNING);

    const named = units.map(({ area, speaker }) => [area.name, speaker?.name ?? null]);
    expect(named).toEqual([
      ["An Phú", "Minh"],
      ["Bình Đức", null],
      ["Long Xuyên", null],
      ["Nhơn Hội", null],
      ["Phú Hữu", null],
    ]);
  });

  it("knows what a unit was formed from and was called", async () => {
    const longXuyen = await historyOf(opened.db, "2025-30307");
    const dongNai = await historyOf(opened.db, "2025-75");

    expect(longXuyen.predecessors.map(({ fullName }) => fullName).sort()).toEqual([
      "Phường Mỹ Bình",
      "Phường Mỹ Hòa",
      "Phường Mỹ Xuyên",
    ]);
    expect(dongNai.names).toMatchObject([{ fullName: "Tỉnh Đồng Nai", untilDay: "2026-04-29" }]);
  });
});
