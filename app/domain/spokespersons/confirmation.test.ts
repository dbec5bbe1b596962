import { describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import {
  freshnessAt,
  freshnessSentence,
  isAmber,
  type Question,
  quarterDays,
  quarterOf,
  questionStateOf,
  type Upkeep,
} from "./confirmation.ts";

describe("a quarter", () => {
  it.each([
    ["2026-01-01", "2026-Q1"],
    ["2026-03-31", "2026-Q1"],
    ["2026-04-01", "2026-Q2"],
    ["2026-09-30", "2026-Q3"],
    ["2026-12-31", "2026-Q4"],
  ])("of %s is %s", (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  it.each([
    ["2026-Q1", "2026-01-01", "2026-04-01"],
    ["2026-Q4", "2026-10-01", "2027-01-01"],
  ])("%s runs from %s until before %s", (quarter, first, next) => {
    expect(quarterDays(quarter)).toEqual({ first, next });
  });

  it("is named as each language names it", () => {
    expect(messagesIn("vi").confirmations.quarter("2026-Q4")).toBe("quý IV/2026");
    expect(messagesIn("en").confirmations.quarter("2026-Q4")).toBe("Q4 2026");
  });
});

describe("how fresh an entry is", () => {
  const old: Upkeep = {
    publishedAt: "2026-02-03T03:00:00.000Z",
    confirmedAt: null,
    askedAt: null,
    bouncedAt: null,
  };
  const at = "2026-11-28T01:00:00.000Z";
  const fresh = (upkeep: Partial<Upkeep>, when = at) => freshnessAt(when)({ ...old, ...upkeep });
  const said = (upkeep: Partial<Upkeep>) => {
    const freshness = fresh(upkeep);
    return freshness && freshnessSentence(messagesIn("vi"), freshness);
  };

  it("is unconfirmed, in amber, when nobody stood by it in the quarter", () => {
    expect(fresh({})).toEqual({
      state: "unconfirmed",
      on: "2026-02-03",
      by: "publication",
      quarter: "2026-Q4",
    });
    expect(said({})).toBe("Chưa xác nhận trong quý IV/2026; gần nhất: công bố ngày 03/02/2026");
  });

  it("is confirmed by publication in the quarter, from its first moment in Viet Nam on", () => {
    expect(fresh({ publishedAt: "2026-09-30T17:00:00.000Z" })).toMatchObject({
      state: "confirmed",
      on: "2026-10-01",
      by: "publication",
    });
    expect(fresh({ publishedAt: "2026-09-30T16:59:59.999Z" })?.state).toBe("unconfirmed");
    expect(said({ publishedAt: "2026-10-05T00:00:00.000Z" })).toBe("Công bố ngày 05/10/2026");
  });

  it("is confirmed by a confirmation of the quarter, and keeps the day of an earlier one", () => {
    expect(said({ confirmedAt: "2026-10-05T00:00:00.000Z" })).toBe("Xác nhận ngày 05/10/2026");
    expect(fresh({ confirmedAt: "2026-07-05T00:00:00.000Z" })).toMatchObject({
      state: "unconfirmed",
      on: "2026-07-05",
      by: "confirmation",
    });
  });

  it("waits two weeks for an answer before it turns amber", () => {
    const asked = { askedAt: "2026-11-01T02:00:00.000Z" };

    expect(fresh(asked, "2026-11-14T16:59:59.000Z")?.state).toBe("asked");
    expect(fresh(asked, "2026-11-14T17:00:00.000Z")?.state).toBe("unconfirmed");
  });

  it("bounced is said, until somebody confirms all the same", () => {
    const bounced = { askedAt: at, bouncedAt: at };

    expect(fresh(bounced)?.state).toBe("bounced");
    expect(fresh({ ...bounced, confirmedAt: at })?.state).toBe("confirmed");
  });

  it("is amber when unconfirmed or bounced, and not otherwise", () => {
    const states = ["confirmed", "asked", "unconfirmed", "bounced"] as const;

    expect(states.map((state) => isAmber({ state }))).toEqual([false, false, true, true]);
  });

  it("is nothing before it was public", () => {
    expect(fresh({}, "2026-01-01T00:00:00.000Z")).toBeUndefined();
  });
});

describe("a question from a letter", () => {
  const open: Question = {
    quarter: "2026-Q4",
    confirmedAt: null,
    publishedAt: "2026-02-03T03:00:00.000Z",
    annulledAt: null,
    lastDay: null,
  };

  it.each([
    ["open", {}],
    ["open", { lastDay: "2026-11-28" }],
    ["ended", { lastDay: "2026-11-27" }],
    ["confirmed", { confirmedAt: "2026-11-01T00:00:00.000Z" }],
    ["superseded", { quarter: "2026-Q3" }],
    ["annulled", { annulledAt: "2026-11-01T00:00:00.000Z" }],
    ["annulled", { annulledAt: "2026-11-01T00:00:00.000Z", confirmedAt: "x" }],
    ["annulled", { publishedAt: null }],
  ] as [string, Partial<Question>][])("is %s with %j", (state, details) => {
    expect(questionStateOf({ ...open, ...details }, "2026-11-28")).toBe(state);
  });
});
