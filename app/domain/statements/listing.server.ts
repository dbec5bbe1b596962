import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { foldedText } from "../areas/folding.ts";
import { pageFound } from "../paging/page.server.ts";
import { pageOf } from "../paging/page.ts";
import type { Shelf } from "./shelves.ts";
import { type StatementOfAgency, statementsOfAgencies } from "./statements.server.ts";

const PAGE = 30;

/** How far back statements are searched by their words. */
const SEARCHED = 2_000;

/** The statements that an officer works on: those in hand, those published, those laid aside; newest first. */
export async function listStatementsFor(
  db: Db,
  officer: Officer,
  { shelf, q = "", page: asked = 1 }: { shelf: Shelf; q?: string; page?: number },
) {
  const newest = statementsOfAgencies(db)
    .where(withinReach(officer))
    .$if(shelf === "published", (query) => query.where("statement.publishedAt", "is not", null))
    .$if(shelf === "withdrawn", (query) => query.where("statement.withdrawnAt", "is not", null))
    .$if(shelf === "open", (query) =>
      query.where("statement.publishedAt", "is", null).where("statement.withdrawnAt", "is", null),
    )
    .orderBy(({ fn }) => fn.coalesce("statement.publishedAt", "statement.draftedAt"), "desc")
    .orderBy("statement.id");
  const wanted = foldedText(q);
  if (wanted) {
    const rows = (await newest.limit(SEARCHED).execute()) as StatementOfAgency[];
    const found = rows.filter((row) =>
      foldedText(`${row.title} ${row.speakerName}`).includes(wanted),
    );
    const { shown: statements, ...place } = pageOf(found, asked, PAGE);
    return { statements, ...place };
  }
  const { shown, ...place } = await pageFound(newest, asked, PAGE);
  return { statements: shown as StatementOfAgency[], ...place };
}
