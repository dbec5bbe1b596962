import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, email, line, optional, paragraphs, phone } from "../fields.ts";
import { speakerFields } from "./assignment-form.ts";

export type ContactReport = Row<"contactReport">;

/** What can be wrong with an entry. */
export const REPORTED_FIELDS = ["phone", "email", "position", "name", "other"] as const;
export type ReportedField = (typeof REPORTED_FIELDS)[number];

/** Where no entry is meant: somebody is missing, or the page as a whole is wrong. */
export const NO_ENTRY = "none";

/**
 * What a reader reports. `website` is no question: people do not see it, and programs that fill in
 * whatever they find give themselves away by it.
 */
export const ContactReportForm = z
  .object({
    entry: line(100),
    field: choice(REPORTED_FIELDS),
    proposal: line(300),
    note: optional(paragraphs(1000)),
    reporterEmail: optional(email),
    website: z.string().max(0, "leave-empty").optional(),
  })
  .superRefine(({ field, proposal }, context) => {
    const kind = field === "phone" ? phone : field === "email" ? email : null;
    const message = kind?.safeParse(proposal).error?.issues[0]?.message;
    if (message) context.addIssue({ code: "custom", path: ["proposal"], message });
  });

/** An officer's decision that something is put right: what the entry reads from now on, and what the reader is told. */
export const ReportCorrectionForm = z.object({
  value: line(300),
  answer: paragraphs(1000).refine((text) => text !== "", "required"),
});

export const ReportRefusalForm = ReportCorrectionForm.pick({ answer: true });

/** The new value of a field, checked as when an entry is made; `problem` is a key of the problems. */
export function readCorrection(
  field: Exclude<ReportedField, "other">,
  typed: string | undefined,
): { value: string } | { problem: string } {
  const read = speakerFields[field].safeParse(typed ?? "");
  return read.success
    ? { value: read.data }
    : { problem: read.error.issues[0]?.message ?? "required" };
}
