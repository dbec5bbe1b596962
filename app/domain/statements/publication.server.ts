import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { initialStatementOf, keepTime, takeIncident } from "../incidents/incidents.server.ts";
import { postAll } from "../invitations/invitations.server.ts";
import type { Letter } from "../mail/letter.ts";
import { type ChosenJournalist, chooseJournalists } from "../press/journalists.server.ts";
import { issueReceipt } from "../receipts/receipts.server.ts";
import { whyNotCorrect } from "./drafting.server.ts";
import {
  type Erratum,
  erratumOf,
  formerEditions,
  receivedBy,
  saysOtherwise,
} from "./errata.server.ts";
import { statementLetter } from "./letters.server.ts";
import { receiptContentOf } from "./receipt-content.server.ts";
import { isSignedByAll } from "./sign-offs.server.ts";
import { type Statement, type StatementRefusal, whyNotPublish } from "./statement.ts";
import {
  entryOf,
  findStatement,
  type StatementOfAgency,
  speakerAt,
  takeStatement,
} from "./statements.server.ts";

export type PublicationOutcome =
  | { ok: true; letters: number; outlets: number }
  | { ok: false; reason: StatementRefusal };

/**
 * Makes an approved statement public and sends it to everybody chosen, in one go and at one moment: the text, who
 * speaks as they are now, one letter for each journalist, the signed receipt, what the log says, and whether the law's
 * time was kept are written together or not at all. A correction goes to everybody who got what was wrong besides.
 * Refused: where it stands or as the law has it (see `whyNotPublish`), `not-signed` by an agency whose word it is too,
 * `not-a-speaker`, `nothing-changed` and as `whyNotCorrect` of a correction, `nobody` when no one is left to send it
 * to; `publicOnly` publishes without letters.
 */
export async function publishStatement(
  db: Db,
  statement: { id: string },
  to: { journalistIds: string[]; publicOnly?: boolean },
  signed: Signature,
  by?: Reach,
): Promise<PublicationOutcome> {
  return allOrNothing<PublicationOutcome>(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    const incident = current.incidentId ? await takeIncident(trx, current.incidentId) : undefined;
    const reason = whyNotPublish(current, incident, signed.at);
    if (reason) return { ok: false, reason };
    const { agencyId, speakerId, title } = current;
    if (!(await isSignedByAll(trx, current))) return { ok: false, reason: "not-signed" };
    const entry = await entryOf(trx, { id: agencyId }, speakerId, signed.at);
    const speaker = await speakerAt(trx, { id: agencyId }, speakerId, signed.at);
    if (!entry || !speaker) return { ok: false, reason: "not-a-speaker" };
    const correction = await correctionBy(trx, current);
    if (!correction.ok) return correction;
    const { provinceId } = (await findStatement(trx, statement.id)) as StatementOfAgency;
    const within = by?.reach === "country" ? undefined : provinceId;
    const asked = to.publicOnly ? [] : await chooseJournalists(trx, within, to);
    const misled = await chooseJournalists(trx, undefined, { journalistIds: correction.received });
    const chosen = [...new Map([...asked, ...misled].map((one) => [one.id, one])).values()];
    if (chosen.length === 0 && !to.publicOnly) return { ok: false, reason: "nobody" };

    const isFirst = incident && !(await initialStatementOf(trx, incident.id));
    await trx
      .updateTable("statement")
      .set({ ...speaker, publishedAt: signed.at, publishedBy: signed.by.id })
      .set({ scheduledAt: null, scheduleProblem: null })
      .where("id", "=", statement.id)
      .execute();
    if (isFirst) await keepTime(trx, incident.id, { ...statement, publishedAt: signed.at });
    const published = (await findStatement(trx, statement.id)) as StatementOfAgency;
    const said = await receiptContentOf(trx, published, entry, signed.at);
    await issueReceipt(trx, statement.id, said, signed.at);
    await sendTo(trx, published, chosen, correction.erratum, signed);
    const outlets = outletsOf(chosen);
    await record(trx, signed, {
      ...{ act: "statement.published", about: statement, agencyId },
      particulars: { title, letters: chosen.length, outlets },
    });
    return { ok: true, letters: chosen.length, outlets };
  });
}

/** Of a correction: what it changes and who got what was wrong; nothing of either otherwise. */
async function correctionBy(trx: Db, current: Statement) {
  if (!current.correctsId) return { ok: true, erratum: null, received: [] as string[] } as const;
  const wrong = await takeStatement(trx, current.correctsId);
  const reason = await whyNotCorrect(trx, wrong, current);
  if (reason) return { ok: false, reason } as const;
  if (!saysOtherwise(wrong, current)) return { ok: false, reason: "nothing-changed" } as const;
  const received = await receivedBy(trx, await formerEditions(trx, current));
  return { ok: true, erratum: erratumOf(wrong, current), received } as const;
}

/** How many press agencies these are; each who belongs to none counts for one. */
function outletsOf(journalists: ChosenJournalist[]): number {
  return new Set(journalists.map(({ id, outletId }) => outletId ?? id)).size;
}

const COPIES_AT_ONCE = 500;

async function sendTo(
  trx: Db,
  statement: StatementOfAgency,
  journalists: ChosenJournalist[],
  erratum: Erratum | null,
  signed: Signature,
) {
  const recipients = journalists.map((journalist) => ({ ...journalist, copyId: randomUUID() }));
  for (let from = 0; from < recipients.length; from += COPIES_AT_ONCE)
    await trx
      .insertInto("statementCopy")
      .values(
        recipients
          .slice(from, from + COPIES_AT_ONCE)
          .map(({ copyId, id, outletId, outletName }) => ({
            ...{ id: copyId, statementId: statement.id, journalistId: id, outletId, outletName },
          })),
      )
      .execute();
  const compose = (recipient: (typeof recipients)[number]) =>
    statementLetter(statement, recipient, signed.at, erratum);
  await postAll(trx, recipients, compose, signed);
}

/** The very letter that a journalist would get if it were published now; its links lead nowhere yet. */
export async function previewStatement(
  db: Db,
  statement: StatementOfAgency,
  journalist: ChosenJournalist,
  at: Moment,
): Promise<Letter | undefined> {
  const { agencyId, speakerId } = statement;
  const speaker = await speakerAt(db, { id: agencyId }, speakerId, at);
  const recipient = { ...journalist, copyId: null, token: "preview" };
  const wrong = statement.correctsId ? await findStatement(db, statement.correctsId) : undefined;
  const erratum = wrong ? erratumOf(wrong, statement) : null;
  return speaker && statementLetter({ ...statement, ...speaker }, recipient, at, erratum);
}
