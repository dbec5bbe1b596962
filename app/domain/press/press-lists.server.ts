import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { byName } from "./folding.ts";
import { takesLetters } from "./journalists.server.ts";
import { officeOf, provinceInHand } from "./scope.server.ts";

export type PressList = Row<"pressList">;

/** Begins a list of journalists at a province's desk; a name is given once in a province. */
export async function createList(db: Db, provinceId: string, name: string, signed: Signature) {
  return allOrNothing(db, async (trx) => {
    const list = await enterList(trx, provinceId, name);
    if (!list) return { ok: false, reason: "list-name-taken" } as const;
    await recordChange(trx, list, signed);
    return { ok: true, id: list.id } as const;
  });
}

/** Writes a new list into the books without an audit line; nothing when the name is taken. */
export function enterList(
  trx: Db,
  provinceId: string,
  name: string,
): Promise<PressList | undefined> {
  return trx
    .insertInto("pressList")
    .values({ id: randomUUID(), provinceId, name })
    .onConflict((clash) => clash.columns(["provinceId", "name"]).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Gives a list another name, unless another list of the province has it. */
export async function renameList(db: Db, list: PressList, name: string, signed: Signature) {
  return allOrNothing(db, async (trx) => {
    const other = await findListByName(trx, list.provinceId, name);
    if (other && other.id !== list.id) return { ok: false, reason: "list-name-taken" } as const;
    await trx.updateTable("pressList").set({ name }).where("id", "=", list.id).execute();
    await recordChange(trx, { ...list, name }, signed);
    return { ok: true } as const;
  });
}

/** Puts journalists of the same province on a list, all together, and says how many were not on it yet. */
export async function addMembers(db: Db, list: PressList, ids: string[], signed: Signature) {
  return allOrNothing(db, async (trx) => {
    const added = await enterMembers(trx, list, ids);
    if (added > 0) await recordChange(trx, list, signed);
    return { ok: true, added } as const;
  });
}

const BATCH = 500;

/** Writes members into a list without an audit line; those of other provinces and those on it already are passed over. */
export async function enterMembers(trx: Db, list: PressList, ids: string[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const theirs = trx
      .selectFrom("journalist")
      .select((eb) => [eb.val(list.id).as("listId"), "id"])
      .where("provinceId", "=", list.provinceId)
      .where("id", "in", ids.slice(from, from + BATCH));
    const rows = await trx
      .insertInto("pressListMember")
      .columns(["listId", "journalistId"])
      .expression(theirs)
      .onConflict((clash) => clash.columns(["listId", "journalistId"]).doNothing())
      .returning("journalistId")
      .execute();
    added += rows.length;
  }
  return added;
}

/** Takes journalists off a list, all together, and says how many were on it. They stay in the books. */
export async function removeMembers(db: Db, list: PressList, ids: string[], signed: Signature) {
  return allOrNothing(db, async (trx) => {
    let removed = 0;
    for (let from = 0; from < ids.length; from += BATCH) {
      const { numDeletedRows } = await trx
        .deleteFrom("pressListMember")
        .where("listId", "=", list.id)
        .where("journalistId", "in", ids.slice(from, from + BATCH))
        .executeTakeFirst();
      removed += Number(numDeletedRows);
    }
    if (removed > 0) await recordChange(trx, list, signed);
    return { ok: true, removed } as const;
  });
}

async function recordChange(trx: Db, list: PressList, signed: Signature) {
  const { members } = await trx
    .selectFrom("pressListMember")
    .select(({ fn }) => fn.countAll<number>().as("members"))
    .where("listId", "=", list.id)
    .executeTakeFirstOrThrow();
  await record(trx, signed, {
    act: "press-list.changed",
    about: list,
    agencyId: await officeOf(trx, list.provinceId),
    particulars: { name: list.name, members },
  });
}

/** The list, if it is kept by this officer's province. */
export async function findListFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<PressList | undefined> {
  const province = provinceInHand(officer);
  return db
    .selectFrom("pressList")
    .selectAll()
    .where("id", "=", id)
    .$if(province !== undefined, (query) => query.where("provinceId", "=", province as string))
    .executeTakeFirst();
}

/** The list of a province (of any, where none is named) that bears exactly this name. */
export function findListByName(
  db: Db,
  provinceId: string | undefined,
  name: string,
): Promise<PressList | undefined> {
  return db
    .selectFrom("pressList")
    .selectAll()
    .$if(provinceId !== undefined, (query) => query.where("provinceId", "=", provinceId as string))
    .where("name", "=", name.normalize("NFC").trim())
    .orderBy("provinceId")
    .executeTakeFirst();
}

/** The ids of everybody on a list. */
export async function listMembers(db: Db, list: { id: string }): Promise<string[]> {
  const members = await db
    .selectFrom("pressListMember")
    .select("journalistId")
    .where("listId", "=", list.id)
    .execute();
  return members.map(({ journalistId }) => journalistId);
}

/** The lists of a province (of the country, for an administrator who chose none), by name, with how many are on each and how many of them take letters. */
export async function listPressListsFor(db: Db, officer: Officer, chosenProvince?: string | null) {
  const province = provinceInHand(officer, chosenProvince);
  const lists = await db
    .selectFrom("pressList")
    .leftJoin("pressListMember", "pressListMember.listId", "pressList.id")
    .leftJoin("journalist", "journalist.id", "pressListMember.journalistId")
    .select((eb) => [
      "pressList.id",
      "pressList.provinceId",
      "pressList.name",
      eb.fn.count<number>("journalist.id").as("members"),
      eb.fn
        .count<number>("journalist.id")
        .filterWhere(takesLetters(eb as never))
        .as("readers"),
    ])
    .$if(province !== undefined, (query) =>
      query.where("pressList.provinceId", "=", province as string),
    )
    .groupBy(["pressList.id", "pressList.provinceId", "pressList.name"])
    .execute();
  return lists.sort(byName);
}
