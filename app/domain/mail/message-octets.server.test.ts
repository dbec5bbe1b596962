import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { onMessage } from "./message-octets.server.ts";

const LIMIT = 256 * 1024;
const LINE = `${"x".repeat(998)}\r\n`;
const BLOCK = Buffer.from(LINE.repeat(64));

describe.each([
  ["SMTP", false],
  ["LMTP", true],
])("a message over %s", (_, lmtp) => {
  const toClose: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  async function listen() {
    const taken: number[] = [];
    const server: SMTPServer = new SMTPServer({
      ...{ lmtp, size: LIMIT, disabledCommands: ["AUTH", "STARTTLS"], closeTimeout: 100 },
      onData: onMessage(
        () => server,
        async (raw) => taken.push(raw.length),
      ),
    });
    server.on("error", () => {});
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    toClose.push(() => new Promise<void>((closed) => server.close(() => closed())));
    return { taken, port: (server.server.address() as { port: number }).port };
  }

  /** Somebody who has said whom a message is for, and goes on as they like. */
  async function sender(port: number) {
    const socket = connect(port, "127.0.0.1");
    toClose.push(() => socket.destroy());
    socket.on("error", () => {});
    let heard = "";
    socket.on("data", (words) => {
      heard += words;
    });
    const hears = async (code: RegExp) => {
      while (!code.test(heard)) await once(socket, "data");
      heard = "";
    };
    await hears(/^220 /m);
    for (const [line, code] of [
      [lmtp ? "LHLO x" : "EHLO x", /^250 /m],
      ["MAIL FROM:<ha@bao.test>", /^250 /m],
      ["RCPT TO:<rsvp@phatngon.test>", /^250 /m],
      ["DATA", /^354 /m],
    ] as const) {
      socket.write(`${line}\r\n`);
      await hears(code);
    }
    return { socket, hears, heard: () => heard };
  }

  test("is taken whole when it is as large as may be", async () => {
    const { port, taken } = await listen();
    const { socket, hears } = await sender(port);

    socket.write(`${LINE.repeat(262)}.\r\n`);
    await hears(/^250 /m);

    expect(taken).toEqual([262 * LINE.length]);
  });

  test("that is too large is turned down at its end, and the next one taken", async () => {
    const { port, taken } = await listen();
    const { socket, hears } = await sender(port);

    socket.write(`${LINE.repeat(600)}.\r\n`);
    await hears(/^552 /m);
    socket.write("RSET\r\n");
    await hears(/^250 /m);

    expect(taken).toEqual([]);
  });

  test("without an end is turned down, hung up on, and not read on", async () => {
    const { port, taken } = await listen();
    const { socket, heard } = await sender(port);
    const closed = new Promise((hungUp) => socket.once("close", hungUp));

    const accepted = await pour(socket, 200 * 1024 * 1024);
    await closed;

    expect(heard()).toMatch(/^552 /m);
    // What was read, and what lies in the buffers between the two.
    expect(accepted).toBeLessThan(4 * LIMIT + 16 * 1024 * 1024);
    expect(taken).toEqual([]);

    const { socket: next, hears } = await sender(port);
    next.write("Subject: x\r\n\r\nx\r\n.\r\n");
    await hears(/^250 /m);
    expect(taken).toHaveLength(1);
  });
});

/** Writes so many octets, as fast as they are accepted; answers how many were before it was hung up on. */
async function pour(socket: Socket, octets: number): Promise<number> {
  let accepted = 0;
  while (accepted < octets && !socket.destroyed) {
    const error = await new Promise((written) => socket.write(BLOCK, written));
    if (error) break;
    accepted += BLOCK.length;
  }
  return accepted;
}
