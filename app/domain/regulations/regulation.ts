import { z } from "zod";
import type { Day } from "#db/tables.ts";
import { documentFile } from "../documents/document-form.ts";
import { day, line } from "../fields.ts";

/** The day the decree came into force, from which the time to issue a regulation runs (Decree 244/2026, art. 12). */
export const REGULATION_ASKED_FROM: Day = "2026-07-01";

export const RegulationForm = z.object({ number: line(100), day, file: documentFile });

export type RegulationState = "issued" | "due" | "overdue";

/** Whether an agency's own rules are issued, or still have time until a last day. */
export function regulationStateOn(
  day: Day,
  regulation: { number: string } | undefined | null,
  due: Day | undefined,
): RegulationState {
  if (regulation) return "issued";
  return due === undefined || day <= due ? "due" : "overdue";
}
