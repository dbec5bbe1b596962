import { Feed } from "feed";
import { dayOf } from "#app/clock.ts";
import { timeSpan } from "#app/i18n/dates.ts";
import { paths } from "#app/paths.ts";
import type { Db, Moment } from "#db/tables.ts";
import { phaseOf } from "../meetings/meeting.ts";
import { asHtml } from "../publishing/as-html.ts";
import {
  type MeetingTold,
  meetingsTold,
  rulesOf,
  type Whose,
  windowOpens,
} from "./meeting-rows.server.ts";
import {
  addressOf,
  agencyOf,
  placeOf,
  publicEvent,
  publicEvents,
  type Teller,
  titleOf,
} from "./public-events.ts";
import { publishedCalendar } from "./published-calendar.server.ts";

export const FORMATS = ["ics", "atom"] as const;
export type Format = (typeof FORMATS)[number];

/** A feed that is asked for: whose meetings, what it is called, and where people read the same. */
export interface FeedAsked extends Whose {
  name: string;
  format: Format;
}

export interface FeedWritten {
  body: string;
  changedAt: Moment;
}

interface Kept extends FeedWritten {
  number: number; // of the meetings' revision
  day: string;
}

const kept = new WeakMap<Db, Map<string, Kept>>();
const MOST_KEPT = 50;

/** The number that every change of what the public's calendars show raises, and nothing else. */
async function meetingRevision(db: Db): Promise<number> {
  const row = await db.selectFrom("meetingRevision").select("number").executeTakeFirstOrThrow();
  return row.number;
}

/** A feed as its readers get it. It is written when something of the meetings has changed or a day has begun, and kept until then. */
export async function meetingFeed(
  db: Db,
  asked: FeedAsked,
  teller: Teller,
  now: Moment,
): Promise<FeedWritten> {
  const feeds = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, feeds);
  const key = JSON.stringify([asked, teller.origin, teller.language]);
  const mark = { number: await meetingRevision(db), day: dayOf(now) };
  const known = feeds.get(key);
  if (known && known.number === mark.number && known.day === mark.day) return known;
  const feed = { ...(await writeFeed(db, asked, teller, now)), ...mark };
  feeds.delete(key);
  feeds.set(key, feed);
  // The feed that was written longest ago goes first.
  if (feeds.size > MOST_KEPT) feeds.delete(feeds.keys().next().value ?? "");
  return feed;
}

/** Writes a feed from the books. */
export async function writeFeed(
  db: Db,
  asked: FeedAsked,
  teller: Teller,
  now: Moment,
): Promise<FeedWritten> {
  const meetings = await meetingsTold(db, asked, now);
  const changedAt = await changeOf(db, meetings, now);
  if (asked.format === "atom")
    return { body: atomOf(meetings, asked, teller, changedAt), changedAt };
  const whose = { agency: asked.agencyId, province: asked.provinceCode };
  const body = publishedCalendar({
    name: asked.name,
    description: teller.words.calendars.description,
    source: addressOf(teller, paths.meetingFeed(whose, "ics")),
    page: addressOf(teller, paths.meetings(whose)),
    changedAt,
    events: publicEvents(meetings, await rulesOf(db, meetings), teller),
  });
  return { body, changedAt };
}

/** Deeds by which a feed may become another though none of its meetings did. */
const BEYOND = [
  "agency.renamed",
  "agency.corrected",
  "agency.closed",
  "meeting.moved",
  "demo.removed",
];

async function changeOf(db: Db, meetings: MeetingTold[], now: Moment): Promise<Moment> {
  const beyond = await db
    .selectFrom("audit")
    .select(({ fn }) => fn.max("at").as("at"))
    .where("act", "in", BEYOND)
    .executeTakeFirst();
  return [windowOpens(now), beyond?.at, ...meetings.map((one) => one.changedAt)]
    .filter((moment) => !!moment)
    .toSorted()
    .at(-1) as Moment;
}

/** One meeting as a calendar file; undefined when the public may not know of it. */
export function meetingCalendar(meeting: MeetingTold, teller: Teller): string {
  return publishedCalendar({
    name: titleOf(meeting, teller.words),
    description: teller.words.calendars.description,
    source: addressOf(teller, paths.meetingCalendar(meeting)),
    page: addressOf(teller, paths.meeting(meeting)),
    changedAt: meeting.changedAt,
    events: [publicEvent(meeting, teller)],
  });
}

const NEWEST = 50;

/** What became of meetings lately, newest first (Atom, RFC 4287): announced, moved, put off, called off, held. */
function atomOf(
  meetings: MeetingTold[],
  asked: FeedAsked,
  teller: Teller,
  changedAt: Moment,
): string {
  const { words, language, origin } = teller;
  const whose = { agency: asked.agencyId, province: asked.provinceCode };
  const page = addressOf(teller, paths.meetings(whose));
  const feed = new Feed({
    id: page,
    title: asked.name,
    description: words.calendars.description,
    link: page,
    language,
    updated: new Date(changedAt),
    generator: false,
    author: { name: words.common.product, link: origin },
    copyright: words.common.product,
    feedLinks: { atom: addressOf(teller, paths.meetingFeed(whose, "atom")) },
  });
  const newest = meetings
    .toSorted((one, other) =>
      one.changedAt === other.changedAt
        ? one.id.localeCompare(other.id)
        : other.changedAt.localeCompare(one.changedAt),
    )
    .slice(0, NEWEST);
  for (const meeting of newest) {
    const phase = phaseOf(meeting);
    const state = phase === "draft" || phase === "scheduled" ? "announced" : phase;
    const reason = meeting.cancelReason ?? meeting.postponeReason ?? meeting.rescheduleReason;
    const when = timeSpan(meeting, language);
    feed.addItem({
      id: tagOf(origin, meeting),
      title: asHtml(`${words.calendars.states[state]}: ${titleOf(meeting, words)}`),
      link: addressOf(teller, paths.meeting(meeting)),
      description: asHtml(
        [
          agencyOf(meeting, language),
          words.calendars.feedSentence(when, placeOf(meeting, words)),
          reason && words.calendars.reason(reason),
        ]
          .filter(Boolean)
          .join(". "),
      ),
      date: new Date(meeting.changedAt),
      published: new Date(meeting.announcedAt ?? meeting.createdAt),
    });
  }
  return feed.atom1();
}

/** A name for ever and everywhere (RFC 4151), by this house's host and the day on which the meeting was planned. */
function tagOf(origin: string, { id, createdAt }: MeetingTold): string {
  return `tag:${new URL(origin).hostname},${createdAt.slice(0, 10)}:meetings/${id}`;
}
