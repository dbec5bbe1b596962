import { type UnzipFileInfo, unzipSync } from "fflate";
import type { DocumentType } from "./document.ts";

const SIGNATURES: [DocumentType, number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What the main part of an Office file is called, by what it calls itself. */
const OFFICE: Record<string, DocumentType> = {
  "wordprocessingml.document":
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "spreadsheetml.sheet": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Code that would run on whoever opens the file: Visual Basic, macro sheets, ActiveX, embedded programs. */
const MACROS =
  /(^|\/)(vba(project|data)\w*\.(bin|xml)|macrosheets\/|activex\/|embeddings\/oleobject)/i;
const CONTENTS = "[Content_Types].xml";
const LARGEST_CONTENTS = 1024 * 1024;

/** What a file is by its bytes, whatever it is called; a Word or Excel file with macros is named as such. */
export function typeOfDocument(bytes: Uint8Array): DocumentType | "macro" | undefined {
  const plain = SIGNATURES.find(([, signature]) => beginsWith(bytes, signature));
  if (plain) return plain[0];
  return beginsWith(bytes, ZIP) ? typeOfOfficeFile(bytes) : undefined;
}

function beginsWith(bytes: Uint8Array, signature: number[]) {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Lists the parts of a zip file, and unpacks only the small one that says what they are. */
function typeOfOfficeFile(bytes: Uint8Array): DocumentType | "macro" | undefined {
  const names: string[] = [];
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    names.push(name);
    return name === CONTENTS && originalSize <= LARGEST_CONTENTS;
  };
  const contents = unpacked(bytes, filter);
  if (contents === undefined) return undefined;
  if (names.some((name) => MACROS.test(name)) || /macroEnabled/i.test(contents)) return "macro";
  const [, main = ""] =
    /application\/vnd\.openxmlformats-officedocument\.([a-z.]+)\.main\+xml/.exec(contents) ?? [];
  return OFFICE[main];
}

function unpacked(bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean) {
  try {
    const contents = unzipSync(bytes, { filter })[CONTENTS];
    return contents && new TextDecoder().decode(contents);
  } catch {
    return undefined;
  }
}
