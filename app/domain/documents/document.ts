import type { Row } from "#db/tables.ts";

export type Document = Row<"document">;

/** A file as somebody sent it: what they call it, and what it holds. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** The kinds of papers an office keeps. What a file is, is read from its bytes. */
const PAPER_TYPES = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "image/png": "png",
  "image/jpeg": "jpg",
} as const;

/** What else is handed out to the press: words, sound and pictures that move. */
const PRESS_TYPES = {
  "text/vtt": "vtt",
  "text/plain": "txt",
  "audio/mpeg": "mp3",
  "video/mp4": "mp4",
} as const;

/** Every kind of file that is kept, with how its name ends. */
export const DOCUMENT_TYPES = { ...PAPER_TYPES, ...PRESS_TYPES };

export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** Which kinds of files are taken: papers everywhere, the others where the press is handed something. */
export const PAPERS = Object.keys(PAPER_TYPES) as DocumentType[];
export const PRESS_FILES = Object.keys(DOCUMENT_TYPES) as DocumentType[];

export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** What a file field offers to choose from. */
export const ACCEPTED_FILES = acceptOf(PAPERS);
export const ACCEPTED_PRESS_FILES = acceptOf(PRESS_FILES);

function acceptOf(types: DocumentType[]): string {
  return [...types, ...types.map((type) => `.${DOCUMENT_TYPES[type]}`)].join(",");
}

export type DocumentRefusal =
  | "file-too-large"
  | "file-empty"
  | "file-unknown-type"
  | "file-not-utf8"
  | "file-macro"
  | "file-bomb";

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
