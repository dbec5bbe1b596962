import type { Speaker } from "../spokespersons/speaker.ts";

/** Somebody who may be chosen to speak at a meeting, as a form offers them. */
export type SpeakerChoice = Pick<
  Speaker,
  "personId" | "name" | "position" | "capacity" | "matter" | "recommended"
>;

/** Each person once, in the capacity that comes first in the order in which to ask. */
export function speakerChoices(speakers: Speaker[]): SpeakerChoice[] {
  const choices = new Map<string, SpeakerChoice>();
  for (const { personId, name, position, capacity, matter, recommended } of speakers)
    if (!choices.has(personId))
      choices.set(personId, { personId, name, position, capacity, matter, recommended });
  return [...choices.values()];
}

/** What a new meeting's form begins with: who is to be asked first speaks, the head presides. */
export function usualPeople(choices: SpeakerChoice[]): { chair: string; spokespersonId: string } {
  return {
    chair: choices.find(({ capacity }) => capacity === "head")?.name ?? "",
    spokespersonId: choices.find(({ recommended }) => recommended)?.personId ?? "",
  };
}
