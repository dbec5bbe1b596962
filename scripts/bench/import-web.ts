/**
 * How long a list of 4,000 rows takes over the web, from the click to the page of the import, in the served
 * app on each database; and what somebody waits for who asks for a page meanwhile that nothing keeps
 * ready. `node scripts/run.js bench/import-web [rows]`
 */

import { serve } from "#app/test/browser.ts";
import startPostgres from "#app/test/postgres.ts";
import { connect } from "#db/connect.ts";
import { COLUMNS_OF_LIST, listOf } from "./long-list.ts";

const ROWS = Number(process.argv[2] ?? 4000);
const AIM = 10_000;

await measure("SQLite");
const stopPostgres = await startPostgres();
await measure("PostgreSQL", process.env.TEST_POSTGRES_URL);
await stopPostgres?.();

async function measure(name: string, url?: string) {
  const house = await serve([], url);
  try {
    const text = [COLUMNS_OF_LIST, ...(await rowsFor(house.database))]
      .map((row) => row.join(","))
      .join("\n");
    const cookie = await signIn(house);
    const began = performance.now();
    const html = await (await post(house.origin, cookie, "", { text })).text();
    const checked = /name="checked" value="(\w+)"/.exec(html)?.[1];
    if (!checked) throw new Error("The list is not taken.");
    const between = performance.now();
    const waits = askMeanwhile(house.origin);
    const told = await (await post(house.origin, cookie, "/entry", { text, checked })).text();
    const ended = performance.now();
    const longest = await waits();
    if (!told.includes('"done":"')) throw new Error(told.slice(-300));
    console.log(
      `${name}: ${ROWS} rows checked in ${ms(between - began)}, entered in ${ms(ended - between)} (aim: under ${ms(AIM)}); ${longest.length} pages meanwhile, the slowest in ${ms(Math.max(...longest))}`,
    );
  } finally {
    await house.stop();
  }
}

async function rowsFor(database: string): Promise<string[][]> {
  const db = connect(database);
  const rows = await listOf(db, ROWS, { edition: 1, from: "01/01/2027" });
  await db.destroy();
  return rows;
}

async function signIn({ origin, accounts }: Awaited<ReturnType<typeof serve>>): Promise<string> {
  const { email = "", password = "" } = accounts[2] ?? {};
  const response = await fetch(`${origin}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email, password }),
    headers: { Origin: origin },
    redirect: "manual",
  });
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

async function post(origin: string, Cookie: string, door: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { Cookie, Origin: origin };
  return fetch(`${origin}/desk/spokespersons/import${door}`, { method: "POST", body, headers });
}

/** Asks for one page after the other until told to stop; answers with how long each took. */
function askMeanwhile(origin: string): () => Promise<number[]> {
  const waits: number[] = [];
  let isOver = false;
  const asking = (async () => {
    for (let i = 0; !isOver; i++) {
      const began = performance.now();
      await (await fetch(`${origin}/?q=long+xuyen+${i}`)).text();
      waits.push(performance.now() - began);
    }
  })();
  return async () => {
    isOver = true;
    await asking;
    return waits;
  };
}

function ms(n: number): string {
  return `${Math.round(n)} ms`;
}
