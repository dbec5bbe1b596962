import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { hasBegun, isExpected, type Meeting } from "../meetings/meeting.ts";
import { tellOfSeats } from "./place-letter.server.ts";

/** How many a room takes, and how many of them may be of one outlet; null where nothing limits it. */
export interface Room {
  capacity: number | null;
  quota: number | null;
}

/** The room of a meeting. One without a venue has no seats to give. */
export async function roomOf(
  db: Db,
  {
    agencyId,
    venue,
    venueCapacity,
    outletQuota,
  }: Pick<Row<"meeting">, "agencyId" | "venue" | "venueCapacity" | "outletQuota">,
): Promise<Room> {
  if (!venue) return { capacity: null, quota: null };
  const quota = outletQuota ?? (await usualQuotaOf(db, { id: agencyId }));
  return { capacity: venueCapacity, quota: quota || null };
}

/** How many people of one outlet an agency seats at its meetings, where they have no rule of their own. */
export async function usualQuotaOf(db: Db, { id }: { id: string }): Promise<number | null> {
  const agency = await db
    .selectFrom("agency")
    .select("outletQuota")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return agency.outletQuota;
}

/** Those of an invitation who come to the room: one party, with a seat for each or waiting for as many. */
export interface Party {
  id: string; // of the invitation
  name: string;
  outletId: string | null;
  people: number;
  waitingSince: Moment | null;
}

/** Everybody who comes in person, those with a seat first, the others in the order in which they wait. */
export async function partiesOf(db: Db, meeting: { id: string }): Promise<Party[]> {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select(["invitation.id", "invitation.partySize as people", "invitation.waitingSince"])
    .select(["journalist.name", "journalist.outletId"])
    .where("invitation.meetingId", "=", meeting.id)
    .where("invitation.reply", "in", ["coming", "substitute"])
    .where("invitation.online", "=", 0)
    .execute();
  const place = ({ waitingSince, id }: Party) => `${waitingSince ?? ""} ${id}`;
  return rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The seats of a room as they are taken; says of a party whether it would fit, and lets it sit down. */
export class Seating {
  #taken = 0;
  #byOutlet = new Map<string, number>();
  #room: Room;

  constructor(room: Room, parties: Party[]) {
    this.#room = room;
    for (const party of parties) if (!party.waitingSince) this.take(party);
  }

  get taken() {
    return this.#taken;
  }

  take({ outletId, people }: Pick<Party, "outletId" | "people">) {
    this.#taken += people;
    if (outletId) this.#byOutlet.set(outletId, this.ofOutlet(outletId) + people);
  }

  ofOutlet(outletId: string): number {
    return this.#byOutlet.get(outletId) ?? 0;
  }

  /** How many more people of an outlet could sit down. */
  left(outletId: string | null): number {
    const { capacity, quota } = this.#room;
    const seats = capacity === null ? Number.POSITIVE_INFINITY : capacity - this.#taken;
    if (quota === null || !outletId) return seats;
    return Math.min(seats, quota - this.ofOutlet(outletId));
  }
}

/**
 * Gives the free seats to those who wait, in order: the first whose whole party fits, then the next. Whoever is
 * passed by because fewer seats are free than they need, or because their outlet has its share, is named in the
 * audit log. All who get a seat by it are written to, but for `answering`, who reads it on the page. Call it with
 * the meeting in hand (`takeInHand`), so that nobody else gives away the same seat.
 */
export async function seatThoseWaiting(
  trx: Db,
  meeting: Meeting,
  signed: Signature,
  { answering }: { answering?: string } = {},
): Promise<Party[]> {
  if (!isExpected(meeting) || hasBegun(meeting, signed.at)) return [];
  const parties = await partiesOf(trx, meeting);
  if (!parties.some(({ waitingSince }) => waitingSince)) return [];
  const seating = new Seating(await roomOf(trx, meeting), parties);
  const seated: Party[] = [];
  const passed: Party[] = [];
  for (const party of parties.filter(({ waitingSince }) => waitingSince)) {
    if (party.people > seating.left(party.outletId)) {
      passed.push(party);
      continue;
    }
    seating.take(party);
    await sitDown(trx, meeting, party, signed, { passed, isTold: party.id !== answering });
    seated.push(party);
  }
  const told = seated.filter(({ id }) => id !== answering);
  await tellOfSeats(trx, meeting, told, signed);
  return seated;
}

/** Gives a party its seats by hand and writes to it; past whom, and why, is kept. */
export async function seat(
  trx: Db,
  meeting: Meeting,
  party: Party,
  signed: Signature,
  { passed, reason }: { passed: Party[]; reason: string },
) {
  await sitDown(trx, meeting, party, signed, { passed, reason, isTold: true });
  await tellOfSeats(trx, meeting, [party], signed);
}

async function sitDown(
  trx: Db,
  meeting: Meeting,
  party: Party,
  signed: Signature,
  { passed, isTold, reason }: { passed: Party[]; isTold: boolean; reason?: string },
) {
  await trx
    .updateTable("invitation")
    .set({ waitingSince: null })
    .where("id", "=", party.id)
    .execute();
  // Whoever answers and sits down at once, past nobody, is in the log already.
  if (!isTold && passed.length === 0) return;
  await record(trx, signed, {
    act: "invitation.seated",
    about: { id: party.id },
    agencyId: meeting.agencyId,
    particulars: {
      ...{ name: party.name, people: party.people, subject: meeting.subject },
      ...(passed.length > 0 && { passed: passed.map(({ name }) => name).join(", ") }),
      ...(reason && { reason }),
    },
  });
}
