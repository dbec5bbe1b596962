import { createHash } from "node:crypto";
import type { Db, Row } from "#db/tables.ts";

export type Enclosure = Row<"enclosure">;

/** A file as it is made, to go with letters. */
export interface MadeFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

const LINE = 76; // RFC 2045, 6.8

/**
 * Keeps files that go with letters, each once by what it is, and tells what a letter names them by. May be part of
 * a larger transaction: a deed that is undone leaves none behind.
 */
export async function enclose(db: Db, files: MadeFile[]): Promise<string | null> {
  if (files.length === 0) return null;
  const rows = files.map(enclosureOf);
  await db
    .insertInto("enclosure")
    .values(rows)
    .onConflict((same) => same.column("id").doNothing())
    .execute();
  return rows.map(({ id }) => id).join("\n");
}

/** A file as letters hold it. Its name is plain: every mail program reads it alike (RFC 2183, 2.3). */
export function enclosureOf({ name, type, bytes }: MadeFile): Enclosure {
  if (!/^[\w.-]{1,60}$/.test(name)) throw new Error(`Not a plain file name: ${name}`);
  const id = createHash("sha256").update(`${name}\0${type}\0`).update(bytes).digest("hex");
  const base64 = Buffer.from(bytes).toString("base64");
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return { id, name, type, content: lines.join("\r\n") };
}

/** The files that go with letters, by their ids. */
export async function enclosuresOf(
  db: Db,
  letters: { enclosures: string | null }[],
): Promise<Map<string, Enclosure>> {
  const ids = [...new Set(letters.flatMap(idsOf))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("enclosure").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The files of one letter, in their order. Throws when one is not there: a letter never goes without. */
export function filesOf(
  letter: { enclosures: string | null },
  known: Map<string, Enclosure>,
): Enclosure[] {
  return idsOf(letter).map((id) => {
    const file = known.get(id);
    if (!file) throw new Error(`The enclosure ${id} is missing`);
    return file;
  });
}

function idsOf({ enclosures }: { enclosures: string | null }): string[] {
  return enclosures?.split("\n") ?? [];
}

/** A file as a part of a letter, already in the lines that it is kept in; its bytes come in last (`withFiles`). */
export function partOf(file: Enclosure): { raw: string } {
  const head = [
    `Content-Type: ${file.type}; name="${file.name}"`,
    `Content-Disposition: attachment; filename="${file.name}"`,
    "Content-Transfer-Encoding: base64",
  ];
  return { raw: `${head.join("\r\n")}\r\n\r\n${markOf(file)}` };
}

/** Controls are in no part of a letter's bytes: whatever holds one is encoded. */
const markOf = ({ id }: Enclosure) => `\u0001${id}\u0001`;

/** The bytes of a letter with a mark in place of each file: so are they kept, a thousand letters beside one file. */
export function withoutFiles(raw: string, files: Enclosure[]): string {
  return files.reduce((rest, file) => rest.replace(file.content, () => markOf(file)), raw);
}

/** The bytes as they were, and go out. */
export function withFiles(kept: string, files: Enclosure[]): string {
  return files.reduce((rest, file) => rest.replace(markOf(file), () => file.content), kept);
}
