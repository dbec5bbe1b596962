import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import { byInvitation, type Signature } from "../audit/entry.ts";
import { hasBegun, type Meeting } from "../meetings/meeting.ts";
import {
  findMeeting,
  findMeetingFor,
  type MeetingOfAgency,
  takeInHand,
} from "../meetings/meetings.server.ts";
import { calendarOf } from "./letters.server.ts";
import { recallPlaceLetter } from "./place-letter.server.ts";
import { type Answer, brings, isHybrid, type Reply } from "./reply-form.ts";
import { type Party, partiesOf, roomOf, Seating, seatThoseWaiting } from "./seats.server.ts";

const TOKEN = /^[\w-]{16,100}$/;

/** The invitation a letter's link is the key of, with its journalist and its meeting. Nobody else is in it. */
export async function findInvitation(db: Db, token: string) {
  if (!TOKEN.test(token)) return undefined;
  const invitation = await invitationsOfJournalists(db)
    .where("invitation.token", "=", token)
    .executeTakeFirst();
  if (!invitation) return undefined;
  const meeting = (await findMeeting(db, invitation.meetingId)) as MeetingOfAgency;
  return { ...invitation, meeting };
}

export type InvitationFound = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** The invitation, if its meeting is this officer's to work for. Its token stays with the journalist. */
export async function findInvitationFor(db: Db, officer: Officer, id: string) {
  const found = await invitationsOfJournalists(db)
    .where("invitation.id", "=", id)
    .executeTakeFirst();
  const meeting = found && (await findMeetingFor(db, officer, found.meetingId));
  if (!meeting) return undefined;
  const { token, calendarUid, journalistToken, ...invitation } = found;
  return { ...invitation, meeting };
}

function invitationsOfJournalists(db: Db) {
  return db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .selectAll("invitation")
    .select([
      "journalist.name",
      "journalist.email",
      "journalist.language",
      "journalist.token as journalistToken",
      "journalist.unsubscribedAt",
      "outlet.name as outletName",
    ]);
}

/** The calendar file of an invitation as things stand: the meeting, or its cancellation. */
export function calendarFileOf({ meeting, ...invitation }: InvitationFound): string {
  const invitee = { ...invitation, invitationId: invitation.id };
  return calendarOf(
    meeting,
    invitee,
    meeting.cancelledAt || meeting.postponedAt ? "CANCEL" : "REQUEST",
  );
}

export type ReplyRefusal =
  | "unknown"
  | "cancelled"
  | "postponed"
  | "begun"
  | "changed" // since they looked
  | "ahead" // of a version that does not exist
  | "no-room"; // for more than have a seat

/** What keeps an answer from being given now. */
export function whyNotReply(
  meeting: Meeting,
  now: Moment,
): "cancelled" | "postponed" | "begun" | undefined {
  if (meeting.cancelledAt) return "cancelled";
  if (meeting.postponedAt) return "postponed";
  return hasBegun(meeting, now) ? "begun" : undefined;
}

/** `applied` counts from now on, `same` says what was said before, `older` is to a version that changed since. */
export type ReplyOutcome =
  | { ok: true; is: "applied" | "same" | "older" }
  | { ok: false; reason: ReplyRefusal };

/** By which way an answer came, and what is known of it. */
export interface Channel {
  via: "link" | "telephone" | "calendar";
  answeredRevision?: number; // of the meeting, as whoever answers knew it
  trust?: NonNullable<Row<"invitation">["replyTrust"]>; // of one that came by mail
}

/**
 * Takes a journalist's answer from the letter's link; it can be changed until the meeting begins, and the
 * last one counts. Refused: `unknown` token, or as `takeAnswer`.
 */
export async function reply(
  db: Db,
  token: string,
  answer: Answer,
  at: Signature["at"],
): Promise<ReplyOutcome> {
  const invitation = await findInvitation(db, token);
  if (!invitation) return { ok: false, reason: "unknown" };
  const channel = { via: "link", answeredRevision: answer.revision } as const;
  return takeAnswer(db, invitation, answer, { by: byInvitation(invitation), at }, channel);
}

