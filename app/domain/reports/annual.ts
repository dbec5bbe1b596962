import { dayBefore } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import { isInForce, type Policy } from "../policies/policy.ts";
import type { Span } from "./period.ts";

/** The six indicators of the form (Decree 244/2026, annex), by their numbers in it. */
export const INDICATORS = [1, 2, 3, 4, 5, 6] as const;
export type Indicator = (typeof INDICATORS)[number];

/** Whether the annual report has an indicator of that number. */
export function isIndicator(n: number): n is Indicator {
  return INDICATORS.includes(n as Indicator);
}

/** Those that are one number in the form; the others are a number of so many. */
export const COUNTS: readonly Indicator[] = [1, 2];

/** What became of a thing that an indicator counts, or counts against. */
export type Standing =
  | "held"
  | "cancelled"
  | "postponed"
  | "unrecorded" // over, and nobody has said what became of it
  | "coming"
  | "told"
  | "answered"
  | "partly"
  | "refused"
  | "withdrawn"
  | "forwarded"
  | "open"
  | "after" // done, but after the figures were closed
  | "spoken"
  | "on_time"
  | "late"
  | "running"
  | "overdue"
  | "unspoken"
  | "no_clock" // nobody has said from when its clock runs
  | "feedback"
  | "no_feedback";

/** One thing behind an indicator. Of whom it came from, or was about, nothing is told here. */
export interface Evidence {
  id: string;
  agencyId: string;
  title: string;
  at: Moment | Day; // by this it belongs to the period
  counts: boolean; // in the figure; the others stand in what it is a part of
  standing: Standing;
}

export interface Figure {
  count: number;
  of: number;
}

/** What an indicator comes to: how many of its cases count, of how many there are. */
export function figureOf(evidence: Pick<Evidence, "counts">[]): Figure {
  return { count: evidence.filter(({ counts }) => counts).length, of: evidence.length };
}

/** 12 of what stands alone in the form; 12/15 of the others. */
export function writtenFigure(indicator: Indicator, { count, of }: Figure): string {
  return COUNTS.includes(indicator) ? String(count) : `${count}/${of}`;
}

/** A year's figures are closed and due by these rules. */
export interface YearRules {
  year: number;
  span: Span;
  /** The last day on which the report is in time: it is to be sent before the rule's day. */
  lastDay: Day;
  /** From when the law asks for such a report, where that is within the span: figures may begin then. */
  lawFrom: Day | undefined;
  legalRef: { span: string; due: string };
}

type Dated = Pick<Policy, "key" | "value" | "fromDay" | "untilDay" | "legalRef" | "scope">;

/** What the law says of a year's report; undefined of a year of which it asks for none. */
export function yearRules(policies: Dated[], year: number): YearRules | undefined {
  const rule = (key: string) =>
    policies.find(
      (one) => one.key === key && one.scope === "national" && isInForce(one, `${year}-12-01`),
    );
  const [first, last, due] = ["from", "to", "due"].map((part) => rule(`report.annual.${part}`));
  if (!first || !last || !due) return undefined;
  // A span that begins later in the calendar than it ends began the year before.
  const from = `${first.value > last.value ? year - 1 : year}-${first.value}`;
  const until = `${year}-${last.value}`;
  const isFirst = from < first.fromDay && first.fromDay <= until;
  return {
    year,
    span: { from, until },
    lastDay: dayBefore(`${year}-${due.value}`),
    lawFrom: isFirst ? first.fromDay : undefined,
    legalRef: { span: first.legalRef, due: due.legalRef },
  };
}

/** The year whose report is in hand: in January still the last one, which may have been sent late. */
export function yearInHand(day: Day): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month === 1 ? year - 1 : year;
}

/** From which day on the desk asks what is still missing: the first of the month before the report is due. */
export function readinessFrom({ lastDay }: Pick<YearRules, "lastDay">): Day {
  const [year = 0, month = 1] = lastDay.split("-").map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}

/** What was behind the figures when a report was sent. */
export interface Snapshot {
  madeAt: Moment;
  span: Span;
  note: string | null;
  difficulties: string;
  proposals: string;
  indicators: Record<Indicator, Evidence[]>;
}

/** How one indicator's evidence is another now than when it was sent. */
export interface Difference {
  indicator: Indicator;
  frozen: Figure;
  now: Figure;
  added: Evidence[]; // not among the evidence then
  gone: Evidence[]; // not among it any more
  changed: { before: Evidence; now: Evidence }[]; // another standing
}

/** What has become of a frozen report's evidence since; indicators that are as they were are left out. */
export function differencesOf(
  frozen: Snapshot["indicators"],
  now: Snapshot["indicators"],
): Difference[] {
  return INDICATORS.flatMap((indicator) => {
    const [before, after] = [frozen[indicator], now[indicator]];
    const then = new Map(before.map((one) => [one.id, one]));
    const there = new Set(after.map(({ id }) => id));
    const difference = {
      ...{ indicator, frozen: figureOf(before), now: figureOf(after) },
      added: after.filter(({ id }) => !then.has(id)),
      gone: before.filter(({ id }) => !there.has(id)),
      changed: after.flatMap((one) => {
        const former = then.get(one.id);
        const isOther =
          former && (former.counts !== one.counts || former.standing !== one.standing);
        return isOther ? [{ before: former, now: one }] : [];
      }),
    };
    const { added, gone, changed } = difference;
    return added.length + gone.length + changed.length > 0 ? [difference] : [];
  });
}
