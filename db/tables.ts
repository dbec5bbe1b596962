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

/** Who speaks: a People's Committee, a department. */
interface Agency {
  id: string;
  areaId: string;
  kind: "peoples_committee" | "department" | "inspectorate" | "sub_department" | "vertical";
  name: string;
  nameEn: string;
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
  fromDay: Day;
  untilDay: Day | null; // its last day
  recordedAt: Moment;
  recordedBy: string;
  endDay: Day | null; // its last day in fact
  endReason: string | null;
  endDecisionNo: string | null;
  endRecordedAt: Moment | null;
  endRecordedBy: string | null;
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
  fromAt: Moment;
  untilAt: Moment; // the first moment it no longer holds
  recordedAt: Moment;
  recordedBy: string;
  endAt: Moment | null;
  endReason: string | null;
  endRecordedAt: Moment | null;
  endRecordedBy: string | null;
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
  consentAt: Moment;
  consentBasis: string; // in what form consent was given
  token: string; // for the unsubscribe link
  unsubscribedAt: Moment | null;
  createdAt: Moment;
}

interface JournalistBeat {
  journalistId: string;
  beat: string;
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

/** A press meeting. `held` and `cancelled` are facts with a moment; `revision` is the calendar's SEQUENCE. */
interface Meeting {
  id: string;
  agencyId: string;
  kind: "press_conference" | "press_coordination" | "press_gathering";
  cadence: "periodic" | "adhoc";
  subject: string;
  description: string;
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
  venue: string | null;
  onlineUrl: string | null;
  chair: string;
  spokespersonId: string | null; // the person; may speak at that moment
  spokespersonName: string | null; // name, position and capacity as they were when chosen
  spokespersonPosition: string | null;
  spokespersonCapacity: "head" | "regular" | "authorised" | null;
  revision: Generated<number>;
  revisedAt: Moment; // the calendar's DTSTAMP
  createdAt: Moment;
  createdBy: string;
  announcedAt: Moment | null;
  heldAt: Moment | null;
  cancelledAt: Moment | null;
  cancelReason: string | null;
}

/** One journalist's invitation to one meeting; the token is the key of the letter's link. */
interface Invitation {
  id: string;
  meetingId: string;
  journalistId: string;
  token: string;
  calendarUid: string;
  invitedAt: Moment;
  invitedBy: string;
  reply: "coming" | "declined" | "substitute" | null;
  substituteName: string | null;
  note: string | null;
  repliedAt: Moment | null;
  repliedBy: string | null; // an officer who took the answer by telephone; null when answered by the link
}

/** The outbox. Everything that makes the bytes of a letter is fixed when it is posted. */
interface Mail {
  id: string;
  kind: "invitation" | "change" | "cancellation";
  invitationId: string | null;
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
  postedAt: Moment;
  dueAt: Moment;
  expiresAt: Moment; // no use after the meeting has begun
  raw: string | null; // the bytes as first sent (ASCII); every retry repeats them
  stage: Generated<"queued" | "sending" | "sent" | "refused" | "skipped">;
  claimedAt: Moment | null;
  claimedBy: string | null;
  attempts: Generated<number>;
  sentAt: Moment | null;
  problem: string | null; // what the mail server said last
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

/** Facts about this installation: the map's version, the demo office. */
interface Setting {
  key: string;
  value: string;
}

export interface Tables {
  account: Account;
  agency: Agency;
  area: Area;
  areaAlias: AreaAlias;
  assignment: Assignment;
  audit: Audit;
  delegation: Delegation;
  invitation: Invitation;
  journalist: Journalist;
  journalistBeat: JournalistBeat;
  mail: Mail;
  meeting: Meeting;
  outlet: Outlet;
  person: Person;
  pressList: PressList;
  pressListMember: PressListMember;
  receivedMail: ReceivedMail;
  session: Session;
  setting: Setting;
  succession: Succession;
}

export type Db = Kysely<Tables>;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
