import { z } from "zod";
import { readDay, readLocalTime, readZone } from "#app/clock.ts";

/**
 * The kinds of things that people type into forms and spreadsheets. Each checks and converts; what
 * is wrong is a key of `words.common.problems` (with its limit after a colon), so that the sentence
 * is in the reader's language.
 */

const CONTROL = /[^\P{Cc}\t\n\r]|[\u2028\u2029]/u;

/** Signs that nobody sees, and that turn a line around or hide within a word: left out, whatever is typed or pasted. */
const UNSEEN = /(?!\p{Cc})[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const seen = (text: string) => text.normalize("NFC").replace(UNSEEN, "");

const missing = { error: "required" };

/** One line of text, kept as NFC without blanks around it or signs that nobody sees. */
export function line(limit: number) {
  return z
    .string(missing)
    .max(limit, `too-long:${limit}`)
    .transform((text) => seen(text).trim())
    .refine((text) => text !== "", "required")
    .refine((text) => !/[\r\n]/.test(text) && !CONTROL.test(text), "line-break");
}

/** Text of several lines; line ends become \n. */
export function paragraphs(limit: number) {
  return z
    .string(missing)
    .max(limit, `too-long:${limit}`)
    .transform((text) => seen(text).replace(/\r\n?/g, "\n").trim())
    .refine((text) => !CONTROL.test(text), "line-break");
}

/** An e-mail address on one line (RFC 5321: 64 octets before the @, 254 in all), in lower case. */
export const email = z
  .string(missing)
  .max(254, "too-long:254")
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => text !== "", "required")
  .refine(
    (text) =>
      /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(
        text,
      ),
    "not-an-email",
  );

/** A telephone number as it is read out: digits with blanks, dots, brackets, hyphens and a plus sign. */
export const phone = z
  .string(missing)
  .max(40, "too-long:40")
  .transform((text) => text.trim())
  .refine((text) => text !== "", "required")
  .refine((text) => !/[\r\n\t\v\f\u2028\u2029]/.test(text), "line-break")
  .refine(
    (text) => /^\+?[\d\s().-]{3,}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, "")),
    "not-a-phone",
  );

/** A day that exists, written 2026-11-25 or 25/11/2026. */
export const day = z.string(missing).transform((text, context) => {
  const read = readDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: text.trim() ? "not-a-day" : "required" });
  return z.NEVER;
});

/** A local date and time, still without its zone: 2026-11-25T08:30. */
export const localMoment = z.string(missing).transform((text, context) => {
  if (readLocalTime(text)) return text.trim();
  context.addIssue({ code: "custom", message: text.trim() ? "not-a-time" : "required" });
  return z.NEVER;
});

export const zone = z.string(missing).transform((text, context) => {
  const read = readZone(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "not-a-choice" });
  return z.NEVER;
});

/** A whole number between two, as somebody writes it: 120 or 1.200. */
export function count(least: number, most: number) {
  // No union: a form would take an optional field of one for a required one.
  const asText = (value: unknown) => (typeof value === "number" ? String(value) : value);
  return z.preprocess(asText, z.string(missing)).transform((written, context) => {
    const text = written.trim();
    const number = /^\d{1,3}(\.\d{3})+$|^\d+$/.test(text) ? Number(text.replaceAll(".", "")) : NaN;
    if (number >= least && number <= most) return number;
    context.addIssue({ code: "custom", message: text ? "not-a-count" : "required" });
    return z.NEVER;
  });
}

/** A web address, https or http, without signs that nobody sees. */
export const webAddress = z
  .string(missing)
  .max(2000, "too-long:2000")
  .transform((text) => seen(text).trim())
  .refine((text) => text !== "", "required")
  .refine(
    (text) => /^https?:\/\/[^\s\p{Cc}<>"\\]+$/iu.test(text) && URL.canParse(text),
    "not-a-url",
  );

/** One of a few values: `required` when nothing came, `not-a-choice` when it is none of them. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: (issue) => (issue.input ? "not-a-choice" : "required") });
}

/** Absent when left blank. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  ) as unknown as z.ZodOptional<Schema>;
}
