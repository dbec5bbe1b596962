import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { findMeetingFor, takeInHand } from "../meetings/meetings.server.ts";
import type { MeetingLink } from "./link.ts";

export type LinkRefusal = "is-cancelled" | "link-listed" | "day-in-future";

type Told = Pick<MeetingLink, "kind" | "url" | "title"> &
  Partial<Pick<MeetingLink, "outlet" | "day">>;

/** A meeting's links of one kind: articles by their day, videos as they were added. */
export function linksOf(db: Db, meetingId: string, kind: MeetingLink["kind"]) {
  return db
    .selectFrom("meetingLink")
    .select(["id", "url", "title", "outlet", "day"])
    .where("meetingId", "=", meetingId)
    .where("kind", "=", kind)
    .where("removedAt", "is", null)
    .orderBy("day")
    .orderBy("addedAt")
    .orderBy("id")
    .execute();
}

export type LinkShown = Awaited<ReturnType<typeof linksOf>>[number];

/**
 * Hangs a link on a meeting: where it can be watched, or an article that came of it. Refused: `is-cancelled`,
 * `link-listed` there already, `day-in-future`.
 */
export async function addLink(
  db: Db,
  meeting: { id: string },
  { kind, url, title, outlet = null, day = null }: Told,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: LinkRefusal }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, cancelledAt } = await takeInHand(trx, meeting.id);
    if (cancelledAt) return { ok: false, reason: "is-cancelled" } as const;
    if (day !== null && day > dayOf(signed.at))
      return { ok: false, reason: "day-in-future" } as const;
    const listed = await linksOf(trx, meeting.id, kind);
    if (listed.some((link) => link.url === url))
      return { ok: false, reason: "link-listed" } as const;

    const id = randomUUID();
    await trx
      .insertInto("meetingLink")
      .values({
        ...{ id, meetingId: meeting.id, kind, url, title, outlet, day },
        ...{ addedAt: signed.at, addedBy: signed.by.id, removedAt: null, removedBy: null },
      })
      .execute();
    const particulars = { kind, title: title || url, url };
    await record(trx, signed, {
      ...{ act: "meeting.link-added", about: meeting, agencyId, particulars },
    });
    return { ok: true, id } as const;
  });
}

/** A link with its meeting, if that is this officer's to work for. */
export async function findLinkFor(db: Db, officer: Officer, id: string) {
  const link = await db
    .selectFrom("meetingLink")
    .selectAll()
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  const meeting = link && (await findMeetingFor(db, officer, link.meetingId));
  return meeting && { ...link, meeting };
}

/** Takes a link off a meeting; that it was there stays in the books. */
export async function removeLink(
  db: Db,
  { id, meetingId, kind, title, url }: MeetingLink,
  signed: Signature,
) {
  await db.transaction().execute(async (trx) => {
    const { agencyId } = await takeInHand(trx, meetingId);
    const removed = await trx
      .updateTable("meetingLink")
      .set({ removedAt: signed.at, removedBy: signed.by.id })
      .where("id", "=", id)
      .where("removedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!removed) return;
    const particulars = { kind, title: title || url, url };
    await record(trx, signed, {
      ...{ act: "meeting.link-removed", about: { id: meetingId }, agencyId, particulars },
    });
  });
}
