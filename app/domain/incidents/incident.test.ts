import { describe, expect, it } from "vitest";
import { clockStart, instantProblems, outcomeOf } from "./incident.ts";
import { IncidentForm, readIncident } from "./incident-form.ts";

const NOW = "2026-09-01T01:00:00.000Z";
const none = { occurredAt: null, receivedAt: null, determinedAt: null };

/** The law as the house is furnished with it: occurrence until 30/06/2026, reception or determination since. */
const law = (day: string) => (day < "2026-07-01" ? ["occurred"] : ["received", "determined"]);

describe("the three instants", () => {
  it.each([
    ["nothing is known yet", {}, {}],
    ["all at once", { occurredAt: NOW, receivedAt: NOW, determinedAt: NOW }, {}],
    [
      "only the one that is to come is wrong",
      { occurredAt: "2026-09-02T01:00:00.000Z", receivedAt: NOW },
      { occurredAt: "in-the-future" },
    ],
    ["one is to come", { receivedAt: "2026-09-01T01:01:00.000Z" }, { receivedAt: "in-the-future" }],
    [
      "received before it occurred",
      { occurredAt: "2026-08-31T05:00:00.000Z", receivedAt: "2026-08-31T04:59:00.000Z" },
      { receivedAt: "out-of-order" },
    ],
    [
      "determined before it was received",
      { receivedAt: "2026-08-31T05:00:00.000Z", determinedAt: "2026-08-31T04:00:00.000Z" },
      { determinedAt: "out-of-order" },
    ],
    [
      "determined before it occurred, reception unknown",
      { occurredAt: "2026-08-31T05:00:00.000Z", determinedAt: "2026-08-31T04:00:00.000Z" },
      { determinedAt: "out-of-order" },
    ],
  ])("%s", (_, instants, problems) => {
    expect(instantProblems({ ...none, ...instants }, NOW)).toEqual(problems);
  });
});

describe("the instant from which the clock runs", () => {
  const incident = { ...none, clause: "7.3", openedAt: "2026-08-01T02:00:00.000Z" } as const;
  const lastOfJune = "2026-06-30T16:59:00.000Z"; // 23:59 in Viet Nam
  const firstOfJuly = "2026-06-30T17:00:00.000Z"; // 00:00 in Viet Nam, still June by UTC

  it.each([
    [
      "7.3",
      { occurredAt: "2026-08-01T00:00:00.000Z", receivedAt: "2026-08-01T01:00:00.000Z" },
      "received",
      "2026-08-01T01:00:00.000Z",
    ],
    ["7.3", { occurredAt: "2026-08-01T00:00:00.000Z" }, "received", null],
    ["7.4", { receivedAt: "2026-08-01T01:00:00.000Z" }, "determined", null],
    [
      "7.4",
      { receivedAt: "2026-08-01T01:00:00.000Z", determinedAt: "2026-08-01T03:00:00.000Z" },
      "determined",
      "2026-08-01T03:00:00.000Z",
    ],
    [
      "7.3",
      { occurredAt: "2026-06-20T01:00:00.000Z", receivedAt: "2026-06-20T09:00:00.000Z" },
      "occurred",
      "2026-06-20T01:00:00.000Z",
    ],
    [
      "7.4",
      { occurredAt: "2026-06-20T01:00:00.000Z", determinedAt: "2026-06-21T09:00:00.000Z" },
      "occurred",
      "2026-06-20T01:00:00.000Z",
    ],
    ["7.3", { receivedAt: lastOfJune }, "occurred", null],
    ["7.3", { occurredAt: lastOfJune }, "occurred", lastOfJune],
    ["7.3", { occurredAt: lastOfJune, receivedAt: firstOfJuly }, "received", firstOfJuly],
    ["7.3", { occurredAt: firstOfJuly }, "received", null],
  ] as const)("under clause %s with %o is the one %s", (clause, instants, from, at) => {
    expect(clockStart({ ...incident, clause, ...instants }, law)).toEqual({ from, at });
  });

  it.each(["7.1", "7.2", "7.5", "7.6"] as const)("there is none under clause %s", (clause) => {
    expect(clockStart({ ...incident, clause, receivedAt: NOW }, law)).toBeUndefined();
  });

  it("there is none while no rule says so", () => {
    expect(clockStart({ ...incident, receivedAt: NOW }, () => [])).toBeUndefined();
  });
});

describe("a filled form", () => {
  const filled = { title: "Cháy chợ", kind: "fire", level: "serious", clause: "7.3" };
  const read = (more: Record<string, string>) =>
    readIncident(IncidentForm.parse({ ...filled, ...more }), NOW);

  it("is read as moments of Viet Nam, whatever zone the machine is in", () => {
    expect(read({ receivedAt: "2026-09-01T07:30" })).toMatchObject({
      ok: true,
      details: { receivedAt: "2026-09-01T00:30:00.000Z", occurredAt: null },
    });
  });

  it("may not say what is to come", () => {
    expect(read({ occurredAt: "2026-09-01T08:01" })).toEqual({
      ok: false,
      problems: { occurredAt: "in-the-future" },
    });
  });

  it("names the lead body under clause 2, the press agency under 5 and 6", () => {
    const asked = { "7.2": "leadBody", "7.5": "outlet", "7.6": "outlet" };
    for (const [clause, field] of Object.entries(asked)) {
      expect(read({ clause })).toEqual({ ok: false, problems: { [field]: "required" } });
      expect(read({ clause, [field]: "Báo Mẫu" })).toMatchObject({
        ok: true,
        details: { [field]: "Báo Mẫu" },
      });
    }
    expect(read({ outlet: "Báo Mẫu" })).toMatchObject({ ok: true, details: { outlet: null } });
  });
});

describe("how a report counts an incident", () => {
  const open = { dueAt: "2026-09-02T01:00:00.000Z", statementAt: null, onTime: null };
  it.each([
    ["running", open, "2026-09-02T00:59:59.999Z"],
    ["overdue", open, "2026-09-02T01:00:00.000Z"],
    ["unanswered", { ...open, dueAt: null }, NOW],
    ["on_time", { ...open, statementAt: NOW, onTime: 1 }, "2027-01-01T00:00:00.000Z"],
    ["late", { ...open, statementAt: NOW, onTime: 0 }, NOW],
    ["answered", { ...open, dueAt: null, statementAt: NOW }, NOW],
  ] as const)("as %s", (outcome, incident, at) => {
    expect(outcomeOf(incident, at)).toBe(outcome);
  });
});
