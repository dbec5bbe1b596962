import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import { COUNTRY, type Reach } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { takeInHand } from "../meetings/meetings.server.ts";
import { findRules } from "../policies/due.server.ts";
import { numberOf } from "../policies/policy.ts";
import { lastDayKept, type Removed } from "./retention.ts";

/** A meeting that still has its guests in the books, and until which day. */
export interface MeetingWithGuests {
  id: string;
  subject: string;
  endsAt: Moment;
  keptUntil: Day;
}

/**
 * The meetings within a reach that are over and still have guests in the books, the one to lose them first at the top:
 * by today's rule of the agency that holds each. One that no rule speaks of keeps them.
 */
export async function meetingsWithGuests(
  db: Db,
  at: Moment,
  reach: Reach = COUNTRY,
): Promise<MeetingWithGuests[]> {
  const day = dayOf(at);
  const meetings = await db
    .selectFrom("meeting")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["meeting.id", "meeting.agencyId", "subject", "endsAt"])
    .select((eb) => provinceOf(eb as never).as("provinceId"))
    .where(withinReach(reach))
    .where("endsAt", "<", at)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom("invitation")
            .select("invitation.id")
            .whereRef("invitation.meetingId", "=", "meeting.id"),
        ),
        exists(
          selectFrom("attendance")
            .select("attendance.id")
            .whereRef("attendance.meetingId", "=", "meeting.id"),
        ),
      ]),
    )
    .execute();
  const rules = await findRules(
    db,
    "retention.attendance_months",
    meetings.map(({ agencyId, provinceId }) => ({
      agencyId,
      provinceId: provinceId as string,
      day,
    })),
  );
  return meetings
    .flatMap(({ id, subject, endsAt }, i) => {
      const rule = rules[i]?.held;
      return rule ? [{ id, subject, endsAt, keptUntil: lastDayKept(endsAt, numberOf(rule)) }] : [];
    })
    .toSorted((a, b) => (a.keptUntil < b.keptUntil ? -1 : 1));
}

/** Those of them whose guests have been kept long enough. */
export async function meetingsToClear(db: Db, at: Moment, reach?: Reach) {
  const day = dayOf(at);
  return (await meetingsWithGuests(db, at, reach)).filter(({ keptUntil }) => keptUntil < day);
}

/**
 * Lets go of the guests of a meeting: who was invited, what they answered, when they came, the letters to them and
 * what the log says of each. Before that it is counted by press agency, so that every figure stays what it was. What
 * was asked aloud and answered is public record: it stays, with the asker's name where that was agreed to.
 */
export async function clearGuests(trx: Db, meeting: { id: string }): Promise<Partial<Removed>> {
  await takeInHand(trx, meeting.id);
  const invitations = await trx
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["invitation.id", "reply", "partySize", "online", "waitingSince"])
    .select(["journalist.name as guest", "outlet.name as outletName"])
    .where("meetingId", "=", meeting.id)
    .execute();
  const attendances = await trx
    .selectFrom("attendance")
    .select(["id", "invitationId", "outletName", "undoneAt"])
    .where("meetingId", "=", meeting.id)
    .execute();
  if (invitations.length + attendances.length === 0) return {};

  await keepTallies(trx, meeting, invitations, attendances);
  const questions = await releaseQuestions(trx, meeting, invitations);
  let logLines = await forgetDeeds(
    trx,
    attendances.map(({ id }) => id),
  );
  for (const ids of handfuls(invitations.map(({ id }) => id))) {
    // What came in by mail about an invitation goes with it, and so does what the log says of either.
    const mails = await trx
      .selectFrom("inboundMail")
      .select("id")
      .where("invitationId", "in", ids)
      .execute();
    logLines += await forgetDeeds(trx, [...ids, ...mails.map(({ id }) => id)]);
    await trx.deleteFrom("mail").where("invitationId", "in", ids).execute();
    await trx.deleteFrom("reminderStop").where("invitationId", "in", ids).execute();
    await trx.deleteFrom("inboundMail").where("invitationId", "in", ids).execute();
    await trx.deleteFrom("invitationAnswer").where("invitationId", "in", ids).execute();
  }
  logLines += await forgetDeeds(trx, [meeting.id]);
  await trx.deleteFrom("attendance").where("meetingId", "=", meeting.id).execute();
  await trx.deleteFrom("invitation").where("meetingId", "=", meeting.id).execute();
  const gone = { invitations: invitations.length, attendances: attendances.length };
  return { meetings: 1, ...gone, questions, logLines };
}

/** Whether a meeting's guests have been let go of: only numbers of them are left. */
export async function hasLetGo(db: Db, { id }: { id: string }): Promise<boolean> {
  const tally = await db
    .selectFrom("guestTally")
    .select("meetingId")
    .where("meetingId", "=", id)
    .executeTakeFirst();
  return tally !== undefined;
}

type Tallied = Omit<Row<"guestTally">, "meetingId" | "outletName">;

