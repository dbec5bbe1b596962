import type { Db, Moment } from "#db/tables.ts";
import { wake } from "../mail/worker.server.ts";
import { remindDue } from "./job.server.ts";

/**
 * Looks every half minute for reminders that are due and gives them to the outbox, which carries them at its own pace,
 * for as long as the process lives. It alone does not keep a process alive.
 */
export function startReminders(
  db: Db,
  {
    clock,
    log,
    everySeconds = 30,
  }: { clock: () => Moment; log: (line: string) => void; everySeconds?: number },
): { stop(): Promise<void> } {
  let working: Promise<void> | undefined;

  async function look() {
    const posted = await remindDue(db, clock());
    if (posted === 0) return;
    log(`reminders: ${posted} posted`);
    wake();
  }

  function tick() {
    working ??= look()
      .catch((error: Error) => log(`reminders: ${error.message}`))
      .finally(() => {
        working = undefined;
      });
  }

  tick();
  const timer = setInterval(tick, everySeconds * 1000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
