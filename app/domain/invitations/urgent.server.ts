import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import type { MeetingDetails } from "../meetings/meeting.ts";
import { announceMeeting, planMeeting } from "../meetings/meetings.server.ts";
import { invite } from "./invitations.server.ts";

/**
 * Something happened: plans a meeting, announces it and invites journalists in one go, all of it or
 * nothing. Refused as its three parts are.
 */
export async function callUrgent(
  db: Db,
  agency: { id: string },
  details: MeetingDetails,
  journalistIds: string[],
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const planned = await planMeeting(trx, agency, details, signed);
    if (!planned.ok) return planned;
    const announced = await announceMeeting(trx, planned, signed);
    if (!announced.ok) return announced;
    const invited = await invite(trx, planned, journalistIds, signed);
    return invited.ok ? { ok: true as const, id: planned.id, invited: invited.invited } : invited;
  });
}
