import { randomBytes, randomUUID } from "node:crypto";
import type { ExpressionBuilder } from "kysely";
import { dayOf, startOf } from "#app/clock.ts";
import type { Day, Db, Moment, Tables } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { ofProvince, withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import { byConfirmation, type Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { type QuestionState, quarterDays, quarterOf, questionStateOf } from "./confirmation.ts";
import { confirmationLetter, type PublishedEntry } from "./confirmation-letter.server.ts";
import { effectiveEnd } from "./speaker.ts";

const TOKEN = /^[\w-]{16,100}$/;
const BATCH = 200;

/** On the public list on a day, as a condition on a query that has `assignment` in it. */
export function publicOn(day: Day) {
  return ({ eb, and, or }: ExpressionBuilder<Tables, "assignment">) =>
    and([
      eb("assignment.publishedAt", "is not", null),
      eb("assignment.annulledAt", "is", null),
      eb("assignment.fromDay", "<=", day),
      or([eb("assignment.untilDay", "is", null), eb("assignment.untilDay", ">=", day)]),
      or([eb("assignment.endDay", "is", null), eb("assignment.endDay", ">=", day)]),
    ]);
}

/**
 * Asks every head and regular spokesperson within reach, by one letter to the published address, whether
 * their entry is still right. Once a quarter each, however often it is called; who was confirmed or
 * published in this quarter is not asked. Question, letter and audit line are written together.
 */
export async function askForConfirmations(
  db: Db,
  reach: Reach,
  signed: Signature,
): Promise<{ asked: number }> {
  let asked = 0;
  for (const province of await provincesWithin(db, reach)) {
    for (;;) {
      const letters = await askSome(db, reach, province, signed);
      asked += letters;
      if (letters === 0) break;
    }
  }
  return { asked };
}

async function askSome(
  db: Db,
  reach: Reach,
  province: { id: string; agencyId: string; sender: string },
  signed: Signature,
): Promise<number> {
  const quarter = quarterOf(dayOf(signed.at));
  return db.transaction().execute(async (trx) => {
    const entries = await toAsk(trx, reach, signed.at)
      .where(ofProvince(province.id))
      .orderBy("assignment.id")
      .limit(BATCH)
      .execute();
    if (entries.length === 0) return 0;
    const questions = await trx
      .insertInto("confirmation")
      .values(entries.map((entry) => questionRow(entry, quarter, signed.at)))
      .onConflict((asked) => asked.columns(["assignmentId", "quarter"]).doNothing())
      .returning(["id", "assignmentId", "token", "quarter"])
      .execute();
    const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
    const letters = questions.map(({ assignmentId, ...question }) =>
      confirmationLetter(entryOf.get(assignmentId) as PublishedEntry, question, province.sender),
    );
    await post(trx, letters, signed.at);
    if (letters.length > 0)
      await record(trx, signed, {
        act: "confirmations.asked",
        about: { id: quarter },
        agencyId: province.agencyId,
        particulars: { quarter, letters: letters.length },
      });
    return letters.length;
  });
}

function questionRow(
  { id, agencyId }: { id: string; agencyId: string },
  quarter: string,
  at: Moment,
) {
  return {
    id: randomUUID(),
    agencyId,
    assignmentId: id,
    quarter,
    token: randomBytes(24).toString("base64url"),
    askedAt: at,
    confirmedAt: null,
    confirmedBy: null,
    bouncedAt: null,
    bounce: null,
  };
}

/** Public entries within reach that nobody stood by in this quarter and that were not asked about. */
function toAsk(db: Db, reach: Reach, at: Moment) {
  const today = dayOf(at);
  const quarter = quarterOf(today);
  return db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(ENTRY)
    .where(publicOn(today))
    .where(withinReach(reach))
    .where("assignment.publishedAt", "<", startOf(quarterDays(quarter).first))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("confirmation")
            .select("confirmation.id")
            .whereRef("confirmation.assignmentId", "=", "assignment.id")
            .where("confirmation.quarter", "=", quarter),
        ),
      ),
    );
}

const ENTRY = [
  "assignment.id",
  "assignment.agencyId",
  "agency.name as agencyName",
  "person.name",
  "assignment.position",
  "assignment.phone",
  "assignment.email",
  "assignment.capacity",
  "assignment.fromDay",
  "assignment.untilDay",
  "assignment.decisionNo",
  "assignment.decisionDay",
] as const;

/** The province around an agency's area, which stands beside its name. */
export const PROVINCE = [
  "province.type as provinceType",
  "province.name as provinceName",
  "province.nameEn as provinceNameEn",
] as const;

