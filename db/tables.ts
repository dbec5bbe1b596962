import type { Generated, Kysely, Selectable } from "kysely";

/**
 * The data on one page. Days are `2026-09-10` (in Viet Nam), moments are
 * `2026-09-10T02:00:00.000Z`: text that sorts, and reads back the same from SQLite and
 * PostgreSQL. A nullable moment says whether as well as when. Nothing that happened is
 * overwritten: it is ended, revoked or cancelled, each with its own columns.
 */
export type Day = string;
export type Moment = string;
export type Language = "vi" | "en";

/**
 * An administrative unit with dates. Codes are unique within an era only: the list of
 * Decision 124/2004/QĐ-TTg ("2004", until 30/06/2025) and that of Decision 19/2025/QĐ-TTg
 * ("2025") share numbers. Former districts and provinces have a slug for a code.
 */
interface Area {
  id: string; // `${era}-${code}`
  era: "2004" | "2025";
  code: string;
  level: "province" | "district" | "commune";
  type: string; // phường, xã, đặc khu, thị trấn, tỉnh, thành phố, huyện, quận, thị xã
  name: string; // without its type
  nameEn: string;
  partOf: string | null; // the district or province it belongs to
  fromDay: Day | null;
  untilDay: Day | null; // its last day
}

/** Where a former unit went. An undivided one has one successor; `extent` as in db/data/SOURCES.md. */
interface Succession {
  formerId: string;
  successorId: string;
  extent: string;
  partial: number; // 1 when the unit was divided
}

/** Other names a unit is or was known by: retired names, spellings, and types it had before. */
interface AreaAlias {
  id: string;
  areaId: string;
  type: string;
  name: string;
  districtName: string | null;
  kind: "merged" | "renamed" | "retyped";
  untilDay: Day | null; // last day of a type before it changed
  basis: string | null; // the resolution
}

/**
 * Who speaks: a People's Committee, a department. `name` is today's; former ones are `agencyName`s. The committee
 * of a former unit is written down with its first entry (see `formerCommittee`).
 */
interface Agency {
  id: string;
  areaId: string; // its commune or province; a department's is its province
  kind: "peoples_committee" | "department" | "inspectorate" | "sub_department" | "vertical";
  name: string;
  nameEn: string;
  symbol: string | null; // as in the numbers of its papers: 15/GM-SYT
  pressEmail: string | null; // the mailbox that people read, for whoever answers a letter
  underId: string | null; // the department that a sub-department belongs to
  fromDay: Day | null; // null: as long as its area
  untilDay: Day | null; // its last day, once closed
  closingBasis: string | null; // by which paper
  closingFileId: string | null;
  closingRecordedAt: Moment | null;
  provinceId: string | null; // of a former unit's committee: the province of today that keeps its books
  heirId: string | null; // and the committee of its only successor, which may write in them too
  outletQuota: number | null; // at most so many people of one outlet at its meetings
}

/** What an agency was called until a day. */
interface AgencyName {
  id: string;
  agencyId: string;
  name: string;
  nameEn: string;
  untilDay: Day;
  basis: string;
  recordedAt: Moment;
  recordedBy: string;
}

/** Which agency goes on with what a closed or merged one had in hand, from a day on. */
interface AgencySuccession {
  formerId: string;
  successorId: string;
  day: Day;
  basis: string;
  recordedAt: Moment;
  recordedBy: string;
}

/** An official channel of an agency, which must be listed in public (Decree 244/2026, art. 5.2). */
interface Channel {
  id: string;
  agencyId: string;
  kind: "website" | "facebook" | "zalo" | "youtube" | "tiktok" | "other";
  url: string;
  name: string;
  addedAt: Moment;
  addedBy: string;
  removedAt: Moment | null;
  removedBy: string | null;
}

/** An agency's own rules on speaking (quy chế phát ngôn, art. 8.3); a new one ends the one before. */
interface Regulation {
  id: string;
  agencyId: string;
  number: string;
  day: Day;
  fileId: string | null;
  recordedAt: Moment;
  recordedBy: string;
  endedAt: Moment | null;
}

/** A course that a spokesperson attended (art. 8.2). */
interface Training {
  id: string;
  agencyId: string;
  personId: string;
  course: string;
  day: Day;
  hours: number;
  certificate: string | null;
  recordedAt: Moment;
  recordedBy: string;
  removedAt: Moment | null;
}

/** A file that belongs to an agency's papers; its bytes lie on disk under their own hash. */
interface Document {
  id: string;
  agencyId: string;
  sha256: string;
  name: string;
  type: string;
  bytes: number;
  uploadedAt: Moment;
  uploadedBy: string;
}

/**
 * A rule of the law, or of a house: a value that holds from a day until a day, for the country, a province or an
 * agency. Never changed: a new one is entered, and the one before is given its last day.
 */
interface Policy {
  id: string;
  key: string;
  value: string;
  unit: string;
  clock: "clock_hours" | "working_days" | "calendar_days" | "months" | null;
  scope: "national" | "province" | "agency";
  provinceId: string | null;
  agencyId: string | null;
  fromDay: Day;
  untilDay: Day | null;
  legalRef: string;
  statutory: number; // 1: the law says so; 0: a rule of the house
  reason: string | null; // why a looser one than the law's is used
  verifiedBy: string | null; // the lawyer who checked it
  verifiedDay: Day | null;
  recordedAt: Moment;
  recordedBy: string;
}

