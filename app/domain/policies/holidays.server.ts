import type { Day, Db, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { isWeekend } from "./calendar.ts";

export type HolidayDetails = Pick<Row<"holiday">, "day" | "kind" | "name" | "basis">;

/** The days off and the days worked in exchange, in their order. */
export function listHolidays(db: Db) {
  return db.selectFrom("holiday").selectAll().orderBy("day").execute();
}

/** What the books of holidays say of a day, if anything: off, or worked though it is a weekend. */
export function findHoliday(db: Db, day: Day) {
  return db.selectFrom("holiday").selectAll().where("day", "=", day).executeTakeFirst();
}

/** Adds a day off, or a weekend day that is worked. Refused: `day-taken`, `work-on-weekday`. */
export async function addHoliday(db: Db, details: HolidayDetails, signed: Signature) {
  const { day, kind, name } = details;
  if (kind === "work" && !isWeekend(day)) return { ok: false, reason: "work-on-weekday" } as const;
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto("holiday")
      .values({ ...details, recordedAt: signed.at, recordedBy: signed.by.id })
      .onConflict((known) => known.column("day").doNothing())
      .returning("day")
      .executeTakeFirst();
    if (!added) return { ok: false, reason: "day-taken" } as const;
    const particulars = { day, name, kind };
    await record(trx, signed, { act: "holiday.added", about: { id: day }, particulars });
    return { ok: true } as const;
  });
}

/** Takes a day out of the table. It does not come back with a new edition of the files. */
export async function removeHoliday(db: Db, { day, name }: Row<"holiday">, signed: Signature) {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("holiday")
      .where("day", "=", day)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return { ok: false, reason: "gone" } as const;
    await record(trx, signed, {
      act: "holiday.removed",
      about: { id: day },
      particulars: { day, name },
    });
    return { ok: true } as const;
  });
}
