import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";
import type { inboundActs as original } from "../vi/inbound.ts";

const number = (n: number) => numberIn("en", n);

const REPLIES: Record<string, string> = {
  coming: "coming",
  tentative: "perhaps coming",
  declined: "not coming",
};

const OUTCOMES: Record<string, string> = {
  applied: "recorded",
  older: "to an older version of the invitation, asked again",
  overtaken: "given before the answer that stands, which stays",
  "too-late": "too late",
};

export const inboundActs: typeof original = {
  "answer.by-calendar": ({ name, reply, trust, outcome }) =>
    `The calendar of journalist ${name} answered: ${REPLIES[reply] ?? reply} (${OUTCOMES[outcome] ?? outcome}${trust === "other_address" ? "; from another address" : ""}).`,
  "letter.returned": ({ name, to, words }) => `The letter to ${name} (${to}) came back: ${words}`,
  "inbound.taken": ({ name, reply }) =>
    `Took a mail that came in for the answer of journalist ${name}: ${REPLIES[reply] ?? reply}.`,
  "inbound.asked": ({ number }) => `Took a mail that came in for press query ${number}.`,
  "inbound.dismissed": ({ from, reason }) => `Done with the mail from ${from}: ${reason}`,
};

export const inbound: Messages["inbound"] = {
  title: "Mail that came in",
  lead: "Answers sent by journalists' calendars, questions to the agency's mailbox, letters that came back, and what no program should decide. None of these mails is ever answered automatically.",
  shelves: {
    open: "To look at",
    answers: "Answers",
    queries: "Questions",
    returned: "Returned letters",
    rest: "Other mail",
  },
  empty: {
    open: "No mail needs a look.",
    answers: "No answer has come by mail yet.",
    queries: "No press query has come by mail yet.",
    returned: "No letter has come back.",
    rest: "No other mail.",
  },
  noSubject: "(no subject)",
  noSender: "(sender unknown)",
  one: "Mail",
  to: "To",
  about: "About",
  received: "Received",
  result: "Result",
  unattributed: "Not known which meeting it is about",
  outcomes: {
    applied: "Recorded",
    older: "To an older version, asked again",
    overtaken: "A newer answer stands",
    "too-late": "Too late",
    "not-delivered": "Not delivered",
    delayed: "Delayed",
    delivered: "Delivered",
    unsubscribed: "Invitations stopped",
    asked: "Became a press query",
    review: "Needs a person",
    ignored: "Not an answer",
  },
  kinds: {
    answer: "Answer from a calendar",
    bounce: "Report of a mail server",
    unsubscription: "Wish to get no more invitations",
    query: "Press query",
    other: "Other mail",
  },
  reasons: {
    "too-large": "The mail is too large to be read by the program.",
    "too-tangled": "The mail is built strangely (too many parts or layers) and was not read.",
    unreadable: "The calendar file in it cannot be read.",
    letter: "Somebody wrote an ordinary letter to the address meant for calendars' answers.",
    winmail: "Outlook packed the mail in a way of its own (winmail.dat) that cannot be opened.",
    "no-token": "It came to the general address, without the key of any invitation.",
    "unknown-token": "The key in the address belongs to no invitation.",
    "unknown-event": "The event that is answered is none of ours.",
    "other-invitation":
      "The address belongs to this invitation, the event to the invitation of somebody else.",
    "several-events": "It answers several events at once.",
    "other-date": "It answers for a date that is not the meeting's.",
    "no-method": "The calendar file does not say that it is an answer.",
    counter: "The journalist proposes another time.",
    refresh: "The journalist's calendar asks for the invitation once more.",
    "no-attendee": "The answer does not say whose it is.",
    "other-attendee": "The answer is that of somebody other than the person invited.",
    delegated: "The journalist wants to send somebody else.",
    "unknown-answer": "The answer is neither a yes nor a no.",
    "future-version": "It answers a version of the invitation that was never sent.",
    "no-room": "There are not seats enough for those who were named.",
    "unknown-bounce": "A letter came back, but it is not clear which one, or why.",
    reply: "It answers a letter of the agency, at the agency's own mailbox.",
    "no-question":
      "It came to the agency's mailbox, but holds no question by one plain sender that a program could take.",
    "several-agencies":
      "It came to a mailbox that several agencies share: which one is asked is not known.",
    "too-long": "It is longer than questions are: please read it before you take it.",
    "too-many": "This sender, or strangers together, have asked too much within a day.",
    failed: "The program failed over this mail.",
    "auto-reply": "An automatic reply (out of office), not an answer.",
    notice: "What a calendar program says of an answer; the answer comes in a mail of its own.",
    "method-mismatch": "The mail and its calendar file say two different things.",
    "not-an-answer": "The calendar file in it is not an answer.",
    undecided: "Nothing was chosen yet.",
    cancelled: "The meeting was cancelled when it came.",
    postponed: "The meeting was put off when it came.",
    begun: "The meeting had begun when it came.",
    differs:
      "It carries an earlier time than the answer that stands, yet says something else: the sender's clock may be slow.",
  },
  trusts: {
    verified: "the person invited, verified by the mail server",
    matched: "with the invitation's key",
    other_address: "from another address",
  },
  replies: { coming: "Coming", tentative: "Perhaps", declined: "Not coming" },
  byCalendar: "answered from the calendar",
  flagged:
    "The sender is not the address that was invited: the answer is recorded, please check it.",
  mail: {
    facts: "This mail",
    answer: "Answer",
    version: "Version of the invitation",
    versionOf: (n) => `version ${number(n + 1)}`,
    trust: "Trust",
    server: "The mail server said",
    size: "Size",
    octets: (n) => `${number(n)} bytes`,
    text: "What it says",
    noText: "The mail has no text.",
    calendar: "Calendar file in it",
    showCalendar: "See the calendar file as it is",
    headers: "Headers",
    showHeaders: (n) => `See ${number(n)} header lines`,
    unread: "The program did not read this mail; download it only to look at it with a safe tool.",
    gone: "The mail itself was deleted after the time for which mail is kept.",
    download: "Download the mail (.eml)",
    stranger: "Every word below is an outsider's, shown as it is; no link in it can be followed.",
    take: "Take as an answer",
    dismiss: "Seen, nothing to do",
    settled: {
      taken: (who) => `${who} took it for an answer`,
      asked: (who) => `${who} took it for a press query`,
      dismissed: (who) => `${who} was done with it`,
    },
  },
  take: {
    title: "Take as an answer",
    lead: "Choose the invitation, and record the answer as its sender meant it.",
    whose: "Invitation of",
    search: "Search by name, e-mail or outlet",
    find: "Search",
    nobody: "No invitation that can still be answered was found. Search by the journalist's name.",
    reply: "Answer",
    submit: "Record the answer",
    done: (name) => `The answer of ${name} is recorded.`,
    problems: {
      settled: "Somebody has dealt with this mail already.",
      unknown: "There is no such invitation within your reach.",
      refused: "This answer cannot be recorded: please look at the invitation.",
    },
  },
  dismissal: {
    title: "Done with this mail",
    lead: "It is kept together with the reason; nobody gets a reply.",
    reason: "Reason",
    hint: "For example: telephoned, no answer was meant.",
    submit: "Done with it",
    done: "Recorded as done.",
  },
  notReached: {
    title: "Not delivered: please telephone",
    lead: "These people did not get their letter. Telephone them, then record the answer.",
    noPhone: "no telephone number",
    more: (n) => `and ${number(n)} more`,
    call: (name) => `Call ${name}`,
  },
  untold: {
    title: "Accepted when no seat was left: please telephone",
    lead: "They accepted in their calendar when all seats were taken. They wait and do not know it, for no mail that comes in is ever answered by itself. Telephone them, then record the answer they give.",
  },
  late: {
    title: "Late answers, and mail to look at",
    count: (n) => `${number(n)} ${n === 1 ? "mail" : "mails"} to look at`,
    see: "See the mail that came in",
  },
};
