import { basename } from "node:path";
import { db } from "#app/db.server.ts";
import { COUNTRY } from "#app/domain/accounts/officer.ts";
import {
  importSpokespersons,
  readSpokespersonSheet,
} from "#app/domain/spokespersons/import.server.ts";
import {
  SPOKESPERSON_COLUMNS,
  type SpokespersonColumn,
} from "#app/domain/spokespersons/import-row.ts";
import { undoImport } from "#app/domain/spokespersons/import-undoing.server.ts";
import { importSentence } from "#app/domain/spokespersons/refusal.ts";
import { plainly, type Wording } from "#app/domain/spreadsheets/sheet.ts";
import type { Command, Flags } from "../cli.ts";
import { refuseRows, signedNow, wordsFor } from "./books.ts";
import { Refused } from "./refused.ts";
import { readTableNamed } from "./sheet-named.ts";

export const run: Command = async ([file], flags) => {
  if (flags.undo) return takeBack(flags.undo, flags);
  const words = wordsFor(flags);
  const table = await readTableNamed(file, flags.sheet);
  const sheet = table.ok ? readWorded(table.bytes, flags) : table;
  const dryRun = flags["dry-run"] ?? false;
  const options = { dryRun, fileName: basename(file ?? "") };
  const outcome = await importSpokespersons(db, COUNTRY, sheet, signedNow(), options);
  if (!outcome.ok)
    refuseRows(outcome.problems.map((one) => ({ ...one, sentence: importSentence(words, one) })));
  const { rows, id, counts } = outcome;
  const { new: fresh, changed, same } = counts;
  const found = `${rows} rows (${fresh} new, ${changed} changed, ${same} the same)`;
  const said = dryRun
    ? "no problem; nothing was written."
    : id
      ? `entered: ${id}`
      : "nothing to enter.";
  return {
    json: { rows, dryRun, id, new: fresh, changed, same, problems: [] },
    lines: [`${found}, ${said}`],
  };
};

function readWorded(bytes: Uint8Array, flags: Flags) {
  const given = Object.fromEntries(
    pairsOf(flags.given).map(([name, value]) => [columnNamed(name), value]),
  ) as Wording<SpokespersonColumn>["given"];
  const guessed = readSpokespersonSheet(bytes, { given });
  const said = new Map(
    pairsOf(flags.map).map(([text, name]) => [plainly(text), columnNamed(name)]),
  );
  const unknown = [...said.keys()].find(
    (text) => !guessed.headings?.some((heading) => plainly(heading.text) === text),
  );
  if (unknown !== undefined) throw new Refused(`--map: the sheet has no column "${unknown}".`);
  const meanings = guessed.headings?.map(({ text, meaning }) => said.get(plainly(text)) ?? meaning);
  return said.size ? readSpokespersonSheet(bytes, { given, meanings }) : guessed;
}

/** `a=b,c=d` as pairs; the last = counts, since a heading may have one. */
function pairsOf(text = ""): [string, string][] {
  return text
    .split(",")
    .filter((pair) => pair.trim())
    .map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 1) throw new Refused(`"${pair.trim()}" is no pair: write A=B.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
}

function columnNamed(name: string): SpokespersonColumn {
  if (!Object.hasOwn(SPOKESPERSON_COLUMNS, name))
    throw new Refused(
      `"${name}" is no column: ${Object.keys(SPOKESPERSON_COLUMNS).join(", ")} are.`,
    );
  return name as SpokespersonColumn;
}

async function takeBack(id: string, flags: Flags) {
  const words = wordsFor(flags).imports;
  const known = await db
    .selectFrom("spokespersonImport")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!known) throw new Refused(`There is no import ${id}.`);
  const outcome = await undoImport(db, known, signedNow());
  if (outcome.ok) return { json: { undone: id }, lines: [words.doneUndoing] };
  if (outcome.reason === "already-undone") throw new Refused(words.alreadyUndone);
  const blockers = outcome.blockers.map(
    ({ name, agencyName, reason }) => `${name}, ${agencyName}: ${words.blockers[reason]}`,
  );
  throw new Refused([words.blocked, ...blockers].join("\n"));
}
