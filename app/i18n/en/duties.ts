import type { duties as original } from "../vi/duties.ts";

export const duties: typeof original = {
  title: "Duties to the press",
  lead: "What is owed again and again by the rules in force. A duty is done when a meeting is recorded as held or a statement is published; there is no box to tick.",
  names: {
    "info.province.monthly": "Monthly information for the press",
    "briefing.province.max_gap": "Periodic press conference",
    "briefing.commune.max_gap": "Periodic press conference of communes",
  },
  counts: {
    "info.province.monthly":
      "Press conferences and press briefings that were held count, and statements that were published.",
    "briefing.province.max_gap": "Press conferences that were held count.",
    "briefing.commune.max_gap": "Press conferences that were held count.",
  },
  states: { calm: "In time", soon: "Due soon", overdue: "Overdue" },
  duty: "Duty",
  agency: "Agency",
  last: "Last done",
  never: "None on record",
  planned: "Planned",
  nothing: "Nothing yet",
  due: "Next due",
  none: "There is no periodic duty within your reach",
  noneLead:
    "The national rules ask it of provinces only; a province can ask it of its communes on the page of rules.",
  plan: "Plan a meeting",
  explain: "How it is counted",
};
