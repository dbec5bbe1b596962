import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { DocumentRefusal, SentFile } from "../documents/document.ts";
import { findDocument, storeDocument } from "../documents/documents.server.ts";
import type { CaseDetails, Origin } from "./case-form.ts";
import { type CaseOutcomeOf, findCaseFor, moveCase, openCase } from "./cases.server.ts";

interface Paper {
  note: string;
  roundId: string | null;
}

/** Keeps a paper with a case that is in hand. Refused as `storeDocument` is. */
export async function keepEvidence(
  trx: Db,
  { id, agencyId, number }: { id: string; agencyId: string; number: string },
  paper: Paper,
  file: SentFile,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: DocumentRefusal }> {
  const stored = await storeDocument(trx, { id: agencyId }, file, signed);
  if (!stored.ok) return stored;
  await trx
    .insertInto("correctionEvidence")
    .values({
      ...{ id: randomUUID(), caseId: id, fileId: stored.id, ...paper },
      ...{ addedAt: signed.at, addedBy: signed.by.id },
    })
    .execute();
  await record(trx, signed, {
    ...{ act: "correction-case.evidence-added", about: { id }, agencyId },
    particulars: { number, note: paper.note },
  });
  return { ok: true };
}

/** Adds a paper to an open case. Refused where the case stands, and as `storeDocument` is. */
export function addEvidence(
  db: Db,
  { id }: { id: string },
  note: string,
  file: SentFile,
  signed: Signature,
): Promise<CaseOutcomeOf<DocumentRefusal>> {
  return moveCase<DocumentRefusal>(db, { id }, "add-evidence", undefined, (trx, current) =>
    keepEvidence(trx, current, { note, roundId: null }, file, signed),
  );
}

/** Takes a paper out of an open case; it stays in the books. Refused where the case stands. */
export function removeEvidence(
  db: Db,
  { id, caseId, note }: Row<"correctionEvidence">,
  signed: Signature,
): Promise<CaseOutcomeOf> {
  return moveCase(db, { id: caseId }, "add-evidence", undefined, async (trx, current) => {
    await trx
      .updateTable("correctionEvidence")
      .set({ removedAt: signed.at, removedBy: signed.by.id })
      .where("id", "=", id)
      .where("removedAt", "is", null)
      .execute();
    const { number, agencyId } = current;
    await record(trx, signed, {
      ...{ act: "correction-case.evidence-removed", about: current, agencyId },
      particulars: { number, note },
    });
    return { ok: true };
  });
}

/** The papers of a case that were not taken out, oldest first. */
export function evidenceOf(db: Db, { id }: { id: string }) {
  return db
    .selectFrom("correctionEvidence")
    .innerJoin("document", "document.id", "correctionEvidence.fileId")
    .select(["correctionEvidence.id", "correctionEvidence.roundId", "correctionEvidence.note"])
    .select(["document.name", "document.type", "document.bytes"])
    .where("correctionEvidence.caseId", "=", id)
    .where("correctionEvidence.removedAt", "is", null)
    .orderBy("correctionEvidence.addedAt")
    .orderBy("correctionEvidence.id")
    .execute();
}

export type Evidence = Awaited<ReturnType<typeof evidenceOf>>[number];

/** A paper with its case and its file, if the case is this officer's to work on. */
export async function findEvidenceFor(db: Db, officer: Officer, id: string) {
  const evidence = await db
    .selectFrom("correctionEvidence")
    .selectAll()
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  const kept = evidence && (await findCaseFor(db, officer, evidence.caseId));
  const document = kept && (await findDocument(db, evidence.fileId));
  return document && { evidence, kept, document };
}

/** Opens a case together with the paper that shows it, both or neither. Refused as `openCase` and `storeDocument` are. */
export function openCaseWith(
  db: Db,
  agency: { id: string; provinceId: string },
  details: CaseDetails,
  { origin, file }: { origin: Origin; file: SentFile | undefined },
  signed: Signature,
): Promise<
  | { ok: true; id: string; number: string }
  | { ok: false; reason: "agency-closed" | DocumentRefusal }
> {
  return allOrNothing<
    | { ok: true; id: string; number: string }
    | { ok: false; reason: "agency-closed" | DocumentRefusal }
  >(db, async (trx) => {
    const opened = await openCase(trx, agency, details, origin, signed);
    if (!opened.ok || !file) return opened;
    const kept = { ...opened, agencyId: agency.id };
    const paper = { note: details.articleTitle.slice(0, 200), roundId: null };
    const stored = await keepEvidence(trx, kept, paper, file, signed);
    return stored.ok ? opened : stored;
  });
}
