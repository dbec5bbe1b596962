import diagnostics from "node:diagnostics_channel";
import type { Db, Moment } from "#db/tables.ts";
import { Bell } from "./bell.ts";
import { type Delivered, deliverDue, type Send } from "./delivery.server.ts";
import { type Remaining, remainingIn } from "./letter-counts.server.ts";
import { takeOver } from "./outbox.server.ts";
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
  restSeconds?: number; // ends by itself when there was nothing to carry for so long
}

/** A channel, not a variable: the built pages and the server around them are separate copies of this module. */
const posted = diagnostics.channel("phat-ngon.mail.posted");

/** Tells the workers of this process that letters were posted. Call it when their transaction is through. */
export function wake(): void {
  posted.publish(undefined);
}

/** Hears `wake`, until what it answers is called. */
export function onPosted(hear: () => void): () => void {
  const listener = () => hear();
  posted.subscribe(listener);
  return () => void posted.unsubscribe(listener);
}

/**
 * Carries letters until it is stopped, or has rested long enough: at once when woken, else looking every second.
 * `stop` finishes what is in the air. The worker alone does not keep a process alive. One that ends by itself
 * was sent by somebody who watches over the queue (courier.server.ts): it leaves a pause to them.
 */
export function startWorker(
  db: Db,
  { send, clock, log, perSecond, pollSeconds = 1, restSeconds, ...options }: WorkerOptions,
): { stop(): Promise<void>; ended: Promise<void> } {
  const stop = new AbortController();
  const bell = new Bell();
  const silence = onPosted(bell.ring);
  const delivery = {
    ...options,
    worker: newWorkerName(),
    turn: pace(perSecond),
    limit: handful(perSecond),
    stop: stop.signal,
  };

  async function work() {
    if (restSeconds === undefined) await begin(db, clock());
    else await takeOver(db, isGone, clock());
    let told: string | undefined;
    let carriedAt = performance.now();
    while (!stop.signal.aborted) {
      const { sent, putBack, refused } = await deliverDue(db, send, clock, delivery);
      if (sent + putBack + refused > 0) {
        log(`mail: ${sent} sent, ${putBack} put back, ${refused} refused`);
        carriedAt = performance.now();
      }
      const pause = await findPause(db);
      if (pause && pause.until !== told) log(`mail: paused until ${pause.until}: ${pause.problem}`);
      told = pause?.until;
      if (performance.now() - carriedAt >= (restSeconds ?? Number.POSITIVE_INFINITY) * 1000) return;
      if (!stop.signal.aborted) await bell.orAfter(pollSeconds);
    }
  }

  async function workOn() {
    let done = false;
    while (!done && !stop.signal.aborted)
      await work().then(
        () => {
          done = true;
        },
        (error: Error) => {
          log(`mail: ${error.message}`);
          return bell.orAfter(5 * pollSeconds);
        },
      );
    silence();
  }

  const working = workOn();
  return {
    ended: working,
    stop: async () => {
      stop.abort();
      bell.ring();
      await working;
    },
  };
}

/** Carries all that is due now and says what is left: letters put back, or in another worker's hands. */
export async function drain(
  db: Db,
  { send, clock, perSecond, ...options }: Omit<WorkerOptions, "log" | "pollSeconds">,
): Promise<{ delivered: Delivered; remaining: Remaining; pause: Pause | undefined }> {
  await begin(db, clock());
  const delivery = {
    ...options,
    worker: newWorkerName(),
    turn: pace(perSecond),
    limit: handful(perSecond),
  };
  const delivered = await deliverDue(db, send, clock, delivery);
  return { delivered, remaining: await remainingIn(db, clock()), pause: await findPause(db) };
}

const HANDFUL = 150; // fewer and each hundred letters wait for more commits

/** What is in hand goes out although something newer was posted meanwhile: where letters leave slowly, less is taken. */
function handful(perSecond: number | undefined): number {
  return perSecond ? Math.min(HANDFUL, Math.max(5, 2 * perSecond)) : HANDFUL;
}

/** Whoever starts a worker has mended what was wrong: a pause ends, and what dead workers held goes on. */
export async function begin(db: Db, now: Moment) {
  await resumeMail(db);
  await takeOver(db, isGone, now);
}
