import { z } from "zod";
import { choice, count, day, line, localMoment, optional, paragraphs } from "../fields.ts";

const LONGEST = 20_000;

/** Part II of the form, as an officer writes it all year round. */
export const TextForm = z.object({
  difficulties: optional(paragraphs(LONGEST)),
  proposals: optional(paragraphs(LONGEST)),
  edition: count(0, 1_000_000),
});
export type TextForm = z.output<typeof TextForm>;

/** From when the first report's figures count. */
export const STARTS = ["span", "law"] as const;
export const StartForm = z
  .object({ start: choice(STARTS), note: optional(line(500)) })
  .refine(({ start, note }) => start === "span" || note, { path: ["note"], error: "required" });

/** A report as it was sent, beside its file. */
export const SendingForm = z.object({
  number: line(50),
  day,
  signer: line(100),
  office: line(150),
  sentAt: localMoment,
  reason: optional(line(300)),
});
export type SendingForm = z.output<typeof SendingForm>;
