import { numberIn } from "../numbers.ts";
import type { confirmations as vietnamese } from "../vi/confirmations.ts";

const number = (n: number) => numberIn("en", n);
const letters = (n: number) => (n === 1 ? "1 letter" : `${number(n)} letters`);
const entries = (n: number) => (n === 1 ? "1 entry was" : `${number(n)} entries were`);

export const confirmations: typeof vietnamese = {
  quarter: (quarter) => `${quarter.slice(5)} ${quarter.slice(0, 4)}`,
  last: {
    confirmation: (day) => `confirmed on ${day}`,
    publication: (day) => `published on ${day}`,
  },
  states: {
    confirmed: "Confirmed",
    asked: "Awaiting confirmation",
    unconfirmed: "Not confirmed",
    bounced: "Letter bounced",
  },
  freshness: {
    confirmed: (last) => last.replace(/^./, (c) => c.toUpperCase()),
    asked: (last, quarter) => `Awaiting confirmation for ${quarter}; ${last}`,
    unconfirmed: (last, quarter) => `Not confirmed in ${quarter}; last ${last}`,
    bounced: (last, quarter) =>
      `The letter for ${quarter} did not reach this e-mail address; last ${last}`,
  },
  letter: {
    subject: (agency, quarter) =>
      `Please confirm your entry as spokesperson, ${quarter} - ${agency}`,
    heading: "Please confirm what is published",
    salutation: (name) => `Dear ${name},`,
    lead: (agency, quarter) =>
      `The following is published about you, so that the press and the public can reach ${agency}. Once a quarter, please look at it and confirm that it is still right (${quarter}).`,
    factsLead: "As published:",
    agency: "Agency",
    name: "Name",
    term: "Term",
    howTo:
      "Opening the link only shows the entry. It is confirmed when you press the button on that page; if something is wrong, the page lets you say so.",
    action: "Look and confirm",
    closing: (day) => `The link holds until the end of ${day}. Thank you.`,
    footer:
      "This letter goes to the official e-mail address that is published. The link is yours alone; please do not pass it on.",
  },
  page: {
    title: "Confirm what is published",
    lead: (name, quarter) => `${name}, please look at your entry and confirm it for ${quarter}.`,
    published: "Published as follows",
    question: "Is this still right?",
    submit: "Still right, I confirm",
    signed: (name) => `The confirmation is recorded in the name of ${name}, with day and hour.`,
    wrong: "Something is wrong: report it",
    publicPage: "See the public page",
    confirmedOn: "Confirmed at",
    states: {
      unknown:
        "This link is wrong or no longer works. Please open the link of the latest letter again.",
      confirmed: "This entry has been confirmed for the quarter. There is nothing more to do.",
      superseded:
        "This letter is of a quarter that is over. Please use the link in the current quarter's letter.",
      annulled:
        "This entry was corrected or taken off the public list after the letter was sent, so there is nothing to confirm any more.",
      ended: "This task has ended, so there is nothing to confirm any more.",
    },
  },
  desk: {
    title: "Quarterly confirmation",
    lead: (quarter) =>
      `Every public entry is confirmed once a quarter. This is ${quarter}; an entry published within it counts as confirmed.`,
    above: "Spokespersons",
    amber: (n) =>
      `${n === 1 ? "1 entry is" : `${number(n)} entries are`} not confirmed this quarter`,
    shelves: {
      amber: "To look after",
      asked: "Awaiting",
      confirmed: "Confirmed",
      all: "All",
    },
    empty: {
      amber: "No entry is overdue",
      asked: "No entry awaits an answer",
      confirmed: "No entry has been confirmed in this quarter yet",
      all: "No entry is public yet",
    },
    agency: "Agency",
    person: "Spokesperson",
    contact: "Contact",
    state: "State",
    ask: {
      title: "Send this quarter's letters",
      toAsk: (n) =>
        `${letters(n)} will be sent, one for each entry, to the published e-mail address.`,
      already: (n) => `${entries(n)} asked about in this quarter and will not be asked again.`,
      nobody: "Nobody is left to be asked in this quarter.",
      submit: (n) => `Send ${letters(n)}`,
      done: (n) => `${letters(n)} written; the outbox shows how far they have come.`,
      noneLeft: "Nobody was left to be asked in this quarter; no letter was sent.",
    },
    telephone: {
      link: "Note a confirmation by telephone",
      title: "Note a confirmation by telephone",
      lead: (name) =>
        `Only after you have spoken with ${name}, who said that the following is still right.`,
      signed: (name) => `This is recorded in the name of ${name}.`,
      submit: "Asked by telephone, still right",
      done: (name) => `The confirmation of ${name} is recorded.`,
      refused: {
        unknown: "There is no such entry.",
        confirmed: "This entry has been confirmed in this quarter already.",
        superseded: "The quarter has turned; please load the page again.",
        annulled: "This entry is no longer public.",
        ended: "This entry is no longer public.",
      },
    },
  },
};
