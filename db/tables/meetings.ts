import type { Generated } from "kysely";
import type { Day, Moment } from "./values.ts";

/** Meetings that recur by a rule, each date of which is a meeting of its own. */
interface MeetingSeries {
  id: string;
  agencyId: string;
  rule: string; // JSON, see domain/meetings/recurrence.ts
  createdAt: Moment;
  createdBy: string;
}

/**
 * A press meeting. What became of it are facts with a moment; `revision` is the calendar's SEQUENCE, `edition`
 * counts what officers write, so that one of two is told of the other.
 */
export interface Meeting {
  id: string;
  agencyId: string;
  kind:
    | "press_conference"
    | "press_coordination"
    | "press_gathering"
    | "media_visit"
    | "training"
    | "review";
  cadence: "periodic" | "adhoc";
  subject: string;
  description: string;
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
  venue: string | null;
  venueCapacity: number | null; // seats
  outletQuota: number | null; // at most so many people of one outlet; 0: no limit, null: as the agency's
  mapUrl: string | null;
  accessNotes: string | null; // how to get there and in, for wheelchairs, for cameras
  onlineUrl: string | null;
  answerBy: Moment | null; // by when invitees are asked to answer; answers are taken until the start
  chair: string;
  spokespersonId: string | null; // the person; may speak at that moment
  spokespersonName: string | null; // name, position and capacity as they were when chosen
  spokespersonPosition: string | null;
  spokespersonCapacity: "head" | "regular" | "authorised" | null;
  revision: Generated<number>;
  revisedAt: Moment; // the calendar's DTSTAMP
  createdAt: Moment;
  createdBy: string;
  edition: Generated<number>;
  scheduledAt: Moment | null; // fixed within the office
  announcedAt: Moment | null; // made public
  postponedAt: Moment | null; // put off, until a new time is fixed
  postponeReason: string | null;
  rescheduledAt: Moment | null; // moved last
  rescheduleReason: string | null;
  rescheduledFrom: Moment | null; // when it was to begin before
  heldAt: Moment | null;
  cancelledAt: Moment | null;
  cancelReason: string | null;
  noticeWaivedAt: Moment | null; // invitations went though the notice was not in time
  noticeWaivedBy: string | null;
  noticeWaiver: string | null; // why
  seriesId: string | null;
  seriesDay: Day | null; // the date that the series gave it, whatever became of it
  incidentId: string | null; // what it was called about
  ownDetails: string | null; // JSON: the details that were changed for this one of the series alone
}

/** One point of a meeting's programme; its clock time follows from those before it. */
interface AgendaItem {
  id: string;
  meetingId: string;
  place: number; // 1, 2, 3 …
  title: string;
  speaker: string | null;
  minutes: number;
}

/** Who speaks at a meeting beside its first spokesperson: may speak at its start; kept as they were when chosen. */
interface MeetingSpeaker {
  id: string;
  meetingId: string;
  personId: string | null;
  name: string;
  position: string;
  capacity: "head" | "regular" | "authorised";
  addedAt: Moment;
  addedBy: string;
}

/** A file of a meeting's press kit, or of what is left of it; for whom, and from which moment on. */
interface MeetingFile {
  id: string;
  meetingId: string;
  kind:
    | "press_release"
    | "document"
    | "data"
    | "photo"
    | "audio"
    | "video"
    | "transcript"
    | "minutes"
    | "other";
  title: string;
  language: string; // vi, en, km …
  audience: "invited" | "everybody";
  opensAt: Moment | null; // the embargo's end; null: open with the meeting's announcement
  addedAt: Moment;
  addedBy: string;
  withdrawnAt: Moment | null;
  withdrawnBy: string | null;
  withdrawReason: string | null;
}

/** What a file of a meeting held from when on; the latest is the one that is read. */
interface MeetingFileVersion {
  fileId: string;
  version: number; // 1, 2, 3 …
  documentId: string;
  addedAt: Moment;
  addedBy: string;
}

/** The minutes of a meeting (biên bản) as they were written; the public reads the latest published. */
interface MeetingMinutes {
  meetingId: string;
  version: number; // 1, 2, 3 …
  text: string;
  writtenAt: Moment;
  writtenBy: string;
  publishedAt: Moment | null;
  publishedBy: string | null;
}

/** Where a meeting can be watched, and the articles that came of it: typed in by a person, never fetched. */
interface MeetingLink {
  id: string;
  meetingId: string;
  kind: "video" | "article";
  url: string;
  title: string;
  outlet: string | null; // of an article
  day: Day | null; // of an article
  addedAt: Moment;
  addedBy: string;
  removedAt: Moment | null;
  removedBy: string | null;
}

/**
 * The notice that a press conference is given to the authority (Decree 237/2026, art. 22): a draft until it is sent,
 * then as it was sent. Press agencies are listed in it, never journalists.
 */
interface MeetingNotice {
  id: string;
  meetingId: string;
  number: string | null;
  day: Day | null;
  recipient: string;
  signer: string | null;
  grounds: string; // documents that prove the information lawful, one on a line
  outlets: string; // press agencies invited, one on a line
  content: string; // the meeting as the notice puts it: subject, place, chair, hours
  place: string;
  chair: string;
  startsAt: Moment;
  endsAt: Moment;
  draftedAt: Moment;
  draftedBy: string;
  sentAt: Moment | null;
  sentBy: string | null;
  sentHow: "document_system" | "email" | "post" | "by_hand" | null;
  fileId: string | null; // what was sent
  forbiddenAt: Moment | null; // when the authority's written no was recorded
  forbiddenBy: string | null;
  forbidNo: string | null;
  forbidReason: string | null;
}

/** One row, raised by everything that changes what the public's calendars of meetings show. */
interface MeetingRevision {
  id: number;
  number: number;
}

export interface MeetingsTables {
  meetingSeries: MeetingSeries;
  meeting: Meeting;
  agendaItem: AgendaItem;
  meetingSpeaker: MeetingSpeaker;
  meetingFile: MeetingFile;
  meetingFileVersion: MeetingFileVersion;
  meetingMinutes: MeetingMinutes;
  meetingLink: MeetingLink;
  meetingNotice: MeetingNotice;
  meetingRevision: MeetingRevision;
}
