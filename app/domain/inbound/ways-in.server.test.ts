import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { bounceOf, forge, type Posted, postedTo } from "#app/test/forged-answers.ts";
import { clearPostOffice, letterTo, oneGuest } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { post } from "../mail/outbox.server.ts";
import { startReceiver } from "../mail/receiver.server.ts";
import { answersAddress } from "../mail/sender.server.ts";
import { newToken, subaddress } from "../mail/subaddress.ts";
import { startListener } from "./listener.server.ts";
import { startMailbox } from "./mailbox.server.ts";
import { takeInTrial } from "./taking-in.server.ts";
import { openWaysIn } from "./ways-in.server.ts";

const base = answersAddress() as string;
const clock = () => MORNING;

describe.each(databases)("mail comes in on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let posted: Posted;
  const toClose: (() => unknown)[] = [];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPostOffice(db);
    const guest = await oneGuest(db);
    const token = newToken();
    await db.updateTable("invitation").set({ token }).where("id", "=", guest.id).execute();
    await db.transaction().execute((trx) => post(trx, [letterTo(guest)], MORNING));
    posted = {
      ...(await postedTo(db, guest.id, base)),
      ...{ token, organizer: subaddress(base, "answer", token) },
    };
  });
  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  const kept = () => db.selectFrom("inboundMail").selectAll().orderBy("receivedAt").execute();

  describe("over LMTP", () => {
    const listener = async () => {
      const started = await startListener(db, { host: "127.0.0.1", port: 0, clock });
      toClose.push(started.stop);
      const transport = createTransport({
        ...{ host: "127.0.0.1", port: started.port, lmtp: true, secure: false, ignoreTLS: true },
      } as never);
      toClose.push(() => transport.close());
      const send = (raw: string, to: string, from = "ha@bao.test") =>
        transport.sendMail({ envelope: { from, to }, raw });
      return { ...started, send };
    };

    test("an answer is taken in once it is stored", async () => {
      const { send } = await listener();

      await send(forge(posted), posted.organizer);

      expect(await kept()).toMatchObject([
        { outcome: "applied", reply: "coming", to: posted.organizer },
      ]);
    });

    test("a bounce comes from nobody", async () => {
      const { send } = await listener();
      const to = subaddress(base, "bounce", posted.returnToken);
      await db.updateTable("mail").set({ stage: "sent" }).execute();

      await send(bounceOf(posted, { to, recipient: posted.letter.to }), to, "");

      expect(await kept()).toMatchObject([{ kind: "bounce", outcome: "not-delivered" }]);
    });

    test.each([
      ["a key that was never made", () => subaddress(base, "answer", newToken())],
      ["a return address that was never made", () => subaddress(base, "bounce", newToken())],
      ["a subscription that nobody has", () => subaddress(base, "unsubscription", newToken())],
      ["another address of the host", () => base.replace(/^[^@]+/, "boss")],
      ["another host", () => posted.organizer.replace(/@.*/, "@elsewhere.test")],
    ])("%s is turned down when it is named", async (_, to) => {
      const { send } = await listener();

      await expect(send(forge(posted), to())).rejects.toMatchObject({ responseCode: 550 });

      expect(await kept()).toEqual([]);
    });

    test("what is too large is turned down, said ahead or not", async () => {
      const { send, port } = await listener();
      const large = `${forge(posted)}${"lorem ipsum\r\n".repeat(100_000)}`;
      expect(await send(large, posted.organizer)).toMatchObject({
        accepted: [],
        response: expect.stringMatching(/^552/),
      });

      const said = await converse(port, [
        "LHLO x",
        "MAIL FROM:<ha@bao.test> SIZE=1073741824",
        "QUIT",
      ]);
      expect(said).toMatch(/^552/m);
      expect(await kept()).toEqual([]);
    });

    test("a sender that breaks off leaves the listener alive and nothing behind", async () => {
      const { send, port } = await listener();
      await converse(port, [
        "LHLO x",
        "MAIL FROM:<>",
        `RCPT TO:<${posted.organizer}>`,
        "DATA",
        UNFINISHED,
      ]);
      await send(forge(posted), posted.organizer);
      expect(await kept()).toHaveLength(1);
    });

    test("a port that is taken is told of, and stops nothing", async () => {
      const { port } = await listener();
      const log = vi.fn();

      const ways = await openWaysIn(db, { lmtp: `127.0.0.1:${port}`, clock, log });

      expect(log).toHaveBeenCalledWith(expect.stringMatching(/LMTP.*EADDRINUSE/));
      await ways.close();
    });
  });

  test("the trial mailbox hands on what is for an address of ours, and shows it as before", async () => {
    const receiver = await startReceiver(db, clock, (mail) => takeInTrial(db, mail));
    toClose.push(receiver.stop);
    const transport = createTransport(receiver.url);
    toClose.push(() => transport.close());
    const send = (to: string) =>
      transport.sendMail({ envelope: { from: "ha@bao.test", to }, raw: forge(posted) });

    await send(posted.organizer);
    await send("somebody@else.test");

    expect(await kept()).toMatchObject([{ outcome: "applied" }]);
    expect(await db.selectFrom("receivedMail").select("to").execute()).toHaveLength(2);
  });

  describe("from a mailbox", () => {
    const watch = async (box: Awaited<ReturnType<typeof imapServer>>) => {
      const log = vi.fn();
      const mailbox = startMailbox(db, {
        url: `imap://office:s%20cret@127.0.0.1:${box.port}/INBOX`,
        ...{ clock, log, firstWait: 20 },
      });
      toClose.push(mailbox.stop);
      return log;
    };
    const server = async () => {
      const box = await imapServer();
      toClose.push(box.stop);
      return box;
    };

    test("what lies there is taken in, and what comes later, each once", async () => {
      const box = await server();
      box.deliver(forge(posted));
      await watch(box);
      await expect.poll(() => kept()).toHaveLength(1);

      box.deliver(forge(posted, { partstat: "DECLINED", stamp: "20260901T003000Z" }));
      await expect.poll(() => kept()).toHaveLength(2);

      expect(box.logins).toEqual(["office s cret"]);
      expect(box.fetched).toEqual([1, 2]);
    });

    test("after a restart only what is new is read; in a mailbox made anew, known mail is known", async () => {
      const box = await server();
      box.deliver(forge(posted));
      await watch(box);
      await expect.poll(() => kept()).toHaveLength(1);
      await (toClose.pop() as () => Promise<void>)();

      await watch(box);
      box.deliver(forge(posted));
      await expect.poll(() => kept()).toHaveLength(2);
      expect(box.fetched).toEqual([1, 2]);
      await (toClose.pop() as () => Promise<void>)();

      box.makeAnew();
      await watch(box);
      await expect.poll(() => box.fetched).toEqual([1, 2, 1, 2]);
      expect(await kept()).toHaveLength(2);
    });

    test("a server that goes away is come back to", async () => {
      const box = await server();
      const log = await watch(box);
      await expect.poll(() => box.logins).toHaveLength(1);

      box.cut();
      box.deliver(forge(posted));

      await expect.poll(() => kept()).toHaveLength(1);
      expect(log).toHaveBeenCalledWith(expect.stringMatching(/^mail: mailbox: /));
    });
  });
});

