import type { Moment } from "./values.ts";

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

export interface IncidentsTables {
  scenario: Scenario;
  incident: Incident;
}
