import { useLanguage } from "#app/i18n/use-messages.ts";

/** Whole numbers as they are written in the language being read. */
export function useCounted() {
  const locale = useLanguage() === "en" ? "en-GB" : "vi-VN";
  return (n: number) => n.toLocaleString(locale);
}
