import type { Db, Moment } from "#db/tables.ts";
import { startListener } from "./listener.server.ts";
import { startMailbox } from "./mailbox.server.ts";

export interface WaysIn {
  lmtp?: string | undefined; // host:port, or a port of this machine
  imap?: string | undefined;
  clock: () => Moment;
  log: (line: string) => void;
}

/** Opens the ways by which mail comes in, as far as they are configured. One that cannot be opened is told of, and the others go on. */
export async function openWaysIn(db: Db, { lmtp, imap, clock, log }: WaysIn) {
  const listener = lmtp && (await listen(db, { lmtp, clock, log }));
  const mailbox = imap ? startMailbox(db, { url: imap, clock, log }) : undefined;
  return {
    close: async () => {
      if (listener) await listener.stop();
      await mailbox?.stop();
    },
  };
}

async function listen(db: Db, { lmtp, clock, log }: WaysIn & { lmtp: string }) {
  const [, host = "127.0.0.1", port] = /^(?:(.+):)?(\d+)$/.exec(lmtp) ?? [];
  const bare = host.replace(/^\[|\]$/g, "");
  try {
    return await startListener(db, { host: bare, port: Number(port), clock });
  } catch (error) {
    log(`mail: no mail comes in over LMTP at ${lmtp}: ${(error as Error).message}`);
    return undefined;
  }
}
