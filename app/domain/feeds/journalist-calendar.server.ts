import { randomBytes, randomUUID } from "node:crypto";
import { paths } from "#app/paths.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import { byInvitation, type Signature } from "../audit/entry.ts";
import { calendarTextsOf, organizerOf } from "../invitations/letters.server.ts";
import { phaseOf } from "../meetings/meeting.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "../meetings/meetings.server.ts";
import { windowOpens } from "./meeting-rows.server.ts";
import { addressOf, type Teller } from "./public-events.ts";
import { type PublishedEvent, publishedCalendar } from "./published-calendar.server.ts";

/** Whoever holds the link of one of their invitations, or is in their own room, opens and closes a journalist's calendar. */
type Holder = Pick<Row<"invitation">, "journalistId"> & {
  id?: string; // of the invitation
  name: string;
};

/** The calendar of a journalist's own invitations that is open, if one is. */
export function findOpenCalendar(db: Db, { journalistId }: Pick<Holder, "journalistId">) {
  return db
    .selectFrom("journalistCalendar")
    .selectAll()
    .where("journalistId", "=", journalistId)
    .where("closedAt", "is", null)
    .executeTakeFirst();
}

/** Opens a calendar under a new secret address; the one before it answers no more. */
export async function openCalendar(db: Db, holder: Holder, at: Moment) {
  return allOrNothing(db, async (trx) => {
    await close(trx, holder, at);
    const { journalistId } = holder;
    const token = randomBytes(24).toString("base64url");
    await trx
      .insertInto("journalistCalendar")
      .values({ id: randomUUID(), journalistId, token, openedAt: at, closedAt: null })
      .execute();
    await record(trx, signedBy(holder, at), {
      ...{ act: "journalist-calendar.opened", about: { id: journalistId } },
      particulars: { name: holder.name },
    });
    return { ok: true as const, token };
  });
}

/** Closes a journalist's calendar for good: its address answers no more. */
export async function closeCalendar(db: Db, holder: Holder, at: Moment) {
  return allOrNothing(db, async (trx) => {
    const closed = await close(trx, holder, at);
    if (closed)
      await record(trx, signedBy(holder, at), {
        ...{ act: "journalist-calendar.closed", about: { id: holder.journalistId } },
        particulars: { name: holder.name },
      });
    return { ok: true as const, closed };
  });
}

async function close(trx: Db, { journalistId }: Holder, at: Moment): Promise<boolean> {
  // The journalist's row is taken in hand: two who open at once do so one after the other.
  await trx
    .updateTable("journalist")
    .set((eb) => ({ name: eb.ref("name") }))
    .where("id", "=", journalistId)
    .execute();
  const { numUpdatedRows } = await trx
    .updateTable("journalistCalendar")
    .set({ closedAt: at })
    .where("journalistId", "=", journalistId)
    .where("closedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function signedBy(holder: Holder, at: Moment): Signature {
  const { id, journalistId, name } = holder;
  return { by: id ? byInvitation({ id, name }) : { id: `journalist:${journalistId}`, name }, at };
}

const TOKEN = /^[\w-]{16,100}$/;

/**
 * The invitations of the journalist whose secret address a token is, as a calendar: this year's, last year's and all
 * to come. Undefined for an address that is none, or no more.
 */
export async function journalistCalendar(
  db: Db,
  token: string,
  teller: Teller,
  now: Moment,
): Promise<{ body: string; changedAt: Moment } | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const owner = await db
    .selectFrom("journalistCalendar")
    .innerJoin("journalist", "journalist.id", "journalistCalendar.journalistId")
    .select(["journalistCalendar.openedAt", "journalist.id", "journalist.name"])
    .where("journalistCalendar.token", "=", token)
    .where("journalistCalendar.closedAt", "is", null)
    .executeTakeFirst();
  if (!owner) return undefined;
  const rows = await meetingsOfAgencies(db)
    .innerJoin("invitation", "invitation.meetingId", "meeting.id")
    .select(["invitation.id as invitationId", "invitation.token", "invitation.reply"])
    .select("invitation.organizer")
    .select(["invitation.repliedAt", "invitation.invitedAt"])
    .where("invitation.journalistId", "=", owner.id)
    .where("meeting.startsAt", ">=", windowOpens(now))
    .orderBy("meeting.startsAt")
    .orderBy("invitation.id")
    .execute();
  const changedAt = rows
    .flatMap(({ revisedAt, repliedAt, invitedAt }) => [revisedAt, repliedAt, invitedAt])
    .concat(owner.openedAt, windowOpens(now))
    .filter((moment) => !!moment)
    .toSorted()
    .at(-1) as Moment;
  const body = publishedCalendar({
    name: teller.words.calendars.names.own(owner.name),
    description: teller.words.calendars.ownDescription,
    source: addressOf(teller, paths.journalistCalendar({ token })),
    page: addressOf(teller, paths.meetings()),
    changedAt,
    events: rows.map((row) => ownEvent(row, teller)),
  });
  return { body, changedAt };
}

type Invited = MeetingOfAgency &
  Pick<Row<"invitation">, "token" | "reply" | "organizer"> & { invitationId: string };

/**
 * As the letters of the invitation have it, but for the UID: Thunderbird looks for an invitation's event in every
 * calendar it may think it can write to, subscribed ones too, and would put what is answered there instead of into
 * its owner's own. What was answered says whether the hour is taken.
 */
function ownEvent(row: Invited, teller: Teller): PublishedEvent {
  const { language, words } = teller;
  const phase = phaseOf(row);
  const isOff = phase === "cancelled" || phase === "postponed";
  const url = addressOf(teller, paths.reply(row));
  const { summary, description, location } = calendarTextsOf(row, words, isOff ? undefined : url);
  return {
    uid: row.invitationId,
    sequence: row.revision,
    stamp: row.revisedAt,
    status: isOff ? "CANCELLED" : row.reply === null ? "TENTATIVE" : "CONFIRMED",
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    zone: row.zone,
    summary: isOff ? words.calendars.summary[phase](summary) : summary,
    description,
    location,
    url,
    onlineUrl: isOff ? null : row.onlineUrl,
    organizer: organizerOf(row, language === "en" ? row.agencyNameEn : row.agencyName),
    isFree: isOff || row.reply === "declined",
  };
}
