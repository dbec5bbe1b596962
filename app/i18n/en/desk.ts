import type { Messages } from "../messages.ts";

export const desk: Messages["desk"] = {
  nav: {
    label: "Press desk",
    home: "Today",
    spokespersons: "Spokespersons",
    journalists: "Journalists",
    meetings: "Meetings",
    outbox: "Outgoing mail",
    mailbox: "Trial mailbox",
    policies: "Rules",
    audit: "Log",
  },
  home: {
    title: "Today",
    urgent: "Something happened: invite the press now",
    plan: "Plan a meeting",
    next: "Meetings to come",
    noNext: "No meeting is to come",
    noNextLead:
      "Plan the next press conference or briefing, or invite the press as soon as something happens.",
    allMeetings: "All meetings",
    when: "Time",
    meeting: "Meeting",
    answers: "Answers",
    tally: ({ invited, coming, substitute, waiting }) =>
      invited === 0
        ? "nobody invited yet"
        : `${invited} invited, ${coming + substitute} coming, ${waiting} without an answer`,
    toDo: "To look after",
    allWell: "Nothing to look after now.",
    letters: "Invitations that have not arrived",
    refused: (n) => (n === 1 ? "1 letter refused" : `${n} letters refused`),
    putBack: (n) => (n === 1 ? "1 letter to be tried again" : `${n} letters to be tried again`),
    confirm: "Over, to be recorded as held",
    endings: (days) => `Ending within ${days} days`,
    ending: (name, until) => `${name}, until ${until}`,
    missing: "Without a spokesperson",
    missingCount: (missing, all) =>
      `${missing.toLocaleString("en")} of ${all.toLocaleString("en")} agencies`,
    missingOwn: "Your agency has nobody in the register of spokespersons.",
    seeThem: "Show them",
    enterOne: "Enter a spokesperson",
  },
  account: {
    name: "Name",
    role: "Role",
    freshHint: "At least 12 characters; a sentence you remember is better than a difficult word.",
    unknownBrowser: "Unknown browser",
    revoked: "That browser is signed out.",
  },
};
