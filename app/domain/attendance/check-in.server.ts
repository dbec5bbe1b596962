import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { foldedText } from "../areas/folding.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { entryPassOf } from "../invitations/entry-pass.server.ts";
import { readPass } from "../invitations/entry-pass.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import type { Arrival, SheetEntry } from "./arrival.ts";
import { type DoorRefusal, whyNotCheckIn } from "./attendance.ts";

/** Who took somebody in, and when by our clock. */
export interface TakenIn {
  id: string; // of the attendance that counts
  name: string;
  by: string;
  at: Moment;
}

export type CheckInOutcome =
  | { ok: true; is: "in" | "already"; attendance: TakenIn }
  | { ok: false; reason: DoorRefusal | "nobody" | "undone" };

/**
 * Takes somebody in at the door. The same deed sent again, and the same guest seen by another, is `already` with
 * who was first, and counts once: the unique indexes decide, not who looked. Refused: `nobody` by that code or
 * invitation, `undone` when this very deed was taken back since, or what the meeting says (`whyNotCheckIn`).
 */
export async function checkIn(
  db: Db,
  meeting: { id: string },
  arrival: Arrival,
  signed: Signature,
): Promise<CheckInOutcome> {
  return allOrNothing<CheckInOutcome>(db, async (trx) => {
    const current = (await findMeeting(trx, meeting.id)) as MeetingOfAgency;
    const barred = whyNotCheckIn(current, signed.at);
    if (barred) return { ok: false, reason: barred };
    const guest = await guestOf(trx, meeting, arrival);
    if (!guest) return { ok: false, reason: "nobody" };

    const { name, ...row } = guest;
    const added = await trx
      .insertInto("attendance")
      .values({
        ...{ ...row, id: arrival.id, meetingId: meeting.id },
        ...{ inAt: signed.at, inBy: signed.by.id, inByName: signed.by.name },
        ...{ saidAt: arrival.saidAt ?? null, undoneAt: null, undoneBy: null },
        name: row.invitationId ? null : name,
      })
      .onConflict((clash) => clash.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return firstOf(trx, meeting, { ...arrival, guest: guest.guest, name });
    const act = row.invitationId ? "attendance.checked-in" : "attendance.walked-in";
    await record(trx, signed, {
      ...{ act, about: { id: arrival.id }, agencyId: current.agencyId },
      particulars: { name, outlet: row.outletName, subject: current.subject },
    });
    const attendance = { id: arrival.id, name, by: signed.by.name, at: signed.at };
    return { ok: true, is: "in", attendance };
  });
}

/** Somebody was quicker, or this was sent before. */
async function firstOf(
  trx: Db,
  meeting: { id: string },
  { id, guest, name }: { id: string; guest: string; name: string },
): Promise<CheckInOutcome> {
  const rows = await trx
    .selectFrom("attendance")
    .select(["id", "inAt", "inByName", "undoneAt"])
    .where("meetingId", "=", meeting.id)
    .where(({ eb, or, and }) =>
      or([eb("id", "=", id), and([eb("guest", "=", guest), eb("undoneAt", "is", null)])]),
    )
    .execute();
  const own = rows.find((row) => row.id === id);
  if (own?.undoneAt) return { ok: false, reason: "undone" };
  const first = own ?? rows[0];
  // The id is that of another meeting's attendance: no phone of ours made it.
  if (!first) return { ok: false, reason: "nobody" };
  const attendance = { id: first.id, name, by: first.inByName, at: first.inAt };
  return { ok: true, is: "already", attendance };
}

async function guestOf(db: Db, meeting: { id: string }, arrival: Arrival) {
  if (arrival.walkIn) {
    const { name, outletName = null, email = null, paper = null } = arrival.walkIn;
    const guest = `walk-in ${foldedText(name)} / ${foldedText(outletName ?? "")}`;
    return { guest, invitationId: null, name, outletName, email, paper };
  }
  const invited = await invitedBy(db, meeting, arrival);
  if (!invited) return undefined;
  return {
    ...{ guest: `invitation ${invited.id}`, invitationId: invited.id, email: null, paper: null },
    name: (invited.reply === "substitute" && invited.substituteName) || invited.name,
    outletName: invited.outletName,
  };
}

async function invitedBy(
  db: Db,
  meeting: { id: string },
  { invitation, code }: { invitation?: string; code?: string },
) {
  const asked = db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["invitation.id", "invitation.token", "invitation.reply", "invitation.substituteName"])
    .select(["journalist.name", "outlet.name as outletName"])
    .where("invitation.meetingId", "=", meeting.id);
  if (invitation) return asked.where("invitation.id", "=", invitation).executeTakeFirst();
  const pass = readPass(code ?? "");
  if (!pass) return undefined;
  const found = (await asked.execute()).filter((one) => entryPassOf(one) === pass);
  // Two of a meeting with the same code are one in billions; by name they are told apart.
  return found.length === 1 ? found[0] : undefined;
}

