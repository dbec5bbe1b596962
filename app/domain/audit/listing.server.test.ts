import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { record } from "./audit.server.ts";
import { listEntries } from "./listing.server.ts";

describe.each(databases)("the log, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    const { db } = opened;
    const [longXuyen, hue] = [await committee(db), await committee(db, "19777")];
    for (let i = 0; i < 120; i++) {
      const at = new Date(Date.UTC(2026, 7, 1, 0, i)).toISOString();
      const agencyId = i % 60 === 0 ? hue.id : longXuyen.id;
      const particulars = { subject: `Cuộc họp ${i}` };
      const about = { id: `${i}` };
      const by = { id: "minh", name: "Minh" };
      await record(db, { by, at }, { act: "meeting.planned", about, agencyId, particulars });
    }
  });
  afterAll(() => opened.close());

  const words = messagesIn("vi");

  it("comes in pages, newest first", async () => {
    const lan = await officerOf(opened.db, await committee(opened.db));
    const last = await listEntries(opened.db, lan, { page: 99 }, words);

    expect(last).toMatchObject({ page: 3, pages: 3, total: 118 });
    expect(last.entries.at(-1)?.sentence).toBe("Lên kế hoạch cuộc họp “Cuộc họp 1”.");
  });

  it("is searched by words within reach", async () => {
    const province = await officerOf(opened.db, await committee(opened.db, "91"));
    const found = await listEntries(opened.db, province, { q: "cuoc hop 60" }, words);
    const own = await listEntries(opened.db, province, { q: "minh 61" }, words);

    expect(found.total).toBe(0);
    expect(own.entries.map(({ sentence }) => sentence)).toEqual([
      "Lên kế hoạch cuộc họp “Cuộc họp 61”.",
    ]);
  });

  it("is that of the books of former units too, for whoever took them over", async () => {
    const { db } = opened;
    const [longXuyen, hue] = [await committee(db), await committee(db, "19777")];
    const took = { heirId: longXuyen.id, provinceId: "2025-91" };
    await db.updateTable("agency").set(took).where("id", "=", hue.id).execute();
    const lan = await officerOf(db, longXuyen);
    const province = await officerOf(db, await committee(db, "91"));

    expect(await listEntries(db, lan, {}, words)).toMatchObject({ total: 120 });
    expect(await listEntries(db, province, {}, words)).toMatchObject({ total: 120 });
  });
});
