import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { takeBack } from "../mail/outbox.server.ts";
import { takeInHand } from "../meetings/meetings.server.ts";
import { RULES, type Rule } from "./rule.ts";

/** What is stopped: one rule or all, for one person or for everybody. */
export interface ToStop {
  rule: Rule | null;
  invitationId: string | null;
}

/** What is stopped of a meeting's reminders now. */
export function stopsOf(db: Db, meetingIds: string[]) {
  return db
    .selectFrom("reminderStop")
    .select(["meetingId", "rule", "invitationId"])
    .where("meetingId", "in", meetingIds)
    .where("resumedAt", "is", null)
    .execute();
}

/**
 * Stops reminders of a meeting, those that wait in the outbox too; what has left has left. Refused: `unknown` when
 * the invitation is not one to this meeting. Stopping twice changes nothing.
 */
export async function stopReminders(
  db: Db,
  meeting: { id: string },
  { rule, invitationId }: ToStop,
  signed: Signature,
): Promise<{ ok: true; takenBack: number } | { ok: false; reason: "unknown" }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, subject } = await takeInHand(trx, meeting.id);
    const guest = invitationId ? await guestOf(trx, meeting, invitationId) : null;
    if (guest === undefined) return { ok: false, reason: "unknown" } as const;
    const added = await trx
      .insertInto("reminderStop")
      .values({
        ...{ id: randomUUID(), meetingId: meeting.id, rule, invitationId },
        ...{ stoppedAt: signed.at, stoppedBy: signed.by.id },
      })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    if (Number(added.numInsertedOrUpdatedRows) === 0) return { ok: true, takenBack: 0 } as const;
    const kinds = rule ? [rule] : RULES;
    const takenBack = await takeBack(trx, meeting, { kinds, invitationId });
    const particulars = { subject, rule, name: guest?.name ?? null };
    await record(trx, signed, { act: "reminders.stopped", about: meeting, agencyId, particulars });
    return { ok: true, takenBack } as const;
  });
}

/** Lets go on what was stopped. What was due meanwhile goes if it is still of use. Refused: `unknown` when nothing was. */
export async function resumeReminders(
  db: Db,
  meeting: { id: string },
  { rule, invitationId }: ToStop,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, subject } = await takeInHand(trx, meeting.id);
    const { numUpdatedRows } = await trx
      .updateTable("reminderStop")
      .set({ resumedAt: signed.at, resumedBy: signed.by.id })
      .where("meetingId", "=", meeting.id)
      .where("rule", rule ? "=" : "is", rule)
      .where("invitationId", invitationId ? "=" : "is", invitationId)
      .where("resumedAt", "is", null)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === 0) return { ok: false, reason: "unknown" } as const;
    const guest = invitationId ? await guestOf(trx, meeting, invitationId) : null;
    const particulars = { subject, rule, name: guest?.name ?? null };
    await record(trx, signed, { act: "reminders.resumed", about: meeting, agencyId, particulars });
    return { ok: true } as const;
  });
}

function guestOf(trx: Db, meeting: { id: string }, invitationId: string) {
  return trx
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select("journalist.name")
    .where("invitation.id", "=", invitationId)
    .where("invitation.meetingId", "=", meeting.id)
    .executeTakeFirst();
}
