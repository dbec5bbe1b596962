import { randomUUID } from "node:crypto";
import { later, localTime, readLocalTime } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { workCalendar } from "../policies/due.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { usualAnswerBy } from "./answer-by.ts";
import { type Meeting, type MeetingDetails, whyNotMove } from "./meeting.ts";
import {
  announceMeeting,
  meetingsOfAgencies,
  planMeeting,
  scheduleMeeting,
} from "./meetings.server.ts";
import { datesOf } from "./recurrence.ts";
import { type Beginning, hourOn, ruleIn, type SeriesRule } from "./series-rule.ts";

export interface SeriesPlan {
  rule: SeriesRule;
  days: Day[]; // of the rule's, those that are wanted
  details: Omit<MeetingDetails, "startsAt" | "endsAt">;
  as: Beginning;
  answerTime?: string; // answers are asked for by this clock time of the working day before each; left out: by none
}

export type SeriesOutcome =
  | { ok: true; id: string; meetings: number; withoutSpeaker: Day[] }
  | { ok: false; reason: "no-dates" | "dates-changed" | "in-the-past" };

/**
 * Plans the meetings of a series, one for each day, all or none. On a day on which the chosen spokesperson may not
 * speak, nobody is chosen yet. Refused: `no-dates`, `in-the-past`, or `dates-changed` when the rule no longer gives
 * one of the days (the table of holidays is another one since).
 */
export async function planSeries(
  db: Db,
  agency: { id: string },
  { rule, days, details, as, answerTime }: SeriesPlan,
  signed: Signature,
): Promise<SeriesOutcome> {
  if (days.length === 0) return { ok: false, reason: "no-dates" };
  return allOrNothing<SeriesOutcome>(db, async (trx) => {
    const calendar = await workCalendar(trx);
    const given = new Set(datesOf(rule, calendar).map(({ day }) => day));
    if (!days.every((day) => given.has(day))) return { ok: false, reason: "dates-changed" };

    const id = randomUUID();
    await trx
      .insertInto("meetingSeries")
      .values({
        ...{ id, agencyId: agency.id, rule: JSON.stringify(rule) },
        ...{ createdAt: signed.at, createdBy: signed.by.id },
      })
      .execute();
    const withoutSpeaker: Day[] = [];
    for (const day of [...new Set(days)].toSorted()) {
      const startsAt = readLocalTime(hourOn(day, rule), details.zone);
      if (!startsAt || startsAt <= signed.at) return { ok: false, reason: "in-the-past" };
      const endsAt = later(startsAt, { minutes: rule.minutes });
      const speaks = await maySpeak(trx, agency, details.spokespersonId, startsAt);
      if (!speaks) withoutSpeaker.push(day);
      const spokespersonId = speaks ? details.spokespersonId : null;
      const answerBy = answerTime
        ? usualAnswerBy({ startsAt, zone: details.zone }, answerTime, calendar)
        : null;
      const wanted = { ...details, startsAt, endsAt, spokespersonId, answerBy };
      const planned = await planMeeting(trx, agency, wanted, signed);
      if (!planned.ok) throw new Error(`A date of the series was refused: ${planned.reason}`);
      await trx
        .updateTable("meeting")
        .set({ seriesId: id, seriesDay: day })
        .where("id", "=", planned.id)
        .execute();
      if (as === "scheduled") await scheduleMeeting(trx, planned, signed);
      if (as === "announced") await announceMeeting(trx, planned, signed);
    }
    const meetings = new Set(days).size;
    const particulars = { subject: details.subject, meetings };
    const about = { about: { id }, agencyId: agency.id };
    await record(trx, signed, { act: "series.planned", ...about, particulars });
    return { ok: true, id, meetings, withoutSpeaker };
  });
}

/** Whether a person, if one is chosen, may speak for an agency at a moment. */
export async function maySpeak(
  db: Db,
  agency: { id: string },
  personId: string | null | undefined,
  at: Moment,
): Promise<boolean> {
  if (!personId) return true;
  return (await speakersOf(db, agency, at)).some((one) => one.personId === personId);
}

/** Announces those of a series that are not yet and whose hour has not come. */
export async function announceSeries(db: Db, series: { id: string }, signed: Signature) {
  return allOrNothing(db, async (trx) => {
    const meetings = (await meetingsOfSeries(trx, series.id)).filter(
      (meeting) => !whyNotMove(meeting, "announced", signed.at),
    );
    for (const meeting of meetings) await announceMeeting(trx, meeting, signed);
    const [first] = meetings;
    if (first) {
      const { agencyId, subject } = first;
      const particulars = { subject, meetings: meetings.length };
      await record(trx, signed, { act: "series.announced", about: series, agencyId, particulars });
    }
    return { ok: true as const, announced: meetings.length };
  });
}

/** A series with its agency, if it is this officer's to work for. */
export async function findSeriesFor(db: Db, officer: Officer, id: string) {
  const row = await seriesOfAgencies(db)
    .where("meetingSeries.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
  return row && { ...row, rule: ruleIn(row) };
}

/** The series that an officer works for, those that end last first, each with how many of its meetings are to come. */
export async function listSeriesFor(db: Db, officer: Officer, now: string) {
  const rows = await seriesOfAgencies(db).where(withinReach(officer)).execute();
  const meetings = await db
    .selectFrom("meeting")
    .select(["seriesId", "subject", "startsAt", "cancelledAt", "heldAt"])
    .where(
      "seriesId",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("seriesDay")
    .execute();
  return rows
    .map((row) => {
      const own = meetings.filter(({ seriesId }) => seriesId === row.id);
      const toCome = own.filter((one) => one.startsAt > now && !one.cancelledAt && !one.heldAt);
      const subject = (toCome[0] ?? own.at(-1))?.subject ?? "";
      const next = toCome.map(({ startsAt }) => startsAt).toSorted()[0] ?? null;
      return {
        ...row,
        rule: ruleIn(row),
        subject,
        toCome: toCome.length,
        meetings: own.length,
        next,
      };
    })
    .toSorted((one, other) => (one.rule.until < other.rule.until ? 1 : -1));
}

function seriesOfAgencies(db: Db) {
  return db
    .selectFrom("meetingSeries")
    .innerJoin("agency", "agency.id", "meetingSeries.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("meetingSeries")
    .select((eb) => [
      "agency.name as agencyName",
      "agency.nameEn as agencyNameEn",
      eb.fn.coalesce("area.partOf", "area.id").as("provinceId"),
    ]);
}

/** The meetings of a series by the dates that it gave them, whatever became of them. */
export async function meetingsOfSeries(db: Db, id: string) {
  return meetingsOfAgencies(db)
    .where("meeting.seriesId", "=", id)
    .orderBy("meeting.seriesDay")
    .orderBy("meeting.id")
    .execute();
}

/** The day that a meeting is on, by its own clock. */
export function dayOfMeeting({ startsAt, zone }: Pick<Meeting, "startsAt" | "zone">): Day {
  return localTime(startsAt, zone).slice(0, 10);
}
