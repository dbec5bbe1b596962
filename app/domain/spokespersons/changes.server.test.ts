import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endOf } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Moment } from "#db/tables.ts";
import { endAssignment } from "./assignments.server.ts";
import { changesOf } from "./changes.server.ts";
import { type Change, changeCursor, changeSentence, readChangeCursor } from "./changes.ts";
import { revokeDelegation } from "./delegations.server.ts";

const DECEMBER = "2026-12-01T00:00:00.000Z";
const WHOLE = { until: DECEMBER, limit: 1000 };

describe.each(databases)("what changed in public, from $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: { id: string };

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyRegister(db);
    await db.deleteFrom("agencyName").execute();
    await db.deleteFrom("agencySuccession").execute();
  });

  const kinds = (changes: Change[]) => changes.map(({ kind }) => kind);
  const later = (at: Moment) => ({ ...byLan, at });

  it("is nothing when nothing was published", async () => {
    const { id } = await assigned(db, ward);
    await db
      .updateTable("assignment")
      .set({ publishedAt: null, publishedBy: null, annulledAt: MORNING, endRecordedAt: MORNING })
      .where("id", "=", id)
      .execute();

    expect(await changesOf(db, { agencyId: ward.id }, WHOLE)).toEqual([]);
  });

  it("tells of publication and end, newest first, in both languages", async () => {
    const an = await assigned(db, ward);
    const end = { endDay: "2026-09-30", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, an, end, later("2026-09-20T02:00:00.000Z"));
    const changes = await changesOf(db, { agencyId: ward.id }, WHOLE);

    expect(changes).toEqual([
      expect.objectContaining({
        id: `ended-${an.id}`,
        at: "2026-09-20T02:00:00.000Z",
        kind: "ended",
        until: "2026-09-30",
      }),
      {
        id: `published-${an.id}`,
        at: MORNING,
        kind: "published",
        agency: {
          id: ward.id,
          name: "Ủy ban nhân dân phường Long Xuyên",
          nameEn: "People's Committee of Long Xuyen",
        },
        areaCode: "30307",
        provinceId: "2025-91",
        person: "Nguyễn Văn An",
        capacity: "head",
        matter: null,
        basis: { number: "118/QĐ-UBND", date: "2025-06-30" },
        from: "2025-07-01",
        until: null,
        other: null,
        changed: [],
      },
    ]);
    expect(changes.map((change) => changeSentence(messagesIn("vi"), change))).toEqual([
      "Nguyễn Văn An thôi là người đứng đầu cơ quan, đến hết 30/09/2026.",
      "Công bố Nguyễn Văn An, người đứng đầu cơ quan, từ 01/07/2025, theo Quyết định số 118/QĐ-UBND ngày 30/06/2025.",
    ]);
    expect(changes.map((change) => changeSentence(messagesIn("en"), change))[0]).toBe(
      "Nguyễn Văn An is no longer head of agency, last day 30/09/2026.",
    );
  });

  it("tells of a delegation that runs out by itself, at that moment and not before", async () => {
    await assigned(db, ward);
    const { untilAt } = written();
    await delegated(db, ward);
    const justBefore = new Date(Date.parse(untilAt) - 1).toISOString();
    const known = await changesOf(db, { agencyId: ward.id }, { until: justBefore, limit: 9 });
    const then = await changesOf(db, { agencyId: ward.id }, { until: untilAt, limit: 9 });

    expect(kinds(known).toSorted()).toEqual(["delegated", "published"]);
    expect(then[0]).toMatchObject({
      kind: "delegation-ended",
      at: untilAt,
      capacity: "authorised",
    });
  });

  it("tells of a revoked delegation once, with the moment it ended", async () => {
    await assigned(db, ward);
    const cuc = await delegated(db, ward);
    const endAt = "2026-09-01T05:00:00.000Z";
    await revokeDelegation(db, cuc, { endAt, reason: "Đã xong" }, later(endAt));
    const changes = await changesOf(db, { agencyId: ward.id }, WHOLE);

    expect(changes[0]).toMatchObject({ kind: "revoked", at: endAt, until: endAt });
    expect(kinds(changes).toSorted()).toEqual(["delegated", "published", "revoked"]);
  });

  it("tells when a planned last day was over, in Viet Nam", async () => {
    await assigned(db, ward, decided({ untilDay: "2026-10-15" }));
    const over = endOf("2026-10-15");
    const [ended] = await changesOf(db, { agencyId: ward.id }, { until: over, limit: 1 });
    const before = await changesOf(
      db,
      { agencyId: ward.id },
      { until: new Date(Date.parse(over) - 1).toISOString(), limit: 9 },
    );

    expect(ended).toMatchObject({ kind: "ended", at: over, until: "2026-10-15" });
    expect(kinds(before)).toEqual(["published"]);
  });

  it("does not tell of an end that had passed before the entry was published", async () => {
    await assigned(db, ward, decided({ untilDay: "2026-05-31" }));

    expect(kinds(await changesOf(db, { agencyId: ward.id }, WHOLE))).toEqual(["published"]);
  });

  it("tells of a correction in one entry, and of a mistake taken off", async () => {
    const { id } = await assigned(db, ward);
    const wrong = await db
      .selectFrom("assignment")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const annulledAt = "2026-09-02T01:00:00.000Z";
    await db.updateTable("assignment").set({ annulledAt }).where("id", "=", id).execute();
    const removed = await changesOf(db, { agencyId: ward.id }, WHOLE);
    const fresh = { ...wrong, id: randomUUID(), phone: "1", publishedAt: annulledAt };
    await db
      .insertInto("assignment")
      .values({ ...fresh, replacesId: id })
      .execute();
    const corrected = await changesOf(db, { agencyId: ward.id }, WHOLE);

    expect(kinds(removed)).toEqual(["annulled", "published"]);
    expect(kinds(corrected)).toEqual(["corrected", "published"]);
  });

  it("tells of a new name, and of an agency that closed with who goes on", async () => {
    const next = await committee(db, "30292");
    await db
      .insertInto("agencyName")
      .values({
        id: "n1",
        agencyId: ward.id,
        name: "Ủy ban nhân dân phường Mỹ Bình",
        nameEn: "People's Committee of My Binh",
        untilDay: "2026-08-31",
        basis: "Nghị quyết 1/NQ-HĐND",
        recordedAt: MORNING,
        recordedBy: "lan",
      })
      .execute();
    await db
      .insertInto("agencySuccession")
      .values({
        formerId: ward.id,
        successorId: next.id,
        day: "2026-10-01",
        basis: "Nghị quyết 2/NQ-HĐND",
        recordedAt: "2026-09-15T01:00:00.000Z",
        recordedBy: "lan",
      })
      .execute();
    const changes = await changesOf(db, { provinceId: "2025-91" }, WHOLE);

    expect(changes.map((change) => changeSentence(messagesIn("vi"), change))).toEqual([
      "Cơ quan kết thúc hoạt động, Ủy ban nhân dân phường Bình Đức tiếp nhận công việc (Nghị quyết 2/NQ-HĐND).",
      "Cơ quan đổi tên; đến hết 31/08/2026 gọi là Ủy ban nhân dân phường Mỹ Bình. Căn cứ: Nghị quyết 1/NQ-HĐND.",
    ]);
    expect(changeSentence(messagesIn("en"), changes[1] as Change)).toContain("My Binh until");
  });

  it("keeps to its scope: an agency, a province, the country", async () => {
    const [sister, other] = [await committee(db, "30292"), await committee(db, "00004")];
    for (const agency of [ward, sister, other]) await assigned(db, agency);
    const agenciesIn = async (scope: Parameters<typeof changesOf>[1]) =>
      (await changesOf(db, scope, WHOLE)).map(({ agency }) => agency.id).toSorted();

    expect(await agenciesIn({ agencyId: sister.id })).toEqual([sister.id]);
    expect(await agenciesIn({ provinceId: "2025-91" })).toEqual([sister.id, ward.id].toSorted());
    expect(await agenciesIn({ all: true })).toHaveLength(3);
  });

  it("is read on in pages without a gap or a repetition, though hundreds share a moment", async () => {
    for (const code of ["30307", "30292", "00004", "19777"] as const) {
      const agency = await committee(db, code);
      for (let year = 2000; year < 2015; year++) {
        const years = { fromDay: `${year}-01-01`, untilDay: `${year}-12-31` };
        await assigned(db, agency, decided(years));
      }
      const head = decided({ untilDay: "2026-11-01" });
      await assigned(db, agency, head);
      for (let n = 0; n < 5; n++)
        await delegated(db, agency, written({ documentNo: `${n}/UQ`, matter: `Việc ${n}` }));
    }
    const whole = await changesOf(db, { all: true }, { ...WHOLE, oldestFirst: true });
    const onwards: Change[] = [];
    for (;;) {
      const last = onwards.at(-1);
      const since = last && readChangeCursor(changeCursor(last));
      const range = { until: DECEMBER, limit: 7, since, oldestFirst: true };
      const page = await changesOf(db, { all: true }, range);
      if (page.length === 0) break;
      onwards.push(...page);
    }
    const back: Change[] = [];
    for (;;) {
      const range = { until: DECEMBER, limit: 7, before: back.at(-1) };
      const page = await changesOf(db, { all: true }, range);
      if (page.length === 0) break;
      back.push(...page);
    }

    expect(whole).toHaveLength(4 * (16 + 1 + 5 + 5));
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    expect(onwards).toEqual(whole);
    expect(back.toReversed()).toEqual(whole);
  });
});

describe("a cursor", () => {
  it("is read back as it was written", () => {
    const place = { at: MORNING, id: "published-7" };

    expect(readChangeCursor(changeCursor(place))).toEqual(place);
    expect(readChangeCursor(MORNING)).toEqual({ at: MORNING, id: "" });
  });

  it.each(["", "gestern", "2026-09-01", `${MORNING}~a b`, `${MORNING}~a~b`])(
    "is refused when it is none: %j",
    (text) => {
      expect(readChangeCursor(text)).toBeUndefined();
    },
  );
});
