import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { BY_ITSELF, runRetention } from "./retention.server.ts";

const HOUR = 3_600_000;

/**
 * Lets go once a day of what has been kept for its time, for as long as the process lives; of several processes the
 * first has the day's round. The rounds alone do not keep a process alive.
 */
export function startRounds(
  db: Db,
  {
    clock,
    log,
    every = HOUR,
  }: { clock: () => Moment; log: (line: string) => void; every?: number },
): { stop(): Promise<void> } {
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(() => roundOfToday(db, clock(), log));
  };
  const timer = setInterval(look, every);
  timer.unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

async function roundOfToday(db: Db, at: Moment, log: (line: string) => void): Promise<void> {
  try {
    const removed = await runRetention(db, { by: BY_ITSELF, at }, { day: dayOf(at) });
    const told = Object.entries(removed ?? {}).filter(([, n]) => n > 0);
    if (told.length > 0)
      log(`retention: let go of ${told.map(([kind, n]) => `${n} ${kind}`).join(", ")}`);
  } catch (error) {
    log(`retention: ${(error as Error).message}`);
  }
}
