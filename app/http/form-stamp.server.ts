import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "#app/config.server.ts";
import type { Moment } from "#db/tables.ts";

const LEAST_SECONDS = 3;
const MOST_HOURS = 24;

/** When a form was shown, signed: programs send it back at once, or make it up. */
export function formStamp(at: Moment): string {
  return `${at}~${signatureOf(at)}`;
}

/** Whether a form was looked at as long as it takes to fill one in, and not longer ago than a day. */
export function isFilledByHand(stamp: FormDataEntryValue | null, now: Moment): boolean {
  if (typeof stamp !== "string") return false;
  const [at = "", signature = ""] = stamp.split("~");
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(at))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const seconds = (Date.parse(now) - Date.parse(at)) / 1000;
  return seconds >= LEAST_SECONDS && seconds <= MOST_HOURS * 3600;
}

function signatureOf(at: Moment): string {
  return createHmac("sha256", config.SESSION_SECRET).update(`form ${at}`).digest("base64url");
}
