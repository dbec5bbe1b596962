import { db } from "#app/db.server.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { runRetention, wouldRemove } from "#app/domain/retention/retention.server.ts";
import { NOTHING } from "#app/domain/retention/retention.ts";
import type { Command } from "../cli.ts";
import { signedNow, wordsFor } from "./books.ts";

/** Lets go of what has been kept for its time, or says what that would be. */
export const run: Command = async (_, flags) => {
  const signed = signedNow();
  await loadLaw(db, { at: signed.at });
  const dry = flags["dry-run"] === true;
  const removed = dry ? await wouldRemove(db, signed.at) : await runRetention(db, signed);
  const { said, nothing } = wordsFor(flags).retention;
  const line = said({ ...(removed ?? NOTHING) }) || nothing;
  return { json: { dryRun: dry, removed }, lines: [line] };
};
