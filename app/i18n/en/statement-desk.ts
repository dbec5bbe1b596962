import { HOME_ZONE } from "#app/clock.ts";
import { shortTime } from "../dates.ts";
import { numberIn } from "../numbers.ts";
import type {
  statementDesk as original,
  statementActs as originalActs,
} from "../vi/statement-desk.ts";

const number = (n: number) => numberIn("en", n);
const people = (n: number) => (n === 1 ? "one person" : `${number(n)} people`);

export const statementActs: typeof originalActs = {
  "statement.scheduled": ({ title, at }) => `Scheduled “${title}” for ${shortTime(at, HOME_ZONE)}.`,
  "statement.unscheduled": ({ title }) => `Took “${title}” off the schedule.`,
  "statement.schedule-refused": ({ title }) =>
    `The time came, but “${title}” could not be published.`,
  "statement.retracted": ({ title, reason, letters }) =>
    `Took back “${title}” and told ${people(letters)}. Reason: ${reason}`,
  "statement.sign-off-asked": ({ title, agency }) =>
    `Asked ${agency} to put its name to “${title}”.`,
  "statement.sign-off-dropped": ({ title, agency }) =>
    `No longer asks ${agency} to put its name to “${title}”.`,
  "statement.signed-off": ({ title, signer }) => `${signer} put the agency’s name to “${title}”.`,
  "statement.objected": ({ title }) => `Did not agree to “${title}” yet.`,
  "statement.file-added": ({ title, file }) =>
    `Added the file “${file}” to “${title}”; it has to be approved again.`,
  "statement.file-removed": ({ title, file }) =>
    `Removed the file “${file}” from “${title}”; it has to be approved again.`,
  "statement.moved": ({ title, from, to }) =>
    `Moved the unpublished “${title}” from ${from} to ${to}.`,
};

