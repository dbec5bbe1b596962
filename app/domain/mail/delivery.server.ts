import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { markAddressFailed } from "./address-failure.server.ts";
import {
  type Enclosure,
  enclosuresOf,
  filesOf,
  withFiles,
  withoutFiles,
} from "./enclosures.server.ts";
import { isAtTheDoor, nextAttempt, type SendError, verdictOf } from "./failure.ts";
import type { Envelope, Mail } from "./letter.ts";
import { envelopeOf, mimeOf } from "./mime.server.ts";
import {
  claimDue,
  keepBytes,
  keepHold,
  markSent,
  putBack,
  refuse,
  release,
  type SentMail,
} from "./outbox.server.ts";
import { findPause, pauseMail, resumeMail } from "./pause.server.ts";
import { problemOf, serverWords } from "./problem.ts";
import { together } from "./together.ts";

/** Hands the bytes of one letter to a mail server and answers what it said; rejects with a `SendError`. */
export type Send = (envelope: Envelope, raw: string) => Promise<{ response: string }>;

export interface DeliveryOptions {
  worker: string; // a name that no other running worker has
  parallel?: number;
  limit?: number; // letters taken in hand at once
  leaseSeconds?: number;
  turn?: () => Promise<void>; // awaited before each letter (pace.ts)
  chance?: () => number;
  stop?: AbortSignal; // finishes what is in the air and takes no more
}

export interface Delivered {
  sent: number;
  putBack: number;
  refused: number;
}

/**
 * Delivers all that is due: takes letters in hand, keeps their bytes, sends several at a time, and
 * writes down what became of each before the next takes its place. When the server turns us away
 * or is not there at all, every letter goes back and the queue pauses (failure.ts).
 */
export async function deliverDue(
  db: Db,
  send: Send,
  clock: () => Moment,
  options: DeliveryOptions,
): Promise<Delivered> {
  const round = new Round(db, send, clock, options);
  const pause = await findPause(db);
  if (pause && clock() < pause.until) return round.delivered;

  if (pause) {
    // A single letter tries whether the ice holds.
    const single = { parallel: 1, handfuls: 1, limit: 1, silences: 1 };
    if (!(await round.carry(single)) || round.over) return round.delivered;
    await resumeMail(db);
  }
  // A letter may have waited for an older one to the same person, so: until nothing moves.
  while (await round.carry({ ...options, handfuls: Number.POSITIVE_INFINITY, silences: SILENCES }));
  return round.delivered;
}

const PAUSE_MINUTES = { closed: 5, unanswered: 1 };
const SILENCES = 10;

interface Ready {
  mail: Mail;
  raw: string;
  envelope: Envelope;
}

interface Load {
  parallel?: number;
  limit?: number;
  handfuls: number;
  silences: number; // letters in a row that no server would hear of, after which nobody is taken to be there
}

class Round {
  readonly delivered: Delivered = { sent: 0, putBack: 0, refused: 0 };
  readonly #db: Db;
  readonly #send: Send;
  readonly #clock: () => Moment;
  readonly #options: DeliveryOptions;
  readonly #markSent: (sent: SentMail) => Promise<void>;
  readonly #hand: Ready[] = [];
  readonly #inAir = new Set<Ready>();
  #taking: Promise<void> | undefined;
  #handfuls = 0;
  #silences = 0;
  #silencesBorne = 0;
  #paused = false;
  #broken: unknown;

  constructor(db: Db, send: Send, clock: () => Moment, options: DeliveryOptions) {
    this.#db = db;
    this.#send = send;
    this.#clock = clock;
    this.#options = options;
    this.#markSent = together((sent) => markSent(db, sent, clock()));
  }

  get over() {
    return this.#paused || this.#broken !== undefined || this.#options.stop?.aborted === true;
  }

