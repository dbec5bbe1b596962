import "./refusal.ts";

import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { takeInTrial } from "#app/domain/inbound/taking-in.server.ts";
import { openWaysIn } from "#app/domain/inbound/ways-in.server.ts";
import { openMail } from "#app/domain/mail/mail-room.server.ts";
import { startReminders } from "#app/domain/reminders/timer.server.ts";
import { startRounds } from "#app/domain/retention/rounds.server.ts";
import { startPublisher } from "#app/domain/statements/publisher.server.ts";
import { migrate } from "#db/migrate.ts";

const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

await migrate(db);
const waysIn = await openWaysIn(db, {
  ...{ lmtp: config.LMTP, imap: config.IMAP_URL },
  ...{ clock: now, log },
});
const mail = await openMail(db, { clock: now, log, handOn: (one) => takeInTrial(db, one) });
const reminders = startReminders(db, { clock: now, log });
const rounds = startRounds(db, { clock: now, log });
const publisher = startPublisher(db, { clock: now, log });
log("carrying letters");

// The worker alone does not keep a process alive.
const awake = setInterval(() => {}, 60_000);
for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const)
  process.once(signal, async () => {
    clearInterval(awake);
    await rounds.stop();
    await publisher.stop();
    await reminders.stop();
    await waysIn.close();
    await mail.close();
    await db.destroy();
    process.disconnect?.();
  });
