import type { Moment, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { REMINDING, type Reminding } from "../mail/letter.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { maySet, type Scope } from "../policies/policy.ts";

/** What is written by rule, in the order in which it falls due; each is a kind of letter, and each goes once. */
export const RULES = REMINDING;
export type Rule = Reminding;

export type RuleSet = Row<"reminderRule">;

/** Whether there is a reminder of that name. */
export function isRule(text: string): text is Rule {
  return (RULES as readonly string[]).includes(text);
}

/** The nearest set that holds for a meeting: its agency's before its province's before the nation's. */
export function rulesFor(
  sets: RuleSet[],
  { kind, agencyId, provinceId }: Pick<Meeting, "kind" | "agencyId"> & { provinceId: string },
): RuleSet | undefined {
  const current = sets.filter((set) => set.kind === kind && set.endedAt === null);
  return (
    current.find((set) => set.scope === "agency" && set.agencyId === agencyId) ??
    current.find((set) => set.scope === "province" && set.provinceId === provinceId) ??
    current.find(({ scope }) => scope === "national")
  );
}

/** For whom an officer may set the rules, seen from an agency: for itself, its province, the country. */
export function scopesFor(
  officer: Reach,
  { id: agencyId, provinceId }: { id: string; provinceId: string },
): Scope[] {
  const scopes: Scope[] = [
    { scope: "agency", agencyId, provinceId },
    { scope: "province", provinceId },
    { scope: "national" },
  ];
  return scopes.filter((scope) => maySet(officer, scope));
}

/** Later of the moments that are there. */
export function latest(...moments: (Moment | null | undefined)[]): Moment | null {
  return moments.reduce<Moment | null>(
    (last, moment) => (moment && (!last || moment > last) ? moment : last),
    null,
  );
}
