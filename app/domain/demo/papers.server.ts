import { type SelectQueryBuilder, sql } from "kysely";
import type { Db, Tables } from "#db/tables.ts";

/** Removes what was said of the papers of meetings, the forms of agencies, and files that no letter brings any more. */
export async function removePapers(
  trx: Db,
  {
    meetings,
    agencies,
  }: { meetings: string[]; agencies: SelectQueryBuilder<Tables, "agency", { id: string }> },
): Promise<void> {
  await trx.deleteFrom("meetingPaper").where("meetingId", "in", meetings).execute();
  await trx.deleteFrom("agencyForm").where("agencyId", "in", agencies).execute();
  await trx
    .deleteFrom("enclosure")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mail")
            .select("mail.id")
            .where(sql<boolean>`mail.enclosures like '%' || enclosure.id || '%'`),
        ),
      ),
    )
    .execute();
}
