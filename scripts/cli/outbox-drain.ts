import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { takeInTrial } from "#app/domain/inbound/taking-in.server.ts";
import { startReceiver } from "#app/domain/mail/receiver.server.ts";
import { smtpTransport } from "#app/domain/mail/transport.server.ts";
import { drain } from "#app/domain/mail/worker.server.ts";
import type { Command } from "../cli.ts";

export const run: Command = async () => {
  const receiver = config.SMTP_URL
    ? undefined
    : await startReceiver(db, now, (mail) => takeInTrial(db, mail));
  const transport = smtpTransport(config.SMTP_URL ?? (receiver?.url as string));
  try {
    const { delivered, remaining, pause } = await drain(db, {
      send: transport.send,
      clock: now,
      perSecond: config.MAIL_RATE,
    });
    const left = Object.values(remaining).reduce((sum: number, n) => sum + Number(n), 0);
    const { sent, putBack, refused } = delivered;
    const lines = [`${sent} sent, ${putBack} put back, ${refused} refused; ${left} left.`];
    if (pause) lines.push(`The queue is paused until ${pause.until}: ${pause.problem}`);
    return { json: { ...delivered, remaining, pause: pause ?? null }, lines };
  } finally {
    transport.close();
    await receiver?.stop();
  }
};
