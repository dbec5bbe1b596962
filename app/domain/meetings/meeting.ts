import type { Moment, Row } from "#db/tables.ts";

export type Meeting = Row<"meeting">;

export const KINDS = ["press_conference", "press_coordination", "press_gathering"] as const;
export type Kind = (typeof KINDS)[number];

export const CADENCES = ["periodic", "adhoc"] as const;
export type Cadence = (typeof CADENCES)[number];

/** What an officer decides about a meeting; the moments of the office's books are not among it. */
export interface MeetingDetails {
  kind: Kind;
  cadence: Cadence;
  subject: string; // trích yếu, one line
  description: string;
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
  venue: string | null;
  onlineUrl: string | null;
  chair: string; // empty when nobody is named
  spokespersonId: string | null; // the person
}

export const PHASES = ["draft", "announced", "held", "cancelled"] as const;
export type Phase = (typeof PHASES)[number];

type Facts = Pick<Meeting, "announcedAt" | "heldAt" | "cancelledAt">;
type Times = Pick<Meeting, "startsAt" | "endsAt">;

/** How far a meeting has come. Facts decide, not the clock: that its hour has passed does not mean it was held. */
export function phaseOf(meeting: Facts): Phase {
  if (meeting.cancelledAt) return "cancelled";
  if (meeting.heldAt) return "held";
  return meeting.announcedAt ? "announced" : "draft";
}

export function hasBegun(meeting: Times, now: Moment): boolean {
  return meeting.startsAt <= now;
}

/** Past its end by the clock. An announced meeting that is over waits for someone to say that it was held. */
export function isOver(meeting: Times, now: Moment): boolean {
  return meeting.endsAt <= now;
}

/** Where a meeting can go from where it is; held and cancelled are final. */
const MOVES: Record<Phase, readonly Phase[]> = {
  draft: ["announced", "cancelled"],
  announced: ["held", "cancelled"],
  held: [],
  cancelled: [],
};

/** Why a meeting cannot be moved or changed: where it stands, or what the clock says. */
export type Refusal = `is-${Phase}` | "begun" | "not-begun";

/** What keeps a meeting from being announced, held or cancelled now; undefined when nothing does. */
export function whyNotMove(meeting: Facts & Times, to: Phase, now: Moment): Refusal | undefined {
  const phase = phaseOf(meeting);
  if (!MOVES[phase].includes(to)) return `is-${phase}`;
  if (to === "announced" && hasBegun(meeting, now)) return "begun";
  if (to === "held" && !hasBegun(meeting, now)) return "not-begun";
  return undefined;
}

/** What keeps journalists from being invited to a meeting now. */
export function whyNotInvite(meeting: Facts & Times, now: Moment): Refusal | undefined {
  const phase = phaseOf(meeting);
  if (phase !== "announced") return `is-${phase}`;
  return hasBegun(meeting, now) ? "begun" : undefined;
}

/** What keeps the details of a meeting from being changed now. */
export function whyNotChange(meeting: Facts & Times, now: Moment): Refusal | undefined {
  const phase = phaseOf(meeting);
  if (phase === "held" || phase === "cancelled") return `is-${phase}`;
  return hasBegun(meeting, now) ? "begun" : undefined;
}

export type Detail = keyof MeetingDetails;

/** What invitees are written about when it changes. Anything else is changed without a letter. */
const MAILED: readonly Detail[] = [
  "kind",
  "subject",
  "startsAt",
  "endsAt",
  "venue",
  "onlineUrl",
  "chair",
  "spokespersonId",
];

/** What an answer was given to: when it changes, the answer is asked for again. */
const ANSWERED: readonly Detail[] = ["startsAt", "endsAt", "venue", "onlineUrl"];

export interface Difference {
  changed: Detail[];
  mailed: Detail[]; // of these invitees are told
  asksAgain: boolean;
}

/** What differs between a meeting and what it is to become, and what follows for those invited. */
export function differenceOf(meeting: MeetingDetails, details: MeetingDetails): Difference {
  const changed = (Object.keys(details) as Detail[]).filter((key) => meeting[key] !== details[key]);
  return {
    changed,
    mailed: changed.filter((key) => MAILED.includes(key)),
    asksAgain: changed.some((key) => ANSWERED.includes(key)),
  };
}

/** The stamp of a meeting's next revision: calendars count whole seconds and must see each later than the last. */
export function nextStamp({ revisedAt }: Pick<Meeting, "revisedAt">, at: Moment): Moment {
  const following = new Date(Date.parse(revisedAt) + 1000).toISOString();
  return at > following ? at : following;
}
