import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db } from "#db/tables.ts";
import { recordAll } from "../audit/audit.server.ts";
import { differencesBetween } from "../audit/difference.ts";
import type { Deed, Signature } from "../audit/entry.ts";
import { DESK_FIELDS } from "./correction.ts";
import { nameKey } from "./delegation.ts";
import { agencyIdsOf, type Booked, type ImportEntry, type OnProgress } from "./import-entry.ts";
import { peopleOf } from "./people.server.ts";

const BATCH = 200;

export interface Import {
  id: string;
  fileName: string;
  rows: number;
}

/**
 * Writes what was planned in this transaction, a couple of hundred rows at a time, so that the process
 * answers others in between: people, corrections, new entries, the ends of those who make room, then
 * the delegations that rest on them all.
 */
export async function enterAll(
  trx: Db,
  { id, fileName, rows }: Import,
  entries: ImportEntry[],
  signed: Signature,
  onProgress: OnProgress = () => {},
) {
  const { at, by } = signed;
  await trx
    .insertInto("spokespersonImport")
    .values({ id, fileName, rows, importedAt: at, importedBy: by.id })
    .execute();
  // The books are kept in Vietnamese, whoever writes in them.
  const annulReason = messagesIn("vi").imports.reasons.corrected(fileName);
  const personIdOf = await enterPeople(trx, entries);
  const written = entries.flatMap((entry) => ("enter" in entry ? [entry] : []));
  const corrections = written.flatMap((entry) => ("corrects" in entry ? [entry] : []));
  const leaving = written.flatMap((entry) => ("instead" in entry ? [entry.instead] : []));
  const delegations = entries.flatMap((entry) => ("delegate" in entry ? [entry.delegate] : []));
  const total = written.length + leaving.length + delegations.length;
  const fresh = new Set(written.map(({ enter }) => enter.id));
  let done = 0;
  const advance = async (by: number) => {
    done += by;
    onProgress({ phase: "writing", done, total });
    await setImmediate();
  };

  for (const batch of batches(corrections))
    await trx
      .updateTable("assignment")
      .set({ annulledAt: at, annulledBy: by.id, annulReason })
      .where(
        "id",
        "in",
        batch.map(({ corrects }) => corrects.id),
      )
      .execute();
  for (const batch of batches(written)) {
    const rowsNow = batch.map(({ enter: { name, line, ...row } }) => ({
      ...row,
      personId: row.personId || personIdOf(row.agencyId, name),
      // Whoever takes their place may be of a later batch: see `endAll`.
      supersededBy: fresh.has(row.supersededBy ?? "") ? null : row.supersededBy,
    }));
    await trx.insertInto("assignment").values(rowsNow).execute();
    await recordAll(
      trx,
      signed,
      batch.map((entry) =>
        enteringDeed(entry.enter, "corrects" in entry && { before: entry.corrects, annulReason }),
      ),
    );
    await advance(batch.length);
  }
  for (const batch of batches(corrections)) {
    const pairs = batch.map(({ corrects, enter }) => [corrects.id, enter.id] as const);
    await repoint(trx, pairs);
  }
  for (const batch of batches(leaving)) {
    await endAll(trx, batch);
    await recordAll(trx, signed, batch.map(endingDeed));
    await advance(batch.length);
  }
  for (const batch of batches(delegations)) {
    const rowsNow = batch.map(({ name, ...row }) => ({
      ...row,
      personId: personIdOf(row.agencyId, name),
    }));
    await trx.insertInto("delegation").values(rowsNow).execute();
    await recordAll(
      trx,
      signed,
      batch.map(({ id: about, agencyId, name, matter, documentNo }) => ({
        act: "spokesperson.delegated",
        about: { id: about },
        agencyId,
        particulars: { name, matter, documentNo },
      })),
    );
    await advance(batch.length);
  }
  await recordAll(trx, signed, [
    { act: "spokespersons.imported", about: { id }, particulars: { rows } },
  ]);
}

function enteringDeed(
  booked: Booked,
  correction: { before: Booked; annulReason: string } | false,
): Deed {
  const { id, agencyId, name, capacity, decisionNo } = booked;
  const entry = { about: { id }, agencyId };
  if (correction) {
    const changed = differencesBetween(DESK_FIELDS, correction.before, booked);
    const particulars = { name, reason: correction.annulReason, changed };
    return { ...entry, act: "spokesperson.corrected", particulars };
  }
  const particulars = { name, capacity, decisionNo };
  return { ...entry, act: "spokesperson.assigned", particulars };
}

function endingDeed({ id, agencyId, name, endDay, endDecisionNo }: Booked): Deed {
  const particulars = { name, endDay: endDay ?? "", decisionNo: endDecisionNo ?? "" };
  return { act: "spokesperson.superseded", about: { id }, agencyId, particulars };
}

/** What rested on an entry rests on the one that stands for it now. */
export async function repoint(trx: Db, pairs: (readonly [from: string, to: string])[]) {
  const moved = sql.join(pairs.map(([from, to]) => sql`(${from}, ${to})`));
  await sql`with moved (old_id, new_id) as (values ${moved})
    update delegation set grantor_id = moved.new_id from moved
    where delegation.grantor_id = moved.old_id`.execute(trx);
  await sql`with moved (old_id, new_id) as (values ${moved})
    update assignment set superseded_by = moved.new_id from moved
    where assignment.superseded_by = moved.old_id`.execute(trx);
}

async function endAll(trx: Db, leaving: Booked[]) {
  const ends = sql.join(
    leaving.map(
      (one) =>
        sql`(${one.id}, ${one.endDay}, ${one.endDecisionNo}, ${one.endDecisionDay}, ${one.endRecordedAt}, ${one.endRecordedBy}, ${one.supersededBy})`,
    ),
  );
  await sql`with ends (id, day, decision_no, decision_day, at, signer, successor) as (values ${ends})
    update assignment set
      end_day = ends.day, end_kind = 'superseded', end_decision_no = ends.decision_no,
      end_decision_day = ends.decision_day, end_recorded_at = ends.at,
      end_recorded_by = ends.signer, superseded_by = ends.successor
    from ends where assignment.id = ends.id`.execute(trx);
}

type PersonIdOf = (agencyId: string, name: string) => string;

/** Enters the people whom their agency does not know yet; the same name at one agency is one person. */
async function enterPeople(trx: Db, entries: ImportEntry[]): Promise<PersonIdOf> {
  const keyOf = (agencyId: string, name: string) => `${agencyId} ${nameKey(name)}`;
  const known = await peopleOf(trx, agencyIdsOf(entries));
  const ids = new Map(known.map(({ agencyId, name, id }) => [keyOf(agencyId, name), id]));
  const fresh: { id: string; name: string }[] = [];
  for (const { agency, draft } of entries) {
    const key = keyOf(agency.id, draft.details.name);
    if (ids.has(key)) continue;
    const person = { id: randomUUID(), name: draft.details.name };
    ids.set(key, person.id);
    fresh.push(person);
  }
  for (const batch of batches(fresh)) await trx.insertInto("person").values(batch).execute();
  return (agencyId, name) => ids.get(keyOf(agencyId, name)) as string;
}

/** As many at a time as one statement may carry. */
export function batches<Item>(all: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) =>
    all.slice(i * BATCH, (i + 1) * BATCH),
  );
}
