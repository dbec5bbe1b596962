import type { Day, Row } from "#db/tables.ts";
import { canManage, type Reach } from "../accounts/officer.ts";

export type Policy = Row<"policy">;
export type Clock = NonNullable<Policy["clock"]>;

export const CLOCKS = [
  "clock_hours",
  "working_days",
  "calendar_days",
  "months",
] as const satisfies readonly Clock[];

/** Which of two values asks more of an office; of a rule that is neither, an office has no variant of its own. */
type Stricter = "smaller" | "larger" | "neither";

export interface Kind {
  group: Group;
  unit: "hours" | "days" | "months" | "rounds" | "items" | "choice" | "month_day";
  clock: Clock | null;
  stricter: Stricter;
  /** A limit that runs up to what it is counted from: a notice 24 hours before a meeting. */
  before?: true;
  options?: readonly string[];
}

export const GROUPS = [
  "spokespersons",
  "delegations",
  "incidents",
  "briefings",
  "conferences",
  "replies",
  "corrections",
  "foreign",
  "data",
  "reports",
] as const;
export type Group = (typeof GROUPS)[number];

const hours = { unit: "hours", clock: "clock_hours", stricter: "smaller" } as const;
const workingDays = { unit: "days", clock: "working_days", stricter: "smaller" } as const;
const calendarDays = { unit: "days", clock: "calendar_days", stricter: "smaller" } as const;
const months = { unit: "months", clock: "months", stricter: "smaller" } as const;
const choice = { unit: "choice", clock: null, stricter: "neither" } as const;
const monthDay = { unit: "month_day", clock: null, stricter: "neither" } as const;

const REFUSALS = [
  "state_secret",
  "party_secret",
  "private_life",
  "other_secret",
  "criminal_case",
  "inspection",
  "complaint",
  "dispute",
  "draft_policy",
] as const;

/** On which a journalist's admission may be refused: none of them is about the person. */
const ACCREDITATION_GROUNDS = ["no_paper", "no_approval", "not_press", "room_full"] as const;

