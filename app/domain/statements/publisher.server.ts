import type { Db, Moment } from "#db/tables.ts";
import { wake } from "../mail/worker.server.ts";
import { publishDue } from "./schedule.server.ts";

const LONGEST_WAIT = 1000; // ms: what was scheduled meanwhile is seen within a second

/**
 * Publishes what was scheduled for as long as the process lives, within the second that it is due. Several may run
 * side by side: each statement is published once. It alone does not keep a process alive.
 */
export function startPublisher(
  db: Db,
  {
    clock,
    log,
    pollMs = LONGEST_WAIT,
  }: { clock: () => Moment; log: (line: string) => void; pollMs?: number },
): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function look() {
    let soonest = 0;
    try {
      const { published, letters, refused } = await publishDue(db, clock());
      if (published + refused > 0)
        log(`statements: ${published} published as scheduled, ${refused} refused`);
      if (letters > 0) wake();
    } catch (error) {
      log(`statements: ${(error as Error).message}`);
      soonest = pollMs; // what failed is still due
    }
    if (!isStopped) await again(soonest);
  }

  /** At the moment that comes next where it is near, else after a while. */
  async function again(soonest: number) {
    const next = await db
      .selectFrom("statement")
      .select(({ fn }) => fn.min("scheduledAt").as("at"))
      .where("publishedAt", "is", null)
      .where("withdrawnAt", "is", null)
      .executeTakeFirst()
      .catch(() => undefined);
    const wait = next?.at ? Date.parse(next.at) - Date.parse(clock()) : pollMs;
    if (isStopped) return;
    timer = setTimeout(
      () => {
        running = look();
      },
      Math.max(soonest, Math.min(wait, pollMs)),
    );
    timer.unref();
  }

  running = look();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
