import type { Messages } from "./messages.ts";

/** The sentence for what a field found wrong: a key of the problems, perhaps with a limit (`too-long:200`). */
export function problemSentence(words: Messages, problem: string): string {
  const [key = "", limit] = problem.split(":");
  const sentences: Record<string, string | ((limit: number) => string)> = words.common.problems;
  const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined;
  if (typeof sentence === "function") return sentence(Number(limit));
  return sentence ?? problem;
}