/** A day off that would be worked, or a Saturday that is worked in exchange for one. */
interface Holiday {
  day: Day;
  kind: "off" | "work";
  name: string;
  basis: string;
  recordedAt: Moment;
  recordedBy: string;
}

/** Someone who works for the press desk and signs in. The agency decides what is theirs to see. */
interface Account {
  id: string;
  email: string;
  name: string;
  role: "administrator" | "officer";
  agencyId: string | null; // null only for an administrator
  passwordHash: string;
  createdAt: Moment;
  closedAt: Moment | null;
}

/** A signed-in browser. Only a hash of its token is kept; deleting the row signs it out. */
interface Session {
  tokenHash: string;
  accountId: string;
  beganAt: Moment;
  seenAt: Moment;
  expiresAt: Moment;
  userAgent: string;
}

interface Person {
  id: string;
  name: string;
}

/**
 * A head of agency, or a regular spokesperson by decision (Decree 244/2026, art. 3.2 a and b).
 * `untilDay` is what the decision said; the `end…` columns are filled once, when it ended earlier.
 * Two times are kept: from when until when it holds, and from when until when the public list said so
 * (`publishedAt`, `annulledAt`); a mistake is annulled and replaced, never written over.
 */
interface Assignment {
  id: string;
  agencyId: string;
  personId: string;
  capacity: "head" | "regular";
  position: string;
  phone: string;
  email: string;
  decisionNo: string;
  decisionDay: Day;
  decisionAt: Moment | null; // when it was signed, where that is known
  decisionSigner: string | null;
  decisionFileId: string | null;
  besideReason: string | null; // why a second regular spokesperson is intended
  fromDay: Day;
  untilDay: Day | null; // its last day
  recordedAt: Moment;
  recordedBy: string;
  publishedAt: Moment | null; // when it went on the public list (art. 3.3: 24 hours from the decision)
  publishedBy: string | null;
  endDay: Day | null; // its last day in fact
  endKind: "superseded" | "revoked" | "ended" | null;
  endReason: string | null;
  endDecisionNo: string | null;
  endDecisionDay: Day | null;
  endSigner: string | null;
  endFileId: string | null;
  endRecordedAt: Moment | null;
  endRecordedBy: string | null;
  supersededBy: string | null; // the assignment that took its place
  annulledAt: Moment | null; // entered by mistake: it never held
  annulledBy: string | null;
  annulReason: string | null;
  replacesId: string | null; // the annulled entry that this one puts right
  importId: string | null;
}

/** Written, for one matter, time-limited, granted by the head, never passed on (art. 3.5, 3.6). */
interface Delegation {
  id: string;
  agencyId: string;
  personId: string;
  grantorId: string; // the head's assignment
  matter: string;
  position: string;
  phone: string;
  email: string;
  documentNo: string;
  documentDay: Day;
  documentSigner: string | null;
  documentFileId: string | null;
  besideReason: string | null; // why a second delegation for the same matter is intended
  fromAt: Moment;
  untilAt: Moment; // the first moment it no longer holds
  recordedAt: Moment;
  recordedBy: string;
  publishedAt: Moment | null;
  publishedBy: string | null;
  endAt: Moment | null;
  endReason: string | null;
  endDocumentNo: string | null;
  endRecordedAt: Moment | null;
  endRecordedBy: string | null;
  annulledAt: Moment | null;
  annulledBy: string | null;
  annulReason: string | null;
  replacesId: string | null;
  importId: string | null;
}

/** A delegation in the making: what is not yet known of it is null. It holds nothing until it is activated. */
interface DelegationDraft {
  id: string;
  agencyId: string;
  askedById: string | null; // the regular spokesperson's assignment who cannot speak (art. 3.4)
  askReason: string | null;
  name: string | null;
  position: string | null;
  phone: string | null;
  email: string | null;
  matter: string | null;
  fromAt: Moment | null;
  untilAt: Moment | null;
  documentNo: string | null;
  documentDay: Day | null;
  documentSigner: string | null;
  documentFileId: string | null;
  besideReason: string | null;
  createdAt: Moment;
  createdBy: string;
  closedAt: Moment | null; // activated or withdrawn
  closedBy: string | null;
  delegationId: string | null; // what it became
}

/** The question, once a quarter, whether a spokesperson's entry is still right; the token is the key of the letter's link. */
interface Confirmation {
  id: string;
  agencyId: string;
  assignmentId: string;
  quarter: string; // 2026-Q4
  token: string;
  askedAt: Moment;
  confirmedAt: Moment | null;
  confirmedBy: string | null;
  bouncedAt: Moment | null;
  bounce: string | null; // what the mail server said
}

/** A reader's word that a published contact is wrong, until an officer decides on it. */
interface ContactReport {
  id: string;
  agencyId: string;
  assignmentId: string | null;
  delegationId: string | null;
  field: "phone" | "email" | "position" | "name" | "other";
  proposal: string;
  note: string;
  reporterEmail: string | null; // for the answer, where one is wished for
  language: Language;
  reportedAt: Moment;
  decision: "applied" | "declined" | null;
  answer: string | null;
  decidedAt: Moment | null;
  decidedBy: string | null;
}

/** A sheet of spokespersons that was entered as a whole, and may be taken back as a whole. */
interface SpokespersonImport {
  id: string;
  fileName: string;
  rows: number;
  importedAt: Moment;
  importedBy: string;
  undoneAt: Moment | null;
  undoneBy: string | null;
}

/** A press agency (cơ quan báo chí). */
interface Outlet {
  id: string;
  provinceId: string; // the province whose desk keeps the record
  name: string;
  type: "print" | "magazine" | "online" | "radio" | "television" | "agency" | "mixed";
}

