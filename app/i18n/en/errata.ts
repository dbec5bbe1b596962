import type { errata as original } from "../vi/errata.ts";

export const errata: typeof original = {
  title: "Corrections",
  lead: "What agencies published here and got wrong, how it was wrong, how it was put right, and why. What was published is neither edited nor removed: the right text stands beside the wrong one, and whoever received the wrong one is told.",
  ours: "Errors of the agencies themselves",
  empty: "Nothing had to be corrected or taken back so far",
  total: (n) =>
    n === 1
      ? "One correction or withdrawal"
      : `${n.toLocaleString("en-GB")} corrections and withdrawals`,
  correction: "Correction",
  retraction: "Taken back",
  reason: "Why",
  approver: "Decided by",
  before: "Before",
  after: "After",
  heading: "Headline",
  text: "Text",
  gone: "removed:",
  came: "added:",
  wrong: "Wrong text",
  right: "Right text",
  corrects: (when) => `This text corrects the one published at ${when}.`,
  corrected: (when) => `This text is wrong and was corrected at ${when}.`,
  retracted: (when) => `This text was taken back at ${when}. Please do not use it.`,
  readRight: "Read the right text",
  readWrong: "See the wrong text",
  changes: "What was changed",
  onlyFormat: "Only the layout was changed.",
  ledger: "The agencies’ own corrections",
  province: "Province",
  all: "The whole country",
  show: "Show",
};
