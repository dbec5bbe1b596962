import { z } from "zod";
import { choice, day, line, optional } from "../fields.ts";
import { CLOCKS, kindOf, type PolicyKey, type Scope } from "./policy.ts";

const PolicyForm = z.object({
  for: line(200),
  value: line(500),
  clock: optional(choice(CLOCKS)),
  fromDay: day,
  legalRef: line(300),
  statutory: choice(["yes", "no"]),
  reason: optional(line(500)),
});

/** Of a rule that is a limit one must say how it is counted. */
const LimitForm = PolicyForm.extend({ clock: choice(CLOCKS) }) as unknown as typeof PolicyForm;

/** The form of a rule of that kind: one that sets a time asks for its clock too. */
export function policyFormOf(key: PolicyKey): typeof PolicyForm {
  return kindOf(key).clock ? LimitForm : PolicyForm;
}

export const PolicyEndForm = z.object({ untilDay: day });

export const VerificationForm = z.object({ verifiedBy: line(200), verifiedDay: day });

export const HolidayForm = z.object({
  day,
  kind: choice(["off", "work"]),
  name: line(200),
  basis: line(300),
});

/** For whom a rule is to be, as a form's option: national, province, or an agency's id. */
export function optionOf(scope: Scope): string {
  return scope.scope === "agency" ? `agency:${scope.agencyId}` : scope.scope;
}

/** The id of the agency that an option names. */
export function agencyInOption(option: string): string | undefined {
  return /^agency:([\w-]{1,100})$/.exec(option)?.[1];
}