/** A journalist who chose to be listed. Either press card or letter of introduction, never both demanded. */
interface Journalist {
  id: string;
  provinceId: string; // the province whose desk keeps the record
  outletId: string | null;
  name: string;
  email: string;
  phone: string | null;
  language: Language;
  pressCardNo: string | null;
  pressCardUntilDay: Day | null;
  introLetterNo: string | null;
  introLetterUntilDay: Day | null;
  introLetterFor: string | null; // what the letter sends them for
  consentAt: Moment;
  consentBasis: string; // in what form consent was given
  consentSource: string | null; // where it can be looked up
  awaitsConsentSince: Moment | null; // listed without consent: never invited, and the three above say nothing
  token: string; // for the unsubscribe link
  unsubscribedAt: Moment | null;
  createdAt: Moment;
  erasedAt: Moment | null; // nobody is known by this row any more
  bouncedAt: Moment | null; // when a mail server said that there is no such address
  bounce: string | null; // in its words
}

/** An address that gets no letters, until that is lifted: its owner wished so, or it is dead. No other ground exists. */
interface Suppression {
  id: string;
  provinceId: string; // whose letters
  email: string;
  ground: "unsubscribed_by_link" | "unsubscribed_by_mail" | "asked_by_telephone" | "dead_address";
  since: Moment;
  by: string;
  byName: string;
  liftedAt: Moment | null;
  liftedBy: string | null;
  liftedByName: string | null;
  liftedFor: string | null; // what its owner said, or what was put right
}

interface JournalistBeat {
  journalistId: string;
  beat: string;
}

/** An area that a journalist reports from. */
interface JournalistArea {
  journalistId: string;
  areaId: string;
}

/** A link of a letter that opens the journalists' room once, or moves it to another address. */
interface PortalLink {
  tokenHash: string;
  purpose: "sign-in" | "address";
  email: string; // where the letter went
  fromEmail: string | null; // the address that is to be replaced
  askedAt: Moment;
  expiresAt: Moment;
  usedAt: Moment | null;
}

/** A journalist's signed-in browser; of an officer's it knows nothing. Only a hash of its token is kept. */
interface PortalSession {
  tokenHash: string;
  email: string;
  journalistId: string | null; // opened by an invitation: this record alone; by a letter: every one of the address
  beganAt: Moment;
  expiresAt: Moment;
  userAgent: string;
}

/** A consent given in the journalists' room, and its end: proof of what was agreed to. */
interface ConsentRecord {
  id: string;
  journalistId: string;
  textVersion: string;
  channel: "portal";
  givenAt: Moment;
  withdrawnAt: Moment | null;
}

/** What the foreign press shows instead of a press card, and the province's word on it (Decree 262/2026). */
interface ForeignPress {
  journalistId: string;
  kind: "resident" | "visiting";
  paperNo: string; // of the resident card, or of the press permit
  paperUntilDay: Day | null;
  toldAt: Moment; // from when the province has so many days
  approval: "given" | "refused" | null;
  approvalNo: string | null;
  approvalDay: Day | null;
  decidedAt: Moment | null;
  decidedBy: string | null;
}

/**
 * A journalist's admission to a meeting, or to a province's meetings. Refused only on a ground of the list in force,
 * with a text; there is no room for what anybody thinks of them.
 */
interface Accreditation {
  id: string;
  journalistId: string;
  provinceId: string;
  meetingId: string | null;
  purpose: string;
  requestedAt: Moment;
  requestedBy: string | null; // the officer who entered it
  decision: "approved" | "limited" | "waiting" | "refused" | null;
  limits: string | null; // to what it is limited
  ground: string | null;
  legalRef: string | null; // of the list of grounds, as it stood
  groundVerifiedBy: string | null;
  reason: string | null;
  decidedAt: Moment | null;
  decidedBy: string | null;
  decidedByName: string | null;
  objectedAt: Moment | null;
  objection: string | null;
  review: "upheld" | "changed" | null;
  reviewText: string | null;
  reviewedAt: Moment | null;
  reviewedBy: string | null; // never who decided
  reviewedByName: string | null;
}

/** What somebody asks about the data kept of them (Law 91/2025): answered first, then carried out. */
interface DataRequest {
  id: string;
  journalistId: string;
  provinceId: string;
  kind: "correction" | "erasure";
  text: string;
  language: Language;
  askedAt: Moment;
  outcome: "accepted" | "partly" | "refused" | null;
  ground: string | null;
  answer: string | null;
  answeredAt: Moment | null;
  answeredBy: string | null;
  answeredByName: string | null;
  executedAt: Moment | null;
  executedBy: string | null;
}

/** A named list of journalists, kept by a province's desk. */
interface PressList {
  id: string;
  provinceId: string;
  name: string;
}

