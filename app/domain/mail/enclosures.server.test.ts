import PostalMime from "postal-mime";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { letterTo, oneGuest } from "#app/test/post-office.ts";
import { clearPressRoom } from "#app/test/press-room.ts";
import { deliverDue, type Send } from "./delivery.server.ts";
import {
  enclose,
  enclosureOf,
  enclosuresOf,
  filesOf,
  withFiles,
  withoutFiles,
} from "./enclosures.server.ts";
import { digestOf, post } from "./outbox.server.ts";

const AT = "2026-09-01T01:00:00.000Z";
const TAKEN = { response: "250 ok" };
const pdf = {
  name: "Giay-moi.pdf",
  type: "application/pdf",
  bytes: new Uint8Array(50_000).fill(7),
};
const docx = {
  name: "Giay-moi.docx",
  type: "application/x-word",
  bytes: new Uint8Array(9_000).fill(9),
};

it.each(["giấy mời.pdf", 'a"; x="b.pdf', "a\r\nBcc: x", "../a.pdf", ""])(
  "a file called %j is not enclosed",
  (name) => {
    expect(() => enclosureOf({ ...pdf, name })).toThrow("Not a plain file name");
  },
);

it("what is kept of a letter is the letter without its files, and gives back every byte", () => {
  const files = [enclosureOf(pdf), enclosureOf(docx)];
  const raw = `A: b\r\n\r\n$& $1 ${files[0]?.content}\r\n--x\r\n${files[1]?.content}\r\n--x--`;

  expect(withoutFiles(raw, files).length).toBeLessThan(300);
  expect(withFiles(withoutFiles(raw, files), files)).toBe(raw);
});

describe.each(databases)("files that go with letters, on $name", ({ open }) => {
  let opened: Opened;
  beforeEach(async () => {
    opened ??= await open();
    await clearPressRoom(opened.db);
  });
  afterAll(() => opened.close());

  async function sent(send: Send, minutes = 0) {
    const at = new Date(Date.parse(AT) + minutes * 60_000).toISOString();
    await deliverDue(opened.db, send, () => at, { worker: "one", chance: () => 0 });
    return opened.db.selectFrom("mail").selectAll().execute();
  }

  it("are kept once, and arrive whole after the calendar with every letter that names them", async () => {
    const { db } = opened;
    const enclosures = await enclose(db, [pdf, docx]);
    expect(await enclose(db, [pdf, docx])).toBe(enclosures);
    await post(db, [{ ...letterTo(await oneGuest(db)), enclosures }], AT);
    const taken: string[] = [];

    const [mail] = await sent(async (_, raw) => {
      taken.push(raw);
      return TAKEN;
    });

    expect(await db.selectFrom("enclosure").select("name").orderBy("name").execute()).toEqual([
      { name: docx.name },
      { name: pdf.name },
    ]);
    const { attachments } = await PostalMime.parse(Buffer.from(taken[0] ?? "", "latin1"));
    const named = attachments.map(({ filename, mimeType }) => [filename, mimeType]);
    expect(named.slice(-2)).toEqual([
      [pdf.name, pdf.type],
      [docx.name, docx.type],
    ]);
    expect(named.findIndex(([, type]) => type === "text/calendar")).toBeLessThan(named.length - 2);
    expect(new Uint8Array(attachments.at(-2)?.content as ArrayBuffer)).toEqual(pdf.bytes);
    expect(mail?.stage).toBe("sent");
    expect(mail?.digest).toBe(digestOf(taken[0] ?? ""));
  });

  it("go out byte for byte again when a letter is tried again, also after the paper has changed", async () => {
    const { db } = opened;
    const enclosures = await enclose(db, [pdf]);
    await post(db, [{ ...letterTo(await oneGuest(db)), enclosures }], AT);
    const taken: string[] = [];
    let cut = true;

    const unanswered: Send = async (_, raw) => {
      taken.push(raw);
      if (cut) throw Object.assign(new Error("cut"), { code: "ECONNECTION", command: "DATA" });
      return TAKEN;
    };
    const [waiting] = await sent(unanswered);
    expect(waiting?.raw?.length).toBeLessThan((taken[0]?.length ?? 0) - 30_000);
    await enclose(db, [{ ...pdf, bytes: new Uint8Array(10) }]);
    cut = false;
    const [mail] = await sent(unanswered, 120);

    expect(mail?.stage).toBe("sent");
    expect(taken).toHaveLength(2);
    expect(taken[1]).toBe(taken[0]);
  });

  it("keep a letter back that would have to go without them", async () => {
    const { db } = opened;
    const gone = enclosureOf(pdf).id;
    await post(db, [{ ...letterTo(await oneGuest(db)), enclosures: gone }], AT);

    const [mail] = await sent(async () => TAKEN);

    expect(mail).toMatchObject({ stage: "refused", raw: null });
    expect(mail?.problem).toContain("unwritable");
    expect(() => filesOf({ enclosures: gone }, new Map())).toThrow("is missing");
    expect(await enclosuresOf(db, [{ enclosures: null }])).toEqual(new Map());
  });
});
