import { db } from "#app/db.server.ts";
import { checkReceipt } from "#app/domain/receipts/receipts.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import type { Command } from "../cli.ts";
import { readFileNamed, wordsFor } from "./books.ts";
import { Refused } from "./refused.ts";

/** The signature lies beside the receipt under the same name; the key is one of ours unless it is named. */
export const run: Command = async ([name], flags) => {
  const content = await readFileNamed(name);
  const signature = await readFileNamed(name?.replace(/(\.json)?$/, ".sig"));
  const pem = flags.key ? new TextDecoder().decode(await readFileNamed(flags.key)) : undefined;
  const checked = await checkReceipt(db, content, signature, pem);
  const { cli } = wordsFor(flags).receipts;
  if (!checked.ok) throw new Refused(cli.refusals[checked.reason]);
  const { said, keyId, sha256 } = checked;
  return {
    json: { ok: true, keyId, sha256, ...said },
    lines: [
      cli.good(said.title, said.agency.name),
      cli.published(shortTime(said.publishedAt), said.speaker.name),
      cli.key(keyId, sha256),
    ],
  };
};
