import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { byName } from "./folding.ts";
import type { OutletType } from "./outlet.ts";
import { officeOf, provinceInHand } from "./scope.server.ts";

export interface OutletDetails {
  name: string;
  type: OutletType;
}

/** Lists a press agency at a province's desk; a name is listed once in a province. */
export async function listOutlet(
  db: Db,
  provinceId: string,
  details: OutletDetails,
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const id = await enterOutlet(trx, provinceId, details, signed);
    return id ? ({ ok: true, id } as const) : ({ ok: false, reason: "outlet-listed" } as const);
  });
}

/** Gives a press agency another name or type, unless another one of the province has that name. */
export async function changeOutlet(
  db: Db,
  outlet: Row<"outlet">,
  details: OutletDetails,
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const other = await findByName(trx, outlet.provinceId, details.name);
    if (other && other.id !== outlet.id) return { ok: false, reason: "outlet-listed" } as const;
    const { name, type } = details;
    await trx.updateTable("outlet").set({ name, type }).where("id", "=", outlet.id).execute();
    await record(trx, signed, {
      act: "outlet.changed",
      about: outlet,
      agencyId: await officeOf(trx, outlet.provinceId),
      particulars: { name, before: outlet.name },
    });
    return { ok: true } as const;
  });
}

/** The id of a province's press agency of this name, which is listed if it was not. */
export async function findOrEnterOutlet(
  trx: Db,
  provinceId: string,
  details: OutletDetails,
  signed: Signature,
): Promise<string> {
  const entered = await enterOutlet(trx, provinceId, details, signed);
  return entered ?? (await findByName(trx, provinceId, details.name))?.id ?? "";
}

function findByName(db: Db, provinceId: string, name: string) {
  return db
    .selectFrom("outlet")
    .selectAll()
    .where("provinceId", "=", provinceId)
    .where("name", "=", name)
    .executeTakeFirst();
}

async function enterOutlet(
  trx: Db,
  provinceId: string,
  details: OutletDetails,
  signed: Signature,
): Promise<string | undefined> {
  const entered = await trx
    .insertInto("outlet")
    .values({ id: randomUUID(), provinceId, name: details.name, type: details.type })
    .onConflict((clash) => clash.columns(["provinceId", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!entered) return undefined;
  await record(trx, signed, {
    act: "outlet.listed",
    about: entered,
    agencyId: await officeOf(trx, provinceId),
    particulars: { name: details.name },
  });
  return entered.id;
}

/** The press agencies of a province (of the country, for an administrator who chose none), by name, with how many journalists each has. */
export async function listOutletsFor(db: Db, officer: Officer, chosenProvince?: string | null) {
  const province = provinceInHand(officer, chosenProvince);
  const outlets = await db
    .selectFrom("outlet")
    .leftJoin("journalist", "journalist.outletId", "outlet.id")
    .select(({ fn }) => [
      "outlet.id",
      "outlet.provinceId",
      "outlet.name",
      "outlet.type",
      fn.count<number>("journalist.id").as("journalists"),
    ])
    .$if(province !== undefined, (query) =>
      query.where("outlet.provinceId", "=", province as string),
    )
    .groupBy(["outlet.id", "outlet.provinceId", "outlet.name", "outlet.type"])
    .execute();
  return outlets.sort(byName);
}

/** The press agency, if this officer's province keeps the record. */
export async function findOutletFor(db: Db, officer: Officer, id: string) {
  const province = provinceInHand(officer);
  return db
    .selectFrom("outlet")
    .selectAll()
    .where("id", "=", id)
    .$if(province !== undefined, (query) => query.where("provinceId", "=", province as string))
    .executeTakeFirst();
}

/** The press agencies of one province, as they stand in the books. */
export function listOutlets(db: Db, provinceId: string): Promise<Row<"outlet">[]> {
  return db.selectFrom("outlet").selectAll().where("provinceId", "=", provinceId).execute();
}
