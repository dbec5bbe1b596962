import { describe, expect, it } from "vitest";
import { wanted } from "#app/test/press-room.ts";
import {
  differenceOf,
  hasBegun,
  isOver,
  isRescheduled,
  NOTHING_YET,
  nextStamp,
  PHASES,
  phaseOf,
  whyNotChange,
  whyNotInvite,
  whyNotMove,
} from "./meeting.ts";

const AT = "2026-09-01T01:00:00.000Z";
const times = { startsAt: "2026-09-10T02:00:00.000Z", endsAt: "2026-09-10T03:30:00.000Z" };
const BEFORE = "2026-09-10T01:59:59.999Z";
const known = { ...NOTHING_YET, ...times, announcedAt: AT };
const facts = {
  draft: { ...NOTHING_YET, ...times },
  scheduled: { ...NOTHING_YET, ...times, scheduledAt: AT },
  announced: known,
  postponed: { ...known, postponedAt: AT },
  rescheduled: { ...known, rescheduledAt: AT },
  held: { ...known, heldAt: AT },
  cancelled: { ...known, cancelledAt: AT },
};

describe("a meeting", () => {
  it.each(PHASES)("is %s by its facts", (phase) => {
    expect(phaseOf(facts[phase])).toBe(phase);
  });

  it("begins with its first moment and is over with its last", () => {
    expect([hasBegun(times, BEFORE), hasBegun(times, times.startsAt)]).toEqual([false, true]);
    expect([isOver(times, times.startsAt), isOver(times, times.endsAt)]).toEqual([false, true]);
  });

  it.each([
    { from: "draft", to: "announced", at: BEFORE, why: undefined },
    { from: "draft", to: "announced", at: times.startsAt, why: "begun" },
    { from: "draft", to: "scheduled", at: BEFORE, why: undefined },
    { from: "draft", to: "scheduled", at: times.startsAt, why: "begun" },
    { from: "draft", to: "postponed", at: BEFORE, why: "is-draft" },
    { from: "scheduled", to: "announced", at: BEFORE, why: undefined },
    { from: "scheduled", to: "rescheduled", at: BEFORE, why: "is-scheduled" },
    { from: "announced", to: "postponed", at: BEFORE, why: undefined },
    { from: "announced", to: "postponed", at: times.endsAt, why: undefined },
    { from: "announced", to: "rescheduled", at: BEFORE, why: undefined },
    { from: "announced", to: "rescheduled", at: times.startsAt, why: "begun" },
    { from: "postponed", to: "postponed", at: BEFORE, why: "is-postponed" },
    { from: "postponed", to: "held", at: times.endsAt, why: "is-postponed" },
    { from: "postponed", to: "rescheduled", at: times.endsAt, why: undefined },
    { from: "postponed", to: "cancelled", at: times.endsAt, why: undefined },
    { from: "rescheduled", to: "rescheduled", at: BEFORE, why: undefined },
    { from: "rescheduled", to: "held", at: times.startsAt, why: undefined },
    { from: "held", to: "postponed", at: BEFORE, why: "is-held" },
    { from: "cancelled", to: "rescheduled", at: BEFORE, why: "is-cancelled" },
    { from: "draft", to: "held", at: times.endsAt, why: "is-draft" },
    { from: "draft", to: "cancelled", at: BEFORE, why: undefined },
    { from: "announced", to: "announced", at: BEFORE, why: "is-announced" },
    { from: "announced", to: "held", at: BEFORE, why: "not-begun" },
    { from: "announced", to: "held", at: times.startsAt, why: undefined },
    { from: "announced", to: "cancelled", at: BEFORE, why: undefined },
    { from: "announced", to: "cancelled", at: times.endsAt, why: undefined },
    { from: "held", to: "cancelled", at: times.endsAt, why: "is-held" },
    { from: "held", to: "announced", at: BEFORE, why: "is-held" },
    { from: "cancelled", to: "announced", at: BEFORE, why: "is-cancelled" },
    { from: "cancelled", to: "held", at: times.endsAt, why: "is-cancelled" },
    { from: "cancelled", to: "cancelled", at: BEFORE, why: "is-cancelled" },
    { from: "announced", to: "draft", at: BEFORE, why: "is-announced" },
  ] as const)("that is $from goes to $to at $at: $why", ({ from, to, at, why }) => {
    expect(whyNotMove(facts[from], to, at)).toBe(why);
  });

  it("takes invitations only while announced and to come", () => {
    const before = PHASES.map((phase) => whyNotInvite(facts[phase], BEFORE));

    expect(before).toEqual([
      ...["is-draft", "is-scheduled", undefined, "is-postponed"],
      ...[undefined, "is-held", "is-cancelled"],
    ]);
    expect(whyNotInvite(facts.announced, times.startsAt)).toBe("begun");
  });

  it("is changed only while it is to come", () => {
    const before = PHASES.map((phase) => whyNotChange(facts[phase], BEFORE));

    const [held, cancelled] = ["is-held", "is-cancelled"];
    expect(before).toEqual([...Array(5).fill(undefined), held, cancelled]);
    expect(whyNotChange(facts.draft, times.startsAt)).toBe("begun");
    expect(whyNotChange(facts.postponed, times.endsAt)).toBeUndefined();
  });
});

