import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { entryPassOf } from "../invitations/entry-pass.server.ts";
import { readPass } from "../invitations/entry-pass.ts";
import { findMeetingFor } from "../meetings/meetings.server.ts";
import { byGivenName, folded } from "../press/folding.ts";
import { nameOf, peopleIn } from "./check-in.server.ts";

/** How many are in, and how many seats there are. */
export interface Seats {
  in: number;
  seats: number | null;
}

/** How full a meeting is at this moment. */
export async function seatsOf(db: Db, meeting: { id: string }): Promise<Seats> {
  const found = await db
    .selectFrom("meeting")
    .select("venueCapacity as seats")
    .select((eb) =>
      eb
        .selectFrom("attendance")
        .select(({ fn }) => fn.countAll<number>().as("in"))
        .whereRef("attendance.meetingId", "=", "meeting.id")
        .where("undoneAt", "is", null)
        .as("in"),
    )
    .where("id", "=", meeting.id)
    .executeTakeFirstOrThrow();
  return { in: Number(found.in), seats: found.seats };
}

/** Somebody whom the door may expect, or who came. */
export interface DoorGuest {
  id: string; // of the invitation; of the attendance for a walk-in
  invited: boolean;
  name: string;
  insteadOf: string | null;
  outlet: string | null;
  pass: string | null;
  paper: string; // the number of the card or letter to be shown; nothing else of it
  reply: string | null;
  waits: boolean; // said to come, and has no seat
  in: { id: string; at: Moment; by: string } | null;
}

/** Everybody the door may meet, by given name: those invited, whatever they answered, and who came unasked. */
export async function guestsAtDoor(db: Db, meeting: { id: string }): Promise<DoorGuest[]> {
  const [invited, came] = await Promise.all([
    db
      .selectFrom("invitation")
      .innerJoin("journalist", "journalist.id", "invitation.journalistId")
      .leftJoin("outlet", "outlet.id", "journalist.outletId")
      .select(["invitation.id", "invitation.token", "invitation.reply"])
      .select(["invitation.substituteName", "journalist.name", "outlet.name as outlet"])
      .select("invitation.waitingSince")
      .select(["journalist.pressCardNo", "journalist.introLetterNo"])
      .where("invitation.meetingId", "=", meeting.id)
      .execute(),
    peopleIn(db, meeting).where("attendance.undoneAt", "is", null).execute(),
  ]);
  const inBy = new Map(
    came.map(({ id, inAt, inByName, invitationId }) => [
      invitationId,
      { id, at: inAt, by: inByName },
    ]),
  );
  const expected = invited.map((one) => {
    const substitute = one.reply === "substitute" ? one.substituteName : null;
    return {
      ...{ id: one.id, invited: true, outlet: one.outlet, pass: entryPassOf(one) },
      name: substitute ?? one.name,
      insteadOf: substitute && one.name,
      // The papers on record are the invited one's; whoever comes instead shows others.
      paper: substitute ? "" : (one.pressCardNo ?? one.introLetterNo ?? ""),
      ...{ reply: one.reply, waits: one.waitingSince !== null },
      in: inBy.get(one.id) ?? null,
    };
  });
  const unasked = came
    .filter(({ invitationId }) => invitationId === null)
    .map(({ id, inAt, inByName, outletName, ...one }) => ({
      ...{ id, invited: false, name: nameOf(one), insteadOf: null, outlet: outletName },
      ...{ pass: null, paper: "", reply: null, waits: false },
      in: { id, at: inAt, by: inByName },
    }));
  return [...expected, ...unasked].sort(byGivenName);
}

/** Those of the door's guests whose name, outlet, pass or papers are meant by what was typed. */
export function guestsMeant(guests: DoorGuest[], typed: string): DoorGuest[] {
  const words = folded(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const pass = readPass(typed);
  return guests.filter((guest) => {
    if (pass && guest.pass === pass) return true;
    const text = [guest.name, guest.insteadOf, guest.outlet, guest.pass, guest.paper].join(" ");
    const key = ` ${folded(text)}`;
    return words.every((word) => key.includes(` ${word}`));
  });
}

/** The attendance and its meeting, if that is this officer's to work for. */
export async function findAttendanceFor(db: Db, officer: Officer, id: string) {
  const attendance = await db
    .selectFrom("attendance")
    .select(["id", "meetingId"])
    .where("id", "=", id)
    .executeTakeFirst();
  const meeting = attendance && (await findMeetingFor(db, officer, attendance.meetingId));
  return meeting && { id: attendance.id, meeting };
}

/** Everybody who is in, newest first, as the office's own list. */
export async function listAttendance(db: Db, meeting: { id: string }) {
  const rows = await peopleIn(db, meeting)
    .where("attendance.undoneAt", "is", null)
    .orderBy("attendance.inAt", "desc")
    .orderBy("attendance.id")
    .execute();
  return rows.map(({ id, inAt, inByName, saidAt, outletName, paper, invitationId, ...one }) => ({
    ...{ id, inAt, inByName, saidAt, outletName, paper, walkedIn: invitationId === null },
    name: nameOf(one),
    insteadOf: one.reply === "substitute" && one.substituteName ? one.invitedName : null,
  }));
}

/** How many came from each outlet, walk-ins included, most first; an outlet of null is nobody's. No names. */
export async function attendanceByOutlet(
  db: Db,
  meetingId: string,
): Promise<{ outlet: string | null; people: number; walkIns: number }[]> {
  const rows = await db
    .selectFrom("attendance")
    .select(["outletName", "invitationId"])
    .where("meetingId", "=", meetingId)
    .where("undoneAt", "is", null)
    .orderBy("inAt")
    .execute();
  const counts = new Map<string, { outlet: string | null; people: number; walkIns: number }>();
  for (const { outletName, invitationId } of rows) {
    // A walk-in's outlet is written as they said it: Báo Mẫu and bao mau are one.
    const key = folded(outletName ?? "");
    const count = counts.get(key) ?? { outlet: outletName, people: 0, walkIns: 0 };
    // The name in our own books is the one that is shown.
    if (invitationId) count.outlet = outletName;
    count.people += 1;
    if (!invitationId) count.walkIns += 1;
    counts.set(key, count);
  }
  const compare = new Intl.Collator("vi").compare;
  return [...counts.values()].sort(
    (a, b) => b.people - a.people || compare(a.outlet ?? "", b.outlet ?? ""),
  );
}
