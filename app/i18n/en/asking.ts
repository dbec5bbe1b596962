import { numberIn } from "../numbers.ts";
import type { asking as original } from "../vi/asking.ts";

const number = (n: number) => numberIn("en", n);
const many = (n: number, one: string, more: string) => `${number(n)} ${n === 1 ? one : more}`;

export const asking: typeof original = {
  ask: "Send this agency a question",
  askLead: "For journalists. Only you and the agency read it until it is answered.",
  title: "Ask a question",
  lead: (agency) => `To ${agency}.`,
  how: "Your e-mail address is checked by a link that works for 24 hours. Until you confirm, nothing has reached the agency.",
  privacy:
    "The question is yours until it is answered and for some days more; then question and answer become public. Telephone and e-mail never do.",
  submit: "Send the question",
  sent: "Please look into your mail",
  sentLead:
    "If the address is right, a letter is on its way. Its link brings the question to the agency.",
  another: "Ask another question",
  website: "Website (leave empty)",
  problems: {
    "leave-empty": "Leave this box empty. What you typed elsewhere is still there.",
    "too-fast": "Please look it over once and send it again: what you typed is still there.",
    "too-many":
      "You have sent many questions within an hour. Please wait; what you typed is still there.",
    "too-many-of-address": "This address was sent many letters today. Please try again tomorrow.",
    "too-many-of-agency":
      "This agency gets too many questions today. Please try tomorrow, or call.",
    "no-text-of-complaint":
      "For a complaint give only the number and date of the letter. Please remove the text, so that no citizen is named.",
  },
  check: {
    title: "Confirm your address",
    lead: "Press the button, and this question reaches the agency.",
    submit: "That is me, send the question",
    done: "The question has reached the agency",
    doneLead: (n) => `Number ${n}. Its own page is under the link below.`,
    toPage: "Open the question's page",
    again: "Send the question again",
  },
  asked: {
    title: "Your question",
    secret: "This link is the key: only who has it opens this page.",
    answers: "What the agency said",
    none: "No answer yet.",
    verdict: "Has your question been answered?",
    verdictLead: "Only questions that you confirm count as answered.",
    confirm: "It is answered",
    confirmed: "You confirmed that it is answered, at",
    dispute: "It is not answered",
    disputeWhy: "What is missing?",
    disputeSubmit: "Not answered, reopen",
    disputed: "You said that it was not answered, at",
    withdraw: "Withdraw the question",
    withdrawLead: "The question is closed and will not be answered.",
    release: "Make it public now",
    releaseLead: (at) =>
      `The question is yours until ${at}. Once your piece is out you may make it public.`,
    went: (agency, n) =>
      `The question went to ${agency}, where its number is ${n}; the moment of receipt stays.`,
    wentTo: "Open the question's page there",
    opened: "Question and answer are public",
    state: "State",
    paper: "Download the paper (.docx)",
  },
  public: {
    title: "Question and answer",
    list: "Press questions on public record",
    listLead: (agency) =>
      `Questions to ${agency} and their answers, public after a time that is the journalist's own.`,
    counts: (total, confirmed) =>
      `${number(confirmed)} of ${many(total, "question was", "questions were")} confirmed as answered by those who asked.`,
    empty: "No question is on public record yet",
    link: "Press questions",
    journalist: "a journalist",
    asker: "Asked by",
    asked: "Asked",
    answered: "Answered",
    ground: "Ground of refusal",
    late: "Answered after the law's time.",
    inTime: "Answered within the law's time.",
    confirmed: "The asker confirms that it is answered.",
    disputed: "The asker says that it is not fully answered.",
    unconfirmed: "The asker has not confirmed.",
    quote: "When quoting, please name the spokesperson and the agency.",
    answer: "Answer",
    refusal: "Refusal",
    question: "Question",
  },
};