/** Says lines to a server, each when the one before is answered, and tells what it answered; then hangs up. */
async function converse(port: number, lines: string[]): Promise<string> {
  const { connect } = await import("node:net");
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.on("error", () => {});
  for (const line of ["", ...lines]) {
    if (line) socket.write(`${line}\r\n`);
    if (line !== UNFINISHED) said += await answerIn(socket);
  }
  socket.destroy();
  return said;
}

/** What a server answers to no more than the beginning of a letter: nothing. */
const UNFINISHED = "half";

async function answerIn(socket: Socket): Promise<string> {
  let heard = "";
  while (!/^\d{3} .*\r\n$/m.test(heard)) heard += (await once(socket, "data"))[0];
  return heard;
}

/** As much of an IMAP server (RFC 3501, with IDLE) as a mailbox that is watched needs. */
async function imapServer() {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const logins: string[] = [];
  const fetched: number[] = [];
  let uidValidity = 7;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.write("* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
    let idle = "";
    let rest = "";
    socket.on("data", (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (line === "DONE") socket.write(`${idle} OK done\r\n`);
        else answer(line);
      }
    });
    const answer = (line: string) => {
      const [tag = "", command = "", ...words] = line.split(" ");
      const ok = (...before: string[]) =>
        socket.write([...before, `${tag} OK ${command}`, ""].join("\r\n"));
      const name = command.toUpperCase();
      if (name === "CAPABILITY") return ok("* CAPABILITY IMAP4rev1 IDLE");
      if (name === "LOGIN") {
        logins.push(words.join(" ").replaceAll('"', ""));
        return ok();
      }
      if (name === "LIST" || name === "LSUB") return ok('* LIST () "/" INBOX');
      if (name === "SELECT" || name === "EXAMINE")
        return ok(
          "* FLAGS (\\Seen)",
          `* ${mails.length} EXISTS`,
          `* OK [UIDVALIDITY ${uidValidity}] ok`,
          `* OK [UIDNEXT ${mails.length + 1}] ok`,
        );
      if (name === "IDLE") {
        idle = tag;
        return socket.write("+ idling\r\n");
      }
      if (name === "UID" && words[0]?.toUpperCase() === "SEARCH") {
        const from = Number(/(\d+):\*/.exec(line)?.[1] ?? 1);
        const uids = mails.map((_, place) => place + 1).filter((uid) => uid >= from);
        // Of an empty range, the last one there is (RFC 3501, 6.4.8).
        const found = uids.length > 0 || mails.length === 0 ? uids : [mails.length];
        return ok(`* SEARCH ${found.join(" ")}`.trimEnd());
      }
      if (name === "UID" && words[0]?.toUpperCase() === "FETCH") {
        const uid = Number(words[1]);
        const raw = mails[uid - 1] ?? "";
        fetched.push(uid);
        socket.write(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(raw)}}\r\n`);
        socket.write(raw);
        socket.write(")\r\n");
        return ok();
      }
      if (name === "LOGOUT") {
        ok("* BYE");
        return socket.end();
      }
      return ok();
    };
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    ...{ logins, fetched, cut: hangUp },
    port: (server.address() as { port: number }).port,
    deliver: (raw: string) => {
      mails.push(raw);
      for (const socket of sockets) socket.write(`* ${mails.length} EXISTS\r\n`);
    },
    makeAnew: () => {
      uidValidity += 1;
    },
    stop: () => {
      hangUp();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
