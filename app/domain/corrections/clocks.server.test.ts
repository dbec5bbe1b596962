import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { begun, clearCases, kept, LATER } from "#app/test/correction-desk.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { lawOnCases } from "./clocks.server.ts";
import type { OutletKind } from "./correction-case.ts";

describe.each(databases)("the law of the day on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearCases(db));

  const lawOn = async (day: string, kind: OutletKind, more: { conclusion?: string } = {}) => {
    const { id, ...rest } = await kept(db, (await begun(db, { outletKind: kind })).id);
    const round = {
      ...{ id: "r", asks: "feedback,correction,answer", conclusion: null, nextIssueDay: null },
      ...{ ...more, sentAt: `${day}T02:00:00.000Z`, answer: null },
    };
    const laws = await lawOnCases(db, [{ ...rest, id }], () => [round as never], LATER);
    return laws.get(id);
  };

  it.each([
    ["2026-06-30", "online", "3", "7"],
    ["2026-07-01", "online", "2", undefined],
    ["2026-06-30", "daily", "3", undefined],
    ["2026-07-01", "weekly", "2", undefined],
  ] as const)("of %s for %s has %s rounds, and %s days online", async (day, kind, rounds, days) => {
    const law = await lawOn(day, kind);
    expect(law?.rounds?.value).toBe(rounds);
    expect(law?.onlineDays?.value).toBe(days);
  });

  it.each([
    ["2026-06-30", "online", "0 clock_hours", "15 calendar_days", "Điều 42 khoản 5 điểm a"],
    ["2026-07-01", "online", "0 clock_hours", "15 working_days", "Điều 19 khoản 3 điểm a"],
    ["2026-06-30", "daily", "2 calendar_days", "15 calendar_days", "Điều 42 khoản 5 điểm b"],
    ["2026-07-01", "broadcast", "2 calendar_days", "15 working_days", "Điều 19 khoản 3 điểm b"],
  ] as const)("of %s for %s is %s and %s, by %s", async (day, kind, own, asked, article) => {
    const law = await lawOn(day, kind, { conclusion: "Kết luận số 5" });
    const [feedback, correction, answer] = law?.clocks.get("r") ?? [];
    for (const clock of [feedback, correction]) {
      const due = clock?.state === "due" ? clock.due : undefined;
      expect(`${due?.rule.value} ${due?.rule.clock}`).toBe(own);
      expect(due?.rule.legalRef).toContain(article);
      expect(due?.rule.verifiedBy, "nobody has looked at it").toBeNull();
    }
    const rule = answer?.state === "due" ? answer.due.rule : undefined;
    expect(`${rule?.value} ${rule?.clock}`).toBe(asked);
  });

  it("of a weekly is the next issue in both", async () => {
    for (const day of ["2026-06-30", "2026-07-01"])
      expect((await lawOn(day, "weekly"))?.clocks.get("r")?.[0]).toMatchObject({
        ...{ state: "next-issue", day: null, rule: { value: "next_issue" } },
      });
  });

  it("is the nation's alone: no province sets a press agency's times", async () => {
    const { provinceId } = await committee(db);
    const rule = {
      ...{ value: "10", clock: "working_days" as const, statutory: false, reason: "Thử" },
      ...{ fromDay: "2026-08-01", legalRef: "Quy chế tỉnh" },
    };
    const scope = { scope: "province", provinceId } as const;
    for (const key of ["press.answer_request", "press.correction.rare_reply"] as const)
      expect(await setRule(db, { key, ...scope }, rule, signed())).toEqual({
        ...{ ok: false, reason: "not-local" },
      });
  });
});
