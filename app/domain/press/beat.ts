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

/**
 * The beat that a spreadsheet names: by its code, by its words in either language, or by one half
 * of them ("Văn hóa", "du lịch"), with or without marks.
 */
export function readBeat(text: string): Beat | undefined {
  const wanted = plainly(text);
  return BEATS.find((beat) => namesOf(beat).some((name) => plainly(name) === wanted));
}

function namesOf(beat: Beat): string[] {
  const [vi, en] = [messagesIn("vi").press.beats[beat], messagesIn("en").press.beats[beat]];
  return [beat, vi, ...vi.split(","), en, ...en.split(" and ")];
}
