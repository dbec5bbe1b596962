import { db } from "#app/db.server.ts";
import { COUNTRY } from "#app/domain/accounts/officer.ts";
import {
  importSpokespersons,
  readSpokespersonSheet,
} from "#app/domain/spokespersons/import.server.ts";
import { importSentence } from "#app/domain/spokespersons/refusal.ts";
import type { Command } from "../cli.ts";
import { readFileNamed, refuseRows, signedNow, wordsFor } from "./books.ts";

export const run: Command = async ([file], flags) => {
  const words = wordsFor(flags);
  const sheet = readSpokespersonSheet(await readFileNamed(file));
  const dryRun = flags["dry-run"] ?? false;
  const outcome = await importSpokespersons(db, COUNTRY, sheet, signedNow(), { dryRun });
  if (!outcome.ok)
    refuseRows(outcome.problems.map((one) => ({ ...one, sentence: importSentence(words, one) })));
  const { rows } = outcome;
  const said = dryRun ? `${rows} rows, no problem; nothing was written.` : `${rows} rows entered.`;
  return { json: { rows, dryRun, problems: [] }, lines: [said] };
};
