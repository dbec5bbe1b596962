import { z } from "zod";
import { choice, line, optional, paragraphs } from "../fields.ts";
import { isStatusOnly, QUERY_KINDS } from "../queries/query.ts";

export const CALENDAR_REPLIES = ["coming", "tentative", "declined"] as const;

/** An officer's reading of a mail: whose answer it is, and which. */
export const TakingForm = z.object({
  invitationId: line(100),
  reply: choice(CALENDAR_REPLIES),
});

/** Why nothing is to be done about a mail. */
export const DismissalForm = z.object({
  reason: paragraphs(500).refine((text) => text !== "", "required"),
});

/** An officer's reading of a mail as a query: to which agency, of which kind; of a complaint, its letter's number only. */
export const AskingForm = z
  .object({
    agencyId: line(100),
    kind: choice(QUERY_KINDS),
    title: line(200),
    language: choice(["vi", "en"]),
    reference: optional(line(200)),
  })
  .superRefine(({ kind, reference }, context) => {
    if (isStatusOnly({ kind }) && !reference)
      context.addIssue({ code: "custom", path: ["reference"], message: "required" });
  });
