import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, line } from "../fields.ts";

export type OutletType = Row<"outlet">["type"];

/** The kinds of press agency that the Press Law knows. */
export const OUTLET_TYPES = [
  "print",
  "magazine",
  "online",
  "radio",
  "television",
  "agency",
  "mixed",
] as const satisfies OutletType[];

export const OutletForm = z.object({ name: line(200), type: choice(OUTLET_TYPES) });
export type OutletForm = z.output<typeof OutletForm>;