/** How many would get a letter if they were asked now, and about how many was asked in this quarter already. */
export async function countToAsk(db: Db, reach: Reach, at: Moment) {
  const waiting = await toAsk(db, reach, at)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const asked = await db
    .selectFrom("confirmation")
    .innerJoin("agency", "agency.id", "confirmation.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("confirmation.quarter", "=", quarterOf(dayOf(at)))
    .where(withinReach(reach))
    .executeTakeFirstOrThrow();
  return { toAsk: waiting.count, already: asked.count };
}

/** The provinces that have agencies within reach, each with its own committee, in whose name is asked. */
async function provincesWithin(db: Db, reach: Reach) {
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .innerJoin("agency as above", (join) =>
      join
        .on(({ eb, ref, fn }) =>
          eb(ref("above.areaId"), "=", fn.coalesce("area.partOf", "area.id")),
        )
        .on("above.kind", "=", "peoples_committee"),
    )
    .select(["above.areaId as id", "above.id as agencyId", "above.name as sender"])
    .distinct()
    .where(withinReach(reach) as never)
    .execute();
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The question that a letter's link is the key of, with the entry as it is public, and whether it is still open. */
export async function findQuestion(db: Db, token: string, at: Moment) {
  if (!TOKEN.test(token)) return undefined;
  const found = await db
    .selectFrom("confirmation")
    .innerJoin("assignment", "assignment.id", "confirmation.assignmentId")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", "province.id", "area.partOf")
    .select(ENTRY)
    .select(PROVINCE)
    .select([
      "assignment.personId",
      "assignment.publishedAt",
      "assignment.annulledAt",
      "assignment.endDay",
      "agency.nameEn as agencyNameEn",
      "area.code as areaCode",
      "confirmation.id as confirmationId",
      "confirmation.quarter",
      "confirmation.confirmedAt",
    ])
    .where("confirmation.token", "=", token)
    .executeTakeFirst();
  if (!found) return undefined;
  const { endDay, publishedAt, annulledAt, ...question } = found;
  const lastDay = effectiveEnd(found.untilDay, endDay);
  return { ...question, state: questionStateOf({ ...found, lastDay }, dayOf(at)) };
}

export type ConfirmRefusal = "unknown" | Exclude<QuestionState, "open">;
export type ConfirmOutcome = { ok: true } | { ok: false; reason: ConfirmRefusal };

/**
 * The spokesperson stands by their entry, from the letter's link. Refused: `unknown` token, or a question
 * that is no longer open: `confirmed` already, `superseded` by the next quarter, `annulled`, `ended`.
 */
export async function confirm(db: Db, token: string, at: Moment): Promise<ConfirmOutcome> {
  return db.transaction().execute(async (trx) => {
    const question = await findQuestion(trx, token, at);
    if (!question) return { ok: false, reason: "unknown" };
    if (question.state !== "open") return { ok: false, reason: question.state };
    const { confirmationId: id, name, agencyId, quarter } = question;
    const signed = { by: byConfirmation({ id, name }), at };
    return standBy(trx, { id, name, agencyId, quarter }, "letter", signed);
  });
}

/** The only writer of `confirmedAt`: whoever comes second changes nothing. */
async function standBy(
  trx: Db,
  question: { id: string; name: string; agencyId: string; quarter: string },
  by: "letter" | "telephone",
  signed: Signature,
): Promise<ConfirmOutcome> {
  const { id, name, agencyId, quarter } = question;
  const { numUpdatedRows } = await trx
    .updateTable("confirmation")
    .set({ confirmedAt: signed.at, confirmedBy: signed.by.id })
    .where("id", "=", id)
    .where("confirmedAt", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return { ok: false, reason: "confirmed" };
  await record(trx, signed, {
    act: "spokesperson.confirmed",
    about: { id },
    agencyId,
    particulars: { name, quarter, by },
  });
  return { ok: true };
}

/** An officer confirms an entry after speaking with the person. Refused: `confirmed` already, or not public (any more). */
export async function confirmByTelephone(
  db: Db,
  assignment: { id: string; name: string },
  signed: Signature,
): Promise<ConfirmOutcome> {
  const quarter = quarterOf(dayOf(signed.at));
  return db.transaction().execute(async (trx) => {
    const entry = await trx
      .selectFrom("assignment")
      .select(["assignment.id", "assignment.agencyId"])
      .where("assignment.id", "=", assignment.id)
      .where(publicOn(dayOf(signed.at)))
      .executeTakeFirst();
    if (!entry) return { ok: false, reason: "ended" };
    await trx
      .insertInto("confirmation")
      .values(questionRow(entry, quarter, signed.at))
      .onConflict((asked) => asked.columns(["assignmentId", "quarter"]).doNothing())
      .execute();
    const { id } = await trx
      .selectFrom("confirmation")
      .select("id")
      .where("assignmentId", "=", entry.id)
      .where("quarter", "=", quarter)
      .executeTakeFirstOrThrow();
    const { agencyId } = entry;
    return standBy(trx, { id, name: assignment.name, agencyId, quarter }, "telephone", signed);
  });
}
