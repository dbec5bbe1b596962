import { z } from "zod";
import { readLocalTime } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";
import {
  choice,
  count,
  day,
  email,
  line,
  localMoment,
  optional,
  paragraphs,
  phone,
} from "../fields.ts";
import { seenText } from "./plain-text.ts";
import { isStatusOnly, QUERY_KINDS } from "./query.ts";

/** What a stranger types is read as it is seen, before anything else is asked of it. */
const seen = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === "string" ? seenText(value) : value),
    schema,
  ) as unknown as Schema;

const LONGEST_TEXT = 5_000;

const required = (limit: number) => paragraphs(limit).refine((text) => text !== "", "required");

/** Ticked or not. */
const tick = z.literal("on").optional();

const asked = {
  kind: choice(QUERY_KINDS),
  title: seen(line(200)),
  text: optional(seen(paragraphs(LONGEST_TEXT))),
  reference: optional(seen(line(200))),
  askerName: seen(line(100)),
  askerPosition: optional(seen(line(100))),
  outletName: seen(line(200)),
  askerPhone: optional(phone),
  foreignPress: tick,
  showName: tick,
};

type Told = { kind: (typeof QUERY_KINDS)[number]; text?: string; reference?: string };

/** Of a complaint only the forwarding letter's number is taken, so that nobody's name comes along; of all else the question itself. */
function mustFit({ kind, text, reference }: Told, context: z.RefinementCtx) {
  const problem = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (isStatusOnly({ kind })) {
    if (!reference) problem("reference", "required");
    if (text) problem("text", "no-text-of-complaint");
  } else if (!text) problem("text", "required");
}

/** What somebody fills in on an agency's page; `website` is no question, programs give themselves away by it. */
export const AskForm = z
  .object({ ...asked, askerEmail: email, website: z.string().max(0, "leave-empty").optional() })
  .superRefine(mustFit);

export const TYPED_CHANNELS = ["call", "paper"] as const;

/** What an officer types in of a call or a paper. */
export const NewQueryForm = z
  .object({
    ...asked,
    askerName: optional(seen(line(100))),
    outletName: optional(seen(line(200))),
    askerEmail: optional(email),
    channel: choice(TYPED_CHANNELS),
    receivedAt: localMoment,
    language: choice(["vi", "en"]),
  })
  .superRefine(mustFit);

export const OwnerForm = z.object({ unit: optional(line(200)), ownerId: optional(line(100)) });
export const PromiseForm = z.object({ dueAt: localMoment, reason: line(500) });
export const HoldingForm = z.object({
  text: required(LONGEST_TEXT),
  speakerId: line(100),
  nextAt: localMoment,
});
export const DraftForm = z.object({
  text: required(20_000),
  speakerId: optional(line(100)),
  after: count(0, 100_000),
});
export const SignaturesForm = z.object({
  first: optional(line(100)),
  second: optional(line(100)),
  third: optional(line(100)),
});
export const SignatureForm = z.object({
  stepId: line(100),
  decision: choice(["approve", "return"]),
  note: optional(line(500)),
});
export const AnswerForm = z.object({
  outcome: choice(["answered", "partly"]),
  version: count(1, 100_000),
});
export const QueryRefusalForm = z.object({
  ground: line(60),
  text: required(LONGEST_TEXT),
  speakerId: line(100),
});
export const ForwardingForm = z.object({ agencyId: line(100) });
export const ConclusionForm = z.object({ concludedAt: localMoment });
export const AgreedForm = z.object({ agreed: line(300) });
export const TaskForm = z
  .object({
    agencyId: optional(line(100)),
    unit: optional(line(200)),
    email: optional(email),
    request: required(LONGEST_TEXT),
    dueAt: localMoment,
  })
  .superRefine(({ agencyId, unit }, context) => {
    if (!agencyId && !unit)
      context.addIssue({ code: "custom", path: ["unit"], message: "neither" });
  });
export const TaskAnswerForm = z.object({ answer: required(20_000) });
export const DisputeForm = z.object({ dispute: seen(required(2_000)) });
export const LineForm = z
  .object({
    topic: line(200),
    question: required(2_000),
    answer: required(LONGEST_TEXT),
    fromDay: day,
    untilDay: optional(day),
    edition: count(0, 100_000),
  })
  .superRefine(({ fromDay, untilDay }, context) => {
    if (untilDay && untilDay < fromDay)
      context.addIssue({ code: "custom", path: ["untilDay"], message: "wrong-days" });
  });

/** A local time that a form has checked, as a moment. */
export const momentOf = (written: string): Moment => readLocalTime(written) as Moment;
