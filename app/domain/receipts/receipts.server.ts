import { createHash, createPublicKey, verify } from "node:crypto";
import type { Db, Moment } from "#db/tables.ts";
import { type ReceiptContent, readReceipt, receiptText } from "./receipt.ts";
import { keepReceiptKey, keyIdOf, listReceiptKeys, receiptKey } from "./receipt-key.server.ts";

/** Signs what was published and keeps it; part of the deed that publishes. */
export async function issueReceipt(
  trx: Db,
  statementId: string,
  said: ReceiptContent,
  at: Moment,
): Promise<void> {
  const key = receiptKey();
  const content = receiptText(said, key.id);
  await keepReceiptKey(trx, key, at);
  await trx
    .insertInto("statementReceipt")
    .values({
      ...{ statementId, content, sha256: sha256Of(content), keyId: key.id },
      ...{ signature: key.sign(content), signedAt: at },
    })
    .execute();
}

/** The SHA-256 digest of a text, in hexadecimal: what anybody can work out again from the same text (FIPS 180-4). */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The receipt of a published statement, with the public half of the key that signed it. */
export function findReceipt(db: Db, statementId: string) {
  return db
    .selectFrom("statementReceipt")
    .innerJoin("receiptKey", "receiptKey.id", "statementReceipt.keyId")
    .innerJoin("statement", "statement.id", "statementReceipt.statementId")
    .selectAll("statementReceipt")
    .select("receiptKey.pem")
    .where("statementReceipt.statementId", "=", statementId)
    .where("statement.publishedAt", "is not", null)
    .executeTakeFirst();
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

/** Whether a signature (base64, or the 64 bytes themselves) is that of a text, by a public key. */
function isSignedBy(pem: string, content: string | Uint8Array, signature: string | Uint8Array) {
  const bytes = typeof signature === "string" ? Buffer.from(signature, "base64") : signature;
  return verify(null, Buffer.from(content), createPublicKey(pem), bytes);
}

export type Checked =
  | { ok: true; keyId: string; sha256: string; said: ReceiptContent }
  | {
      ok: false;
      reason: "not-a-receipt" | "unknown-key" | "not-an-ed25519-key" | "does-not-match";
    };

/** Checks a receipt's bytes against its signature: by the key that is handed in, or else by one of ours. */
export async function checkReceipt(
  db: Db,
  content: Uint8Array,
  signature: Uint8Array,
  pem?: string,
): Promise<Checked> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  const said = readReceipt(text);
  if (!said) return { ok: false, reason: "not-a-receipt" };
  if (pem !== undefined && !isEd25519(pem)) return { ok: false, reason: "not-an-ed25519-key" };
  const ours = pem ?? (await listReceiptKeys(db)).find(({ id }) => id === said.key)?.pem;
  if (!ours) return { ok: false, reason: "unknown-key" };
  if (!isSignedBy(ours, content, signature)) return { ok: false, reason: "does-not-match" };
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { ok: true, keyId: keyIdOf(ours), sha256, said };
}

function isEd25519(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === "ed25519";
  } catch {
    return false;
  }
}
