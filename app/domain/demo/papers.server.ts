import { type SelectQueryBuilder, sql } from "kysely";
import type { Db, Tables } from "#db/tables.ts";
import type { PaperForm } from "../papers/paper-form.ts";

/** What an officer of the demo office wrote into the paper of its coming meeting. */
export const PAPER: PaperForm = {
  ...{ files: "both", number: "00/GM-UBND (mẫu)", addressees: "Các cơ quan báo chí" },
  ...{ reason: "Thực hiện quy định về phát ngôn và cung cấp thông tin cho báo chí" },
  ...{ signing: "deputy", office: "Phó Chủ tịch", recipients: "Như trên\nLưu: VT" },
};

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
