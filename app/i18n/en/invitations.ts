import { HOME_ZONE } from "#app/clock.ts";
import { longTime, timeSpan } from "../dates.ts";
import type { Messages } from "../messages.ts";
import { invitationPages } from "./invitation-pages.ts";

export const invitations: Messages["invitations"] = {
  replies: {
    coming: "Coming",
    tentative: "Not sure yet",
    declined: "Not coming",
    substitute: "Somebody else comes",
  },
  answerStates: {
    coming: "Coming",
    tentative: "Not sure",
    listed: "Waiting for a seat",
    declined: "Not coming",
    substitute: "Somebody else comes",
    waiting: "No answer yet",
    "asked-again": "Asked again",
  },
  reasons: {
    nobody:
      "Nobody could be invited: please choose journalists of the province who take invitations.",
    unknown: "There is no such invitation. Please open the link in the letter again.",
    cancelled: "The meeting has been cancelled; no answer is needed.",
    postponed: "The meeting is put off. You will be asked again when a new time is fixed.",
    begun: "The meeting has begun; answers are no longer taken.",
    changed: "The meeting has just been changed. Please look again, then answer.",
    "no-room": "There is not enough room for so many. The seats you have stay yours.",
    ahead: "This answer is about a version that was never sent.",
  },
  letters: {
    title: (kind, subject) =>
      subject.toLowerCase().startsWith(kind.toLowerCase()) ? subject : `${kind}: ${subject}`,
    subject: {
      invitation: (title, time) => `[Invitation] ${title} - ${time}`,
      change: (title, time) => `[Change] ${title} - ${time}`,
      postponement: (title, time) => `[Postponed] ${title} - ${time}`,
      cancellation: (title, time) => `[Cancelled] ${title} - ${time}`,
    },
    heading: {
      invitation: "Invitation",
      change: "Notice of change",
      postponement: "Postponement",
      cancellation: "Cancellation",
    },
    salutation: (name, outlet) => `To: ${name}${outlet ? ` — ${outlet}` : ""}`,
    lead: {
      invitation: (agency, kind) => `The ${agency} invites you to this ${kind.toLowerCase()}:`,
      change: (agency, kind) =>
        `The ${agency} has changed the ${kind.toLowerCase()} to which you are invited:`,
      postponement: (agency, kind) =>
        `The ${agency} has put off this ${kind.toLowerCase()}. A new time will be announced.`,
      cancellation: (agency, kind) =>
        `The ${agency} regrets to say that this ${kind.toLowerCase()} has been cancelled.`,
    },
    facts: {
      kind: "Kind",
      subject: "Subject",
      chair: "Chair",
      spokesperson: "Spokesperson",
      time: "Time",
      venue: "Venue",
      online: "Online",
      answerBy: "Please answer by",
    },
    moment: (at: string, zone: string) => longTime(at, "en", zone),
    time: (meeting) =>
      timeSpan(meeting, "en") + (meeting.zone === HOME_ZONE ? " (Viet Nam time, UTC+7)" : ""),
    was: (old) => `formerly: ${old}`,
    none: "none",
    nowReads: "The meeting is now as follows:",
    reason: "Reason",
    answer: "Answer the invitation",
    howToAnswer:
      "Please answer before it begins (coming, not coming, or somebody else comes) at the link below. No account is needed, and you can change your answer. The link is the quickest and surest way; the buttons of a calendar program send your answer by mail.",
    answerAgain:
      "As the time or the place has changed, please answer again before it begins (coming, not coming, or somebody else comes) at the link below. An earlier answer no longer counts.",
    answerStands:
      "If you have answered, your answer stands. You can answer or change your answer before it begins, at the link below.",
    newTimeFollows:
      "We will write to you when the new time is fixed. The calendar file takes the old hour off your calendar; you need not answer yet.",
    noAnswer:
      "You need not answer this letter. The calendar file takes the meeting off your calendar.",
    bring: "Please bring your press card or a letter of introduction from your press agency.",
    closing: {
      invitation: "We look forward to seeing you.",
      change: "We apologise for the change and look forward to seeing you.",
      postponement: "We apologise for the inconvenience.",
      cancellation: "We apologise for the inconvenience.",
    },
    footer:
      "This letter was sent to you alone by the agency's system; please do not forward it, as the link answers in your name.",
    unsubscribe:
      "You receive it because you agreed to be invited by agencies of the province. You are still told when a meeting you accepted moves or is cancelled. To receive no further invitations:",
  },
  pages: invitationPages,
};
