import { migrate } from "#db/migrate.ts";
import { now } from "./clock.ts";
import { ConfigError, config } from "./config.server.ts";
import { db } from "./db.server.ts";
import { placesOf } from "./domain/areas/areas.server.ts";
import { isMapLoaded, loadMap } from "./domain/areas/map.server.ts";
import { furnishDemo, hasDemo, isNew } from "./domain/demo/demo.server.ts";
import {
  type DemoAccount,
  keepDemoAccounts,
  keptDemoAccounts,
} from "./domain/demo/kept-accounts.server.ts";
import { takeInTrial } from "./domain/inbound/taking-in.server.ts";
import { openWaysIn } from "./domain/inbound/ways-in.server.ts";
import { type Courier, keepCourier } from "./domain/mail/courier.server.ts";
import { employScribe, type Scribe } from "./domain/papers/scribe.server.ts";
import { loadLaw } from "./domain/policies/law.server.ts";
import { startReminders } from "./domain/reminders/timer.server.ts";
import { startRounds } from "./domain/retention/rounds.server.ts";
import { keepRoll } from "./domain/spokespersons/roll-keeping.server.ts";
import { startPublisher } from "./domain/statements/publisher.server.ts";
import type { Log } from "./http/context.ts";

export interface House {
  demoAccounts: DemoAccount[];
  close(): Promise<void>;
}

/** Who loads the map and furnishes the demo office where that is still to be done. */
export type Furnishing = (wish: { demo: boolean }) => Promise<void>;

/**
 * Opens the house: the newest form of the database, the map of the country, the law, the demo office where it
 * is wished for and nobody has been here before, the index of places, the roll, and whoever carries letters.
 */
export async function openHouse({
  log,
  demo,
  exposed = false,
  furnish = furnishHouse,
  courier,
  scribe,
}: {
  log: Log;
  demo: boolean;
  exposed?: boolean; // others can reach it, and nobody said that the demo office may be shown to them
  furnish?: Furnishing;
  courier?: (() => Courier) | undefined; // who carries letters elsewhere; else this process does
  scribe?: Scribe; // who writes papers elsewhere; else this process does
}): Promise<House> {
  await migrate(db);
  if (exposed && (await hasDemo(db))) throw new ConfigError(DEMO_EXPOSED);
  if (!(await isFurnished({ demo }))) await furnish({ demo });
  await loadLaw(db, { at: now() });
  await placesOf(db);
  if (scribe) employScribe(scribe);
  const roll = keepRoll(db, now);
  const mail = config.WORKER === "web" ? await startMail(log, courier) : undefined;
  return {
    demoAccounts: (await hasDemo(db)) ? keptDemoAccounts() : [],
    close: async () => {
      await mail?.close();
      await roll.close();
      await db.destroy();
    },
  };
}

const DEMO_EXPOSED = `HOST is "${config.HOST}", which others can reach, and this database holds the invented demo office: start with --demo to show it all the same, or take it away with npm run demo:remove.`;

/**
 * Sends letters out, takes in what comes back, publishes what is scheduled, and lets go once a day of what has been
 * kept for its time.
 */
async function startMail(log: Log, courier: (() => Courier) | undefined) {
  const options = { clock: now, log };
  const waysIn = await openWaysIn(db, {
    ...options,
    ...{ lmtp: config.LMTP, imap: config.IMAP_URL },
  });
  const wayOut = courier
    ? keepCourier(db, { send: courier, ...options })
    : await (await import("./domain/mail/mail-room.server.ts")).openMail(db, {
        ...options,
        handOn: (mail) => takeInTrial(db, mail),
      });
  const reminders = startReminders(db, options);
  const rounds = startRounds(db, options);
  const publisher = startPublisher(db, options);
  return {
    close: async () => {
      await rounds.stop();
      await publisher.stop();
      await reminders.stop();
      await waysIn.close();
      await ("stop" in wayOut ? wayOut.stop() : wayOut.close());
    },
  };
}

async function isFurnished({ demo }: { demo: boolean }): Promise<boolean> {
  return (await isMapLoaded(db)) && !(demo && (await isNew(db)));
}

/** Loads the map of the country, the law that the demo office follows, and that office where it is wished for. */
export async function furnishHouse({ demo }: { demo: boolean }) {
  await loadMap(db);
  await loadLaw(db, { at: now() });
  if (demo && (await isNew(db))) keepDemoAccounts(await furnishDemo(db, { at: now() }));
}
