import { z } from "zod";
import { localTime, readLocalTime } from "#app/clock.ts";
import { choice, count, line, localMoment, optional, paragraphs } from "../fields.ts";
import type { Statement } from "./statement.ts";

const part = paragraphs(5000).refine((text) => text !== "", "required");

/** A statement in its four parts, and who speaks. */
export const StatementForm = z.object({
  language: choice(["vi", "en"]),
  title: line(200),
  known: part,
  unknown: optional(paragraphs(5000)),
  doing: part,
  nextUpdateAt: optional(localMoment),
  speakerId: line(60),
  edition: optional(count(0, 1_000_000)), // of the text that the writer saw
});
export type StatementForm = z.output<typeof StatementForm>;

/** What a statement says, by a filled form. */
export function contentsOf({
  language,
  title,
  known,
  unknown,
  doing,
  nextUpdateAt,
}: StatementForm) {
  return {
    ...{ language, title, known, doing, unknown: unknown ?? "" },
    nextUpdateAt: (nextUpdateAt && readLocalTime(nextUpdateAt)) || null,
  };
}
export type Contents = ReturnType<typeof contentsOf>;

/** A statement as the form's default values. */
export function formOf(statement: Statement): z.input<typeof StatementForm> {
  const { language, title, known, unknown, doing, nextUpdateAt, speakerId, edition } = statement;
  return {
    ...{ language, title, known, unknown, doing, edition },
    nextUpdateAt: nextUpdateAt ? localTime(nextUpdateAt) : "",
    speakerId: speakerId ?? "",
  };
}

/** Who said yes; of an incident of several bodies, with whom it was agreed (7.2). */
export const ApprovalForm = z.object({
  approver: line(120),
  agreedWith: optional(line(300)),
  edition: count(0, 1_000_000), // of the text that was approved
});
