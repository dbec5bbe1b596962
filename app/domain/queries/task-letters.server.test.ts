import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearQueries, inHand, later, lettersIn, office } from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { setLetterLanguage } from "../accounts/letter-language.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { askUnit } from "./tasks.server.ts";

describe.each(databases)("what is asked of a unit on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  it.each([
    ["in English to the address of an officer who reads English", "en", "/en/"],
    ["in Vietnamese to everybody else", "vi", "https://press.test/"],
  ] as const)("goes %s", async (_, language, address) => {
    const at = await office(db);
    const { query } = await inHand(db, at);
    await setLetterLanguage(db, at.officer, language, at.by());
    const asked = { request: "Số mét đường sạt lở", dueAt: later(60), agencyId: null };
    await askUnit(db, query, { ...asked, unit: "Phòng KT", email: at.officer.email }, at.by(5));
    const [letter] = (await lettersIn(db)).filter(({ kind }) => kind === "query-task");

    expect(letter?.to).toBe(at.officer.email);
    expect(letter?.text).toContain(address);
    expect(letter?.text.includes("/en/")).toBe(language === "en");
    expect(letter?.text, "what was asked stands as it was asked").toContain("Số mét đường sạt lở");
  });
});
