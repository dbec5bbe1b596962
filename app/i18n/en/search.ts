import type { Messages } from "../messages.ts";

export const search: Messages["search"] = {
  headSpeaks: (department) =>
    `By law the head of an agency is its spokesperson: the head of the ${department}.`,
};
