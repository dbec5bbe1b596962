import { inflateRawSync } from "node:zlib";

export interface ZipLimits {
  /** The bytes of everything in it together. */
  bytes: number;
  entries: number;
}

export type Unzipped =
  | { ok: true; files: Map<string, Uint8Array> }
  | { ok: false; problem: "broken-file" | "too-much-inside" | "locked" };

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LOCKED = 1; // a bit of an entry's flags
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks a ZIP that a stranger may have made. What its directory declares is added up before anything
 * is inflated, and an entry that then turns out larger than it declared stops there.
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits): Unzipped {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = entriesOf(zip, limits.entries);
    if (entries === "too-much-inside") return { ok: false, problem: entries };
    if (entries.some(({ flags }) => flags & LOCKED)) return { ok: false, problem: "locked" };
    const declared = entries.reduce((sum, { size }) => sum + size, 0);
    if (declared > limits.bytes) return { ok: false, problem: "too-much-inside" };
    return { ok: true, files: new Map(entries.map((entry) => [entry.name, inflate(zip, entry)])) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return {
      ok: false,
      problem: code === "ERR_BUFFER_TOO_LARGE" ? "too-much-inside" : "broken-file",
    };
  }
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  header: number;
}

/** The entries as the directory at the end of the file lists them. */
function entriesOf(zip: Buffer, limit: number): Entry[] | "too-much-inside" {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || zip.readUInt32LE(end) !== DIRECTORY_END) throw new Error("no directory");
  const count = zip.readUInt16LE(end + 10);
  if (count > limit) return "too-much-inside";
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error("broken directory");
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    entries.push({
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
      name: zip.toString("utf8", at + 46, at + 46 + (name ?? 0)),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function inflate(zip: Buffer, { method, header, packed, size }: Entry): Uint8Array {
  if (zip.readUInt32LE(header) !== LOCAL_HEADER) throw new Error("broken entry");
  const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const data = zip.subarray(begin, begin + packed);
  if (method !== STORED && method !== DEFLATED) throw new Error("unknown compression");
  const plain =
    method === STORED ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  if (plain.length !== size) throw new Error("broken entry");
  return plain;
}
