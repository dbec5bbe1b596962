import { readIncoming } from "./incoming.server.ts";

const LONGEST_TEXT = 50_000;
const MOST_HEADERS = 200;

export interface ShownMail {
  text: string;
  calendar: string | null;
  headers: string[];
}

/** A mail as an officer reads it: plain text, cut where it is endless. Null when it is not to be taken apart. */
export async function showIncoming(raw: Buffer): Promise<ShownMail | null> {
  const read = await readIncoming(raw);
  if (!read.ok) return null;
  const { text, calendars, lines } = read.mail;
  return {
    text: text.slice(0, LONGEST_TEXT),
    calendar: calendars[0]?.text.slice(0, LONGEST_TEXT) ?? null,
    headers: lines.slice(0, MOST_HEADERS).map((line) => line.slice(0, 2_000)),
  };
}
