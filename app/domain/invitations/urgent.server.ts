import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import type { MeetingDetails } from "../meetings/meeting.ts";
import { announceMeeting, planMeeting } from "../meetings/meetings.server.ts";
import { invite } from "./invitations.server.ts";

/**
 * Something happened: plans a meeting, announces it and invites journalists in one go, all of it or
 * nothing. Whoever presses twice calls once: the same subject at the same hour is the same meeting.
 * Refused as its three parts are; `despite` says why it is called before its notice would be due, `incidentId` about
 * what it is called.
 */
export async function callUrgent(
  db: Db,
  agency: { id: string },
  details: MeetingDetails,
  journalistIds: string[],
  signed: Signature,
  { despite, incidentId }: { despite?: string; incidentId?: string } = {},
) {
  return allOrNothing(db, async (trx) => {
    const earlier = await calledBefore(trx, agency, details);
    if (earlier) return { ok: true as const, ...earlier };
    const planned = await planMeeting(trx, agency, details, signed);
    if (!planned.ok) return planned;
    if (incidentId)
      await trx.updateTable("meeting").set({ incidentId }).where("id", "=", planned.id).execute();
    const announced = await announceMeeting(trx, planned, signed);
    if (!announced.ok) return announced;
    const invited = await invite(trx, planned, journalistIds, signed, { despite });
    return invited.ok ? { ok: true as const, id: planned.id, invited: invited.invited } : invited;
  });
}

async function calledBefore(
  trx: Db,
  agency: { id: string },
  { subject, startsAt }: MeetingDetails,
): Promise<{ id: string; invited: number } | undefined> {
  // Takes the agency in hand until the transaction ends, so that of two calls one comes second.
  await trx
    .updateTable("agency")
    .set((row) => ({ kind: row.ref("kind") }))
    .where("id", "=", agency.id)
    .execute();
  return trx
    .selectFrom("meeting")
    .leftJoin("invitation", "invitation.meetingId", "meeting.id")
    .select(["meeting.id", ({ fn }) => fn.count<number>("invitation.id").as("invited")])
    .where("agencyId", "=", agency.id)
    .where("subject", "=", subject)
    .where("startsAt", "=", startsAt)
    .where("cadence", "=", "adhoc")
    .where("announcedAt", "is not", null)
    .where("cancelledAt", "is", null)
    .groupBy("meeting.id")
    .executeTakeFirst();
}
