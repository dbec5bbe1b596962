import type { Row } from "#db/tables.ts";

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
