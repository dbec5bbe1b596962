import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { findPause, type Pause } from "../mail/pause.server.ts";
import { readProblem } from "../mail/problem.ts";
import { lettersFor } from "./correspondence.server.ts";

export interface MailAlerts {
  pause: Pause | null; // no letter leaves
  refusedByPolicy: { count: number; words: string } | null; // with the words that came last
}

const TOLD_FOR_DAYS = 7;

/** What stands in the way of letters within an officer's reach and is the operator's to mend. */
export async function mailAlertsFor(db: Db, officer: Officer, now: Moment): Promise<MailAlerts> {
  const since = later(now, { days: -TOLD_FOR_DAYS });
  const refused = lettersFor(db, officer)
    .where("mail.fault", "=", "policy")
    .where("mail.refusedAt", ">", since);
  const [pause, { count }, last] = await Promise.all([
    findPause(db),
    refused.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
    refused.select("mail.problem").orderBy("mail.refusedAt", "desc").limit(1).executeTakeFirst(),
  ]);
  const words = readProblem(last?.problem ?? "").words;
  return { pause: pause ?? null, refusedByPolicy: count > 0 ? { count, words } : null };
}
