import { dayOf, daysAfter, endOf, later } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import { type DayOff, monthsAfter, type WorkCalendar } from "./calendar.ts";
import {
  type Clock,
  isPolicyKey,
  kindOf,
  type Policy,
  type PolicyKey,
  type Regime,
  regimeOn,
} from "./policy.ts";

/** As much of a rule as an explanation names. */
export type DueRule = Pick<
  Policy,
  "id" | "key" | "value" | "unit" | "clock" | "scope" | "legalRef" | "statutory" | "verifiedBy"
>;

/** When something is due, and how that was found. */
export interface Due {
  rule: DueRule;
  regime: Regime | undefined;
  /** Counted back from the start: a notice so long before a meeting. */
  before: boolean;
  start: Moment;
  startDay: Day;
  /** Days that were passed over, in order. */
  skipped: DayOff[];
  /** Weekend days that counted, since they are worked in exchange for another. */
  worked: { day: Day; name: string }[];
  /** The last day as first counted, where it was off and gave way to the next working day. */
  movedFrom: Day | null;
  /** The last day. */
  day: Day;
  /** The first moment that is too late. */
  at: Moment;
}

/** A limit: a rule with a clock. */
export type Limit = DueRule & { clock: Clock };

/** Whether a rule sets a time that runs out; the others set a number, a choice or a yes. */
export function isLimit(policy: DueRule): policy is Limit {
  return policy.clock !== null;
}

/**
 * When something is due by a rule that sets a limit, with its explanation. Hours run through nights and
 * holidays. Days and months are counted from the day after the start (Civil Code, art. 147); working days
 * leave out weekends and holidays; the last day of the others, when it is off, gives way to the next
 * working day (art. 148). All of it as the calendar hangs in Viet Nam.
 */
export function dueOf(rule: Limit, start: Moment, calendar: WorkCalendar): Due {
  const before = isPolicyKey(rule.key) && kindOf(rule.key as PolicyKey).before === true;
  const startDay = dayOf(start);
  const asked = { rule, regime: regimeOn(startDay), before, start, startDay };
  if (rule.clock === "clock_hours") return { ...asked, ...hoursFrom(rule, start, before) };
  const counted =
    rule.clock === "working_days"
      ? workingDaysFrom(startDay, Number(rule.value), before ? -1 : 1, calendar)
      : lastDayFrom(startDay, rule, before, calendar);
  return { ...asked, ...counted, at: endOf(counted.day) };
}

type Counted = Pick<Due, "skipped" | "worked" | "movedFrom" | "day">;

function hoursFrom(rule: Limit, start: Moment, before: boolean): Counted & { at: Moment } {
  const hours = Number(rule.value) * (before ? -1 : 1);
  const at = later(start, { hours });
  return { skipped: [], worked: [], movedFrom: null, day: dayOf(at), at };
}

function workingDaysFrom(start: Day, days: number, step: 1 | -1, calendar: WorkCalendar): Counted {
  const counted: Counted = { skipped: [], worked: [], movedFrom: null, day: start };
  for (let left = days; left > 0; ) {
    counted.day = daysAfter(counted.day, step);
    const off = calendar.offOn(counted.day);
    const worked = calendar.workedOn(counted.day);
    if (off) counted.skipped.push(off);
    else left -= 1;
    if (worked) counted.worked.push({ day: counted.day, name: worked });
  }
  return counted;
}

function lastDayFrom(
  start: Day,
  { clock, value }: Limit,
  before: boolean,
  calendar: WorkCalendar,
): Counted {
  const length = Number(value) * (before ? -1 : 1);
  const last = clock === "months" ? monthsAfter(start, length) : daysAfter(start, length);
  const skipped: DayOff[] = [];
  let day = last;
  // A notice that must come before is not given later because its day is off.
  for (let off = calendar.offOn(day); off && !before; off = calendar.offOn(day)) {
    skipped.push(off);
    day = daysAfter(day, 1);
  }
  return { skipped, worked: [], movedFrom: day === last ? null : last, day };
}

/** Calm, from half of the time on due, from four fifths on urgent, late; or done. */
export type DueState = "calm" | "due" | "urgent" | "late" | "done";

export interface Progress {
  /** The share of the time that has gone, from 0; above 1 when it is late. */
  share: number;
  state: DueState;
  /** Milliseconds left; below 0 when it is late. */
  left: number;
}

/** How far along something is at a moment, or was when it was done. A limit counted back has as long to run as it is itself. */
export function progressOf(due: Due, now: Moment, doneAt?: Moment | null): Progress {
  const [start, end] = [Date.parse(due.start), Date.parse(due.at)];
  const length = Math.abs(end - start);
  const left = end - Date.parse(doneAt ?? now);
  const share = length > 0 ? Math.max(0, 1 - left / length) : left > 0 ? 0 : 1;
  return { share, left, state: doneAt ? "done" : stateAt(share) };
}

function stateAt(share: number): DueState {
  if (share >= 1) return "late";
  if (share >= 0.8) return "urgent";
  return share >= 0.5 ? "due" : "calm";
}
