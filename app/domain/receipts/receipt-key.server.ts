import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { config, readReceiptKey } from "#app/config.server.ts";
import type { Db, Moment } from "#db/tables.ts";

/** What receipts are signed with (Ed25519, RFC 8032): the public half as PEM, and the name it goes by. */
export interface ReceiptKey {
  id: string;
  pem: string;
  sign(content: string): string;
}

let known: ReceiptKey | undefined;

/** The key in use: the one that the configuration gives, or else one made on first need and kept beside the database. */
export function receiptKey(): ReceiptKey {
  known ??= keyOf(config.RECEIPT_KEY ? readReceiptKey(config.RECEIPT_KEY) : keptKey());
  return known;
}

function keyOf(secret: KeyObject | undefined): ReceiptKey {
  if (!secret) throw new Error(`${config.RECEIPT_KEY_FILE} holds no Ed25519 key.`);
  const pem = createPublicKey(secret).export({ type: "spki", format: "pem" }).toString();
  return {
    ...{ id: keyIdOf(pem), pem },
    sign: (content) => sign(null, Buffer.from(content), secret).toString("base64"),
  };
}

/** A key goes by the beginning of the SHA-256 of its public half (SPKI, DER), for whoever keeps several. */
export function keyIdOf(pem: string): string {
  const der = createPublicKey(pem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("hex").slice(0, 16);
}

/** Readable by its owner only; whoever comes second takes the one that is there. */
function keptKey(): KeyObject {
  const file = config.RECEIPT_KEY_FILE;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
    try {
      writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return createPrivateKey(readFileSync(file));
}

/** Every key that a receipt was signed with, the one in use first whether it was or not. */
export async function listReceiptKeys(db: Db) {
  const used = await db
    .selectFrom("receiptKey")
    .selectAll()
    .orderBy("firstUsedAt", "desc")
    .execute();
  const { id, pem } = receiptKey();
  const current = used.find((key) => key.id === id) ?? { id, pem, firstUsedAt: null };
  return [current, ...used.filter((key) => key.id !== id)];
}

/** Keeps the public half of the key in use among those that receipts were signed with. */
export async function keepReceiptKey(trx: Db, key: ReceiptKey, at: Moment) {
  await trx
    .insertInto("receiptKey")
    .values({ id: key.id, pem: key.pem, firstUsedAt: at })
    .onConflict((clash) => clash.doNothing())
    .execute();
}
