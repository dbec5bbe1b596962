import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { provincialList, workbook } from "#app/test/workbooks.ts";
import { isPostgres } from "#db/connect.ts";
import type { Db } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { csvOf } from "../spreadsheets/csv-writing.ts";
import { readSheetFile } from "../spreadsheets/sheet-file.server.ts";
import { workbookOf } from "../spreadsheets/workbook-writing.server.ts";
import { endAssignment } from "./assignments.server.ts";
import { exportSpokespersons } from "./export.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";
import type { Progress } from "./import-entry.ts";
import { findImportFor, listImportsFor } from "./import-list.server.ts";
import type { SpokespersonColumn } from "./import-row.ts";
import { undoImport, undoingOf } from "./import-undoing.server.ts";
import { speakersOf } from "./speakers.server.ts";

const HEADING = "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until";
const AN =
  "30307,Nguyễn Văn An,Chủ tịch UBND phường,0296 3 852 852,an@angiang.gov.vn,head,118/QĐ-UBND,30/06/2025,01/07/2025,";
const BINH =
  "30307,Lê Thị Bình,Chủ tịch UBND phường,0296 3 852 860,binh@angiang.gov.vn,head,9/QĐ-UBND,25/08/2026,01/09/2026,";

const LATER = "2026-09-02T01:00:00.000Z";
const later = { by: byLan.by, at: LATER };
const bytes = (text: string) => new TextEncoder().encode(text);
const ward = { id: "pc-30307" };

