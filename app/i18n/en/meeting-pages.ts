import { numberIn } from "../numbers.ts";
import type { meetingPages as original } from "../vi/meeting-pages.ts";

const number = (n: number) => numberIn("en", n);

const people = (n: number) => (n === 1 ? "1 journalist" : `${number(n)} journalists`);
const letters = (n: number, what: string) =>
  n === 1 ? `1 ${what} is` : `${number(n)} ${what}s are`;

export const meetingPages: typeof original = {
  toConfirm: "To be confirmed as held",
  tally: ({ invited, coming, substitute, declined, waiting }) =>
    invited === 0
      ? "Nobody invited yet"
      : `${number(coming + substitute)} coming, ${number(declined)} not, ${number(waiting)} no answer`,
  list: {
    title: "Meetings",
    plan: "Plan a meeting",
    urgent: "Urgent press conference",
    search: "Search subject, agency, place, people",
    when: { coming: "Coming", past: "Past", all: "All" },
    time: "Time",
    subject: "Subject",
    kind: "Kind",
    phase: "Status",
    answers: "Answers",
    empty: {
      coming: "No meeting is coming up. Press “Plan a meeting” to begin.",
      past: "No meeting has passed yet.",
      all: "There are no meetings yet. Press “Plan a meeting” to begin.",
    },
    nothingFound: (q) => `No meeting matches “${q}”.`,
    withoutSearch: "Show the whole list",
  },
  agency: {
    label: "Agency that holds it",
    province: "Province or city",
    none: "Please choose",
    choose: "Choose",
  },
  form: {
    newTitle: "Plan a meeting",
    newLead: "It is saved as a draft; the public and the press see it only once it is announced.",
    subjectHint: "On one line, as in the invitation.",
    descriptionHint: "Shown on the public page and in the invitation.",
    zoneSummary: "Viet Nam time; choose another time zone if needed",
    zoneHint: "The start and end above are read in this time zone.",
    venueBlank: "or a link",
    onlineBlank: "or a venue",
    venueHint: "Hall, number, street, ward.",
    onlineHint: "Only those invited see this link.",
    room: "Seats, map, access",
    accessHint: "Which gate and floor, parking, wheelchairs, where cameras may stand.",
    answerByHint:
      "Suggestion: 16:00 on the working day before. After that answers are still taken until the start.",
    chairHint: "Full name, with the position if needed.",
    spokespersonHint: "Only those who may speak at the start.",
    nobodyYet: "Not chosen yet",
    notAtThatHour: (name) => `${name} (may not speak at this hour)`,
    nobodyMaySpeak:
      "Nobody may speak for the agency at this hour. You can still save; record the decision or the delegation and choose later.",
    maySpeak: (names) =>
      names.length > 0
        ? `This person may not speak at the start. Those who may: ${names.join("; ")}.`
        : "This person may not speak at the start, and nobody else is on record for that hour.",
    plan: "Save the draft",
    planned: "The draft is saved. Look it over, then announce it.",
  },
  edit: {
    title: "Change the meeting",
    whoIsTold: (n) =>
      `If you change the kind, subject, time, venue, link, chair or spokesperson, the ${people(n)} invited will be written to. A new time or place asks them again whether they come. You will be asked once before anything is sent.`,
    tell: "Tell those invited of a new map or way in, too",
    tellHint: "Left blank, map and way in are corrected without a letter.",
    willTell: (n) => `Saving will send a notice of change to the ${people(n)} invited.`,
    about: (details) => `The notice tells of: ${details.join(", ")}.`,
    asksAgain: "Earlier answers no longer count; everybody is asked again whether they come.",
    saveAndSend: (n) => `Save and write to ${people(n)}`,
    newTime: "Fix a new time",
    reason: "Why it is moved",
    reasonHint:
      "Needed when an announced meeting gets another time. It is shown on the public page and in the letter.",
    theirs: (name, when) => `${name} saved this meeting at ${when}`,
    bothKept: "Nothing is lost. Look at both versions, then save again; only these details differ.",
    stored: "As saved",
    yours: "Yours, as it stands in the form",
    taken: (details) => `Taken over, as you had not changed them: ${details.join(", ")}.`,
    blank: "left blank",
    saved: (n) => (n > 0 ? `Saved. ${letters(n, "notice")} on the way.` : "Saved."),
  },
  urgent: {
    title: "Urgent press conference",
    lead: "One button: the meeting is announced and the invitations leave at once.",
    subjectHint: "What happened, and where, on one line.",
    duration: "Lasts",
    minutes: (minutes) => `${minutes} minutes`,
    whom: "Invite",
    call: "Announce and send invitations",
    nobody: "Nobody is chosen. Please tick at least one list or beat that has people on it.",
    called: (n) => `Announced. ${letters(n, "invitation")} on the way.`,
    preview: {
      show: "Preview the invitation",
      frame: "Preview of the invitation",
      before:
        "Press “Preview the invitation” to read here the very letter that will leave. Nothing has been sent.",
      notYet: "There is nothing to preview yet:",
      nobody: "Nobody is chosen to be invited.",
    },
  },
  meeting: {
    facts: "The meeting",
    publicAddress: "Public page:",
    change: "Change",
    cancel: "Cancel the meeting",
    cancelled: "The meeting has been cancelled",
    because: (reason) => `Reason: ${reason}`,
    next: "Next step",
    nextAnnounce:
      "Announce the meeting: from then on it stands on the public page and journalists can be invited.",
    announce: "Announce the meeting",
    announced: "The meeting is announced. Journalists can be invited now.",
    schedule: "Schedule",
    scheduled: "The date is fixed within the office. The public does not see it yet.",
    postpone: "Put off",
    postponed: "The meeting is put off",
    newTime: "Fix a new time",
    nextNewTime:
      "Fix the new time as soon as it is known: everybody invited is told and asked again.",
    rescheduled: (from) => `Moved from ${from}`,
    history: "What happened",
    nextInvite: "Invite journalists: each gets a letter of their own with a calendar file.",
    invite: "Invite journalists",
    nextInviteMore: "Follow the answers; more can be invited until the meeting begins.",
    inviteMore: "Invite more journalists",
    nextHold: "The hour has come. Confirm that the meeting was held.",
    hold: "Confirm that it was held",
    held: "It is recorded that the meeting was held.",
    draftOver: "The hour has passed and the meeting was never announced. It can only be cancelled.",
  },
  postponement: {
    title: "Put the meeting off",
    finally: "Put off means that there is no new time yet",
    publicly: "The public page will say that it is put off, with the reason, without the old hour.",
    told: (n) =>
      `${n === 1 ? "1 person" : `${number(n)} people`} invited will be told with the reason, and a calendar file takes the old hour out of their calendar. Once the new time is fixed they are invited again.`,
    nobodyTold: "Nobody is written to.",
    who: "Show who",
    reason: "Reason",
    reasonHint: "The letter quotes it word for word.",
    submit: (n) =>
      n > 0
        ? `Put off and send ${n === 1 ? "1 letter" : `${number(n)} letters`}`
        : "Put the meeting off",
    keep: "Do not put off",
    done: (n) =>
      n > 0
        ? `The meeting is put off. ${letters(n, "letter")} on the way.`
        : "The meeting is put off.",
  },
  cancellation: {
    title: "Cancel the meeting",
    finally: "A cancelled meeting stays cancelled",
    publicly: "The public page will say that it is cancelled, with the reason.",
    onlyDraft: "It was never announced, so the public sees nothing.",
    told: (n) =>
      `${n === 1 ? "1 person" : `${number(n)} people`} invited will get a cancellation with the reason and a calendar file that takes the meeting out of their calendar.`,
    nobodyTold: "Nobody is written to.",
    who: "Show who",
    reason: "Reason",
    reasonHint: "The letter quotes it word for word.",
    submit: (n) =>
      n > 0
        ? `Cancel and send ${n === 1 ? "1 letter" : `${number(n)} letters`}`
        : "Cancel the meeting",
    keep: "Do not cancel",
    done: (n) =>
      n > 0
        ? `The meeting is cancelled. ${letters(n, "cancellation")} on the way.`
        : "The meeting is cancelled.",
  },
  facts: {
    agency: "Agency",
    time: "Time",
    noTimeYet: (old) => `No new time yet (formerly: ${old})`,
    seats: (seats) => (seats === 1 ? "1 seat" : `${number(seats)} seats`),
    map: "See the map",
    online: "Yes; those invited get the link",
  },
  site: {
    title: "Press meetings",
    lead: "Press conferences, briefings and gatherings held by local government offices.",
    when: { coming: "Coming", past: "Past" },
    empty: {
      coming: "No meeting is announced for the time to come.",
      past: "No meeting has passed yet.",
    },
    province: "Province or city",
    wholeCountry: "Whole country",
    over: "Past",
    cancelled: "This meeting has been cancelled",
    postponed: "This meeting is put off",
    rescheduled: (from) => `This meeting was moved from ${from}`,
    because: (reason) => `Reason: ${reason}`,
    forPress:
      "The meeting is for journalists who are invited. They answer by the link in their letter.",
  },
};
