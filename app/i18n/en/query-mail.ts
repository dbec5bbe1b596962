import type { Messages } from "../messages.ts";

export const queryMail: Messages["queryMail"] = {
  arrival: {
    subject: (number) => `A new press query, no. ${number}`,
    heading: (number) => `A new press query, no. ${number}`,
    lead: "A press query has just come to the agency, and nobody has taken it in hand yet.",
    channel: "Sent through",
    actionLead: "Open it at the desk to take it in hand, to give it to somebody, or to send it on.",
    action: "Open the query",
    closing: "This letter goes once to everybody with an open account at the agency.",
  },
  taking: {
    open: "Take it for a press query",
    title: "Take it for a press query",
    lead: "The query counts as received when the mail came. Its sender is told by letter that it came, under which number and by when it is answered.",
    agency: "The agency that is asked",
    choose: "Choose an agency",
    kind: "Kind",
    name: "The query in a line",
    language: "Language of letters to the asker",
    reference: "Number and day of the letter that forwards it",
    referenceHint:
      "Needed for a complaint; then nothing of the mail itself is copied into the books.",
    text: "What is copied into the query",
    submit: "Take it for a query",
    done: (number, agency) => `Taken for query ${number} of ${agency}.`,
    noAgency: "Your account belongs to no agency, so you cannot take queries.",
    problems: {
      "unknown-agency": "This agency is not within your reach, or not the one that was written to.",
      unread: "The text or the sender of this mail cannot be read, so it cannot become a query.",
    },
  },
  letter: {
    title: "The mail it came in",
    see: "Read the mail",
    sender: "Sender",
    verified: "the mail server vouches for the address",
    unknown: "nobody vouches for the address: call back before you answer what is not public",
  },
  asked: (number) => `Query ${number}`,
};
