import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { assigned, decided } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { findByPassword } from "../accounts/accounts.server.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { loadMap } from "../areas/map.server.ts";
import { COMMAND_LINE } from "../audit/entry.ts";
import { isBeat } from "../press/beat.ts";
import { askForConfirmations } from "../spokespersons/confirmations.server.ts";
import { applyReport, findReportFor } from "../spokespersons/contact-reports.server.ts";
import { speakersOf, speakersOn } from "../spokespersons/speakers.server.ts";
import { furnishDemo, hasDemo, isNew, removeDemo } from "./demo.server.ts";

const TABLES = [
  "account",
  "assignment",
  "confirmation",
  "contactReport",
  "delegation",
  "invitation",
  "journalist",
  "mail",
  "meeting",
  "outlet",
  "person",
  "pressList",
] as const;

const COUNTRY_DESK: Officer = {
  ...COUNTRY,
  id: "quan",
  name: "Quân",
  email: "quan@press.test",
  role: "administrator",
};

describe.each(databases)("the demo office on $name", ({ open }) => {
  let house: Opened;
  beforeEach(async () => {
    house = await open();
    await loadMap(house.db);
  });
  afterEach(() => house.close());

  const count = async (table: (typeof TABLES)[number]) =>
    Number(
      (
        await house.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n,
    );

  it("has accounts whose passwords are made on the spot, another time others", async () => {
    const accounts = await furnishDemo(house.db, { at: MORNING });
    const officers = await Promise.all(
      accounts.map(({ email, password }) => findByPassword(house.db, email, password)),
    );

    expect(officers.map((officer) => officer?.reach)).toEqual(["province", "agency", "country"]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(3);
    expect(await hasDemo(house.db)).toBe(true);
    expect(await isNew(house.db)).toBe(false);
  });

  it("shows a regular spokesperson, a delegation and a commune without anybody", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const speakers = await speakersOn(house.db, ["pc-30307", "pc-30313", "pc-91"], MORNING);

    expect(speakers.get("pc-30307")?.map(({ capacity }) => capacity)).toEqual([
      "regular",
      "head",
      "authorised",
    ]);
    expect(speakers.get("pc-30313")).toEqual([]);
    expect(speakers.get("pc-91")?.[0]?.recommended).toBe(true);
  });

  it("has fifty journalists of a dozen outlets on beats that exist, none of them real", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const journalists = await house.db.selectFrom("journalist").select("email").execute();
    const beats = await house.db.selectFrom("journalistBeat").select("beat").execute();

    expect(journalists).toHaveLength(50);
    expect(await count("outlet")).toBe(12);
    expect(journalists.every(({ email }) => email.endsWith(".example"))).toBe(true);
    expect(beats.every(({ beat }) => isBeat(beat))).toBe(true);
  });

  it("is gone without a trace after one command, but for the line that says so", async () => {
    await furnishDemo(house.db, { at: MORNING });
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });

    expect(await Promise.all(TABLES.map(count))).toEqual(TABLES.map(() => 0));
    expect(await hasDemo(house.db)).toBe(false);
    expect(await house.db.selectFrom("audit").select("act").execute()).toEqual([
      { act: "demo.removed" },
    ]);
  });

  it("takes along what was corrected, asked and answered since", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const signed = { by: COMMAND_LINE, at: MORNING };
    const report = await findReportFor(house.db, COUNTRY_DESK, "demo-report");
    const value = report?.proposal;
    const outcome =
      report && (await applyReport(house.db, report, { value, answer: "Đã sửa" }, signed));
    await askForConfirmations(house.db, COUNTRY, signed);
    await removeDemo(house.db, signed);

    expect(outcome).toEqual({ ok: true });
    expect(await Promise.all(TABLES.map(count))).toEqual(TABLES.map(() => 0));
  });

  it("leaves what an office entered in earnest about somebody of the demo's name", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const [holder] = await speakersOf(house.db, { id: "pc-30292" }, MORNING);
    const regular = decided({ name: holder?.name, capacity: "regular" });
    await assigned(house.db, { id: "pc-30292" }, regular);
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });

    expect(await speakersOf(house.db, { id: "pc-30292" }, MORNING)).toMatchObject([
      { name: holder?.name, capacity: "regular" },
    ]);
    expect([await count("person"), await count("assignment")]).toEqual([1, 1]);
  });
});
