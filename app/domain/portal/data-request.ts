import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, optional, paragraphs } from "../fields.ts";

export type DataRequest = Row<"dataRequest">;

/** Why something stays although its owner asked otherwise. There is no other ground. */
export const DATA_GROUNDS = ["published_act", "open_query", "legal_duty", "not_theirs"] as const;
export type DataGround = (typeof DATA_GROUNDS)[number];

/** What of the law each ground rests on, as it is cited to whoever asked. Not yet checked by a lawyer. */
export const DATA_GROUND_REFS: Record<DataGround, string> = {
  published_act: "Luật 91/2025/QH15, Điều 16; Nghị định 244/2026/NĐ-CP, Điều 10",
  open_query: "Luật Báo chí 126/2025/QH15, Điều 31",
  legal_duty: "Luật Lưu trữ 33/2024/QH15",
  not_theirs: "Luật 91/2025/QH15, Điều 4",
};

export type RequestState = "asked" | "answered" | "carried-out" | "refused";

/** How far a journalist's request about their data has come. A refusal ends it: nothing is left to be carried out. */
export function stateOf({
  answeredAt,
  executedAt,
  outcome,
}: Pick<DataRequest, "answeredAt" | "executedAt" | "outcome">): RequestState {
  if (outcome === "refused") return "refused";
  if (executedAt) return "carried-out";
  return answeredAt ? "answered" : "asked";
}

export const CorrectionForm = z.object({
  text: paragraphs(2_000).refine((text) => text !== "", "required"),
});

/** The desk's answer: what is not done needs a ground of the list. */
export const AnswerForm = z
  .object({
    outcome: choice(["accepted", "partly", "refused"]),
    ground: optional(choice(DATA_GROUNDS)),
    answer: paragraphs(2_000).refine((text) => text !== "", "required"),
  })
  .superRefine(({ outcome, ground }, context) => {
    if (outcome !== "accepted" && !ground)
      context.addIssue({ code: "custom", path: ["ground"], message: "required" });
  });
export type AnswerForm = z.output<typeof AnswerForm>;
