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

export type StatementPhase = "draft" | "approved" | "published" | "withdrawn";

type Facts = Pick<Statement, "approvedAt" | "publishedAt" | "withdrawnAt">;

/** How far a statement has come; published and withdrawn are final. */
export function phaseOf({ approvedAt, publishedAt, withdrawnAt }: Facts): StatementPhase {
  if (publishedAt) return "published";
  if (withdrawnAt) return "withdrawn";
  return approvedAt ? "approved" : "draft";
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
  | "nobody";

/** What keeps a statement from being written over now. */
export function whyNotRewrite(statement: Facts): StatementRefusal | undefined {
  const phase = phaseOf(statement);
  return phase === "published" || phase === "withdrawn" ? `is-${phase}` : undefined;
}

type Speaking = Facts & Pick<Statement, "kind" | "nextUpdateAt">;
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
  if (phase !== "approved") return `is-${phase}`;
  return whyNotSpeak(statement, incident, statement.agreedWith, at);
}

function whyNotSpeak(
  { kind, nextUpdateAt }: Speaking,
  incident: Spoken,
  agreedWith: string | null,
  at: Moment,
): StatementRefusal | undefined {
  if (incident?.clause === "7.1") return "refer-up";
  if (incident?.clause === "7.2" && !agreedWith) return "not-agreed";
  if (kind === "initial_statement" && !nextUpdateAt) return "no-next-update";
  return nextUpdateAt && nextUpdateAt <= at ? "next-update-past" : undefined;
}
