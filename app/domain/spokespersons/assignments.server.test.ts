import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import type { Db } from "#db/tables.ts";
import type { AssignmentDetails } from "./assignment.ts";
import { assign, endAssignment, findAssignmentFor } from "./assignments.server.ts";
import { historyOf } from "./history.server.ts";
import { registryFor } from "./registry.server.ts";

describe.each(databases)("assignments in $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: { id: string };

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(db));

  const acts = async () =>
    (await db.selectFrom("audit").select("act").execute()).map(({ act }) => act);

  it("enters a head, signed, and writes it into the audit log", async () => {
    const outcome = await assign(db, ward, decided(), byLan);
    const [row] = await db.selectFrom("assignment").selectAll().execute();
    const [entry] = await db.selectFrom("audit").selectAll().execute();

    expect(outcome).toEqual({ ok: true, id: row?.id });
    expect(row).toMatchObject({ agencyId: ward.id, recordedBy: "lan", recordedAt: byLan.at });
    expect(row).toMatchObject({ fromDay: "2025-07-01", untilDay: null, endDay: null });
    expect(entry).toMatchObject({
      act: "spokesperson.assigned",
      about: row?.id,
      agencyId: ward.id,
      byName: "Lan",
    });
  });

  it.each<{ how: string; other: Partial<AssignmentDetails>; ok: boolean }>([
    { how: "on the day the first begins", other: { untilDay: "2026-03-01" }, ok: false },
    { how: "the day before it begins", other: { untilDay: "2026-02-28" }, ok: true },
    { how: "within it", other: { fromDay: "2026-05-01", untilDay: "2026-05-02" }, ok: false },
    { how: "around it", other: { untilDay: null }, ok: false },
    { how: "on its last day", other: { fromDay: "2026-08-31" }, ok: false },
    { how: "the day after it ends", other: { fromDay: "2026-09-01" }, ok: true },
    { how: "within it, as head", other: { fromDay: "2026-05-01", capacity: "head" }, ok: true },
  ])("a second regular spokesperson $how: taken is $ok", async ({ other, ok }) => {
    const first = { name: "Bảo", fromDay: "2026-03-01", untilDay: "2026-08-31" };
    await assigned(db, ward, decided({ ...first, capacity: "regular" }));
    const second = decided({ name: "Lộc", capacity: "regular", fromDay: "2025-07-01", ...other });
    const outcome = await assign(db, ward, second, byLan);

    expect(outcome.ok).toBe(ok);
    if (!outcome.ok)
      expect(outcome).toMatchObject({
        reason: "overlaps",
        other: { ...first, capacity: "regular" },
      });
  });

  it("lets a successor in the day after an earlier end, and another agency alone", async () => {
    const head = await assigned(db, ward);
    const end = { endDay: "2026-03-15", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, head, end, byLan);
    const early = await assign(db, ward, decided({ name: "Hà", fromDay: "2026-03-15" }), byLan);
    const right = await assign(db, ward, decided({ name: "Hà", fromDay: "2026-03-16" }), byLan);
    const elsewhere = await assign(db, await committee(db, "30292"), decided(), byLan);

    expect([early.ok, right.ok, elsewhere.ok]).toEqual([false, true, true]);
  });

  it("refuses a last day before the first, and leaves no trace", async () => {
    const outcome = await assign(db, ward, decided({ untilDay: "2025-06-30" }), byLan);

    expect(outcome).toEqual({ ok: false, reason: "until-before-from" });
    expect(await acts()).toEqual([]);
    expect(await db.selectFrom("person").selectAll().execute()).toEqual([]);
  });

  it("gives the day to one only when two desks enter a head at the same moment", async () => {
    const names = ["An", "Bình", "Cúc", "Dũng", "Em"];
    const outcomes = await Promise.all(
      names.map((name) => assign(db, ward, decided({ name }), byLan)),
    );

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await acts()).toEqual(["spokesperson.assigned"]);
  });

  it("knows somebody again by name within the agency, however it is typed, and nowhere else", async () => {
    const name = "Nguyễn  Thị Thủy";
    await assigned(db, ward, decided({ name: "Nguyễn Thị Thủy", untilDay: "2026-01-01" }));
    const again = decided({ name: name.normalize("NFD"), capacity: "regular" });
    await assigned(db, ward, again);
    await assigned(db, await committee(db, "30292"), decided({ name: "Nguyễn Thị Thủy" }));

    expect(await db.selectFrom("person").selectAll().execute()).toHaveLength(2);
  });

  describe("ending one", () => {
    const end = (endDay: string) => ({ endDay, reason: "Chuyển công tác", decisionNo: "9/QĐ" });

    it("records day, reason, decision and who recorded it, once", async () => {
      const assignment = await assigned(db, ward);
      const outcome = await endAssignment(db, assignment, end("2026-08-31"), byLan);
      const again = await endAssignment(db, assignment, end("2026-07-31"), byLan);
      const row = await db.selectFrom("assignment").selectAll().executeTakeFirst();

      expect(outcome).toEqual({ ok: true });
      expect(again).toEqual({ ok: false, reason: "already-ended" });
      expect(row).toMatchObject({
        untilDay: null,
        endDay: "2026-08-31",
        endReason: "Chuyển công tác",
        endDecisionNo: "9/QĐ",
        endRecordedBy: "lan",
        endRecordedAt: byLan.at,
      });
      expect(await acts()).toEqual(["spokesperson.assigned", "spokesperson.assignment-ended"]);
    });

    it.each([
      { endDay: "2025-06-30", outcome: { ok: false, reason: "end-before-start" } },
      { endDay: "2025-07-01", outcome: { ok: true } },
      { endDay: "2026-12-31", outcome: { ok: true } },
      { endDay: "2027-01-01", outcome: { ok: false, reason: "end-after-planned" } },
    ])("on $endDay, of a term 01/07/2025–31/12/2026: $outcome", async ({ endDay, outcome }) => {
      const assignment = await assigned(db, ward, decided({ untilDay: "2026-12-31" }));

      expect(await endAssignment(db, assignment, end(endDay), byLan)).toEqual(outcome);
    });

    it("is settled by the books when two desks end it at once", async () => {
      const assignment = await assigned(db, ward);
      const outcomes = await Promise.all(
        ["2026-08-01", "2026-08-02", "2026-08-03"].map((day) =>
          endAssignment(db, assignment, end(day), byLan),
        ),
      );

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  it("is found by the ward's own officer and the province's, by nobody else's", async () => {
    const { id } = await assigned(db, ward);
    const found = async (code: Parameters<typeof committee>[1]) => {
      const officer = await officerOf(db, await committee(db, code));
      return (await findAssignmentFor(db, officer, id))?.name;
    };

    expect(await found("30307")).toBe("Nguyễn Văn An");
    expect(await found("91")).toBe("Nguyễn Văn An");
    expect(await found("30292")).toBeUndefined();
    expect(await found("46")).toBeUndefined();
  });

  it("tells the whole history, newest first, with who delegated and why it ended", async () => {
    const an = await assigned(db, ward, decided({ name: "An" }));
    const end = { endDay: "2026-03-15", reason: "Nghỉ hưu", decisionNo: "401/QĐ" };
    await endAssignment(db, an, end, byLan);
    await assigned(db, ward, decided({ name: "Hà", fromDay: "2026-03-16" }));
    await delegated(db, ward);
    await assigned(db, ward, decided({ name: "Sau", capacity: "regular", fromDay: "2027-01-01" }));
    const history = await historyOf(db, ward.id);

    expect(history.map(({ name }) => name)).toEqual(["Sau", "Trần Thị Cúc", "Hà", "An"]);
    expect(history[1]).toMatchObject({ grantorName: "Hà", matter: "Sạt lở bờ sông" });
    expect(history[3]).toMatchObject({
      until: "2026-03-15",
      planned: null,
      endReason: "Nghỉ hưu",
      endDecisionNo: "401/QĐ",
    });
  });

  describe("the register of a province", () => {
    const registry = async (query: Parameters<typeof registryFor>[2], code = "91" as const) => {
      const officer = await officerOf(db, await committee(db, code));
      return registryFor(db, officer, query, byLan.at);
    };
    const idsOf = ({ entries }: Awaited<ReturnType<typeof registry>>) =>
      entries.map(({ agency }) => agency.id);

    beforeEach(async () => {
      await committee(db, "30292");
      await committee(db, "19777");
      await assigned(db, ward);
    });

    it("has the province first, then its communes by name, and no other province's", async () => {
      const found = await registry({});

      expect(idsOf(found)).toEqual(["pc-91", "pc-30292", "pc-30307"]);
      expect(found.counts).toEqual({ all: 3, designated: 1, missing: 2 });
    });

    it("shows who is missing, and finds by agency or speaker without marks", async () => {
      expect(idsOf(await registry({ status: "missing" }))).toEqual(["pc-91", "pc-30292"]);
      expect(idsOf(await registry({ q: "long xuyen" }))).toEqual(["pc-30307"]);
      expect(idsOf(await registry({ q: "NGUYEN an" }))).toEqual(["pc-30307"]);
      expect(idsOf(await registry({ q: "bình đức", status: "missing" }))).toEqual(["pc-30292"]);
      expect(idsOf(await registry({ q: "nowhere" }))).toEqual([]);
    });

    it("stays on a page that exists", async () => {
      const found = await registry({ page: 99 });

      expect([found.page, found.pages, found.total]).toEqual([1, 1, 3]);
    });

    it("is one agency for a ward's officer", async () => {
      const officer = await officerOf(db, ward);

      expect(idsOf(await registryFor(db, officer, {}, byLan.at))).toEqual(["pc-30307"]);
    });
  });

  it("counts a delegate as somebody who speaks", async () => {
    const head = await assigned(db, ward);
    await delegated(db, ward, written({ untilAt: "2026-09-09T10:00:00.000Z" }));
    const end = { endDay: "2026-09-01", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, head, end, byLan);
    const officer = await officerOf(db, ward);
    const found = await registryFor(db, officer, {}, "2026-09-05T01:00:00.000Z");

    expect(found.counts.designated).toBe(1);
  });
});
