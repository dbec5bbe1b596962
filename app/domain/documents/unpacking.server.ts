import { inflateRawSync } from "node:zlib";

const MOST_PARTS = 5_000;
const MOST_BYTES = 200 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Whether a zip file unpacks to a size that an office's paper has, by what it says and by what it truly holds: whoever
 * opens it later must not be drowned by it. Parts that lie over one another, that say less than they hold, that are
 * packed in another way than Office does, or zip64, count as too much.
 */
export function isWithinLimits(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return true; // no zip at all: that is told elsewhere
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) return false;
  try {
    return partsFit(view, bytes, view.getUint32(end + 16, true), count);
  } catch {
    return false;
  }
}

function endOf(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function partsFit(view: DataView, bytes: Uint8Array, first: number, count: number): boolean {
  let at = first;
  let [packed, unpacked] = [0, 0];
  for (let part = 0; part < count; part += 1) {
    if (view.getUint32(at, true) !== ENTRY) return false;
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const says = view.getUint32(at + 24, true);
    const local = view.getUint32(at + 42, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    packed += size;
    unpacked += says;
    if (packed > bytes.length || unpacked > MOST_BYTES) return false;
    if (view.getUint32(local, true) !== LOCAL) return false;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (!isAsLargeAsItSays(bytes.subarray(from, from + size), method, says)) return false;
  }
  return true;
}

/** Unpacked no further than it says: what holds more throws. */
function isAsLargeAsItSays(part: Uint8Array, method: number, says: number): boolean {
  if (method === 0) return part.length === says;
  if (method !== 8) return false;
  return inflateRawSync(part, { maxOutputLength: Math.max(1, says) }).length === says;
}
