import type { Db, Moment } from "#db/tables.ts";
import { Bell } from "./bell.ts";
import { isWork } from "./outbox.server.ts";
import { findPause } from "./pause.server.ts";
import { begin, onPosted } from "./worker.server.ts";

/** A worker that was sent out and comes back when there is nothing left to carry. */
export interface Courier {
  wake(): void; // there is more
  stop(): void; // finishes what is in the air and comes back
  back: Promise<unknown>; // rejects when it came to grief
}

const LEASE_SECONDS = 30;

/**
 * Sends a courier out whenever there is something to carry, one at a time. In a process of its own it takes
 * nothing from those who read the site meanwhile: carried in theirs, 5,000 letters made the slowest hundredth of
 * lookups wait for 560 ms, and 340 MB stayed. Whatever becomes of it, what it had in hand is taken over.
 */
export function keepCourier(
  db: Db,
  {
    send,
    clock,
    log,
    pollSeconds = 1,
  }: {
    send: () => Courier;
    clock: () => Moment;
    log: (line: string) => void;
    pollSeconds?: number;
  },
): { stop(): Promise<void> } {
  const bell = new Bell();
  let courier: Courier | undefined;
  let stopped = false;
  const silence = onPosted(() => {
    bell.ring();
    courier?.wake();
  });

  async function keep() {
    await begin(db, clock());
    while (!stopped) {
      const isWanted = await isDue();
      if (stopped) return; // told to while the books were asked: nobody would call this courier back
      if (isWanted) {
        courier = send();
        await courier.back.finally(() => {
          courier = undefined;
        });
      } else await bell.orAfter(pollSeconds);
    }
  }

  async function isDue() {
    const pause = await findPause(db);
    const now = clock();
    return (!pause || pause.until <= now) && (await isWork(db, now, LEASE_SECONDS));
  }

  async function keepOn() {
    while (!stopped)
      await keep().catch((error: Error) => {
        log(`mail: ${error.message}`);
        return bell.orAfter(5 * pollSeconds);
      });
  }

  const keeping = keepOn();
  return {
    stop: async () => {
      stopped = true;
      silence();
      bell.ring();
      courier?.stop();
      await keeping;
    },
  };
}
