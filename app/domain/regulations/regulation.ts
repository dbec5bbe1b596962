import { z } from "zod";
import type { Day } from "#db/tables.ts";
import { documentFile } from "../documents/document-form.ts";
import { day, line } from "../fields.ts";

/** 45 days from 01/07/2026 (Decree 244/2026, art. 12): the last day for an agency that had no regulation then. */
export const REGULATION_DUE: Day = "2026-08-15";

export const RegulationForm = z.object({ number: line(100), day, file: documentFile });

export type RegulationState = "issued" | "due" | "overdue";

/** Whether an agency's own rules are issued, or still have time until a last day. */
export function regulationStateOn(
  day: Day,
  regulation: { number: string } | undefined | null,
  due: Day = REGULATION_DUE,
): RegulationState {
  if (regulation) return "issued";
  return day <= due ? "due" : "overdue";
}
