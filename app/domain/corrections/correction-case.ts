import type { Row } from "#db/tables.ts";

export type CorrectionCase = Row<"correctionCase">;
export type CorrectionRound = Row<"correctionRound">;

/** By how a press agency comes out: the law's times differ by it. */
export const OUTLET_KINDS = [
  "online",
  "daily",
  "broadcast",
  "weekly",
  "magazine",
  "rare_magazine",
] as const satisfies CorrectionCase["outletKind"][];
export type OutletKind = (typeof OUTLET_KINDS)[number];

/** What a written feedback may ask for. */
export const ASKS = ["correction", "apology", "feedback", "take_down", "answer"] as const;
export type Ask = (typeof ASKS)[number];

export const WAYS = ["post", "hand", "document_system", "mail"] as const;
export type Way = (typeof WAYS)[number];

/** What a press agency did on a feedback. */
export const ANSWERS = [
  "corrected",
  "apologised",
  "feedback_published",
  "refused",
  "asked_more",
  "no_answer",
] as const satisfies NonNullable<CorrectionRound["answer"]>[];
export type Answer = (typeof ANSWERS)[number];

export const OUTCOMES = [
  "corrected",
  "apologised",
  "feedback_published",
  "refused",
  "no_answer",
  "dropped",
] as const satisfies NonNullable<CorrectionCase["outcome"]>[];
export type CaseOutcome = (typeof OUTCOMES)[number];

/** What a published correction must hold, and how it must stand (Decree 237/2026, art. 19.1, 19.2). */
const CORRECTION_PARTS = ["title", "piece", "section", "day", "wrong", "right"] as const;
/** What a published feedback must name (art. 21.3). */
const FEEDBACK_PARTS = ["body", "piece", "section", "day"] as const;
/** Where it must stand; taking down concerns what is online alone. */
const PLACE_PARTS = ["place", "type", "taken_down"] as const;
export type Part =
  | (typeof CORRECTION_PARTS)[number]
  | (typeof FEEDBACK_PARTS)[number]
  | (typeof PLACE_PARTS)[number];

/** By these something was published. */
export const PUBLISHED: readonly Answer[] = ["corrected", "apologised", "feedback_published"];

/** What is to be looked for in what was published; nothing where nothing was. */
export function partsOf(answer: Answer | null, kind: OutletKind): Part[] {
  if (!answer || !PUBLISHED.includes(answer)) return [];
  const places = PLACE_PARTS.filter((part) => part !== "taken_down" || kind === "online");
  return answer === "feedback_published"
    ? [...FEEDBACK_PARTS]
    : [...CORRECTION_PARTS, ...places.filter((part) => part !== "type" || kind !== "broadcast")];
}

/** Every part that may be ticked, once. */
export const PARTS: Part[] = [
  ...new Set<Part>([...CORRECTION_PARTS, ...FEEDBACK_PARTS, ...PLACE_PARTS]),
];

/** How far a case has come: found, feedback drafted, waiting for the press agency, answered, closed. */
export const STATES = ["found", "drafted", "waiting", "answered", "closed"] as const;
export type State = (typeof STATES)[number];

type LastRound = Pick<CorrectionRound, "sentAt" | "answer">;

/** How far a case has come, by its last round: closed once it has an outcome, whatever became of the rounds. */
export function stateOf(
  { outcome }: Pick<CorrectionCase, "outcome">,
  last: LastRound | undefined,
): State {
  if (outcome) return "closed";
  if (!last) return "found";
  if (!last.sentAt) return "drafted";
  return last.answer ? "answered" : "waiting";
}

/** Everything that can be done on a case, and in which states: the one table of moves. */
const MOVES = {
  change: ["found", "drafted", "waiting", "answered"],
  "add-evidence": ["found", "drafted", "waiting", "answered"],
  "draft-feedback": ["found", "drafted", "answered"],
  "send-feedback": ["drafted"],
  "record-answer": ["waiting"],
  close: ["found", "drafted", "waiting", "answered"],
  publish: ["closed"],
} as const satisfies Record<string, readonly State[]>;
export type Move = keyof typeof MOVES;

export type MoveRefusal = "is-closed" | "not-closed" | "nothing-drafted" | "waiting" | "not-sent";

/** Why something cannot be done on a case as it stands; undefined when it can. */
export function whyNotMove(state: State, move: Move): MoveRefusal | undefined {
  const open: readonly State[] = MOVES[move];
  if (open.includes(state)) return undefined;
  if (state === "closed") return "is-closed";
  if (move === "publish") return "not-closed";
  if (move === "send-feedback") return "nothing-drafted";
  return move === "record-answer" ? "not-sent" : "waiting";
}

export const movesFrom = (state: State): Move[] =>
  (Object.keys(MOVES) as Move[]).filter((move) => !whyNotMove(state, move));

/** How a case may end by what was answered so far; dropping it is always open, with a reason. */
export function outcomesOf(rounds: LastRound[]): CaseOutcome[] {
  const sent = rounds.filter(({ sentAt }) => sentAt);
  const answers = new Set(sent.map(({ answer }) => answer));
  const last = sent.at(-1);
  return OUTCOMES.filter((outcome) => {
    if (outcome === "dropped") return true;
    if (outcome === "no_answer")
      return last !== undefined && (last.answer === null || last.answer === "no_answer");
    return answers.has(outcome);
  });
}

/** How many rounds there may be before either side may stop, and whether that many are over. */
export function isLastRoundOver(rounds: LastRound[], most: number | undefined): boolean {
  const answered = rounds.filter(({ answer }) => answer !== null).length;
  return most !== undefined && answered >= most;
}

/** Codes as they are kept in one column. */
export const codesOf = (kept: string | null): string[] => (kept ? kept.split(",") : []);

/** Networks of private people: a case is about an article of a press agency, never about anybody's account. */
const NETWORKS = [
  ...["facebook.com", "fb.com", "fb.watch", "instagram.com", "threads.net", "tiktok.com"],
  ...["zalo.me", "youtube.com", "youtu.be", "x.com", "twitter.com", "t.me", "telegram.me"],
  ...["linkedin.com", "reddit.com", "gapo.vn", "lotus.vn", "weibo.com", "wa.me"],
];

/** Whether an address leads to a social network. */
export function isNetwork(url: string): boolean {
  const host = URL.parse(url)?.hostname.toLowerCase().replace(/\.$/, "") ?? "";
  return NETWORKS.some((network) => host === network || host.endsWith(`.${network}`));
}
