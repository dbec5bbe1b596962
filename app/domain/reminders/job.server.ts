import { later } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import { eachByItself } from "#db/each-by-itself.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import { post } from "../mail/outbox.server.ts";
import { isQuiet } from "../mail/quiet.ts";
import { isExpected } from "../meetings/meeting.ts";
import {
  findMeeting,
  type MeetingOfAgency,
  meetingsOfAgencies,
  takeInHand,
} from "../meetings/meetings.server.ts";
import { doorsKept, guestsOf, nextInLine, publishedSince } from "./guests.server.ts";
import { reminderLetter } from "./letters.server.ts";
import { type Planned, plansOf } from "./plan.ts";
import { type RuleSet, rulesFor } from "./rule.ts";
import { currentRules } from "./rules.server.ts";
import { stopsOf } from "./stops.server.ts";

/** Who signs what is written by rule. */
const REMINDERS = { id: "reminders", name: "Nhắc lịch" };

const LETTERS_AT_ONCE = 50; // in one transaction, so that others are served in between
const THANKED_DAYS = 90; // materials that come later than that are not written about

/**
 * Puts into the outbox every reminder that is due, of every meeting, each once: a letter is its invitation, its rule
 * and the meeting's revision, and the outbox has none of them twice, whoever else looks at the same time or fell
 * down in between. Nothing is written in the quiet hours, and a meeting that fails holds up none of the others.
 * Returns how many letters were posted.
 */
export async function remindDue(db: Db, now: Moment): Promise<number> {
  const [sets, meetings] = [await currentRules(db), await openMeetings(db, now)];
  const [stops, published] = await surroundingsOf(db, meetings, now);
  let posted = 0;
  await eachByItself(meetings, async (meeting) => {
    const set = rulesFor(sets, meeting);
    if (!set || isQuiet(now, set, meeting.zone)) return;
    const around = {
      publishedAt: published.get(meeting.id) ?? null,
      stops: stops.filter(({ meetingId }) => meetingId === meeting.id),
    };
    for (const plan of plansOf(meeting, set, around).filter((one) => isDue(one, now)))
      posted += await remind(db, meeting, set, plan, now);
  });
  return posted;
}

/** Whether its moment has come and it is still of use: what a stopped machine missed is made good for. */
export function isDue({ at, useUntil, dropped }: Planned, now: Moment): boolean {
  return !dropped && at !== null && at <= now && useUntil !== null && now < useUntil;
}

/** The meetings that anything can be written of: those to come that the public knows of, and those held lately. */
async function openMeetings(db: Db, now: Moment): Promise<MeetingOfAgency[]> {
  const lately = later(now, { days: -THANKED_DAYS });
  return meetingsOfAgencies(db)
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.postponedAt", "is", null)
    .where("meeting.announcedAt", "is not", null)
    .where(({ eb, or, and }) =>
      or([
        and([eb("meeting.heldAt", "is", null), eb("meeting.startsAt", ">", now)]),
        and([eb("meeting.heldAt", "is not", null), eb("meeting.endsAt", ">", lately)]),
      ]),
    )
    .orderBy("meeting.startsAt")
    .execute();
}

async function surroundingsOf(db: Db, meetings: MeetingOfAgency[], now: Moment) {
  if (meetings.length === 0) return [[], new Map<string, Moment>()] as const;
  const ids = meetings.map(({ id }) => id);
  const held = meetings.filter(({ heldAt }) => heldAt).map(({ id }) => id);
  return [await stopsOf(db, ids), await publishedSince(db, held, now)] as const;
}

/** Writes one rule's letters for a meeting, some at a time; each time the meeting is looked at anew. */
async function remind(
  db: Db,
  meeting: MeetingOfAgency,
  set: RuleSet,
  plan: Planned,
  now: Moment,
): Promise<number> {
  let posted = 0;
  // Most looks find nobody: then the meeting is not taken from anybody's hands.
  while ((await unwritten(db, meeting, plan, 1)).length > 0) {
    const some = await remindSome(db, { meeting, set, plan }, now);
    posted += some;
    if (some < LETTERS_AT_ONCE) break;
  }
  return posted;
}

/** Some of the invitations that a rule is meant for and has not written to at this revision of the meeting. */
async function unwritten(db: Db, meeting: MeetingOfAgency, plan: Planned, limit: number) {
  const isDoorKept = plan.rule === "thanks" && (await doorsKept(db, [meeting.id])).has(meeting.id);
  return nextInLine(db, meeting, plan, { isDoorKept, limit });
}

async function remindSome(
  db: Db,
  { meeting, set, plan }: { meeting: MeetingOfAgency; set: RuleSet; plan: Planned },
  now: Moment,
): Promise<number> {
  return allOrNothing(db, async (trx) => {
    await takeInHand(trx, meeting.id);
    const current = (await findMeeting(trx, meeting.id)) as MeetingOfAgency;
    const stands = plan.rule === "thanks" ? current.heldAt !== null : isExpected(current);
    if (!stands || current.revision !== meeting.revision) return { ok: true, posted: 0 } as const;
    const stops = await stopsOf(trx, [meeting.id]);
    const around = { publishedAt: plan.counted, stops };
    const stopped = plansOf(current, set, around).some(
      ({ rule, dropped }) => rule === plan.rule && dropped === "stopped",
    );
    if (stopped) return { ok: true, posted: 0 } as const;

    const ids = await unwritten(trx, current, plan, LETTERS_AT_ONCE);
    if (ids.length === 0) return { ok: true, posted: 0 } as const;
    const expiresAt = plan.useUntil as Moment;
    const letters = (await guestsOf(trx, [meeting.id], ids)).map((guest) =>
      reminderLetter(current, guest, { rule: plan.rule, expiresAt, quiet: set }),
    );
    await post(trx, letters, now);
    const { id, agencyId, subject } = current;
    const particulars = { subject, rule: plan.rule, letters: letters.length };
    const signed = { by: REMINDERS, at: now };
    await record(trx, signed, { act: "reminders.sent", about: { id }, agencyId, particulars });
    return { ok: true, posted: letters.length } as const;
  }).then(({ posted }) => posted);
}
