import { useLocation } from "@remix-run/react";
import { languageOf, localised, messagesIn } from "./messages.ts";
import { numberIn } from "./numbers.ts";

export function useLanguage() {
  return languageOf(useLocation().pathname);
}

export function useMessages() {
  return messagesIn(useLanguage());
}

/** Writes numbers as the language being read does. */
export function useNumber() {
  const language = useLanguage();
  return (n: number) => numberIn(language, n);
}

/** Turns a path of ours into the address in the language being read. */
export function useLocalised() {
  const language = useLanguage();
  return (path: string) => localised(language, path);
}