/** Everything the law, or a house, sets a value for: one line for each. The values themselves are data. */
const KINDS = {
  "spokesperson.publish_after_decision": { group: "spokespersons", ...hours },
  "regulation.issue_within": { group: "spokespersons", ...calendarDays },
  "registry.confirm_every": { group: "spokespersons", ...months },
  "delegation.publish_after_signing": { group: "delegations", ...hours },
  "delegation.max_duration_days": {
    group: "delegations",
    unit: "days",
    clock: null,
    stricter: "smaller",
  },
  "delegation.allowed_grantee": {
    group: "delegations",
    ...choice,
    options: ["deputy", "responsible_person"],
  },
  "incident.initial_statement": { group: "incidents", ...hours },
  "incident.clock_start": {
    group: "incidents",
    ...choice,
    options: ["occurred", "received", "determined"],
  },
  "briefing.province.max_gap": { group: "briefings", ...months },
  "briefing.commune.max_gap": { group: "briefings", ...months },
  "info.province.monthly": { group: "briefings", ...months },
  "pressconf.notice_before": { group: "conferences", ...hours, stricter: "larger", before: true },
  "pressconf.forbid_before": { group: "conferences", ...hours, stricter: "larger", before: true },
  "pressconf.notice_items": {
    group: "conferences",
    unit: "items",
    clock: null,
    stricter: "larger",
  },
  "pressconf.notice_exempt_levels": {
    group: "conferences",
    ...choice,
    options: ["province", "commune"],
  },
  "reply.editor_request": { group: "replies", ...calendarDays },
  "reply.forwarded_opinion": { group: "replies", ...workingDays },
  "reply.forwarded_complaint": { group: "replies", ...calendarDays },
  "reply.conclusion_after_case": { group: "replies", ...workingDays },
  "reply.journalist_question": { group: "replies", ...workingDays },
  "reply.foreign_interview": { group: "replies", ...workingDays },
  "query.scoop_lock_days": { group: "replies", ...calendarDays },
  "refusal.codes": { group: "replies", ...choice, options: REFUSALS },
  "press.correction.online": { group: "corrections", ...hours, stricter: "neither" },
  "press.correction.daily": { group: "corrections", ...calendarDays, stricter: "neither" },
  "press.correction.periodical": { group: "corrections", ...choice, options: ["next_issue"] },
  "press.correction.rare_reply": { group: "corrections", ...calendarDays, stricter: "neither" },
  "press.answer_request": { group: "corrections", ...workingDays, stricter: "neither" },
  "press.correction.min_online_days": {
    group: "corrections",
    unit: "days",
    clock: null,
    stricter: "neither",
  },
  "press.feedback.rounds": {
    group: "corrections",
    unit: "rounds",
    clock: null,
    stricter: "neither",
  },
  "foreign.pc_reply": { group: "foreign", ...workingDays },
  "foreign.conf_notice": { group: "foreign", ...hours, stricter: "neither", before: true },
  "card.require": { group: "foreign", ...choice, options: ["press_card", "intro_letter"] },
  "accreditation.refusal": { group: "foreign", ...choice, options: ACCREDITATION_GROUNDS },
  "accreditation.reply": { group: "foreign", ...workingDays },
  "accreditation.objection": { group: "foreign", ...workingDays },
  "pdp.subject_reply": { group: "data", ...workingDays },
  "pdp.execute": { group: "data", ...calendarDays },
  "pdp.execute_with_processors": { group: "data", ...calendarDays },
  "retention.attendance_months": { group: "data", ...months },
  "retention.letters_months": { group: "data", ...months },
  "retention.trial_mail_months": { group: "data", ...months },
  "report.annual.due": { group: "reports", ...monthDay },
  "report.annual.from": { group: "reports", ...monthDay },
  "report.annual.to": { group: "reports", ...monthDay },
} as const satisfies Record<string, Kind>;

export type PolicyKey = keyof typeof KINDS;

export const POLICY_KEYS = Object.keys(KINDS) as PolicyKey[];

/** What kind of rule a key is of: what it is about and counted in, its clock, and which way a local one may differ. */
export function kindOf(key: PolicyKey): Kind {
  return KINDS[key];
}

/** Whether there is a rule of that name. */
export function isPolicyKey(text: string): text is PolicyKey {
  return Object.hasOwn(KINDS, text);
}

/** Whether a province or an agency may have a rule of its own on this. */
export function mayBeLocal(key: PolicyKey): boolean {
  return kindOf(key).stricter !== "neither";
}

/** What a value must look like to be one of a key's; undefined when it is none. */
export function readValue(key: PolicyKey, text: string): string | undefined {
  const { unit, options } = kindOf(key);
  const written = text.trim();
  if (unit === "choice") {
    const chosen = written.split(";").map((one) => one.trim());
    const known = chosen.every((one) => options?.includes(one));
    return known && new Set(chosen).size === chosen.length ? chosen.join(";") : undefined;
  }
  if (unit === "month_day") return isMonthDay(written) ? written : undefined;
  return /^(0|[1-9]\d{0,3})$/.test(written) ? written : undefined;
}

