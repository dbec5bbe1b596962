import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  type Document,
  type DocumentRefusal,
  type DocumentType,
  PRESS_FILES,
  type SentFile,
} from "../documents/document.ts";
import { findDocument, storeDocument } from "../documents/documents.server.ts";
import { findSignOffFor } from "./sign-offs.server.ts";
import { type StatementRefusal, whyNotRewrite } from "./statement.ts";
import { findStatementFor, takeStatement, touch } from "./statements.server.ts";

const MOST_FILES = 20;
const MOST_BYTES = 100 * 1024 * 1024;

export interface FileDetails {
  title: string;
  language: string;
  isTranslation: boolean; // it says the same in another language
}

export type FileRefusal = StatementRefusal | DocumentRefusal;

/**
 * Puts a file beside a statement that is not public yet; what was approved or signed has to be so again.
 * Refused: where it stands, `too-many-files`, `too-large-in-all`, and as `storeDocument`.
 */
export async function addStatementFile(
  db: Db,
  statement: { id: string },
  { title, language, isTranslation }: FileDetails,
  sent: SentFile,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: FileRefusal }> {
  return allOrNothing<{ ok: true; id: string } | { ok: false; reason: FileRefusal }>(
    db,
    async (trx) => {
      const current = await takeStatement(trx, statement.id);
      const reason = whyNotRewrite(current);
      if (reason) return { ok: false, reason };
      const there = await statementFiles(trx, statement);
      if (there.length >= MOST_FILES) return { ok: false, reason: "too-many-files" };
      const bytes = there.reduce((sum, file) => sum + file.bytes, sent.bytes.length);
      if (bytes > MOST_BYTES) return { ok: false, reason: "too-large-in-all" };
      const { agencyId } = current;
      const stored = await storeDocument(trx, { id: agencyId }, sent, signed, PRESS_FILES);
      if (!stored.ok) return stored;
      const id = randomUUID();
      await trx
        .insertInto("statementFile")
        .values({
          ...{ id, statementId: current.id, documentId: stored.id, title, language },
          ...{ isTranslation: isTranslation ? 1 : 0, addedAt: signed.at, addedBy: signed.by.id },
        })
        .execute();
      await touch(trx, current);
      await record(trx, signed, {
        ...{ act: "statement.file-added", about: statement, agencyId },
        particulars: { title: current.title, file: title },
      });
      return { ok: true, id };
    },
  );
}

/** Takes a file away from a statement that is not public yet. Refused where it stands. */
export async function removeStatementFile(
  db: Db,
  file: { id: string; statementId: string; title: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: StatementRefusal }> {
  return allOrNothing(db, async (trx) => {
    const current = await takeStatement(trx, file.statementId);
    const reason = whyNotRewrite(current);
    if (reason) return { ok: false, reason } as const;
    await trx.deleteFrom("statementFile").where("id", "=", file.id).execute();
    await touch(trx, current);
    const { id, agencyId, title } = current;
    await record(trx, signed, {
      ...{ act: "statement.file-removed", about: { id }, agencyId },
      particulars: { title, file: file.title },
    });
    return { ok: true } as const;
  });
}

/** What goes with a statement, as it was added. */
export function statementFiles(db: Db, statement: { id: string }) {
  return db
    .selectFrom("statementFile")
    .innerJoin("document", "document.id", "statementFile.documentId")
    .select(["statementFile.id", "statementFile.statementId", "statementFile.documentId"])
    .select(["statementFile.title", "statementFile.language", "statementFile.isTranslation"])
    .select(["document.name", "document.bytes", "document.sha256"])
    .select((eb) => eb.ref("document.type").$castTo<DocumentType>().as("type"))
    .where("statementFile.statementId", "=", statement.id)
    .orderBy("statementFile.addedAt")
    .orderBy("statementFile.id")
    .execute();
}

export type StatementFile = Awaited<ReturnType<typeof statementFiles>>[number];

/** A file's paper, once its statement is public; before that nobody outside learns that it is there. */
export async function findPublicStatementFile(
  db: Db,
  statement: { id: string },
  id: string,
): Promise<Document | undefined> {
  const file = await db
    .selectFrom("statementFile")
    .innerJoin("statement", "statement.id", "statementFile.statementId")
    .select("documentId")
    .where("statementFile.id", "=", id)
    .where("statement.id", "=", statement.id)
    .where("statement.publishedAt", "is not", null)
    .executeTakeFirst();
  return file && findDocument(db, file.documentId);
}

/** A file of a statement that is this officer's to work on. */
export async function findStatementFileFor(db: Db, officer: Officer, id: string) {
  const row = await db
    .selectFrom("statementFile")
    .select("statementId")
    .where("id", "=", id)
    .executeTakeFirst();
  const statement = row && (await findStatementFor(db, officer, row.statementId));
  const file = statement && (await statementFiles(db, statement)).find((one) => one.id === id);
  return file && { file, statement };
}

/** A file's paper, for officers of the statement's own agency and of those that are asked for their yes. */
export async function findStatementPaperFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<Document | undefined> {
  const own = await findStatementFileFor(db, officer, id);
  if (own) return findDocument(db, own.file.documentId);
  const asked = await db
    .selectFrom("statementFile")
    .innerJoin("statementSignOff", "statementSignOff.statementId", "statementFile.statementId")
    .select(["statementSignOff.id", "statementFile.documentId"])
    .where("statementFile.id", "=", id)
    .execute();
  for (const one of asked)
    if (await findSignOffFor(db, officer, one.id)) return findDocument(db, one.documentId);
  return undefined;
}
