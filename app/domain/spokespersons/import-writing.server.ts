import { randomUUID } from "node:crypto";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { assignmentRow, standingOf } from "./assignments.server.ts";
import { grantorOf, nameKey } from "./delegation.ts";
import { delegationRow } from "./delegations.server.ts";
import { agencyIdsOf, grouped, type ImportEntry } from "./import-entry.ts";
import { peopleOf } from "./people.server.ts";

const BATCH = 200;

/** Writes entries that were checked in this transaction: people, assignments, then the delegations that rest on them. */
export async function enterAll(trx: Db, entries: ImportEntry[], signed: Signature) {
  const personIdOf = await enterPeople(trx, entries);
  const assigned = entries.flatMap(({ agency, draft }) => {
    if (draft.kind !== "assignment") return [];
    const { name, ...details } = draft.details;
    const personId = personIdOf(agency.id, name);
    const row = { id: randomUUID(), agencyId: agency.id, personId, ...details };
    return [{ name, row: assignmentRow(row, signed) }];
  });
  for (const batch of batches(assigned))
    await trx
      .insertInto("assignment")
      .values(batch.map(({ row }) => row))
      .execute();
  for (const { name, row } of assigned)
    await record(trx, signed, {
      act: "spokesperson.assigned",
      about: row,
      agencyId: row.agencyId,
      particulars: { name, capacity: row.capacity, decisionNo: row.decisionNo },
    });
  await enterDelegations(trx, entries, personIdOf, signed);
  await record(trx, signed, {
    act: "spokespersons.imported",
    about: { id: "spokespersons" },
    particulars: { rows: entries.length },
  });
}

type PersonIdOf = (agencyId: string, name: string) => string;

async function enterDelegations(
  trx: Db,
  entries: ImportEntry[],
  personIdOf: PersonIdOf,
  signed: Signature,
) {
  const standing = grouped(await standingOf(trx, agencyIdsOf(entries)));
  for (const { agency, draft } of entries) {
    if (draft.kind !== "delegation") continue;
    const { name, ...details } = draft.details;
    const heads = standing(agency.id).filter(({ capacity }) => capacity === "head");
    const grantor = grantorOf(details, heads);
    if (!grantor) throw new Error("A delegation passed the check without a head.");
    const id = randomUUID();
    const personId = personIdOf(agency.id, name);
    const written = { id, agencyId: agency.id, personId, grantorId: grantor.id, ...details };
    await trx.insertInto("delegation").values(delegationRow(written, signed)).execute();
    await record(trx, signed, {
      act: "spokesperson.delegated",
      about: { id },
      agencyId: agency.id,
      particulars: { name, matter: details.matter, documentNo: details.documentNo },
    });
  }
}

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

function batches<Item>(all: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) =>
    all.slice(i * BATCH, (i + 1) * BATCH),
  );
}
