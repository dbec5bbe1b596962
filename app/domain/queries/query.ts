import type { Moment, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";

export type Query = Row<"query">;

export const QUERY_KINDS = [
  "question",
  "interview",
  "editor_request",
  "forwarded_opinion",
  "forwarded_complaint",
] as const satisfies Query["kind"][];
export type QueryKind = (typeof QUERY_KINDS)[number];

export const CHANNELS = [
  "portal",
  "area_page",
  "mail",
  "call",
  "paper",
] as const satisfies Query["channel"][];
export type Channel = (typeof CHANNELS)[number];

export const QUERY_PHASES = [
  "received",
  "in_hand",
  "held",
  "answered",
  "partly",
  "refused",
  "withdrawn",
  "forwarded",
] as const;
export type QueryPhase = (typeof QUERY_PHASES)[number];

/** The shelves of the inbox; the last is of all agencies of a province, as counts and clocks. */
export const QUERY_SHELVES = ["open", "mine", "late", "soon", "closed", "province"] as const;
export type QueryShelf = (typeof QUERY_SHELVES)[number];

type Facts = Pick<Query, "takenAt" | "heldAt" | "outcome">;

/** How far a query has come. Facts decide, not the clock: one that is late is still in hand. */
export function phaseOf({ outcome, heldAt, takenAt }: Facts): QueryPhase {
  if (outcome) return outcome;
  if (heldAt) return "held";
  return takenAt ? "in_hand" : "received";
}

/**
 * Where a query can go from where it is. What was answered or refused comes back in hand when the asker says that it
 * was not; what was withdrawn or went to another agency stays so.
 */
const MOVES: Record<QueryPhase, readonly QueryPhase[]> = {
  received: ["in_hand", "withdrawn", "forwarded"],
  in_hand: ["held", "answered", "partly", "refused", "withdrawn", "forwarded"],
  held: ["held", "answered", "partly", "refused", "withdrawn", "forwarded"],
  answered: ["in_hand"],
  partly: ["in_hand"],
  refused: ["in_hand"],
  withdrawn: [],
  forwarded: [],
};

/** What keeps a query from going where it is to go; undefined when nothing does. */
export function whyNotMove(query: Facts, to: QueryPhase): `is-${QueryPhase}` | undefined {
  const phase = phaseOf(query);
  return MOVES[phase].includes(to) ? undefined : `is-${phase}`;
}

/** Whether a query still waits for its end: an answer, a refusal, a withdrawal, another agency. */
export function isOpen({ outcome }: Pick<Query, "outcome">): boolean {
  return outcome === null;
}

/** Who works on an answer; nobody does before it is in hand, or after it is over. */
export function whyNotWork(query: Facts): `is-${QueryPhase}` | undefined {
  const phase = phaseOf(query);
  return phase === "in_hand" || phase === "held" ? undefined : `is-${phase}`;
}

/** Of a forwarded complaint only its state is told: what is in it is between a citizen and the law on complaints. */
const STATUS_ONLY: readonly QueryKind[] = ["forwarded_complaint"];

/** Whether only reference and state are kept of it, for it holds what a citizen complains of. */
export function isStatusOnly({ kind }: Pick<Query, "kind">): boolean {
  return STATUS_ONLY.includes(kind);
}

/** What becomes public record: the press's own questions, not what citizens sent through it, nor an appointment to talk. */
const PUBLIC_KINDS: readonly QueryKind[] = ["question", "editor_request"];

/** Whether question and answer of that kind are for everybody once the asker's time alone with them is over. */
export function becomesPublic({ kind }: Pick<Query, "kind">): boolean {
  return PUBLIC_KINDS.includes(kind);
}

/** Whether question and answer are anybody's to read at a moment: the scoop lock has run out, and nothing keeps it back. */
export function isPublic(
  { opensAt, keptBackAt }: Pick<Query, "opensAt" | "keptBackAt">,
  at: Moment,
): boolean {
  return opensAt !== null && opensAt <= at && keptBackAt === null;
}

/**
 * What somebody at a desk may see of a query: all of it in the agency in charge; the question alone in one that
 * assists; its number, kind and clocks in the province's office and with an administrator; nothing elsewhere.
 */
export type Sight = "whole" | "question" | "clocks" | "nothing";

/**
 * What an officer may see of a query: all of it in its own agency, the question where they are asked to help, its
 * clocks alone above that.
 */
export function sightOf(
  officer: Reach,
  query: { agencyId: string; provinceId: string; assisting: readonly string[] },
): Sight {
  const own = officer.agencyId;
  if (own !== null && own === query.agencyId) return "whole";
  if (own !== null && query.assisting.includes(own)) return "question";
  if (officer.reach === "country") return "clocks";
  const isOfProvince = officer.reach === "province" && officer.provinceId === query.provinceId;
  return isOfProvince ? "clocks" : "nothing";
}

/** What the asker may still do on the page that their letters lead to. */
export interface AskerMoves {
  confirm: boolean;
  dispute: boolean;
  withdraw: boolean;
  release: boolean; // end the scoop lock themselves
}

/** What the asker may do by the link of their letters at a moment. */
export function movesOfAsker(
  query: Facts & Pick<Query, "confirmedAt" | "opensAt" | "keptBackAt">,
  at: Moment,
): AskerMoves {
  const { outcome, confirmedAt, opensAt, keptBackAt } = query;
  const hasAnswer = outcome === "answered" || outcome === "partly";
  return {
    confirm: hasAnswer && !confirmedAt,
    dispute: (hasAnswer || outcome === "refused") && !confirmedAt,
    withdraw: outcome === null,
    release: opensAt !== null && opensAt > at && !keptBackAt,
  };
}

/** Why something cannot be done with a query; each has a sentence in `words.queries.refusals`. */
export type QueryRefusal =
  | `is-${QueryPhase}`
  | "not-a-speaker"
  | "not-signed-off"
  | "no-draft"
  | "not-a-ground"
  | "in-the-past"
  | "not-later"
  | "locked"
  | "changed-meanwhile"
  | "same-agency"
  | "agency-closed"
  | "status-only"
  | "needs-reference"
  | "not-a-complaint"
  | "done-already"
  | "not-your-turn"
  | "nobody-to-sign"
  | "unknown-officer"
  | "in-the-future"
  | "unknown"
  | "expired";

export type QueryOutcome = { ok: true } | { ok: false; reason: QueryRefusal };