interface PressListMember {
  listId: string;
  journalistId: string;
}

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
interface Meeting {
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

/**
 * Somebody who came to a meeting: invited, sent in an invited one's place, or come unasked. No more is kept than
 * that they were there; what was undone never counted.
 */
interface Attendance {
  id: string; // made where it was taken down, so that sent twice it is one
  meetingId: string;
  guest: string; // one person, by the invitation or by name and outlet: nobody is in twice
  invitationId: string | null;
  name: string | null; // of a walk-in; the invitation knows the others
  outletName: string | null;
  email: string | null; // of a walk-in who wants the answers that are owed
  paper: "press_card" | "intro_letter" | null; // which was seen; nothing of it is kept
  inAt: Moment; // by our clock
  inBy: string;
  inByName: string;
  saidAt: Moment | null; // by the phone's
  undoneAt: Moment | null;
  undoneBy: string | null;
}

/** In which order a meeting's questions are called; a lot's seed is told once the meeting begins, its hash before. */
interface QuestionOrder {
  meetingId: string;
  rule: "first_come" | "rotation" | "lot";
  seed: string | null;
  commitment: string | null;
  chosenAt: Moment;
  chosenBy: string;
}

/** What a journalist wants to know at a meeting, sent ahead or taken in the room; public once it was asked aloud. */
interface Question {
  id: string;
  meetingId: string;
  number: number; // in the order in which the meeting's came in
  invitationId: string | null;
  askerName: string | null; // where no invitation knows it
  outletName: string | null;
  nameAgreed: number; // 1: the name may stand in public
  remote: number; // 1: asked from afar
  text: string;
  receivedAt: Moment;
  receivedBy: string | null; // the officer who took it; null when it came by the link
  askedAt: Moment | null;
  answeredAt: Moment | null;
  openAt: Moment | null; // left open, with a promise
  withdrawnAt: Moment | null;
  answererId: string | null; // may speak at that moment
  answererName: string | null;
  answererPosition: string | null;
  answererCapacity: "head" | "regular" | "authorised" | null;
  answer: string | null; // notes
  answerPublic: Generated<number>; // 1: the notes stand on the public page
}

/** A question left open in the room: who answers it and by when; the answer goes to everybody who was present. */
interface Promised {
  id: string;
  questionId: string;
  agencyId: string; // whose it is to keep; a closed agency's goes to its successor
  owner: string;
  promisedAt: Moment;
  promisedBy: string;
  dueAt: Moment; // the first moment that is too late
  keptAt: Moment | null;
  keptBy: string | null;
  answer: string | null;
  answererId: string | null;
  answererName: string | null;
  answererPosition: string | null;
  answererCapacity: "head" | "regular" | "authorised" | null;
}

/** What an agency has prepared before anything happens: holding lines and likely questions for a kind of incident. */
interface Scenario {
  id: string;
  agencyId: string;
  kind: Incident["kind"];
  level: Incident["level"] | null; // null: any
  title: string;
  known: string; // holding lines for each part of an initial statement
  unknown: string;
  doing: string;
  questions: string; // likely ones, one on a line
  speaks: string; // who, by position
  writtenAt: Moment;
  writtenBy: string;
  archivedAt: Moment | null;
  archivedBy: string | null;
}

/**
 * Something that happened, by the clause of Decree 244/2026, art. 7 that it falls under. Three instants are kept,
 * since the law in force says from which of them the press must hear within so many hours.
 */
interface Incident {
  id: string;
  agencyId: string;
  title: string;
  known: string;
  kind:
    | "flood"
    | "fire"
    | "food_poisoning"
    | "traffic"
    | "epidemic"
    | "environment"
    | "public_order"
    | "other";
  level: "limited" | "serious" | "grave";
  clause: "7.1" | "7.2" | "7.3" | "7.4" | "7.5" | "7.6";
  occurredAt: Moment | null;
  receivedAt: Moment | null; // received and handled within the agency's powers
  determinedAt: Moment | null; // found to affect public opinion, or likely to
  leadBody: string | null; // 7.2: with whom the content is agreed
  outlet: string | null; // the press agency that asked (7.5), or published (7.6)
  note: string | null;
  openedAt: Moment;
  openedBy: string;
  closedAt: Moment | null;
  closedBy: string | null;
  closeReason: string | null;
}

/**
 * What the press asks an agency, from its arrival to its outcome. Private between the asker and the unit in charge
 * until it is public record (the scoop lock).
 */
interface Query {
  id: string;
  agencyId: string;
  number: string; // 12/2026, within the agency
  kind:
    | "question"
    | "editor_request" // by the head of a press agency (Press Law 2025, art. 18.1)
    | "forwarded_opinion" // 18.3
    | "forwarded_complaint" // 18.2: its status only, nobody's name
    | "interview";
  channel: "portal" | "area_page" | "mail" | "call" | "paper";
  journalistId: string | null;
  askerName: string | null;
  askerPosition: string | null;
  askerEmail: string | null;
  askerPhone: string | null;
  outletId: string | null;
  outletName: string | null;
  reference: string | null; // of the letter it came with
  title: string;
  text: string;
  language: Language;
  receivedAt: Moment;
  receivedBy: string | null; // the officer who typed it in
  takenAt: Moment | null; // in hand
  takenBy: string | null;
  outcome: "answered" | "partly" | "refused" | "withdrawn" | "forwarded" | null;
  outcomeAt: Moment | null;
  outcomeBy: string | null;
  confirmedAt: Moment | null; // the asker says that it is answered
  disputedAt: Moment | null; // the asker says that it is not
  publishedAt: Moment | null; // question and answer became public record
  nameWithheld: Generated<number>; // 1: the asker's name does not
  edition: Generated<number>; // counts what officers write
  token: string | null; // the key of the asker's own page
  arrivedAt: Moment | null; // at this agency, when another one had received it
  forwardedFromId: string | null; // the query that it was at that agency
  forwardedTo: string | null; // the agency it went to
  foreignPress: Generated<number>; // 1: asked by the foreign press
  concludedAt: Moment | null; // of a complaint: the competent body reached its conclusion
  heldAt: Moment | null; // the last holding answer, since it was opened or reopened
  promisedAt: Moment | null; // the house's last word on when; never hides the law's
  unit: string | null; // in charge within the agency
  ownerId: string | null; // the officer in charge
  opensAt: Moment | null; // from when on question and answer are public record; may be to come
  keptBackAt: Moment | null; // an officer keeps it off the public record
  keptBackReason: string | null;
  messageId: string | null; // of the letter that it came in
  lockBy: string | null; // who writes the draft right now
  lockName: string | null;
  lockUntil: Moment | null;
}

/** How many queries an agency received in a year: their numbers. */
interface QueryCounter {
  agencyId: string;
  year: number;
  last: number;
}

/** What a stranger wants to ask, until their address has proved theirs; then it is a query. */
interface QueryRequest {
  id: string;
  agencyId: string;
  token: string;
  kind: Query["kind"];
  askerName: string;
  askerPosition: string | null;
  askerEmail: string;
  askerPhone: string | null;
  outletName: string | null;
  foreignPress: Generated<number>;
  nameWithheld: Generated<number>;
  reference: string | null;
  title: string;
  text: string;
  language: Language;
  askedAt: Moment;
  expiresAt: Moment;
  confirmedAt: Moment | null;
  queryId: string | null;
}

/** Every moment that an answer was promised by, with the reason; the last one counts. */
interface QueryPromise {
  id: string;
  queryId: string;
  dueAt: Moment;
  reason: string;
  madeAt: Moment;
  madeBy: string;
  byName: string;
}

/** What a unit was asked to supply for an answer (Decree 244/2026, art. 4.2). */
interface QueryTask {
  id: string;
  queryId: string;
  agencyId: string | null; // an agency of the registry; else a unit without a desk of its own
  unit: string;
  email: string | null;
  token: string; // the key of the page on which it answers
  request: string;
  dueAt: Moment;
  askedAt: Moment;
  askedBy: string;
  answer: string | null;
  answeredAt: Moment | null;
  answeredBy: string | null;
  cancelledAt: Moment | null;
}

/** One saved version of the answer in the making; never written over. */
interface QueryDraft {
  id: string;
  queryId: string;
  version: number;
  text: string;
  speakerId: string | null; // the person
  figures: string; // JSON
  savedAt: Moment;
  savedBy: string;
  byName: string;
}

/** One signature in the chain under a version: reviewers in their order, the spokesperson last. */
interface QueryStep {
  id: string;
  queryId: string;
  version: number;
  place: number;
  role: "reviewer" | "speaker";
  personId: string; // a reviewer's account, the spokesperson's person
  name: string;
  askedAt: Moment;
  decision: "approved" | "returned" | null;
  note: string | null;
  decidedAt: Moment | null;
  decidedBy: string | null;
  decidedName: string | null;
}

/** What the asker was told under the name of somebody who may speak; never changed. */
interface QueryAnswer {
  id: string;
  queryId: string;
  kind: "holding" | "answer" | "refusal";
  outcome: "answered" | "partly" | "refused" | null;
  version: number | null; // of the draft
  text: string;
  ground: string | null; // of a refusal: a code of the list in force
  legalRef: string | null;
  speakerId: string | null;
  speakerName: string;
  speakerPosition: string;
  speakerCapacity: "head" | "regular" | "authorised";
  speakerMatter: string | null;
  nextAt: Moment | null; // a holding answer says when more follows
  sentAt: Moment;
  sentBy: string;
  confirmedAt: Moment | null;
  disputedAt: Moment | null;
  dispute: string | null;
}

/** What an agency may say again: an answer in force, from a day on. */
interface LineToTake {
  id: string;
  agencyId: string;
  topic: string;
  question: string;
  answer: string;
  folded: string; // all of it, to be searched
  fromDay: Day;
  untilDay: Day | null;
  writtenAt: Moment;
  writtenBy: string;
  edition: Generated<number>;
  archivedAt: Moment | null;
}

/** A figure that was said: by a line to take, or in an answer that was sent. */
interface Figure {
  id: string;
  agencyId: string;
  lineId: string | null;
  answerId: string | null;
  name: string;
  folded: string;
  value: string;
  unit: string;
  day: Day;
  source: string;
}

/** Something that a press outlet published wrong about what an agency does, and what was asked of it (Decree 244/2026, art. 7.6). */
interface CorrectionCase {
  id: string;
  agencyId: string;
  number: string; // 3/2026, within the agency
  outletId: string | null;
  outletName: string;
  outletKind: Generated<"online" | "daily" | "broadcast" | "weekly" | "magazine" | "rare_magazine">; // by which the law's time is counted
  outletEmail: string | null; // the newsroom's own address
  articleTitle: string;
  articleUrl: string | null; // typed in by an officer
  articleSection: string | null; // section or programme
  articleIssue: string | null; // number of the issue, hour of the broadcast
  articlePlace: string | null; // page
  articleDay: Day;
  wrong: string; // what it says
  right: string; // what is so
  grounds: Generated<string>; // on what that rests
  foundAt: Moment;
  openedAt: Moment;
  openedBy: string;
  feedbackSentAt: Moment | null; // the first written feedback went out
  outcome:
    | "corrected"
    | "apologised"
    | "feedback_published"
    | "refused"
    | "no_answer"
    | "dropped"
    | null;
  outcomeAt: Moment | null;
  outcomeBy: string | null;
  outcomeReason: string | null;
  incidentId: string | null; // the incident (7.6), query or article of a meeting that it came of
  queryId: string | null;
  meetingLinkId: string | null;
  publishedAt: Moment | null; // on the public ledger, under the name of who may speak
  publishedBy: string | null;
  publisherName: string | null;
  publisherPosition: string | null;
  publisherAgency: string | null; // whose case it was then
  edition: Generated<number>;
}

/** One written feedback of ours on a case, from its draft to what the press agency answered. */
interface CorrectionRound {
  id: string;
  caseId: string;
  round: Generated<number>; // the first is 1
  text: string;
  asks: string; // codes of what is asked for, parted by commas
  speakerId: string | null;
  speakerName: string;
  speakerPosition: string;
  speakerCapacity: "head" | "regular" | "authorised";
  speakerMatter: string | null;
  draftedAt: Moment;
  draftedBy: string;
  letterNo: string | null; // 15/UBND-VP
  letterDay: Day | null;
  conclusion: string | null; // the written conclusion of a competent body that is enclosed
  sentAt: Moment | null; // when the press agency got it, as far as is known
  sentBy: string | null;
  sentHow: "mail" | "post" | "hand" | "document_system" | null;
  sentTo: string | null;
  nextIssueDay: Day | null; // of a weekly or magazine, typed in
  answer:
    | "corrected"
    | "apologised"
    | "feedback_published"
    | "refused"
    | "asked_more"
    | "no_answer"
    | null;
  answeredAt: Moment | null;
  answerUrl: string | null;
  answerPlace: string | null;
  answerText: string | null;
  answerChecked: string | null; // codes of what the published correction holds, parted by commas
  answerRecordedAt: Moment | null;
  answerRecordedBy: string | null;
}

/** A paper that shows what was published, what is so, or what was answered in a round. */
interface CorrectionEvidence {
  id: string;
  caseId: string;
  roundId: string | null; // with the answer to which it came
  fileId: string;
  note: string;
  addedAt: Moment;
  addedBy: string;
  removedAt: Moment | null;
  removedBy: string | null;
}

/** The last number that an agency gave to a case in a year. */
interface CorrectionCaseCounter {
  id: string; // agency and year
  agencyId: string;
  last: number;
}

/** An agency came to a press coordination meeting (giao ban báo chí) and gave information of its own accord (annual report, indicator 2). */
interface Appearance {
  id: string;
  agencyId: string;
  day: Day;
  host: string; // who held it
  told: string; // what was given
  meetingId: string | null; // where it was one of our own
  recordedAt: Moment;
  recordedBy: string;
  removedAt: Moment | null;
  removedBy: string | null;
}

/** The report that an agency makes of a year (Decree 244/2026, art. 10): a draft all year, sent as `annualReportSending`. */
interface AnnualReport {
  id: string;
  agencyId: string;
  year: number;
  fromDay: Day | null; // its figures begin later than the law has it, since the law itself does
  fromNote: string | null;
  edition: Generated<number>; // of its text
  openedAt: Moment;
  openedBy: string;
}

/** Part II of an annual report as it was written; the last edition is the one that goes out. */
interface AnnualReportText {
  reportId: string;
  edition: number; // 1, 2, 3 …
  difficulties: string;
  proposals: string;
  writtenAt: Moment;
  writtenBy: string;
  writtenByName: string;
}

/** An annual report as it was sent, with its evidence; a later version takes the place of one and says why. */
interface AnnualReportSending {
  id: string;
  reportId: string;
  version: number; // 1, 2, 3 …
  number: string;
  day: Day;
  signer: string;
  office: string;
  sentAt: Moment;
  fileId: string | null; // the signed paper
  reason: string | null; // of a later version
  snapshot: string; // JSON: figures and what is behind each
  sha256: string; // of the snapshot
  recordedAt: Moment;
  recordedBy: string;
  recordedByName: string;
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

/** A round of letting go of what is kept no longer; `day` is that of one that began by itself, once a day. */
interface RetentionRun {
  id: string;
  day: Day | null;
  beganAt: Moment;
  endedAt: Moment | null;
  by: string;
  byName: string;
  removed: string | null; // JSON: how many of each kind
}

/**
 * What an agency says under a name. A draft until somebody approves it, then public and never changed again: what is
 * new is a statement of its own that follows the former.
 */
interface Statement {
  id: string;
  agencyId: string;
  kind: "initial_statement" | "press_release" | "answer" | "notice";
  incidentId: string | null;
  meetingId: string | null;
  followsId: string | null; // the statement that it carries on
  language: Language;
  title: string;
  known: string;
  unknown: string;
  doing: string;
  nextUpdateAt: Moment | null;
  speakerId: string | null; // the person; name, position and capacity as they were when it was published
  speakerName: string;
  speakerPosition: string;
  speakerCapacity: "head" | "regular" | "authorised";
  speakerMatter: string | null; // what an authorised one may speak of
  draftedAt: Moment;
  draftedBy: string;
  edition: Generated<number>; // counts what officers write
  approvedAt: Moment | null;
  approvedBy: string | null; // who recorded it
  approver: string | null; // who said yes
  agreedWith: string | null; // 7.2: with whom the content was agreed, and how
  publishedAt: Moment | null;
  publishedBy: string | null;
  dueAt: Moment | null; // by when the law wanted it, as far as it set a limit
  onTime: number | null; // 1 or 0
  withdrawnAt: Moment | null; // a draft that came to nothing
  withdrawnBy: string | null;
  body: Generated<string>; // formatted (see domain/markdown); empty where it is said in parts
  translationOfId: string | null; // the statement that it says in another language
  correctsId: string | null; // the published one that it puts right
  correctionReason: string | null;
  scheduledAt: Moment | null; // when it is to be published by itself
  scheduledBy: string | null;
  scheduledByName: string | null;
  scheduledTo: string | null; // JSON: to whom
  scheduleProblem: string | null; // why it was not published at the time
  retractedAt: Moment | null; // taken back after it was published; it stays to be read, with this said above it
  retractedBy: string | null;
  retractReason: string | null;
  retractApprover: string | null;
}

/** A file that goes with a statement: what it rests on, or the same text in another language. */
interface StatementFile {
  id: string;
  statementId: string;
  documentId: string;
  title: string;
  language: string;
  isTranslation: number; // 1: it says the same
  addedAt: Moment;
  addedBy: string;
}

/** Another agency whose word a statement is too; its yes counts for the edition it was given to, and no other. */
interface StatementSignOff {
  id: string;
  statementId: string;
  agencyId: string;
  askedAt: Moment;
  askedBy: string;
  edition: number | null; // that was signed, or objected to
  signer: string | null; // who said yes
  objection: string | null;
  answeredAt: Moment | null;
  answeredBy: string | null;
}

/** The public half of a key that receipts were signed with; none is ever removed. */
interface ReceiptKey {
  id: string;
  pem: string;
  firstUsedAt: Moment;
}

/** What was published, to the letter, with our signature: the proof of who prints what it was given (Decree 244/2026, art. 9.2). */
interface StatementReceipt {
  statementId: string;
  content: string; // the very text that is signed
  sha256: string;
  keyId: string;
  signature: string; // base64
  signedAt: Moment;
}

/** The copy of a statement that one journalist was sent, with the outlet as it was: what proves equal access. */
interface StatementCopy {
  id: string;
  statementId: string;
  journalistId: string | null;
  outletId: string | null;
  outletName: string | null;
}

/** The letters of a press query: to who asked, and to a unit that is to supply something. */
type QueryLetter =
  | "query-check"
  | "query-receipt"
  | "query-promise"
  | "query-holding"
  | "query-answer"
  | "query-refusal"
  | "query-forwarded"
  | "query-moved"
  | "query-task";

/** The outbox. Everything that makes the bytes of a letter is fixed when it is posted. */
interface Mail {
  id: string;
  kind:
    | "invitation"
    | "change"
    | "postponement"
    | "cancellation"
    | "confirmation"
    | "report-answer"
    | "promise-answer"
    | "statement"
    | "press-feedback"
    | "statement-retraction"
    | "place"
    | "portal-link"
    | "portal-data"
    | "portal-accreditation"
    | "reminder"
    | "last-reminder"
    | "decision" // asks those who are silent
    | "thanks"
    | QueryLetter;
  invitationId: string | null;
  promiseId: string | null; // the promise that it keeps
  confirmationId: string | null; // the question that it puts
  statementCopyId: string | null; // the copy of a statement that it brings
  correctionRoundId: string | null; // the written feedback that it brings
  agencyId: string | null; // whose letter it is, where no invitation says so
  queryId: string | null; // the press query that it tells of
  revision: number;
  to: string; // one address
  toName: string;
  from: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  calendarMethod: "REQUEST" | "CANCEL" | null;
  calendar: string | null;
  unsubscribeUrl: string | null;
  unsubscribeAddress: string | null; // mail to it says the same
  replyTo: string | null; // null: the sender's address
  returnToken: string | null; // of the address to which mail servers return it
  enclosures: string | null; // ids of files that go with it, one on a line
  postedAt: Moment;
  dueAt: Moment;
  expiresAt: Moment; // no use after the meeting has begun
  raw: string | null; // the bytes (ASCII) while it is on its way, a mark in place of each enclosure: every retry repeats them
  digest: string | null; // SHA-256 of bytes that left or may have left: what was sent can be told by it
  stage: Generated<"queued" | "sending" | "sent" | "refused" | "skipped">;
  claimedAt: Moment | null;
  claimedBy: string | null;
  attempts: Generated<number>;
  sentAt: Moment | null;
  problem: string | null; // what the mail server said last
  receipt: string | null; // what it said when it took the letter, its queue's number in it
  fault: "address" | "policy" | null; // what a final no was about, where it tells more than of this letter
  refusedAt: Moment | null;
  putBackAt: Moment | null; // when it was first put off
}

/** A file that goes with letters: kept once by what it is (name, type and content), however many letters bring it. */
interface Enclosure {
  id: string; // the hash of all three
  name: string;
  type: string;
  content: string; // base64, in lines as a letter has them
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

/** What the office's own receiver got, while no mail server is configured (the trial mailbox). */
interface ReceivedMail {
  id: string;
  receivedAt: Moment;
  from: string;
  to: string;
  subject: string;
  raw: string;
}

/**
 * Mail that came in to the office's address: what it was taken for, what came of it, and whose it is. What a person
 * must look at has no `settledAt` yet; see domain/inbound.
 */
interface InboundMail {
  id: string;
  fingerprint: string; // of Message-ID, address and content: the same mail is taken in once
  receivedAt: Moment;
  from: string; // as its header says, or its envelope
  to: string;
  subject: string;
  bytes: number;
  raw: Buffer | null; // as it came, cut where it is too large; let go long after it was settled
  kind: "answer" | "bounce" | "unsubscription" | "other";
  outcome:
    | "applied"
    | "older" // an answer to an older version of the meeting: it is asked again
    | "overtaken" // a later answer of the same calendar came first
    | "too-late"
    | "not-delivered"
    | "delayed"
    | "delivered"
    | "unsubscribed"
    | "review"
    | "ignored";
  reason: string | null; // of `review`, `ignored` and `too-late`, see domain/inbound/reasons.ts
  trust: "verified" | "matched" | "other_address" | null; // of an answer, see domain/inbound/trust.ts
  words: string | null; // what the mail server said
  reply: "coming" | "tentative" | "declined" | null;
  sequence: number | null; // the version that was answered, and when its sender says so
  stamp: Moment | null;
  invitationId: string | null;
  mailId: string | null; // the letter of ours that came back
  journalistId: string | null; // who unsubscribed
  settledAt: Moment | null; // nothing is left to look at
  settledBy: string | null; // null: settled by itself
  settledByName: string | null;
  settledAs: "taken" | "dismissed" | null;
  settleReason: string | null;
}

/** Everything the office can be asked about later, one line for each deed. */
interface Audit {
  id: string;
  at: Moment;
  by: string;
  byName: string;
  act: string;
  about: string;
  agencyId: string | null;
  particulars: string; // JSON
}

/** One row, raised by every transaction that changes what public pages show (by triggers, whoever writes). */
interface Revision {
  id: number;
  number: number;
}

/** One row: when the public list was last written to. Held while it is: see `holdBooks`. */
interface ChangeStamp {
  at: Moment; // empty before the first time
}

/** By what somebody on the public list is looked for, kept by triggers: one row for an assignment or a delegation. */
interface SpeakerKey {
  id: string; // of the assignment or the delegation
  agencyId: string;
  personId: string;
  folded: string; // the name without case and marks
  given: string; // its last word
  phone: string; // the last six digits
  fromAt: Moment;
  untilAt: Moment; // the first moment it no longer holds
}

/** One row, raised by everything that changes what the public's calendars of meetings show. */
interface MeetingRevision {
  id: number;
  number: number;
}

/** The secret address under which a journalist keeps their own invitations in a calendar; a new one ends the one before. */
interface JournalistCalendar {
  id: string;
  journalistId: string;
  token: string;
  openedAt: Moment;
  closedAt: Moment | null;
}

/** One row, raised by everything that changes what departments are called. */
interface AgencyRevision {
  id: number;
  number: number;
}

/** Facts about this installation: the map's version, the demo office. */
interface Setting {
  key: string;
  value: string;
}

export interface Tables {
  accreditation: Accreditation;
  account: Account;
  agency: Agency;
  agencyName: AgencyName;
  agencyRevision: AgencyRevision;
  agencySuccession: AgencySuccession;
  annualReport: AnnualReport;
  annualReportSending: AnnualReportSending;
  annualReportText: AnnualReportText;
  appearance: Appearance;
  area: Area;
  areaAlias: AreaAlias;
  assignment: Assignment;
  attendance: Attendance;
  audit: Audit;
  changeStamp: ChangeStamp;
  channel: Channel;
  confirmation: Confirmation;
  consentRecord: ConsentRecord;
  contactReport: ContactReport;
  correctionCase: CorrectionCase;
  correctionCaseCounter: CorrectionCaseCounter;
  correctionEvidence: CorrectionEvidence;
  correctionRound: CorrectionRound;
  dataRequest: DataRequest;
  delegation: Delegation;
  delegationDraft: DelegationDraft;
  document: Document;
  foreignPress: ForeignPress;
  guestTally: GuestTally;
  holiday: Holiday;
  inboundMail: InboundMail;
  incident: Incident;
  invitation: Invitation;
  invitationAnswer: InvitationAnswer;
  journalist: Journalist;
  journalistCalendar: JournalistCalendar;
  journalistArea: JournalistArea;
  journalistBeat: JournalistBeat;
  meetingPaper: MeetingPaper;
  agencyForm: AgencyForm;
  mail: Mail;
  enclosure: Enclosure;
  meeting: Meeting;
  meetingRevision: MeetingRevision;
  meetingNotice: MeetingNotice;
  meetingSeries: MeetingSeries;
  agendaItem: AgendaItem;
  meetingFile: MeetingFile;
  meetingFileVersion: MeetingFileVersion;
  meetingLink: MeetingLink;
  meetingMinutes: MeetingMinutes;
  meetingSpeaker: MeetingSpeaker;
  outlet: Outlet;
  person: Person;
  policy: Policy;
  portalLink: PortalLink;
  portalSession: PortalSession;
  pressList: PressList;
  pressListMember: PressListMember;
  promise: Promised;
  figure: Figure;
  lineToTake: LineToTake;
  query: Query;
  queryAnswer: QueryAnswer;
  queryCounter: QueryCounter;
  queryDraft: QueryDraft;
  queryPromise: QueryPromise;
  queryRequest: QueryRequest;
  queryStep: QueryStep;
  queryTask: QueryTask;
  question: Question;
  questionOrder: QuestionOrder;
  receiptKey: ReceiptKey;
  receivedMail: ReceivedMail;
  regulation: Regulation;
  retentionRun: RetentionRun;
  reminderRule: ReminderRule;
  reminderStop: ReminderStop;
  revision: Revision;
  scenario: Scenario;
  session: Session;
  speakerKey: SpeakerKey;
  setting: Setting;
  spokespersonImport: SpokespersonImport;
  statement: Statement;
  statementCopy: StatementCopy;
  statementFile: StatementFile;
  statementReceipt: StatementReceipt;
  statementSignOff: StatementSignOff;
  succession: Succession;
  suppression: Suppression;
  training: Training;
}

export type Db = Kysely<Tables>;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
