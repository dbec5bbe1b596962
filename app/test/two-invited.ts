import { type InboundMail, takeIn } from "#app/domain/inbound/taking-in.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { newToken, subaddress } from "#app/domain/mail/subaddress.ts";
import { announceMeeting, planMeeting } from "#app/domain/meetings/meetings.server.ts";
import type { Db } from "#db/tables.ts";
import { type Posted, postedTo } from "./forged-answers.ts";
import { committee, reporter } from "./people.ts";
import { signed, wanted } from "./press-room.ts";
import { MORNING } from "./setup.ts";

export const base = "rsvp@longxuyen.test";
const office = { base, authservId: "mx.longxuyen.test" };
/** An hour after the invitations. */
export const LATER = "2026-09-01T02:00:00.000Z";

/** What should become of a mail, and how an answer, a doubt and a thing of no concern read. */
export type Expected = Partial<
  Pick<InboundMail, "kind" | "outcome" | "reason" | "reply" | "trust">
>;
export const applied = (reply: "coming" | "tentative" | "declined", trust = "matched"): Expected =>
  ({ outcome: "applied", reply, trust }) as Expected;
export const review = (reason: string): Expected => ({ outcome: "review", reason });
export const ignored = (reason: string): Expected => ({ outcome: "ignored", reason });

/** Hà and Bình are invited to a meeting, and have their letters. */
export async function twoInvited(db: Db) {
  const planned = await planMeeting(db, await committee(db), wanted(), signed());
  if (!planned.ok) throw new Error(planned.reason);
  await announceMeeting(db, planned, signed());
  const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", token: newToken() });
  const binh = await reporter(db, { name: "Bình", email: "binh@bao.test", token: newToken() });
  await invite(db, planned, [ha.id, binh.id], signed(), { despite: "Gấp" });
  await db
    .updateTable("mail")
    .set({ stage: "sent", sentAt: MORNING })
    .where("stage", "=", "queued")
    .execute();
  const [posted, other] = await Promise.all([postedOf(db, ha.id), postedOf(db, binh.id)]);
  return { meetingId: planned.id, ids: [ha.id, binh.id] as [string, string], posted, other };
}

const invitationOf = (db: Db, journalistId: string) =>
  db
    .selectFrom("invitation")
    .selectAll()
    .where("journalistId", "=", journalistId)
    .executeTakeFirstOrThrow();

/** What went out, with the addresses that an office whose mail server knows subaddresses puts in. */
export async function postedOf(db: Db, journalistId: string): Promise<Posted> {
  const { id, token } = await invitationOf(db, journalistId);
  return { ...(await postedTo(db, id, base)), token, organizer: subaddress(base, "answer", token) };
}

/** A mail that comes to the office. */
export const take = (db: Db, raw: string | Buffer, at = LATER) =>
  takeIn(db, { raw: Buffer.from(raw as string, "latin1"), at }, office);

export const answerOf = async (db: Db, journalistId: string) =>
  (await invitationOf(db, journalistId)).reply;
