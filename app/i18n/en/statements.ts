import { numberIn } from "../numbers.ts";
import type { statements as original } from "../vi/statements.ts";

const number = (n: number) => numberIn("en", n);
const outletsOf = (n: number) => (n === 1 ? "one press agency" : `${number(n)} press agencies`);

export const statements: typeof original = {
  kinds: {
    initial_statement: "Initial statement",
    press_release: "Press release",
    answer: "Answer to the press",
    notice: "Update",
  },
  phases: {
    draft: "Draft",
    approved: "Approved, not published",
    scheduled: "Scheduled",
    published: "Published",
    withdrawn: "Discarded",
  },
  parts: {
    known: "What we know",
    unknown: "What we do not know yet",
    doing: "What we are doing",
    nextUpdateAt: "Next update",
  },
  speaks: "Spokesperson",
  published: "Published at",
  speakerLine: (name, position, capacity) => `${name}, ${position} (${capacity})`,
  authorisedFor: (matter) => `authorised for: ${matter}`,
  refusals: {
    "is-draft": "This text has not been approved.",
    "is-approved": "This text is approved already.",
    "is-scheduled": "This text is scheduled to be published.",
    "is-published":
      "This text is public and stays as it is. What is new is published as the next one.",
    "is-withdrawn": "This draft was discarded.",
    "refer-up":
      "A national incident (clause 1 of article 7): the agency does not speak, it reports upwards.",
    "not-agreed":
      "An incident of several ministries or provinces (clause 2 of article 7): it must be on record that the content was agreed with the body in charge.",
    "no-next-update": "An initial statement must say when the next update comes.",
    "next-update-past": "The time of the next update has passed. Please set another.",
    "not-a-speaker": "This person may not speak for the agency at this moment.",
    "changed-meanwhile":
      "Somebody else has just changed this text. Yours is still below; open the newer one in another tab, compare, and save again.",
    "not-signed":
      "An agency that also puts its name to this text has not agreed to this very edition.",
    "is-corrected": "This text was corrected by another one already; please correct that one.",
    "is-retracted": "This text was taken back.",
    "has-draft": "A correction of it is being written already.",
    "nothing-changed":
      "The correction says what the wrong text says. Change it and have it approved again.",
    "schedule-past": "The time of publication has passed. Please choose another.",
    "own-agency": "This agency writes the text: it need not be asked.",
    "already-asked": "This agency has been asked already.",
    "too-many-files": "A text carries 20 files at most.",
    "too-large-in-all":
      "The files together are larger than 100 MB. Leave some out or compress them.",
    nobody: "Nobody was chosen, or none of them takes letters any more.",
  },
  maySpeak: (names) =>
    names.length > 0
      ? `This person may not speak for the agency at this moment. These may: ${names.join("; ")}.`
      : "Nobody may speak for the agency at this moment. Please enter a spokesperson first.",
  form: {
    newTitle: "Write the initial statement",
    nextTitle: "Write the update",
    lead: "Four parts: what we know, what we do not know yet, what we are doing, when the next update comes. Say what has been verified.",
    editTitle: "Change the draft",
    title: "Headline",
    language: "Language",
    languages: { vi: "Vietnamese", en: "English" },
    knownHint: "Only what has been verified.",
    unknownHint: "Say plainly what is not clear, and when it will be.",
    nextUpdateHint: "The first text on an incident must name it.",
    speakerHint: "Only who may speak for the agency at this moment.",
    submit: "Save and submit for approval",
    saved: "The draft was saved.",
    questions: "The press may ask",
    preparedSpeaks: "By the scenario, the speaker is",
  },
  approval: {
    title: "Approve the statement",
    lead: "Record who approved this very text. Once changed, it has to be approved again.",
    approver: "Approved by",
    approverHint: "The name of whoever has the power to approve and did.",
    agreedWith: "Content agreed with",
    agreedWithHint: (lead) => `Body in charge: ${lead}. Who agreed, and how.`,
    submit: "Record the approval",
    done: (name) => `Approved by ${name}.`,
    edit: "Change this text",
  },
  desk: {
    incident: "Incident",
    approved: (name, when) => `${name} approved it at ${when}.`,
    next: "Next step",
    toApproval: "Submit for approval",
    toPublication: "Publish and send to the press",
    edit: "Change",
    withdraw: "Discard this draft",
    withdrawn: "The draft was discarded.",
    publicAddress: "Public page:",
    access: "Proof of equal access",
    onTime: "Published in time",
    late: "Published late",
    dueAt: (when) => `due ${when}`,
    follows: "Follows",
    agreed: "Agreed with",
  },
  publication: {
    title: "Publish and send at once",
    lead: "One button: the statement becomes public, and every press agency chosen gets the same letter at the same minute.",
    whom: "Send to",
    publicOnly: "Publish on the page only, send no letters",
    publish: "Publish and send",
    preview: "Read the letter before it goes",
    people: (n) => (n === 1 ? "One person will get it." : `${number(n)} people will get it.`),
    frame: "The letter just as it will be sent",
    before:
      "Choose lists and press “Read the letter before it goes”: it appears here just as it will be sent.",
    done: (letters, outlets) =>
      letters > 0
        ? `Published; ${number(letters)} letters to ${outletsOf(outlets)} are on their way.`
        : "Published.",
    text: "The text to be published",
  },
  access: {
    title: "Equal access",
    lead: "When each press agency got the same text, as its mail server's side confirmed. This page names no journalists.",
    outlet: "Press agency",
    none: "Of no press agency",
    letters: "Letters",
    accepted: "Taken by the mail server at",
    between: (from, until) => `${from} to ${until}`,
    notYet: "Not yet",
    refused: "Refused",
    posted: (when) => `Made public and posted at ${when}, all letters at once.`,
    spread: (seconds) => `From the first letter taken to the last: ${seconds} seconds.`,
    empty: "This text was published without letters.",
    count: (n) => (n === 1 ? "1 letter" : `${number(n)} letters`),
  },
  site: {
    listTitle: (agency) => `Published by ${agency}`,
    link: "Information published for the press",
    empty: "This agency has published nothing here yet",
    listLead:
      "Each text carries a spokesperson's name. What is public is never edited; what is new is the next text.",
    sentTo: (outlets, when) => `Sent to ${outletsOf(outlets)} at the same minute, ${when}.`,
    follows: "Follows",
    newer: "There is a newer text",
    inLanguage: { vi: "The text is in Vietnamese", en: "The text is in English" },
    quote:
      "Press that reprints it is asked to name the spokesperson and the agency. Whoever prints exactly this text is not liable for its content (Decree 244/2026, article 9).",
    feed: "Atom feed of the province",
  },
  feed: {
    title: (place) => `Information for the press: ${place}`,
    country: "the whole country",
    marks: { retracted: "Taken back", corrected: "Corrected", correction: "Correction" },
    lead: "Initial statements, press releases and answers of the agencies of the province.",
  },
  letter: {
    subject: (kind, title) => `[${kind}] ${title}`,
    lead: (agency, kind) =>
      `${agency} sends you the following ${kind.toLowerCase()}, word for word:`,
    correction: {
      kind: "Correction",
      lead: (agency, kind) =>
        `${agency} corrects the ${kind.toLowerCase()} that you received. Please use the following text in place of the former one.`,
      reason: "Why it is corrected",
      before: "It said",
      after: "It should say",
      whole: "The correct text in full:",
    },
    retraction: {
      subject: (title) => `[Taken back] ${title}`,
      lead: (agency, when) =>
        `${agency} takes back the text that was sent to you at ${when}. Please do not use it any more.`,
      at: "Taken back at",
      approver: "Decided by",
      reason: "Why",
      closing: "Every press agency that received this text is told at the same time.",
    },
    inLanguage: { vi: "(The text is in Vietnamese.)", en: "(The text is in English.)" },
    publicly: "This text is public at:",
    read: "Read it on the public page",
    sameForAll: "Every press agency on the list gets this same text at the same minute.",
    unsubscribe: "To receive no more letters from us:",
  },
};
