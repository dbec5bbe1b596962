import { later } from "#app/clock.ts";
import type { Moment, Row } from "#db/tables.ts";
import { firstAllowed, hoursBefore, lastAllowed } from "../mail/quiet.ts";
import { isExpected, type Meeting, phaseOf } from "../meetings/meeting.ts";
import { latest, RULES, type Rule, type RuleSet } from "./rule.ts";

/** Why nothing is written by a rule for a meeting; each has a sentence in `words.reminders.whyNotSent`. */
export type Dropped =
  | "off" // the house has no such letter
  | "not-expected" // a draft, put off, called off
  | "not-held"
  | "not-published" // nothing to look at yet
  | "quiet" // it would fall into the quiet hours, and the moment before them comes too early to be of use
  | "changed-since" // its hour had passed when the meeting was announced or last changed, and the letter told of that
  | "rule-newer" // its hour had passed when the rule was set
  | "stopped";

/** What a rule asks for at a meeting. */
export interface Planned {
  rule: Rule;
  counted: Moment | null; // by the rule alone
  at: Moment | null; // outside of the quiet hours
  useUntil: Moment | null; // the first moment at which it would be of no use
  dropped: Dropped | null;
}

export interface Stop {
  rule: string | null;
  invitationId: string | null;
}

/** What else decides: since when there is something of the meeting to be seen, and what an officer stopped. */
export interface Surroundings {
  publishedAt: Moment | null;
  stops: Stop[];
}

const THANKS_DAYS = 14; // a courtesy that comes later than that is none

type Times = Pick<
  Meeting,
  | "startsAt"
  | "endsAt"
  | "zone"
  | "answerBy"
  | "revision"
  | "revisedAt"
  | "scheduledAt"
  | "announcedAt"
  | "postponedAt"
  | "rescheduledAt"
  | "heldAt"
  | "cancelledAt"
>;

/** Everything that the rules ask for at a meeting, in their order: when, or why not. */
export function plansOf(meeting: Times, set: RuleSet, around: Surroundings): Planned[] {
  const made: Partial<Record<Rule, Planned>> = {};
  for (const rule of RULES) {
    const times = timesOf(rule, meeting, set, around);
    made[rule] = { rule, ...times, dropped: droppedBy(rule, times, meeting, set, around, made) };
  }
  return RULES.map((rule) => made[rule] as Planned);
}

type Made = Partial<Record<Rule, Planned>>;
type PlannedTimes = Pick<Planned, "counted" | "at" | "useUntil">;

const NEVER: PlannedTimes = { counted: null, at: null, useUntil: null };

function timesOf(
  rule: Rule,
  meeting: Times,
  set: RuleSet,
  { publishedAt }: Surroundings,
): PlannedTimes {
  const { startsAt, endsAt, zone } = meeting;
  if (rule === "thanks") {
    if (!set.thanks || !meeting.heldAt || !publishedAt) return NEVER;
    const counted = latest(endsAt, meeting.heldAt, publishedAt) as Moment;
    const at = firstAllowed(counted, set, zone);
    return { counted, at, useUntil: later(at, { days: THANKS_DAYS }) };
  }
  const before = (base: Moment, hours: number | null, useUntil: Moment): PlannedTimes => {
    if (hours === null) return NEVER;
    const counted = hoursBefore(base, hours, zone);
    return { counted, at: lastAllowed(counted, set, zone), useUntil };
  };
  if (rule === "decision") {
    const base = meeting.answerBy ?? startsAt;
    return before(base, set.decisionHours, base);
  }
  if (rule === "last-reminder") return before(startsAt, set.lastHours, startsAt);
  const last = before(startsAt, set.lastHours, startsAt).at;
  const first = before(startsAt, set.reminderHours, startsAt);
  // Once the last one is due, the first is of no use.
  return first.at && last && last > first.at ? { ...first, useUntil: last } : first;
}

function droppedBy(
  rule: Rule,
  { counted, at }: PlannedTimes,
  meeting: Times,
  set: RuleSet,
  { publishedAt, stops }: Surroundings,
  made: Made,
): Dropped | null {
  if (isOff(rule, set)) return "off";
  const isStopped = stops.some(
    (stop) => stop.invitationId === null && (stop.rule === null || stop.rule === rule),
  );
  if (isStopped) return "stopped";
  if (rule === "thanks") {
    if (meeting.cancelledAt || meeting.postponedAt) return "not-expected";
    if (!meeting.heldAt) return "not-held";
    return publishedAt ? null : "not-published";
  }
  const wasExpected = isExpected(meeting) || phaseOf(meeting) === "held";
  if (!wasExpected || !counted || !at) return "not-expected";
  const told = latest(meeting.announcedAt, meeting.revision > 0 ? meeting.revisedAt : null) ?? "";
  if (counted <= told) return "changed-since";
  if (counted <= set.setAt) return "rule-newer";
  if (at <= told || at <= set.setAt) return "quiet";
  const first = made.reminder;
  const comesWithFirst =
    rule === "last-reminder" && at !== counted && first?.at != null && at <= first.at;
  return comesWithFirst && !first.dropped ? "quiet" : null;
}

function isOff(rule: Rule, set: RuleSet): boolean {
  if (rule === "thanks") return set.thanks === 0;
  if (rule === "decision") return set.decisionHours === null;
  return (rule === "reminder" ? set.reminderHours : set.lastHours) === null;
}

/** Somebody invited, as the rules see them. */
export type Guest = Pick<Row<"invitation">, "id" | "reply" | "repliedAt" | "invitedAt"> & {
  unsubscribedAt: Moment | null;
  isDead: boolean; // their address
  came: boolean;
};

/** Why somebody gets none of it; each has a sentence in `words.reminders.whyNotTo`. */
export type PassedOver =
  | "declined"
  | "silent" // has said nothing: the reminders are for those who come
  | "answered" // needs not be asked
  | "unsubscribed"
  | "told-since" // invited, or answered, after its hour
  | "absent"
  | "dead-address"
  | "stopped";

/**
 * Why somebody is passed over by a rule at its moment; undefined for whom it is meant. Who comes is reminded, undecided
 * or unsubscribed too; who has said nothing is asked, unless they unsubscribed; who came is thanked (where nobody kept
 * the door, who said that they would come).
 */
export function whyPassedOver(
  { rule, at }: Pick<Planned, "rule" | "at">,
  guest: Guest,
  { stops, isDoorKept }: { stops: Stop[]; isDoorKept: boolean },
): PassedOver | undefined {
  const isStopped = stops.some(
    (stop) => stop.invitationId === guest.id && (stop.rule === null || stop.rule === rule),
  );
  if (isStopped) return "stopped";
  if (guest.isDead) return "dead-address";
  const comes = guest.reply !== null && guest.reply !== "declined";
  if (rule === "thanks") {
    if (!(isDoorKept ? guest.came : comes)) return "absent";
    return guest.unsubscribedAt ? "unsubscribed" : undefined;
  }
  if (guest.reply === "declined") return "declined";
  if (rule === "decision") {
    if (guest.reply !== null) return "answered";
    if (guest.unsubscribedAt && !guest.repliedAt) return "unsubscribed";
    return at !== null && guest.invitedAt >= at ? "told-since" : undefined;
  }
  if (!comes) return "silent";
  const told = latest(guest.invitedAt, guest.repliedAt) as Moment;
  return at !== null && told >= at ? "told-since" : undefined;
}
