import { z } from "zod";
import { dayOf, startOf } from "#app/clock.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import { choice, day, email, line, optional, paragraphs, phone } from "../fields.ts";
import { BEATS } from "./beat.ts";
import type { JournalistDetails } from "./journalist.ts";

/** What is typed about a journalist; what its parts mean together is `readJournalist`'s affair. */
export const JournalistForm = z.object({
  name: line(120),
  email,
  phone: optional(phone),
  language: choice(["vi", "en"]),
  outletId: optional(line(60)),
  beats: z.array(choice(BEATS)).max(BEATS.length),
  areas: optional(paragraphs(2_000)), // a line for each; which they are, the map says
  pressCardNo: optional(line(60)),
  pressCardUntilDay: optional(day),
  introLetterNo: optional(line(60)),
  introLetterUntilDay: optional(day),
  consentDay: day,
  consentBasis: line(200),
  consentSource: optional(line(200)),
});
export type JournalistForm = z.output<typeof JournalistForm>;

/** What is wrong with the parts of a journalist taken together; each has a sentence in `words.press.problems`. */
export type JournalistProblem = "until-without-number" | "consent-to-come";

export type JournalistProblems = Partial<Record<keyof JournalistForm, JournalistProblem[]>>;

/**
 * Makes of a filled form what the desk keeps, or says per field what cannot be. Neither card nor
 * letter is asked for; consent is, and it cannot lie in the future. `before` keeps the hour of a
 * consent whose day was not changed.
 */
export function readJournalist(
  form: JournalistForm,
  today: Day,
  before?: { consentAt: Moment },
): { ok: true; details: JournalistDetails } | { ok: false; problems: JournalistProblems } {
  const { consentDay, consentSource, phone, outletId, areas: _, ...rest } = form;
  const papers = {
    pressCardNo: form.pressCardNo ?? null,
    pressCardUntilDay: form.pressCardUntilDay ?? null,
    introLetterNo: form.introLetterNo ?? null,
    introLetterUntilDay: form.introLetterUntilDay ?? null,
  };
  const problems: JournalistProblems = {
    ...(papers.pressCardUntilDay &&
      !papers.pressCardNo && { pressCardNo: ["until-without-number"] }),
    ...(papers.introLetterUntilDay &&
      !papers.introLetterNo && { introLetterNo: ["until-without-number"] }),
    ...(consentDay > today && { consentDay: ["consent-to-come"] }),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const same = before && dayOf(before.consentAt) === consentDay;
  const consentAt = same ? before.consentAt : startOf(consentDay);
  const contact = { phone: phone ?? null, outletId: outletId ?? null };
  // What was entered without consent has it with this form: it asks for both its day and its form.
  const consent = { consentAt, consentSource: consentSource ?? null, awaitsConsentSince: null };
  return { ok: true, details: { ...rest, ...papers, ...contact, ...consent } };
}

/** What is kept about a journalist as the form's default values. */
export function formOf({
  areas = [],
  ...journalist
}: JournalistDetails & { areas?: string[] }): Record<keyof JournalistForm, unknown> {
  const { consentAt, consentBasis, consentSource, awaitsConsentSince, phone, outletId, ...rest } =
    journalist;
  const none = Boolean(awaitsConsentSince);
  return {
    ...rest,
    phone: phone ?? "",
    outletId: outletId ?? "",
    areas: areas.join("\n"),
    pressCardNo: rest.pressCardNo ?? "",
    pressCardUntilDay: rest.pressCardUntilDay ?? "",
    introLetterNo: rest.introLetterNo ?? "",
    introLetterUntilDay: rest.introLetterUntilDay ?? "",
    consentDay: none ? "" : dayOf(consentAt),
    consentBasis: none ? "" : consentBasis,
    consentSource: consentSource ?? "",
  };
}

/** The problems as sentences of the reader's language, by field. */
export function sentencesOf(
  words: Messages,
  problems: JournalistProblems,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, keys]) => [
      field,
      keys.map((key) => words.press.problems[key]),
    ]),
  );
}
