import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, emptyRegister } from "#app/test/register.ts";
import type { Db } from "#db/tables.ts";
import { COUNTRY, type Reach } from "../accounts/officer.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";
import { importSentence } from "./refusal.ts";

const HEADING =
  "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until,matter";

const AN =
  "30307,Nguyễn Văn An,Chủ tịch,0296 3 852 852,an@ag.gov.vn,head,1/QĐ,30/06/2025,01/07/2025,,";
const BAO =
  "30307,Trần Quốc Bảo,Phó Chủ tịch,0296 3 852 853,bao@ag.gov.vn,thường xuyên,2/QĐ,2026-07-08,2026-07-10,09/07/2027,";
const CUC =
  "30307,Lý Thị Cúc,Trưởng phòng,0296 3 852 854,cuc@ag.gov.vn,Ủy quyền,3/UQ,01/09/2026,08:00 01/09/2026,05/09/2026,Sạt lở";

const sheet = (...rows: string[]) => [HEADING, ...rows].join("\n");
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(databases)("importing spokespersons into $name", ({ open }) => {
  let opened: Opened;
  let db: Db;

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    for (const code of ["30307", "30292", "19777"] as const) await committee(db, code);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(db));

  const take = (text: string, { dryRun = false, reach = COUNTRY as Reach } = {}) =>
    importSpokespersons(db, reach, readSpokespersonSheet(bytes(text)), byLan, { dryRun });
  const problemsOf = async (text: string, reach?: Reach) =>
    (await take(text, { dryRun: true, reach })).problems.map(
      ({ line, column, problem }) => `${line} ${column} ${problem}`,
    );
  const written = async () => {
    const tables = ["person", "assignment", "delegation", "audit"] as const;
    return Promise.all(
      tables.map(async (table) => (await db.selectFrom(table).select("id").execute()).length),
    );
  };

  it("enters heads, regular and authorised spokespersons, each signed, all at once", async () => {
    const outcome = await take(sheet(AN, BAO, CUC));
    const assignments = await db.selectFrom("assignment").selectAll().orderBy("fromDay").execute();
    const delegation = await db.selectFrom("delegation").selectAll().executeTakeFirst();
    const audit = await db.selectFrom("audit").select(["act", "byName"]).execute();

    expect(outcome).toMatchObject({ ok: true, rows: 3, problems: [] });
    expect(assignments).toMatchObject([
      { agencyId: "pc-30307", capacity: "head", decisionDay: "2025-06-30", untilDay: null },
      { capacity: "regular", fromDay: "2026-07-10", untilDay: "2027-07-09", recordedBy: "lan" },
    ]);
    expect(delegation).toMatchObject({
      grantorId: assignments[0]?.id,
      documentNo: "3/UQ",
      matter: "Sạt lở",
      fromAt: "2026-09-01T01:00:00.000Z",
      untilAt: "2026-09-05T17:00:00.000Z",
    });
    expect(audit.map(({ act }) => act).sort()).toEqual([
      "spokesperson.assigned",
      "spokesperson.assigned",
      "spokesperson.delegated",
      "spokespersons.imported",
    ]);
  });

  it("joins a name or title that a narrow column broke over lines, and no contact", async () => {
    const broken = AN.replace("Nguyễn Văn An,Chủ tịch", '"Nguyễn\nVăn An","Chủ tịch \n UBND"');
    const two = AN.replace("0296 3 852 852", '"0296 3 852 852\n0907 111 222"');

    expect((await take(sheet(broken))).ok).toBe(true);
    expect(await db.selectFrom("person").select("name").execute()).toEqual([
      { name: "Nguyễn Văn An" },
    ]);
    expect(await problemsOf(sheet(two))).toEqual(["2 phone line-break"]);
  });

  it("says of a text that is too long that it is, not that a delegation lasts too long", async () => {
    const long = AN.replace("Nguyễn Văn An", "A".repeat(150));
    const { problems } = await take(sheet(long), { dryRun: true });

    expect(problems.map((one) => importSentence(messagesIn("vi"), one))).toEqual([
      expect.stringContaining("100"),
    ]);
  });

  it("takes the delegation whichever line its head stands on", async () => {
    expect((await take(sheet(CUC, AN))).ok).toBe(true);
  });

  it("changes nothing in a dry run", async () => {
    const outcome = await take(sheet(AN, BAO, CUC), { dryRun: true });

    expect(outcome).toMatchObject({ ok: true, rows: 3, problems: [] });
    expect(outcome.entries.map(({ line, agency }) => [line, agency.id])).toEqual([
      [2, "pc-30307"],
      [3, "pc-30307"],
      [4, "pc-30307"],
    ]);
    expect(await written()).toEqual([0, 0, 0, 0]);
  });

  it("writes nothing at all when the last of many rows is wrong", async () => {
    const outcome = await take(sheet(AN, BAO, CUC.replace("05/09/2026", "31/02/2027")));

    expect(outcome.ok).toBe(false);
    expect(outcome.problems).toEqual([{ line: 4, column: "until", problem: "not-a-time" }]);
    expect(await written()).toEqual([0, 0, 0, 0]);
  });

  it("names every problem of every row by line and column", async () => {
    const rows = [
      "30307,,Chủ tịch,không có,an(at)ag.gov.vn,sếp,1/QĐ,31/02/2025,x,,",
      "99999,An,Chủ tịch,0296 3 852 852,an@ag.gov.vn,head,1/QĐ,30/06/2025,01/07/2025,,",
      ",An,Chủ tịch,0296 3 852 852,an@ag.gov.vn,,1/QĐ,30/06/2025,01/07/2025,,",
      "30307,Cúc,Trưởng phòng,0296 3 852 852,c@ag.gov.vn,authorised,3/UQ,01/09/2026,01/09/2026,,",
      "30307,An,Chủ tịch,0296 3 852 852,an@ag.gov.vn,head,1/QĐ,30/06/2025,01/07/2025,30/06/2025,",
    ];

    expect(await problemsOf(sheet(...rows))).toEqual([
      "2 name required",
      "2 phone not-a-phone",
      "2 email not-an-email",
      "2 decision_date not-a-day",
      "2 from not-a-day",
      "2 capacity not-a-capacity",
      "3 area_code unknown-code",
      "4 area_code required",
      "4 capacity required",
      "5 matter required",
      "5 until required",
      "6 until until-before-from",
    ]);
  });

  it("counts lines as the file does, over blank lines and line breaks in quotes", async () => {
    const tall = AN.replace("Chủ tịch", '"Chủ tịch\nBí thư"');

    expect(
      await problemsOf(`${HEADING}\n\n${tall}\n\n${BAO.replace("2026-07-08", "31/02/2026")}`),
    ).toEqual(["6 decision_date not-a-day"]);
  });

  it("names the line that a row clashes with, and the entry of the books", async () => {
    await assigned(db, { id: "pc-30292" }, decided({ name: "Ngân" }));
    const outcome = await take(
      sheet(AN, AN.replace("Nguyễn Văn An", "Bình"), AN.replace("30307", "30292")),
      { dryRun: true },
    );
    const [vi, en] = (["vi", "en"] as const).map((language) =>
      outcome.problems.map((problem) => importSentence(messagesIn(language), problem)),
    );

    expect(outcome.problems).toMatchObject([
      { line: 3, column: "from", problem: "overlaps-line", other: { line: 2 } },
      { line: 4, column: "from", problem: "overlaps", other: { name: "Ngân" } },
    ]);
    expect(vi?.[0]).toBe(
      "Trùng thời gian với dòng 2: Nguyễn Văn An (người đứng đầu cơ quan, từ 01/07/2025, chưa định ngày kết thúc).",
    );
    expect(en?.[1]).toContain("overlaps with Ngân (head of agency, from 01/07/2025, no end set)");
  });

  it("enters nothing a second time, and refuses the same delegation twice in one sheet", async () => {
    expect(await problemsOf(sheet(AN, CUC, CUC))).toEqual(["4 decision_no already-delegated"]);
    await take(sheet(AN, CUC));
    const before = await written();
    const again = await take(sheet(AN, CUC));

    expect(again).toMatchObject({ ok: true, id: null, counts: { same: 2, new: 0, changed: 0 } });
    expect(await written()).toEqual(before);
  });

  it("refuses a delegation where nobody is head, and one to the head", async () => {
    expect(await problemsOf(sheet(CUC))).toEqual(["2 capacity no-head"]);
    expect(await problemsOf(sheet(AN, CUC.replace("Lý Thị Cúc", "Nguyễn Văn An")))).toEqual([
      "3 name head-needs-none",
    ]);
  });

  it("looks at the books again when it writes: what was entered since the dry run counts", async () => {
    const dry = await take(sheet(AN, BAO), { dryRun: true });
    await assigned(db, { id: "pc-30307" }, decided({ name: "Hà" }));
    const outcome = await take(sheet(AN, BAO));

    expect(dry.ok).toBe(true);
    expect(outcome.problems).toMatchObject([
      { line: 2, problem: "overlaps", other: { name: "Hà" } },
    ]);
    expect(await written()).toEqual([1, 1, 0, 1]);
  });

  it("enters a list once when it is sent twice at the same moment", async () => {
    const outcomes = await Promise.all([take(sheet(AN, BAO)), take(sheet(AN, BAO))]);

    expect(outcomes.filter(({ id }) => id !== null)).toHaveLength(1);
    expect((await written()).slice(0, 3)).toEqual([2, 2, 0]);
  });

  it("knows people again by name at their agency", async () => {
    await assigned(db, { id: "pc-30307" }, decided({ untilDay: "2025-12-31" }));
    await take(sheet(BAO.replace("Trần Quốc Bảo", "Nguyễn Văn An"), AN.replace("30307", "30292")));

    expect((await written())[0]).toBe(2);
  });

  describe("the agency of a row", () => {
    const withCode = (code: string) => sheet(AN.replace("30307", code));
    const agencyOf = async (code: string, reach?: Reach) => {
      const { entries, problems } = await take(withCode(code), { dryRun: true, reach });
      const [entry] = entries;
      return entry ? [entry.agency.id, entry.padded] : problems[0]?.problem;
    };

    beforeAll(async () => {
      await committee(db, "04");
      await committee(db, "00004");
    });

    it("is known by area code and by agency id", async () => {
      const byId = `agency_code,${HEADING}\npc-30307,${AN.replace("30307", "")}`;

      expect(await agencyOf("30307")).toEqual(["pc-30307", null]);
      expect(await agencyOf("91")).toEqual(["pc-91", null]);
      expect((await take(byId, { dryRun: true })).entries[0]?.agency.id).toBe("pc-30307");
    });

    it("is found though a spreadsheet dropped the zeros, and says how the code was read", async () => {
      const hanoi = await officerOf(db, await committee(db, "01"));

      expect(await agencyOf("4")).toEqual(["pc-04", "04"]);
      expect(await agencyOf("004")).toEqual(["pc-00004", "00004"]);
      expect(await agencyOf("4", hanoi)).toEqual(["pc-00004", "00004"]);
    });

    it("must be the same by both codes", async () => {
      const both = `agency_code,${HEADING}\npc-30292,${AN}`;

      expect(await problemsOf(both)).toEqual(["2 area_code codes-disagree"]);
    });

    it("must be within reach: a ward's own, a province's communes", async () => {
      const ward = await officerOf(db, { id: "pc-30307" });
      const province = await officerOf(db, { id: "pc-91" });

      expect(await agencyOf("30307", ward)).toEqual(["pc-30307", null]);
      expect(await agencyOf("30292", ward)).toBe("out-of-reach");
      expect(await agencyOf("30292", province)).toEqual(["pc-30292", null]);
      expect(await agencyOf("19777", province)).toBe("out-of-reach");
    });
  });

  it("reads the list of a Vietnamese office: its own headings, semicolons, a BOM", async () => {
    const text = [
      "\uFEFFMã ĐVHC;Họ và tên;Chức vụ;Số điện thoại;Thư điện tử công vụ;Tư cách;Số quyết định;Ngày quyết định;Từ ngày;Đến ngày",
      "30307;Nguyễn Văn An;Chủ tịch, Bí thư;(0296) 3.852.852;an@ag.gov.vn;Người đứng đầu;118/QĐ-UBND;30/6/2025;1/7/2025;",
    ].join("\r\n");

    expect(await take(text)).toMatchObject({ ok: true, rows: 1 });
  });

  it("says of a sheet without any code for the agency that the column is missing", async () => {
    expect(await problemsOf(HEADING.replace("area_code,", ""))).toContain("1 null no-rows");
    expect(await problemsOf(sheet(AN).replace("area_code", "ghi chú"))).toEqual([
      "1 area_code column-missing",
    ]);
  });

  it("has a sentence in both languages for every problem there is", async () => {
    const rows = [
      "30307,,Chủ tịch,không có,an(at)ag.gov.vn,sếp,1/QĐ,31/02/2025,x,,",
      CUC,
      CUC.replace("3/UQ", "4/UQ").replace("05/09/2026", ""),
      AN.replace("30307", "99999"),
    ];
    const { problems } = await take(sheet(...rows), { dryRun: true });
    const sentences = problems.flatMap((problem) =>
      (["vi", "en"] as const).map((language) => importSentence(messagesIn(language), problem)),
    );

    expect(problems.length).toBeGreaterThan(8);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZĐ].* .*\.\)?$/);
  });
});
