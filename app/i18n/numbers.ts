import type { Language } from "#db/tables.ts";

const LOCALES = { vi: "vi-VN", en: "en-GB" } as const;

/** 1.016 in Vietnamese, 1,016 in English. */
export function numberIn(language: Language, n: number): string {
  return n.toLocaleString(LOCALES[language]);
}

/** 240 kB, 1,4 MB */
export function fileSize(language: Language, bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${numberIn(language, Math.round(bytes / 1000))} kB`;
  return `${numberIn(language, Math.round(bytes / 100_000) / 10)} MB`;
}
