import type { queryLetters as original } from "../vi/query-letters.ts";

export const queryLetters: typeof original = {
  salutation: (name) => (name ? `Dear ${name},` : "Dear Sir or Madam,"),
  closing: "Yours sincerely,",
  footer: "This letter is about a press query to the agency; please do not pass its link on.",
  page: "Open the question's page",
  pageLead: "See its state, withdraw it, or say whether it is answered:",
  verdictLead: "Please say whether your question is answered:",
  question: "Question",
  received: "Received",
  byLaw: "The law's time",
  byHouse: "The agency answers by",
  promised: "The agency promised before",
  until: (at, ref) => `by ${at} (${ref})`,
  noNumber: "the law sets no number of days",
  afterConclusion: "counted from the conclusion",
  speaks: "Spokesperson",
  ground: "Ground of refusal",
  legalRef: "By",
  nextAt: "More before",
  opensAt: "Public from",
  kept: "All times count from when it was first received.",
  check: {
    subject: "Confirm your address to send the question",
    heading: "Confirm your address",
    lead: (agency) => `Somebody gave this address to send a question to ${agency}.`,
    until: "The link works until",
    actionLead: "If that was you, please confirm:",
    action: "Confirm and send",
    closing: "If it was not, ignore this letter: the question will not reach the agency.",
  },
  receipt: {
    subject: (n) => `Query ${n} received`,
    heading: (n) => `Query ${n} received`,
    lead: "Your question has reached the agency.",
    closing: "Only you and the agency read it until it is answered.",
  },
  promise: {
    subject: (n) => `An answer to query ${n} is promised`,
    heading: "A promised answer",
    lead: (at) => `The agency promises you an answer before ${at}.`,
    reason: "Reason",
  },
  holding: {
    subject: (n) => `Holding answer to query ${n}`,
    heading: "Holding answer",
    lead: (at) => `To your question, received at ${at}, the agency says so far:`,
  },
  answer: {
    subject: (n) => `Answer to query ${n}`,
    heading: "Answer to your question",
    lead: (at) => `To your question, received at ${at}, the agency answers:`,
  },
  refusal: {
    subject: (n) => `Query ${n}: refusal to supply information`,
    heading: "Refusal to supply information",
    lead: (at) =>
      `To your question, received at ${at}, the agency refuses to supply information, on this ground and for this reason:`,
  },
  forwarded: {
    subject: (n) => `Your query went to another agency; its number is ${n} now`,
    heading: "Your question was forwarded",
    lead: (from, to, n) =>
      `${from} forwarded your question to ${to}, which is competent to answer. Its number there: ${n}.`,
  },
  moved: {
    subject: (n) => `Another agency takes over your query; its number is ${n} now`,
    heading: "Another agency takes over your question",
    lead: (from, to, n) =>
      `${from} is closed; ${to} goes on with your question. Its number there: ${n}.`,
  },
  task: {
    subject: (n) => `Information needed for press query ${n}`,
    heading: "Information needed",
    lead: "The spokesperson needs the following to answer the press.",
    until: "By",
    duty: "Units must supply it fully, promptly and accurately. What is not known yet, say so.",
    actionLead: "Answer at:",
    action: "Supply information",
  },

  paper: {
    title: {
      holding: "Holding answer",
      answer: "Answer to the press",
      refusal: "Refusal to supply information",
    },
    about: {
      holding: (title) => `Holding answer: ${title}`,
      answer: (title) => `Answer: ${title}`,
      refusal: (title) => `Refusal to supply information: ${title}`,
    },
    opening: ({ agency, received, kind, title, reference }) =>
      `${received}, ${agency} received a ${kind}${reference ? ` (letter ${reference})` : ""}: “${title}”. ${agency} says:`,
    ground: "Ground of refusal: ",
    reason: "Reason:",
    next: (at) => `The agency will say more before ${at}.`,
    end: (agency) => `${agency}.`,
  },
};
