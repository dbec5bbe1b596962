import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, vi } from "vitest";
import { prepared } from "./prepared.ts";

/** In tests it is always eight in the morning of 1 September 2026, in Saigon. */
export const MORNING = "2026-09-01T01:00:00.000Z";

// Each test file has a house of its own; whatever the machine's environment says stays outside.
process.env.DATABASE_URL = `sqlite:${join(mkdtempSync(join(prepared.folder(), "file-")), "house.sqlite")}`;
process.env.ORIGIN = "https://press.test";
process.env.MAIL_FROM = "Phát Ngôn <baochi@press.test>";
for (const name of [
  "SMTP_URL",
  "MAIL_ANSWERS",
  "DKIM_KEY",
  "DKIM_DOMAIN",
  "DKIM_SELECTOR",
  "PORT",
  "HOST",
  "SESSION_SECRET",
  "TZ_DEFAULT",
  "WORKER",
  "FILES",
  "RECEIPT_KEY",
  "LMTP",
  "IMAP_URL",
  "AUTHSERV_ID",
])
  delete process.env[name];

vi.useFakeTimers({ toFake: ["Date"], now: new Date(MORNING) });
beforeEach(() => {
  vi.setSystemTime(new Date(MORNING));
});
