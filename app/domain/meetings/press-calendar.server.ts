import type { Expression, ExpressionBuilder } from "kysely";
import { startOf } from "#app/clock.ts";
import type { Day, Db, Moment, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { canManage } from "../accounts/officer.ts";
import { ofProvince, withinReach } from "../agencies/agencies.server.ts";
import type { DayOff } from "../policies/calendar.ts";
import { workCalendar } from "../policies/due.server.ts";
import { byGivenName } from "../press/folding.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { type CalendarSpan, daysIn } from "./calendar-span.ts";
import { whyNotChange } from "./meeting.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "./meetings.server.ts";

/** Whose meetings the calendar shows: the officer's agency's, the province's, or those at which a person speaks. */
export type Whose = "agency" | "province" | { personId: string };

/** Whose, and in which province; an administrator may look at all of them. */
export interface CalendarScope {
  of: Whose;
  provinceId: string | undefined;
}

/** A meeting as the calendar shows it: of another desk's, what the public knows of it. */
export type CalendarMeeting = Pick<
  MeetingOfAgency,
  | "id"
  | "subject"
  | "kind"
  | "cadence"
  | "startsAt"
  | "endsAt"
  | "zone"
  | "venue"
  | "agencyName"
  | "agencyNameEn"
  | "provinceType"
  | "provinceName"
  | "provinceNameEn"
  | "spokespersonName"
  | "scheduledAt"
  | "announcedAt"
  | "postponedAt"
  | "rescheduledAt"
  | "heldAt"
  | "cancelledAt"
> & {
  isOurs: boolean; // this officer's to work for
  mayMove: boolean;
};

/**
 * The meetings of some days that an officer may know of, by their hour: all that are theirs to work for, and of the other
 * agencies of the province those that were announced. What was cancelled or put off has no hour any more.
 */
export async function meetingsBetween(
  db: Db,
  officer: Officer,
  scope: CalendarScope,
  { from, until }: Pick<CalendarSpan, "from" | "until">,
  now: Moment,
): Promise<CalendarMeeting[]> {
  const rows = await meetingsInScope(db, officer, scope)
    .where("meeting.startsAt", "<", startOf(until))
    .where("meeting.endsAt", ">", startOf(from))
    .where("meeting.postponedAt", "is", null)
    .orderBy("meeting.startsAt")
    .orderBy("meeting.id")
    .execute();
  return rows.map((row) => shown(row, officer, now));
}

/** The meetings of the scope that were put off and wait for a new hour; only those that are the officer's to work for. */
export async function waitingForHour(
  db: Db,
  officer: Officer,
  scope: CalendarScope,
): Promise<MeetingOfAgency[]> {
  return meetingsInScope(db, officer, scope)
    .where(withinReach(officer))
    .where("meeting.postponedAt", "is not", null)
    .where("meeting.heldAt", "is", null)
    .orderBy("meeting.startsAt")
    .execute();
}

function meetingsInScope(db: Db, officer: Officer, { of, provinceId }: CalendarScope) {
  return meetingsOfAgencies(db)
    .where("meeting.cancelledAt", "is", null)
    .where((eb) => {
      const announced = eb("meeting.announcedAt", "is not", null);
      return eb.or([withinReach(officer)(eb), eb.and([announced, inProvince(eb, provinceId)])]);
    })
    .where((eb) => {
      if (of === "agency") return eb("meeting.agencyId", "=", officer.agencyId ?? "");
      if (of === "province") return inProvince(eb, provinceId);
      return eb.and([
        speaks(eb, eb.val(of.personId)),
        eb.or([withinReach(officer)(eb), inProvince(eb, provinceId)]),
      ]);
    });
}

/** Whether a person speaks at a meeting, as the first to do so or beside them. */
function speaks(eb: ExpressionBuilder<Tables, "meeting">, person: Expression<string | null>) {
  return eb.or([
    eb("meeting.spokespersonId", "=", person),
    eb.exists(
      eb
        .selectFrom("meetingSpeaker")
        .select("meetingSpeaker.id")
        .whereRef("meetingSpeaker.meetingId", "=", "meeting.id")
        .where("meetingSpeaker.personId", "=", person),
    ),
  ]);
}

function inProvince(eb: ExpressionBuilder<Tables, "area">, provinceId: string | undefined) {
  if (provinceId === undefined) return eb.lit(true) as never;
  return ofProvince(provinceId)(eb as never);
}

function shown(row: MeetingOfAgency, officer: Officer, now: Moment): CalendarMeeting {
  const { id, subject, kind, cadence, startsAt, endsAt, zone, venue, spokespersonName } = row;
  const { agencyName, agencyNameEn, provinceType, provinceName, provinceNameEn } = row;
  const { scheduledAt, announcedAt, postponedAt, rescheduledAt, heldAt, cancelledAt } = row;
  const isOurs = canManage(officer, { id: row.agencyId, provinceId: row.provinceId });
  return {
    ...{ id, subject, kind, cadence, startsAt, endsAt, zone, venue, spokespersonName },
    ...{ agencyName, agencyNameEn, provinceType, provinceName, provinceNameEn },
    ...{ scheduledAt, announcedAt, postponedAt, rescheduledAt, heldAt, cancelledAt },
    isOurs,
    mayMove: isOurs && whyNotChange(row, now) === undefined,
  };
}

/** A day of the calendar that is not as its weekday says: a holiday, or a weekend day worked in exchange. */
export interface NamedDay {
  day: Day;
  name: string;
  works: boolean;
}

/** Which of some days are off, and which of them have a name. */
export async function daysOfSpan(
  db: Db,
  span: Pick<CalendarSpan, "from" | "until">,
): Promise<{ off: Day[]; named: NamedDay[] }> {
  const calendar = await workCalendar(db);
  const off = daysIn(span).flatMap((day) => calendar.offOn(day) ?? []);
  const holidays = off.filter((one): one is DayOff & { name: string } => one.name !== null);
  const worked = daysIn(span).flatMap((day) => {
    const name = calendar.workedOn(day);
    return name === undefined ? [] : { day, name, works: true };
  });
  return {
    off: off.map(({ day }) => day),
    named: [...holidays.map(({ day, name }) => ({ day, name, works: false })), ...worked].toSorted(
      (a, b) => a.day.localeCompare(b.day),
    ),
  };
}

/** Whose calendar may be asked for by name: who speaks for the agency now, and whoever was chosen to speak at one of our meetings. */
export async function speakersToShow(db: Db, officer: Officer, now: Moment) {
  const [speakers, chosen] = await Promise.all([
    officer.agencyId ? speakersOf(db, { id: officer.agencyId }, now) : [],
    meetingsOfAgencies(db)
      .innerJoin("person", (join) => join.on((eb) => speaks(eb as never, eb.ref("person.id"))))
      .where(withinReach(officer))
      .clearSelect()
      .select(["person.id as personId", "person.name"])
      .distinct()
      .execute(),
  ]);
  const people = [...speakers, ...chosen].map(({ personId, name }) => ({ personId, name }));
  return [...new Map(people.map((one) => [one.personId, one])).values()].toSorted(byGivenName);
}
