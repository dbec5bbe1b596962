import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { letterLanguageAt } from "../accounts/letter-language.server.ts";
import type { Officer } from "../accounts/officer.ts";
import { isClosedBy } from "../agencies/agency.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { taskLetter } from "./letters.server.ts";
import { findQuery, holdQuery, type QueryOfAgency } from "./queries.server.ts";
import { type QueryOutcome, type QueryRefusal, whyNotWork } from "./query.ts";

export type Task = Row<"queryTask">;

/** Who is asked for what, by when: an agency with a desk of its own, or a unit by its name and address. */
export interface Asked {
  agencyId: string | null;
  unit: string;
  email: string | null;
  request: string;
  dueAt: Moment;
}

/**
 * Asks a unit to supply something, fully, promptly and accurately (Decree 244/2026, art. 4.2): on its desk, and by a
 * letter where an address is given. Refused: where the query stands, `in-the-past`, `same-agency`, `agency-closed`.
 */
export async function askUnit(
  db: Db,
  query: { id: string },
  asked: Asked,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: QueryRefusal }> {
  return allOrNothing<{ ok: true; id: string } | { ok: false; reason: QueryRefusal }>(
    db,
    async (trx) => {
      const current = await holdQuery(trx, query.id);
      const { agencyId, number } = current;
      const barred = whyNotWork(current);
      if (barred) return { ok: false, reason: barred };
      if (asked.dueAt <= signed.at) return { ok: false, reason: "in-the-past" };
      if (asked.agencyId === agencyId) return { ok: false, reason: "same-agency" };
      const other = asked.agencyId ? await openAgency(trx, asked.agencyId, signed.at) : undefined;
      if (asked.agencyId && !other) return { ok: false, reason: "agency-closed" };
      const task: Task = {
        ...{ ...asked, unit: other?.name ?? asked.unit, id: randomUUID(), queryId: query.id },
        ...{ token: newToken(), askedAt: signed.at, askedBy: signed.by.id },
        ...{ answer: null, answeredAt: null, answeredBy: null, cancelledAt: null },
      };
      await trx.insertInto("queryTask").values(task).execute();
      await record(trx, signed, {
        ...{ act: "query.unit-asked", about: query, agencyId },
        particulars: { number, unit: task.unit },
      });
      const { email } = task;
      if (email) {
        const fresh = (await findQuery(trx, query.id)) as QueryOfAgency;
        const language = await letterLanguageAt(trx, email);
        await post(trx, [taskLetter(fresh, { ...task, email }, language, signed.at)], signed.at);
      }
      return { ok: true, id: task.id };
    },
  );
}

/** An agency that is there on the day of a moment. */
export async function openAgency(db: Db, id: string, at: Moment) {
  const agency = await db
    .selectFrom("agency")
    .select(["id", "name", "nameEn", "untilDay"])
    .where("id", "=", id)
    .executeTakeFirst();
  return agency && !isClosedBy(agency, dayOf(at)) ? agency : undefined;
}

/** What units were asked for a query, in the order in which they were. */
export function tasksOn(db: Db, { id }: { id: string }): Promise<Task[]> {
  return db
    .selectFrom("queryTask")
    .selectAll()
    .where("queryId", "=", id)
    .orderBy("askedAt")
    .orderBy("id")
    .execute();
}

export type TaskState = "open" | "late" | "answered" | "answered-late" | "cancelled";

/** How a unit stands with what it was asked to supply; on the minute it was due it is late. */
export function stateOfTask(
  { answeredAt, cancelledAt, dueAt }: Pick<Task, "answeredAt" | "cancelledAt" | "dueAt">,
  at: Moment,
): TaskState {
  if (cancelledAt) return "cancelled";
  if (answeredAt) return answeredAt < dueAt ? "answered" : "answered-late";
  return dueAt <= at ? "late" : "open";
}

/** A task with its query, if it is for this officer's agency to answer, or to have asked. */
export async function findTaskFor(db: Db, officer: Officer, id: string) {
  const task = await db.selectFrom("queryTask").selectAll().where("id", "=", id).executeTakeFirst();
  const query = task && (await findQuery(db, task.queryId));
  if (!query || officer.agencyId === null) return undefined;
  const mine = query.agencyId === officer.agencyId;
  return mine || task.agencyId === officer.agencyId ? { task, query, mine } : undefined;
}

/** A task by the key in its letter. */
export async function findTaskBy(db: Db, token: string) {
  const task = await db
    .selectFrom("queryTask")
    .selectAll()
    .where("token", "=", token)
    .executeTakeFirst();
  const query = task && (await findQuery(db, task.queryId));
  return query && { task, query };
}

/** Tasks that an officer's agency was asked by others and has not answered, the most pressing first. */
export async function tasksFor(db: Db, officer: Officer) {
  return db
    .selectFrom("queryTask")
    .innerJoin("query", "query.id", "queryTask.queryId")
    .innerJoin("agency", "agency.id", "query.agencyId")
    .select(["queryTask.id", "queryTask.request", "queryTask.dueAt", "query.number"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("queryTask.agencyId", "=", officer.agencyId ?? "")
    .where("queryTask.answeredAt", "is", null)
    .where("queryTask.cancelledAt", "is", null)
    .where("query.outcome", "is", null)
    .orderBy("queryTask.dueAt")
    .execute();
}

/** Writes down what a unit supplied. Refused: where the query stands, `done-already`. */
export async function answerTask(
  db: Db,
  { id }: { id: string },
  answer: string,
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const { queryId } = await trx
      .selectFrom("queryTask")
      .select("queryId")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const current = await holdQuery(trx, queryId);
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    const task = await trx
      .updateTable("queryTask")
      .set({ answer, answeredAt: signed.at, answeredBy: signed.by.id })
      .where("id", "=", id)
      .where("answeredAt", "is", null)
      .where("cancelledAt", "is", null)
      .returning("unit")
      .executeTakeFirst();
    if (!task) return { ok: false, reason: "done-already" };
    const { agencyId, number } = current;
    await record(trx, signed, {
      ...{ act: "query.unit-answered", about: { id: queryId }, agencyId },
      particulars: { number, unit: task.unit },
    });
    return { ok: true };
  });
}

/** Takes back what a unit was asked. Refused: `done-already`. */
export async function cancelTask(
  db: Db,
  { id }: { id: string },
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const task = await trx
      .updateTable("queryTask")
      .set({ cancelledAt: signed.at })
      .where("id", "=", id)
      .where("answeredAt", "is", null)
      .where("cancelledAt", "is", null)
      .returning(["unit", "queryId"])
      .executeTakeFirst();
    if (!task) return { ok: false, reason: "done-already" };
    const { agencyId, number } = await holdQuery(trx, task.queryId);
    await record(trx, signed, {
      ...{ act: "query.unit-released", about: { id: task.queryId }, agencyId },
      particulars: { number, unit: task.unit },
    });
    return { ok: true };
  });
}