/** Takes down an answer that a journalist gave by telephone. Refused as `reply`; `unknown` when it is not theirs to do. */
export async function recordAnswer(
  db: Db,
  officer: Officer,
  invitationId: string,
  answer: Answer,
  signed: Signature,
): Promise<ReplyOutcome> {
  const invitation = await findInvitationFor(db, officer, invitationId);
  if (!invitation) return { ok: false, reason: "unknown" };
  const channel = { via: "telephone", answeredRevision: answer.revision } as const;
  return takeAnswer(db, invitation, answer, signed, channel);
}

/**
 * Takes an answer, whichever way it came: all write the same row, and the last to arrive counts. From a calendar
 * the reply alone is known, so what else was said before stands. Whoever comes where no seat is free waits in
 * line; a seat that falls free by the answer goes to the next in line in the same transaction. An answer by
 * calendar to an `older` version is kept in the history and changes nothing. Refused, with nothing written:
 * `cancelled`, `postponed`, `begun`, `changed` since they looked, `ahead` of what was ever sent, or `no-room`
 * for more people than the party has seats.
 */
export async function takeAnswer(
  db: Db,
  { id, name, meetingId }: { id: string; name: string; meetingId: string },
  answer: Answer,
  signed: Signature,
  { via, answeredRevision, trust }: Channel,
): Promise<ReplyOutcome> {
  return allOrNothing<ReplyOutcome>(db, async (trx) => {
    const meeting = await takeInHand(trx, meetingId);
    const barred = whyNotReply(meeting, signed.at);
    if (barred) return { ok: false, reason: barred };
    const revision = answeredRevision ?? meeting.revision;
    if (revision > meeting.revision) return { ok: false, reason: "ahead" };
    const isOlder = revision < meeting.revision;
    if (isOlder && via !== "calendar") return { ok: false, reason: "changed" };

    const before = await trx
      .selectFrom("invitation")
      .select([...ANSWERED, "repliedVia", "waitingSince"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const { waitingSince, repliedVia, ...given } = before;
    const now = answerOf(meeting, answer, via === "calendar" ? given : NOTHING_SAID);
    const line = { at: signed.at, via, by: via === "telephone" ? signed.by.id : null, trust };
    if (isOlder) {
      await keepInHistory(trx, id, meeting, { ...now, ...line, revision, counted: 0 });
      return { ok: true, is: "older" };
    }
    if (isDeepStrictEqual(given, now) && repliedVia === via) return { ok: true, is: "same" };

    const seat = await seatFor(trx, meeting, { id, before, now }, signed.at);
    if (!seat) return { ok: false, reason: "no-room" };
    const channel = { repliedVia: via, repliedBy: line.by, replyTrust: trust ?? null };
    await trx
      .updateTable("invitation")
      .set({ ...now, ...channel, ...seat, repliedAt: signed.at })
      .where("id", "=", id)
      .execute();
    await keepInHistory(trx, id, meeting, { ...now, ...line, revision, counted: 1 });
    const { reply, substituteName, partySize } = now;
    await record(trx, signed, {
      act: "invitation.answered",
      about: { id },
      agencyId: meeting.agencyId,
      particulars: {
        ...{ name, reply },
        ...(substituteName && { substitute: substituteName }),
        ...(partySize > 1 && { people: partySize }),
        ...(via === "calendar" && { via }),
      },
    });
    if (!takesSeats(now)) await recallPlaceLetter(trx, { id });
    await seatThoseWaiting(trx, meeting, signed, { answering: id });
    return { ok: true, is: "applied" };
  });
}

const ANSWERED = [
  ...(["reply", "substituteName", "substitutePaper", "substitutePaperNo", "partySize"] as const),
  ...(["online", "cameras", "tripod", "live", "interpreter", "note"] as const),
] as const;
type Given = Pick<Row<"invitation">, (typeof ANSWERED)[number]>;
type Now = Given & { reply: Reply };

/** An answer of which nothing is said beside the reply. */
const NOTHING_SAID = {
  ...{ substituteName: null, substitutePaper: null, substitutePaperNo: null },
  ...{ partySize: 1, online: 0, cameras: 0, tripod: 0, live: 0, interpreter: null, note: null },
} as const satisfies Omit<Given, "reply">;

/** An answer as it is kept: who stays away needs nothing, and who comes themselves sends nobody. */
function answerOf(meeting: Meeting, answer: Answer, before: Omit<Given, "reply">): Now {
  const { reply } = answer;
  const note = answer.note ?? before.note;
  if (reply === "declined") return { ...NOTHING_SAID, reply, note };
  const isSubstitute = reply === "substitute";
  const online = answer.place ? Number(answer.place === "online") : before.online;
  const isOnline = isHybrid(meeting) ? online : Number(!meeting.venue);
  return {
    reply,
    substituteName: isSubstitute ? (answer.substituteName ?? null) : null,
    substitutePaper: isSubstitute ? (answer.substitutePaper ?? null) : null,
    substitutePaperNo: isSubstitute ? (answer.substitutePaperNo ?? null) : null,
    partySize: answer.partySize ?? before.partySize,
    online: isOnline,
    cameras: answer.cameras ?? before.cameras,
    tripod: answer.tripod === undefined ? before.tripod : Number(answer.tripod),
    live: answer.live === undefined ? before.live : Number(answer.live),
    interpreter: answer.interpreter ?? before.interpreter,
    note,
  };
}

const takesSeats = ({ reply, online }: Pick<Given, "reply" | "online">) => brings(reply) && !online;

/**
 * Where an answer leaves its giver: with the seats they have, or in line, where they keep the place they have.
 * Undefined when more come than the seats they have, and no more are free.
 */
async function seatFor(
  trx: Db,
  meeting: Meeting,
  { id, before, now }: { id: string; before: Given & { waitingSince: Moment | null }; now: Now },
  at: Moment,
): Promise<{ waitingSince: Moment | null } | undefined> {
  if (!takesSeats(now)) return { waitingSince: null };
  const hasSeats = takesSeats(before) && !before.waitingSince;
  if (hasSeats && now.partySize <= before.partySize) return { waitingSince: null };
  const parties = await partiesOf(trx, meeting);
  if (!hasSeats) return { waitingSince: before.waitingSince ?? lastInLine(parties, at) };

  const own = parties.find((party) => party.id === id);
  const seating = new Seating(await roomOf(trx, meeting), parties);
  const more = now.partySize - before.partySize;
  return more <= seating.left(own?.outletId ?? null) ? { waitingSince: null } : undefined;
}

/** Behind everybody who waits, also when several say so in the same instant. */
function lastInLine(parties: Party[], at: Moment): Moment {
  const last = parties.at(-1)?.waitingSince;
  return last && last >= at ? new Date(Date.parse(last) + 1).toISOString() : at;
}

async function keepInHistory(
  trx: Db,
  invitationId: string,
  meeting: Meeting,
  {
    reply,
    partySize,
    substituteName,
    trust = null,
    ...line
  }: Now & {
    at: Moment;
    via: Channel["via"];
    by: string | null;
    trust?: Channel["trust"] | null;
    revision: number;
    counted: number;
  },
) {
  const { at, via, by, revision, counted } = line;
  await trx
    .insertInto("invitationAnswer")
    .values({
      ...{ id: randomUUID(), invitationId, at, via, by, trust, revision, counted },
      ...{ reply, partySize, substituteName, meetingStartsAt: meeting.startsAt },
    })
    .execute();
}

/** Every answer an invitation was given, newest first. */
export function answersTo(db: Db, { id }: { id: string }): Promise<Row<"invitationAnswer">[]> {
  return db
    .selectFrom("invitationAnswer")
    .selectAll()
    .where("invitationId", "=", id)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
}
