import type { Day, Moment } from "./values.ts";

/**
 * A rule of the law, or of a house: a value that holds from a day until a day, for the country, a province or an
 * agency. Never changed: a new one is entered, and the one before is given its last day.
 */
interface Policy {
  id: string;
  key: string;
  value: string;
  unit: string;
  clock: "clock_hours" | "working_days" | "calendar_days" | "months" | null;
  scope: "national" | "province" | "agency";
  provinceId: string | null;
  agencyId: string | null;
  fromDay: Day;
  untilDay: Day | null;
  legalRef: string;
  statutory: number; // 1: the law says so; 0: a rule of the house
  reason: string | null; // why a looser one than the law's is used
  verifiedBy: string | null; // the lawyer who checked it
  verifiedDay: Day | null;
  recordedAt: Moment;
  recordedBy: string;
}

/** A day off that would be worked, or a Saturday that is worked in exchange for one. */
interface Holiday {
  day: Day;
  kind: "off" | "work";
  name: string;
  basis: string;
  recordedAt: Moment;
  recordedBy: string;
}

export interface PoliciesTables {
  policy: Policy;
  holiday: Holiday;
}
