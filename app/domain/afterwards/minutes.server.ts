import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { phaseOf } from "../meetings/meeting.ts";
import { takeInHand } from "../meetings/meetings.server.ts";
import type { Minutes } from "./minutes.ts";

export type MinutesRefusal =
  | "is-cancelled"
  | "not-held"
  | "written-meanwhile"
  | "nothing-written"
  | "published";

/** All that was written, the latest first. */
export function minutesOf(db: Db, meetingId: string): Promise<Minutes[]> {
  return db
    .selectFrom("meetingMinutes")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .orderBy("version", "desc")
    .execute();
}

/** What the public reads: the latest version that was published. */
export function publishedMinutesOf(db: Db, meetingId: string): Promise<Minutes | undefined> {
  return db
    .selectFrom("meetingMinutes")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .where("publishedAt", "is not", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/**
 * Writes down a meeting's minutes as a version of their own; what was written before stays. Nobody but the office
 * reads them until they are published. Refused: `is-cancelled`, or `written-meanwhile` when somebody else wrote since the
 * version that was seen.
 */
export async function writeMinutes(
  db: Db,
  meeting: { id: string },
  { text, seen }: { text: string; seen: number },
  signed: Signature,
): Promise<{ ok: true; version: number } | { ok: false; reason: MinutesRefusal }> {
  return allOrNothing(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    if (current.cancelledAt) return { ok: false, reason: "is-cancelled" } as const;
    const [latest] = await minutesOf(trx, meeting.id);
    if ((latest?.version ?? 0) !== seen) return { ok: false, reason: "written-meanwhile" } as const;
    if (latest?.text === text) return { ok: true, version: latest.version } as const;

    const version = seen + 1;
    await trx
      .insertInto("meetingMinutes")
      .values({
        ...{ meetingId: meeting.id, version, text },
        ...{ writtenAt: signed.at, writtenBy: signed.by.id },
        ...{ publishedAt: null, publishedBy: null },
      })
      .execute();
    await record(trx, signed, {
      act: "meeting.minutes-written",
      about: meeting,
      agencyId: current.agencyId,
      particulars: { version },
    });
    return { ok: true, version } as const;
  });
}

/**
 * Makes a version of the minutes public, in the place of any before it. Refused: `not-held`, when
 * there is no such version or it is not the latest any more (`written-meanwhile`), or once it is `published`.
 */
export async function publishMinutes(
  db: Db,
  meeting: { id: string },
  version: number,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: MinutesRefusal }> {
  return allOrNothing(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    if (phaseOf(current) !== "held") return { ok: false, reason: "not-held" } as const;
    const [latest] = await minutesOf(trx, meeting.id);
    if (!latest) return { ok: false, reason: "nothing-written" } as const;
    if (latest.version !== version) return { ok: false, reason: "written-meanwhile" } as const;
    if (latest.publishedAt) return { ok: false, reason: "published" } as const;

    await trx
      .updateTable("meetingMinutes")
      .set({ publishedAt: signed.at, publishedBy: signed.by.id })
      .where("meetingId", "=", meeting.id)
      .where("version", "=", version)
      .execute();
    await record(trx, signed, {
      act: "meeting.minutes-published",
      about: meeting,
      agencyId: current.agencyId,
      particulars: { version },
    });
    return { ok: true } as const;
  });
}
