import type { Row } from "#db/tables.ts";

export type Document = Row<"document">;

/** A file as somebody sent it: what they call it, and what it holds. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** The kinds of papers an office keeps. What a file is, is read from its bytes. */
export const DOCUMENT_TYPES = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "image/png": "png",
  "image/jpeg": "jpg",
} as const;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** What a file field offers to choose from. */
export const ACCEPTED_FILES = [
  ...Object.keys(DOCUMENT_TYPES),
  ...Object.values(DOCUMENT_TYPES).map((extension) => `.${extension}`),
].join(",");

export type DocumentRefusal = "file-too-large" | "file-empty" | "file-unknown-type" | "file-macro";

const LONGEST_NAME = 150;

/** A file's name as it may be kept and shown: without folders, on one line, ending in what it is. */
export function documentName(sent: string, type: DocumentType): string {
  const extension = DOCUMENT_TYPES[type];
  const plain = (sent.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{C}"<>|:*?]/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\.+/, "");
  const fits = new RegExp(type === "image/jpeg" ? "\\.jpe?g$" : `\\.${extension}$`, "i").test(
    plain,
  );
  const stem = fits ? plain.slice(0, plain.lastIndexOf(".")) : plain;
  const short = [...stem].slice(0, LONGEST_NAME).join("").trim();
  return `${short || "van-ban"}.${extension}`;
}
