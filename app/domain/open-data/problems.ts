import type { Messages } from "#app/i18n/messages.ts";

/** What can be wrong with a question of another program; each has a sentence in the words. */
export type OpenDataCode =
  | keyof Messages["site"]["api"]["problems"]
  | keyof Messages["openData"]["problems"];
