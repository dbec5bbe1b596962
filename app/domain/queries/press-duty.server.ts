import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { dueFor, findRule } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import type { Query } from "./query.ts";

/** By when the press passes an answer on to who asked through it, or publishes it: each kind of press in its own time. */
export interface PressDuty {
  daily: Due | undefined; // dailies, radio, television, online press
  weekly: Due | undefined;
  magazineLegalRef: string | null; // in its next issue, whose day no law knows
}

/** What citizens raised in the press or sent through it: the answer is theirs, and the press brings it to them. */
const PASSED_ON: readonly Query["kind"][] = [
  "editor_request",
  "forwarded_opinion",
  "forwarded_complaint",
];

/**
 * What the press owes once it was answered in writing (Decree 237/2026, art. 18.5), by the law of the day of the
 * answer; null for what it asked on its own account, and while nothing was answered.
 */
export async function pressDutyOn(
  db: Db,
  query: Pick<Query, "kind" | "agencyId" | "outcome" | "outcomeAt"> & { provinceId: string },
): Promise<PressDuty | null> {
  const { kind, outcome, outcomeAt, agencyId, provinceId } = query;
  const isAnswered = outcome === "answered" || outcome === "partly";
  if (!outcomeAt || !isAnswered || !PASSED_ON.includes(kind)) return null;
  return dutyFrom(db, { agencyId, provinceId }, outcomeAt);
}

async function dutyFrom(
  db: Db,
  place: { agencyId: string; provinceId: string },
  start: Moment,
): Promise<PressDuty> {
  const [daily, weekly, magazine] = await Promise.all([
    dueFor(db, "press.publish_answer.daily", { ...place, start }),
    dueFor(db, "press.publish_answer.weekly", { ...place, start }),
    findRule(db, "press.publish_answer.magazine", { ...place, day: dayOf(start) }),
  ]);
  return { daily, weekly, magazineLegalRef: magazine?.held.legalRef ?? null };
}
