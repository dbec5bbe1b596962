import { z } from "zod";
import type { Day, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { isThereOn } from "../agencies/agency.ts";
import { documentFile } from "../documents/document-form.ts";
import { day, line } from "../fields.ts";

export const ClosingForm = z.object({
  successorIds: z.array(z.string()).max(20).default([]),
  day,
  basis: line(300),
  file: documentFile,
});

export interface ClosingDetails {
  successorIds: string[];
  day: Day; // the first day without it: from then on the successors go on
  basis: string; // by which paper
  fileId?: string | null; // the paper itself
}

export type ClosingRefusal =
  | "already-closed"
  | "before-its-start"
  | "committee-stays"
  | "into-itself"
  | "successor-elsewhere"
  | "successor-closed"
  | "sub-departments-open";

type Agency = Pick<Row<"agency">, "id" | "kind" | "fromDay" | "untilDay"> & { provinceId: string };

/** Why an agency cannot be closed so, if it cannot. */
export function closingRefusal(
  agency: Agency & { areaIsCurrent: boolean; subDepartments: number },
  successors: Agency[],
  { successorIds, day: first }: ClosingDetails,
  reach: Pick<Reach, "reach">,
): ClosingRefusal | undefined {
  if (agency.untilDay !== null) return "already-closed";
  if (agency.kind === "peoples_committee" && agency.areaIsCurrent && reach.reach !== "country")
    return "committee-stays";
  if (agency.fromDay !== null && first <= agency.fromDay) return "before-its-start";
  if (successorIds.includes(agency.id)) return "into-itself";
  if (successors.length < new Set(successorIds).size) return "successor-elsewhere";
  if (successors.some(({ provinceId }) => provinceId !== agency.provinceId))
    return "successor-elsewhere";
  if (successors.some((one) => !isThereOn(one, first))) return "successor-closed";
  const [only, ...others] = successors;
  const takesThemOver = only?.kind === "department" && others.length === 0;
  return agency.subDepartments > 0 && !takesThemOver ? "sub-departments-open" : undefined;
}
