import { setTimeout as pause } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { Db, Moment } from "#db/tables.ts";
import { Bell } from "../mail/bell.ts";
import { MAX_OCTETS } from "./limits.ts";
import { takeIn } from "./taking-in.server.ts";

export interface MailboxOptions {
  url: string; // imaps://user:password@host/INBOX
  clock: () => Moment;
  log: (line: string) => void;
  firstWait?: number; // milliseconds before the first new attempt
}

const LONGEST_WAIT = 300_000;
const LOOK_EVERY = 300; // seconds, where a server forgets to tell

/**
 * Watches a mailbox for as long as the process lives: takes in what is new, then marks how far it came, so that a
 * crash between the two repeats a mail and loses none. Comes back by itself when the server goes away.
 */
export function startMailbox(db: Db, options: MailboxOptions): { stop(): Promise<void> } {
  const { log, firstWait = 1_000 } = options;
  const stop = new AbortController();

  async function watchOn() {
    let wait = firstWait;
    while (!stop.signal.aborted) {
      try {
        await watch(db, options, stop.signal, () => {
          wait = firstWait;
        });
      } catch (error) {
        log(`mail: mailbox: ${sentenceOf(error)}; again in ${Math.round(wait / 1000)} s`);
      }
      await pause(wait, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  const watching = watchOn();
  return {
    stop: async () => {
      stop.abort();
      await watching;
    },
  };
}

/** One connection, until it ends. */
async function watch(db: Db, { url, clock }: MailboxOptions, stop: AbortSignal, well: () => void) {
  const { client, path } = await clientOf(url);
  const bell = new Bell();
  let lost: Error | undefined;
  client.on("exists", bell.ring);
  client.on("error", (error: Error) => {
    lost = error;
    bell.ring();
  });
  client.on("close", () => {
    lost ??= new Error("the server closed the connection");
    bell.ring();
  });
  stop.addEventListener("abort", bell.ring);
  try {
    await client.connect();
    await client.mailboxOpen(path);
    well();
    while (!stop.aborted && !lost) {
      await takeNew(db, client, clock);
      if (!stop.aborted && !lost) await bell.orAfter(LOOK_EVERY);
    }
    if (lost) throw lost;
  } finally {
    stop.removeEventListener("abort", bell.ring);
    if (client.usable) await client.logout().catch(() => {});
    client.close();
  }
}

async function clientOf(address: string) {
  const { ImapFlow } = await import("imapflow");
  const url = new URL(address);
  const secure = url.protocol === "imaps:";
  const client = new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 30_000,
    greetingTimeout: 15_000,
    maxIdleTime: 9 * 60_000, // shorter than what routers forget
  });
  return { client, path: decodeURIComponent(url.pathname.slice(1)) || "INBOX" };
}

interface Mark {
  uidValidity: string;
  uid: number;
}

/** Takes in everything above the mark, oldest first, and moves the mark with each. */
async function takeNew(db: Db, client: ImapFlow, clock: () => Moment) {
  const { mailbox } = client;
  if (!mailbox) throw new Error("the mailbox is closed");
  const key = `inbound.mailbox:${client.options.host}/${client.options.auth?.user}/${mailbox.path}`;
  const uidValidity = String(mailbox.uidValidity);
  const kept = await markOf(db, key);
  // A mailbox that was made anew numbers its mail anew: it is read from the beginning, and known mail is known.
  let last = kept?.uidValidity === uidValidity ? kept.uid : 0;
  const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
  // Of an empty range a server gives the last mail there is.
  const fresh = (found || []).filter((uid) => uid > last).sort((a, b) => a - b);
  for (const uid of fresh) {
    const message = await client.fetchOne(
      String(uid),
      { source: { maxLength: MAX_OCTETS + 1 } },
      { uid: true },
    );
    const raw = message ? message.source : undefined;
    if (raw) await takeIn(db, { raw, at: clock() });
    last = uid;
    await keepMark(db, key, { uidValidity, uid });
  }
}

async function markOf(db: Db, key: string): Promise<Mark | undefined> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", key)
    .executeTakeFirst();
  return row && (JSON.parse(row.value) as Mark);
}

async function keepMark(db: Db, key: string, mark: Mark) {
  const value = JSON.stringify(mark);
  await db
    .insertInto("setting")
    .values({ key, value })
    .onConflict((same) => same.column("key").doUpdateSet({ value }))
    .execute();
}

function sentenceOf(error: unknown): string {
  const { message, responseText } = error as { message?: string; responseText?: string };
  return responseText ?? message ?? String(error);
}