function isMonthDay(text: string): boolean {
  if (!/^\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`2027-${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(5, 10) === text;
}

/** A value as a number: hours, days, months, rounds, items. */
export const numberOf = ({ value }: Pick<Policy, "value">) => Number(value);

/** A value as the things it allows: grounds of refusal, papers to be shown. */
export const choicesOf = ({ value }: Pick<Policy, "value">) => value.split(";");

/** The unit that goes with a clock. */
export function unitOf(clock: Clock): Kind["unit"] {
  if (clock === "clock_hours") return "hours";
  return clock === "months" ? "months" : "days";
}

/** For whom a rule holds. */
export type Scope =
  | { scope: "national" }
  | { scope: "province"; provinceId: string }
  | { scope: "agency"; agencyId: string; provinceId: string };

/** Whether somebody may set, or end, the rules of a scope: a province's office those of its province and of its agencies. */
export function maySet(officer: Reach, scope: Scope): boolean {
  if (officer.reach === "country") return true;
  if (scope.scope === "national") return false;
  if (scope.scope === "agency")
    return canManage(officer, { id: scope.agencyId, provinceId: scope.provinceId });
  return officer.reach === "province" && officer.provinceId === scope.provinceId;
}

/** The place a rule is asked for: an agency (with its province), a province, or the country. */
export interface Place {
  provinceId?: string | null;
  agencyId?: string | null;
}

export type Measured = Pick<Policy, "key" | "value" | "clock">;
export type Comparison = "stricter" | "same" | "looser";

/** How a rule compares with another of the same key. Days and hours are set against each other roughly: a working week is five days of seven. */
export function compare(one: Measured, other: Measured): Comparison {
  const [mine, theirs] = [lengthOf(one), lengthOf(other)];
  if (mine === theirs) return "same";
  const { stricter } = isPolicyKey(one.key) ? kindOf(one.key) : { stricter: "smaller" };
  return mine < theirs === (stricter === "smaller") ? "stricter" : "looser";
}

const HOURS: Record<Clock, number> = {
  clock_hours: 1,
  calendar_days: 24,
  working_days: (24 * 7) / 5,
  months: 24 * 30,
};

function lengthOf({ value, clock }: Measured): number {
  return Number(value) * (clock ? HOURS[clock] : 1);
}

/** The rule that holds, and beside it the nation's own and how the two compare. */
export interface Rule<Held = Policy> {
  held: Held;
  national: Held | undefined;
  comparison: Comparison | undefined;
}

type Dated = Measured &
  Pick<Policy, "scope" | "provinceId" | "agencyId" | "fromDay" | "untilDay" | "reason">;

/** Whether something dated is in force on a day; both its days count. */
export function isInForce({ fromDay, untilDay }: Pick<Policy, "fromDay" | "untilDay">, day: Day) {
  return fromDay <= day && (untilDay === null || untilDay >= day);
}

/**
 * The rule on something that holds at a place on a day: the agency's before the province's before the
 * nation's. One that is looser than the rule above it holds only with its reason: a local rule that the
 * law has overtaken steps back by itself.
 */
export function ruleOn<Held extends Dated>(
  policies: Held[],
  { key, day, provinceId, agencyId }: Place & { key: PolicyKey; day: Day },
): Rule<Held> | undefined {
  const current = policies.filter((policy) => policy.key === key && isInForce(policy, day));
  const national = current.find(({ scope }) => scope === "national");
  const local = [
    provinceId && current.find((one) => one.scope === "province" && one.provinceId === provinceId),
    agencyId && current.find((one) => one.scope === "agency" && one.agencyId === agencyId),
  ];
  const held = local.reduce<Held | undefined>(
    (above, own) =>
      own && (!above || own.reason || compare(own, above) !== "looser") ? own : above,
    national,
  );
  if (!held) return undefined;
  const other = national && held !== national ? compare(held, national) : undefined;
  return { held, national, comparison: other };
}

/** The two regimes that the house was furnished with: the Press Law of 2016 with Decree 09/2017, and that of 2025 with Decree 244/2026. */
const REGIMES = [
  { name: "2017", fromDay: "2017-03-30", untilDay: "2026-06-30" },
  { name: "2026", fromDay: "2026-07-01", untilDay: null },
] as const;
export type Regime = (typeof REGIMES)[number]["name"];

/** Which law the country was under on a day; undefined before the first that is known here. */
export function regimeOn(day: Day): Regime | undefined {
  return REGIMES.find((regime) => isInForce(regime, day))?.name;
}
