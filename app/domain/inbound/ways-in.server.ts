import type { Db, Moment } from "#db/tables.ts";
import { startListener } from "./listener.server.ts";
import { startMailbox } from "./mailbox.server.ts";
import { letGoOfBytes } from "./tray.server.ts";

export interface WaysIn {
  lmtp?: string | undefined; // host:port, or a port of this machine
  imap?: string | undefined;
  clock: () => Moment;
  log: (line: string) => void;
}

/** Opens the ways by which mail comes in, as far as they are configured. One that cannot be opened is told of, and the others go on. */
export async function openWaysIn(db: Db, { lmtp, imap, clock, log }: WaysIn) {
  const listener = lmtp && (await listen(db, { lmtp, clock, log }));
  const upkeep = keepUp(db, { clock, log });
  const mailbox = imap ? startMailbox(db, { url: imap, clock, log }) : undefined;
  return {
    close: async () => {
      if (listener) await listener.stop();
      await mailbox?.stop();
      await upkeep.stop();
    },
  };
}

const DAY = 86_400_000;

/** Lets go, once a day, of the bytes of mail that nobody needs any more. */
function keepUp(db: Db, { clock, log }: Pick<WaysIn, "clock" | "log">) {
  let working = Promise.resolve();
  const work = () => {
    working = letGoOfBytes(db, clock()).then(
      (n) => {
        if (n > 0) log(`mail: let go of the bytes of ${n} mails that were settled long ago`);
      },
      (error: Error) => log(`mail: ${error.message}`),
    );
  };
  work();
  const timer = setInterval(work, DAY);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return working;
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
