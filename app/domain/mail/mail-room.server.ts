import { config } from "#app/config.server.ts";
import type { Db, Moment } from "#db/tables.ts";
import { type ReceivedMessage, startReceiver } from "./receiver.server.ts";
import { smtpTransport } from "./transport.server.ts";
import { startWorker } from "./worker.server.ts";

/**
 * Carries letters: to the mail server that was named, or else to a receiver of our own, truly sent either way.
 * With `restSeconds` it has `ended` when there was nothing to carry for so long.
 */
export async function openMail(
  db: Db,
  {
    handOn,
    ...options
  }: {
    clock: () => Moment;
    log: (line: string) => void;
    restSeconds?: number;
    handOn?: (mail: ReceivedMessage) => Promise<unknown>; // who else wants what the receiver takes
  },
) {
  const receiver = config.SMTP_URL ? undefined : await startReceiver(db, options.clock, handOn);
  const transport = smtpTransport(config.SMTP_URL ?? (receiver?.url as string), {
    connections: config.MAIL_CONNECTIONS,
  });
  const worker = startWorker(db, {
    ...options,
    send: transport.send,
    parallel: config.MAIL_CONNECTIONS,
    perSecond: config.MAIL_RATE,
  });
  return {
    ended: worker.ended,
    close: async () => {
      await worker.stop();
      transport.close();
      await receiver?.stop();
    },
  };
}
