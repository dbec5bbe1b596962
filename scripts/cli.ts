import { parseArgs } from "node:util";
import { Refused } from "./cli/refused.ts";

const HELP = `npm run -s cli -- COMMAND [--json]

  lookup TEXT [--on DAY-OR-INSTANT] [--limit N]      who may speak for a place, today or then
  import spokespersons FILE [--dry-run] [--sheet NAME] [--map "Họ tên=name,…"] [--given "capacity=head,…"]
                                                     an XLSX or CSV list, all of it or nothing
  import spokespersons --undo ID                     takes an import back
  import journalists FILE --list NAME [--consent TEXT] [--province CODE] [--sheet NAME] [--dry-run]
  meeting create FILE.json                           plans a meeting and announces it
  invite MEETING --list NAME [--despite REASON]      invites everybody on a list; a reason where its notice is late
  confirmations ask [--province CODE]                asks spokespersons to confirm their entries
  receipt verify FILE [--key PEM]                    checks a statement's receipt (FILE beside its .sig) by a public key
  mail receive [FILE…|-] [--to ADDRESS]              takes in mail that came to the office's address
  outbox drain                                       carries the letters that are due, now
  user add EMAIL --name NAME (--agency ID | --area CODE | --administrator) [--lang en]
                                                     --lang en: letters to them come in English
  retention run [--dry-run]                          lets go of what has been kept for its time, and says how much
  demo remove                                        removes the invented demo office

--json prints JSON alone on standard output. Sentences come in Vietnamese with --lang vi.`;

/** `failsWith`: how a command ends over a fault of ours, where whoever calls it goes by that. */
const COMMANDS: Record<string, () => Promise<{ run: Command; failsWith?: number }>> = {
  lookup: () => import("./cli/lookup.ts"),
  "import spokespersons": () => import("./cli/import-spokespersons.ts"),
  "import journalists": () => import("./cli/import-journalists.ts"),
  "meeting create": () => import("./cli/meeting-create.ts"),
  invite: () => import("./cli/invite.ts"),
  "confirmations ask": () => import("./cli/confirmations-ask.ts"),
  "receipt verify": () => import("./cli/receipt-verify.ts"),
  "mail receive": () => import("./cli/mail-receive.ts"),
  "outbox drain": () => import("./cli/outbox-drain.ts"),
  "user add": () => import("./cli/user-add.ts"),
  "retention run": () => import("./cli/retention-run.ts"),
  "demo remove": () => import("./cli/demo-remove.ts"),
};

const OPTIONS = {
  on: { type: "string" },
  limit: { type: "string" },
  list: { type: "string" },
  to: { type: "string" },
  consent: { type: "string" },
  province: { type: "string" },
  agency: { type: "string" },
  area: { type: "string" },
  name: { type: "string" },
  lang: { type: "string" },
  administrator: { type: "boolean" },
  sheet: { type: "string" },
  despite: { type: "string" },
  map: { type: "string" },
  given: { type: "string" },
  undo: { type: "string" },
  key: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

export type Flags = ReturnType<typeof read>["values"];

/** What a command prints: an object for --json, lines for people. */
export interface Printed {
  json: unknown;
  lines: string[];
}

export type Command = (words: string[], flags: Flags) => Promise<Printed>;

function read() {
  return parseArgs({ options: OPTIONS, allowPositionals: true });
}

async function main() {
  const { values: flags, positionals } = read();
  const [first = "", second = "", ...rest] = positionals;
  if (flags.help || !first) return console.log(HELP);
  const two = COMMANDS[`${first} ${second}`];
  const load = two ?? COMMANDS[first];
  if (!load)
    throw new Refused(`There is no command "${first}${second && ` ${second}`}": see --help.`);

  const { run, failsWith } = await load();
  const { openBooks, closeBooks } = await import("./cli/books.ts");
  try {
    await openBooks();
    const printed = await run(two ? rest : positionals.slice(1), flags);
    console.log(flags.json ? JSON.stringify(printed.json) : printed.lines.join("\n"));
  } catch (error) {
    if (!isExpected(error)) process.exitCode = failsWith;
    throw error;
  } finally {
    await closeBooks();
  }
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode ??= 1;
});

function sentenceOf(error: unknown): string {
  const known = error instanceof Error ? error : new Error(String(error));
  return isExpected(known) ? known.message : (known.stack ?? known.message);
}

function isExpected(error: unknown): boolean {
  const { name, code } = error as NodeJS.ErrnoException;
  return (
    error instanceof Refused ||
    name === "ConfigError" ||
    name === "DatabaseUnreachable" ||
    !!code?.startsWith?.("ERR_PARSE_ARGS")
  );
}
