import { z } from "zod";
import type { Messages } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import type { Moment } from "#db/tables.ts";
import { line, optional } from "../fields.ts";
import type { MeetingDetails } from "./meeting.ts";
import { MeetingForm, type MeetingProblem, readMeeting } from "./meeting-form.ts";

const code = z
  .union([z.string(), z.number().int()], "not-a-choice")
  .transform(String)
  .pipe(line(60));

/** A meeting written as JSON, as the command line takes it: the form's fields, and whose it is. */
const MeetingFile = z.strictObject({
  ...MeetingForm.omit({ spokespersonId: true }).shape,
  chair: optional(line(120)),
  area: code.optional(), // the code of a current area, whose People's Committee holds it
  agency: code.optional(), // or an agency's id
  spokesperson: optional(line(120)), // a name or an id
});

export interface MeetingWanted {
  agencyId: string | undefined;
  areaCode: string | undefined;
  spokesperson: string | undefined;
  details: Omit<MeetingDetails, "spokespersonId">;
}

/** What is wrong with a file, and with which of its fields; none for the file itself. */
export interface FileProblem {
  field: string | null;
  problem: string;
  choices?: string[]; // what could stand there
}

/** Reads a meeting from JSON. Every problem is told at once, with its field. */
export function readMeetingFile(
  text: string,
  now: Moment,
): { ok: true; wanted: MeetingWanted } | { ok: false; problems: FileProblem[] } {
  const json = jsonIn(text);
  if (json === undefined) return { ok: false, problems: [{ field: null, problem: "not-json" }] };
  const parsed = MeetingFile.safeParse(json);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(problemsOf) };

  const { area, agency, spokesperson, ...form } = parsed.data;
  if ((area === undefined) === (agency === undefined))
    return { ok: false, problems: [{ field: null, problem: "area-or-agency" }] };
  const read = readMeeting(form, now);
  if (!read.ok) return { ok: false, problems: byField(read.problems) };
  const { spokespersonId, ...details } = read.details;
  return { ok: true, wanted: { agencyId: agency, areaCode: area, spokesperson, details } };
}

/** An object of JSON, without what is null in it; undefined when the text holds none. */
function jsonIn(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
    return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
  } catch {
    return undefined;
  }
}

function problemsOf(issue: z.core.$ZodIssue): FileProblem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((field) => ({ field, problem: "unknown-field" }));
  const field = String(issue.path[0]);
  if (field === "zone" && issue.message === "not-a-choice")
    return [{ field, problem: "unknown-zone" }];
  const choices = issue.code === "invalid_value" ? { choices: issue.values.map(String) } : {};
  return [{ field, problem: issue.message, ...choices }];
}

function byField(problems: Partial<Record<string, MeetingProblem[]>>): FileProblem[] {
  return Object.entries(problems).flatMap(([field, keys = []]) =>
    keys.map((problem) => ({ field, problem })),
  );
}

/** A file's problem as a sentence, with the field as the file names it. */
export function fileSentence(words: Messages, { field, problem, choices }: FileProblem): string {
  const sentences: Record<string, string> = {
    ...words.meetings.problems,
    ...words.meetings.fileProblems,
  };
  const own = Object.hasOwn(sentences, problem) ? sentences[problem] : undefined;
  const allowed = choices ? ` (${choices.join(", ")})` : "";
  const sentence = (own ?? problemSentence(words, problem)) + allowed;
  return field === null ? sentence : `${field}: ${sentence}`;
}
