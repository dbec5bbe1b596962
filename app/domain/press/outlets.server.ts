import { randomUUID } from "node:crypto";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { byName } from "./folding.ts";
import type { OutletType } from "./outlet.ts";
import { officeOf, provinceInHand } from "./scope.server.ts";

/** Lists a press agency at a province's desk; a name is listed once in a province. */
export async function listOutlet(
  db: Db,
  provinceId: string,
  details: { name: string; type: OutletType },
  signed: Signature,
) {
  return db.transaction().execute(async (trx) => {
    const id = await enterOutlet(trx, provinceId, details, signed);
    return id ? ({ ok: true, id } as const) : ({ ok: false, reason: "outlet-listed" } as const);
  });
}

/** Writes a press agency into the books, inside somebody's transaction; nothing when the name is listed already. */
export async function enterOutlet(
  trx: Db,
  provinceId: string,
  details: { name: string; type: OutletType },
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

/** The press agencies of one province, as they stand in the books. */
export function listOutlets(db: Db, provinceId: string): Promise<Row<"outlet">[]> {
  return db.selectFrom("outlet").selectAll().where("provinceId", "=", provinceId).execute();
}
