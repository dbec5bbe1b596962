import type { Moment, Row } from "#db/tables.ts";

export type Promised = Row<"promise">;

/** How promises were kept, with what each number is a part of. */
export interface Share {
  made: number;
  onTime: number;
  late: number; // kept, but late
  overdue: number; // not kept, and late already
  running: number; // not yet due
}

/** How promises were kept, counted at a moment: on time, late, running, overdue. */
export function shareOf(promises: Pick<Promised, "dueAt" | "keptAt">[], at: Moment): Share {
  const share: Share = { made: promises.length, onTime: 0, late: 0, overdue: 0, running: 0 };
  for (const { dueAt, keptAt } of promises) {
    if (keptAt) share[keptAt < dueAt ? "onTime" : "late"] += 1;
    else share[at < dueAt ? "running" : "overdue"] += 1;
  }
  return share;
}
