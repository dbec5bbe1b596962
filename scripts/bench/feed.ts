import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../build.ts";
import {
  type Asked,
  answerTo,
  askFromTheOtherCore,
  CONNECTIONS,
  closeServers,
  computedBy,
  inTurn,
  prepared,
  rateOf,
  ratioOf,
  row,
  started,
} from "./side-by-side.ts";

/**
 * The calendar of a thousand meetings: how it is answered beside a bare Node server that sends the same bytes (see
 * `side-by-side.ts`), what it costs to write it anew, and what it costs to say that it is unchanged.
 * `node scripts/run.js bench/feed`
 */
const MEETINGS = 1000;
const WRITINGS = 25;
const PATH = "/agencies/pc-30307/meetings.ics";
const BROTLI = { "Accept-Encoding": "gzip, deflate, br" };
const ASKED: Asked[] = [
  { name: "feed, plain", path: PATH, headers: {} },
  { name: "feed, brotli", path: PATH, headers: BROTLI },
  { name: "feed, unchanged (304)", path: PATH, headers: BROTLI, status: 304 },
];

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
process.env.DATABASE_URL = `sqlite:${join(folder, "house.sqlite")}`;
process.env.ORIGIN = "http://localhost";
await buildIfStale();
const { child: app, ports } = await started("app", folder);
const [kept = 0] = ports;

const { db } = await import("#app/db.server.ts");
const { briefing } = await import("#app/test/people.ts");
await furnish();
await new Promise((resolve) => setTimeout(resolve, 1000)); // another process's writes are seen by then
const cases = await Promise.all(ASKED.map((asked) => prepared(kept, asked)));
const bare = await started("bare", folder, cases);
askFromTheOtherCore();

console.log(
  `${MEETINGS} meetings; ${CONNECTIONS} connections; answers a second of a server's core`,
);
console.log(row("", "bytes", "bare node", "kept", "kept/bare", "ms each"));
for (const [i, { name, path, headers, status, bytes }] of cases.entries()) {
  const order = { path, headers, expected: status };
  const [floor, ready] = await inTurn([
    { ...order, port: bare.ports[i] ?? 0, pid: bare.child.pid },
    { ...order, port: kept, pid: app.pid },
  ]);
  const each = (1000 / (ready?.perSecond ?? 0)).toFixed(3);
  console.log(row(name, String(bytes), ...[floor, ready].map(rateOf), ratioOf(ready, floor), each));
}
console.log("to hold: kept/bare 0.80; unchanged under 2 ms each");

const alone = await middleOf(WRITINGS, writtenAlone());
console.log(`written from the books: ${alone.toFixed(1)} ms of computing (to hold: under 60)`);
const whole = await middleOf(9, rewrittenByTheApp);
console.log(`written, compressed and sent by the app after a change: ${whole.toFixed(1)} ms`);

closeServers();
await db.destroy();
rmSync(folder, { recursive: true, force: true });

/** Four a day, with what an office writes about them. */
async function furnish() {
  const first = Date.UTC(2026, 10, 1, 1, 30);
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("mail").execute();
    await trx.deleteFrom("invitation").execute();
    await trx.deleteFrom("meeting").execute();
    for (let i = 0; i < MEETINGS; i++) {
      const startsAt = new Date(first + i * 6 * 3_600_000).toISOString();
      await briefing(
        trx,
        { id: "pc-30307" },
        {
          startsAt,
          endsAt: new Date(Date.parse(startsAt) + 5_400_000).toISOString(),
          subject: `Tình hình kinh tế, xã hội; công tác chuẩn bị số ${i}`,
          description: "Có tài liệu kèm theo cho phóng viên; mời đến trước mười lăm phút. ".repeat(
            3,
          ),
          chair: "Nguyễn Thị Thu Hà",
        },
      );
    }
  });
}

/** Milliseconds of this process's computing that one writing of the feed takes. */
function writtenAlone() {
  const loading = Promise.all([
    import("#app/domain/feeds/meeting-feed.server.ts"),
    import("#app/i18n/messages.ts"),
  ]);
  return async () => {
    const [{ writeFeed }, { messagesIn }] = await loading;
    const words = messagesIn("vi");
    const teller = {
      origin: "http://localhost",
      language: "vi" as const,
      words,
      email: "a@b.example",
    };
    const asked = { name: "Lịch", format: "ics" as const, agencyId: "pc-30307" };
    const before = process.cpuUsage();
    await writeFeed(db, asked, teller, new Date().toISOString());
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** Milliseconds of the app's computing, on all of its threads, for the first answer after a change. */
async function rewrittenByTheApp() {
  await db
    .updateTable("meeting")
    .set(({ eb }) => ({ edition: eb("edition", "+", 1) }))
    .where("id", "=", db.selectFrom("meeting").select("id").limit(1))
    .execute();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const before = computedBy(app.pid);
  await answerTo(kept, PATH, BROTLI);
  return (computedBy(app.pid) - before) * 1000;
}

async function middleOf(times: number, measure: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time <= times; time++) {
    const measured = await measure();
    // The first warms up.
    if (time > 0) all.push(measured);
  }
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] as number;
}
