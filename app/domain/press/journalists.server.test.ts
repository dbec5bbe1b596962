import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { JournalistDetails } from "./journalist.ts";
import {
  changeJournalist,
  chooseJournalists,
  findJournalistFor,
  listJournalist,
  listJournalistsFor,
} from "./journalists.server.ts";
import { listOutlet } from "./outlets.server.ts";
import { addMembers, createList, findListByName } from "./press-lists.server.ts";

const AN_GIANG = "2025-91";
const HUE = "2025-46";
const signed = { by: { id: "lan", name: "Lan" }, at: MORNING };

const ha: JournalistDetails = {
  name: "Nguyễn Thị Thu Hà",
  email: "ha@bao.test",
  phone: "0912 345 678",
  language: "vi",
  outletId: null,
  beats: ["health", "education"],
  pressCardNo: null,
  pressCardUntilDay: null,
  introLetterNo: null,
  introLetterUntilDay: null,
  consentAt: "2026-08-01T17:00:00.000Z",
  consentBasis: "Phiếu đăng ký ngày 02/08/2026",
};

describe.each(databases)("journalists on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    const tables = ["pressListMember", "pressList", "journalistBeat", "journalist"] as const;
    for (const table of [...tables, "outlet", "audit"] as const)
      await opened.db.deleteFrom(table).execute();
  });

  it("lists a journalist who shows neither card nor letter, and says so in the audit log", async () => {
    const { db } = opened;
    const ward = await committee(db);
    const lan = await officerOf(db, ward);

    const listed = await listJournalist(db, AN_GIANG, ha, signed);

    const found = await findJournalistFor(db, lan, listed.ok ? listed.id : "");
    expect(found).toMatchObject({ name: ha.name, email: ha.email, unsubscribedAt: null });
    expect(found?.beats.toSorted()).toEqual(["education", "health"]);
    const [row] = await db.selectFrom("journalist").select("token").execute();
    expect(row?.token).toMatch(/^[\w-]{32}$/);
    expect(JSON.stringify(found)).not.toContain(row?.token);
    const lines = await db.selectFrom("audit").selectAll().execute();
    expect(lines).toMatchObject([{ act: "journalist.listed", agencyId: "pc-91", byName: "Lan" }]);
  });

  it("lists an address once in a province, and again in another", async () => {
    const { db } = opened;
    await committee(db);
    await committee(db, "46");
    await listJournalist(db, AN_GIANG, ha, signed);

    const again = await listJournalist(db, AN_GIANG, { ...ha, name: "Ai đó" }, signed);
    const elsewhere = await listJournalist(db, HUE, ha, signed);

    expect(again).toEqual({ ok: false, reason: "email-listed" });
    expect(elsewhere.ok).toBe(true);
  });

  it("takes no outlet of another province", async () => {
    const { db } = opened;
    await committee(db);
    await committee(db, "46");
    const outlet = await listOutlet(db, HUE, { name: "Báo Sông Hương", type: "print" }, signed);
    const details = { ...ha, outletId: outlet.ok ? outlet.id : "" };

    const listed = await listJournalist(db, AN_GIANG, details, signed);

    expect(listed).toEqual({ ok: false, reason: "unknown-outlet" });
  });

  it("changes a journalist, but not to an address that somebody else has", async () => {
    const { db } = opened;
    const lan = await officerOf(db, await committee(db));
    const minh = await reporter(db, { email: "minh@bao.test" });
    const listed = await listJournalist(db, AN_GIANG, ha, signed);
    const journalist = { id: listed.ok ? listed.id : "", provinceId: AN_GIANG };

    const details = { ...ha, name: "Hà Nguyễn", beats: ["law" as const] };
    const changed = await changeJournalist(db, journalist, details, signed);
    const taken = await changeJournalist(db, journalist, { ...ha, email: minh.email }, signed);

    expect([changed, taken]).toEqual([{ ok: true }, { ok: false, reason: "email-listed" }]);
    expect(await findJournalistFor(db, lan, journalist.id)).toMatchObject({
      name: "Hà Nguyễn",
      email: ha.email,
      beats: ["law"],
    });
  });

  it("shows an officer only their own province's, and an administrator whichever they choose", async () => {
    const { db } = opened;
    const lan = await officerOf(db, await committee(db));
    const hue = await officerOf(db, await committee(db, "46"), "Huế");
    const admin = { ...hue, reach: "country" as const, provinceId: null };
    const journalist = await reporter(db);

    expect(await findJournalistFor(db, hue, journalist.id)).toBeUndefined();
    expect(await findJournalistFor(db, lan, journalist.id)).toBeDefined();
    const seenBy = async (officer: typeof lan, provinceId?: string) =>
      (await listJournalistsFor(db, officer, { provinceId })).total;
    expect(await seenBy(lan)).toBe(1);
    expect(await seenBy(lan, HUE)).toBe(1); // the choice is an administrator's alone
    expect(await seenBy(hue, AN_GIANG)).toBe(0);
    expect(await seenBy(admin)).toBe(1);
    expect(await seenBy(admin, HUE)).toBe(0);
  });

  it("finds without marks, in Vietnamese order of given names, page by page", async () => {
    const { db } = opened;
    const lan = await officerOf(db, await committee(db));
    for (const name of ["Trần Đạt", "Lê Văn Dũng", "Bùi Ánh", "Đỗ An", "Nguyễn Ân", "Võ Đạt"])
      await reporter(db, { name });
    for (let i = 0; i < 50; i++) await reporter(db, { name: `Phạm Yến ${i}` });

    const first = await listJournalistsFor(db, lan, {});
    const second = await listJournalistsFor(db, lan, { page: 2 });
    const dat = await listJournalistsFor(db, lan, { q: "dat tran" });
    const beyond = await listJournalistsFor(db, lan, { page: 99 });

    expect([first.total, first.pages, first.journalists.length]).toEqual([56, 2, 50]);
    expect(second.journalists.map(({ name }) => name)).toEqual([
      "Đỗ An",
      "Bùi Ánh",
      "Nguyễn Ân",
      "Lê Văn Dũng",
      "Trần Đạt",
      "Võ Đạt",
    ]);
    expect(dat.journalists.map(({ name }) => name)).toEqual(["Trần Đạt"]);
    expect(beyond.page).toBe(2);
  });

  it.each([
    { q: "le", finds: ["Lê An"] }, // and not everybody at example.test
    { q: "0912345678", finds: ["Trần Bình"] },
    { q: "0912 345", finds: ["Trần Bình"] },
    { q: "BINH@bao", finds: ["Trần Bình"] },
    { q: "  ", finds: ["Lê An", "Trần Bình"] },
  ])("finds $finds by “$q”", async ({ q, finds }) => {
    const { db } = opened;
    const lan = await officerOf(db, await committee(db));
    await reporter(db, { name: "Lê An", email: "an@example.test" });
    await reporter(db, { name: "Trần Bình", email: "binh@bao.example", phone: "0912 345 678" });

    const { journalists } = await listJournalistsFor(db, lan, { q });

    expect(journalists.map(({ name }) => name)).toEqual(finds);
  });

  it("chooses each once by person, list and beat, leaving out strangers and those who unsubscribed", async () => {
    const { db } = opened;
    await committee(db);
    await committee(db, "46");
    const list = { id: "", ...(await createList(db, AN_GIANG, "Thường trú", signed)) };
    const found = await findListByName(db, AN_GIANG, "Thường trú");
    const an = await reporter(db, { name: "Lê An" });
    const binh = await reporter(db, { name: "Lê Bình" });
    const gone = await reporter(db, { name: "Lê Chi", unsubscribedAt: MORNING });
    const hue = await reporter(db, { name: "Lê Dung", provinceId: HUE });
    await listJournalist(db, AN_GIANG, { ...ha, name: "Lê Hà" }, signed);
    if (found) await addMembers(db, found, [an.id, binh.id, gone.id, hue.id], signed);

    const all = await chooseJournalists(db, AN_GIANG, {
      journalistIds: [an.id, an.id, hue.id, "nobody"],
      listIds: [list.id],
      beats: ["health"],
    });
    const none = await chooseJournalists(db, AN_GIANG, {});

    expect(all.map(({ name }) => name)).toEqual(["Lê An", "Lê Bình", "Lê Hà"]);
    expect(none).toEqual([]);
  });
});
