import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, line, optional, paragraphs } from "../fields.ts";
import { type Incident, KINDS, LEVELS } from "./incident.ts";

export type Scenario = Row<"scenario">;

/** What an office writes down before anything happens. */
export const ScenarioForm = z.object({
  title: line(200),
  kind: choice(KINDS),
  level: optional(choice(LEVELS)),
  known: optional(paragraphs(5000)),
  unknown: optional(paragraphs(5000)),
  doing: optional(paragraphs(5000)),
  questions: optional(paragraphs(5000)),
  speaks: optional(line(200)),
});
export type ScenarioForm = z.output<typeof ScenarioForm>;

/** A scenario's words; what was left blank is empty. */
export function contentsOf(form: ScenarioForm) {
  const { title, kind, level = null } = form;
  return {
    ...{ title, kind, level },
    known: form.known ?? "",
    unknown: form.unknown ?? "",
    doing: form.doing ?? "",
    questions: form.questions ?? "",
    speaks: form.speaks ?? "",
  };
}

/** Those that fit an incident, the closest first: of its kind and level, of its kind at any level; the agency's own before its province's. */
export function fitting<One extends Pick<Scenario, "kind" | "level" | "agencyId">>(
  scenarios: One[],
  incident: Pick<Incident, "kind" | "level" | "agencyId">,
): One[] {
  const distance = ({ level, agencyId }: One) =>
    (level === incident.level ? 0 : 2) + (agencyId === incident.agencyId ? 0 : 1);
  return scenarios
    .filter(({ kind, level }) => kind === incident.kind && (!level || level === incident.level))
    .toSorted((a, b) => distance(a) - distance(b));
}
