import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { openAccount } from "./accounts.server.ts";
import { letterLanguageAt, letterLanguageOf, setLetterLanguage } from "./letter-language.server.ts";

describe.each(databases)("the language of letters to officers on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("account").execute();
  });

  it("is Vietnamese until an officer says otherwise, and the log says so once", async () => {
    const agency = await committee(db);
    const [lan, minh] = [await officerOf(db, agency), await officerOf(db, agency, "Minh")];
    const before = await letterLanguageOf(db, lan);
    await setLetterLanguage(db, lan, "en", signed());
    await setLetterLanguage(db, lan, "en", signed());

    expect(before).toBe("vi");
    expect([await letterLanguageOf(db, lan), await letterLanguageOf(db, minh)]).toEqual([
      "en",
      "vi",
    ]);
    expect(await auditOf(db)).toEqual([
      {
        ...{ act: "account.language-set", about: lan.id, byName: "Lan" },
        particulars: { language: "en" },
      },
    ]);
  });

  it("is what an account was opened with, and found by its address while it is open", async () => {
    const agency = await committee(db);
    const jane = { email: "Jane@Press.test", name: "Jane", role: "officer" as const };
    const opened = await openAccount(
      db,
      { ...jane, agencyId: agency.id, password: "một mật khẩu dài", language: "en" },
      signed(),
    );
    const at = () => letterLanguageAt(db, " jane@press.TEST");

    expect([opened.ok, await at()]).toEqual([true, "en"]);
    expect(await letterLanguageAt(db, "nobody@press.test")).toBe("vi");
    await db.updateTable("account").set({ closedAt: signed().at }).execute();
    expect(await at()).toBe("vi");
  });

  it("is none but the two that the house writes", async () => {
    const lan = await officerOf(db, await committee(db));
    await expect(
      db
        .updateTable("account")
        .set({ language: "fr" as never })
        .where("id", "=", lan.id)
        .execute(),
    ).rejects.toThrow();
  });
});
