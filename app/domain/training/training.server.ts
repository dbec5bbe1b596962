import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { peopleOf } from "../spokespersons/people.server.ts";

export interface TrainingDetails {
  personId: string;
  course: string;
  day: Day; // its last day, when it was done
  hours: number;
  certificate: string | null;
}

/** The courses that an agency's spokespersons attended (Decree 244/2026, art. 8.2), latest first; those removed are marked. */
export function trainingOf(db: Db, agencyId: string) {
  return db
    .selectFrom("training")
    .innerJoin("person", "person.id", "training.personId")
    .select(["training.id", "training.course", "training.day", "training.hours"])
    .select(["training.certificate", "training.removedAt", "training.personId", "person.name"])
    .where("training.agencyId", "=", agencyId)
    .orderBy("training.day", "desc")
    .orderBy("training.recordedAt", "desc")
    .execute();
}

export type Training = Awaited<ReturnType<typeof trainingOf>>[number];

/** Enters a course that somebody attended. Refused: `not-our-person` (nobody who speaks or spoke for the agency), `day-in-future`. */
export async function logTraining(
  db: Db,
  agency: { id: string },
  details: TrainingDetails,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: "not-our-person" | "day-in-future" }> {
  return allOrNothing<
    { ok: true; id: string } | { ok: false; reason: "not-our-person" | "day-in-future" }
  >(db, async (trx) => {
    if (details.day > dayOf(signed.at)) return { ok: false, reason: "day-in-future" };
    const person = (await peopleOf(trx, [agency.id])).find(({ id }) => id === details.personId);
    if (!person) return { ok: false, reason: "not-our-person" };

    const id = randomUUID();
    await trx
      .insertInto("training")
      .values({
        ...{ id, agencyId: agency.id, ...details },
        ...{ recordedAt: signed.at, recordedBy: signed.by.id, removedAt: null },
      })
      .execute();
    await record(trx, signed, {
      act: "training.logged",
      about: { id },
      agencyId: agency.id,
      particulars: { name: person.name, course: details.course },
    });
    return { ok: true, id };
  });
}

/** A course that stands in the log, if its agency is this officer's to work for. */
export function findTrainingFor(db: Db, officer: Officer, id: string) {
  return db
    .selectFrom("training")
    .innerJoin("person", "person.id", "training.personId")
    .innerJoin("agency", "agency.id", "training.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["training.id", "training.agencyId", "training.course", "person.name"])
    .where("training.id", "=", id)
    .where("training.removedAt", "is", null)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** Marks a course as removed: entered by mistake. It stays to be seen on the desk. */
export async function removeTraining(
  db: Db,
  { id, agencyId, name, course }: { id: string; agencyId: string; name: string; course: string },
  signed: Signature,
) {
  await db.transaction().execute(async (trx) => {
    const removed = await trx
      .updateTable("training")
      .set({ removedAt: signed.at })
      .where("id", "=", id)
      .where("removedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!removed) return;
    await record(trx, signed, {
      ...{ act: "training.removed", about: { id }, agencyId, particulars: { name, course } },
    });
  });
}
