import { absolute } from "#app/config.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/tables.ts";
import type { ReceiptContent } from "../receipts/receipt.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import { statementFiles } from "./files.server.ts";
import { signOffsOf } from "./sign-offs.server.ts";
import { plainTextOf } from "./statement-text.server.ts";
import type { StatementOfAgency } from "./statements.server.ts";

/** What the receipt of a statement says, as it is published: in the statement's own language. */
export async function receiptContentOf(
  db: Db,
  statement: StatementOfAgency,
  speaker: Pick<Speaker, "capacity" | "matter" | "basis">,
  publishedAt: string,
): Promise<ReceiptContent> {
  const { language } = statement;
  const words = messagesIn(language);
  const isEnglish = language === "en";
  const nameIn = (of: { agencyName: string; agencyNameEn: string }) =>
    isEnglish ? of.agencyNameEn : of.agencyName;
  const [files, signOffs] = await Promise.all([
    statementFiles(db, statement),
    signOffsOf(db, statement),
  ]);
  const { number, date } = speaker.basis;
  const capacity = [
    words.spokespersons.capacity[speaker.capacity],
    speaker.matter && words.statements.authorisedFor(speaker.matter),
  ];
  return {
    statement: absolute(paths.statement(statement)),
    kind: words.statements.kinds[statement.kind],
    language,
    title: statement.title,
    text: plainTextOf(statement),
    agency: { id: statement.agencyId, name: nameIn(statement) },
    agreedBy: signOffs.map(nameIn),
    speaker: {
      name: statement.speakerName,
      position: statement.speakerPosition,
      capacity: capacity.filter(Boolean).join("; "),
      basis: words.receipts.basis(number, shortDay(date)),
    },
    publishedAt,
    corrects: statement.correctsId && absolute(paths.statement({ id: statement.correctsId })),
    reason: statement.correctionReason,
    attachments: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}
