import type { Moment, Row } from "#db/tables.ts";

export type Statement = Row<"statement">;

export const STATEMENT_KINDS = [
  "initial_statement",
  "press_release",
  "answer",
  "notice",
] as const satisfies Statement["kind"][];
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The parts of a statement on an incident, in the order in which they are read. */
export const PARTS = ["known", "unknown", "doing"] as const satisfies (keyof Statement)[];

/** What is said at once when something happened is said in parts; every other kind is a formatted text. */
export function isInParts({ body }: Pick<Statement, "body">): boolean {
  return body === "";
}

/** The kinds that are written freely. */
export const TEXT_KINDS = ["press_release", "answer", "notice"] as const;

export type StatementPhase = "draft" | "approved" | "scheduled" | "published" | "withdrawn";

type Facts = Pick<Statement, "approvedAt" | "scheduledAt" | "publishedAt" | "withdrawnAt">;

/** How far a statement has come; published and withdrawn are final. */
export function phaseOf({
  approvedAt,
  scheduledAt,
  publishedAt,
  withdrawnAt,
}: Facts): StatementPhase {
  if (publishedAt) return "published";
  if (withdrawnAt) return "withdrawn";
  if (!approvedAt) return "draft";
  return scheduledAt ? "scheduled" : "approved";
}

/** How a published statement stands: as it was said, put right by another, or taken back. */
export function standingOf({
  retractedAt,
  correctedById,
}: Pick<Statement, "retractedAt"> & { correctedById: string | null }) {
  if (retractedAt) return "retracted";
  return correctedById ? "corrected" : "valid";
}

/** Why a statement cannot be changed, approved or published where it stands. */
export type StatementRefusal =
  | `is-${StatementPhase}`
  | "refer-up" // 7.1: not the agency's to speak of
  | "not-agreed" // 7.2: not before the lead body has agreed
  | "no-next-update"
  | "next-update-past"
  | "not-a-speaker"
  | "changed-meanwhile"
  | "nobody"
  | "not-signed" // an agency whose word it is too has not said yes to this edition
  | "is-corrected" // by another one already
  | "is-retracted"
  | "has-draft" // of the same correction
  | "nothing-changed" // a correction that says what was wrong
  | "schedule-past"
  | "own-agency"
  | "already-asked"
  | "too-many-files"
  | "too-large-in-all";

/** What keeps a statement from being written over now. */
export function whyNotRewrite(statement: Facts): StatementRefusal | undefined {
  const phase = phaseOf(statement);
  return phase === "published" || phase === "withdrawn" ? `is-${phase}` : undefined;
}

type Speaking = Facts & Pick<Statement, "kind" | "nextUpdateAt" | "correctsId">;
type Spoken = { clause: string } | undefined;

/** What keeps a statement from being approved now: an initial one says when the next word comes. */
export function whyNotApprove(
  statement: Speaking,
  incident: Spoken,
  agreedWith: string | null,
  at: Moment,
): StatementRefusal | undefined {
  const phase = phaseOf(statement);
  if (phase !== "draft") return `is-${phase}`;
  return whyNotSpeak(statement, incident, agreedWith, at);
}

/** What keeps a statement from being published now. */
export function whyNotPublish(
  statement: Speaking & Pick<Statement, "agreedWith">,
  incident: Spoken,
  at: Moment,
): StatementRefusal | undefined {
  const phase = phaseOf(statement);
  if (phase !== "approved" && phase !== "scheduled") return `is-${phase}`;
  return whyNotSpeak(statement, incident, statement.agreedWith, at);
}

function whyNotSpeak(
  { kind, nextUpdateAt, correctsId }: Speaking,
  incident: Spoken,
  agreedWith: string | null,
  at: Moment,
): StatementRefusal | undefined {
  if (incident?.clause === "7.1") return "refer-up";
  if (incident?.clause === "7.2" && !agreedWith) return "not-agreed";
  // What is put right later has no first word to be kept to.
  if (kind === "initial_statement" && !nextUpdateAt && !correctsId) return "no-next-update";
  return nextUpdateAt && nextUpdateAt <= at ? "next-update-past" : undefined;
}
