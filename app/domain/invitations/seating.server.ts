import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { hasBegun, isExpected } from "../meetings/meeting.ts";
import { takeInHand } from "../meetings/meetings.server.ts";
import { partiesOf, roomOf, Seating, seat, seatThoseWaiting } from "./seats.server.ts";

type InRoom = Pick<Row<"meeting">, "id" | "agencyId" | "venue" | "venueCapacity" | "outletQuota">;

/** How a meeting's seats stand: how many there are and are taken, and who waits, in order. */
export async function seatingOf(db: Db, meeting: InRoom) {
  const [room, parties] = await Promise.all([roomOf(db, meeting), partiesOf(db, meeting)]);
  const { taken } = new Seating(room, parties);
  const free = room.capacity === null ? null : Math.max(0, room.capacity - taken);
  const listed = parties.filter(({ waitingSince }) => waitingSince);
  return { ...room, taken, free, listed };
}

/** Where somebody stands in line, counted from one, and whether it is their outlet's share that keeps them there. */
export async function placeInLine(db: Db, meeting: InRoom, invitation: { id: string }) {
  const [room, parties] = await Promise.all([roomOf(db, meeting), partiesOf(db, meeting)]);
  const listed = parties.filter(({ waitingSince }) => waitingSince);
  const own = listed.find(({ id }) => id === invitation.id);
  if (!own) return undefined;
  const seating = new Seating({ ...room, capacity: null }, parties);
  const quota = own.people > seating.left(own.outletId) ? room.quota : null;
  return { place: listed.indexOf(own) + 1, people: own.people, quota };
}

/** How many more an invitation may bring as things stand, its own seats included; null where nothing limits it. */
export async function seatsLeftFor(db: Db, meeting: InRoom, invitation: { id: string }) {
  const [room, parties] = await Promise.all([roomOf(db, meeting), partiesOf(db, meeting)]);
  const others = parties.filter(({ id }) => id !== invitation.id);
  const { capacity, quota } = room;
  const left = capacity === null ? null : Math.max(0, capacity - new Seating(room, others).taken);
  return { left, quota };
}

/**
 * Seats somebody ahead of those who wait above, for a reason; both are kept, and they are written to. More than the
 * room has are never seated. Refused: `not-listed`, `no-reason`, `seats-taken`, or when there is nothing to
 * wait for any more (`over`).
 */
export async function seatByHand(
  db: Db,
  { id, meetingId }: { id: string; meetingId: string },
  why: string,
  signed: Signature,
) {
  const reason = why.trim();
  if (!reason) return { ok: false, reason: "no-reason" } as const;
  return allOrNothing(db, async (trx) => {
    const meeting = await takeInHand(trx, meetingId);
    if (!isExpected(meeting) || hasBegun(meeting, signed.at))
      return { ok: false, reason: "over" } as const;
    const { listed, free } = await seatingOf(trx, meeting);
    const party = listed.find((one) => one.id === id);
    if (!party) return { ok: false, reason: "not-listed" } as const;
    if (free !== null && party.people > free) return { ok: false, reason: "seats-taken" } as const;
    await seat(trx, meeting, party, signed, {
      passed: listed.slice(0, listed.indexOf(party)),
      reason,
    });
    return { ok: true, name: party.name } as const;
  });
}

/**
 * Sets how many people of one outlet a meeting seats at most (0 for no limit, null for the agency's own rule), and
 * with `usual` makes it that rule. Whoever waited only for that, here or at another meeting that follows the rule, is
 * seated at once and written to; nobody loses a seat.
 */
export async function setQuota(
  db: Db,
  { id }: { id: string },
  { quota, usual }: { quota: number | null; usual: boolean },
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const others = usual ? await followersOfRule(trx, { id }, signed) : [];
    // Always in one order: two officers at work do not wait for each other for ever.
    for (const meeting of [id, ...others].toSorted()) await takeInHand(trx, meeting);
    const { agencyId, subject } = await takeInHand(trx, id);
    await trx
      .updateTable("meeting")
      .set({ outletQuota: usual ? null : quota })
      .where("id", "=", id)
      .execute();
    if (usual)
      await trx
        .updateTable("agency")
        .set({ outletQuota: quota || null })
        .where("id", "=", agencyId)
        .execute();
    await record(trx, signed, {
      act: "meeting.quota-set",
      about: { id },
      agencyId,
      particulars: { subject, quota },
    });
    let seated = 0;
    for (const meeting of [id, ...others])
      seated += (await seatThoseWaiting(trx, await takeInHand(trx, meeting), signed)).length;
    return { ok: true, seated } as const;
  });
}

/** The other meetings to come of the same agency that have no quota of their own, the soonest first. */
async function followersOfRule(
  trx: Db,
  { id }: { id: string },
  { at }: Signature,
): Promise<string[]> {
  const rows = await trx
    .selectFrom("meeting")
    .select("id")
    .where("agencyId", "=", (eb) =>
      eb.selectFrom("meeting as own").select("own.agencyId").where("own.id", "=", id),
    )
    .where("id", "<>", id)
    .where("outletQuota", "is", null)
    .where("startsAt", ">", at)
    .where("cancelledAt", "is", null)
    .where("heldAt", "is", null)
    .orderBy("startsAt")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}