describe.each(databases)("a sheet against the books in $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let province: Officer;

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    for (const code of ["30307", "30292", "19777"] as const) await committee(db, code);
    await db
      .insertInto("agency")
      .values({
        id: "syt-91",
        areaId: "2025-91",
        kind: "department",
        name: "Sở Y tế tỉnh An Giang",
        nameEn: "Department of Health of An Giang",
        symbol: "SYT",
      })
      .execute();
    province = await officerOf(db, { id: "pc-91" });
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(db));

  const read = (rows: string[], heading = HEADING) =>
    readSpokespersonSheet(bytes([heading, ...rows].join("\n")));
  const take = (...rows: string[]) =>
    importSpokespersons(db, COUNTRY, read(rows), byLan, { fileName: "danh-sach.xlsx" });
  const verdicts = async (...rows: string[]) => {
    const outcome = await importSpokespersons(db, COUNTRY, read(rows), byLan, { dryRun: true });
    return outcome.ok ? outcome.entries.map(({ verdict }) => verdict) : outcome.problems;
  };
  const speaking = async (at = MORNING) =>
    (await speakersOf(db, ward, at)).map(({ name, phone }) => `${name} ${phone}`);
  const standing = () =>
    db.selectFrom("assignment").selectAll().where("annulledAt", "is", null).execute();
  const everything = async () => ({
    assignments: await db.selectFrom("assignment").selectAll().orderBy("id").execute(),
    others: await Promise.all(
      (["delegation", "person", "audit", "spokespersonImport"] as const).map((table) =>
        db.selectFrom(table).selectAll().orderBy("id").execute(),
      ),
    ),
  });

  describe("what a row does", () => {
    it("is the same when the books say it already, however the number is spaced", async () => {
      await assigned(db, ward);

      expect(await verdicts(AN)).toEqual(["same"]);
      expect(await verdicts(AN.replace("0296 3 852 852", "(0296) 3852.852"))).toEqual(["same"]);
    });

    it("puts an entry right: the old one is annulled, a copy with the same dates stands for it", async () => {
      const old = await assigned(db, ward);
      const grant = await delegated(db, ward);
      const outcome = await take(AN.replace("852 852", "999 999").replace("an@", "nva@"));
      const [entry] = outcome.entries;
      const books = await db.selectFrom("assignment").selectAll().orderBy("recordedAt").execute();
      const copy = books.find(({ id }) => id !== old.id);

      expect(entry).toMatchObject({
        verdict: "changed",
        changes: [
          { column: "email", before: "an@angiang.gov.vn", after: "nva@angiang.gov.vn" },
          { column: "phone", before: "0296 3 852 852", after: "0296 3 999 999" },
        ],
      });
      expect(books.find(({ id }) => id === old.id)).toMatchObject({
        annulledAt: MORNING,
        annulledBy: "lan",
        annulReason: "Cập nhật theo bảng tính danh-sach.xlsx",
      });
      expect(copy).toMatchObject({
        replacesId: old.id,
        importId: outcome.id,
        fromDay: "2025-07-01",
        publishedAt: MORNING,
        publishedBy: "lan",
        annulledAt: null,
      });
      const [rests] = await db.selectFrom("delegation").selectAll().execute();
      expect(rests).toMatchObject({ id: grant.id, grantorId: copy?.id });
    });

    it("puts somebody in another's place: the former one's last day is the day before", async () => {
      const old = await assigned(db, ward);
      const outcome = await take(BINH);
      const former = (await standing()).find(({ id }) => id === old.id);

      expect(outcome.entries[0]).toMatchObject({
        verdict: "changed",
        instead: { name: "Nguyễn Văn An" },
      });
      expect(former).toMatchObject({
        endDay: "2026-08-31",
        endKind: "superseded",
        endDecisionNo: "9/QĐ-UBND",
        endDecisionDay: "2026-08-25",
        endRecordedAt: MORNING,
        endRecordedBy: "lan",
      });
      expect(former?.supersededBy).toBe(
        (await standing()).find(({ importId }) => importId === outcome.id)?.id,
      );
      expect(await speaking("2026-08-31T05:00:00.000Z")).toEqual(["Nguyễn Văn An 0296 3 852 852"]);
      expect(await speaking()).toEqual(["Lê Thị Bình 0296 3 852 860"]);
    });

    it("corrects somebody and puts another in their place in one sheet", async () => {
      await assigned(db, ward);
      await take(BINH, AN.replace("852 852", "999 999"));

      expect(await speaking("2026-08-31T05:00:00.000Z")).toEqual(["Nguyễn Văn An 0296 3 999 999"]);
      expect(await speaking()).toEqual(["Lê Thị Bình 0296 3 852 860"]);
    });

    it("assigns somebody anew by another decision, and does not by the same one", async () => {
      await assigned(db, ward);
      const anew = AN.replace(
        "118/QĐ-UBND,30/06/2025,01/07/2025",
        "7/QĐ-UBND,01/08/2026,15/08/2026",
      );

      expect(await verdicts(anew)).toEqual(["changed"]);
      await take(anew);
      expect((await standing()).map(({ endDay }) => endDay).sort()).toEqual(["2026-08-14", null]);
    });

    it("never ends anybody from the past, nor one of two who were intended side by side", async () => {
      await assigned(db, ward, decided({ fromDay: "2026-01-01" }));
      expect(await verdicts(BINH.replace("01/09/2026", "01/01/2026"))).toMatchObject([
        { problem: "overlaps" },
      ]);

      const regular = { capacity: "regular", fromDay: "2026-01-01" } as const;
      await assigned(db, ward, decided({ ...regular, name: "Trần Quốc Bảo" }));
      const second = await assigned(db, { id: "pc-30292" }, decided({ ...regular, name: "Hà" }));
      await db
        .updateTable("assignment")
        .set({ agencyId: ward.id, besideReason: "hai người" })
        .where("id", "=", second.id)
        .execute();
      expect(await verdicts(BINH.replace(",head,", ",regular,"))).toMatchObject([
        { problem: "overlaps" },
      ]);
    });

    it("says nothing of dates and decisions of known people when the sheet has none of its own", async () => {
      await assigned(db, ward);
      const heading = "area_code,name,position,phone,email";
      const given = {
        capacity: "head",
        decision_no: "15/QĐ",
        decision_date: "05/01/2026",
        from: "05/01/2026",
      };
      const rows = [AN.split(",").slice(0, 5).join(",")];
      const sheet = readSpokespersonSheet(bytes([heading, ...rows].join("\n")), { given });
      const outcome = await importSpokespersons(db, COUNTRY, sheet, byLan, { dryRun: true });

      expect(outcome.entries.map(({ verdict }) => verdict)).toEqual(["same"]);
    });
  });

  describe("a list as provinces publish it", () => {
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
      expect(await standing()).toEqual([]);
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

  describe("all or nothing", () => {
    const many = (n: number, last = "") =>
      Array.from({ length: n }, (_, i) =>
        BINH.replace("Lê Thị Bình", `Người thứ ${i + 1}`)
          .replace(/01\/09\/2026,$/, day(i))
          .replace("0296 3 852 860", i === n - 1 && last ? last : "0296 3 852 860"),
      );
    const asRegular = (row: string) => row.replace(",head,", ",regular,");
    const day = (i: number) => {
      const at = new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10);
      return `${at},${at}`;
    };

    it("leaves nothing behind when the database refuses the very last row", async () => {
      await assigned(db, ward);
      await refuseNumber(db, opened.url, "0296 9 999 999");
      const before = await everything();
      const progress: Progress[] = [];
      const rows = many(650, "0296 9 999 999");
      const entering = importSpokespersons(db, COUNTRY, read(rows), byLan, {
        onProgress: (told) => progress.push(told),
      });

      await expect(entering).rejects.toThrow();
      expect(Math.max(...progress.map(({ done }) => done))).toBe(600);
      expect(await everything()).toEqual(before);
    });

    it("tells how far it has come, and ends where it said it would", async () => {
      const progress: Progress[] = [];
      await importSpokespersons(db, COUNTRY, read(many(450)), byLan, {
        onProgress: (told) => progress.push(told),
      });

      expect(progress.filter(({ phase }) => phase === "reading").map(({ done }) => done)).toEqual([
        0, 200, 400,
      ]);
      expect(progress.filter(({ phase }) => phase === "writing").map(({ done }) => done)).toEqual([
        200, 400, 450,
      ]);
    });

    it("lets others read meanwhile, who see the books as they were", async () => {
      await assigned(db, ward);
      const order: string[] = [];
      let asked: Promise<string[]> | undefined;
      const seen = () =>
        speaking().finally(() => {
          order.push("answered");
        });
      await importSpokespersons(db, COUNTRY, read([BINH, ...many(1500).map(asRegular)]), byLan, {
        onProgress: ({ phase }) => {
          if (phase === "writing") asked ??= seen();
        },
      });
      order.push("entered");

      expect(await asked).toEqual(["Nguyễn Văn An 0296 3 852 852"]);
      expect(order).toEqual(["answered", "entered"]);
      expect(await speaking()).toEqual(["Lê Thị Bình 0296 3 852 860"]);
    });
  });

  describe("taking an import back", () => {
    const undo = async (id: string | null) => undoImport(db, { id: id ?? "" }, later);

    it("annuls what it entered and brings back what it corrected and ended", async () => {
      await assigned(db, ward);
      const regular = decided({
        ...{ name: "Trần Quốc Bảo", capacity: "regular", fromDay: "2026-07-10" },
        ...{ phone: "0296 3 852 853", decisionNo: "87/QĐ" },
      });
      await assigned(db, ward, regular);
      const grant = await delegated(db, ward);
      const before = await speaking();
      const bao = [
        "30307,Trần Quốc Bảo,Phó Chủ tịch,0296 3 000 000,an@angiang.gov.vn,regular",
        "87/QĐ,30/06/2025,10/07/2026,",
      ].join(",");
      const { id } = await take(BINH.replaceAll("01/09/2026", "01/09/2026"), bao);
      const between = await speaking();
      const outcome = await undo(id);

      expect(between).not.toEqual(before);
      expect(outcome).toEqual({ ok: true });
      expect(await speaking()).toEqual(before);
      expect((await standing()).map(({ endDay, supersededBy }) => [endDay, supersededBy])).toEqual([
        [null, null],
        [null, null],
      ]);
      const entered = await db
        .selectFrom("assignment")
        .selectAll()
        .where("importId", "=", id)
        .execute();
      expect(entered).toHaveLength(2);
      for (const one of entered)
        expect(one).toMatchObject({ annulledAt: LATER, annulledBy: "lan" });
      const [whole] = await db.selectFrom("spokespersonImport").selectAll().execute();
      expect(whole).toMatchObject({ id, undoneAt: LATER, undoneBy: "lan" });
      const [rests] = await db.selectFrom("delegation").selectAll().execute();
      const [head] = (await standing()).filter(({ capacity }) => capacity === "head");
      expect(rests).toMatchObject({ id: grant.id, grantorId: head?.id, annulledAt: null });
      expect(await undo(id)).toEqual({ ok: false, reason: "already-undone" });
    });

    it("annuls the delegations it entered", async () => {
      await assigned(db, ward);
      const cuc =
        "30307,Lý Thị Cúc,Trưởng phòng,0296 3 852 854,cuc@ag.gov.vn,ủy quyền,3/UQ,01/09/2026,01/09/2026,05/09/2026,Sạt lở";
      const sheet = read([cuc], `${HEADING},matter`);
      const { id } = await importSpokespersons(db, COUNTRY, sheet, byLan);

      expect(await undo(id)).toEqual({ ok: true });
      const [entry] = await db.selectFrom("delegation").selectAll().execute();
      expect(entry).toMatchObject({ importId: id, annulledAt: LATER });
    });

    it.each([
      {
        reason: "delegated",
        build: (db: Db) =>
          delegatedLater(db, { documentDay: "2026-09-02", fromAt: "2026-09-02T02:00:00.000Z" }),
      },
      {
        reason: "ended",
        build: async (db: Db) => {
          const [one] = await db.selectFrom("assignment").selectAll().execute();
          const end = { endDay: "2026-12-31", reason: "nghỉ hưu", decisionNo: null };
          await endAssignment(db, { id: one?.id ?? "", name: "Bình" }, end, later);
        },
      },
      {
        reason: "corrected",
        build: (db: Db) =>
          importSpokespersons(
            db,
            COUNTRY,
            readSpokespersonSheet(bytes(`${HEADING}\n${BINH.replace("852 860", "111 111")}`)),
            later,
          ),
      },
    ])("is refused once something was $reason on it, and says what", async ({ reason, build }) => {
      const { id } = await take(BINH);
      await build(db);
      const outcome = await undo(id);

      expect(outcome).toMatchObject({ ok: false, reason: "built-upon", blockers: [{ reason }] });
      expect((await standing()).length).toBe(1);
    });

    it("is refused when somebody has since taken the days that the former one would have again", async () => {
      await assigned(db, ward);
      const { id } = await take(BINH.replace(/01\/09\/2026,$/, "01/09/2026,31/12/2026"));
      const after = decided({ name: "Hà", fromDay: "2027-01-01" });
      await assigned(db, ward, after);

      expect(await undo(id)).toMatchObject({ blockers: [{ reason: "overlaps", name: "Hà" }] });
    });

    it("goes back step by step: the second import, then the first", async () => {
      const first = await take(BINH);
      const second = await take(BINH.replace("852 860", "111 111"));

      expect(await undo(first.id)).toMatchObject({ ok: false, reason: "built-upon" });
      expect(await undo(second.id)).toEqual({ ok: true });
      expect(await speaking()).toEqual(["Lê Thị Bình 0296 3 852 860"]);
      expect(await undo(first.id)).toEqual({ ok: true });
      expect(await standing()).toEqual([]);
    });

    it("is for those who work for every agency of the import", async () => {
      const { id } = await take(BINH, BINH.replace("30307", "30292"));
      const own = await take(BINH.replace(",head,", ",regular,"));
      const ids = async (officer: Officer) =>
        (await listImportsFor(db, officer)).map((one) => one.id);
      const desk = await officerOf(db, ward);
      const sister = await officerOf(db, { id: "pc-30292" });
      const other = await officerOf(db, { id: "pc-46" });

      expect((await ids(province)).sort()).toEqual([id, own.id].sort());
      expect(await ids(desk)).toEqual([own.id]);
      expect(await ids(sister)).toEqual([]);
      expect(await ids(other)).toEqual([]);
      expect(await findImportFor(db, desk, id ?? "")).toBeUndefined();
    });

    it("says beforehand what it would do", async () => {
      await assigned(db, ward);
      const { id } = await take(BINH);
      const whole = await findImportFor(db, province, id ?? "");
      const { counts, touched, blockers } = await undoingOf(db, whole as never);

      expect(counts).toEqual({ entered: 1, corrected: 0, restored: 1, delegation: 0 });
      expect(touched.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
        "entered Lê Thị Bình",
        "restored Nguyễn Văn An",
      ]);
      expect(blockers).toEqual([]);
    });
  });

  it.each(["vi", "en"] as const)(
    "brings back what it took out, unchanged (%s)",
    async (language) => {
      await assigned(db, ward);
      await assigned(
        db,
        ward,
        decided({ capacity: "regular", name: "Bảo", untilDay: "2027-01-01" }),
      );
      await assigned(
        db,
        { id: "syt-91" },
        decided({ name: "Bảy", position: 'Giám đốc "sở", kiêm' }),
      );
      await delegated(db, ward, written({ untilAt: "2026-09-05T10:00:00.000Z" }));
      await assigned(
        db,
        ward,
        decided({ name: "Cũ", fromDay: "2024-01-01", untilDay: "2025-06-30" }),
      );
      const rows = await exportSpokespersons(db, province, messagesIn(language), MORNING);
      const files = [bytes(csvOf(rows)), await workbookOf(rows, "Người phát ngôn")];

      expect(rows).toHaveLength(5);
      for (const file of files) {
        const read = await readSheetFile(file);
        const sheet = readSpokespersonSheet(bytes(read.ok ? read.text : ""));
        const outcome = await importSpokespersons(db, province, sheet, byLan);
        expect(outcome).toMatchObject({ ok: true, id: null, counts: { same: 4 } });
      }
    },
  );
});

function delegatedLater(db: Db, details: Parameters<typeof written>[0]) {
  return delegated(db, ward, written({ untilAt: "2026-09-03T10:00:00.000Z", ...details })).then(
    ({ id }) =>
      db.updateTable("delegation").set({ recordedAt: LATER }).where("id", "=", id).execute(),
  );
}

/** A database that takes no assignment with this number: what cannot be foreseen. */
async function refuseNumber(db: Db, url: string, number: string) {
  if (isPostgres(url))
    return sql`alter table assignment add constraint refused check (phone <> ${sql.lit(number)})`.execute(
      db,
    );
  return sql`create trigger refused before insert on assignment when new.phone = ${sql.lit(number)}
    begin select raise(abort, 'refused'); end`.execute(db);
}
