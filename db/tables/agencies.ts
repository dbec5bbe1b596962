import type { Day, Moment } from "./values.ts";

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

/** One row, raised by everything that changes what departments are called. */
interface AgencyRevision {
  id: number;
  number: number;
}

export interface AgenciesTables {
  agency: Agency;
  agencyName: AgencyName;
  agencySuccession: AgencySuccession;
  channel: Channel;
  regulation: Regulation;
  training: Training;
  document: Document;
  agencyRevision: AgencyRevision;
}
