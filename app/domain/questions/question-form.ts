import { z } from "zod";
import { choice, line, localMoment, optional, paragraphs } from "../fields.ts";
import { RULES } from "./question-order.ts";

const text = paragraphs(600).refine((written) => written !== "", "required");
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on" || value === "1");

/** A question that an invited journalist sends ahead, by the letter's link. */
export const AheadForm = z.object({ text, nameAgreed: ticked, remote: ticked });
export type Ahead = z.output<typeof AheadForm>;

/** A question that an officer takes down in the room. */
export const RoomForm = z.object({
  text,
  askerName: optional(line(120)),
  outletName: optional(line(200)),
  nameAgreed: ticked,
  remote: ticked,
});
export type InRoom = z.output<typeof RoomForm>;

export const OrderForm = z.object({ rule: choice(RULES) });

/** Who answered, and what: the notes are the office's own unless they are to stand in public. */
export const AnswerForm = z.object({
  answererId: line(100),
  answer: paragraphs(5000),
  answerPublic: ticked,
});
export type Answer = z.output<typeof AnswerForm>;

/** A question left open: who sees to it and, where it is not the rule's, by when. */
export const PromiseForm = z.object({ owner: line(200), dueAt: optional(localMoment) });

/** What keeps a promise: the answer, and by whom. */
export const KeepingForm = z.object({
  answererId: line(100),
  answer: paragraphs(5000).refine((written) => written !== "", "required"),
});
export type Keeping = z.output<typeof KeepingForm>;
