import { later } from "#app/clock.ts";
import type { Moment, Row } from "#db/tables.ts";

export type Meeting = Row<"meeting">;

export const KINDS = [
  "press_conference",
  "press_coordination",
  "press_gathering",
  "media_visit",
  "training",
  "review",
] as const;
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
  venueCapacity: number | null; // seats
  mapUrl: string | null;
  accessNotes: string | null;
  onlineUrl: string | null;
  answerBy?: Moment | null; // left out: it stays as long before the start as it is
  chair: string; // empty when nobody is named
  spokespersonId: string | null; // the person
}

export const PHASES = [
  "draft",
  "scheduled",
  "announced",
  "postponed",
  "rescheduled",
  "held",
  "cancelled",
] as const;
export type Phase = (typeof PHASES)[number];

export type Facts = Pick<
  Meeting,
  "scheduledAt" | "announcedAt" | "postponedAt" | "rescheduledAt" | "heldAt" | "cancelledAt"
>;
type Times = Pick<Meeting, "startsAt" | "endsAt">;

/** How far a meeting has come. Facts decide, not the clock: that its hour has passed does not mean it was held. */
export function phaseOf(meeting: Facts): Phase {
  if (meeting.cancelledAt) return "cancelled";
  if (meeting.heldAt) return "held";
  if (meeting.postponedAt) return "postponed";
  if (meeting.rescheduledAt) return "rescheduled";
  if (meeting.announcedAt) return "announced";
  return meeting.scheduledAt ? "scheduled" : "draft";
}

/** Whether the public may count on a meeting at its hour: it is announced, and neither put off, over with nor called off. */
export function isExpected(meeting: Facts): boolean {
  const phase = phaseOf(meeting);
  return phase === "announced" || phase === "rescheduled";
}

/** Whether the hour of a meeting has come, whatever became of it. */
export function hasBegun(meeting: Times, now: Moment): boolean {
  return meeting.startsAt <= now;
}

/** Past its end by the clock. An announced meeting that is over waits for someone to say that it was held. */
export function isOver(meeting: Times, now: Moment): boolean {
  return meeting.endsAt <= now;
}

/** Where a meeting can go from where it is; held and cancelled are final. */
const MOVES: Record<Phase, readonly Phase[]> = {
  draft: ["scheduled", "announced", "cancelled"],
  scheduled: ["announced", "cancelled"],
  announced: ["postponed", "rescheduled", "held", "cancelled"],
  postponed: ["rescheduled", "cancelled"],
  rescheduled: ["postponed", "rescheduled", "held", "cancelled"],
  held: [],
  cancelled: [],
};

/** Why a meeting cannot be moved or changed: where it stands, or what the clock says. */
export type Refusal = `is-${Phase}` | "begun" | "not-begun";

/** What keeps a meeting from going where it is to go now; undefined when nothing does. */
export function whyNotMove(meeting: Facts & Times, to: Phase, now: Moment): Refusal | undefined {
  const phase = phaseOf(meeting);
  if (!MOVES[phase].includes(to)) return `is-${phase}`;
  const begun = hasBegun(meeting, now);
  if (begun && (to === "scheduled" || to === "announced")) return "begun";
  // A meeting that was put off has no hour that could have come.
  if (begun && to === "rescheduled" && phase !== "postponed") return "begun";
  if (!begun && to === "held") return "not-begun";
  return undefined;
}

/** What keeps journalists from being invited to a meeting now. */
export function whyNotInvite(meeting: Facts & Times, now: Moment): Refusal | undefined {
  if (!isExpected(meeting)) return `is-${phaseOf(meeting)}`;
  return hasBegun(meeting, now) ? "begun" : undefined;
}

/** What keeps the details of a meeting from being changed now. */
export function whyNotChange(meeting: Facts & Times, now: Moment): Refusal | undefined {
  const phase = phaseOf(meeting);
  if (phase === "held" || phase === "cancelled") return `is-${phase}`;
  return phase !== "postponed" && hasBegun(meeting, now) ? "begun" : undefined;
}

/** The facts of a meeting of which nothing has become yet. */
export const NOTHING_YET = {
  edition: 0,
  answerBy: null,
  scheduledAt: null,
  announcedAt: null,
  postponedAt: null,
  postponeReason: null,
  rescheduledAt: null,
  rescheduleReason: null,
  rescheduledFrom: null,
  heldAt: null,
  cancelledAt: null,
  cancelReason: null,
  noticeWaivedAt: null,
  noticeWaivedBy: null,
  noticeWaiver: null,
  seriesId: null,
  seriesDay: null,
  incidentId: null,
  ownDetails: null,
  outletQuota: null,
} as const;

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

/** What helps them find their way: they are written about it where the officer wishes so. */
const TOLD_IF_WISHED: readonly Detail[] = ["mapUrl", "accessNotes"];

/** What an answer was given to: when it changes, the answer is asked for again. */
const ANSWERED: readonly Detail[] = ["startsAt", "endsAt", "venue", "onlineUrl"];

/** When a meeting is. Moving one that the public was told of needs a reason. */
export const TIMES: readonly Detail[] = ["startsAt", "endsAt"];

export interface Difference {
  changed: Detail[];
  mailed: Detail[]; // of these invitees are told
  asksAgain: boolean;
  moves: boolean; // to another time
}

/**
 * What differs between a meeting and what it is to become, and what follows for those invited: they are told of the map
 * and the way in only if that is wished.
 */
export function differenceOf(
  meeting: MeetingDetails,
  details: MeetingDetails,
  { tell = false }: { tell?: boolean } = {},
): Difference {
  const told = tell ? [...MAILED, ...TOLD_IF_WISHED] : MAILED;
  const changed = (Object.keys(details) as Detail[]).filter(
    (key) => details[key] !== undefined && meeting[key] !== details[key],
  );
  return {
    changed,
    mailed: changed.filter((key) => told.includes(key)),
    asksAgain: changed.some((key) => ANSWERED.includes(key)),
    moves: changed.some((key) => TIMES.includes(key)),
  };
}

/** By when invitees answer once the meeting is at another hour: as long before the start as it was. */
export function answerByAt(
  { startsAt, answerBy }: Pick<MeetingDetails, "startsAt" | "answerBy">,
  start: Moment,
): Moment | null {
  if (!answerBy) return null;
  const ahead = Date.parse(startsAt) - Date.parse(answerBy);
  return new Date(Date.parse(start) - ahead).toISOString();
}

/** What was changed for one meeting of a series alone; changes of the whole series leave it as it is. */
export function ownDetailsOf({ ownDetails }: Pick<Meeting, "ownDetails">): Detail[] {
  return ownDetails ? (JSON.parse(ownDetails) as Detail[]) : [];
}

/** The stamp of a meeting's next revision: calendars count whole seconds and must see each later than the last. */
export function nextStamp({ revisedAt }: Pick<Meeting, "revisedAt">, at: Moment): Moment {
  const following = later(revisedAt, { seconds: 1 });
  return at > following ? at : following;
}

/** Whether saving these details fixes a new time of a meeting that the public was told of, so that it needs a reason. */
export function isRescheduled(meeting: Facts & MeetingDetails, details: MeetingDetails): boolean {
  const phase = phaseOf(meeting);
  if (phase === "postponed") return true;
  return isExpected(meeting) && differenceOf(meeting, details).moves;
}
