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
    audit: "Log",
    account: "Account",
    site: "Public site",
  },
};
