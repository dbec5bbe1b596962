import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { byLan } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { dueFor, dueForMany, findRule } from "./due.server.ts";
import { addHoliday, findHoliday, removeHoliday } from "./holidays.server.ts";
import { loadLaw } from "./law.server.ts";
import {
  endRule,
  findPolicyFor,
  listPoliciesFor,
  type PolicyDetails,
  setRule,
  verifyRule,
} from "./policies.server.ts";
import type { PolicyKey, Scope } from "./policy.ts";

const KEY = "spokesperson.publish_after_decision";
const PROVINCE: Scope = { scope: "province", provinceId: "2025-91" };
const WARD: Scope = { scope: "agency", agencyId: "pc-30307", provinceId: "2025-91" };
const NATION: Scope = { scope: "national" };

/** A rule of twelve hours from 1 October 2026, unless something else is wanted. */
const decided = (details: Partial<PolicyDetails> = {}): PolicyDetails => ({
  value: "12",
  clock: "clock_hours",
  fromDay: "2026-10-01",
  legalRef: "Quyết định số 45/2026/QĐ-UBND",
  statutory: false,
  reason: null,
  ...details,
});

describe.each(databases)("rules in $name", ({ open }) => {
  let house: Opened;
  let db: Db;
  beforeAll(async () => {
    house = await open();
    db = house.db;
    for (const code of ["30307", "30292", "19777"] as const) await committee(db, code);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    for (const table of ["policy", "holiday", "audit", "setting", "account"] as const)
      await db.deleteFrom(table).execute();
    await loadLaw(db, { at: MORNING });
    await db.deleteFrom("holiday").execute();
  });

  const set = (scope: Scope, details = decided(), key: PolicyKey = KEY) =>
    setRule(db, { key, ...scope }, details, byLan);
  const must = async (...asked: Parameters<typeof set>) => {
    const outcome = await set(...asked);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome;
  };
  const audit = () => db.selectFrom("audit").selectAll().orderBy("at").execute();
  const heldOn = async (day: string, place = { agencyId: "pc-30307", provinceId: "2025-91" }) =>
    (await findRule(db, KEY, { day, ...place }))?.held.value;

  it("hold from their day on, and end the one before on the day before", async () => {
    await must(PROVINCE);
    await must(PROVINCE, decided({ value: "6", fromDay: "2026-11-01" }));

    expect(await heldOn("2026-09-30")).toBe("24");
    expect(await heldOn("2026-10-01")).toBe("12");
    expect(await heldOn("2026-10-31")).toBe("12");
    expect(await heldOn("2026-11-01")).toBe("6");
    const rows = await db
      .selectFrom("policy")
      .select(["value", "untilDay"])
      .where("scope", "=", "province")
      .orderBy("fromDay")
      .execute();
    expect(rows).toEqual([
      { value: "12", untilDay: "2026-10-31" },
      { value: "6", untilDay: null },
    ]);
    expect(await audit()).toMatchObject([
      { act: "policy.set", agencyId: "pc-91", by: "lan" },
      { act: "policy.set", agencyId: "pc-91" },
    ]);
  });

  it("of the nation follow the law's own", async () => {
    await must(NATION, decided({ value: "36", fromDay: "2027-01-01", statutory: true }));

    expect(await heldOn("2026-12-31")).toBe("24");
    expect(await heldOn("2027-01-01")).toBe("36");
    expect(await audit()).toMatchObject([{ act: "policy.set", agencyId: null }]);
  });

  it.each<{
    what: string;
    scope: Scope;
    details: Partial<PolicyDetails>;
    key?: PolicyKey;
    reason: string;
  }>([
    { what: "no number", scope: PROVINCE, details: { value: "soon" }, reason: "not-a-value" },
    {
      what: "a looser one",
      scope: PROVINCE,
      details: { value: "25" },
      reason: "looser-needs-reason",
    },
    {
      what: "an earlier notice made later",
      scope: WARD,
      details: { value: "12" },
      key: "pressconf.notice_before",
      reason: "looser-needs-reason",
    },
    {
      what: "grounds of refusal of a province's own",
      scope: PROVINCE,
      details: { value: "state_secret" },
      key: "refusal.codes",
      reason: "not-local",
    },
    {
      what: "a law that would begin before today's",
      scope: NATION,
      details: { fromDay: "2026-07-01" },
      reason: "later-rule",
    },
  ])("refuse $what, and leave no trace", async ({ scope, details, key, reason }) => {
    const before = await db.selectFrom("policy").selectAll().orderBy("id").execute();
    const outcome = await set(scope, decided(details), key);

    expect(outcome).toEqual({ ok: false, reason });
    expect(await db.selectFrom("policy").selectAll().orderBy("id").execute()).toEqual(before);
    expect(await audit()).toEqual([]);
  });

  it("take a looser one with its reason; an agency's is measured by its province's", async () => {
    await must(PROVINCE);

    expect(await set(WARD, decided({ value: "20" }))).toMatchObject({
      reason: "looser-needs-reason",
    });
    await must(WARD, decided({ value: "20", reason: "Đảo xa, sóng yếu" }));
    const rule = await findRule(db, KEY, { day: "2026-10-01", agencyId: "pc-30307" });
    expect(rule).toMatchObject({
      held: { value: "20", reason: "Đảo xa, sóng yếu" },
      national: { value: "24" },
      comparison: "stricter",
    });
  });

  it("step back when the law overtakes them", async () => {
    await must(PROVINCE);
    await must(NATION, decided({ value: "8", fromDay: "2027-01-01", statutory: true }));

    expect(await heldOn("2026-12-31")).toBe("12");
    expect(await heldOn("2027-01-01")).toBe("8");
  });

  it("are not set twice, nor in between", async () => {
    await must(WARD);

    expect(await set(WARD)).toEqual({ ok: false, reason: "later-rule" });
    expect(await set(WARD, decided({ fromDay: "2026-09-01" }))).toMatchObject({
      reason: "later-rule",
    });
    expect(await set(WARD, decided({ fromDay: "2026-12-01" }))).toEqual({
      ok: false,
      reason: "same-rule",
    });
  });

  it("are set once when two desks begin one on the same day", async () => {
    const outcomes = await Promise.all([set(WARD), set(WARD, decided({ value: "6" }))]);

    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const rows = db.selectFrom("policy").selectAll().where("scope", "=", "agency");
    expect(await rows.execute()).toHaveLength(1);
  });

  it("end on a day, once, and the one above holds again", async () => {
    const rule = await must(WARD);
    const end = (untilDay: string) => endRule(db, rule, { untilDay }, byLan);

    expect(await end("2026-09-29")).toEqual({ ok: false, reason: "end-before-start" });
    expect(await end("2026-10-15")).toEqual({ ok: true });
    expect(await end("2026-10-20")).toEqual({ ok: false, reason: "already-ended" });
    expect(await heldOn("2026-10-15")).toBe("12");
    expect(await heldOn("2026-10-16")).toBe("24");
    expect((await audit()).map(({ act, agencyId }) => [act, agencyId])).toEqual([
      ["policy.set", "pc-30307"],
      ["policy.ended", "pc-30307"],
    ]);
  });

  it("that were a mistake never held, and may be entered again for the same day", async () => {
    const rule = await must(WARD);
    await endRule(db, rule, { untilDay: "2026-09-30" }, byLan);

    expect(await heldOn("2026-10-01")).toBe("24");
    expect(await set(WARD, decided({ value: "6" }))).toMatchObject({ ok: true });
    expect(await heldOn("2026-10-01")).toBe("6");
  });

  it("are vetted by a lawyer by name, not on a day to come", async () => {
    const rule = await must(WARD);
    const signed = { ...byLan, today: "2026-09-01" };
    const by = { verifiedBy: "Luật sư Minh" };
    const early = await verifyRule(db, rule, { ...by, verifiedDay: "2026-09-02" }, signed);
    const done = await verifyRule(db, rule, { ...by, verifiedDay: "2026-09-01" }, signed);

    expect([early, done]).toEqual([{ ok: false, reason: "in-future" }, { ok: true }]);
    const row = db.selectFrom("policy").selectAll().where("id", "=", rule.id);
    expect(await row.executeTakeFirst()).toMatchObject({
      verifiedBy: "Luật sư Minh",
      verifiedDay: "2026-09-01",
    });
    expect((await audit()).at(-1)).toMatchObject({ act: "policy.verified", agencyId: "pc-30307" });
  });

  it("are seen by whom they bind and by whoever may set them", async () => {
    const province = await must(PROVINCE);
    const ward = await must(WARD, decided({ value: "6" }));
    const see = async (code: "91" | "30307" | "30292" | "46" | "19777") => {
      const officer = await officerOf(db, { id: `pc-${code}` });
      const seen = await listPoliciesFor(db, officer);
      const found = await Promise.all(
        [province, ward].map(async ({ id }) => !!(await findPolicyFor(db, officer, id))),
      );
      const local = seen.filter(({ scope }) => scope !== "national").map(({ id }) => id);
      expect(found).toEqual([local.includes(province.id), local.includes(ward.id)]);
      expect(seen.length).toBeGreaterThan(50);
      return found;
    };

    expect(await see("91")).toEqual([true, true]);
    expect(await see("30307")).toEqual([true, true]);
    expect(await see("30292")).toEqual([true, false]);
    expect(await see("46")).toEqual([false, false]);
    expect(await see("19777")).toEqual([false, false]);
  });

  const at = (day: string, time = "08:00") => new Date(`${day}T${time}:00+07:00`).toISOString();

  it("tell when something is due, by the law of the day it began", async () => {
    await addHoliday(db, { day: "2026-11-24", kind: "off", name: "Văn hóa", basis: "?" }, byLan);
    const due = (start: string, key: PolicyKey = "reply.forwarded_opinion") =>
      dueFor(db, key, { start });

    expect(await due(at("2026-11-23"))).toMatchObject({
      day: "2026-12-15",
      regime: "2026",
      rule: { legalRef: "Nghị định 237/2026/NĐ-CP, Điều 18 khoản 3", value: "15" },
    });
    expect(await due(at("2026-06-30", "23:59"))).toMatchObject({
      day: "2026-07-30",
      regime: "2017",
    });
    expect(await due(at("2017-03-29"))).toBeUndefined();
    expect(await due(at("2026-09-01"), "refusal.codes")).toBeUndefined();
    expect(await due(at("2026-09-01"), "briefing.commune.max_gap")).toBeUndefined();
    expect((await due(at("2026-07-01", "00:00"), "regulation.issue_within"))?.day).toBe(
      "2026-08-17",
    );
    expect((await due(at("2026-09-01"), KEY))?.at).toBe(at("2026-09-02"));
  });

  it("tell it for many at once as for each alone, with no query more", async () => {
    await must(PROVINCE);
    await must(WARD, decided({ value: "6" }));
    const places = [
      { agencyId: "pc-30307" },
      { agencyId: "pc-30292" },
      { agencyId: "pc-19777" },
      { provinceId: "2025-91" },
      {},
    ];
    const questions = ["2026-06-30", "2026-09-30", "2026-10-01"].flatMap((day) =>
      places.map((place) => ({ start: at(day), ...place })),
    );
    const queries: string[] = [];
    const counted = db.withPlugin({
      transformQuery: ({ node }) => {
        queries.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const together = await dueForMany(counted, KEY, questions);
    const asked = queries.length;
    const alone = await Promise.all(questions.map((question) => dueFor(db, KEY, question)));

    expect(together).toEqual(alone);
    expect(asked).toBe(3);
    expect(together.map((due) => due?.rule.value)).toEqual([
      ...[undefined, undefined, undefined, undefined, undefined],
      ...["24", "24", "24", "24", "24"],
      ...["6", "12", "24", "12", "24"],
    ]);
  });

  it("count with the holidays of the table, as they come and go", async () => {
    const dueDay = async () =>
      (await dueFor(db, "reply.forwarded_opinion", { start: at("2026-11-23") }))?.day;
    const culture = { day: "2026-11-24", kind: "off", name: "Văn hóa", basis: "?" } as const;
    const before = await dueDay();
    const added = await addHoliday(db, culture, byLan);
    const again = await addHoliday(db, culture, byLan);
    const meanwhile = await dueDay();
    const row = await findHoliday(db, culture.day);
    const removed = row && (await removeHoliday(db, row, byLan));

    expect([before, meanwhile, await dueDay()]).toEqual(["2026-12-14", "2026-12-15", "2026-12-14"]);
    expect([added, again, removed]).toEqual([
      { ok: true },
      { ok: false, reason: "day-taken" },
      { ok: true },
    ]);
    expect(row && (await removeHoliday(db, row, byLan))).toEqual({ ok: false, reason: "gone" });
    expect(await addHoliday(db, { ...culture, kind: "work" }, byLan)).toEqual({
      ok: false,
      reason: "work-on-weekday",
    });
    expect((await audit()).map(({ act }) => act).toSorted()).toEqual([
      "holiday.added",
      "holiday.removed",
    ]);
  });
});
