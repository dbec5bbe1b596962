import { z } from "zod";
import { choice, line, paragraphs } from "../fields.ts";

/** What can be asked from the room; who asks is known there. */
export const ASKED_KINDS = ["question", "interview"] as const;

export const QuestionForm = z.object({
  agencyId: line(100),
  kind: choice(ASKED_KINDS),
  title: line(200),
  text: paragraphs(5_000).refine((text) => text !== "", "required"),
  showName: z.literal("on").optional(),
});
export type QuestionForm = z.output<typeof QuestionForm>;