export type UndoOutcome = { ok: true; name: string } | { ok: false; reason: "nobody" };

/** Takes back a check-in that was a mistake; it stays in the log. Done twice it is done once. */
export async function undoCheckIn(
  db: Db,
  meeting: { id: string },
  id: string,
  signed: Signature,
): Promise<UndoOutcome> {
  return allOrNothing<UndoOutcome>(db, async (trx) => {
    const found = await peopleIn(trx, meeting).where("attendance.id", "=", id).executeTakeFirst();
    if (!found) return { ok: false, reason: "nobody" };
    const name = nameOf(found);
    const undone = await trx
      .updateTable("attendance")
      .set({ undoneAt: signed.at, undoneBy: signed.by.id })
      .where("id", "=", id)
      .where("undoneAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (undone) {
      const { agencyId, subject } = found;
      const particulars = { name, subject };
      const about = { id };
      await record(trx, signed, { act: "attendance.undone", about, agencyId, particulars });
    }
    return { ok: true, name };
  });
}

/** What became of a line that a phone handed in. */
export type SheetAnswer =
  | { id: string; is: "in" | "already"; attendance: TakenIn }
  | { id: string; is: "undone" }
  | { id: string; is: "refused"; reason: DoorRefusal | "nobody" };

/**
 * Takes down what a phone hands in, in its order, together: a phone that heard no answer hands the same in again,
 * and nothing counts twice.
 */
export async function takeSheet(
  db: Db,
  meeting: { id: string },
  entries: SheetEntry[],
  signed: Signature,
): Promise<SheetAnswer[]> {
  return db.transaction().execute(async (trx) => {
    const answers: SheetAnswer[] = [];
    for (const entry of entries) answers.push(await takeEntry(trx, meeting, entry, signed));
    return answers;
  });
}

async function takeEntry(
  trx: Db,
  meeting: { id: string },
  entry: SheetEntry,
  signed: Signature,
): Promise<SheetAnswer> {
  const { id } = entry;
  if ("undo" in entry) {
    const undone = await undoCheckIn(trx, meeting, entry.undo, signed);
    return undone.ok ? { id, is: "undone" } : { id, is: "refused", reason: undone.reason };
  }
  const taken = await checkIn(trx, meeting, entry, signed);
  if (taken.ok) return { id, is: taken.is, attendance: taken.attendance };
  return taken.reason === "undone"
    ? { id, is: "undone" }
    : { id, is: "refused", reason: taken.reason };
}

/** Attendances with what tells whose they are. */
export function peopleIn(db: Db, meeting: { id: string }) {
  return db
    .selectFrom("attendance")
    .innerJoin("meeting", "meeting.id", "attendance.meetingId")
    .leftJoin("invitation", "invitation.id", "attendance.invitationId")
    .leftJoin("journalist", "journalist.id", "invitation.journalistId")
    .selectAll("attendance")
    .select(["meeting.agencyId", "meeting.subject"])
    .select(["invitation.reply", "invitation.substituteName"])
    .select(["journalist.name as invitedName", "journalist.email as invitedEmail"])
    .select("journalist.language")
    .where("attendance.meetingId", "=", meeting.id);
}

interface Somebody {
  name: string | null;
  reply: string | null;
  substituteName: string | null;
  invitedName: string | null;
}

/** Who came: themself, or the one who was sent instead. */
export function nameOf({ name, reply, substituteName, invitedName }: Somebody): string {
  return name ?? ((reply === "substitute" && substituteName) || invitedName) ?? "";
}
