import "./refusal.ts";

import { setPriority } from "node:os";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { takeInTrial } from "#app/domain/inbound/taking-in.server.ts";
import { openMail } from "#app/domain/mail/mail-room.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";

/**
 * Carries letters for the web process that sent it, as `npm run worker` does for a house of its own, and ends
 * when there was nothing to carry for a while, or with the one that sent it.
 */
const REST_SECONDS = 10;
/** Letters can wait a moment, readers should not. */
const BEHIND_READERS = 10;

try {
  setPriority(BEHIND_READERS);
} catch {
  // Where that is not allowed, side by side.
}
const quiet = process.argv.includes("--quiet");
const log = (line: string) => quiet || console.log(`${new Date().toISOString()} ${line}`);
const mail = await openMail(db, {
  clock: now,
  log,
  restSeconds: REST_SECONDS,
  handOn: (one) => takeInTrial(db, one),
});

let called = () => {};
const stopped = new Promise<void>((resolve) => {
  called = resolve;
});
process.on("message", (word) => (word === "wake" ? wake() : called()));
for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(signal, called);

await Promise.race([mail.ended, stopped]);
await mail.close();
await db.destroy();
if (process.connected) process.disconnect();
