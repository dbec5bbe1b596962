import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { furnishRegister, readQueries } from "#app/test/queries.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { buildIfStale } from "../build.ts";
import { askSteadily, lookupUrl, said, serveHouse } from "./house.ts";
import { placesAsked, shuffled } from "./questions.ts";
import { communeCodes, enterTenYears } from "./ten-years.ts";

/**
 * The lookup with ten years of assignments: the whole map, and spokespersons for one province or for all
 * 34 (100,000 assignments), served by one process and asked 200 times a second from another. Are the
 * figures as flat as they should be? Asked again, or each time something else: the first are answered from
 * what is kept, the others never. `node scripts/run.js bench/registry`, or
 * with `1` or `34` for one of the two.
 */
const PER_SECOND = 200;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);

process.env.NODE_ENV = "production";
await buildIfStale();
const HOUSES: Record<string, string[] | undefined> = {
  "1 province": ["91"],
  "34 provinces": undefined,
};
const asked = Object.entries(HOUSES).filter(([name]) => name.startsWith(process.argv[2] ?? ""));
const figures: Record<string, string>[] = [];
for (const [name, provinces] of asked) figures.push(await measure(name, provinces));
for (const row of Object.keys(figures[0] ?? {}))
  console.log(`${row.padEnd(44)} ${figures.map((one) => (one[row] ?? "").padEnd(52)).join(" ")}`);

/** Everything that is measured of a house with the spokespersons of some provinces, by what it is. */
async function measure(name: string, provinces?: string[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
  const url = `sqlite:${join(folder, "house.sqlite")}`;
  const db = connect(url);
  await migrate(db);
  await furnishRegister(db, provinces);
  const began = performance.now();
  const loaded = await enterTenYears(db, provinces);
  const took = Math.round(performance.now() - began);
  const codes = await communeCodes(db, provinces);
  await db.destroy();

  const house = await serveHouse(url, "--empty");
  const queries = readQueries();
  const isPlace = ({ expected }: (typeof queries)[number]) => /^\d/.test(expected[0] ?? "");
  const kept = queries.filter(isPlace).map(({ query }) => query);
  const others = queries.filter((query) => !isPlace(query)).map(({ query }) => query);
  const names = asPeopleSay(loaded.names);
  const places = placesAsked();
  // Each kind has its own share of the questions, so that none was asked before.
  const share = PER_SECOND * SECONDS;
  const part = (questions: string[], nth: number) => {
    const size = Math.min(share, Math.floor(questions.length / 3));
    return questions.slice(nth * size, (nth + 1) * size);
  };
  const mixed = shuffled([
    ...some(part(places, 2), share / 2),
    ...some(part(names, 2), share / 3),
    ...others,
  ]);
  const areas = codes.map((code) => `${house.origin}/areas/${code}`);
  const ask = async (urls: string[], seconds = SECONDS) =>
    said(await askSteadily(house, urls, PER_SECOND, seconds));
  const askOnce = (urls: string[]) => ask(urls, Math.min(SECONDS, urls.length / PER_SECOND));
  const look = (questions: string[]) => askOnce(questions.map((one) => lookupUrl(house, one)));

  await look([...part(places, 0), ...part(names, 0)].filter((_, i) => i % 2));
  const result: Record<string, string> = {
    "": name,
    "assignments, delegations": `${loaded.assignments}, ${loaded.delegations} (${took} ms)`,
    [`healthz (floor), ${PER_SECOND}/s`]: await ask([`${house.origin}/healthz`]),
    "the same few places, from what is kept": await ask(kept.map((one) => lookupUrl(house, one))),
    "each another place": await look(part(places, 1)),
    "each another name of a person": await look(part(names, 1)),
    "each another one, of all kinds": await look(mixed),
    "area pages, each another one": await askOnce(areas.slice(0, share)),
    "memory of the process": `${house.memory().now} MB, at most ${house.memory().most} MB`,
  };
  console.error(result);
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

/** Whole names, and one in four as people are called: without the surname. */
function asPeopleSay(names: string[]): string[] {
  const said = shuffled(names).map((name, i) =>
    i % 4 ? name : name.split(" ").slice(1).join(" "),
  );
  return [...new Set(said)];
}

function some<Item>(items: Item[], most: number): Item[] {
  return items.slice(0, Math.floor(most));
}
