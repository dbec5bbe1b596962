import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import type { Db } from "#db/tables.ts";
import { endAssignment } from "./assignments.server.ts";
import type { DelegationDetails } from "./delegation.ts";
import { delegate, findDelegationFor, revokeDelegation } from "./delegations.server.ts";

describe.each(databases)("delegations in $name", ({ open }) => {
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

  it("enters one that the head gives in writing, for a matter, for a time", async () => {
    const head = await assigned(db, ward);
    const outcome = await delegate(db, ward, written(), byLan);
    const [row] = await db.selectFrom("delegation").selectAll().execute();
    const audit = await db
      .selectFrom("audit")
      .selectAll()
      .where("about", "=", row?.id ?? "")
      .execute();

    expect(outcome).toEqual({ ok: true, id: row?.id });
    expect(row).toMatchObject({
      grantorId: head.id,
      matter: "Sạt lở bờ sông",
      documentNo: "25/UQ-UBND",
      untilAt: "2026-09-01T10:00:00.000Z",
      endAt: null,
      recordedBy: "lan",
    });
    expect(audit).toMatchObject([{ act: "spokesperson.delegated", agencyId: ward.id }]);
  });

  it.each<{ what: string; details: Partial<DelegationDetails>; reason: string }>([
    {
      what: "an end at its start",
      details: { untilAt: "2026-09-01T01:00:00.000Z" },
      reason: "end-before-start",
    },
    {
      what: "a start the second before the day of signing begins in Viet Nam",
      details: { fromAt: "2026-08-31T16:59:59.000Z" },
      reason: "start-before-document",
    },
    {
      what: "a document signed before anybody was head",
      details: { documentDay: "2025-06-30" },
      reason: "no-head",
    },
    { what: "the head as delegate", details: { name: "nguyễn văn an" }, reason: "head-needs-none" },
  ])("refuses $what, and leaves no trace", async ({ details, reason }) => {
    await assigned(db, ward);
    const outcome = await delegate(db, ward, written(details), byLan);

    expect(outcome).toEqual({ ok: false, reason });
    expect(await db.selectFrom("delegation").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("audit").selectAll().execute()).toHaveLength(1);
  });

  it("takes one that begins with the very day of signing", async () => {
    await assigned(db, ward);
    const fromAt = "2026-08-31T17:00:00.000Z";

    expect((await delegate(db, ward, written({ fromAt }), byLan)).ok).toBe(true);
  });

  it("lets nobody delegate but the head: not a regular spokesperson, not another agency's head", async () => {
    await assigned(db, ward, decided({ name: "Bảo", capacity: "regular" }));
    await assigned(db, await committee(db, "30292"), decided());

    expect(await delegate(db, ward, written(), byLan)).toEqual({ ok: false, reason: "no-head" });
  });

  it("wants the head in office when it is signed and when it begins", async () => {
    const an = await assigned(db, ward, decided({ name: "An" }));
    const end = { endDay: "2026-09-02", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, an, end, byLan);
    await assigned(db, ward, decided({ name: "Hà", fromDay: "2026-09-03" }));
    const after = { fromAt: "2026-09-03T01:00:00.000Z", untilAt: "2026-09-04T01:00:00.000Z" };
    const signedByAn = await delegate(db, ward, written(after), byLan);
    const signedByHa = await delegate(
      db,
      ward,
      written({ ...after, documentDay: "2026-09-03" }),
      byLan,
    );

    expect(signedByAn).toEqual({ ok: false, reason: "no-head" });
    expect(signedByHa.ok).toBe(true);
  });

  it("goes on under a head who is appointed again", async () => {
    await assigned(db, ward, decided({ untilDay: "2026-09-02" }));
    await assigned(db, ward, decided({ fromDay: "2026-09-03" }));
    const after = { fromAt: "2026-09-03T01:00:00.000Z", untilAt: "2026-09-04T01:00:00.000Z" };

    expect((await delegate(db, ward, written(after), byLan)).ok).toBe(true);
  });

  it("enters the same document for the same person once, even when it is sent twice at once", async () => {
    await assigned(db, ward);
    const outcomes = await Promise.all([1, 2, 3].map(() => delegate(db, ward, written(), byLan)));
    const another = written({ documentNo: "26/UQ-UBND", besideReason: "hai ca" });
    const other = await delegate(db, ward, another, byLan);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "already-delegated" });
    expect(other.ok).toBe(true);
  });

  describe("revoking one", () => {
    const reason = "Đã xong việc";

    it.each([
      { endAt: "2026-09-01T00:59:59.000Z", outcome: { ok: false, reason: "end-before-start" } },
      { endAt: "2026-09-01T01:00:00.000Z", outcome: { ok: true } },
      { endAt: "2026-09-01T10:00:00.000Z", outcome: { ok: true } },
      { endAt: "2026-09-01T10:00:01.000Z", outcome: { ok: false, reason: "end-after-planned" } },
    ])("from $endAt, of 08:00–17:00: $outcome", async ({ endAt, outcome }) => {
      await assigned(db, ward);
      const delegation = await delegated(db, ward);

      expect(await revokeDelegation(db, delegation, { endAt, reason }, byLan)).toEqual(outcome);
    });

    it("happens once, is signed, and keeps what was planned", async () => {
      await assigned(db, ward);
      const delegation = await delegated(db, ward);
      const endAt = "2026-09-01T05:00:00.000Z";
      await revokeDelegation(db, delegation, { endAt, reason }, byLan);
      const again = await revokeDelegation(db, delegation, { endAt, reason: "khác" }, byLan);
      const row = await db.selectFrom("delegation").selectAll().executeTakeFirst();

      expect(again).toEqual({ ok: false, reason: "already-ended" });
      expect(row).toMatchObject({
        untilAt: "2026-09-01T10:00:00.000Z",
        endAt,
        endReason: reason,
        endRecordedBy: "lan",
      });
      const last = await db
        .selectFrom("audit")
        .select("act")
        .where("act", "like", "%revoked")
        .execute();
      expect(last).toHaveLength(1);
    });
  });

  it("is found by the ward's own officer and the province's, by nobody else's", async () => {
    await assigned(db, ward);
    const { id } = await delegated(db, ward);
    const found = async (code: Parameters<typeof committee>[1]) => {
      const officer = await officerOf(db, await committee(db, code));
      return (await findDelegationFor(db, officer, id))?.name;
    };

    expect(await found("30307")).toBe("Trần Thị Cúc");
    expect(await found("91")).toBe("Trần Thị Cúc");
    expect(await found("30292")).toBeUndefined();
    expect(await found("46")).toBeUndefined();
  });
});
