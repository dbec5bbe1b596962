import { dayAfter, dayOf, endOf, startOf } from "#app/clock.ts";
import type { Moment, Row } from "#db/tables.ts";
import { type Facts, type Meeting, type Phase, phaseOf } from "../meetings/meeting.ts";

export type Attendance = Row<"attendance">;

export const PAPERS = ["press_card", "intro_letter"] as const;
export type Paper = (typeof PAPERS)[number];

/** Why nobody can be checked in now. */
export type DoorRefusal = `is-${Phase}` | "not-yet" | "closed";

/**
 * What keeps people from being checked in: the door is open from the beginning of the meeting's day to the end
 * of the day after its last, so that a phone that was out of reach can still hand in what it took down.
 */
export function whyNotCheckIn(
  meeting: Facts & Pick<Meeting, "startsAt" | "endsAt">,
  now: Moment,
): DoorRefusal | undefined {
  const phase = phaseOf(meeting);
  if (phase !== "announced" && phase !== "rescheduled" && phase !== "held") return `is-${phase}`;
  if (now < startOf(dayOf(meeting.startsAt))) return "not-yet";
  return now < doorClosesAt(meeting) ? undefined : "closed";
}

/** The first moment at which nothing is taken down any more. */
export function doorClosesAt({ endsAt }: Pick<Meeting, "endsAt">): Moment {
  return endOf(dayAfter(dayOf(endsAt)));
}
