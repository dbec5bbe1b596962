import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { AppearanceForm } from "./appearance-form.ts";
import type { Span } from "./period.ts";

export type Appearance = Row<"appearance">;
export type AppearanceRefusal = "in-the-future" | "already-there" | "not-own-meeting";

/**
 * Records that an agency came to a press coordination meeting and gave information of its own accord. Refused:
 * `in-the-future`, `already-there` for a second entry of the same meeting, `not-own-meeting` for a meeting that is not
 * one of the agency's own coordination meetings.
 */
export async function recordAppearance(
  db: Db,
  agency: { id: string },
  { day, host, told, meetingId }: AppearanceForm,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: AppearanceRefusal }> {
  if (day > dayOf(signed.at)) return { ok: false, reason: "in-the-future" };
  return allOrNothing<{ ok: true; id: string } | { ok: false; reason: AppearanceRefusal }>(
    db,
    async (trx) => {
      if (meetingId && !(await isOwnMeeting(trx, agency, meetingId)))
        return { ok: false, reason: "not-own-meeting" };
      const id = randomUUID();
      const added = await trx
        .insertInto("appearance")
        .values({
          ...{ id, agencyId: agency.id, day, host, told, meetingId: meetingId ?? null },
          ...{ recordedAt: signed.at, recordedBy: signed.by.id },
        })
        .onConflict((known) =>
          known.columns(["agencyId", "day", "host"]).where("removedAt", "is", null).doNothing(),
        )
        .returning("id")
        .executeTakeFirst();
      if (!added) return { ok: false, reason: "already-there" };
      await record(trx, signed, {
        ...{ act: "appearance.recorded", about: { id }, agencyId: agency.id },
        particulars: { host, day },
      });
      return { ok: true, id };
    },
  );
}

async function isOwnMeeting(db: Db, agency: { id: string }, id: string): Promise<boolean> {
  const own = await ownCoordination(db, agency).where("id", "=", id).executeTakeFirst();
  return own !== undefined;
}

function ownCoordination(db: Db, agency: { id: string }) {
  return db
    .selectFrom("meeting")
    .select(["id", "subject", "startsAt"])
    .where("agencyId", "=", agency.id)
    .where("kind", "=", "press_coordination")
    .where("heldAt", "is not", null)
    .where("cancelledAt", "is", null);
}

/** The coordination meetings that an agency itself held within a span and that no entry tells of yet, newest first. */
export function meetingsToRecord(
  db: Db,
  agency: { id: string },
  { begins, ends }: { begins: Moment; ends: Moment },
) {
  return ownCoordination(db, agency)
    .where("startsAt", ">=", begins)
    .where("startsAt", "<", ends)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("appearance")
            .select("appearance.id")
            .whereRef("appearance.meetingId", "=", "meeting.id")
            .where("removedAt", "is", null),
        ),
      ),
    )
    .orderBy("startsAt", "desc")
    .execute();
}

/** What an agency brought to coordination meetings within a span, newest first, with who wrote it down. */
export function listAppearances(db: Db, agency: { id: string }, { from, until }: Span) {
  return db
    .selectFrom("appearance")
    .leftJoin("account", "account.id", "appearance.recordedBy")
    .selectAll("appearance")
    .select("account.name as recorder")
    .where("appearance.agencyId", "=", agency.id)
    .where("day", ">=", from)
    .where("day", "<=", until)
    .where("removedAt", "is", null)
    .orderBy("day", "desc")
    .orderBy("recordedAt", "desc")
    .execute();
}

/** The entry, if its agency is this officer's to work for and nobody has taken it back. */
export function findAppearanceFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<Appearance | undefined> {
  return db
    .selectFrom("appearance")
    .innerJoin("agency", "agency.id", "appearance.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("appearance")
    .where("appearance.id", "=", id)
    .where("removedAt", "is", null)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** Takes an entry back; it stays in the books as one that was. Refused: `gone`. */
export async function removeAppearance(
  db: Db,
  { id, agencyId, host, day }: Appearance,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "gone" }> {
  return allOrNothing<{ ok: true } | { ok: false; reason: "gone" }>(db, async (trx) => {
    const removed = await trx
      .updateTable("appearance")
      .set({ removedAt: signed.at, removedBy: signed.by.id })
      .where("id", "=", id)
      .where("removedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!removed) return { ok: false, reason: "gone" };
    const particulars = { host, day };
    await record(trx, signed, { act: "appearance.removed", about: { id }, agencyId, particulars });
    return { ok: true };
  });
}
