import { z } from "zod";
import { localTime, readLocalTime } from "#app/clock.ts";
import { choice, count, line, localMoment, optional, paragraphs } from "../fields.ts";
import { withoutHidden } from "../markdown/hidden-signs.ts";
import { plainText, readMarkdown } from "../markdown/markdown.ts";
import { type Statement, TEXT_KINDS } from "./statement.ts";

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
export type Contents = ReturnType<typeof contentsOf> & { body?: string };

const MOST_SIGNS = 40_000;

/** Formatted text that says something, without the signs that hide in what was pasted. */
const body = z
  .string({ error: "required" })
  .max(MOST_SIGNS, `too-long:${MOST_SIGNS}`)
  .transform((text) => withoutHidden(text.normalize("NFC").replace(/\r\n?/g, "\n")).text.trim())
  .refine((text) => plainText(readMarkdown(text)).trim() !== "", "required");

/** One line without hidden signs. */
const heading = z
  .string({ error: "required" })
  .transform((text) => withoutHidden(text).text)
  .pipe(line(200));

/** A statement that is written freely: a press release, an answer, a notice; and who speaks. */
export const TextForm = z.object({
  kind: choice(TEXT_KINDS),
  language: choice(["vi", "en"]),
  title: heading,
  body,
  speakerId: line(60),
  incidentId: optional(line(60)),
  edition: optional(count(0, 1_000_000)), // of the text that the writer saw
});
export type TextForm = z.output<typeof TextForm>;

/** What a freely written statement says, by a filled form. */
export function contentsOfText({ language, title, body }: TextForm): Contents {
  const parts = { known: "", unknown: "", doing: "", nextUpdateAt: null };
  return { language, title, body, ...parts };
}

/** A freely written statement as the form's default values. */
export function textFormOf(statement: Statement): z.input<typeof TextForm> {
  const { language, title, body, speakerId, incidentId, edition } = statement;
  const kind = TEXT_KINDS.find((one) => one === statement.kind) ?? "press_release";
  return {
    ...{ kind, language, title, body, edition: String(edition) },
    ...{ speakerId: speakerId ?? "", incidentId: incidentId ?? "" },
  };
}

/** Which hidden signs were typed into a form, so that whoever wrote it is told that they are gone. */
export function hiddenIn(form: FormData): string[] {
  const typed = ["title", "body"].map((name) => String(form.get(name) ?? "")).join("\n");
  return withoutHidden(typed).removed;
}

/** Why a published text is put right. */
export const CorrectionForm = z.object({
  reason: paragraphs(1000).refine((text) => text !== "", "required"),
});

/** Why a published text is taken back, and who said so. */
export const RetractionForm = z.object({
  reason: paragraphs(1000).refine((text) => text !== "", "required"),
  approver: line(120),
});

/** Another agency's yes, or what it objects to. */
export const SignOffForm = z.object({
  signer: line(120),
  edition: count(0, 1_000_000),
});
export const ObjectionForm = z.object({
  objection: paragraphs(1000).refine((text) => text !== "", "required"),
  edition: count(0, 1_000_000),
});

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
