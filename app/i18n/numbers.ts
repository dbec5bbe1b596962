import type { Language } from "#db/tables.ts";

const LOCALES = { vi: "vi-VN", en: "en-GB" } as const;

/** 1.016 in Vietnamese, 1,016 in English. */
export function numberIn(language: Language, n: number): string {
  return n.toLocaleString(LOCALES[language]);
}
