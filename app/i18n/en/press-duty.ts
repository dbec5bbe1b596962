import type { pressDuty as original } from "../vi/press-duty.ts";

export const pressDuty: typeof original = {
  title: "The press brings the answer to the citizens",
  lead: "Once a press agency has the written answer, it tells those who raised the matter in writing, or publishes it:",
  daily: "Dailies, radio, television, online press",
  weekly: "Weeklies",
  magazine: "Magazines",
  until: (at: string) => `by ${at}`,
  nextIssue: "in the next issue",
  why: "How this was counted",
};
