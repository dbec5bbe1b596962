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

/** Gives the browser the words of a room before anything is shown in it (see scripts/word-rooms.ts). */
export async function furnish<Room extends keyof Messages>(
  room: Room,
  words: Record<Language, () => Promise<Messages[Room]>>,
): Promise<void> {
  const language = languageOf(location.pathname);
  const learnt = await words[language]();
  known[language] = { ...known[language], [room]: learnt } as Messages;
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
