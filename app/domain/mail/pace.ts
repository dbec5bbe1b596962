import { setTimeout as sleep } from "node:timers/promises";

const SECOND = 1000;
/** How much of its lateness a busy process may make up for, in milliseconds. */
const CATCHES_UP = 100;

/**
 * Lets at most so many pass in any second, evenly spaced: a mail server counts, and a burst offends it. One
 * after another, by the moments at which they truly passed, so that timers that fire early or all at once
 * after a pause change nothing. (Nodemailer's own limit counts by fixed windows: twice as many leave in the
 * second across two of them.)
 */
export function pace(
  perSecond: number | undefined,
  { now = () => performance.now(), wait = sleep as (ms: number) => Promise<unknown> } = {},
): () => Promise<void> {
  if (!perSecond) return async () => {};
  const passed: number[] = []; // when the last so many passed
  let due = 0;
  let last = Promise.resolve();

  async function pass(most: number) {
    for (;;) {
      const free = passed.length < most ? 0 : (passed[0] as number) + SECOND;
      const left = Math.max(due, free) - now();
      if (left <= 0) break;
      await wait(left);
    }
    if (passed.push(now()) > most) passed.shift();
    due = Math.max(due, now() - CATCHES_UP) + SECOND / most;
  }

  return () => {
    last = last.then(() => pass(perSecond));
    return last;
  };
}
