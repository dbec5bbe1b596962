import type { Moment } from "#db/tables.ts";
import { progressOf } from "../policies/due.ts";
import type { QueryClocks } from "./clocks.server.ts";
import type { Query } from "./query.ts";

/** The moment that counts first: the law's where it has one, else what was promised last, else the house's rule. */
export function firstDue({ statutory, promisedAt, house }: QueryClocks): Moment | null {
  return statutory?.at ?? promisedAt ?? house?.at ?? null;
}

export type Urgency = "late" | "soon" | "calm" | "done";

/**
 * How pressing a query is: late when the law's moment, or the house's own word, has passed; soon when most of that
 * time has gone. Nothing presses once it has an outcome.
 */
export function urgencyOf(
  { outcome }: Pick<Query, "outcome">,
  clocks: QueryClocks,
  at: Moment,
): Urgency {
  if (outcome) return "done";
  const { statutory, house, promisedAt } = clocks;
  const promised = promisedAt ?? house?.at;
  if ((statutory && statutory.at <= at) || (promised && promised <= at)) return "late";
  const running = [statutory, promisedAt ? undefined : house].filter((due) => due !== undefined);
  const presses = running.some((due) => progressOf(due, at).state === "urgent");
  return presses || (promisedAt !== null && hoursUntil(promisedAt, at) <= 24) ? "soon" : "calm";
}

function hoursUntil(moment: Moment, at: Moment): number {
  return (Date.parse(moment) - Date.parse(at)) / 3_600_000;
}

/** Whether it was answered within the law's time; undefined while it runs, or where the law sets none. */
export function isInTime(
  { outcome, outcomeAt }: Pick<Query, "outcome" | "outcomeAt">,
  { statutory }: QueryClocks,
): boolean | undefined {
  if (!statutory || !outcomeAt || outcome === "withdrawn" || outcome === "forwarded")
    return undefined;
  return outcomeAt < statutory.at;
}
