import { z } from "zod";
import { localTime, readLocalTime } from "#app/clock.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import { choice, line, localMoment, optional, paragraphs } from "../fields.ts";
import {
  ASKED_FOR,
  CLAUSES,
  type Incident,
  type IncidentDetails,
  type InstantProblem,
  instantProblems,
  KINDS,
  LEVELS,
} from "./incident.ts";

/** What is typed about an incident; what its parts mean together is `readIncident`'s affair. */
export const IncidentForm = z.object({
  title: line(200),
  known: optional(paragraphs(5000)),
  kind: choice(KINDS),
  level: choice(LEVELS),
  clause: choice(CLAUSES),
  occurredAt: optional(localMoment),
  receivedAt: optional(localMoment),
  determinedAt: optional(localMoment),
  leadBody: optional(line(200)),
  outlet: optional(line(200)),
  note: optional(paragraphs(2000)),
});
export type IncidentForm = z.output<typeof IncidentForm>;

export type IncidentProblem = InstantProblem | "required";
export type IncidentProblems = Partial<Record<keyof IncidentForm, IncidentProblem>>;

/** Makes of a filled form what the office keeps, with moments; or says per field what cannot be. */
export function readIncident(
  form: IncidentForm,
  now: Moment,
): { ok: true; details: IncidentDetails } | { ok: false; problems: IncidentProblems } {
  const instants = {
    occurredAt: momentOf(form.occurredAt),
    receivedAt: momentOf(form.receivedAt),
    determinedAt: momentOf(form.determinedAt),
  };
  const asked = ASKED_FOR[form.clause];
  const problems: IncidentProblems = {
    ...instantProblems(instants, now),
    ...(asked && !form[asked] && { [asked]: "required" as const }),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };

  const { title, kind, level, clause } = form;
  const details = {
    ...{ title, kind, level, clause, ...instants, known: form.known ?? "" },
    leadBody: (asked === "leadBody" && form.leadBody) || null,
    outlet: (asked === "outlet" && form.outlet) || null,
    note: form.note || null,
  };
  return { ok: true, details };
}

const momentOf = (written: string | undefined) => (written && readLocalTime(written)) || null;

/** An incident as the form's default values. */
export function formOf(incident: Incident): z.input<typeof IncidentForm> {
  const { title, known, kind, level, clause } = incident;
  const written = (at: Moment | null) => (at ? localTime(at) : "");
  return {
    ...{ title, known, kind, level, clause },
    occurredAt: written(incident.occurredAt),
    receivedAt: written(incident.receivedAt),
    determinedAt: written(incident.determinedAt),
    leadBody: incident.leadBody ?? "",
    outlet: incident.outlet ?? "",
    note: incident.note ?? "",
  };
}

/** The problems as sentences of the reader's language, by field. */
export function sentencesOf(words: Messages, problems: IncidentProblems): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, key]) => [field, [words.incidents.problems[key]]]),
  );
}
