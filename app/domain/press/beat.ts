import { messagesIn } from "#app/i18n/messages.ts";
import { plainly } from "../spreadsheets/sheet.ts";

/** What a journalist reports on: a closed list, so that lists can be made by it. */
export const BEATS = [
  "politics",
  "economy",
  "society",
  "health",
  "education",
  "environment",
  "traffic",
  "agriculture",
  "culture",
  "law",
  "international",
  "other",
] as const;

export type Beat = (typeof BEATS)[number];

export function isBeat(text: string): text is Beat {
  return (BEATS as readonly string[]).includes(text);
}

/** The beat that a spreadsheet names by its code or by its words in either language, with or without marks. */
export function readBeat(text: string): Beat | undefined {
  const wanted = plainly(text);
  const [vi, en] = [messagesIn("vi").press.beats, messagesIn("en").press.beats];
  return BEATS.find((beat) => [beat, vi[beat], en[beat]].some((name) => plainly(name) === wanted));
}
