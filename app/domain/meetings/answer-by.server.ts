import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { type Refusal, whyNotChange } from "./meeting.ts";
import { takeInHand } from "./meetings.server.ts";

/**
 * Sets by when invitees are asked to answer, without a letter: calendars know nothing of it, and reminders tell.
 * Refused: where the meeting stands, `answer-by-past`, `answer-by-late` when it is not before the start.
 */
export async function setAnswerBy(
  db: Db,
  meeting: { id: string },
  answerBy: Moment,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: Refusal | "answer-by-past" | "answer-by-late" }> {
  return allOrNothing(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    const refusal = whyNotChange(current, signed.at);
    if (refusal) return { ok: false, reason: refusal } as const;
    if (answerBy <= signed.at) return { ok: false, reason: "answer-by-past" } as const;
    if (answerBy >= current.startsAt) return { ok: false, reason: "answer-by-late" } as const;
    await trx
      .updateTable("meeting")
      .set({ answerBy, edition: current.edition + 1 })
      .where("id", "=", meeting.id)
      .execute();
    const { agencyId, subject } = current;
    const particulars = { subject, changed: ["answerBy"] };
    await record(trx, signed, { act: "meeting.changed", about: meeting, agencyId, particulars });
    return { ok: true } as const;
  });
}
