import { setTimeout as sleep } from "node:timers/promises";

/** Lets at most so many pass in any second, evenly spaced: a mail server counts, and a burst offends it. */
export function pace(
  perSecond: number | undefined,
  { now = () => performance.now(), wait = sleep as (ms: number) => Promise<unknown> } = {},
): () => Promise<void> {
  if (!perSecond) return async () => {};
  let next = 0;
  return async () => {
    const turn = Math.max(now(), next);
    next = turn + 1000 / perSecond;
    if (turn > now()) await wait(turn - now());
  };
}
