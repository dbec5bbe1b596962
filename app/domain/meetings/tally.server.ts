import { sql } from "kysely";
import type { Db } from "#db/tables.ts";

/** How the invitations to a meeting have been answered. */
export interface Tally {
  invited: number;
  coming: number;
  tentative: number;
  substitute: number; // somebody else comes
  declined: number;
  waiting: number; // no answer, or asked again since
  askedAgain: number; // of these: they had answered before the meeting moved
  people: number; // who come in all, in the room or online: several may come by one invitation
  online: number; // of these
  listed: number; // people who would come and wait for seats
}

const NONE: Tally = {
  ...{ invited: 0, coming: 0, tentative: 0, substitute: 0, declined: 0, waiting: 0 },
  ...{ askedAgain: 0, people: 0, online: 0, listed: 0 },
};

/** The answers to the invitations of each of these meetings; one query, however many. */
export async function talliesOf(db: Db, meetingIds: string[]): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>(meetingIds.map((id) => [id, { ...NONE }]));
  const counts = await db
    .selectFrom("invitation")
    .select(["meetingId", "reply", "online"])
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.sum<number>("partySize").as("people"),
      fn.count<number>("repliedAt").as("answered"),
      sql<number>`sum(case when waiting_since is null then 0 else party_size end)`.as("listed"),
    ])
    .where("meetingId", "in", meetingIds)
    .groupBy(["meetingId", "reply", "online"])
    .execute();
  for (const { meetingId, reply, online, count, answered, ...sums } of counts) {
    const tally = tallies.get(meetingId);
    if (!tally) continue;
    tally.invited += count;
    tally[reply ?? "waiting"] += count;
    if (!reply) tally.askedAgain += answered;
    if (reply !== "coming" && reply !== "substitute") continue;
    const people = sums.people - sums.listed;
    tally.people += people;
    tally.listed += sums.listed;
    if (online) tally.online += people;
  }
  return tallies;
}

/** The answers to the invitations of one meeting. */
export async function tallyOf(db: Db, meetingId: string): Promise<Tally> {
  return (await talliesOf(db, [meetingId])).get(meetingId) as Tally;
}
