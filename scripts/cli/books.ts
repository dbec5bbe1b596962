import { readFile } from "node:fs/promises";
import { signedNow as signed } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { COMMAND_LINE, type Signature } from "#app/domain/audit/entry.ts";
import { type Messages, messagesIn } from "#app/i18n/messages.ts";
import { migrate } from "#db/migrate.ts";
import type { Flags } from "../cli.ts";
import { Refused } from "./refused.ts";

/** The database, in its newest form and with the map in it, whether or not a server runs. */
export async function openBooks() {
  await migrate(db);
  await loadMap(db);
}

export function closeBooks() {
  return db.destroy();
}

export function signedNow(): Signature {
  return signed(COMMAND_LINE);
}

/** Operators read English unless they ask for Vietnamese. */
export function wordsFor(flags: Flags): Messages {
  return messagesIn(flags.lang === "vi" ? "vi" : "en");
}

export async function readFileNamed(name: string | undefined): Promise<Uint8Array> {
  if (!name) throw new Refused("Which file? Name it after the command.");
  try {
    return await readFile(name);
  } catch {
    throw new Refused(`The file ${name} cannot be read.`);
  }
}

/** A list's problems, a line each, as one refusal. */
export function refuseRows(
  problems: { line: number; column: string | null; sentence: string }[],
): never {
  const lines = problems.map(
    ({ line, column, sentence }) => `line ${line}${column ? `, ${column}` : ""}: ${sentence}`,
  );
  throw new Refused(lines.join("\n"));
}
