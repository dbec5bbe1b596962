import { dayOf, startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { ofProvince } from "../agencies/agencies.server.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "../meetings/meetings.server.ts";
import { ruleIn, type SeriesRule } from "../meetings/series-rule.ts";

/** Whose meetings a feed tells of: an agency's, a province's with all its communes, or the whole country's. */
export interface Whose {
  agencyId?: string;
  provinceCode?: string;
}

/** As much of a meeting as a feed tells of, or is written by. */
const COLUMNS = [
  ...(["id", "agencyId", "kind", "subject", "description", "startsAt", "endsAt", "zone"] as const),
  ...(["venue", "onlineUrl", "chair", "spokespersonName", "spokespersonPosition"] as const),
  ...(["edition", "revisedAt", "createdAt", "seriesId", "seriesDay"] as const),
  ...(["scheduledAt", "announcedAt", "heldAt"] as const),
  ...(["postponedAt", "postponeReason", "cancelledAt", "cancelReason"] as const),
  ...(["rescheduledAt", "rescheduleReason", "rescheduledFrom"] as const),
];

/** A meeting that the public may know of, with when that was last changed. */
export type MeetingTold = Pick<
  MeetingOfAgency,
  (typeof COLUMNS)[number] | "agencyName" | "agencyNameEn"
> & { changedAt: Moment };

/** Deeds by which what the public is told of a meeting becomes another. */
const CHANGING = [
  ...["meeting.planned", "meeting.changed", "meeting.announced", "meeting.postponed"],
  ...["meeting.rescheduled", "meeting.held", "meeting.cancelled", "meeting.moved"],
];

/** As many meetings as a feed holds at most: those to come first, soonest first, then those that are past. */
export const MOST_TOLD = 1000;

/**
 * The announced meetings that a feed tells of, by time: this year's, last year's and all that are to come, a thousand
 * at most. What holds depends on the day, never on the hour.
 */
export async function meetingsTold(db: Db, whose: Whose, now: Moment): Promise<MeetingTold[]> {
  const today = startOf(dayOf(now));
  const inScope = () => narrowed(db, whose);
  const toCome = await inScope()
    .where("meeting.startsAt", ">=", today)
    .orderBy("meeting.startsAt")
    .orderBy("meeting.id")
    .limit(MOST_TOLD)
    .execute();
  const past = await inScope()
    .where("meeting.startsAt", "<", today)
    .where("meeting.startsAt", ">=", windowOpens(now))
    .orderBy("meeting.startsAt", "desc")
    .orderBy("meeting.id", "desc")
    .limit(MOST_TOLD - toCome.length)
    .execute();
  return [...past.toReversed(), ...toCome].map(told);
}

/** One announced meeting, with when it was changed last. */
export async function findMeetingTold(db: Db, id: string): Promise<MeetingTold | undefined> {
  const row = await narrowed(db, {}).where("meeting.id", "=", id).executeTakeFirst();
  return row && told(row);
}

/** The first moment of the year before this one, in Viet Nam. */
export function windowOpens(now: Moment): Moment {
  return startOf(`${Number(dayOf(now).slice(0, 4)) - 1}-01-01`);
}

/** The announced meetings of those that are asked for; the log knows when each was changed last. */
function narrowed(db: Db, { agencyId, provinceCode }: Whose) {
  return meetingsOfAgencies(db)
    .clearSelect()
    .select(COLUMNS.map((column) => `meeting.${column}` as const))
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .select((eb) =>
      eb
        .selectFrom("audit")
        .select(({ fn }) => fn.max("audit.at").as("at"))
        .whereRef("audit.about", "=", "meeting.id")
        .where("audit.act", "in", CHANGING)
        .as("loggedAt"),
    )
    .where("meeting.announcedAt", "is not", null)
    .$if(agencyId !== undefined, (query) => query.where("meeting.agencyId", "=", agencyId ?? ""))
    .$if(provinceCode !== undefined, (query) => query.where(ofProvince(`2025-${provinceCode}`)));
}

function told({
  loggedAt,
  ...row
}: Omit<MeetingTold, "changedAt"> & { loggedAt: Moment | null }): MeetingTold {
  const facts = [row.announcedAt, row.postponedAt, row.rescheduledAt, row.heldAt, row.cancelledAt];
  const changedAt = [row.revisedAt, loggedAt, ...facts].reduce(
    (latest: Moment, one) => (one && one > latest ? one : latest),
    "",
  );
  return { ...row, changedAt };
}

/** The rules of the series that meetings are of. */
export async function rulesOf(db: Db, meetings: MeetingTold[]): Promise<Map<string, SeriesRule>> {
  const ids = [...new Set(meetings.flatMap(({ seriesId }) => seriesId ?? []))];
  const rows = await db
    .selectFrom("meetingSeries")
    .select(["id", "rule"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, ruleIn(row)]));
}
