import { describe, expect, it } from "vitest";
import { contradictions, type Figure, plainValue } from "./figure.ts";
import { seenText } from "./plain-text.ts";
import {
  isPublic,
  movesOfAsker,
  phaseOf,
  QUERY_PHASES,
  type QueryPhase,
  sightOf,
  whyNotMove,
} from "./query.ts";

const NOW = "2026-09-01T01:00:00.000Z";
const facts: Record<QueryPhase, Parameters<typeof phaseOf>[0]> = {
  received: { takenAt: null, heldAt: null, outcome: null },
  in_hand: { takenAt: NOW, heldAt: null, outcome: null },
  held: { takenAt: NOW, heldAt: NOW, outcome: null },
  answered: { takenAt: NOW, heldAt: NOW, outcome: "answered" },
  partly: { takenAt: NOW, heldAt: null, outcome: "partly" },
  refused: { takenAt: NOW, heldAt: null, outcome: "refused" },
  withdrawn: { takenAt: null, heldAt: null, outcome: "withdrawn" },
  forwarded: { takenAt: null, heldAt: null, outcome: "forwarded" },
};

describe("a query's way", () => {
  it.each(QUERY_PHASES)("is %s by its facts", (phase) => {
    expect(phaseOf(facts[phase])).toBe(phase);
  });

  it.each<[QueryPhase, string]>([
    ["received", "in_hand withdrawn forwarded"],
    ["in_hand", "held answered partly refused withdrawn forwarded"],
    ["held", "held answered partly refused withdrawn forwarded"],
    ["answered", "in_hand"],
    ["partly", "in_hand"],
    ["refused", "in_hand"],
    ["withdrawn", ""],
    ["forwarded", ""],
  ])("leads from %s to %s, and nowhere else", (from, to) => {
    const open = QUERY_PHASES.filter((phase) => whyNotMove(facts[from], phase) === undefined);
    expect(open.join(" ")).toBe(to);
    const barred = QUERY_PHASES.filter((phase) => !open.includes(phase));
    for (const phase of barred) expect(whyNotMove(facts[from], phase)).toBe(`is-${from}`);
  });

  it("lets the asker confirm what was answered, once; a refusal can only be disputed", () => {
    const asked = { confirmedAt: null, opensAt: null, keptBackAt: null };
    expect(movesOfAsker({ ...facts.answered, ...asked }, NOW)).toMatchObject({
      ...{ confirm: true, dispute: true, withdraw: false },
    });
    expect(movesOfAsker({ ...facts.refused, ...asked }, NOW)).toMatchObject({
      ...{ confirm: false, dispute: true },
    });
    expect(movesOfAsker({ ...facts.answered, ...asked, confirmedAt: NOW }, NOW)).toMatchObject({
      ...{ confirm: false, dispute: false },
    });
    expect(movesOfAsker({ ...facts.held, ...asked }, NOW).withdraw).toBe(true);
  });
});

it("is public from the very moment that the lock runs out, unless it is kept back", () => {
  const query = { opensAt: NOW, keptBackAt: null };
  expect(isPublic(query, "2026-09-01T00:59:59.999Z")).toBe(false);
  expect(isPublic(query, NOW)).toBe(true);
  expect(isPublic({ ...query, keptBackAt: NOW }, NOW)).toBe(false);
  expect(isPublic({ opensAt: null, keptBackAt: null }, NOW)).toBe(false);
});

describe("who sees what of a query of Long Xuyên", () => {
  const query = { agencyId: "pc-30307", provinceId: "2025-91", assisting: ["so-yt"] };
  it.each([
    ["its own office", { reach: "agency", agencyId: "pc-30307", provinceId: "2025-91" }, "whole"],
    ["one that assists", { reach: "agency", agencyId: "so-yt", provinceId: "2025-91" }, "question"],
    ["a sister", { reach: "agency", agencyId: "pc-30292", provinceId: "2025-91" }, "nothing"],
    ["the province", { reach: "province", agencyId: "pc-91", provinceId: "2025-91" }, "clocks"],
    [
      "another province",
      { reach: "province", agencyId: "pc-01", provinceId: "2025-01" },
      "nothing",
    ],
    ["an administrator", { reach: "country", agencyId: null, provinceId: null }, "clocks"],
  ] as const)("%s: %s", (_, officer, sight) => {
    expect(sightOf(officer, query)).toBe(sight);
  });

  it("the province's office sees its own whole, and what it assists with", () => {
    const province = { reach: "province", agencyId: "pc-91", provinceId: "2025-91" } as const;
    expect(sightOf(province, { ...query, agencyId: "pc-91" })).toBe("whole");
    expect(sightOf(province, { ...query, assisting: ["pc-91"] })).toBe("question");
  });
});

describe("figures", () => {
  const figure = (more: Partial<Figure> = {}): Figure => ({
    ...{ name: "Số hộ nghèo", value: "120", unit: "hộ", day: "2026-08-01", source: "Phòng KT" },
    ...more,
  });
  const published = (more: Partial<Figure> = {}) => ({
    ...figure(more),
    ...{ lineId: "l", answerId: null },
  });

  it.each([
    ["the same value", {}, 0],
    ["another value of the same day", { value: "121" }, 1],
    ["another value of a later day", { value: "121", day: "2026-08-02" }, 1],
    [
      "another value of an earlier day, which the draft brings up to date",
      { value: "121", day: "2026-07-31" },
      0,
    ],
    ["the same value written otherwise", { value: "120,0" }, 0],
    ["another unit", { unit: "người" }, 1],
    ["another figure", { name: "Số hộ cận nghèo", value: "300" }, 0],
    ["the same name without marks", { name: "so ho ngheo", value: "99" }, 1],
  ])("published: %s", (_, more, count) => {
    const found = contradictions([figure()], [published(more)]);
    expect(found).toHaveLength(count);
    if (count) expect(found[0]).toEqual({ drafted: figure(), published: published(more) });
  });

  it.each([
    ["1.234,50", "1234.5"],
    ["1234,5", "1234.5"],
    ["-3", "-3"],
    ["khoảng 5", "khoang 5"],
    ["1.23", "1 23"],
  ])("reads %s as %s", (written, value) => {
    expect(plainValue(written)).toBe(value);
  });
});

describe("what is not seen", () => {
  it.each([
    ["a line turned around", "an toàn \u202egnut\u202c", "an toàn gnut"],
    ["a hidden joiner", "Long\u200bXuyên\ufeff", "LongXuyên"],
    ["isolates", "\u2066a\u2069", "a"],
    ["a bell and a null", "a\u0000b\u0007c", "abc"],
    ["tags", "a\u{e0041}b", "ab"],
    ["a soft hyphen", "báo\u00adchí", "báochí"],
    ["lines and tabs stay", "a\n\tb", "a\n\tb"],
    ["Vietnamese in parts stays", "Vie\u0302\u0323t", "Vie\u0302\u0323t"],
  ])("%s", (_, text, seen) => {
    expect(seenText(text)).toBe(seen);
  });
});
