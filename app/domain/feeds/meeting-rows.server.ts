import { dayOf, startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "../meetings/meetings.server.ts";
import { ruleIn, type SeriesRule } from "../meetings/series-rule.ts";

/** Whose meetings a feed tells of: an agency's, a province's with all its communes, or the whole country's. */
export interface Whose {
  agencyId?: string;
  provinceCode?: string;
}

/** A meeting that the public may know of, with when that was last changed. */
export type MeetingTold = MeetingOfAgency & { changedAt: Moment };

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
  const inScope = () => narrowed(meetingsOfAgencies(db), whose);
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
  const rows = [...past.toReversed(), ...toCome];
  const changed = await lastChanges(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, changedAt: changedAt(row, changed.get(row.id)) }));
}

/** One announced meeting, with when it was changed last. */
export async function findMeetingTold(db: Db, id: string): Promise<MeetingTold | undefined> {
  const row = await narrowed(meetingsOfAgencies(db), {})
    .where("meeting.id", "=", id)
    .executeTakeFirst();
  return row && { ...row, changedAt: changedAt(row, (await lastChanges(db, [id])).get(id)) };
}

/** The first moment of the year before this one, in Viet Nam. */
export function windowOpens(now: Moment): Moment {
  return startOf(`${Number(dayOf(now).slice(0, 4)) - 1}-01-01`);
}

function narrowed(
  meetings: ReturnType<typeof meetingsOfAgencies>,
  { agencyId, provinceCode }: Whose,
) {
  const province = `2025-${provinceCode}`;
  return meetings
    .where("meeting.announcedAt", "is not", null)
    .$if(agencyId !== undefined, (query) => query.where("meeting.agencyId", "=", agencyId ?? ""))
    .$if(provinceCode !== undefined, (query) =>
      query.where(({ eb, or }) =>
        or([eb("area.id", "=", province), eb("area.partOf", "=", province)]),
      ),
    );
}

/** The log knows when each was changed last. */
async function lastChanges(db: Db, ids: string[]): Promise<Map<string, Moment>> {
  const rows = await db
    .selectFrom("audit")
    .select(({ fn }) => ["about", fn.max("at").as("at")])
    .where("about", "in", ids)
    .where("act", "in", CHANGING)
    .groupBy("about")
    .execute();
  return new Map(rows.map(({ about, at }) => [about, at as Moment]));
}

function changedAt(row: MeetingOfAgency, logged: Moment | undefined): Moment {
  const facts = [row.announcedAt, row.postponedAt, row.rescheduledAt, row.heldAt, row.cancelledAt];
  return [row.revisedAt, logged, ...facts]
    .filter((one) => !!one)
    .toSorted()
    .at(-1) as Moment;
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
