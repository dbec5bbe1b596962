import type { Generated } from "kysely";
import type { Meeting } from "./meetings.ts";
import type { Day, Moment } from "./values.ts";

/** What an officer says of the paper that invites to a meeting (giấy mời); without a line, what the books suggest. */
interface MeetingPaper {
  meetingId: string;
  files: "both" | "pdf" | "docx" | "none"; // what goes with the letters
  number: string | null;
  day: Day | null;
  addressees: string; // one on a line
  reason: string;
  composition: string;
  registerBy: Moment | null;
  contact: string;
  recipients: string; // nơi nhận, one on a line
  signing: "head" | "deputy" | "by_order" | "by_delegation" | "acting";
  office: string;
  signer: string;
  writtenAt: Moment;
  writtenBy: string;
}

/** The Word form that an agency has its invitations written in. */
interface AgencyForm {
  agencyId: string;
  documentId: string;
  addedAt: Moment;
  addedBy: string;
}

/** One journalist's invitation to one meeting; the token is the key of the letter's link. */
interface Invitation {
  id: string;
  meetingId: string;
  journalistId: string;
  token: string;
  calendarUid: string;
  organizer: string | null; // the calendar's ORGANIZER, for good; null: the office's own address
  invitedAt: Moment;
  invitedBy: string;
  reply: "coming" | "tentative" | "declined" | "substitute" | null;
  substituteName: string | null;
  substitutePaper: "press_card" | "intro_letter" | null;
  substitutePaperNo: string | null;
  partySize: Generated<number>; // how many come, with the one invited or instead
  online: Generated<number>; // 1: takes no seat
  cameras: Generated<number>;
  tripod: Generated<number>;
  live: Generated<number>; // 1: broadcasts live and needs a socket
  interpreter: string | null; // the language to be interpreted into
  note: string | null;
  repliedAt: Moment | null;
  repliedBy: string | null; // an officer who took the answer by telephone
  repliedVia: "link" | "telephone" | "calendar" | null;
  replyTrust: "verified" | "matched" | "other_address" | null; // of an answer by mail
  waitingSince: Moment | null; // has said to come and has no seat yet; the order of the waiting list
}

/** Each answer that was ever given; `counted` is 0 for one to a version of the meeting that had changed since. */
interface InvitationAnswer {
  id: string;
  invitationId: string;
  at: Moment;
  via: "link" | "telephone" | "calendar";
  by: string | null;
  trust: "verified" | "matched" | "other_address" | null;
  revision: number; // of the meeting that was answered to
  meetingStartsAt: Moment; // as it was to begin then
  reply: "coming" | "tentative" | "declined" | "substitute";
  partySize: number;
  substituteName: string | null;
  counted: number;
}

/** What is left of a meeting's guests once their names were let go: numbers by outlet, "" where there was none. */
interface GuestTally {
  meetingId: string;
  outletName: string;
  invited: number;
  coming: number;
  substitutes: number;
  tentative: number;
  declined: number;
  people: number; // who said that they would come, several by one invitation
  online: number; // of these
  came: number;
  walkIns: number; // of those who came
}

/**
 * What invitees of a kind of meeting are reminded of, as a house has set it; the nearest set that holds is followed.
 * Hours count back from the start, those of `decisionHours` from the day answers are asked for; null: no such letter.
 */
interface ReminderRule {
  id: string;
  kind: Meeting["kind"];
  scope: "national" | "province" | "agency";
  provinceId: string | null;
  agencyId: string | null;
  reminderHours: number | null;
  lastHours: number | null;
  decisionHours: number | null;
  thanks: number; // 1: those who came are thanked once something of the meeting is published
  quietFrom: string; // 21:00, in the meeting's zone; no letter leaves from then …
  quietUntil: string; // … until 07:00
  answerTime: string; // 16:00, on the working day before: by when to answer, as it is suggested
  setAt: Moment;
  setBy: string;
  endedAt: Moment | null;
  endedBy: string | null;
}

/** What an officer has stopped of a meeting's reminders: all, one rule's, one person's, or both; until it is resumed. */
interface ReminderStop {
  id: string;
  meetingId: string;
  rule: string | null; // null: every rule
  invitationId: string | null; // null: everybody
  stoppedAt: Moment;
  stoppedBy: string;
  resumedAt: Moment | null;
  resumedBy: string | null;
}

export interface InvitationsTables {
  meetingPaper: MeetingPaper;
  agencyForm: AgencyForm;
  invitation: Invitation;
  invitationAnswer: InvitationAnswer;
  guestTally: GuestTally;
  reminderRule: ReminderRule;
  reminderStop: ReminderStop;
}
