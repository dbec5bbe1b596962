import type { Messages } from "./messages.ts";

type Sentences = Record<string, string | ((limit: number, told: string) => string)>;

/**
 * The sentence for what a field found wrong: a key of the problems, perhaps with a limit
 * (`too-long:200`) or a place (`has-formula:E7`). A room with problems of its own hands in their sentences.
 */
export function problemSentence(words: Messages, problem: string, own: Sentences = {}): string {
  const [key = "", limit = ""] = problem.split(":");
  const sentences: Sentences = {
    ...words.common.problems,
    ...words.spreadsheets.problems,
    ...words.documents.problems,
    ...words.agencies.problems,
    ...own,
  };
  const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined;
  if (typeof sentence === "function") return sentence(Number(limit), limit);
  return sentence ?? problem;
}
