import { randomBytes } from "node:crypto";
import { today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { openAccount } from "#app/domain/accounts/accounts.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { isClosedBy } from "#app/domain/agencies/agency.ts";
import { email, line } from "#app/domain/fields.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import type { Command } from "../cli.ts";
import { signedNow, wordsFor } from "./books.ts";
import { Refused } from "./refused.ts";

export const run: Command = async ([address = ""], flags) => {
  const read = email.safeParse(address);
  if (!read.success)
    throw new Refused(problemSentence(wordsFor(flags), read.error.issues[0]?.message ?? ""));
  if (!flags.name?.trim()) throw new Refused("Who is it? Say --name NAME.");
  const name = line(120).safeParse(flags.name);
  if (!name.success)
    throw new Refused(
      `--name: ${problemSentence(wordsFor(flags), name.error.issues[0]?.message ?? "")}`,
    );
  const agencyId = flags.agency ?? (flags.area && `pc-${flags.area}`) ?? null;
  const agency = agencyId ? await findAgency(db, agencyId) : undefined;
  if (agencyId && !agency) throw new Refused(`There is no agency ${agencyId}.`);
  if (agency && isClosedBy(agency, today())) throw new Refused(`${agency.name} is closed.`);
  if (!agencyId && !flags.administrator)
    throw new Refused("Of which agency? Say --area CODE, --agency ID or --administrator.");

  const password = randomBytes(12).toString("base64url");
  const role = flags.administrator ? "administrator" : "officer";
  const language = flags.lang === "en" ? "en" : "vi"; // they work in Vietnamese unless somebody says so
  const who = { email: read.data, name: name.data, role, agencyId } as const;
  const account = { ...who, password, language } as const;
  const opened = await openAccount(db, account, signedNow());
  if (!opened.ok) throw new Refused(`${read.data} has an account already.`);
  return {
    json: { id: opened.id, email: read.data, role, agencyId, password },
    lines: [`${read.data} may sign in with the password ${password}`],
  };
};