describe("a difference", () => {
  it.each([
    { change: {}, mailed: [], asksAgain: false },
    { change: { description: "Sửa lỗi gõ." }, mailed: [], asksAgain: false },
    { change: { cadence: "adhoc" }, mailed: [], asksAgain: false },
    { change: { chair: "Trần Văn Bé" }, mailed: ["chair"], asksAgain: false },
    { change: { subject: "Khác" }, mailed: ["subject"], asksAgain: false },
    { change: { venue: "Phòng B" }, mailed: ["venue"], asksAgain: true },
    { change: { onlineUrl: "https://a.test" }, mailed: ["onlineUrl"], asksAgain: true },
    { change: { endsAt: "2026-09-10T04:00:00.000Z" }, mailed: ["endsAt"], asksAgain: true },
  ] as const)("of $change is mailed as $mailed", ({ change, mailed, asksAgain }) => {
    const difference = differenceOf(wanted(), wanted(change));

    const moves = "endsAt" in change;
    expect(difference).toEqual({ changed: Object.keys(change), mailed, asksAgain, moves });
  });

  it.each([
    { phase: "draft", change: { startsAt: AT }, is: false },
    { phase: "scheduled", change: { startsAt: AT }, is: false },
    { phase: "announced", change: { venue: "Phòng B" }, is: false },
    { phase: "announced", change: { endsAt: AT }, is: true },
    { phase: "rescheduled", change: { startsAt: AT }, is: true },
    { phase: "postponed", change: {}, is: true },
  ] as const)("moves what is $phase by $change: $is", ({ phase, change, is }) => {
    const meeting = { ...wanted(), ...facts[phase] };

    expect(isRescheduled(meeting, { ...meeting, ...change })).toBe(is);
  });
});

describe("the stamp of a revision", () => {
  it.each([
    ["2026-09-01T01:00:00.000Z", "2026-09-01T01:00:00.400Z", "2026-09-01T01:00:01.000Z"],
    ["2026-09-01T01:00:00.900Z", "2026-09-01T01:00:01.000Z", "2026-09-01T01:00:01.900Z"],
    ["2026-09-01T01:00:00.000Z", "2026-08-31T01:00:00.000Z", "2026-09-01T01:00:01.000Z"],
    ["2026-09-01T01:00:00.000Z", "2026-09-01T07:00:00.000Z", "2026-09-01T07:00:00.000Z"],
  ])("after %s, at %s, is %s", (revisedAt, at, stamp) => {
    expect(nextStamp({ revisedAt }, at)).toBe(stamp);
  });
});
