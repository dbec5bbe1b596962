import { z } from "zod";
import { choice, line, paragraphs } from "../fields.ts";

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
