import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";

/** What a load of requests met with: how many a second, and how long they took, in milliseconds. */
export interface Loaded {
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
}

/** Asks for addresses in turn over so many connections as fast as they are answered, for some seconds. */
async function loadFully(urls: string[], connections: number, seconds: number): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = new Tally();
  const end = performance.now() + seconds * 1000;
  let next = 0;
  const connection = async () => {
    while (performance.now() < end)
      await tally.time(() => ask(urls[next++ % urls.length] ?? "", agent));
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return tally.result(seconds);
}

/** Asks so many times a second, whether earlier questions were answered or not, as readers do. */
async function loadSteadily(urls: string[], perSecond: number, seconds: number): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const tally = new Tally();
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = began + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    asked.push(tally.time(() => ask(urls[i % urls.length] ?? "", agent)));
  }
  await Promise.all(asked);
  agent.destroy();
  return tally.result(seconds);
}

class Tally {
  readonly #took: number[] = [];
  #failed = 0;

  async time(work: () => Promise<number>) {
    const began = performance.now();
    if ((await work()) !== 200) this.#failed++;
    this.#took.push(performance.now() - began);
  }

  result(seconds: number): Loaded {
    const sorted = this.#took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    return {
      perSecond: sorted.length / seconds,
      p50: at(0.5),
      p99: at(0.99),
      failed: this.#failed,
    };
  }
}

/** The status of an answer that came whole; 0 for one that broke off or did not come in time. */
function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: LONGEST_WAIT }, (response) => {
      response.resume();
      response.once("close", () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(0));
  });
}

const LONGEST_WAIT = 30_000;

if (import.meta.main) {
  const { how, urls, rate, seconds } = JSON.parse(await text(process.stdin));
  const result = await (how === "steady" ? loadSteadily : loadFully)(urls, rate, seconds);
  console.log(JSON.stringify(result));
}
