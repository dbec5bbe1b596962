import { dayOf, endOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { closingsOn } from "../agencies/successions.server.ts";
import { knownRevision, revisionOf } from "../revisions/revision.server.ts";
import { candidatesOn } from "./candidates.server.ts";
import { type Keyed, Roll } from "./roll.ts";
import type { Candidate } from "./speaker.ts";
import { idsInForce, keysInForce, nextTurnAt } from "./speaker-keys.server.ts";

/** So long nothing was written before the roll is called anew, in milliseconds: meanwhile the books are asked. */
const QUIET = 1_000;

/** So many are read at once: a pause to answer others in comes after them. */
const AT_ONCE = 250;

/** The roll of a database, where it is kept, and since when its revision is the newest. */
interface Kept {
  clock: () => Moment;
  quiet: number;
  roll?: Roll;
  calling?: Promise<void>;
  seen?: { number: number; since: number };
}

const kept = new WeakMap<Db, Kept>();

/**
 * Keeps the roll of those who may speak in memory, beside the books: for questions about this moment by
 * today's list, which nearly all are. It is called now, and again when somebody asks for it and the books
 * say something else by then; whatever it does not hold is read from the books.
 */
export function keepRoll(db: Db, clock: () => Moment, { quiet = QUIET } = {}) {
  const keeping: Kept = { clock, quiet };
  kept.set(db, keeping);
  const called = call(db, keeping);
  return {
    called,
    close: async () => {
      kept.delete(db);
      await keeping.calling;
    },
  };
}

/** The roll, if one is kept that is what the newest books say of a moment. */
export async function rollAt(db: Db, at: Moment): Promise<Roll | undefined> {
  const keeping = kept.get(db);
  if (!keeping) return undefined;
  const number = await knownRevision(db);
  if (number === undefined) return undefined;
  if (keeping.roll?.holds(number, at)) return keeping.roll;
  if (keeping.seen?.number !== number) keeping.seen = { number, since: performance.now() };
  const isOld = !keeping.roll?.holds(number, keeping.clock());
  if (isOld && performance.now() - keeping.seen.since >= keeping.quiet) call(db, keeping);
  return undefined;
}

/** Calls the roll, unless that is being done; what fails is done when somebody asks again. */
function call(db: Db, keeping: Kept): Promise<void> {
  keeping.calling ??= read(db, keeping.clock())
    .then((roll) => {
      keeping.roll = roll ?? keeping.roll;
    })
    .catch(() => {})
    .finally(() => {
      keeping.calling = undefined;
    });
  return keeping.calling;
}

/** Reads the roll of a moment; undefined when something was written meanwhile. */
async function read(db: Db, at: Moment): Promise<Roll | undefined> {
  const number = await revisionOf(db);
  const keys = await keysAt(db, at);
  const agencyIds = [...new Set(keys.map(({ agencyId }) => agencyId))];
  const candidates = new Map<string, Candidate[]>();
  for (let first = 0; first < agencyIds.length; first += AT_ONCE) {
    const some = await candidatesOn(db, { agencyIds: agencyIds.slice(first, first + AT_ONCE), at });
    for (const [agencyId, ones] of some) candidates.set(agencyId, ones);
  }
  const turns = [await nextTurnAt(db, at), endOf(dayOf(at))].filter((turn) => turn !== undefined);
  const closings = await closingsOn(db, dayOf(at));
  if ((await revisionOf(db)) !== number) return undefined;
  const until = turns.toSorted()[0] as Moment;
  return new Roll({ number, from: at, until, candidates, keys, closings });
}

async function keysAt(db: Db, at: Moment): Promise<Keyed[]> {
  const ids = await idsInForce(db, at);
  const keys: Keyed[] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    keys.push(...(await keysInForce(db, at).where("speakerKey.id", "in", some).execute()));
  }
  return keys;
}
