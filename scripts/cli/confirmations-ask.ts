import { db } from "#app/db.server.ts";
import { COUNTRY, type Reach } from "#app/domain/accounts/officer.ts";
import { askForConfirmations, countToAsk } from "#app/domain/spokespersons/confirmations.server.ts";
import type { Command } from "../cli.ts";
import { signedNow } from "./books.ts";
import { provinceNamed } from "./province.ts";

/** Asks the spokespersons of a province, or of the whole country, to confirm their entries for this quarter. */
export const run: Command = async (_, { province: code }) => {
  const signed = signedNow();
  const province = code ? await provinceNamed(code) : undefined;
  const reach: Reach = province
    ? { reach: "province", agencyId: null, provinceId: province.id }
    : COUNTRY;
  const { already } = await countToAsk(db, reach, signed.at);
  const { asked } = await askForConfirmations(db, reach, signed);
  return {
    json: { province: province?.code ?? null, asked, already },
    lines: [`${asked} asked, ${already} already were. Area: ${province?.name ?? "the country"}.`],
  };
};
