import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endOf, startOf } from "#app/clock.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Moment } from "#db/tables.ts";
import { endAssignment } from "./assignments.server.ts";
import { revokeDelegation } from "./delegations.server.ts";
import { speakersOf, speakersOn } from "./speakers.server.ts";

describe.each(databases)("who speaks, from $name", ({ open }) => {
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

  const namesAt = async (at: Moment) =>
    (await speakersOf(db, ward, at)).map(
      ({ name, recommended }) => name + (recommended ? "*" : ""),
    );
  const secondBefore = (at: Moment) => new Date(Date.parse(at) - 1000).toISOString();

  it("is nobody when nobody was entered", async () => {
    expect(await namesAt(MORNING)).toEqual([]);
  });

  it("tells everything about each speaker, regular first", async () => {
    await assigned(db, ward);
    const bao = decided({
      name: "Trần Quốc Bảo",
      capacity: "regular",
      decisionNo: "87/QĐ-UBND",
      decisionDay: "2026-07-08",
      fromDay: "2026-07-10",
      untilDay: "2027-07-09",
    });
    const { id } = await assigned(db, ward, bao);
    await delegated(db, ward);
    const speakers = await speakersOf(db, ward, MORNING);

    expect(speakers.map(({ name, capacity, why }) => [name, capacity, why])).toEqual([
      ["Trần Quốc Bảo", "regular", "regular"],
      ["Nguyễn Văn An", "head", "head-beside"],
      ["Trần Thị Cúc", "authorised", "authorised"],
    ]);
    expect(speakers[0]).toEqual({
      id,
      documentId: null,
      publishedAt: MORNING,
      confirmed: { state: "confirmed", on: "2026-09-01", by: "publication", quarter: "2026-Q3" },
      personId: expect.any(String),
      agencyId: ward.id,
      name: "Trần Quốc Bảo",
      position: "Chủ tịch UBND phường",
      phone: "0296 3 852 852",
      email: "an@angiang.gov.vn",
      capacity: "regular",
      matter: null,
      from: "2026-07-10",
      until: "2027-07-09",
      basis: { number: "87/QĐ-UBND", date: "2026-07-08" },
      recommended: true,
      why: "regular",
    });
    expect(speakers[2]).toMatchObject({
      matter: "Sạt lở bờ sông",
      from: "2026-09-01T01:00:00.000Z",
      until: "2026-09-01T10:00:00.000Z",
      basis: { number: "25/UQ-UBND", date: "2026-09-01" },
      recommended: false,
    });
  });

  it("changes from one to the next at midnight in Viet Nam, not in Greenwich", async () => {
    await assigned(db, ward, decided({ name: "An", untilDay: "2026-03-15" }));
    await assigned(db, ward, decided({ name: "Hà", fromDay: "2026-03-16" }));
    const midnight = startOf("2026-03-16");

    expect(midnight).toBe("2026-03-15T17:00:00.000Z");
    expect(await namesAt(secondBefore(startOf("2025-07-01")))).toEqual([]);
    expect(await namesAt(startOf("2025-07-01"))).toEqual(["An*"]);
    expect(await namesAt(secondBefore(midnight))).toEqual(["An*"]);
    expect(await namesAt(midnight)).toEqual(["Hà*"]);
  });

  it("keeps an ended assignment to the end of its last day in fact", async () => {
    const assignment = await assigned(db, ward, decided({ untilDay: "2026-12-31" }));
    const end = { endDay: "2026-08-31", reason: "Chuyển công tác", decisionNo: null };
    await endAssignment(db, assignment, end, byLan);

    expect(await namesAt(secondBefore(endOf("2026-08-31")))).toEqual(["Nguyễn Văn An*"]);
    expect(await namesAt(endOf("2026-08-31"))).toEqual([]);
    expect((await speakersOf(db, ward, startOf("2026-08-31")))[0]?.until).toBe("2026-08-31");
  });

  it("begins and ends a delegation to the second", async () => {
    await assigned(db, ward, decided({ name: "An" }));
    await delegated(db, ward);

    expect(await namesAt("2026-09-01T00:59:59.999Z")).toEqual(["An*"]);
    expect(await namesAt("2026-09-01T01:00:00.000Z")).toEqual(["An*", "Trần Thị Cúc"]);
    expect(await namesAt("2026-09-01T09:59:59.000Z")).toEqual(["An*", "Trần Thị Cúc"]);
    expect(await namesAt("2026-09-01T10:00:00.000Z")).toEqual(["An*"]);
  });

  it("drops a delegation at the moment it is revoked", async () => {
    await assigned(db, ward, decided({ name: "An" }));
    const delegation = await delegated(db, ward);
    const endAt = "2026-09-01T05:00:00.000Z";
    await revokeDelegation(db, delegation, { endAt, reason: "Xong việc" }, byLan);

    expect(await namesAt("2026-09-01T04:59:59.000Z")).toEqual(["An*", "Trần Thị Cúc"]);
    expect(await namesAt(endAt)).toEqual(["An*"]);
  });

  it("keeps a delegate when the head has left, and recommends the first", async () => {
    const head = await assigned(db, ward);
    await delegated(db, ward, written({ untilAt: "2026-09-05T10:00:00.000Z" }));
    const later = written({ name: "Dung", matter: "Cháy chợ", documentNo: "26/UQ-UBND" });
    await delegated(db, ward, {
      ...later,
      fromAt: "2026-09-01T02:00:00.000Z",
      untilAt: "2026-09-05T10:00:00.000Z",
    });
    const end = { endDay: "2026-09-01", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, head, end, byLan);

    expect(await namesAt("2026-09-02T05:00:00.000Z")).toEqual(["Trần Thị Cúc*", "Dung"]);
  });

  it("answers for many agencies at once, each its own, and for one that does not exist with nobody", async () => {
    const other = await committee(db, "30292");
    await assigned(db, ward, decided({ name: "An" }));
    await assigned(db, other, decided({ name: "Ngân" }));
    const crowd = Array.from({ length: 1000 }, (_, i) => `pc-none-${i}`);
    const few = await speakersOn(db, [ward.id, "pc-none"], MORNING);
    const many = await speakersOn(db, [ward.id, other.id, ...crowd], MORNING);

    expect([...few].map(([id, all]) => [id, all.map(({ name }) => name)])).toEqual([
      [ward.id, ["An"]],
      ["pc-none", []],
    ]);
    expect(many.get(other.id)?.map(({ name }) => name)).toEqual(["Ngân"]);
    expect(many.size).toBe(1002);
  });
});
