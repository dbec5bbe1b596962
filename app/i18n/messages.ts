import type { Language } from "#db/tables.ts";
import type { vi } from "./vi.ts";

export type { Language };
export type Messages = typeof vi;

/** The server speaks both languages; a browser has the rooms that its pages mention, in the one that it reads. */
const known: Partial<Record<Language, Messages>> =
  import.meta.env?.SSR === false
    ? {}
    : { vi: (await import("./vi.ts")).vi, en: (await import("./en.ts")).en };

/** Vietnamese is the original; English is checked against it by the compiler. */
export function messagesIn(language: Language): Messages {
  const words = known[language];
  if (!words) throw new Error(`The words of "${language}" were not learnt.`);
  return words;
}

type Rooms = { [Room in keyof Messages]: () => Promise<Messages[Room]> };

/** Gives the browser the words of some rooms before anything is shown in them (see scripts/word-rooms.ts). */
export async function learn(
  house: Record<Language, Rooms>,
  rooms: (keyof Messages)[],
): Promise<void> {
  const language = languageOf(location.pathname);
  const learnt = await Promise.all(
    rooms.map(async (room) => [room, known[language]?.[room] ?? (await house[language][room]())]),
  );
  known[language] = { ...known[language], ...Object.fromEntries(learnt) };
}

/** Every page stands at the root in Vietnamese and under /en in English: the address decides. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|\.data$|$)/.test(pathname) ? "en" : "vi";
}

/** The words for whoever sent a request. */
export function messagesFor(request: Request): Messages {
  return messagesIn(languageOf(new URL(request.url).pathname));
}

/** A path of ours (without language) in a language. */
export function localised(language: Language, path: string): string {
  if (language === "vi") return path;
  return path === "/" ? "/en" : `/en${path}`;
}

/** The same page in the other language. */
export function otherLanguage(pathname: string): { language: Language; path: string } {
  return languageOf(pathname) === "en"
    ? { language: "vi", path: pathname.replace(/^\/en/, "") || "/" }
    : { language: "en", path: localised("en", pathname) };
}
