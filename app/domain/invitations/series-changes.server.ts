import { daysAfter, later, localTime, readLocalTime } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  answerByAt,
  type Detail,
  differenceOf,
  isExpected,
  isRescheduled,
  type Meeting,
  type MeetingDetails,
  ownDetailsOf,
  phaseOf,
  TIMES,
  whyNotChange,
  whyNotMove,
} from "../meetings/meeting.ts";
import { movedFrom } from "../meetings/recurrence.ts";
import { dayOfMeeting, maySpeak, meetingsOfSeries } from "../meetings/series.server.ts";
import { ruleIn } from "../meetings/series-rule.ts";
import type { DayOff, WorkCalendar } from "../policies/calendar.ts";
import { workCalendar } from "../policies/due.server.ts";
import {
  type CallOffOutcome,
  type Change,
  type ChangeOutcome,
  cancelMeeting,
  changeMeeting,
} from "./changes.server.ts";
import { toldOfCallingOff, toldOfChanges } from "./invitees.server.ts";
import type { Scope } from "./series-scope.ts";

type Wide = Exclude<Scope, "one">;

/** A meeting of a series that a change would reach, and what it would become. */
export interface Touched {
  meeting: Meeting;
  details: MeetingDetails;
  changed: Detail[];
  moves: boolean; // to another time, of which the public was told
  keeps: Detail[]; // what was changed for it alone and stays
  off: DayOff | null; // why it is moved further than the others
  speaker: "same" | "kept" | "none"; // kept, or none: who was chosen may not speak then
  letters: number;
}

/**
 * What a change of one meeting does to the others of its series: those that come after it by their dates, or all.
 * Whatever was changed for one alone stays; clock times are set, and days moved by as many days, then off days
 * as the series has it. Meetings that have begun, were held, put off or called off are never touched.
 */
export async function reachOf(
  db: Db,
  edited: Meeting,
  details: MeetingDetails,
  scope: Wide,
  at: Moment,
  how: { tell?: boolean } = {},
): Promise<Touched[]> {
  const series = await seriesOf(db, edited);
  const calendar = await workCalendar(db);
  const touched: Touched[] = [];
  for (const meeting of await meetingsOfSeries(db, series.id)) {
    const isEdited = meeting.id === edited.id;
    if (!isEdited && (!isOpen(meeting, at) || isBefore(meeting, edited, scope))) continue;
    const { off, ...made } = isEdited
      ? { details, keeps: [], off: null }
      : becomes(meeting, { edited, details }, { way: series.rule.dayOff, calendar });
    const who = isEdited
      ? { details, speaker: "same" as const }
      : await withSpeaker(db, meeting, made.details);
    const { changed, mailed } = differenceOf(meeting, who.details, how);
    const moves = isRescheduled(meeting, who.details);
    if (changed.length === 0 && !moves) continue;
    const tells = moves || (mailed.length > 0 && isExpected(meeting));
    const letters = tells ? (await toldOfChanges(db, meeting.id)).length : 0;
    touched.push({ meeting, ...who, changed, moves, keeps: made.keeps, off, letters });
  }
  return touched;
}

const isOpen = (meeting: Meeting, at: Moment) =>
  !whyNotChange(meeting, at) && phaseOf(meeting) !== "postponed";

const isBefore = (meeting: Meeting, edited: Meeting, scope: Wide) =>
  scope === "following" && (meeting.seriesDay ?? "") < (edited.seriesDay ?? "");

async function seriesOf(db: Db, { seriesId }: Meeting) {
  const series = await db
    .selectFrom("meetingSeries")
    .selectAll()
    .where("id", "=", seriesId ?? "")
    .executeTakeFirstOrThrow();
  return { ...series, rule: ruleIn(series) };
}

/** What another meeting of the series becomes by the change of one. */
function becomes(
  meeting: Meeting,
  { edited, details }: { edited: Meeting; details: MeetingDetails },
  { way, calendar }: { way: ReturnType<typeof ruleIn>["dayOff"]; calendar: WorkCalendar },
): { details: MeetingDetails; keeps: Detail[]; off: DayOff | null } {
  const { changed, moves } = differenceOf(edited, details);
  const own = ownDetailsOf(meeting);
  const ownTimes = own.some((detail) => TIMES.includes(detail));
  const isKept = (detail: Detail) =>
    TIMES.includes(detail) || detail === "zone" ? ownTimes : own.includes(detail);
  const taken = changed.filter(
    (detail) => !TIMES.includes(detail) && detail !== "answerBy" && !isKept(detail),
  );
  const same = {
    ...detailsOf(meeting, details),
    ...Object.fromEntries(taken.map((detail) => [detail, details[detail]])),
  };
  const keeps = changed.filter(isKept);
  const answering = changed.includes("answerBy") && !isKept("answerBy") ? details : meeting;
  const answered = (made: MeetingDetails) => ({
    ...made,
    answerBy: answerByAt(answering, made.startsAt),
  });
  if (!moves || ownTimes) return { details: answered(same), keeps, off: null };

  const shift = daysBetween(dayOfMeeting(edited), dayOfMeeting(details));
  const shifted = daysAfter(dayOfMeeting(meeting), shift);
  const off = shift === 0 ? undefined : calendar.offOn(shifted);
  const day = (off && movedFrom(shifted, way, calendar)) || shifted;
  const made = answered({ ...same, ...timesOn(day, same.zone, details) });
  return { details: made, keeps, off: off ?? null };
}

