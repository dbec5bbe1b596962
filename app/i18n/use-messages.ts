import { useLocation } from "@remix-run/react";
import { languageOf, localised, messagesIn } from "./messages.ts";

export function useLanguage() {
  return languageOf(useLocation().pathname);
}

export function useMessages() {
  return messagesIn(useLanguage());
}

/** Turns a path of ours into the address in the language being read. */
export function useLocalised() {
  const language = useLanguage();
  return (path: string) => localised(language, path);
}
