import type { Db } from "#db/tables.ts";

/** How the invitations to a meeting have been answered. */
export interface Tally {
  invited: number;
  coming: number;
  substitute: number; // somebody else comes
  declined: number;
  waiting: number; // no answer, or asked again since
}

/** The answers to the invitations of each of these meetings; two queries, however many. */
export async function talliesOf(db: Db, meetingIds: string[]): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>(
    meetingIds.map((id) => [id, { invited: 0, coming: 0, substitute: 0, declined: 0, waiting: 0 }]),
  );
  const counts = await db
    .selectFrom("invitation")
    .select(["meetingId", "reply", (eb) => eb.fn.countAll<number>().as("count")])
    .where("meetingId", "in", meetingIds)
    .groupBy(["meetingId", "reply"])
    .execute();
  for (const { meetingId, reply, count } of counts) {
    const tally = tallies.get(meetingId);
    if (!tally) continue;
    tally.invited += count;
    tally[reply ?? "waiting"] += count;
  }
  await addKept(db, tallies);
  return tallies;
}

/** Of meetings whose guests were let go, the numbers that were kept. */
async function addKept(db: Db, tallies: Map<string, Tally>) {
  if (tallies.size === 0) return;
  const kept = await db
    .selectFrom("guestTally")
    .select(["meetingId", "invited", "coming", "substitutes", "declined"])
    .where("meetingId", "in", [...tallies.keys()])
    .execute();
  for (const { meetingId, invited, coming, substitutes, declined } of kept) {
    const tally = tallies.get(meetingId);
    if (!tally) continue;
    tally.invited += invited;
    tally.coming += coming;
    tally.substitute += substitutes;
    tally.declined += declined;
    tally.waiting += invited - coming - substitutes - declined;
  }
}

/** The answers to the invitations of one meeting. */
export async function tallyOf(db: Db, meetingId: string): Promise<Tally> {
  return (await talliesOf(db, [meetingId])).get(meetingId) as Tally;
}
