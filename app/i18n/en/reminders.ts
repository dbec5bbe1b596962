import type { Messages } from "../messages.ts";

const hours = (n: number) =>
  n % 24 === 0 ? `${n / 24} ${n === 24 ? "day" : "days"}` : `${n} ${n === 1 ? "hour" : "hours"}`;

interface Told {
  subject: string;
  rule: string | null;
  name?: string | null;
  letters?: number;
}

const RULES: Record<string, string> = {
  reminder: "reminders",
  "last-reminder": "last reminders",
  decision: "questions to those who are silent",
  thanks: "letters of thanks",
};

const which = ({ rule, name }: Told) =>
  [rule ? (RULES[rule] ?? rule) : "all reminders", name && `to ${name}`].filter(Boolean).join(" ");

export const reminderActs: ReminderActs = {
  "reminders.sent": (told) =>
    `Wrote ${told.letters} ${which(told)} of the meeting “${told.subject}”.`,
  "reminders.stopped": (told) => `Stopped ${which(told)} of the meeting “${told.subject}”.`,
  "reminders.resumed": (told) => `Resumed ${which(told)} of the meeting “${told.subject}”.`,
  "reminder-rules.set": ({ kind, scope }) =>
    `Set the reminder rules for ${KINDS[kind] ?? kind} (${SCOPES[scope] ?? scope}).`,
  "reminder-rules.ended": ({ kind, scope }) =>
    `Ended the own reminder rules for ${KINDS[kind] ?? kind} (${SCOPES[scope] ?? scope}).`,
};

type ReminderActs = typeof import("../vi/reminders.ts").reminderActs;

const KINDS: Record<string, string> = {
  press_conference: "press conferences",
  press_coordination: "press coordination briefings",
  press_gathering: "press gatherings",
  media_visit: "media visits",
  training: "training",
  review: "reviews",
};
const SCOPES: Record<string, string> = {
  national: "the whole country",
  province: "the province",
  agency: "the agency",
};

