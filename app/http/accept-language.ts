import type { Language } from "#app/i18n/messages.ts";

/** The language of ours that an Accept-Language header asks for first: Vietnamese unless it says English. */
export function acceptedLanguage(header: string | null | undefined): Language {
  return /^\s*en\b/i.test(header ?? "") ? "en" : "vi";
}
