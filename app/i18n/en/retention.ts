import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";
import type { retentionActs as original } from "../vi/retention.ts";

const number = (n: number) => numberIn("en", n);
const many = (n: number, one: string, more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;

const kinds: Record<string, (n: number) => string> = {
  meetings: (n) => many(n, "meeting"),
  invitations: (n) => `${many(n, "invitation")} with the answers to them`,
  attendances: (n) => many(n, "attendance"),
  questions: (n) => `the askers' names of ${many(n, "question")}`,
  letters: (n) => many(n, "letter"),
  inbound: (n) => `${many(n, "letter")} that came in`,
  trialMail: (n) => `${many(n, "letter")} of the trial mailbox`,
  logLines: (n) => `${many(n, "line")} of the log about guests`,
};

const said = (removed: Record<string, number>) =>
  Object.entries(removed)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => kinds[kind]?.(n) ?? `${kind}: ${number(n)}`)
    .join(", ");

export const retentionActs: typeof original = {
  "retention.ran": ({ removed }) =>
    `Let go of what was kept long enough: ${said(removed) || "nothing"}.`,
};

export const retention: Messages["retention"] = {
  title: "How long data are kept",
  lead: "Personal data of guests are kept until their time is over. Once a day the program lets go of what is, and writes down how much it was.",
  kept: "Always kept: statements, published answers, minutes, and how many people came from each press agency (without names).",
  rules: "Rules in force",
  rule: "Data",
  months: "Kept for",
  basis: "Basis",
  what: {
    "retention.attendance_months":
      "Invitations, answers, notes, substitutes and each guest's hour of arrival, counted from the end of the meeting",
    "retention.letters_months":
      "Letters sent and received that belong to no meeting, counted from that moment",
    "retention.trial_mail_months": "Letters in the trial mailbox, counted from their arrival",
  },
  change: "Set another time",
  next: "What goes next",
  nextLead: "A round run now would let go of:",
  nothingNext: "Nothing has been kept too long.",
  nextMeeting: "Next meeting whose guests go",
  on: "Kept until the end of",
  runs: "Rounds so far",
  at: "When",
  by: "Run by",
  removed: "Let go of",
  nothing: "Nothing",
  unfinished: "Running, or cut short; the next round goes on",
  noRuns: "No round so far",
  noRunsLead: "It runs by itself once a day while the server is up.",
  itself: "By itself",
  said,
  gone: "The list of this meeting's guests was kept for its time and let go. How many came from each press agency is still there.",
};
