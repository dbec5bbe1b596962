import { z } from "zod";
import { choice, count, optional } from "../fields.ts";

const MOST_HOURS = 30 * 24;

const time = z
  .string({ error: "required" })
  .transform((text) => text.trim())
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), "not-a-time");

/** What a house sets for a kind of meeting; a field left blank is a letter that is not written. */
export const RuleSetForm = z
  .object({
    scope: choice(["agency", "province", "national"]),
    reminderHours: optional(count(1, MOST_HOURS)),
    lastHours: optional(count(1, MOST_HOURS)),
    decisionHours: optional(count(1, MOST_HOURS)),
    thanks: z.boolean().optional(),
    quietFrom: time,
    quietUntil: time,
    answerTime: time,
  })
  .refine(
    ({ reminderHours, lastHours }) => !reminderHours || !lastHours || lastHours < reminderHours,
    { path: ["lastHours"], error: "not-after-first" },
  );
export type RuleSetForm = z.output<typeof RuleSetForm>;
