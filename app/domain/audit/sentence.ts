import type { Messages } from "#app/i18n/messages.ts";
import type { Deed } from "./entry.ts";

type Sentences = {
  [Act in Deed["act"]]: (particulars: Extract<Deed, { act: Act }>["particulars"]) => string;
};

/** A line of the audit log. The act is one that some version of the product recorded. */
export interface Entry {
  act: string;
  particulars: string; // JSON
}

/** What was done, as a sentence of the reader's language. Every kind of deed has one, or it does not compile. */
export function sentenceOf(words: Messages, { act, particulars }: Entry): string {
  const sentences: Sentences = words.audit.acts;
  if (!Object.hasOwn(sentences, act)) return words.audit.unknown(act);
  return sentences[act as Deed["act"]](JSON.parse(particulars) as never);
}
