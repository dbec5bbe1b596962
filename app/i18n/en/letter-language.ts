import type { vi } from "../vi.ts";

export const letterLanguage: (typeof vi)["letterLanguage"] = {
  title: "Language of letters to me",
  lead: "The letters that the system writes to officers, such as the news of a new press query. The language of the pages is chosen at the top of each page.",
  field: "Language",
  names: { vi: "Vietnamese", en: "English" },
  change: "Change the language of letters",
  save: "Save",
  saved: "Saved. Letters from now on are in this language.",
};