/** The meeting's own details, and nothing else of it. */
function detailsOf(meeting: Meeting, like: MeetingDetails): MeetingDetails {
  const keys = Object.keys(like) as Detail[];
  return Object.fromEntries(keys.map((key) => [key, meeting[key]])) as unknown as MeetingDetails;
}

/** The same clock time on another day, for as long. */
function timesOn(day: Day, zone: string, { startsAt, endsAt, zone: written }: MeetingDetails) {
  const clock = localTime(startsAt, written).slice(11);
  const begins = readLocalTime(`${day}T${clock}`, zone) ?? startsAt;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return { startsAt: begins, endsAt: later(begins, { minutes }) };
}

function daysBetween(one: Day, other: Day): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}

/** Who speaks then: who is to, else who was, else nobody yet. */
async function withSpeaker(db: Db, meeting: Meeting, details: MeetingDetails) {
  const agency = { id: meeting.agencyId };
  const { spokespersonId, startsAt } = details;
  if (await maySpeak(db, agency, spokespersonId, startsAt))
    return { details, speaker: "same" as const };
  const before = meeting.spokespersonId;
  if (before !== spokespersonId && (await maySpeak(db, agency, before, startsAt)))
    return { details: { ...details, spokespersonId: before }, speaker: "kept" as const };
  return { details: { ...details, spokespersonId: null }, speaker: "none" as const };
}

export type SeriesChangeOutcome =
  | { ok: true; meetings: number; letters: number }
  | { ok: false; reason: Extract<ChangeOutcome, { ok: false }>["reason"]; meeting: Meeting };

/**
 * Changes one meeting of a series and the others that `reachOf` names, each as by itself, with letters to its own
 * invitees; all of them or none. Refused as `changeMeeting`, with the meeting that cannot be.
 */
export async function changeSeries(
  db: Db,
  edited: Meeting,
  details: MeetingDetails,
  { scope, reason, edition, tell }: Pick<Change, "reason" | "edition" | "tell"> & { scope: Wide },
  signed: Signature,
): Promise<SeriesChangeOutcome> {
  return allOrNothing<SeriesChangeOutcome>(db, async (trx) => {
    const touched = await reachOf(trx, edited, details, scope, signed.at, { tell });
    let letters = 0;
    for (const { meeting, details: become } of touched) {
      const seen = meeting.id === edited.id ? edition : undefined;
      const change = { reason, edition: seen, tell, withSeries: true };
      const changed = await changeMeeting(trx, meeting, become, signed, change);
      if (!changed.ok) return { ok: false, reason: changed.reason, meeting };
      letters += changed.letters;
    }
    const { changed } = differenceOf(edited, details);
    const particulars = { subject: details.subject, meetings: touched.length, changed };
    const about = { about: { id: edited.seriesId ?? "" }, agencyId: edited.agencyId };
    await record(trx, signed, { act: "series.changed", ...about, particulars });
    return { ok: true, meetings: touched.length, letters };
  });
}

/** The meetings of a series from one of its dates on that can be called off, each with how many are written to. */
export async function cancellableFrom(db: Db, series: { id: string }, from: Day, at: Moment) {
  const meetings = (await meetingsOfSeries(db, series.id)).filter(
    (meeting) =>
      (meeting.seriesDay ?? "") >= from &&
      !whyNotMove(meeting, "cancelled", at) &&
      (meeting.startsAt > at || meeting.postponedAt !== null),
  );
  return Promise.all(
    meetings.map(async (meeting) => ({
      meeting,
      letters: (await toldOfCallingOff(db, meeting.id)).length,
    })),
  );
}

/**
 * Calls off what is left of a series from one of its dates on, each meeting with the reason and a letter to everybody
 * invited to it; all of them or none. What has begun, was held or called off before stays as it is.
 */
export async function cancelSeries(
  db: Db,
  series: { id: string; agencyId: string },
  { from, reason }: { from: Day; reason: string },
  signed: Signature,
): Promise<
  { ok: true; meetings: number; letters: number } | Extract<CallOffOutcome, { ok: false }>
> {
  return allOrNothing(db, async (trx) => {
    const meetings = await cancellableFrom(trx, series, from, signed.at);
    let letters = 0;
    for (const { meeting } of meetings) {
      const cancelled = await cancelMeeting(trx, meeting, reason, signed);
      if (!cancelled.ok) return cancelled;
      letters += cancelled.letters;
    }
    const subject = meetings[0]?.meeting.subject ?? "";
    const particulars = { subject, meetings: meetings.length, reason };
    const about = { about: { id: series.id }, agencyId: series.agencyId };
    await record(trx, signed, { act: "series.cancelled", ...about, particulars });
    return { ok: true as const, meetings: meetings.length, letters };
  });
}
