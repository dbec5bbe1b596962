import { db } from "#app/db.server.ts";
import { createFromFile } from "#app/domain/meetings/meeting-file.server.ts";
import { fileSentence } from "#app/domain/meetings/meeting-file.ts";
import type { Command } from "../cli.ts";
import { readFileNamed, signedNow, wordsFor } from "./books.ts";
import { Refused } from "./refused.ts";

export const run: Command = async ([file], flags) => {
  const words = wordsFor(flags);
  const text = new TextDecoder().decode(await readFileNamed(file));
  const created = await createFromFile(db, text, signedNow());
  if (!created.ok)
    throw new Refused(created.problems.map((one) => fileSentence(words, one)).join("\n"));
  return { json: { id: created.id }, lines: [created.id] };
};
