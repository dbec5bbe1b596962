import { HOME_ZONE, later, readLocalTime } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { workCalendar } from "../policies/due.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { type Clash, clashesOf } from "./clashes.server.ts";
import { datesOf, type RecurrenceDate } from "./recurrence.ts";
import { hourOn, type SeriesRule } from "./series-rule.ts";
import { type SpeakerChoice, speakerChoices } from "./speaker-choice.ts";

/** A date that a rule gives, with what an officer must know of it before taking it. */
export interface DateOffered extends RecurrenceDate {
  isPast: boolean;
  speakers: SpeakerChoice[]; // who may speak at that hour
  clashes: Clash[];
}

/** The dates that a rule gives an agency's meetings: what was moved and why, who may speak, what else is at that hour. */
export async function datesOffered(
  db: Db,
  agency: { id: string; provinceId: string },
  rule: SeriesRule,
  now: Moment,
): Promise<DateOffered[]> {
  const dates = datesOf(rule, await workCalendar(db));
  const slots = dates.map(({ day, nominal }) => {
    const startsAt = readLocalTime(hourOn(day ?? nominal, rule), HOME_ZONE) ?? now;
    return { startsAt, endsAt: later(startsAt, { minutes: rule.minutes }) };
  });
  const [clashes, speakers] = await Promise.all([
    clashesOf(db, agency, slots),
    Promise.all(slots.map(({ startsAt }) => speakersOf(db, agency, startsAt))),
  ]);
  return dates.map((date, i) => ({
    ...date,
    isPast: (slots[i]?.startsAt ?? now) <= now,
    speakers: date.day ? speakerChoices(speakers[i] ?? []) : [],
    clashes: date.day ? (clashes[i] ?? []) : [],
  }));
}

/** The years of these days of which the table of holidays knows nothing: only weekends are off in them. */
export async function yearsUnknown(db: Db, days: Day[]): Promise<number[]> {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const rows = await db.selectFrom("holiday").select("day").where("kind", "=", "off").execute();
  const known = new Set(rows.map(({ day }) => day.slice(0, 4)));
  return years.filter((year) => !known.has(year)).map(Number);
}
