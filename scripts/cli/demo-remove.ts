import { db } from "#app/db.server.ts";
import { hasDemo } from "#app/domain/demo/demo.server.ts";
import { forgetDemoAccounts } from "#app/domain/demo/kept-accounts.server.ts";
import { removeDemo } from "#app/domain/demo/removal.server.ts";
import type { Command } from "../cli.ts";
import { signedNow } from "./books.ts";

export const run: Command = async () => {
  const removed = await hasDemo(db);
  if (removed) await removeDemo(db, signedNow());
  else forgetDemoAccounts(); // those of a demo whose removal was cut short
  const said = removed ? "The demo office is gone." : "There is no demo office here.";
  return { json: { removed }, lines: [said] };
};
