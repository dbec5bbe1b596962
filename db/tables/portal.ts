import type { Day, Language, Moment } from "./values.ts";

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

export interface PortalTables {
  portalLink: PortalLink;
  portalSession: PortalSession;
  consentRecord: ConsentRecord;
  foreignPress: ForeignPress;
  accreditation: Accreditation;
  dataRequest: DataRequest;
}
