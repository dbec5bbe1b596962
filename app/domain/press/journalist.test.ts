import { describe, expect, it } from "vitest";
import { readBeat } from "./beat.ts";
import { credentialOn } from "./journalist.ts";
import { type JournalistForm, readJournalist } from "./journalist-form.ts";

const TODAY = "2026-09-01";
const nothing = {
  pressCardNo: null,
  pressCardUntilDay: null,
  introLetterNo: null,
  introLetterUntilDay: null,
};
const card = { ...nothing, pressCardNo: "IBT-1" };
const letter = { ...nothing, introLetterNo: "20/GGT" };

describe("what a journalist can show", () => {
  it.each([
    { what: "a card without an end", papers: card, is: "card" },
    { what: "a card on its last day", papers: { ...card, pressCardUntilDay: TODAY }, is: "card" },
    {
      what: "a card that ended yesterday",
      papers: { ...card, pressCardUntilDay: "2026-08-31" },
      is: "expired",
    },
    { what: "a letter alone", papers: letter, is: "letter" },
    {
      what: "an expired card with a letter that holds",
      papers: { ...card, ...letter, pressCardNo: "IBT-1", pressCardUntilDay: "2026-08-31" },
      is: "letter",
    },
    { what: "nothing", papers: nothing, is: "none" },
  ])("is $is with $what", ({ papers, is }) => {
    expect(credentialOn(papers, TODAY)).toBe(is);
  });
});

describe("reading what was typed about a journalist", () => {
  const form: JournalistForm = {
    name: "Hà",
    email: "ha@bao.test",
    language: "vi",
    beats: [],
    consentDay: TODAY,
    consentBasis: "phiếu đăng ký",
  };

  it("asks for neither card nor letter", () => {
    expect(readJournalist(form, TODAY)).toMatchObject({ ok: true, details: nothing });
  });

  it("takes either and never asks for the other", () => {
    expect(readJournalist({ ...form, pressCardNo: "IBT-1" }, TODAY).ok).toBe(true);
    expect(readJournalist({ ...form, introLetterNo: "20/GGT" }, TODAY).ok).toBe(true);
  });

  it("wants a number with a last day, and no consent from the future", () => {
    const typed = { ...form, introLetterUntilDay: "2027-01-01", consentDay: "2026-09-02" };
    expect(readJournalist(typed, TODAY)).toEqual({
      ok: false,
      problems: { introLetterNo: ["until-without-number"], consentDay: ["consent-to-come"] },
    });
  });

  it("keeps the hour of a consent whose day did not change", () => {
    const before = { consentAt: "2026-08-31T18:30:00.000Z" };
    const same = readJournalist(form, TODAY, before);
    const other = readJournalist({ ...form, consentDay: "2026-08-30" }, TODAY, before);

    expect(same).toMatchObject({ details: before });
    expect(other).toMatchObject({ details: { consentAt: "2026-08-29T17:00:00.000Z" } });
  });
});

describe("beats in a spreadsheet", () => {
  it.each([
    ["health", "health"],
    ["Y tế", "health"],
    ["  MOI TRUONG ", "environment"],
    ["du lịch", "culture"],
    ["Politics and government", "politics"],
    ["Khác", "other"],
    ["Bói toán", undefined],
    ["", undefined],
  ])("reads “%s”", (text, beat) => {
    expect(readBeat(text)).toBe(beat);
  });
});
