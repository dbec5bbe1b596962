import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { openBooks } from "../agencies/former-committees.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  type Document,
  type DocumentRefusal,
  type DocumentType,
  documentName,
  LARGEST_DOCUMENT,
  PAPERS,
  type SentFile,
} from "./document.ts";
import { typeOfDocument } from "./document-type.server.ts";
import { shelve } from "./shelf.server.ts";

type Inspected =
  | { ok: true; type: DocumentType; name: string }
  | { ok: false; reason: DocumentRefusal };

/** Whether a file may be kept, as what and under which name; so that a form can refuse it before anything is written. */
export function inspectDocument({ name, bytes }: SentFile, taken = PAPERS): Inspected {
  if (bytes.length === 0) return { ok: false, reason: "file-empty" };
  if (bytes.length > LARGEST_DOCUMENT) return { ok: false, reason: "file-too-large" };
  const type = typeOfDocument(bytes);
  if (type === "macro") return { ok: false, reason: "file-macro" };
  if (type === "bomb") return { ok: false, reason: "file-bomb" };
  if (!type && taken.includes("text/plain") && /\.(txt|vtt)$/i.test(name))
    return { ok: false, reason: "file-not-utf8" };
  if (!type || !taken.includes(type)) return { ok: false, reason: "file-unknown-type" };
  return { ok: true, type, name: documentName(name, type) };
}

/**
 * Keeps a paper of an agency: its bytes on disk under their own hash, a line of the books about them. May be
 * part of a larger transaction. The same paper sent again is the one already kept.
 * Refused: `file-empty`, `file-too-large`, `file-unknown-type`, `file-not-utf8`, `file-macro`.
 */
export async function storeDocument(
  db: Db,
  agency: { id: string },
  sent: SentFile,
  signed: Signature,
  taken = PAPERS,
): Promise<{ ok: true; id: string } | { ok: false; reason: DocumentRefusal }> {
  const inspected = inspectDocument(sent, taken);
  if (!inspected.ok) return inspected;
  const { name, type } = inspected;
  const sha256 = await shelve(sent.bytes);

  return allOrNothing(db, async (trx) => {
    const kept = await trx
      .selectFrom("document")
      .select("id")
      .where("agencyId", "=", agency.id)
      .where("sha256", "=", sha256)
      .where("name", "=", name)
      .executeTakeFirst();
    if (kept) return { ok: true, id: kept.id } as const;
    const id = randomUUID();
    await openBooks(trx, [agency.id]);
    await trx
      .insertInto("document")
      .values({
        id,
        agencyId: agency.id,
        sha256,
        name,
        type,
        bytes: sent.bytes.length,
        uploadedAt: signed.at,
        uploadedBy: signed.by.id,
      })
      .execute();
    await record(trx, signed, {
      act: "document.stored",
      about: { id },
      agencyId: agency.id,
      particulars: { name },
    });
    return { ok: true, id } as const;
  });
}

/**
 * Does a deed together with keeping the paper it rests on, both or neither; `work` gets the paper's id, or
 * undefined where none was sent. Refused as `storeDocument` is, and as the deed is.
 */
export async function withDocument<Outcome extends { ok: boolean }>(
  db: Db,
  agency: { id: string },
  sent: SentFile | undefined,
  signed: Signature,
  work: (trx: Db, documentId: string | undefined) => Promise<Outcome>,
): Promise<Outcome | { ok: false; reason: DocumentRefusal }> {
  return allOrNothing<Outcome | { ok: false; reason: DocumentRefusal }>(db, async (trx) => {
    if (!sent) return work(trx, undefined);
    const stored = await storeDocument(trx, agency, sent, signed);
    return stored.ok ? work(trx, stored.id) : stored;
  });
}

/** A paper by its id, for whoever has the right to it by other ways. */
export function findDocument(db: Db, id: string): Promise<Document | undefined> {
  return db.selectFrom("document").selectAll().where("id", "=", id).executeTakeFirst();
}

/** A paper, if its agency is this officer's to work for. */
export function findDocumentFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<Document | undefined> {
  return db
    .selectFrom("document")
    .innerJoin("agency", "agency.id", "document.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("document")
    .where("document.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/**
 * A paper that a public entry rests on: the decision that began or ended a published assignment, the document of
 * a published delegation, the regulation in force, the paper that closed an agency. Any other is nobody's to see.
 */
export function findPublicDocument(db: Db, id: string, at: Moment): Promise<Document | undefined> {
  return db
    .selectFrom("document")
    .selectAll()
    .where("id", "=", id)
    .where(({ eb, or, exists }) =>
      or([
        exists(
          eb
            .selectFrom("assignment")
            .select("assignment.id")
            .where("publishedAt", "<=", at)
            .where("annulledAt", "is", null)
            .where((its) =>
              its.or([
                its("decisionFileId", "=", its.ref("document.id")),
                its("endFileId", "=", its.ref("document.id")),
              ]),
            ),
        ),
        exists(
          eb
            .selectFrom("delegation")
            .select("delegation.id")
            .where("publishedAt", "<=", at)
            .where("annulledAt", "is", null)
            .whereRef("documentFileId", "=", "document.id"),
        ),
        exists(
          eb.selectFrom("agency").select("agency.id").whereRef("closingFileId", "=", "document.id"),
        ),
        exists(
          eb
            .selectFrom("regulation")
            .select("regulation.id")
            .where("endedAt", "is", null)
            .whereRef("fileId", "=", "document.id"),
        ),
      ]),
    )
    .executeTakeFirst();
}
