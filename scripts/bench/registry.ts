import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import { committeeOf } from "#app/domain/areas/committee.ts";
import { furnishRegister, peopleOnTheList, readQueries } from "#app/test/queries.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import type { Day, Db, Row } from "#db/tables.ts";
import { buildIfStale } from "../build.ts";
import type { Loaded } from "./load.ts";

/**
 * The lookup with ten years of assignments: the whole map, and spokespersons for one province or for all
 * 34 (100,000 assignments), served by one process and asked 200 times a second from another. Are the
 * figures as flat as they should be? `node scripts/run.js bench/registry`, or
 * with `1` or `34` for one of the two.
 */
const PER_SECOND = 200;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);
const YEARS = 10;
const TERMS = 13; // of a head and of a regular spokesperson each: 100,000 in all with 34 provinces
const TODAY = new Date().toISOString().slice(0, 10);
const BY = "bench";

const UNSET = {
  ...{ decisionAt: null, decisionSigner: null, decisionFileId: null, besideReason: null },
  ...{ endDay: null, endKind: null, endReason: null, endDecisionNo: null, endDecisionDay: null },
  ...{ endSigner: null, endFileId: null, endRecordedAt: null, endRecordedBy: null },
  ...{ supersededBy: null, annulledAt: null, annulledBy: null, annulReason: null },
  ...{ replacesId: null, importId: null },
};
const UNSET_DELEGATION = {
  besideReason: null,
  ...{ documentSigner: null, documentFileId: null, endAt: null, endReason: null },
  ...{ endDocumentNo: null, endRecordedAt: null, endRecordedBy: null, annulledAt: null },
  ...{ annulledBy: null, annulReason: null, replacesId: null, importId: null },
};

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
  console.log(`${row.padEnd(44)} ${figures.map((one) => (one[row] ?? "").padEnd(40)).join(" ")}`);

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

  const house = await serve(url);
  const api = (query: string) =>
    `${house.origin}/api/v1/lookup?${new URLSearchParams({ q: query })}`;
  const queries = readQueries();
  const isPlace = ({ expected }: (typeof queries)[number]) => /^\d/.test(expected[0] ?? "");
  const places = queries.filter(isPlace).map(({ query }) => api(query));
  const others = queries.filter((query) => !isPlace(query)).map(({ query }) => api(query));
  const names = loaded.names.map(api);
  const areas = some(codes, 600).map((code) => `${house.origin}/areas/${code}`);

  await load(house, [...places, ...others, ...names, ...areas], 3);
  const result: Record<string, string> = {
    "": name,
    "assignments, delegations": `${loaded.assignments}, ${loaded.delegations} (${took} ms)`,
    [`healthz (floor), ${PER_SECOND}/s`]: said(await load(house, [`${house.origin}/healthz`])),
    [`lookup API, places, ${PER_SECOND}/s`]: said(await load(house, places)),
    [`lookup API, departments and people, ${PER_SECOND}/s`]: said(await load(house, others)),
    [`lookup API, names on the list, ${PER_SECOND}/s`]: said(await load(house, names)),
    [`lookup API, all of them, ${PER_SECOND}/s`]: said(
      await load(house, mixed([...places, ...others, ...names])),
    ),
    [`area page, ${PER_SECOND}/s`]: said(await load(house, areas)),
    "memory of the process": `${house.memory()} MB`,
  };
  console.error(result);
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

/** So many of them at most, from all over: an order to load goes through a command line. */
function some<Item>(items: Item[], most: number): Item[] {
  return items.filter((_, i) => i % Math.ceil(items.length / most) === 0);
}

/** The same addresses in an order that has nothing to do with their kind. */
function mixed(urls: string[]): string[] {
  return urls.toSorted((a, b) => hash(a) - hash(b));
}

function hash(text: string): number {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 1_000_003;
  return sum;
}

/** With the processor's time for one request, which tells more than the clock on a busy machine. */
function said({ p50, p99, failed, cpu }: Loaded & { cpu: number }): string {
  const lost = failed ? ` ${failed} FAILED` : "";
  return `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms, cpu ${cpu.toFixed(1)} ms${lost}`;
}

async function load(
  { origin, cpu }: { origin: string; cpu(): number },
  urls: string[],
  seconds = SECONDS,
) {
  const before = cpu();
  const script = new URL("./load.ts", import.meta.url).pathname;
  const order = JSON.stringify({
    how: "steady",
    urls: urls.length ? urls : [origin],
    rate: PER_SECOND,
    seconds,
  });
  const loading = promisify(execFile)(process.execPath, [script]);
  loading.child.stdin?.end(order);
  const loaded = JSON.parse((await loading).stdout) as Loaded;
  return { ...loaded, cpu: (cpu() - before) / (PER_SECOND * seconds) };
}

async function serve(url: string) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      "--max-semi-space-size=8",
      "--heap-growing-percent=25",
      "scripts/serve.ts",
      "--quiet",
      "--empty",
    ],
    {
      env: {
        ...process.env,
        MALLOC_ARENA_MAX: "2",
        DATABASE_URL: url,
        PORT: String(port),
        ORIGIN: `http://localhost:${port}`,
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    origin,
    /** What the process took of the processor so far, in milliseconds (a tick is ten). */
    cpu: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ");
      return 10 * (Number(fields?.[11]) + Number(fields?.[12]));
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000);
    },
    async stop() {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}

