import type { Rule } from "../policies/policy.ts";
import type { DelegationDetails } from "./delegation.ts";

/**
 * The longest term that a delegation may have by the rule in force. The law itself sets none: what the nation's table
 * suggests is told as a warning, what a province or an agency laid down for itself binds.
 */
export interface TermRule {
  days: number;
  legalRef: string;
  isBinding: boolean;
}

/** For how many days a delegation may run at most, by what, and whether that binds; undefined where no rule says. */
export function termRuleOf(rule: Rule | undefined): TermRule | undefined {
  if (!rule) return undefined;
  const { value, legalRef } = rule.held;
  return { days: Number(value), legalRef, isBinding: isBinding(rule) };
}

/** Whether a rule must be kept: the law's, or one that a house set for itself; else it is good practice. */
export function isBinding({ held }: Pick<Rule, "held">): boolean {
  return held.statutory === 1 || held.scope !== "national";
}

const DAY = 86_400_000;

/** The rule that a term goes beyond, if it does. */
export function exceeded(
  { fromAt, untilAt }: Pick<DelegationDetails, "fromAt" | "untilAt">,
  rule: TermRule | undefined,
): TermRule | undefined {
  const length = Date.parse(untilAt) - Date.parse(fromAt);
  return rule && length > rule.days * DAY ? rule : undefined;
}
