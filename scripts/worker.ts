import "./refusal.ts";

import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { openMail } from "#app/domain/mail/mail-room.server.ts";
import { migrate } from "#db/migrate.ts";

const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

await migrate(db);
const mail = await openMail(db, { clock: now, log });
log("carrying letters");

// The worker alone does not keep a process alive.
const awake = setInterval(() => {}, 60_000);
for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const)
  process.once(signal, async () => {
    clearInterval(awake);
    await mail.close();
    await db.destroy();
    process.disconnect?.();
  });
