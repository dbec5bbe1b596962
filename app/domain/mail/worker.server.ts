import diagnostics from "node:diagnostics_channel";
import type { Db, Moment } from "#db/tables.ts";
import { type Delivered, deliverDue, type Send } from "./delivery.server.ts";
import { type Remaining, remainingIn, takeOver } from "./outbox.server.ts";
import { pace } from "./pace.ts";
import { findPause, type Pause, resumeMail } from "./pause.server.ts";
import { isGone, newWorkerName } from "./worker-name.server.ts";

export interface WorkerOptions {
  send: Send;
  clock: () => Moment;
  log: (line: string) => void;
  parallel?: number;
  perSecond?: number; // how many letters may leave in a second; without limit when absent
  pollSeconds?: number;
  leaseSeconds?: number;
}

/** A channel, not a variable: the built pages and the server around them are separate copies of this module. */
const posted = diagnostics.channel("phat-ngon.mail.posted");

/** Tells the workers of this process that letters were posted. Call it when their transaction is through. */
export function wake(): void {
  posted.publish(undefined);
}

/**
 * Carries letters for as long as the process lives: at once when woken, else looking every second.
 * `stop` finishes what is in the air. The worker alone does not keep a process alive.
 */
export function startWorker(
  db: Db,
  { send, clock, log, perSecond, pollSeconds = 1, ...options }: WorkerOptions,
): { stop(): Promise<void> } {
  const stop = new AbortController();
  const bell = new Bell();
  posted.subscribe(bell.ring);
  const delivery = {
    ...options,
    worker: newWorkerName(),
    turn: pace(perSecond),
    stop: stop.signal,
  };

  async function work() {
    await begin(db, clock());
    let told: string | undefined;
    while (!stop.signal.aborted) {
      const { sent, putBack, refused } = await deliverDue(db, send, clock, delivery);
      if (sent + putBack + refused > 0)
        log(`mail: ${sent} sent, ${putBack} put back, ${refused} refused`);
      const pause = await findPause(db);
      if (pause && pause.until !== told) log(`mail: paused until ${pause.until}: ${pause.problem}`);
      told = pause?.until;
      if (!stop.signal.aborted) await bell.orAfter(pollSeconds);
    }
  }

  async function workOn() {
    while (!stop.signal.aborted)
      await work().catch((error: Error) => {
        log(`mail: ${error.message}`);
        return bell.orAfter(5 * pollSeconds);
      });
  }

  const working = workOn();
  return {
    stop: async () => {
      stop.abort();
      bell.ring();
      await working;
      posted.unsubscribe(bell.ring);
    },
  };
}

/** Carries all that is due now and says what is left: letters put back, or in another worker's hands. */
export async function drain(
  db: Db,
  { send, clock, perSecond, ...options }: Omit<WorkerOptions, "log" | "pollSeconds">,
): Promise<{ delivered: Delivered; remaining: Remaining; pause: Pause | undefined }> {
  await begin(db, clock());
  const delivery = { ...options, worker: newWorkerName(), turn: pace(perSecond) };
  const delivered = await deliverDue(db, send, clock, delivery);
  return { delivered, remaining: await remainingIn(db, clock()), pause: await findPause(db) };
}

/** Whoever starts a worker has mended what was wrong: a pause ends, and what dead workers held goes on. */
async function begin(db: Db, now: Moment) {
  await resumeMail(db);
  await takeOver(db, isGone, now);
}

/** Something to wait at. Rung while nobody waits, it lets the next one pass. */
class Bell {
  #rung = false;
  #answer: (() => void) | undefined;

  ring = () => {
    this.#rung = true;
    this.#answer?.();
  };

  async orAfter(seconds: number) {
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        timer.unref();
        this.#answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#rung = false;
    this.#answer = undefined;
  }
}
