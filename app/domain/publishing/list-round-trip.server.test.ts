import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { called, department } from "#app/test/departments.ts";
import { committee } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Language } from "#db/tables.ts";
import { COUNTRY } from "../accounts/officer.ts";
import { importSpokespersons, readSpokespersonSheet } from "../spokespersons/import.server.ts";
import { readSheetFile } from "../spreadsheets/sheet-file.server.ts";
import { listCsv } from "./list-csv.ts";
import { listXlsx } from "./list-xlsx.server.ts";
import { listOfProvince } from "./province-list.server.ts";

describe.each(databases)("the public list brought back as it was fetched, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    const { db } = opened;
    for (const code of ["91", "30307", "30292"] as const) await committee(db, code);
    await department(db);
    await department(db, called("Sở Tài chính"));
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(opened.db));

  const FILES = (["vi", "en"] as const).flatMap((language) =>
    (["xlsx", "csv"] as const).map((format) => ({ language, format })),
  );

  async function fetched(format: "xlsx" | "csv", language: Language) {
    const { db } = opened;
    const at = { at: MORNING, now: MORNING };
    const { entries } = await listOfProvince(db, { id: "2025-91" }, at);
    const words = messagesIn(language);
    if (format === "csv") return new TextEncoder().encode(listCsv(entries, words, language));
    const file = await readSheetFile(await listXlsx(entries, words, language), "list.xlsx");
    if (!file.ok) throw new Error("not read");
    return new TextEncoder().encode(file.text);
  }

  it.each(FILES)(
    "is the same as $format in $language, gaps left out",
    async ({ format, language }) => {
      const { db } = opened;
      await assigned(db, { id: "pc-30307" });
      const regular = { capacity: "regular" as const, name: "Lê Bình", untilDay: "2027-07-31" };
      await assigned(db, { id: "pc-30307" }, decided(regular));
      await delegated(db, { id: "pc-30307" });
      await delegated(
        db,
        { id: "pc-30307" },
        written({
          ...{ name: "Võ Dung", matter: "Cháy chợ", documentNo: "26/UQ" },
          ...{ documentDay: "2026-08-31", fromAt: "2026-08-30T17:00:00.000Z" },
          untilAt: "2026-09-05T17:00:00.000Z",
        }),
      );
      const [health] = await db
        .selectFrom("agency")
        .select("id")
        .where("name", "=", "Sở Y tế")
        .execute();
      await assigned(db, health as { id: string }, decided({ name: "Phạm Hà" }));

      const sheet = readSpokespersonSheet(await fetched(format, language));
      const outcome = await importSpokespersons(db, COUNTRY, sheet, byLan, { dryRun: true });

      expect(outcome.problems).toEqual([]);
      expect(sheet).toMatchObject({ ok: true, groups: [2, 3, 5] });
      expect(outcome.counts).toEqual({ new: 0, changed: 0, same: 5, problem: 0 });
    },
  );
});
