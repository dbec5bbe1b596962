import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Moment } from "#db/tables.ts";

/** An Office file as it was, with one moment in place of all times it holds: what says the same is the same file. */
export function steadyZip(bytes: Uint8Array, madeAt: Moment): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, part]) => [name, name === "docProps/core.xml" ? dated(part, madeAt) : part] as const,
  );
  // By the clock of the machine, since that is what a zip file holds: the same digits everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2000, 0, 1), level: 9 });
}

function dated(part: Uint8Array, madeAt: Moment): Uint8Array {
  const moment = madeAt.replace(/\.\d+Z$/, "Z");
  const written = strFromU8(part).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${moment}`);
  return strToU8(written);
}
