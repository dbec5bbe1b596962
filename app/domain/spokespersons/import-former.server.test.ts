import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { byLan, emptyRegister } from "#app/test/register.ts";
import type { Db } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { readSheetFile } from "../spreadsheets/sheet-file.server.ts";
import { workbookOf } from "../spreadsheets/workbook-writing.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";
import { undoImport } from "./import-undoing.server.ts";
import { importSentence } from "./refusal.ts";

const HEADINGS = [
  ...["Tên đơn vị", "Mã ĐVHC", "Danh mục", "Họ và tên", "Chức vụ", "Điện thoại", "Email"],
  ...["Tư cách", "Số quyết định", "Ngày quyết định", "Từ ngày", "Đến ngày", "Vụ việc"],
];

interface Row {
  name?: string;
  code?: string;
  list?: string;
  who?: string;
  as?: string;
  from?: string;
  until?: string;
  matter?: string;
}

function cells(row: Row): string[] {
  const { name = "", code = "", list = "", who = "Dương Văn Tám", as = "đứng đầu" } = row;
  const { from = "02/07/2021", until = "30/06/2025", matter = "" } = row;
  const contact = ["Chủ tịch UBND phường", "0296 3 111 222", "tam@angiang.gov.vn"];
  return [name, code, list, who, ...contact, as, "402/QĐ-UBND", "02/07/2021", from, until, matter];
}