const NOBODY: Tallied = {
  ...{ invited: 0, coming: 0, substitutes: 0, tentative: 0, declined: 0 },
  ...{ people: 0, online: 0, came: 0, walkIns: 0 },
};

interface Answered {
  reply: string | null;
  partySize: number;
  online: number;
  waitingSince: Moment | null;
  outletName: string | null;
}

const COUNTED_AS: Record<string, keyof Tallied> = {
  ...{ coming: "coming", substitute: "substitutes", tentative: "tentative", declined: "declined" },
};

async function keepTallies(
  trx: Db,
  { id: meetingId }: { id: string },
  invitations: Answered[],
  attendances: {
    invitationId: string | null;
    outletName: string | null;
    undoneAt: string | null;
  }[],
) {
  const tallies = new Map<string, Tallied>();
  const at = (outletName: string | null) => {
    const tally = tallies.get(outletName ?? "") ?? { ...NOBODY };
    tallies.set(outletName ?? "", tally);
    return tally;
  };
  for (const { reply, partySize, online, waitingSince, outletName } of invitations) {
    const tally = at(outletName);
    tally.invited += 1;
    const answer = COUNTED_AS[reply ?? ""];
    if (answer) tally[answer] += 1;
    // Whoever waited for a seat to the end had none.
    if (waitingSince || (reply !== "coming" && reply !== "substitute")) continue;
    tally.people += partySize;
    if (online) tally.online += partySize;
  }
  for (const { invitationId, outletName, undoneAt } of attendances) {
    if (undoneAt) continue;
    const tally = at(outletName);
    tally.came += 1;
    if (!invitationId) tally.walkIns += 1;
  }
  for (const rows of handfuls([...tallies]))
    await trx
      .insertInto("guestTally")
      .values(rows.map(([outletName, tally]) => ({ meetingId, outletName, ...tally })))
      .onConflict((known) =>
        known.columns(["meetingId", "outletName"]).doUpdateSet((eb) => ({
          invited: eb("guestTally.invited", "+", eb.ref("excluded.invited")),
          coming: eb("guestTally.coming", "+", eb.ref("excluded.coming")),
          substitutes: eb("guestTally.substitutes", "+", eb.ref("excluded.substitutes")),
          tentative: eb("guestTally.tentative", "+", eb.ref("excluded.tentative")),
          declined: eb("guestTally.declined", "+", eb.ref("excluded.declined")),
          people: eb("guestTally.people", "+", eb.ref("excluded.people")),
          online: eb("guestTally.online", "+", eb.ref("excluded.online")),
          came: eb("guestTally.came", "+", eb.ref("excluded.came")),
          walkIns: eb("guestTally.walkIns", "+", eb.ref("excluded.walkIns")),
        })),
      )
      .execute();
}

/** The askers' names go, save of those who asked aloud and agreed that theirs stands in public. */
async function releaseQuestions(
  trx: Db,
  meeting: { id: string },
  invitations: { id: string; guest: string }[],
): Promise<number> {
  const named = new Map(invitations.map(({ id, guest }) => [id, guest]));
  const questions = await trx
    .selectFrom("question")
    .select(["id", "invitationId", "askerName", "nameAgreed", "askedAt"])
    .where("meetingId", "=", meeting.id)
    .where(({ eb, or }) =>
      or([eb("invitationId", "is not", null), eb("askerName", "is not", null)]),
    )
    .execute();
  let released = 0;
  for (const { id, invitationId, askerName, nameAgreed, askedAt } of questions) {
    const name = askerName ?? (invitationId ? (named.get(invitationId) ?? null) : null);
    const kept = nameAgreed && askedAt ? name : null;
    if (!invitationId && kept === askerName) continue;
    await trx
      .updateTable("question")
      .set({ invitationId: null, askerName: kept })
      .where("id", "=", id)
      .execute();
    if (!kept) released += 1;
  }
  return released;
}

const OF_GUESTS = [
  ...["invitation.answered", "invitation.seated", "answer.by-calendar", "letter.returned"],
  ...["inbound.taken", "inbound.dismissed", "reminders.stopped", "reminders.resumed"],
  ...["attendance.checked-in", "attendance.walked-in", "attendance.undone"],
];

/** What the log says of guests by their names, and what they did themselves by the letter's link. */
async function forgetDeeds(trx: Db, about: string[]): Promise<number> {
  let forgotten = 0;
  for (const ids of handfuls(about)) {
    const { numDeletedRows } = await trx
      .deleteFrom("audit")
      .where(({ eb, or, and }) =>
        or([
          and([eb("act", "in", OF_GUESTS), eb("about", "in", ids)]),
          eb(
            "by",
            "in",
            ids.map((id) => `invitation:${id}`),
          ),
        ]),
      )
      .executeTakeFirst();
    forgotten += Number(numDeletedRows);
  }
  return forgotten;
}

/** A statement holds only so many values. */
function handfuls<Thing>(things: Thing[]): Thing[][] {
  const many = Math.ceil(things.length / 200);
  return Array.from({ length: many }, (_, i) => things.slice(200 * i, 200 * i + 200));
}
