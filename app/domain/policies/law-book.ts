import type { Day } from "#db/tables.ts";
import type { ListedPolicy } from "./policies.server.ts";
import {
  type Comparison,
  compare,
  GROUPS,
  type Group,
  isInForce,
  kindOf,
  POLICY_KEYS,
  type PolicyKey,
  ruleOn,
} from "./policy.ts";

/** A rule as a line of the law book, on a day. */
export interface Line {
  policy: ListedPolicy;
  state: "current" | "coming" | "past";
  /** How a local rule compares with the nation's. */
  comparison: Comparison | undefined;
  national: ListedPolicy | undefined;
  /** Looser than the rule above it without a reason: it does not hold. */
  overtaken: boolean;
}

export interface Chapter {
  group: Group;
  entries: { key: PolicyKey; lines: Line[] }[];
  past: Line[];
}

/** The law as an officer reads it: by subject, what holds on a day before what held once. */
export function lawBook(policies: ListedPolicy[], day: Day): Chapter[] {
  return GROUPS.map((group) => {
    const keys = POLICY_KEYS.filter((key) => kindOf(key).group === group);
    const all = keys.map((key) => ({ key, lines: linesOf(key, policies, day) }));
    return {
      group,
      entries: all.map(({ key, lines }) => ({
        key,
        lines: lines.filter(({ state }) => state !== "past"),
      })),
      past: all.flatMap(({ lines }) => lines.filter(({ state }) => state === "past")),
    };
  });
}

const ORDER = { national: 0, province: 1, agency: 2 };

function linesOf(key: PolicyKey, policies: ListedPolicy[], day: Day): Line[] {
  const own = policies.filter((policy) => policy.key === key);
  return own
    .toSorted((a, b) => ORDER[a.scope] - ORDER[b.scope])
    .map((policy) => ({ policy, ...standingOf(key, policy, own, day) }));
}

function standingOf(key: PolicyKey, policy: ListedPolicy, own: ListedPolicy[], day: Day) {
  const state = stateOf(policy, day);
  const asOf = state === "coming" ? policy.fromDay : day;
  if (policy.scope === "national" || state === "past")
    return { state, comparison: undefined, national: undefined, overtaken: false };
  const { agencyId, placeId: provinceId } = policy;
  const rule = ruleOn(own, { key, day: asOf, agencyId, provinceId });
  const national = rule?.national;
  const comparison = national && compare(policy, national);
  return { state, comparison, national, overtaken: rule?.held.id !== policy.id };
}

function stateOf(policy: ListedPolicy, day: Day): Line["state"] {
  if (isInForce(policy, day)) return "current";
  const isWithdrawn = policy.untilDay !== null && policy.untilDay < policy.fromDay;
  return policy.fromDay > day && !isWithdrawn ? "coming" : "past";
}
