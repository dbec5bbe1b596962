import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { called, department, founded } from "#app/test/departments.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { byLan } from "#app/test/register.ts";
import { findAgency, findAgencyFor, listAgenciesFor, listUnder } from "./agencies.server.ts";
import { nameOn } from "./agency.ts";
import { foundAgency } from "./founding.server.ts";
import { formerNamesOf, renameAgency } from "./renaming.server.ts";

const TODAY = "2026-09-01";

describe.each(databases)("agencies beside the committees, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    for (const table of ["account", "audit", "agencyName"] as const)
      await opened.db.deleteFrom(table).execute();
    await opened.db.deleteFrom("agency").where("underId", "is not", null).execute();
    await opened.db.deleteFrom("agency").execute();
  });

  it("are added under their province, with an address made of the name and a line in the log", async () => {
    const { db } = opened;
    const health = await department(db);

    expect(health).toMatchObject({
      id: "91-so-y-te",
      kind: "department",
      symbol: "SYT",
      areaId: "2025-91",
      provinceId: "2025-91",
      untilDay: null,
    });
    const log = await db.selectFrom("audit").select(["act", "agencyId"]).execute();
    expect(log).toEqual([{ act: "agency.founded", agencyId: "91-so-y-te" }]);
  });

  it("share a name with those of other provinces only, with or without marks", async () => {
    const { db } = opened;
    await department(db);
    const elsewhere = await department(db, {}, "46");
    const again = await foundAgency(db, { id: "2025-91" }, founded({ name: "SO Y TE" }), byLan);

    expect(elsewhere.id).toBe("46-so-y-te");
    expect(again).toEqual({ ok: false, reason: "name-taken" });
  });

  it("that are sub-departments belong to a department of the same province", async () => {
    const { db } = opened;
    const [health, theirs] = [await department(db), await department(db, {}, "46")];
    const inspectorate = await department(db, {
      ...called("Thanh tra tỉnh"),
      kind: "inspectorate",
    });
    const sub = (underId: string | null) =>
      foundAgency(
        db,
        { id: "2025-91" },
        founded({ ...called("Chi cục Dân số"), kind: "sub_department", underId }),
        byLan,
      );

    expect(await sub(null)).toEqual({ ok: false, reason: "under-missing" });
    expect(await sub(theirs.id)).toEqual({ ok: false, reason: "under-missing" });
    expect(await sub(inspectorate.id)).toEqual({ ok: false, reason: "under-missing" });
    expect(await sub("pc-91")).toEqual({ ok: false, reason: "under-missing" });
    expect(await sub(health.id)).toMatchObject({ ok: true });
    expect((await listUnder(db, health, TODAY)).map(({ name }) => name)).toEqual([
      "Chi cục Dân số",
    ]);
    const needless = founded({ ...called("Sở Tài chính"), underId: health.id });
    expect(await foundAgency(db, { id: "2025-91" }, needless, byLan)).toEqual({
      ok: false,
      reason: "under-needless",
    });
  });

  it("keep the names they had, each until its last day and by which paper", async () => {
    const { db } = opened;
    const { id } = await department(db, { ...called("Sở Nội vụ"), fromDay: "2025-07-01" });
    const fresh = { nameEn: "Home Affairs", symbol: "SNV", basis: "Nghị quyết số 5/NQ-HĐND" };
    const first = await renameAgency(
      db,
      { id },
      { ...fresh, name: "Sở Nội vụ và Lao động", fromDay: "2026-01-01" },
      byLan,
    );
    const second = await renameAgency(
      db,
      { id },
      { ...fresh, name: "Sở Tổ chức", fromDay: "2026-08-01" },
      byLan,
    );

    expect([first, second]).toEqual([{ ok: true }, { ok: true }]);
    const agency = await findAgency(db, id);
    const former = await formerNamesOf(db, id);
    expect(agency).toMatchObject({ id: "91-so-noi-vu", name: "Sở Tổ chức" });
    expect(former).toMatchObject([
      { name: "Sở Nội vụ và Lao động", untilDay: "2026-07-31", basis: fresh.basis },
      { name: "Sở Nội vụ", untilDay: "2025-12-31" },
    ]);
    const then = (day: string) => nameOn(agency as never, former, day).name;
    expect(
      ["2025-12-31", "2026-01-01", "2026-07-31", "2026-08-01"].map((day) => then(day)),
    ).toEqual(["Sở Nội vụ", "Sở Nội vụ và Lao động", "Sở Nội vụ và Lao động", "Sở Tổ chức"]);
  });

  it.each([
    ["committee-name", "pc-91", { name: "Ủy ban", fromDay: "2026-08-01" }],
    ["same-name", "91-so-y-te", { name: "Sở Y tế", fromDay: "2026-08-01" }],
    ["name-in-future", "91-so-y-te", { name: "Sở Sức khỏe", fromDay: "2026-09-02" }],
    ["name-before-start", "91-so-y-te", { name: "Sở Sức khỏe", fromDay: "2025-07-01" }],
  ])("are not renamed: %s", async (reason, id, wish) => {
    const { db } = opened;
    await department(db, { fromDay: "2025-07-01" });
    const name = { nameEn: "Department of Health", symbol: "SYT", basis: "QĐ 1", ...wish };

    expect(await renameAgency(db, { id }, name, byLan)).toEqual({ ok: false, reason });
    expect(await formerNamesOf(db, id)).toEqual([]);
  });

  it("are not renamed twice from one day", async () => {
    const { db } = opened;
    const { id } = await department(db);
    const name = { nameEn: "Health", symbol: null, basis: "QĐ 1", fromDay: "2026-08-01" };
    await renameAgency(db, { id }, { ...name, name: "Sở Sức khỏe" }, byLan);

    expect(await renameAgency(db, { id }, { ...name, name: "Sở Y học" }, byLan)).toEqual({
      ok: false,
      reason: "name-before-start",
    });
  });

  it("have their English name and symbol put right without a new name", async () => {
    const { db } = opened;
    const { id } = await department(db);
    const right = { name: "Sở Y tế", nameEn: "Health Department", symbol: "SYTE", basis: "QĐ 1" };

    expect(await renameAgency(db, { id }, { ...right, fromDay: "2026-08-01" }, byLan)).toEqual({
      ok: true,
    });
    expect(await formerNamesOf(db, id)).toEqual([]);
    expect(await findAgency(db, id)).toMatchObject({ nameEn: "Health Department", symbol: "SYTE" });
  });

  it("have officers who work for them alone; their province's committee works for them too", async () => {
    const { db } = opened;
    const health = await department(db);
    const sisters = await department(db, called("Sở Xây dựng"));
    await committee(db);
    const lan = await officerOf(db, health);
    const chief = await officerOf(db, await committee(db, "91"), "Minh");

    expect(lan).toMatchObject({ reach: "agency", provinceId: "2025-91", agencyId: health.id });
    const reached = async (officer: typeof lan) =>
      (await listAgenciesFor(db, officer, "2025-91", TODAY)).map(({ id }) => id);
    expect(await reached(lan)).toEqual([health.id]);
    expect(await reached(chief)).toEqual(["pc-91", sisters.id, health.id, "pc-30307"]);
    for (const { id } of [sisters, { id: "pc-91" }, { id: "pc-30307" }])
      expect(await findAgencyFor(db, lan, id)).toBeUndefined();
  });

  it("are no longer offered once they are closed", async () => {
    const { db } = opened;
    const health = await department(db);
    const chief = await officerOf(db, await committee(db, "91"), "Minh");
    await db.updateTable("agency").set({ untilDay: TODAY }).where("id", "=", health.id).execute();
    const offered = async (day: string) =>
      (await listAgenciesFor(db, chief, "2025-91", day)).map(({ id }) => id);

    expect(await offered(TODAY)).toContain(health.id);
    expect(await offered("2026-09-02")).not.toContain(health.id);
  });
});
