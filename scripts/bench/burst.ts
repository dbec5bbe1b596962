import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "#db/connect.ts";
import type { Db } from "#db/tables.ts";
import { buildIfStale } from "../build.ts";
import { askSteadily, lookupUrl, said, serveHouse } from "./house.ts";
import { placesAsked } from "./questions.ts";

/**
 * Something happened: an officer invites a thousand journalists from the desk while readers look up 200
 * places a second, each another one. How long the click takes, when the last letter has left, what readers
 * meet with during the click and while letters leave, and the most memory that the process ever had, from its
 * first start on. `BENCH_INVITED=5000 node scripts/run.js bench/burst`
 */
const LETTERS = Number(process.env.BENCH_INVITED ?? 1000);
const PER_SECOND = 200;
const CLICK_SECONDS = 5;
const SECONDS = 15;
const AIM = { action: LETTERS > 1000 ? 5000 : 2000, p99: 50, memory: 250 };

process.env.NODE_ENV = "production";
await buildIfStale();
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const file = join(folder, "house.sqlite");
const house = await serveHouse(`sqlite:${file}`);
const db = connect(`sqlite:${file}`);
const meeting = await db
  .selectFrom("meeting")
  .innerJoin("agency", "agency.id", "meeting.agencyId")
  .innerJoin("area", "area.id", "agency.areaId")
  .select(({ fn }) => ["meeting.id", fn.coalesce("area.partOf", "area.id").as("provinceId")])
  .where("meeting.announcedAt", "is not", null)
  .where("meeting.cancelledAt", "is", null)
  .where("meeting.startsAt", ">", new Date(Date.now() + 3_600_000).toISOString())
  .executeTakeFirstOrThrow();
const before = await lettersSent(db);
const list = await enterJournalists(db, meeting.provinceId);
const Origin = house.origin.replace("127.0.0.1", "localhost");
const places = placesAsked().map((place) => lookupUrl(house, place));
const Cookie = await signIn();
await askSteadily(house, places.slice(-2000), PER_SECOND, 10);

const clicks = PER_SECOND * CLICK_SECONDS;
const duringClick = askSteadily(house, places.slice(0, clicks), PER_SECOND, CLICK_SECONDS);
const duringSending = duringClick.then(() =>
  askSteadily(house, places.slice(clicks), PER_SECOND, SECONDS),
);
const began = performance.now();
await invite();
const answered = performance.now();
const { courier } = house.memory();
while ((await lettersSent(db)) < before + LETTERS)
  await new Promise((resolve) => setTimeout(resolve, 50));
const left = performance.now();
const carrying = house.memory().courier || courier;
console.log(`${LETTERS} invited: answered in ${ms(answered - began)} (to hold: ${AIM.action})`);
console.log(`the last letter left after ${ms(left - began)}`);
console.log(`lookups, ${PER_SECOND}/s, each another place (to hold: p99 ${AIM.p99}):`);
console.log(`  in the first ${CLICK_SECONDS} s:   ${said(await duringClick)}`);
console.log(`  the ${SECONDS} s after: ${said(await duringSending)}`);
const { now, most } = house.memory();
console.log(`memory: ${now} MB, at most ${most} MB (to hold: ${AIM.memory})`);
console.log(`and of the courier, while there is work: ${carrying} MB`);
await house.stop();
await db.destroy();
rmSync(folder, { recursive: true, force: true });

async function invite() {
  const door = `${Origin}/desk/meetings/${meeting.id}/invitations`;
  const preview = await fetch(`${door}/preview?list=${list}`, { headers: { Cookie } });
  const form = new URLSearchParams();
  for (const [input] of (await preview.text()).matchAll(/<input[^>]+type="hidden"[^>]*>/g)) {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    if (/^(journalists|previewed|mark)$/.test(value("name")))
      form.append(value("name"), value("value"));
  }
  const headers = { Cookie, Origin };
  const sent = await fetch(door, { method: "POST", body: form, headers, redirect: "manual" });
  if (sent.status !== 302) throw new Error(`not invited: ${sent.status} ${await sent.text()}`);
}

async function signIn(): Promise<string> {
  const [{ email = "", password = "" } = {}] = JSON.parse(
    readFileSync(`${file}.demo.json`, "utf8"),
  );
  const response = await fetch(`${Origin}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email, password }),
    headers: { Origin },
    redirect: "manual",
  });
  const cookies = response.headers.getSetCookie();
  return cookies.map((one) => one.split(";")[0]).join("; ");
}

async function lettersSent(db: Db): Promise<number> {
  const { sent } = await db
    .selectFrom("mail")
    .select(({ fn }) => fn.countAll<number>().as("sent"))
    .where("stage", "=", "sent")
    .executeTakeFirstOrThrow();
  return sent;
}

/** A list of people nobody has invited yet. */
async function enterJournalists(db: Db, provinceId: string): Promise<string> {
  const listId = randomUUID();
  const now = new Date().toISOString();
  const people = Array.from({ length: LETTERS }, (_, n) => ({
    ...{ id: randomUUID(), provinceId, outletId: null, name: `Nguyễn Thị Hà ${n}` },
    ...({ email: `ha${n}@burst.example`, phone: null, language: n % 5 ? "vi" : "en" } as const),
    ...{ pressCardNo: null, pressCardUntilDay: null, introLetterNo: null },
    ...{ introLetterUntilDay: null, consentAt: now, consentBasis: "bench" },
    ...{ token: randomUUID(), unsubscribedAt: null, createdAt: now },
  }));
  await db.transaction().execute(async (trx) => {
    await trx.insertInto("pressList").values({ id: listId, provinceId, name: "Cả nước" }).execute();
    for (const person of people) {
      await trx.insertInto("journalist").values(person).execute();
      await trx.insertInto("pressListMember").values({ listId, journalistId: person.id }).execute();
    }
  });
  return listId;
}

function ms(n: number): string {
  return `${Math.round(n)} ms`;
}
