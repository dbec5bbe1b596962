import { sql } from "kysely";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";

export type ListedImport = Row<"spokespersonImport"> & {
  importedByName: string | null;
  undoneByName: string | null;
};

/** The imports of which every entry is this officer's to work for, newest first. */
export async function listImportsFor(db: Db, officer: Officer): Promise<ListedImport[]> {
  return importsFor(db, officer).limit(200).execute();
}

/** An import, if every entry of it is this officer's to work for. */
export async function findImportFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<ListedImport | undefined> {
  return importsFor(db, officer).where("spokespersonImport.id", "=", id).executeTakeFirst();
}

function importsFor(db: Db, officer: Officer) {
  const within = db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("agency.id")
    .where(withinReach(officer));
  return db
    .selectFrom("spokespersonImport")
    .leftJoin("account", "account.id", "spokespersonImport.importedBy")
    .leftJoin("account as undoer", "undoer.id", "spokespersonImport.undoneBy")
    .selectAll("spokespersonImport")
    .select(["account.name as importedByName", "undoer.name as undoneByName"])
    .$if(officer.reach !== "country", (query) =>
      query.where(({ and, not, or, exists, selectFrom }) => {
        const entries = (["assignment", "delegation"] as const).map((table) =>
          selectFrom(table)
            .select(sql.lit(1).as("one"))
            .whereRef(`${table}.importId`, "=", "spokespersonImport.id"),
        );
        const ours = entries.map((entry) => exists(entry.where("agencyId", "in", within)));
        const others = entries.map((entry) =>
          not(exists(entry.where("agencyId", "not in", within))),
        );
        return and([or(ours), ...others]);
      }),
    )
    .orderBy("spokespersonImport.importedAt", "desc")
    .orderBy("spokespersonImport.id");
}
