import type { ExpressionBuilder } from "kysely";
import { dayOf, endOf, startOf } from "#app/clock.ts";
import type { Day, Db, Moment, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { ofProvince, withinReach } from "../agencies/agencies.server.ts";
import { pageFound } from "../paging/page.server.ts";
import { type Place, pageOf } from "../paging/page.ts";
import { holdsWords } from "../press/folding.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "./meetings.server.ts";
import { type Tally, talliesOf } from "./tally.server.ts";

export type When = "coming" | "past" | "all";

/** One page of a list, and where it stands. */
export interface Page<Thing> extends Place {
  meetings: Thing[];
}

const PAGE = 20;

/**
 * One page of the meetings an officer works for, each with its answers: what is to come soonest first,
 * what is past latest first. Words are searched in subject, agency, place and people, marks or no marks.
 */
export async function listMeetingsFor(
  db: Db,
  officer: Officer,
  { when, q = "", page }: { when: When; q?: string; page?: number },
  now: Moment,
): Promise<Page<MeetingOfAgency & { tally: Tally }>> {
  const inScope = meetingsOfAgencies(db).where(withinReach(officer)).where(timely(when, now));
  const { ids, ...rest } = await idsOnPage(inScope, { when, q, page });

  const rows = await inOrder(inScope, when).where("meeting.id", "in", ids).execute();
  const tallies = await talliesOf(db, ids);
  const meetings = rows.map((row) => ({ ...row, tally: tallies.get(row.id) as Tally }));
  return { ...rest, meetings };
}

type Meetings = ReturnType<typeof meetingsOfAgencies>;

function timely(when: When, now: Moment) {
  return ({ eb, and, or, not, lit }: ExpressionBuilder<Tables, "meeting">) => {
    if (when === "all") return lit(true) as never;
    // What was put off is still to come, whatever its old hour was.
    const isPutOff = and([
      eb("meeting.postponedAt", "is not", null),
      eb("meeting.cancelledAt", "is", null),
    ]);
    const isToCome = or([eb("meeting.endsAt", ">", now), isPutOff]);
    return when === "coming" ? isToCome : not(isToCome);
  };
}

function inOrder(meetings: Meetings, when: When): Meetings {
  const direction = when === "coming" ? "asc" : "desc";
  return meetings.orderBy("meeting.startsAt", direction).orderBy("meeting.id");
}

async function idsOnPage(
  meetings: Meetings,
  { when, q, page = 1 }: { when: When; q: string; page?: number },
) {
  const inTime = inOrder(meetings, when);
  if (q.trim()) {
    const { shown: ids, ...place } = pageOf(await idsMentioning(inTime, q), page, PAGE);
    return { ...place, ids };
  }
  const ids = inTime.clearSelect().select("meeting.id");
  const { shown, ...place } = await pageFound(ids, page, PAGE);
  return { ...place, ids: shown.map(({ id }) => id) };
}

async function idsMentioning(meetings: Meetings, q: string): Promise<string[]> {
  const rows = await meetings
    .clearSelect()
    .select(["meeting.id", "meeting.subject", "meeting.venue", "meeting.chair"])
    .select(["meeting.spokespersonName", "agency.name"])
    .execute();
  return rows
    .filter(({ id, ...texts }) => holdsWords(Object.values(texts).join(" "), q))
    .map(({ id }) => id);
}

/** Which of the meetings that the public may know of: a province's, an agency's, those of one day. */
export interface PublicQuery {
  when: When;
  provinceCode?: string;
  agencyId?: string;
  day?: Day;
  page?: number;
}

/**
 * One page of the meetings that the public may know of: those announced, also when they were held or cancelled
 * afterwards. Ordered as `listMeetingsFor`; those of one day by the hour, whether they are past or to come.
 */
export async function listPublicMeetings(
  db: Db,
  { day, page, ...query }: PublicQuery,
  now: Moment,
): Promise<Page<PublicMeeting>> {
  const when = day ? "all" : query.when;
  const order = day ? "coming" : when;
  const inScope = publicMeetings(db, query)
    .where(timely(when, now))
    .$if(day !== undefined, (meetings) => meetings.where(onDay(day as Day)));
  const { ids, ...rest } = await idsOnPage(inScope, { when: order, q: "", page });

  const rows = await inOrder(inScope, order).where("meeting.id", "in", ids).execute();
  return { ...rest, meetings: rows.map(publicly) };
}

function publicMeetings(db: Db, { provinceCode, agencyId }: Omit<PublicQuery, "when">) {
  return meetingsOfAgencies(db)
    .where("meeting.announcedAt", "is not", null)
    .$if(provinceCode !== undefined, (query) => query.where(ofProvince(`2025-${provinceCode}`)))
    .$if(agencyId !== undefined, (query) => query.where("meeting.agencyId", "=", agencyId ?? ""));
}

/** Begun on that day in Viet Nam; what was put off is on no day until it has a new one. */
function onDay(day: Day) {
  return ({ eb, and }: ExpressionBuilder<Tables, "meeting">) =>
    and([
      eb("meeting.startsAt", ">=", startOf(day)),
      eb("meeting.startsAt", "<", endOf(day)),
      eb("meeting.postponedAt", "is", null),
    ]);
}

/** The days nearest to one, before and after it, on which the public may know of a meeting. */
export async function daysBeside(db: Db, query: Omit<PublicQuery, "when">, day: Day) {
  const inScope = () =>
    publicMeetings(db, query)
      .where("meeting.postponedAt", "is", null)
      .clearSelect()
      .select("meeting.startsAt");
  const [before, after] = await Promise.all([
    inScope()
      .where("meeting.startsAt", "<", startOf(day))
      .orderBy("meeting.startsAt", "desc")
      .limit(1)
      .executeTakeFirst(),
    inScope()
      .where("meeting.startsAt", ">=", endOf(day))
      .orderBy("meeting.startsAt")
      .limit(1)
      .executeTakeFirst(),
  ]);
  const dayIn = (row?: { startsAt: Moment }) => (row ? dayOf(row.startsAt) : null);
  return { before: dayIn(before), after: dayIn(after) };
}

/** The agencies of a province, or of the country, that have announced a meeting at any time. */
export async function agenciesMeeting(db: Db, provinceCode?: string) {
  const rows = await publicMeetings(db, { provinceCode })
    .clearSelect()
    .select(["agency.id", "agency.name", "agency.nameEn"])
    .distinct()
    .orderBy("agency.name")
    .limit(MOST_AGENCIES)
    .execute();
  return rows;
}

const MOST_AGENCIES = 300;

/** The next few meetings of one agency that the public may know of, soonest first; none that was cancelled. */
export function listComingOf(db: Db, agency: { id: string }, now: Moment) {
  return db
    .selectFrom("meeting")
    .select(["id", "subject", "kind", "startsAt", "endsAt", "zone"])
    .where("agencyId", "=", agency.id)
    .where("announcedAt", "is not", null)
    .where("cancelledAt", "is", null)
    .where("postponedAt", "is", null)
    .where("endsAt", ">", now)
    .orderBy("startsAt")
    .limit(5)
    .execute();
}

/** A meeting if the public may know of it: announced, also when it was held or cancelled afterwards. */
export async function findPublicMeeting(db: Db, id: string): Promise<PublicMeeting | undefined> {
  const row = await meetingsOfAgencies(db)
    .where("meeting.id", "=", id)
    .where("meeting.announcedAt", "is not", null)
    .executeTakeFirst();
  return row && publicly(row);
}

export type PublicMeeting = ReturnType<typeof publicly>;

/** The link itself is for those invited: whoever has it walks in. So is who typed it in for the office only. */
function publicly({
  onlineUrl,
  createdBy,
  spokespersonId,
  edition,
  noticeWaiver,
  noticeWaivedBy,
  ownDetails,
  ...row
}: MeetingOfAgency) {
  return { ...row, isOnline: onlineUrl !== null };
}