describe.each(databases)("a sheet of those who spoke for former units, into $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let province: Reach;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await aroundLongXuyen(db);
    province = await officerOf(db, await committee(db, "91"));
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(db));

  const take = (rows: Row[], { dryRun = false, reach = province } = {}) => {
    const text = [HEADINGS, ...rows.map(cells)].map((row) => row.map(quoted).join(",")).join("\n");
    const sheet = readSpokespersonSheet(new TextEncoder().encode(text));
    return importSpokespersons(db, reach, sheet, byLan, { dryRun });
  };
  const quoted = (cell: string) => `"${cell}"`;
  const written = async () =>
    (await db.selectFrom("assignment").select(["agencyId", "untilDay"]).execute()).map(
      ({ agencyId, untilDay }) => `${agencyId} ${untilDay}`,
    );
  const agencyOf = async (row: Row, reach = province) => {
    const { entries, problems } = await take([row], { dryRun: true, reach });
    return entries[0]?.agency.id ?? problems.map((one) => `${one.column} ${one.problem}`).join();
  };

  it.each([
    { what: "its code and the list it is of", row: { code: "30280", list: "cũ" } },
    { what: "a code that only the former list has", row: { code: "30280" } },
    { what: "the agency's own code", row: { code: "pc-2004-30280" } },
    {
      what: "its name with the district and province of then",
      row: { name: "UBND phường Mỹ Bình, thành phố Long Xuyên, tỉnh An Giang" },
    },
    { what: "its name alone, where the dates leave no other", row: { name: "Phường Mỹ Bình" } },
    {
      what: "its name, begun before and without an end",
      row: { name: "Phường Mỹ Bình", until: "" },
    },
    { what: "its name without marks", row: { name: "phuong my binh, tp long xuyen" } },
  ])("is for the unit named by $what", async ({ row }) => {
    expect(await agencyOf(row)).toBe("pc-2004-30280");
  });

  it("tells old and new units of one code apart by the list, or by when it was", async () => {
    expect(await agencyOf({ code: "30307", list: "trước 01/07/2025" })).toBe("pc-2004-30307");
    expect(await agencyOf({ code: "30307" })).toBe("pc-2004-30307");
    expect(await agencyOf({ code: "30307", until: "" })).toBe("pc-30307");
    expect(await agencyOf({ code: "30307", from: "01/07/2025", until: "" })).toBe("pc-30307");
    expect(await agencyOf({ code: "30307", list: "hiện nay" })).toBe("pc-30307");
    expect(await agencyOf({ name: "Tỉnh An Giang" })).toBe("pc-2004-tinh-an-giang");
    expect(await agencyOf({ name: "Tỉnh An Giang", from: "01/07/2025", until: "" })).toBe("pc-91");
  });

  it.each([
    { row: { code: "30280", list: "xưa" }, problem: "era not-an-era" },
    { row: { code: "99999", list: "cũ" }, problem: "area_code unknown-former" },
    { row: { name: "Phường Không Có", list: "cũ" }, problem: "agency_name unknown-former" },
    { row: { code: "30280", list: "cũ", until: "01/07/2025" }, problem: "until agency-closed" },
    {
      row: { code: "30280", list: "cũ", from: "01/07/2025", until: "" },
      problem: "until agency-closed",
    },
    { row: { code: "30280", from: "01/07/2025", until: "" }, problem: "area_code unknown-code" },
  ])("refuses $row: $problem", async ({ row, problem }) => {
    expect(await agencyOf(row)).toBe(problem);
  });

  it("is for those who keep the books alone", async () => {
    const of = async (code: Parameters<typeof committee>[1], row: Row) =>
      agencyOf(row, await officerOf(db, await committee(db, code)));

    expect(await of("30307", { code: "30280", list: "cũ" })).toBe("pc-2004-30280");
    expect(await of("30292", { code: "30280", list: "cũ" })).toBe("area_code out-of-reach");
    expect(await of("01", { code: "30280", list: "cũ" })).toBe("area_code out-of-reach");
    expect(await of("30307", { code: "30358", list: "cũ" })).toBe("area_code out-of-reach");
  });

  it("says how it understood the unit, and an end that was left out", async () => {
    const { entries } = await take([{ code: "30280", list: "cũ", until: "" }], { dryRun: true });
    const words = messagesIn("vi").imports.remarks;

    expect(entries[0]?.remarks.map(({ remark, value }) => words[remark](value))).toEqual([
      "hiểu là đơn vị cũ: Phường Mỹ Bình, Thành phố Long Xuyên, An Giang",
      "không có ngày kết thúc: ghi đến hết ngày cuối cùng của đơn vị cũ, 30/06/2025",
    ]);
  });

  it("enters all of it, is the same a second time, and is taken back whole", async () => {
    const rows: Row[] = [
      { code: "30280", list: "cũ", until: "" },
      { code: "30358", list: "cũ", who: "Kim", from: "01/01/2023", until: "31/12/2024" },
      {
        ...{ code: "30280", list: "cũ", who: "Cúc", as: "ủy quyền", matter: "Sạt lở" },
        ...{ from: "08:00 01/03/2025", until: "17:00 05/03/2025" },
      },
    ];
    const first = await take(rows);
    const again = await take(rows);

    expect(first).toMatchObject({ ok: true, counts: { new: 3 } });
    expect(await written()).toEqual(["pc-2004-30280 2025-06-30", "pc-2004-30358 2024-12-31"]);
    expect(again).toMatchObject({ ok: true, id: null, counts: { same: 3 } });
    const undone = await undoImport(db, { id: first.id ?? "" }, byLan);
    expect(undone).toMatchObject({ ok: true });
    const standing = db.selectFrom("assignment").select("id").where("annulledAt", "is", null);
    expect(await standing.execute()).toEqual([]);
  });

  it("leaves nothing behind when a row is wrong, no line for the unit either", async () => {
    await db.deleteFrom("agency").where("provinceId", "is not", null).execute();
    const outcome = await take([
      { code: "30280", list: "cũ" },
      { code: "30358", list: "cũ", from: "31/02/2023" },
    ]);

    expect(outcome).toMatchObject({ ok: false, id: null });
    const opened = db.selectFrom("agency").select("id").where("provinceId", "is not", null);
    expect(await opened.execute()).toEqual([]);
  });

  it("names the problem in a sentence of either language", async () => {
    const { problems } = await take([{ code: "99999", list: "cũ" }], { dryRun: true });

    for (const language of ["vi", "en"] as const)
      expect(problems.map((one) => importSentence(messagesIn(language), one))[0]).toMatch(
        /01\/07\/2025/,
      );
  });

  it("may come as a workbook", async () => {
    const file = await workbookOf([HEADINGS, cells({ code: "30280", list: "cũ" })], "Danh sách");
    const read = await readSheetFile(file);
    const text = read.ok ? read.text : "";
    const sheet = readSpokespersonSheet(new TextEncoder().encode(text));
    await importSpokespersons(db, province, sheet, byLan);

    expect(await written()).toEqual(["pc-2004-30280 2025-06-30"]);
  });
});
