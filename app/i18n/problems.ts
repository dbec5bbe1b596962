import type { Messages } from "./messages.ts";

type Sentences = Record<string, string | ((limit: number, told: string) => string)>;

/**
 * The sentence for what a field found wrong: a key of the problems, perhaps with a limit
 * (`too-long:200`) or a place (`has-formula:E7`). A room with problems of its own hands in their sentences.
 */
export function problemSentence(words: Messages, problem: string, own: Sentences = {}): string {
  const [key = "", limit = ""] = problem.split(":");
  const general: Sentences = {
    ...words.common.problems,
    ...words.spreadsheets.problems,
    ...words.documents.problems,
    ...words.agencies.problems,
  };
  const found = [own, general].flatMap((room) => (Object.hasOwn(room, key) ? [room[key]] : []));
  // A text that is `too-long:120` is not a term that is `too-long`: a limit goes to a sentence that tells it.
  const telling = limit ? found.find((one) => typeof one === "function") : undefined;
  const sentence = telling ?? found[0];
  if (typeof sentence === "function") return sentence(Number(limit), limit);
  return sentence ?? problem;
}
