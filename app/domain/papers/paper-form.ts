import { z } from "zod";
import { choice, day, line, localMoment, optional, paragraphs } from "../fields.ts";

export const FILES = ["both", "pdf", "docx", "none"] as const;
export const SIGNINGS = ["head", "deputy", "by_order", "by_delegation", "acting"] as const;

/** What an officer says of the paper; the rest of it is the meeting's own. */
export const PaperForm = z.object({
  number: optional(line(60)),
  day: optional(day),
  addressees: paragraphs(2000).refine((text) => text !== "", "required"),
  reason: optional(line(500)),
  composition: optional(paragraphs(1000)),
  registerBy: optional(localMoment),
  contact: optional(line(300)),
  recipients: optional(paragraphs(1000)),
  signing: choice(SIGNINGS),
  office: line(120),
  signer: optional(line(120)),
  files: choice(FILES),
});
export type PaperForm = z.output<typeof PaperForm>;
