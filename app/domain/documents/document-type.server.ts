import { type UnzipFileInfo, unzipSync } from "fflate";
import type { DocumentType } from "./document.ts";
import { isWithinLimits } from "./unpacking.server.ts";

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

/** What a file is by its bytes, whatever it is called; a Word or Excel file with macros is named as such, and one that would burst when unpacked. */
export function typeOfDocument(bytes: Uint8Array): DocumentType | "macro" | "bomb" | undefined {
  const plain = SIGNATURES.find(([, signature]) => beginsWith(bytes, signature));
  if (plain) return plain[0];
  if (beginsWith(bytes, ZIP)) return isWithinLimits(bytes) ? typeOfOfficeFile(bytes) : "bomb";
  if (isMp4(bytes)) return "video/mp4";
  return isMp3(bytes) ? "audio/mpeg" : typeOfText(bytes);
}

/** What players of MP4 call it in its first box (ISO/IEC 14496-12, 4.3). */
const MP4_BRANDS = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash"];

function isMp4(bytes: Uint8Array): boolean {
  const [box, brand] = [latin(bytes, 4, 8), latin(bytes, 8, 12)];
  return box === "ftyp" && MP4_BRANDS.includes(brand);
}

/** Sound begins with a tag, or with two frames of which the second stands where the first ends (ISO/IEC 11172-3). */
function isMp3(bytes: Uint8Array): boolean {
  if (latin(bytes, 0, 3) === "ID3" && (bytes[3] ?? 0xff) < 0x05)
    return bytes.slice(6, 10).every((byte) => byte < 0x80);
  const length = frameLength(bytes, 0);
  return length !== undefined && frameLength(bytes, length) !== undefined;
}

const KILOBITS = {
  mpeg1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = [44100, 48000, 32000];

/** How long the frame of layer III is that begins here; undefined where none does. */
function frameLength(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, kind = 0, rates = 0] = bytes.slice(at, at + 3);
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || (kind & 0x18) === 0x08) return undefined;
  const version = (kind >> 3) & 3; // 3 is MPEG-1, 2 is MPEG-2, 0 is MPEG-2.5
  const kilobits = KILOBITS[version === 3 ? "mpeg1" : "mpeg2"][(rates >> 4) - 1];
  const hertz = (HERTZ[(rates >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (!kilobits || !hertz) return undefined;
  const samples = version === 3 ? 144_000 : 72_000;
  return Math.floor((samples * kilobits) / hertz) + ((rates >> 1) & 1);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.slice(from, to));
}

/** Text that is whole UTF-8 and holds nothing that is no sign; WebVTT says what it is in its first line. */
function typeOfText(bytes: Uint8Array): DocumentType | undefined {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  return /^WEBVTT(?:[ \t\r\n]|$)/.test(text) ? "text/vtt" : "text/plain";
}

const UNPRINTABLE = /[^\P{Cc}\t\n\r\f]/u;

/** The text of a file without its byte order mark; undefined when it is not text in UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return UNPRINTABLE.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
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
