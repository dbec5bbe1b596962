import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { byLan, emptyRegister } from "#app/test/register.ts";
import { AN, bytes, HEADING, openBooks, read, standing } from "#app/test/spokesperson-sheets.ts";
import { provincialList, workbook } from "#app/test/workbooks.ts";
import type { Db } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { readSheetFile } from "../spreadsheets/sheet-file.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";
import type { SpokespersonColumn } from "./import-row.ts";

describe.each(databases)("a list as provinces publish it in $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let province: Officer;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    province = await openBooks(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(db));

  const given = {
    capacity: "regular",
    decision_no: "15/QĐ-UBND",
    decision_date: "05/01/2026",
    from: "05/01/2026",
  };
  const list = async (wording = {}) => {
    const file = await readSheetFile(
      await workbook({
        "Danh sách": provincialList([
          ["I", "UBND tỉnh"],
          [
            1,
            "UBND tỉnh An Giang",
            "Trần Văn Sáu",
            "Phó Chánh Văn phòng",
            913852852,
            "sau@angiang.gov.vn",
          ],
          [{ value: "II. Sở, ban, ngành", columnSpan: 6 }],
          [2, "Sở Y tế", "Lý Thị Bảy", "Giám đốc", 2963852853, "bay@angiang.gov.vn"],
          [],
          ["III", "Xã, phường"],
          [
            3,
            "Phường Long Xuyên",
            "Nguyễn Văn An",
            "Chủ tịch",
            "0296.3852.852",
            "an@angiang.gov.vn",
          ],
          [4, "p. Bình Đức", "Lê Tám", "Chủ tịch", 2963852855, "tam@angiang.gov.vn"],
        ]),
      }),
    );
    if (!file.ok) throw new Error("not read");
    return readSpokespersonSheet(bytes(file.text), { given, ...wording });
  };

  it("is read by its own headings, below its title, between its groups; units by their names", async () => {
    const sheet = await list();
    const outcome = await importSpokespersons(db, province, sheet, byLan, { dryRun: true });

    expect(outcome.problems).toEqual([]);
    expect(
      outcome.entries.map(({ line, agency, draft }) => [line, agency.id, draft.details.phone]),
    ).toEqual([
      [7, "pc-91", "0913852852"],
      [9, "syt-91", "02963852853"],
      [12, "pc-30307", "0296.3852.852"],
      [13, "pc-30292", "02963852855"],
    ]);
    expect(outcome.entries.map(({ remarks }) => remarks.map(({ remark }) => remark))).toEqual([
      ["zero-restored"],
      ["zero-restored"],
      [],
      ["zero-restored"],
    ]);
  });

  it("is read by what somebody said its columns mean", async () => {
    const meanings: (SpokespersonColumn | undefined)[] = [
      undefined,
      "agency_name",
      "position",
      "name",
      "phone",
      "email",
    ];
    const sheet = await list({ meanings });

    expect(sheet.ok && sheet.rows[0]?.cells).toMatchObject({
      name: "Phó Chánh Văn phòng",
      position: "Trần Văn Sáu",
    });
  });

  it("asks for what is missing, with the headings it found", async () => {
    const sheet = await list({ given: {} });

    expect(!sheet.ok && sheet.problems.map(({ column }) => column)).toEqual([
      "capacity",
      "decision_no",
      "decision_date",
      "from",
    ]);
    expect(sheet.headings?.map(({ meaning }) => meaning)).toEqual([
      undefined,
      "agency_name",
      "name",
      "position",
      "phone",
      "email",
    ]);
  });

  it.each([
    { name: "Phường Vỹ Dạ", problem: "out-of-reach" },
    { name: "Phường Không Có", problem: "unknown-name" },
  ])("says of “$name” that it is $problem, and enters nothing", async ({ name, problem }) => {
    const row = `${name}${AN.slice(5)}`;
    const sheet = read([row], HEADING.replace("area_code", "đơn vị"));
    const outcome = await importSpokespersons(db, province, sheet, byLan);

    expect(outcome.problems).toMatchObject([{ line: 2, column: "agency_name", problem }]);
    expect(await standing(db)).toEqual([]);
  });

  it("names the candidates of a name that several agencies have", async () => {
    await db
      .insertInto("agency")
      .values({
        id: "syt-46",
        areaId: "2025-46",
        kind: "department",
        name: "Sở Y tế",
        nameEn: "Department of Health",
      })
      .execute();
    const sheet = read([`sở y tế${AN.slice(5)}`], HEADING.replace("area_code", "đơn vị"));
    const [problem] = (await importSpokespersons(db, COUNTRY, sheet, byLan, { dryRun: true }))
      .problems;
    const within = await importSpokespersons(db, province, sheet, byLan, { dryRun: true });
    await db.deleteFrom("agency").where("id", "=", "syt-46").execute();

    expect(problem).toMatchObject({
      problem: "name-unclear",
      candidates: [
        expect.stringMatching(/^Sở Y tế.*\(syt-/),
        expect.stringMatching(/^Sở Y tế.*\(syt-/),
      ],
    });
    expect(within.entries.map(({ agency }) => agency.id)).toEqual(["syt-91"]);
  });

  it("knows a department by its id and by its symbol", async () => {
    for (const code of ["syt-91", "SYT"]) {
      const sheet = read([`${code}${AN.slice(5)}`], HEADING.replace("area_code", "agency_code"));
      const { entries } = await importSpokespersons(db, province, sheet, byLan, { dryRun: true });
      expect(entries.map(({ agency }) => agency.id)).toEqual(["syt-91"]);
    }
  });

  it("reads days that a spreadsheet made numbers of", async () => {
    const row = AN.replace("30/06/2025,01/07/2025", "45838,45839");
    const { entries } = await importSpokespersons(db, COUNTRY, read([row]), byLan, {
      dryRun: true,
    });

    expect(entries[0]?.draft.details).toMatchObject({
      decisionDay: "2025-06-30",
      fromDay: "2025-07-01",
    });
  });
});
