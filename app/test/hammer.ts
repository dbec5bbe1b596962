import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { post } from "#app/domain/mail/outbox.server.ts";
import { connect } from "#db/connect.ts";
import { guests, letterTo, mailServer, type Taken } from "./post-office.ts";

export interface Blows {
  database: string; // migrated and empty
  letters: number;
  kills: number;
  workers: number;
  connections?: number; // of each worker
  putOff?: number; // the share of letters that are answered 451
  cut?: number; // the share that is taken, and the line goes dead before the answer
  server?: string; // another receiver than our own
}

export interface Audit {
  lost: string[]; // never taken, or not known as sent
  changed: string[]; // taken under two Message-IDs, or in other bytes
  copies: number; // all that was taken
  extra: number; // taken more than once
  allowed: number; // what was in the air at a kill, and each cut
  seconds: number;
  expected: { messageId: string; to: string }[];
  taken: { messageId: string; to: string }[];
}

const AT = "2026-09-01T01:00:00.000Z";
/** A minute is a fifth of a second here. */
const FASTER = 300;

/**
 * Sends letters to a receiver that puts some off and cuts the line on others, while the workers that carry them
 * are killed again and again (SIGKILL) in the midst of it; then counts what arrived against what was promised.
 */
export async function hammer(blows: Blows): Promise<Audit> {
  const { database, letters, kills, workers, connections = 5, putOff = 0.1, cut = 0.02 } = blows;
  const db = connect(database);
  let cuts = 0;
  const receiver = await mailServer({
    data: () => {
      const chance = Math.random();
      if (chance < putOff) return { code: 451, words: "4.3.0 Try later" };
      if (chance >= putOff + cut) return undefined;
      cuts += 1;
      return "cut";
    },
  });
  const invited = await guests(db, letters);
  await db.transaction().execute((trx) =>
    post(
      trx,
      invited.map((guest) => letterTo(guest)),
      AT,
    ),
  );
  const countOf = async (...stages: ("queued" | "sending")[]) => {
    const { count } = await db
      .selectFrom("mail")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("stage", "in", stages)
      .executeTakeFirstOrThrow();
    return count;
  };

  const began = trueNow(); // the tests' clock stands still
  const order = [database, blows.server ?? receiver.url, String(connections), String(began)];
  const crew = Array.from({ length: workers }, () => startWorkerProcess(order));
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const soMany = letters - (kill * letters) / (kills + 1);
      while ((await countOf("queued", "sending")) > soMany) await sleep(20);
      const place = kill % workers;
      await killed(crew[place] as ChildProcess);
      crew[place] = startWorkerProcess(order);
    }
    while ((await countOf("queued", "sending")) > 0) await sleep(50);
  } finally {
    await Promise.all(crew.map(killed));
  }
  const seconds = (trueNow() - began) / 1000;

  const rows = await db.selectFrom("mail").select(["messageId", "to", "stage", "digest"]).execute();
  const { taken } = receiver;
  const arrivedAt = new Map<string, Taken[]>();
  for (const copy of taken) arrivedAt.set(copy.to, [...(arrivedAt.get(copy.to) ?? []), copy]);
  await receiver.stop();
  await db.destroy();
  const isOurs = blows.server === undefined;
  return {
    lost: rows
      .filter(({ to, stage }) => stage !== "sent" || (isOurs && !arrivedAt.has(to)))
      .map(({ to }) => to),
    changed: [...arrivedAt]
      .filter(([to, copies]) => {
        const { messageId } = rows.find((row) => row.to === to) ?? {};
        return (
          copies.some((copy) => copy.messageId !== messageId) ||
          new Set(copies.map(({ raw }) => raw)).size > 1
        );
      })
      .map(([to]) => to),
    copies: taken.length,
    extra: taken.length - arrivedAt.size,
    allowed: kills * connections + cuts,
    seconds,
    expected: rows.map(({ messageId, to }) => ({ messageId, to })),
    taken: taken.map(({ messageId, to }) => ({ messageId, to })),
  };
}

async function killed(worker: ChildProcess) {
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

function startWorkerProcess(order: string[]): ChildProcess {
  const program = `
    import { smtpTransport } from "#app/domain/mail/transport.server.ts";
    import { startWorker } from "#app/domain/mail/worker.server.ts";
    import { connect } from "#db/connect.ts";
    const [database, server, connections, began] = process.argv.slice(1);
    startWorker(connect(database), {
      send: smtpTransport(server, { connections: Number(connections) }).send,
      parallel: Number(connections),
      clock: () => new Date(Date.parse("${AT}") + (Date.now() - began) * ${FASTER}).toISOString(),
      leaseSeconds: 3600 * ${FASTER},
      pollSeconds: 0.2,
      log: (line) => line.includes("sent, ") || console.error(line),
    });
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["--input-type=module", "--eval", program, "--", ...order], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}

const trueNow = () => performance.timeOrigin + performance.now();
