import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { migrate } from "#db/migrate.ts";
import { now } from "./clock.ts";
import { config } from "./config.server.ts";
import { db } from "./db.server.ts";
import { placesOf } from "./domain/areas/areas.server.ts";
import { isMapLoaded, loadMap } from "./domain/areas/map.server.ts";
import { type DemoAccount, furnishDemo, hasDemo, isNew } from "./domain/demo/demo.server.ts";
import { startReceiver } from "./domain/mail/receiver.server.ts";
import { smtpTransport } from "./domain/mail/transport.server.ts";
import { startWorker, wake } from "./domain/mail/worker.server.ts";
import { loadLaw } from "./domain/policies/law.server.ts";
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
 * is wished for and nobody has been here before, the index of places, the roll, and the mail worker.
 */
export async function openHouse({
  log,
  demo,
  furnish = furnishHouse,
}: {
  log: Log;
  demo: boolean;
  furnish?: Furnishing;
}): Promise<House> {
  await migrate(db);
  if (!(await isFurnished({ demo }))) await furnish({ demo });
  await loadLaw(db, { at: now() });
  await placesOf(db);
  const roll = keepRoll(db, now);
  const mail = config.WORKER === "web" ? await openMail(log) : undefined;
  return {
    demoAccounts: (await hasDemo(db)) ? keptDemoAccounts() : [],
    close: async () => {
      await mail?.close();
      await roll.close();
      await db.destroy();
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

/**
 * Carries letters: to the mail server that was named, or else to a receiver of our own, truly sent either way. And
 * publishes statements at the moment that they are scheduled for, which sends them.
 */
export async function openMail(log: Log) {
  const receiver = config.SMTP_URL ? undefined : await startReceiver(db, now);
  const transport = smtpTransport(config.SMTP_URL ?? (receiver?.url as string));
  const worker = startWorker(db, {
    send: transport.send,
    clock: now,
    log,
    perSecond: config.MAIL_RATE,
  });
  const publisher = startPublisher(db, { clock: now, log, wake });
  return {
    close: async () => {
      await publisher.stop();
      await worker.stop();
      transport.close();
      await receiver?.stop();
    },
  };
}

/** The demo's passwords are known to nobody but whoever may read this file, beside the database. */
const demoFile = config.DATABASE_URL.startsWith("sqlite:")
  ? `${config.DATABASE_URL.replace(/^sqlite:(\/\/)?/, "")}.demo.json`
  : "db/local/demo.json";

function keepDemoAccounts(accounts: DemoAccount[]) {
  writeFileSync(demoFile, JSON.stringify(accounts, null, 2), { mode: 0o600 });
}

function keptDemoAccounts(): DemoAccount[] {
  return existsSync(demoFile) ? JSON.parse(readFileSync(demoFile, "utf8")) : [];
}