  /** Carries until nothing is due; answers whether anything was carried. */
  async carry({ parallel = 5, limit = 50, handfuls, silences }: Load): Promise<boolean> {
    const { leaseSeconds = 30 } = this.#options;
    const before = this.#settled;
    this.#handfuls = handfuls;
    this.#silencesBorne = silences;
    const holding = setInterval(() => void this.#keepHold(), (leaseSeconds * 1000) / 3).unref();
    try {
      await allOf(Array.from({ length: parallel }, () => this.#carrier(parallel, limit)));
    } finally {
      clearInterval(holding);
      await this.#taking;
      const untouched = this.#hand.splice(0).map(({ mail }) => mail);
      await release(this.#db, untouched);
    }
    if (this.#broken) throw this.#broken;
    return this.#settled > before;
  }

  get #settled() {
    return this.delivered.sent + this.delivered.putBack + this.delivered.refused;
  }

  async #carrier(parallel: number, limit: number) {
    for (;;) {
      const ready = await this.#next(parallel, limit);
      if (!ready) return;
      await this.#options.turn?.();
      if (this.over) return void this.#hand.push(ready);
      this.#inAir.add(ready);
      await this.#deliver(ready).finally(() => this.#inAir.delete(ready));
    }
  }

  /** The next letter in hand. New ones are fetched while the last of the old are still being sent. */
  async #next(parallel: number, limit: number): Promise<Ready | undefined> {
    if (this.#hand.length < Math.max(parallel, limit / 2) && this.#handfuls > 0 && !this.over)
      this.#taking ??= this.#take(limit)
        .catch((error) => {
          this.#broken = error;
        })
        .finally(() => {
          this.#taking = undefined;
        });
    while (this.#hand.length === 0 && this.#taking) await this.#taking;
    return this.over ? undefined : this.#hand.shift();
  }

  async #take(limit: number) {
    const { worker, leaseSeconds = 30 } = this.#options;
    const claimed = await claimDue(this.#db, this.#clock(), { worker, limit, leaseSeconds });
    this.#handfuls = claimed.length < limit ? 0 : this.#handfuls - 1;

    const files = await enclosuresOf(this.#db, claimed);
    const ready = (await Promise.all(claimed.map((mail) => this.#write(mail, files)))).flat();
    await keepBytes(
      this.#db,
      ready.map(({ mail, raw }) => ({
        ...{ id: mail.id, raw },
        kept: withoutFiles(raw, filesOf(mail, files)),
      })),
    );
    this.#hand.push(...ready);
  }

  async #keepHold() {
    const ids = [...this.#hand, ...this.#inAir].map(({ mail }) => mail.id);
    await keepHold(this.#db, this.#options.worker, ids, this.#clock()).catch(() => {
      // The next beat tries again; a letter that slips from our hands goes out twice, unchanged.
    });
  }

  async #write(mail: Mail, known: Map<string, Enclosure>): Promise<Ready[]> {
    try {
      const files = filesOf(mail, known);
      const raw = mail.raw === null ? await mimeOf(mail, files) : withFiles(mail.raw, files);
      return [{ mail, raw, envelope: envelopeOf(mail) }];
    } catch (error) {
      const problem = problemOf("unwritable", String((error as Error).message));
      await refuse(this.#db, mail, problem, this.#clock());
      this.delivered.refused += 1;
      return [];
    }
  }

  async #deliver({ mail, raw, envelope }: Ready) {
    const taken = await this.#send(envelope, raw).catch((error: SendError) => error);
    if ("message" in taken) return this.#fail(mail, taken);
    await this.#markSent({ mail, receipt: serverWords(taken.response) });
    this.#silences = 0;
    this.delivered.sent += 1;
  }

  async #fail(mail: Mail, failure: SendError) {
    const words = serverWords(failure.response ?? failure.message);
    const verdict = verdictOf(failure);
    const isHeard = verdict !== "unanswered" && !isAtTheDoor(failure);
    if (isHeard) this.#silences = 0;
    switch (verdict) {
      case "refused":
        return this.#refuse(mail, words, failure.command === "RCPT TO");
      case "closed":
        await release(this.#db, [mail]);
        return this.#pause(PAUSE_MINUTES.closed, words);
      case "later":
        await this.#later(mail, words, false);
        return isHeard ? undefined : this.#unheard(words);
      case "unanswered":
        await this.#later(mail, problemOf("unanswered", words), true);
        return this.#unheard(words);
    }
  }

  /** So many in a row, and the rest need not try. */
  async #unheard(words: string) {
    this.#silences += 1;
    if (this.#silences >= this.#silencesBorne) await this.#pause(PAUSE_MINUTES.unanswered, words);
  }

  async #refuse(mail: Mail, words: string, atRecipient: boolean) {
    const at = this.#clock();
    this.delivered.refused += 1;
    await this.#db.transaction().execute(async (trx) => {
      await refuse(trx, mail, words, at);
      await markAddressFailed(trx, { mailId: mail.id, words, at, atRecipient });
    });
  }

  async #later(mail: Mail, problem: string, mayHaveLeft: boolean) {
    const now = this.#clock();
    const chance = (this.#options.chance ?? Math.random)();
    const dueAt = nextAttempt({ ...mail, putBackAt: mail.putBackAt ?? now }, now, chance);
    if (!dueAt) {
      this.delivered.refused += 1;
      return refuse(this.#db, mail, problemOf("exhausted", problem), now, mayHaveLeft);
    }
    const waits = await putBack(this.#db, mail, { now, dueAt, problem, mayHaveLeft });
    this.delivered[waits ? "putBack" : "refused"] += 1;
  }

  async #pause(minutes: number, problem: string) {
    this.#paused = true;
    const since = this.#clock();
    await pauseMail(this.#db, { since, until: later(since, { minutes }), problem });
  }
}

/** Waits for all, also when one fails, and then fails with it: nobody is left working unseen. */
async function allOf(work: Promise<void>[]) {
  for (const result of await Promise.allSettled(work))
    if (result.status === "rejected") throw result.reason;
}
