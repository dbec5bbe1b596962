import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, line, optional, paragraphs } from "../fields.ts";

export type Accreditation = Row<"accreditation">;
export type ForeignPress = Row<"foreignPress">;

/** The grounds there are in words; which of them are in force is the law book's affair (`accreditation.refusal`). */
export const GROUNDS = ["no_paper", "no_approval", "not_press", "room_full"] as const;
export const DECISIONS = ["approved", "limited", "waiting", "refused"] as const;
export type Decision = (typeof DECISIONS)[number];

export type Standing =
  | "pending"
  | "pending-approval" // of the province, for the foreign press
  | Decision
  | "objected"
  | "upheld"
  | "changed";

/** Where a request for admission stands. */
export function standingOf(
  { decision, objectedAt, review }: Pick<Accreditation, "decision" | "objectedAt" | "review">,
  foreign: Pick<ForeignPress, "approval"> | undefined,
): Standing {
  if (review) return review;
  if (objectedAt) return "objected";
  if (decision) return decision;
  return foreign && foreign.approval !== "given" ? "pending-approval" : "pending";
}

/** Whether its owner may still object: once, to what is less than they asked for. */
export function mayObject({ decision, objectedAt }: Accreditation): boolean {
  return decision !== null && decision !== "approved" && objectedAt === null;
}

export const RequestForm = z.object({
  journalistId: line(100),
  meetingId: optional(line(100)),
  purpose: line(300),
});

/** What the desk takes down of a call or a paper. */
export const EntryForm = RequestForm.omit({ journalistId: true });

/** A refusal needs a ground and a text, a limit says to what; there is no field for anything else. */
export const DecisionForm = z
  .object({
    decision: choice(DECISIONS),
    limits: optional(line(300)),
    ground: optional(line(60)),
    reason: optional(paragraphs(2_000)),
  })
  .superRefine(({ decision, limits, ground, reason }, context) => {
    const required = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: "required" });
    if (decision === "limited" && !limits) required("limits");
    if (decision === "refused" && !ground) required("ground");
    if (decision === "refused" && !reason) required("reason");
  });
export type DecisionForm = z.output<typeof DecisionForm>;

export const ObjectionForm = z.object({
  objection: paragraphs(2_000).refine((text) => text !== "", "required"),
});

export const ReviewForm = z
  .object({
    review: choice(["upheld", "changed"]),
    decision: optional(choice(["approved", "limited", "waiting"])),
    limits: optional(line(300)),
    text: paragraphs(2_000).refine((text) => text !== "", "required"),
  })
  .superRefine(({ review, decision, limits }, context) => {
    const required = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: "required" });
    if (review === "changed" && !decision) required("decision");
    if (review === "changed" && decision === "limited" && !limits) required("limits");
  });
export type ReviewForm = z.output<typeof ReviewForm>;
