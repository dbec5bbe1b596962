import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, line, optional, paragraphs } from "../fields.ts";

export const REPLIES = ["coming", "declined", "substitute"] as const;
export type Reply = (typeof REPLIES)[number];

/** A journalist's answer, from the letter's link or by telephone; whoever sends somebody else says whom. */
export const ReplyForm = z
  .object({
    reply: choice(REPLIES),
    substituteName: optional(line(120)),
    note: optional(paragraphs(500)),
    revision: z.coerce.number().int().min(0).optional(), // of the meeting they saw
  })
  .refine(({ reply, substituteName }) => reply !== "substitute" || substituteName, {
    path: ["substituteName"],
    error: "required",
  });
export type Answer = z.output<typeof ReplyForm>;

/** What has become of an invitation's answer; `asked-again` when the meeting moved after it was given. */
export type AnswerState = Reply | "waiting" | "asked-again";

/** An answer is cleared when the meeting moves; that there was one can still be told by its moment. */
export function answerStateOf({
  reply,
  repliedAt,
}: Pick<Row<"invitation">, "reply" | "repliedAt">): AnswerState {
  return reply ?? (repliedAt ? "asked-again" : "waiting");
}
