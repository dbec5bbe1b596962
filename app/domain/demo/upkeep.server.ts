import { dayOf, later, startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { quarterDays, quarterOf } from "../spokespersons/confirmation.ts";
import { MARK } from "./office.ts";

/** What the quarter has brought so far: most invented spokespersons confirmed, one was asked lately, one letter bounced, one nobody asked. */
export async function furnishUpkeep(db: Db, at: Moment): Promise<void> {
  const quarter = quarterOf(dayOf(at));
  const { first } = quarterDays(quarter);
  const daysAgo = (days: number) => {
    const then = later(at, { days: -days });
    return dayOf(then) < first ? startOf(first) : then;
  };
  const holders = await db
    .selectFrom("assignment")
    .select(["id", "agencyId", "phone"])
    .where("id", "like", `${MARK}%`)
    .where("endDay", "is", null)
    .where("publishedAt", "is not", null)
    .where("annulledAt", "is", null)
    .orderBy("id")
    .execute();
  const rows = holders.flatMap(({ id, agencyId }, place) => {
    const fate = place % 6;
    if (fate === 5) return [];
    const bounced = fate === 4;
    const asked = fate === 3;
    return {
      id: `${MARK}confirmation-${place}`,
      agencyId,
      assignmentId: id,
      quarter,
      token: crypto.randomUUID(),
      askedAt: daysAgo(asked ? 3 : 20),
      confirmedAt: asked || bounced ? null : daysAgo(18 - fate * 4),
      confirmedBy: asked || bounced ? null : `confirmation:${MARK}confirmation-${place}`,
      bouncedAt: bounced ? daysAgo(20) : null,
      bounce: bounced ? "550 5.1.1 Không có hộp thư này (mẫu)" : null,
    };
  });
  if (rows.length > 0) await db.insertInto("confirmation").values(rows).execute();

  const [holder] = holders;
  if (!holder) return;
  await db
    .insertInto("contactReport")
    .values({
      id: `${MARK}report`,
      agencyId: holder.agencyId,
      assignmentId: holder.id,
      delegationId: null,
      field: "phone",
      proposal: holder.phone.replace(/\d$/, "9"),
      note: "Tôi gọi sáng nay, tổng đài nói số đã đổi (mẫu).",
      reporterEmail: null,
      language: "vi",
      reportedAt: daysAgo(1),
      decision: null,
      answer: null,
      decidedAt: null,
      decidedBy: null,
    })
    .execute();
}

/** An entry that is invented, or of an invented department, and every correction of it since. */
export async function inventedEntries(
  db: Db,
  table: "assignment" | "delegation",
): Promise<string[]> {
  const invented = await db
    .selectFrom(table)
    .select("id")
    .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]))
    .execute();
  const ids = invented.map(({ id }) => id);
  for (let fresh = ids; fresh.length > 0; ) {
    const next = await db.selectFrom(table).select("id").where("replacesId", "in", fresh).execute();
    fresh = next.map(({ id }) => id).filter((id) => !ids.includes(id));
    ids.push(...fresh);
  }
  return ids;
}

/** Takes away what was asked and reported about invented entries, with the letters that asked. */
export async function removeUpkeep(
  db: Db,
  entries: { assignments: string[]; delegations: string[] },
): Promise<void> {
  const questions = db
    .selectFrom("confirmation")
    .select("id")
    .where("assignmentId", "in", entries.assignments);
  await db.deleteFrom("mail").where("confirmationId", "in", questions).execute();
  await db.deleteFrom("confirmation").where("assignmentId", "in", entries.assignments).execute();
  await db
    .deleteFrom("contactReport")
    .where(({ eb, or }) =>
      or([
        eb("assignmentId", "in", entries.assignments),
        eb("delegationId", "in", entries.delegations),
      ]),
    )
    .execute();
}
