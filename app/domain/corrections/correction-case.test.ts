import { describe, expect, it } from "vitest";
import { CaseForm, issueProblem, readCase } from "./case-form.ts";
import {
  isLastRoundOver,
  isNetwork,
  movesFrom,
  outcomesOf,
  partsOf,
  STATES,
  stateOf,
  whyNotMove,
} from "./correction-case.ts";

const AT = "2026-09-01T01:00:00.000Z";
const sent = { sentAt: AT, answer: null };
const draft = { sentAt: null, answer: null };

describe("how far a case has come", () => {
  it.each([
    ["found", null, undefined],
    ["drafted", null, draft],
    ["waiting", null, sent],
    ["answered", null, { sentAt: AT, answer: "refused" as const }],
    ["closed", "dropped" as const, draft],
  ] as const)("is %s", (state, outcome, last) => {
    expect(stateOf({ outcome }, last)).toBe(state);
  });
});

describe("the moves", () => {
  it("are these from each state", () => {
    expect(Object.fromEntries(STATES.map((state) => [state, movesFrom(state).join(" ")]))).toEqual({
      found: "change add-evidence draft-feedback close",
      drafted: "change add-evidence draft-feedback send-feedback close",
      waiting: "change add-evidence record-answer close",
      answered: "change add-evidence draft-feedback close",
      closed: "publish",
    });
  });

  it.each([
    ["closed", "change", "is-closed"],
    ["answered", "publish", "not-closed"],
    ["found", "send-feedback", "nothing-drafted"],
    ["waiting", "draft-feedback", "waiting"],
    ["drafted", "record-answer", "not-sent"],
  ] as const)("from %s %s is refused: %s", (state, move, reason) => {
    expect(whyNotMove(state, move)).toBe(reason);
  });
});

describe("how a case may end", () => {
  const answered = (answer: "corrected" | "refused" | "no_answer" | "asked_more") => ({
    ...{ sentAt: AT, answer },
  });
  it.each([
    ["nothing was sent", [draft], ["dropped"]],
    ["nothing was answered", [sent], ["no_answer", "dropped"]],
    ["it was recorded that nothing came", [answered("no_answer")], ["no_answer", "dropped"]],
    ["more was asked for", [answered("asked_more")], ["dropped"]],
    [
      "refused first, corrected then",
      [answered("refused"), answered("corrected")],
      ["corrected", "refused", "dropped"],
    ],
  ] as const)("when %s", (_, rounds, outcomes) => {
    expect(outcomesOf([...rounds])).toEqual(outcomes);
  });
});

describe("the rounds of the law", () => {
  const refused = { sentAt: AT, answer: "refused" as const };
  it.each([
    [2, [refused], false],
    [2, [refused, sent], false],
    [2, [refused, refused], true],
    [3, [refused, refused], false],
    [3, [refused, refused, refused], true],
    [undefined, [refused, refused, refused], false],
  ] as const)("of %s, with %o, are over: %s", (most, rounds, isOver) => {
    expect(isLastRoundOver([...rounds], most)).toBe(isOver);
  });
});

describe("what a published correction must hold", () => {
  it("is title, piece, section, day, both statements, the place, the type; online it takes the error down", () => {
    expect(partsOf("corrected", "online")).toEqual([
      ...["title", "piece", "section", "day", "wrong", "right", "place", "type", "taken_down"],
    ]);
    expect(partsOf("apologised", "daily")).not.toContain("taken_down");
    expect(partsOf("apologised", "broadcast"), "sound has no type").not.toContain("type");
  });

  it("is for feedback the body and the piece, and nothing where nothing was published", () => {
    expect(partsOf("feedback_published", "weekly")).toEqual(["body", "piece", "section", "day"]);
    for (const answer of ["refused", "asked_more", "no_answer", null] as const)
      expect(partsOf(answer, "online")).toEqual([]);
  });
});

describe("a filled form", () => {
  const filled = {
    ...{ outletName: "Báo Mẫu", outletKind: "online", articleTitle: "Cầu sập" },
    ...{ articleUrl: "https://bao.example/cau", articleDay: "2026-08-31" },
    ...{ wrong: "Cầu sập.", right: "Cầu không sập.", grounds: "Biên bản." },
    foundAt: "2026-09-01T07:00",
  };
  const parse = (more: Record<string, string>) => CaseForm.safeParse({ ...filled, ...more });
  const read = (more: Record<string, string>) => {
    const { data } = parse(more);
    if (!data) throw new Error("It does not even parse.");
    return readCase(data, AT);
  };

  it("is read as moments of Viet Nam", () => {
    expect(read({})).toMatchObject({
      ok: true,
      details: { foundAt: "2026-09-01T00:00:00.000Z", articleSection: null },
    });
  });

  it.each([
    ["found in the future", { foundAt: "2026-09-01T08:01" }, { foundAt: "in-the-future" }],
    ["published in the future", { articleDay: "2026-09-02" }, { articleDay: "in-the-future" }],
    ["found before it was published", { foundAt: "2026-08-30T07:00" }, { foundAt: "found-before" }],
    ["nowhere to be seen", { articleUrl: "" }, { articleUrl: "where" }],
  ])("is refused when %s", (_, more, problems) => {
    expect(read(more)).toEqual({ ok: false, problems });
  });

  it("takes a page instead of a link", () => {
    expect(read({ articleUrl: "", articlePlace: "3" })).toMatchObject({ ok: true });
  });

  it.each([
    "https://www.facebook.com/ai-do/posts/1",
    "https://m.facebook.com/ai-do",
    "https://FACEBOOK.com./ai-do",
    "https://youtu.be/x",
    "http://zalo.me/1",
    "javascript:alert(1)",
    "https://a:b@bao.example/x",
    "ftp://bao.example/x",
  ])("takes no link like %s", (articleUrl) => {
    expect(parse({ articleUrl }).success).toBe(false);
  });

  it("tells a network's own address from one that only sounds like it", () => {
    expect(isNetwork("https://notx.com/a")).toBe(false);
    expect(isNetwork("https://bao.example/?from=facebook.com")).toBe(false);
  });
});

it("asks for the next issue of what comes out in issues, and for one that is not before the sending", () => {
  expect(issueProblem("daily", "2026-09-01", undefined)).toBeUndefined();
  expect(issueProblem("weekly", "2026-09-01", undefined)).toBe("issue-needed");
  expect(issueProblem("magazine", "2026-09-01", "2026-08-31")).toBe("issue-before");
  expect(issueProblem("magazine", "2026-09-01", "2026-09-01")).toBeUndefined();
});
