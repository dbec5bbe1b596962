import { numberIn } from "../numbers.ts";
import type * as vi from "../vi/attendance.ts";

const number = (n: number) => numberIn("en", n);
const people = (n: number) => `${number(n)} ${n === 1 ? "person" : "people"}`;

const came = ({ name, outlet }: { name: string; outlet: string | null }) =>
  [name, outlet].filter(Boolean).join(", ");

export const attendanceActs: typeof vi.attendanceActs = {
  "attendance.checked-in": (guest) => `Took down that ${came(guest)} came to “${guest.subject}”.`,
  "attendance.walked-in": (guest) =>
    `Took down that ${came(guest)} came to “${guest.subject}” without an invitation.`,
  "attendance.undone": ({ name, subject }) =>
    `Took back a mistaken check-in of ${name} at “${subject}”.`,
};

export const attendance: typeof vi.attendance = {
  title: "Attendance",
  today: "On the day",
  todayLead: "The door, the questions, and who came.",
  papers: { press_card: "Press card", intro_letter: "Letter of introduction" },
  seats: { in: "are in", of: (seats) => `of ${number(seats)} seats`, full: "No seats left" },
  inOf: (came, seats) =>
    seats === null
      ? `${people(came)} came`
      : `${people(came)} came, ${number(seats)} ${seats === 1 ? "seat" : "seats"}`,
  reasons: {
    "is-draft": "The meeting is a draft; nobody is invited yet.",
    "is-scheduled": "The meeting is not announced yet.",
    "is-announced": "The meeting is announced.",
    "is-postponed": "The meeting is put off.",
    "is-rescheduled": "The meeting has been rescheduled.",
    "is-held": "The meeting has been held.",
    "is-cancelled": "The meeting is cancelled.",
    "not-yet": "It is not the day yet: the door opens with the day of the meeting.",
    closed: "The door is closed: the meeting was over more than a day ago.",
    nobody: "Nobody is invited with this code.",
    undone: "This check-in was taken back before.",
  },
  pass: {
    title: "Entry pass",
    lead: "Show this code at the door, on your telephone or printed. Please bring your press card or letter of introduction.",
    substitute: (name) => `This pass is for ${name}, who comes in your place.`,
    code: "Entry code",
    picture: "QR code of the entry pass",
    harmless: "The code opens the door and nothing else; whoever reads it cannot answer for you.",
    letter: "Show this code at the door (telephone or print)",
  },
  door: {
    title: "Check-in",
    search: "Name, entry code or card number",
    hint: "Marks may be left out. A whole entry code and Enter checks in at once.",
    find: "Find",
    scan: "Scan a QR code",
    stopScan: "Stop scanning",
    camera: "The camera's picture, to read the QR code",
    noCamera:
      "The camera cannot be opened. Please type the code under the picture, or find the name.",
    results: "Found",
    nothing: "Nobody matches. Whoever has no invitation can be taken down below.",
    insteadOf: (name) => `in place of ${name}`,
    unasked: "no invitation",
    paper: (no) => `paper on record: ${no}`,
    replies: {
      coming: "said yes",
      substitute: "sends somebody else",
      declined: "said no",
      waiting: "no answer",
    },
    checkIn: "Check in",
    undo: "Mistaken, undo",
    in: (at, by) => `In since ${at}, taken down by ${by}`,
    taken: (name) => `${name} is in.`,
    already: (name, at, by) =>
      `${name} was in before: at ${at}, taken down by ${by}. Counted once.`,
    undone: (name) => `The check-in of ${name} was taken back.`,
    walkIn: "Somebody without an invitation",
    walkInLead:
      "Only the name, the outlet, which paper was seen, and an e-mail address for whoever wants the answers. Papers are neither photographed nor copied.",
    name: "Full name",
    outlet: "Press agency",
    seen: "Paper seen",
    notSeen: "No paper seen",
    email: "E-mail",
    emailHint: "Only for the answers to questions left open at this meeting.",
    add: "Take this person down",
    back: "To the meeting",
    list: "Who came",
    state: "This telephone",
    script: {
      online: "Online.",
      ready: "Ready: works without a network too.",
      offline: "No network. Go on as usual; everything is sent once there is one.",
      waiting: "{n} waiting to be sent",
      waitingOthers: "{n} by somebody else on this telephone wait for them to sign in again.",
      nothing: "Nothing waits to be sent",
      signedOut: "Your session has ended. What was taken down is kept on this telephone:",
      signIn: "sign in again to send it",
      over: "The meeting is over: the guest list was removed from this telephone.",
      in: "In since {at}, taken down by {by}",
      here: "this telephone",
      pending: "In since {at}, waiting to be sent",
      taken: "{name} is in.",
      already: "{name} was in before: at {at}, taken down by {by}. Counted once.",
      undone: "The check-in of {name} was taken back.",
      refused: "{name} could not be taken down: {why}",
      unknown: "Nobody is invited with the code {code}.",
      failed: "The server did not take what was sent. It is kept on this telephone.",
      unsent:
        "{n} have not been sent yet. Signing out now removes them from this telephone. Sign out all the same?",
    },
  },
  list: {
    lead: "That they were there, and nothing else. The public page tells numbers by outlet only.",
    who: "Who came",
    outlet: "Press agency",
    noOutlet: "No press agency given",
    seen: (paper) => `${paper.toLowerCase()} seen`,
    at: "At (server's time)",
    said: (at) => `telephone said: ${at}`,
    by: "Taken down by",
    walkedIn: "no invitation",
    empty: "Nobody has come yet",
    emptyLead: "Whoever is taken down at the door appears here.",
    byOutlet: "By press agency",
    people: "People",
    undo: "Undo",
    badges: "Print badges",
    door: "Check-in",
  },
  site: { title: "Press who came" },
  badges: {
    title: "Badges",
    lead: "Print on A4 and cut along the lines. The code on a badge opens the door and nothing else.",
    print: "Print with the browser's own command (Ctrl+P).",
    who: { coming: "Those who said yes", all: "Everybody invited" },
    which: "For whom",
    nobody: "No badges to print yet",
    nobodyLead: "Badges are for those who said that they come, or for everybody invited.",
    guest: "Press",
    count: (n) => `${number(n)} ${n === 1 ? "badge" : "badges"}`,
  },
};
