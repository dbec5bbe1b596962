import { useLanguage } from "#app/i18n/use-messages.ts";
import type { Language } from "#db/tables.ts";

interface Named {
  name: string;
  nameEn: string;
}

interface NamedInFull {
  fullName: string;
  fullNameEn: string;
}

/** Names of units and agencies in a language. */
export function namesIn(language: Language) {
  return {
    name: ({ name, nameEn }: Named) => (language === "en" ? nameEn : name),
    fullName: ({ fullName, fullNameEn }: NamedInFull) =>
      language === "en" ? fullNameEn : fullName,
    district: ({ district, districtEn }: { district?: string; districtEn?: string }) =>
      language === "en" ? districtEn : district,
  };
}

/** Names of units and agencies in the language being read. */
export function useNames() {
  return namesIn(useLanguage());
}
