import type { Language, Moment } from "#db/tables.ts";

/** What a receipt says: what was said, in whose name, when. */
export interface ReceiptContent {
  statement: string; // its address
  kind: string;
  language: Language;
  title: string;
  text: string;
  agency: { id: string; name: string };
  agreedBy: string[]; // other agencies whose word it is too
  speaker: { name: string; position: string; capacity: string; basis: string };
  publishedAt: Moment;
  corrects: string | null; // the address of the statement that it puts right
  reason: string | null;
  attachments: { name: string; bytes: number; sha256: string }[];
}

const RECEIPT_FORMAT = "phat-ngon-receipt-1";

/**
 * The very text that is signed: JSON in UTF-8 and NFC, its names in this order, two blanks for each level, one line end
 * at the end. Whoever has the file checks it as it lies there; nothing has to be put in order first.
 */
export function receiptText(content: ReceiptContent, keyId: string): string {
  const { statement, kind, language, title, text, agency, agreedBy, speaker } = content;
  const { publishedAt, corrects, reason, attachments } = content;
  const ordered = {
    format: RECEIPT_FORMAT,
    ...{ statement, kind, language, title, text },
    agency: { id: agency.id, name: agency.name },
    agreedBy,
    speaker: {
      ...{ name: speaker.name, position: speaker.position },
      ...{ capacity: speaker.capacity, basis: speaker.basis },
    },
    ...{ publishedAt, corrects, reason },
    attachments: attachments.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    key: keyId,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`.normalize("NFC");
}

/** A receipt's text read back; undefined where it is none of ours. */
export function readReceipt(text: string): (ReceiptContent & { key: string }) | undefined {
  try {
    const read = JSON.parse(text);
    return read?.format === RECEIPT_FORMAT && typeof read.text === "string" ? read : undefined;
  } catch {
    return undefined;
  }
}