/** Ten years for every agency: a head and a regular spokesperson at a time, here and there a delegation. */
async function enterTenYears(db: Db, provinces?: string[]) {
  const taken = new Set(peopleOnTheList().map(({ agencyId }) => agencyId));
  const agencies = (await agenciesWithin(db, provinces)).filter((id) => !taken.has(id));
  const names = namesOfPeople();
  const people: Row<"person">[] = [];
  const assignments: Omit<Row<"assignment">, keyof typeof UNSET>[] = [];
  const delegations: Omit<Row<"delegation">, keyof typeof UNSET_DELEGATION>[] = [];
  for (const agencyId of agencies)
    for (const capacity of ["head", "regular"] as const)
      for (let term = 0; term < TERMS; term++) {
        const id = randomUUID();
        const personId = randomUUID();
        people.push({ id: personId, name: names() });
        const fromDay = dayOf(term / TERMS);
        const untilDay = term === TERMS - 1 ? null : dayOf((term + 1) / TERMS, -1);
        const phone = phoneOf(assignments.length);
        assignments.push({
          ...{ id, agencyId, personId, capacity, fromDay, untilDay, phone },
          ...{ position: capacity === "head" ? "Chủ tịch" : "Chánh Văn phòng" },
          ...{ email: `${capacity}@${agencyId}.gov.vn`, decisionNo: `${term + 1}/QĐ-UBND` },
          ...{
            decisionDay: fromDay,
            recordedAt: `${fromDay}T01:00:00.000Z`,
            recordedBy: BY,
          },
          ...{ publishedAt: `${fromDay}T01:00:00.000Z`, publishedBy: BY },
        });
        if (capacity === "head" && term % 5 === 0)
          delegations.push({
            ...{ id: randomUUID(), agencyId, personId, grantorId: id, matter: "Sạt lở bờ sông" },
            ...{ position: "Trưởng phòng", phone, email: `viec@${agencyId}.gov.vn` },
            ...{ documentNo: "25/UQ-UBND", documentDay: fromDay },
            ...{
              fromAt: `${fromDay}T01:00:00.000Z`,
              untilAt: `${dayOf(term / TERMS, 30)}T10:00:00.000Z`,
            },
            ...{ recordedAt: `${fromDay}T01:00:00.000Z`, recordedBy: BY },
            ...{ publishedAt: `${fromDay}T01:00:00.000Z`, publishedBy: BY },
          });
      }
  await db.transaction().execute(async (trx) => {
    for (const batch of batches(people)) await trx.insertInto("person").values(batch).execute();
    for (const batch of batches(assignments))
      await trx
        .insertInto("assignment")
        .values(batch.map((one) => ({ ...one, ...UNSET })))
        .execute();
    for (const batch of batches(delegations))
      await trx
        .insertInto("delegation")
        .values(batch.map((one) => ({ ...one, ...UNSET_DELEGATION })))
        .execute();
  });
  return {
    assignments: assignments.length,
    delegations: delegations.length,
    names: some(people, 400).flatMap(({ name }, i) =>
      i % 2 ? [name] : [name.split(" ").slice(-2).join(" ")],
    ),
  };
}

async function agenciesWithin(db: Db, provinces?: string[]): Promise<string[]> {
  const atlas = await placesOf(db);
  const areas = atlas
    .provinces()
    .filter(({ code }) => !provinces || provinces.includes(code))
    .flatMap((province) => [province, ...atlas.within(province.id)]);
  const within = new Set(areas.map(({ id }) => id));
  const departments = await db
    .selectFrom("agency")
    .select(["id", "areaId"])
    .where("kind", "<>", "peoples_committee")
    .execute();
  return [
    ...areas.map((area) => committeeOf(area).id),
    ...departments.filter(({ areaId }) => within.has(areaId)).map(({ id }) => id),
  ];
}

async function communeCodes(db: Db, provinces?: string[]): Promise<string[]> {
  const atlas = await placesOf(db);
  return atlas
    .provinces()
    .filter(({ code }) => !provinces || provinces.includes(code))
    .flatMap(({ id }) => atlas.within(id))
    .map(({ code }) => code);
}

/** A day of the ten years, by how much of them has gone by. */
function dayOf(share: number, more = 0): Day {
  const end = Date.parse(TODAY) - 60 * 86_400_000;
  const start = end - YEARS * 365 * 86_400_000;
  return new Date(start + share * (end - start) + more * 86_400_000).toISOString().slice(0, 10);
}

function phoneOf(n: number): string {
  return `09${String(n % 10)}${String(1_000_000 + ((n * 7919) % 9_000_000))}`;
}

/** Names as common as in life: two in five are Nguyễn, a few given names are everybody's. */
function namesOfPeople(): () => string {
  const surnames =
    "Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Huỳnh Phan Vũ Đặng Bùi Đỗ Hồ Ngô".split(" ");
  const middles = "Văn Thị Hữu Đức Ngọc Minh Thanh Quốc Xuân Kim Hoàng Thế Công Thu Bích".split(
    " ",
  );
  const givens =
    "Hòa An Bình Hùng Dũng Lan Hương Hạnh Tuấn Anh Minh Đức Long Sơn Hải Nam Phong Cường Thắng Mai Hoa Cúc Trang Linh Thảo Yến Nga Hà Thủy Tùng Khánh Quân Phúc Lộc Thọ Vinh Quang Khoa Trung Kiên Đạt Tâm Hiền Dung Oanh Loan Phượng Ngân Châu Tiến".split(
      " ",
    );
  let seed = 20261128;
  const next = (many: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * many);
  };
  const pick = (of: string[]) => of[next(of.length)] ?? "";
  // The lower of two throws: the first names are the most common.
  const given = () => givens[Math.min(next(givens.length), next(givens.length))] ?? "";
  return () => [pick(surnames), pick(middles), given()].join(" ");
}

function* batches<Item>(items: Item[], size = 300): Generator<Item[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}
