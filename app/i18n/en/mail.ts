import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("en", n);

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export const mail: Messages["mail"] = {
  kinds: {
    invitation: "Invitation",
    change: "Notice of change",
    postponement: "Postponement",
    cancellation: "Cancellation",
    confirmation: "Request to confirm",
    "report-answer": "Answer to a report",
    "promise-answer": "Answer to an open question",
    statement: "Statement",
    "statement-retraction": "Statement taken back",
  },
  stages: {
    queued: "Queued",
    sending: "Being sent",
    sent: "Sent",
    "put-back": "To be tried again",
    refused: "Not delivered",
    skipped: "Not needed",
  },
  reasons: {
    expired: "It would have come too late: the meeting began, or the letter's time was over.",
    exhausted: "It was tried for two days without success.",
    superseded: "A newer letter has taken its place.",
    "never-invited": "This person never got an invitation, so there is nothing to call off.",
    needless: "No longer needed: what it asks was answered, or is no longer asked.",
    unanswered: "The connection to the mail server broke; it is not known whether it arrived.",
    unwritable: "The letter could not be made: there is a fault in the address or the content.",
  },
  reload: "Reload the page to see how far they have come",
  serverSaid: (words) => `The mail server said: ${words}`,
  triedAgain: (when) => `Tried again at ${when}`,
  noLetter: "No letter yet",
  progressLabel: "Progress of the letters",
  progress: ({ total, sent }) => `${number(sent)} of ${number(total)} letters sent`,
  letter: {
    label: "The letter",
    from: "From",
    to: "To",
    subject: "Subject",
    html: "The letter as its reader sees it",
    text: "Show as plain text",
  },
  calendar: {
    label: "Calendar entry",
    homeZone: "Viet Nam time",
    month: (month) => MONTHS[month - 1] ?? "",
    organizer: "Organiser",
    cancelled: "Cancelled: taken out of the calendar",
    none: "No calendar file came with this letter.",
    raw: "Show the calendar file as it is",
  },
  outbox: {
    title: "Outgoing mail",
    lead: "Every invitation, request to confirm and answer within your reach: how far it got, what is in its way, when it is tried again.",
    paused: "Sending is paused: the mail server takes no letter of ours",
    pausedSince: (since, until) =>
      `Since ${since}. All letters are kept; at ${until} one is tried again. Please ask the administrator to check the mail server settings.`,
    shelves: {
      trouble: "Needs a look",
      waiting: "Not sent yet",
      sent: "Sent",
      skipped: "Not needed",
      all: "All",
    },
    empty: {
      trouble: "No letter is in trouble.",
      waiting: "No letter is waiting to leave.",
      sent: "No letter has been sent yet.",
      skipped: "No letter was passed over.",
      all: "There are no letters yet. They are written when journalists are invited and when a meeting is changed or cancelled, and when spokespersons are asked to confirm.",
    },
    to: "Recipient",
    about: "About",
    posted: "Written at",
    stage: "Status",
  },
  mailbox: {
    title: "Trial mailbox",
    lead: "Each message exactly as its recipient gets it, with its calendar file.",
    trial:
      "No mail server is configured (SMTP_URL), so letters are really sent, to a mailbox on this very machine, and go no further.",
    empty: "There is no message yet. Invite journalists to a meeting and it will show up here.",
    toMeetings: "Go to the meetings",
    total: (n) => (n === 1 ? "1 message" : `${number(n)} messages`),
    received: "Received",
    to: "To",
    subject: "Subject",
    noSubject: "(no subject)",
    headers: "Headers",
    headersOf: (n) => `Show ${n} header lines`,
    downloadMail: "Download message (.eml)",
    downloadCalendar: "Download calendar (.ics)",
  },
};
