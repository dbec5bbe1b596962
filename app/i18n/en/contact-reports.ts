import { numberIn } from "../numbers.ts";
import type { contactReports as vietnamese } from "../vi/contact-reports.ts";

const number = (n: number) => numberIn("en", n);

export const contactReports: typeof vietnamese = {
  fields: {
    phone: "Telephone",
    email: "E-mail",
    position: "Position",
    name: "Name",
    other: "Something else",
  },
  page: {
    title: "Report a wrong contact",
    lead: "Nobody answers, a letter came back, the person has moved on? Please say so: an officer checks before anything is changed.",
    link: "Report something wrong",
    which: "Which entry is wrong",
    noEntry: "Something else, or somebody is missing",
    field: "What is wrong",
    proposal: "What it should be",
    proposalHint:
      "For example the right number, or the new name. Wrong, but you do not know the right number: choose “other” above and tell us here",
    note: "How you know",
    noteHint: "For example when you called, who answered, where it is written",
    email: "Your e-mail address, if you wish for an answer",
    emailHint: "Used for one answer and then erased.",
    website: "Leave this box empty",
    submit: "Send",
    privacy:
      "No account is needed. Your network address is not stored; nothing is kept but what you write here.",
    received: "Received. Thank you.",
    receivedLead:
      "An officer will check and decide. The public page changes only after that check.",
    back: "Back to the agency's page",
    another: "Report something else",
    problems: {
      "unknown-entry":
        "That entry is no longer on this page. Please look at the list below and choose again; what you typed is still here.",
      "leave-empty":
        "Please empty the box “Leave this box empty” and send again; what you typed is still here.",
      "too-many":
        "There were many reports from this network address. Please wait for fifteen minutes and send again; what you typed is still here.",
      "too-many-of-agency":
        "Many reports about this agency came in today and are being checked. Please send again tomorrow; what you typed is still here.",
    },
  },
  desk: {
    title: "Readers' reports",
    lead: "What readers say is wrong, within your reach. Compare, then correct it or leave it, and answer.",
    shelves: { open: "To look at", decided: "Decided" },
    empty: { open: "No report is waiting", decided: "No report has been decided yet" },
    about: "About",
    says: "The reader says",
    when: "Received",
    result: "Result",
    look: "Look and decide",
    decisions: { applied: "Corrected", declined: "Left as it is" },
    count: (n) => (n === 1 ? "1 report is waiting" : `${number(n)} reports are waiting`),
    home: "Readers report something wrong",
  },
  report: {
    title: (field) => `A reader's report: ${field.toLowerCase()}`,
    compare: "Compare",
    published: "Published",
    proposed: "The reader says",
    row: "Entry",
    note: "The reader adds",
    noNote: "Nothing was added.",
    wantsAnswer: "The reader left an address: your answer goes there, and the address is erased.",
    noAnswer: "The reader left no address: your answer is kept here only.",
    nobody: "The whole page, or somebody is missing",
    apply: "Correct it",
    applyLead: "The entry is replaced by a corrected one; what was published stays on record.",
    byHand:
      "This report cannot be applied by itself. If it is right, correct the agency's books first, then note it here.",
    toAgency: "Open the agency's books",
    value: (field) => `${field} to be published`,
    valueHint: "Please check it first; you may put it right.",
    answer: "Answer to the reader",
    thanks: "Thank you. We have checked and corrected this.",
    submitApply: "Correct and answer",
    submitDone: "Corrected, answer the reader",
    decline: "Leave it as it is",
    declineAnswerHint: "Say why what is published is right.",
    submitDecline: "Leave it and answer",
    done: { applied: "Corrected as reported.", declined: "Left as it is; the answer is noted." },
    decided: (decision) => `Decided: ${decision.toLowerCase()}`,
    problems: {
      decided: "This report has been decided already.",
      gone: "This entry is no longer in the books and cannot be corrected.",
      annulled: "This entry has just been corrected. Please load the page again.",
    },
  },
  letter: {
    reader: "Reader",
    subject: (agency) => `About the contact of ${agency}`,
    heading: { applied: "Corrected as you reported", declined: "About your report" },
    salutation: "Dear reader,",
    lead: {
      applied: (agency) =>
        `Thank you for reporting a wrong contact of ${agency}. It has been checked and corrected.`,
      declined: (agency) =>
        `Thank you for your report about the contact of ${agency}. We have checked, and leave what is published as it is.`,
    },
    factsLead: "You reported:",
    closing: "With kind regards,",
    footer:
      "This letter is sent once, to the address that you left with your report. It has been erased from the report.",
  },
};
