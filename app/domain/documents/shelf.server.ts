import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { config } from "#app/config.server.ts";

/** Where bytes lie on disk: under their own hash, so that the same file lies there once. */
const placeOf = (sha256: string) => join(config.FILES, sha256.slice(0, 2), sha256);

/**
 * Puts bytes on the shelf and tells their hash. They are written beside their place, forced to disk and
 * then moved into it: whoever finds them there finds all of them.
 */
export async function shelve(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = placeOf(sha256);
  if ((await lengthOf(place)) === bytes.length) return sha256;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomUUID()}`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return sha256;
}

/** How many bytes lie under a hash; undefined when none do. */
export function shelvedLength(sha256: string) {
  return lengthOf(placeOf(sha256));
}

/** The bytes under a hash, or those from `start` to `end` of them, as they are read. */
export function takeDown(sha256: string, part?: { start: number; end: number }) {
  return createReadStream(placeOf(sha256), part);
}

/** Removes the bytes under a hash, when no paper in the books is theirs any more. */
export async function takeAway(sha256: string): Promise<void> {
  await rm(placeOf(sha256), { force: true });
}

async function lengthOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
