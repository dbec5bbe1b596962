import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, count, line, optional, paragraphs } from "../fields.ts";

export const REPLIES = ["coming", "tentative", "declined", "substitute"] as const;
export type Reply = (typeof REPLIES)[number];

/** What somebody sent instead shows at the door; its number may be told, its picture never is. */
export const SUBSTITUTE_PAPERS = ["press_card", "intro_letter"] as const;

/** Into which languages a meeting may be interpreted; sign language is one. */
export const INTERPRETED = ["en", "zh", "ko", "ja", "km", "fr", "sign", "other"] as const;

export const PLACES = ["in_person", "online"] as const;

const MOST_PEOPLE = 20;
const MOST_CAMERAS = 20;

const ticked = z.preprocess(
  (value) => value === "on" || value === true,
  z.boolean(),
) as unknown as z.ZodOptional<z.ZodBoolean>;

/** A journalist's answer, from the letter's link or by telephone; whoever sends somebody else says whom. */
export const ReplyForm = z
  .object({
    reply: choice(REPLIES),
    substituteName: optional(line(120)),
    substitutePaper: optional(choice(SUBSTITUTE_PAPERS)),
    substitutePaperNo: optional(line(60)),
    partySize: optional(count(1, MOST_PEOPLE)),
    place: optional(choice(PLACES)),
    cameras: optional(count(0, MOST_CAMERAS)),
    tripod: ticked,
    live: ticked,
    interpreter: optional(choice(INTERPRETED)),
    note: optional(paragraphs(500)),
    revision: z.coerce.number().int().min(0).optional(), // of the meeting they saw
  })
  .refine(({ reply, substituteName }) => reply !== "substitute" || substituteName, {
    path: ["substituteName"],
    error: "required",
  });

/** What an answer says; from a calendar it is the reply alone. */
export type Answer = Pick<z.output<typeof ReplyForm>, "reply"> &
  Partial<z.output<typeof ReplyForm>>;

type Answered = Pick<Row<"invitation">, "reply" | "repliedAt" | "waitingSince">;

/**
 * What has become of an invitation's answer: `asked-again` when the meeting moved after it was given,
 * `listed` when its giver comes and waits for a seat.
 */
export type AnswerState = Reply | "waiting" | "asked-again" | "listed";

/** An answer is cleared when the meeting moves; that there was one can still be told by its moment. */
export function answerStateOf({
  reply,
  repliedAt,
  waitingSince,
}: Pick<Answered, "reply" | "repliedAt"> & { waitingSince?: string | null }): AnswerState {
  if (waitingSince) return "listed";
  return reply ?? (repliedAt ? "asked-again" : "waiting");
}

/** Whether an answer brings people. */
export function brings(reply: Reply | null): boolean {
  return reply === "coming" || reply === "substitute";
}

/** Whether those who come must say in which way: the meeting is in a room and online. */
export function isHybrid({ venue, onlineUrl }: Pick<Row<"meeting">, "venue" | "onlineUrl">) {
  return Boolean(venue && onlineUrl);
}
