import { connect } from "node:net";

/** What to ask: one address over so many connections, as fast as it is answered, for some seconds. */
export interface RawOrder {
  port: number;
  path: string;
  headers: Record<string, string>;
  expected: number;
  connections: number;
  seconds: number;
  /** The loopback address to ask from, so that no stranger's limit is met where speed is measured. */
  from?: string;
}

/** How many answers came, and how many of them were not what was expected. */
export interface Answered {
  answered: number;
  failed: number;
}

/**
 * Asks with bare sockets and reads no more of an answer than its status and its length, so that one
 * core of asking keeps one core of answering busy; `load.ts`, with Node's own client, would not.
 */
export async function loadRaw(order: RawOrder): Promise<Answered> {
  const lines = Object.entries({ Host: "localhost", ...order.headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const question = Buffer.from(`GET ${order.path} HTTP/1.1\r\n${head}\r\n`);
  const tally = { answered: 0, failed: 0 };
  const end = performance.now() + order.seconds * 1000;
  const connections = Array.from({ length: order.connections }, () =>
    askAgain(order, question, end, tally),
  );
  await Promise.all(connections);
  return tally;
}

function askAgain(
  { port, expected, from = "127.0.0.1" }: RawOrder,
  question: Buffer,
  end: number,
  tally: Answered,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing = 0;
    const socket = connect({ port, host: "127.0.0.1", localAddress: from });
    const ask = () => socket.write(question);
    socket.on("connect", ask).on("error", reject).on("close", resolve);
    socket.on("data", (chunk: Buffer) => {
      if (missing === 0) missing = lengthOf(chunk, expected, tally);
      missing -= chunk.length;
      if (missing > 0) return;
      tally.answered++;
      if (performance.now() < end) ask();
      else socket.destroy();
    });
  });
}

/** How long the answer is that begins with these bytes, head and body; a head comes whole. */
function lengthOf(chunk: Buffer, expected: number, tally: Answered): number {
  const end = chunk.indexOf("\r\n\r\n") + 4;
  const head = chunk.toString("latin1", 0, end);
  if (!head.startsWith(`HTTP/1.1 ${expected} `)) tally.failed++;
  return end + Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
}
