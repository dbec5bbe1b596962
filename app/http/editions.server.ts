import { doubtPlaces } from "#app/domain/areas/areas.server.ts";
import { nextChangeAt } from "#app/domain/editions/edition.server.ts";
import { revisionOf, TRUSTED_FOR } from "#app/domain/revisions/revision.server.ts";
import type { Db } from "#db/tables.ts";
import { writesOf } from "#db/written.ts";

/**
 * What the public is shown as long as nobody writes and nothing begins or ends by itself. From and
 * until are times of the clock: outside of them the very same data say something else.
 */
export interface Edition {
  number: number;
  from: number;
  until: number;
}

/** When the database was asked, and how much this process had written by then. */
interface Asked {
  at: number;
  writes: number;
}
type Known = Asked & { edition: Edition };
type Reading = Asked & { edition: Promise<Edition> };

const MINUTE = 60_000;

/**
 * Tells which edition holds. A commit of this process is seen by whoever asks after it, one of another
 * process half a second later at most, and what changes by itself at its very moment.
 */
export class Editions {
  readonly #db: Db;
  #known: Known | undefined;
  #reading: Reading | undefined;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The edition that holds, if that is known without asking the database. */
  known(): Edition | undefined {
    const at = Date.now();
    const known = this.#known;
    if (!known || !this.#isFresh(known, at) || !holds(known.edition, at)) return undefined;
    // Asked again in good time, so that under a rush nobody has to wait for it.
    if (at - known.at >= TRUSTED_FOR / 2 && !this.#reading) this.#read(at).catch(() => {});
    return known.edition;
  }

  /** The edition that holds; undefined when the database does not tell. */
  async current(): Promise<Edition | undefined> {
    // What was read may be over by then, or written over: with a clock and a database at work, hardly thrice.
    for (let tries = 0; tries < 3; tries++) {
      const edition = this.known() ?? (await this.#readOnce().catch(() => undefined));
      if (!edition) return undefined;
      if (edition === this.known()) return edition;
    }
    return undefined;
  }

  #readOnce(): Promise<Edition> {
    const at = Date.now();
    const reading = this.#reading;
    return reading && this.#isFresh(reading, at) ? reading.edition : this.#read(at);
  }

  #isFresh(asked: Asked, at: number): boolean {
    const age = at - asked.at;
    return age >= 0 && age < TRUSTED_FOR && asked.writes === writesOf(this.#db);
  }

  #read(at: number): Promise<Edition> {
    const reading: Reading = { writes: writesOf(this.#db), at, edition: this.#editionAt(at) };
    // A later one, begun after another write, has the last word.
    const isLatest = () => this.#reading === reading;
    reading.edition = reading.edition
      .then((edition) => {
        if (isLatest()) this.#known = { ...reading, edition };
        return edition;
      })
      .finally(() => {
        if (isLatest()) this.#reading = undefined;
      });
    this.#reading = reading;
    return reading.edition;
  }

  async #editionAt(at: number): Promise<Edition> {
    const number = await revisionOf(this.#db);
    const known = this.#known?.edition;
    if (known?.number === number && holds(known, at)) return known;
    if (known?.number !== number) doubtPlaces(this.#db);
    const change = await nextChangeAt(this.#db, new Date(at).toISOString());
    return { number, from: at, until: Math.min(Date.parse(change), nextMinute(at)) };
  }
}

function holds({ from, until }: Edition, at: number): boolean {
  return at >= from && at < until;
}

/** Pages say of which minute they are. */
function nextMinute(at: number): number {
  return (Math.floor(at / MINUTE) + 1) * MINUTE;
}
