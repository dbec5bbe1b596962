import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import { readSheet } from "../spreadsheets/csv.server.ts";
import { importJournalists } from "./import.server.ts";
import { JOURNALIST_COLUMNS } from "./journalist-sheet.ts";
import { chooseJournalists, listJournalistsFor } from "./journalists.server.ts";
import { findListByName, listPressListsFor } from "./press-lists.server.ts";
import { suppress } from "./suppression.server.ts";

const AN_GIANG = "2025-91";
const signed = { by: { id: "lan", name: "Lan" }, at: MORNING };
const sheet = (text: string) => readSheet(new TextEncoder().encode(text), JOURNALIST_COLUMNS);

const FIVE = `name,email,outlet,language,press_card_no,consent_date,consent_basis,consent_source
Nguyễn Thị Thu Hà,Ha@bao.test,Báo Phù Sa,vi,IBT-1,05/01/2026,Phiếu đăng ký,"Sổ 2026, tờ 12"
Anna Keller,anna@daily.test,Mekong Daily,en,,,,
Lê Minh,minh@bao.test,báo phù sa,,IBT-2,05/01/2026,,
`;

describe.each(databases)("importing journalists on $name", ({ open }) => {
  let opened: Opened;
  const rowsOf = async (table: "journalist" | "outlet" | "pressList" | "pressListMember") =>
    (await opened.db.selectFrom(table).selectAll().execute()).length;
  const take = (text: string, options: Partial<Parameters<typeof importJournalists>[3]> = {}) =>
    importJournalists(
      opened.db,
      AN_GIANG,
      sheet(text),
      { list: "Thường trú", dryRun: false, ...options },
      signed,
    );

  beforeAll(async () => {
    opened = await open();
    await committee(opened.db);
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    const tables = [
      "suppression",
      "pressListMember",
      "pressList",
      "journalistBeat",
      "journalist",
    ] as const;
    for (const table of [...tables, "outlet", "audit"] as const)
      await opened.db.deleteFrom(table).execute();
  });

  it("takes everybody in, with their outlets, onto a list that it begins", async () => {
    const { db } = opened;
    const outcome = await take(FIVE);

    expect(outcome).toEqual({
      ok: true,
      rows: 3,
      problems: [],
      added: 3,
      changed: 0,
      known: 0,
      unsubscribed: 0,
      newOutlets: 2,
      unconsented: 2,
      suppressed: 0,
    });
    const lan = await officerOf(db, await committee(db));
    const list = await findListByName(db, AN_GIANG, "Thường trú");
    const { journalists } = await listJournalistsFor(db, lan, { listId: list?.id });
    expect(journalists).toMatchObject([
      { name: "Nguyễn Thị Thu Hà", email: "ha@bao.test", outletName: "Báo Phù Sa", language: "vi" },
      { name: "Anna Keller", outletName: "Mekong Daily", language: "en", pressCardNo: null },
      { name: "Lê Minh", outletName: "Báo Phù Sa", language: "vi", awaitsConsentSince: MORNING },
    ]);
    expect(journalists[0]).toMatchObject({
      ...{ consentAt: "2026-01-04T17:00:00.000Z", consentBasis: "Phiếu đăng ký" },
      ...{ consentSource: "Sổ 2026, tờ 12", awaitsConsentSince: null },
    });
    const line = await db
      .selectFrom("audit")
      .selectAll()
      .where("act", "=", "journalists.imported")
      .executeTakeFirst();
    expect(line).toMatchObject({ about: list?.id, agencyId: "pc-91", byName: "Lan" });
  });

  it("changes nothing in a dry run, which says the same", async () => {
    const { rows, ...said } = await take(FIVE, { dryRun: true });
    const written = await rowsOf("journalist");
    const done = await take(FIVE);

    expect(written).toBe(0);
    expect({ rows, ...said }).toEqual(done);
  });

  it("names every problem by line and column, and takes nobody in", async () => {
    const outcome = await take(`name,email,language,press_card_until,beats,consent_date
An,an@bao.test,vi,,,
,khong-phai-thu,fr,31/02/2027,Bói toán,
Bình,AN@bao.test,vi,2027-01-01,y te; Văn hóa,02/09/2026
`);

    expect(outcome).toEqual({
      ok: false,
      rows: 3,
      problems: [
        { line: 3, column: "name", problem: "required" },
        { line: 3, column: "email", problem: "not-an-email" },
        { line: 3, column: "language", problem: "not-a-language" },
        { line: 3, column: "press_card_until", problem: "not-a-day" },
        { line: 3, column: "beats", problem: "not-a-beat" },
        { line: 4, column: "press_card_no", problem: "until-without-number" },
        { line: 4, column: "consent_date", problem: "consent-to-come" },
        { line: 4, column: "email", problem: "email-twice:2" },
      ],
    });
    expect([await rowsOf("journalist"), await rowsOf("pressList")]).toEqual([0, 0]);
  });

  it("refuses an address with a line break inside", async () => {
    const outcome = await take('name,email\nAn,"an@bao.test\nBcc: x@y.test"\n');

    expect(outcome.problems).toEqual([{ line: 2, column: "email", problem: "not-an-email" }]);
  });

  it("passes the sheet's own problems on", async () => {
    const outcome = await take("name,outlet\nAn,Báo\n");

    expect(outcome).toEqual({
      ok: false,
      rows: 0,
      problems: [{ line: 1, column: "email", problem: "column-missing" }],
    });
  });

  it("keeps those it knows, their consent and their unsubscription, and takes over what is new", async () => {
    const { db } = opened;
    const before = { consentAt: "2026-01-05T00:00:00.000Z", consentBasis: "phiếu" };
    const ha = await reporter(db, {
      ...before,
      name: "Hà",
      email: "ha@bao.test",
      phone: "0912 345 678",
      pressCardNo: "CŨ-1",
      pressCardUntilDay: "2026-03-31",
      unsubscribedAt: MORNING,
    });
    const minh = await reporter(db, { name: "Lê Minh", email: "minh@bao.test", pressCardNo: null });

    const outcome = await take(
      "name,email,outlet,press_card_no,phone\nNguyễn Thu Hà,ha@bao.test,Báo Phù Sa,MỚI-2,\nLê Minh,minh@bao.test,,,\n",
    );

    expect(outcome).toMatchObject({ added: 0, changed: 1, known: 1, unsubscribed: 1 });
    const rows = await db.selectFrom("journalist").selectAll().orderBy("name").execute();
    expect(rows).toMatchObject([
      minh,
      {
        ...before,
        id: ha.id,
        token: ha.token,
        name: "Nguyễn Thu Hà",
        phone: "0912 345 678",
        pressCardNo: "MỚI-2",
        pressCardUntilDay: null,
        unsubscribedAt: MORNING,
      },
    ]);
    expect(await rowsOf("pressListMember")).toBe(2);
  });

  it("can be repeated without doing anything twice", async () => {
    await take(FIVE);
    const again = await take(FIVE);

    expect(again).toMatchObject({ added: 0, changed: 0, known: 3, newOutlets: 0 });
    expect([await rowsOf("journalist"), await rowsOf("pressListMember")]).toEqual([3, 3]);
  });

  it("invites only those whose consent a row shows whole: day and form of it", async () => {
    const { db } = opened;
    const invitable = async () =>
      (await chooseJournalists(db, AN_GIANG, { listIds: await lists() })).map(({ name }) => name);
    const lists = async () =>
      (await db.selectFrom("pressList").select("id").execute()).map(({ id }) => id);
    expect(await take(FIVE, { dryRun: true })).toMatchObject({ added: 3, unconsented: 2 });
    await take(FIVE);
    const atFirst = await invitable();
    const shown = "name,email,consent_date,consent_basis\n";
    const now = await take(`${shown}Lê Minh,minh@bao.test,06/01/2026,Thư của tòa soạn\n`);

    expect(atFirst).toEqual(["Nguyễn Thị Thu Hà"]);
    expect(now).toMatchObject({ changed: 1, unconsented: 0 });
    expect(await invitable()).toEqual(["Nguyễn Thị Thu Hà", "Lê Minh"]);
  });

  it("takes whoever imports at their word for rows that say nothing, not for those that say half", async () => {
    const { db } = opened;
    const consentBasis = "Danh sách đăng ký năm 2026";
    const outcome = await importJournalists(
      db,
      AN_GIANG,
      sheet(FIVE),
      { dryRun: false, consentBasis },
      signed,
    );
    const rows = await db
      .selectFrom("journalist")
      .select(["name", "consentBasis", "consentSource", "awaitsConsentSince"])
      .orderBy("name")
      .execute();

    expect(outcome).toMatchObject({ ok: true, unconsented: 1 });
    expect(rows).toMatchObject([
      { name: "Anna Keller", consentBasis, consentSource: "Lan", awaitsConsentSince: null },
      { name: "Lê Minh", awaitsConsentSince: MORNING },
      { name: "Nguyễn Thị Thu Hà", consentBasis: "Phiếu đăng ký" },
    ]);
  });

  it("brings nobody back whose address gets no letters, not even under a record made anew", async () => {
    const { db } = opened;
    const at = { provinceId: AN_GIANG, email: "ha@bao.test" };
    await suppress(db, { ...at, ground: "asked_by_telephone" }, signed);
    const dry = await take(FIVE, { dryRun: true });
    const done = await take(FIVE);
    const [ha] = await db
      .selectFrom("journalist")
      .selectAll()
      .where("name", "like", "%Hà")
      .execute();

    expect([dry, done]).toMatchObject([{ suppressed: 1 }, { suppressed: 1 }]);
    expect(await chooseJournalists(db, AN_GIANG, { journalistIds: [ha?.id ?? ""] })).toEqual([]);
  });

  it("leaves another province's journalists alone", async () => {
    const { db } = opened;
    await committee(db, "46");
    await reporter(db, { email: "ha@bao.test", name: "Hà Huế", provinceId: "2025-46" });
    const outcome = await take(FIVE);

    expect(outcome).toMatchObject({ added: 3, known: 0 });
    const hue = await officerOf(db, await committee(db, "46"), "Huế");
    const theirs = await listJournalistsFor(db, hue, {});
    expect(theirs.journalists.map(({ name }) => name)).toEqual(["Hà Huế"]);
    expect(await listPressListsFor(db, hue)).toEqual([]);
  });

  it("takes in thousands at once", async () => {
    const many = Array.from(
      { length: 3000 },
      (_, i) => `Nhà báo ${i},nb${i}@bao.test,y tế;môi trường`,
    );
    const outcome = await take(`name,email,beats\n${many.join("\n")}\n`);

    expect(outcome).toMatchObject({ ok: true, added: 3000 });
    expect(await rowsOf("pressListMember")).toBe(3000);
  });
});
