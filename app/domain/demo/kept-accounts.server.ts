import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { config } from "#app/config.server.ts";

export interface DemoAccount {
  email: string;
  what: string;
  password: string;
}

/** The demo's passwords are known to nobody but whoever may read this file, beside the database. */
const file = config.DATABASE_URL.startsWith("sqlite:")
  ? `${config.DATABASE_URL.replace(/^sqlite:(\/\/)?/, "")}.demo.json`
  : "db/local/demo.json";

/** Keeps the demo's accounts for whoever starts the house, so that they can be told at each start. */
export function keepDemoAccounts(accounts: DemoAccount[]) {
  writeFileSync(file, JSON.stringify(accounts, null, 2), { mode: 0o600 });
}

/** The demo's accounts as they were kept; none once the demo was removed. */
export function keptDemoAccounts(): DemoAccount[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

/** Takes the demo's passwords away: nobody signs in by them any more. */
export function forgetDemoAccounts() {
  rmSync(file, { force: true });
}