export const statementDesk: typeof original = {
  list: {
    title: "Statements",
    lead: "Press releases, answers, updates: write, approve, publish to every press agency at the same time.",
    label: "Texts",
    new: "Write a text",
    shelves: { open: "In hand", published: "Published", withdrawn: "Discarded" },
    empty: {
      open: "Nothing is in hand",
      published: "Nothing was published so far",
      withdrawn: "Nothing was discarded so far",
    },
    emptyLead: "Begin with a press release, or open an incident when something happens.",
    search: "Search by headline or spokesperson",
    nothing: (q) => `No text matches “${q}”`,
    text: "Text",
    state: "State",
    speaker: "Spokesperson",
    when: "When",
    scheduled: (when) => `scheduled for ${when}`,
    waiting: "Other agencies ask for your agency’s name",
    answer: "Read and answer",
    problem: "The time came, but it could not be published",
  },
  form: {
    newTitle: "Write a text",
    newLead: "A spokesperson stands for it. Once saved it is approved, and only then published.",
    initial: "The initial statement on an incident is written on the incident’s own page:",
    openIncident: "Open an incident",
    agency: "Agency that speaks",
    kind: "Kind",
    body: "Text",
    bodyHint:
      "A blank line between paragraphs. # heading, **bold**, *italic*, - list, 1. numbered, > quote, [words](https://…) link. No HTML.",
    incident: "About the incident",
    noIncident: "About none",
    translation: (title) => `“${title}” in another language.`,
    hidden: (signs) => `Saved. Hidden characters in what was pasted were removed: ${signs}.`,
  },
  desk: {
    body: "Text",
    languages: "Other languages",
    translate: { vi: "Write the Vietnamese text", en: "Write the English text" },
    files: "Attached files",
    fileCount: (n) => (n === 0 ? "No file so far" : n === 1 ? "One file" : `${number(n)} files`),
    toFiles: "Add or remove files",
    signOffs: "Also in the name of",
    noSignOffs: "This agency alone puts its name to it.",
    toSignOffs: "Ask other agencies",
    correct: "Correct it",
    retract: "Take it back",
    corrects: "Corrects",
    correctedBy: "Corrected by",
    reason: "Why it is corrected",
    changes: "Compared with the wrong text",
    scheduled: (when, who) => `To be published at ${when}, scheduled by ${who}.`,
    unschedule: "Take it off the schedule",
    unscheduled: "It is off the schedule, and still approved.",
    problem: (why) => `The time came, but it could not be published: ${why}`,
    mayNow: (names) =>
      names.length > 0
        ? `At this moment these may speak: ${names.join("; ")}.`
        : "Nobody may speak at this moment.",
    receipt: "Receipt",
  },
  schedule: {
    title: "Publish it later",
    lead: "At that very second it is published and sent to the chosen lists, after the spokesperson has been checked again.",
    field: "Publish at",
    submit: "Schedule",
    done: (when) => `Scheduled for ${when}.`,
    mayThen: (when, names) =>
      names.length > 0
        ? `This person may not speak for the agency at ${when}. Then these may: ${names.join("; ")}.`
        : `Nobody may speak for the agency at ${when}.`,
    misled: (n) =>
      `The correction goes to the ${people(n)} who received the wrong text, chosen here or not.`,
  },
  files: {
    title: "Attached files",
    lead: "They become public together with the text; the hash of each is in the receipt. Add or remove one, and the text has to be approved again.",
    empty: "No file so far",
    add: "Add a file",
    name: "Name to be shown",
    language: "Language of the file",
    translation: "It says the same as this text, in another language",
    isTranslation: "Translation",
    file: "File",
    submit: "Add the file",
    added: (title) => `“${title}” was added. The text has to be approved again.`,
    remove: "Remove",
    removed: (title) => `“${title}” was removed. The text has to be approved again.`,
  },
  signOffs: {
    title: "Also in the name of",
    lead: "What concerns several agencies is said in one agreed text (article 7, clause 2). It is published only when each has agreed to this very edition; change one word and they are asked again.",
    empty: "No agency was asked so far",
    agency: "Agency",
    state: "Answer",
    states: {
      waiting: "No answer yet",
      void: "The text changed: to be agreed again",
      signed: "Agreed",
      objected: "Not agreed",
    },
    signedBy: (name, when) => `${name}, ${when}`,
    ask: "Ask an agency",
    submit: "Ask for its name",
    asked: (name) => `${name} was asked. The text has to be approved again.`,
    drop: "Ask no longer",
    dropped: (name) => `${name} is asked no longer. The text has to be approved again.`,
    answerTitle: "Put your agency’s name to a text",
    answerLead: (agency) =>
      `${agency} asks your agency to put its name to this very text. If it changes you are asked again.`,
    signer: "Who agrees",
    signerHint: "The name of whoever has the power to agree in your agency.",
    sign: "Agree to this very text",
    signed: "The agreement is on record.",
    objection: "What you do not agree to",
    object: "Do not agree",
    objected: "The agency that writes the text was told.",
    own: (name) => `Your agency: ${name}`,
  },
  correction: {
    title: "Correct a published text",
    lead: "What was published stays. You write the right text beside it; once it is public, both show what was changed, and whoever received the wrong one gets a letter.",
    reason: "What was wrong, and why it is corrected",
    reasonHint: "This sentence is published.",
    submit: "Write the right text",
    begun: "Put the text right, then have it approved.",
    whom: (n) =>
      n === 1
        ? "One person received the wrong text."
        : `${number(n)} people received the wrong text.`,
  },
  retraction: {
    title: "Take back a published text",
    lead: "It can still be read, with the reason above it. Whoever received it is told by letter, and it goes into the ledger of corrections.",
    reason: "Why it is taken back",
    reasonHint: "This sentence is published.",
    approver: "Decided by",
    submit: "Take it back and tell everybody who received it",
    done: (letters) =>
      letters > 0 ? `It was taken back; ${people(letters)} are told.` : "It was taken back.",
  },
  site: {
    title: "Information for the press",
    lead: "Press releases, answers and initial statements of the agencies, newest first. Each stands in a spokesperson’s name and has a signed receipt.",
    province: "Province",
    kind: "Kind",
    all: "All",
    country: "The whole country",
    show: "Show",
    empty: "Nothing so far",
    total: (n) => (n === 1 ? "One text" : `${number(n)} texts`),
    feed: "Atom feed",
    errata: "Corrections",
    corrected: "Corrected",
    correction: "Correction",
    retracted: "Taken back",
    agreedBy: "Also in the name of",
    languages: "Other languages",
    files: "Attached files",
    translation: "the same text",
    languageNames: { vi: "Tiếng Việt", en: "English" },
  },
};
