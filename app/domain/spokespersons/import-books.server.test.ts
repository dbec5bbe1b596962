import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import {
  AN,
  BINH,
  bytes,
  openBooks,
  read,
  speaking,
  standing,
  take,
  ward,
} from "#app/test/spokesperson-sheets.ts";
import { isPostgres } from "#db/connect.ts";
import type { Db } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { csvOf } from "../spreadsheets/csv-writing.ts";
import { readSheetFile } from "../spreadsheets/sheet-file.server.ts";
import { workbookOf } from "../spreadsheets/workbook-writing.server.ts";
import { exportSpokespersons } from "./export.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";
import type { Progress } from "./import-entry.ts";

describe.each(databases)("a sheet against the books in $name", ({ open }) => {
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

  const verdicts = async (...rows: string[]) => {
    const outcome = await importSpokespersons(db, COUNTRY, read(rows), byLan, { dryRun: true });
    return outcome.ok ? outcome.entries.map(({ verdict }) => verdict) : outcome.problems;
  };

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
      const outcome = await take(db, AN.replace("852 852", "999 999").replace("an@", "nva@"));
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
      const outcome = await take(db, BINH);
      const former = (await standing(db)).find(({ id }) => id === old.id);

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
        (await standing(db)).find(({ importId }) => importId === outcome.id)?.id,
      );
      expect(await speaking(db, "2026-08-31T05:00:00.000Z")).toEqual([
        "Nguyễn Văn An 0296 3 852 852",
      ]);
      expect(await speaking(db)).toEqual(["Lê Thị Bình 0296 3 852 860"]);
    });

    it("corrects somebody and puts another in their place in one sheet", async () => {
      await assigned(db, ward);
      await take(db, BINH, AN.replace("852 852", "999 999"));

      expect(await speaking(db, "2026-08-31T05:00:00.000Z")).toEqual([
        "Nguyễn Văn An 0296 3 999 999",
      ]);
      expect(await speaking(db)).toEqual(["Lê Thị Bình 0296 3 852 860"]);
    });

    it("assigns somebody anew by another decision, and does not by the same one", async () => {
      await assigned(db, ward);
      const anew = AN.replace(
        "118/QĐ-UBND,30/06/2025,01/07/2025",
        "7/QĐ-UBND,01/08/2026,15/08/2026",
      );

      expect(await verdicts(anew)).toEqual(["changed"]);
      await take(db, anew);
      expect((await standing(db)).map(({ endDay }) => endDay).sort()).toEqual(["2026-08-14", null]);
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
        speaking(db).finally(() => {
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
      expect(await speaking(db)).toEqual(["Lê Thị Bình 0296 3 852 860"]);
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

/** A database that takes no assignment with this number: what cannot be foreseen. */
async function refuseNumber(db: Db, url: string, number: string) {
  if (isPostgres(url))
    return sql`alter table assignment add constraint refused check (phone <> ${sql.lit(number)})`.execute(
      db,
    );
  return sql`create trigger refused before insert on assignment when new.phone = ${sql.lit(number)}
    begin select raise(abort, 'refused'); end`.execute(db);
}
