import { db } from "#app/db.server.ts";
import { importJournalists } from "#app/domain/press/import.server.ts";
import { JOURNALIST_COLUMNS } from "#app/domain/press/journalist-sheet.ts";
import { readSheet } from "#app/domain/spreadsheets/csv.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import type { Command } from "../cli.ts";
import { refuseRows, signedNow, wordsFor } from "./books.ts";
import { provinceNamed } from "./province.ts";
import { Refused } from "./refused.ts";
import { readTableNamed } from "./sheet-named.ts";

export const run: Command = async ([file], flags) => {
  if (!flags.list?.trim()) throw new Refused("Which list do they go on? Say --list NAME.");
  const words = wordsFor(flags);
  const table = await readTableNamed(file, flags.sheet);
  const sheet = table.ok ? readSheet(table.bytes, JOURNALIST_COLUMNS) : table;
  const province = await provinceNamed(flags.province);
  const options = {
    list: flags.list,
    dryRun: flags["dry-run"] ?? false,
    consentBasis: flags.consent ?? messagesIn("vi").press.importedConsent,
  };
  const outcome = await importJournalists(db, province.id, sheet, options, signedNow());
  if (!outcome.ok)
    refuseRows(
      outcome.problems.map((one) => ({
        ...one,
        sentence: problemSentence(words, one.problem, words.press.problems),
      })),
    );
  const { added, changed, known, rows } = outcome;
  const done = options.dryRun ? "no problem; nothing was written" : `on the list "${flags.list}"`;
  return {
    json: { province: province.code, list: flags.list, dryRun: options.dryRun, ...outcome },
    lines: [
      `${rows} rows (${added} new, ${changed} changed, ${known} known), ${done}. Province: ${province.name}.`,
    ],
  };
};