export const reminders: Messages["reminders"] = {
  title: "Reminders and thanks",
  lead: "Which letters leave by themselves, when and to whom; which have left; which do not, and why.",
  allLead: "Meetings within your reach with reminders to come, or written in the last two weeks.",
  all: "All reminders",
  ofMeeting: "Reminders, thanks",
  rulesLink: "Reminder rules",
  kinds: {
    reminder: "Reminder to those who come",
    "last-reminder": "Last reminder",
    decision: "Question to those who are silent",
    thanks: "Thanks and materials",
  },
  whom: {
    reminder: "Those who said that they come, the undecided too.",
    "last-reminder": "Those who said that they come, the undecided too.",
    decision: "Those who have not answered.",
    thanks: "Those who came (where nobody kept the door: those who said they would).",
  },
  unsubscribedNote:
    "Whoever unsubscribed from new invitations and still comes to this meeting is reminded of it; they get no thanks.",
  will: (when, people) => `Leaves ${when} for ${people}.`,
  people: (n) => (n === "1" ? "1 person" : `${n} people`),
  held: (when, people) =>
    `Its turn has come, but the hours are quiet: it goes from ${when} on to ${people}.`,
  due: (people) => `Due now: letters to ${people} are being written.`,
  willToNobody: (when) => `Leaves ${when} for whoever it is meant for by then; so far nobody.`,
  duePast: (when) => `Written when its time had come (${when}).`,
  dueToNobody: (when) => `Its time has come (${when}), and it was meant for nobody.`,
  noCounts: "Nobody so far",
  missed: (when) => `Its time (${when}) has passed, and it is of no more use.`,
  beforeStart: (n) => `${hours(n)} before the start`,
  beforeAnswerBy: (n) => `${hours(n)} before answers are asked for`,
  beforeStartAsNoDeadline: (n) =>
    `${hours(n)} before the start (the meeting asks for answers by no day)`,
  afterwards: "once the meeting was held and something of it is published",
  moved: (counted, from, until) =>
    `By the rule it would be ${counted}, which lies in the quiet hours ${from}–${until}; it leaves at the hour above instead.`,
  counts: {
    meant: (n) => (n === "1" ? "1 person will get it" : `${n} people will get it`),
    onTheWay: (n) => `${n} on the way`,
    sent: (n) => `${n} sent`,
    refused: (n) => `${n} could not be sent`,
    skipped: (n) => `${n} no longer needed`,
  },
  whyNotSent: {
    off: "The rules of the house have no such letter.",
    "not-expected": "The meeting is not announced, is put off or called off: nobody is reminded.",
    "not-held": "Waits until the meeting is recorded as held.",
    "not-published":
      "Nothing is published yet (minutes, files, video, articles), so there is nothing to send.",
    quiet:
      "Not sent: it falls into the quiet hours, and the moment before them comes too early to be of use.",
    "changed-since":
      "Not sent: its time had passed when the meeting was announced or changed; the letter that said so took its place.",
    "rule-newer": "Not sent: its time had passed when this rule was set.",
    stopped: "An officer stopped it.",
  },
  whyNotTo: {
    declined: "Not coming",
    silent: "No answer",
    answered: "Has answered",
    unsubscribed: "Unsubscribed",
    "told-since": "Invited, or answered, after its time",
    absent: "Did not come",
    "dead-address": "The address is dead",
    stopped: "Stopped for this person",
  },
  willGet: "Will get it",
  wouldGet: "Would get it",
  columns: {
    who: "Invited",
    answer: "Answer",
    state: "This letter",
    letter: "Letter",
    stop: "Stop",
  },
  meeting: "Meeting",
  what: "Letter",
  when: "When",
  howMany: "People, letters",
  chosen: (rule) => `${rule}: person by person`,
  preview: "Preview",
  previewTitle: (rule) => `Preview: ${rule}`,
  previewLead:
    "The very letter that this person would get if it left now. Nothing has been sent; the links in it lead nowhere.",
  noCalendar: "A reminder brings no calendar file: the recipient's calendar stays as it is.",
  stop: "Stop",
  resume: "Resume",
  stopAll: "Stop all reminders of the meeting",
  resumeAll: "Resume the reminders of the meeting",
  allStopped: "All reminders of this meeting are stopped.",
  stopped: (n) =>
    n > 0
      ? `Stopped; ${n} waiting ${n === 1 ? "letter was" : "letters were"} taken back.`
      : "Stopped. What has left cannot be called back.",
  resumed: "Resumed.",
  nothingStopped: "Nothing is stopped here.",
  nobody: "Nobody is invited yet, so there are no reminders.",
  empty: "No reminders to come.",
  emptyLead: "Once somebody is invited to an announced meeting, its reminders stand here.",
  noSet: "There are no reminder rules for this kind of meeting.",
  answerBy: {
    problems: {
      "answer-by-past": "Answers must be asked for by a moment to come.",
      "answer-by-late": "Answers must be asked for before the start.",
    },
    title: "Answers asked by",
    none: "The meeting asks for answers by no day; the silent are asked by its start.",
    is: (when) =>
      `Answers are asked for by ${when}. After that they are still taken until the start.`,
    set: (when) => `Ask for answers by ${when}`,
    suggestion: "Suggestion: 16:00 on the working day before.",
    done: "Set. Letters that have left stay as they are; reminders name the new day.",
    past: (when) =>
      `Answers were asked for by ${when}. They are still taken until the start, but seats may have been assigned.`,
    until: (when) => `Please answer by ${when}.`,
    series: "Answers to each are asked for by 16:00 on the working day before",
  },
  rules: {
    title: "Reminder rules",
    lead: "Rules of the house for each kind of meeting; an agency's own come before its province's, and those before the common ones. A blank field is a letter that is not written.",
    scope: "For",
    scopes: {
      agency: "This agency only",
      province: "Every agency of the province",
      national: "The whole country",
    },
    holds: {
      agency: "The agency's own rules hold",
      province: "The province's rules hold",
      national: "The common rules hold",
    },
    reminderHours: "Reminder to those who come, before the start (hours)",
    lastHours: "Last reminder, before the start (hours)",
    decisionHours: "Question to the silent, before answers are due (hours)",
    hoursHint: "72 hours are 3 days. Blank: no such letter.",
    thanks: "After the meeting, send thanks and materials once something is published",
    quiet: "Quiet hours",
    quietHint:
      "By the meeting's clock. A letter that falls into them leaves earlier, just before they begin; two equal times are no quiet hours.",
    quietFrom: "From",
    quietUntil: "Until",
    answerTime: "Hour suggested for answers (on the working day before)",
    save: "Save the rules",
    saved: (kind) =>
      `Saved the reminder rules for: ${kind.toLowerCase()}. Letters that have left stay as they are.`,
    end: "End the own rules",
    ended: (kind) => `Ended the own rules for: ${kind.toLowerCase()}.`,
    none: "There are no own rules to end.",
    edit: "Change the rules",
    editTitle: (kind) => `Reminder rules: ${kind.toLowerCase()}`,
    kind: "Kind of meeting",
    never: "none",
    source: "From",
    hours,
    yes: "yes",
    quietSpan: (from, until) => (from === until ? "none" : `${from}–${until}`),
    readOnly: "You can read these rules; they are set by the office above.",
    head: {
      reminder: "Reminder",
      last: "Last one",
      decision: "To the silent",
      thanks: "Thanks",
      quiet: "Quiet hours",
    },
  },
  letters: {
    subject: {
      reminder: (title, time) => `[Reminder] ${title} - ${time}`,
      "last-reminder": (title, time) => `[Last reminder] ${title} - ${time}`,
      decision: (title, time) => `[Please answer] ${title} - ${time}`,
      thanks: (title) => `[Thanks, materials] ${title}`,
    },
    heading: {
      reminder: "Reminder",
      "last-reminder": "Last reminder",
      decision: "Please answer the invitation",
      thanks: "Thanks and materials",
    },
    lead: {
      reminder: (agency, kind) =>
        `${agency} would like to remind you of this coming ${kind.toLowerCase()}:`,
      "last-reminder": (agency, kind) =>
        `${agency} would like to remind you that this ${kind.toLowerCase()} begins soon:`,
      decision: (agency, kind) =>
        `${agency} has not yet had your answer about this ${kind.toLowerCase()}:`,
      thanks: (agency, kind) =>
        `${agency} thanks you for your interest in, and your coming to, the ${kind.toLowerCase()}. Its materials are published:`,
    },
    materials: "Files, minutes, video (where there are any)",
    answered: (reply, substitute) =>
      `Your answer so far: ${reply}${substitute ? `: ${substitute}` : ""}.`,
    noAnswerYet: "You have not answered this invitation yet.",
    waiting:
      "You are on the waiting list and have no seat yet; as soon as there is one, you will get a letter.",
    undecided: "You are undecided; please decide, so that seats can be assigned.",
    action: {
      reminder: "If anything has changed, please change your answer at:",
      "last-reminder": "If you can no longer come, please say so at:",
      decision:
        "Please answer (coming, not coming, or sending somebody else) at this link; no account is needed:",
      thanks: "",
    },
    closing: {
      reminder: "We look forward to seeing you.",
      "last-reminder": "We look forward to seeing you.",
      decision: "Thank you.",
      thanks: "With our thanks.",
    },
  },
};
