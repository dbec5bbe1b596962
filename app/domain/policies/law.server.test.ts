import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { byLan } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { addHoliday, listHolidays, removeHoliday } from "./holidays.server.ts";
import { loadLaw } from "./law.server.ts";
import { setRule, verifyRule } from "./policies.server.ts";
import { POLICY_KEYS, type PolicyKey } from "./policy.ts";

describe.each(databases)("the law from its files on $name", ({ open }) => {
  let house: Opened;
  let db: Db;
  let folder: string;
  beforeAll(async () => {
    house = await open();
    db = house.db;
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    for (const table of ["policy", "holiday", "audit", "setting"] as const)
      await db.deleteFrom(table).execute();
    folder = mkdtempSync(join(tmpdir(), "phat-ngon-law-"));
    for (const name of ["policies", "holidays"])
      cpSync(`db/data/${name}.csv`, join(folder, `${name}.csv`));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = () => loadLaw(db, { at: MORNING, folder });
  const edit = (name: string, change: (text: string) => string) => {
    const file = join(folder, `${name}.csv`);
    const text = readFileSync(file, "utf8");
    expect(change(text)).not.toBe(text);
    writeFileSync(file, change(text));
  };
  const rules = (key: PolicyKey) =>
    db.selectFrom("policy").selectAll().where("key", "=", key).orderBy("fromDay").execute();
  const short = async (key: PolicyKey) =>
    (await rules(key)).map((one) => [one.value, one.clock, one.fromDay, one.untilDay]);

  it("holds both regimes, and nothing where the law is silent", async () => {
    const report = await load();

    expect(report?.added).toBe(await count("policy"));
    expect(await short("reply.forwarded_opinion")).toEqual([
      ["30", "calendar_days", "2017-03-30", "2026-06-30"],
      ["15", "working_days", "2026-07-01", null],
    ]);
    expect(await short("pressconf.notice_items")).toEqual([
      ["4", null, "2017-03-30", "2026-06-30"],
      ["6", null, "2026-07-01", null],
    ]);
    expect(await short("spokesperson.publish_after_decision")).toEqual([
      ["24", "clock_hours", "2026-07-01", null],
    ]);
    expect(await short("press.correction.min_online_days")).toEqual([
      ["7", null, "2017-03-30", "2026-06-30"],
    ]);
    expect(await short("briefing.commune.max_gap")).toEqual([]);
    expect((await rules("delegation.publish_after_signing")).map((one) => one.statutory)).toEqual([
      1, 0,
    ]);
    const rows = await db.selectFrom("policy").select(["key", "verifiedBy"]).execute();
    expect(rows.filter(({ verifiedBy }) => verifiedBy)).toEqual([]);
    expect(rows.filter(({ key }) => key.startsWith("fine"))).toEqual([]);
    const silent = POLICY_KEYS.filter((key) => !rows.some((row) => row.key === key));
    expect(silent).toEqual(["briefing.commune.max_gap"]);
  });

  it("never has two national rules on one thing on one day", async () => {
    await load();
    const rows = await db.selectFrom("policy").selectAll().execute();
    const overlaps = rows.flatMap((one) =>
      rows.filter(
        (other) =>
          other.key === one.key &&
          other.fromDay > one.fromDay &&
          (one.untilDay === null || one.untilDay >= other.fromDay),
      ),
    );

    expect(overlaps).toEqual([]);
  });

  it("holds holidays that are weekdays or known by their date, and swapped days that are weekend days", async () => {
    await load();
    const days = await listHolidays(db);
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

    expect(days.filter(({ kind }) => kind === "work").map(({ day }) => weekday(day))).toEqual([
      6, 6, 6,
    ]);
    expect(days.some(({ day }) => day.endsWith("-11-24"))).toBe(false);
    for (const year of ["2025", "2026", "2027"])
      for (const fixed of ["01-01", "04-30", "05-01", "09-02"])
        expect(days.map(({ day }) => day)).toContain(`${year}-${fixed}`);
  });

  it("is loaded once, by however many processes open the house together", async () => {
    const reports = await Promise.all([load(), load(), load()]);

    expect(reports.filter(Boolean)).toHaveLength(1);
    expect(await load()).toBeUndefined();
  });

  it("takes a new edition without touching what officers entered", async () => {
    await load();
    const key = "reply.journalist_question";
    const details = { value: "1", clock: null, fromDay: "2026-10-01", legalRef: "QĐ 1" };
    const set = { ...details, statutory: false, reason: null };
    await setRule(db, { key, scope: "national" }, set, byLan);
    const [first] = await rules("reply.editor_request");
    const checked = { verifiedBy: "Luật sư Minh", verifiedDay: "2026-09-01" };
    await verifyRule(db, { id: first?.id ?? "" }, checked, { ...byLan, today: "2026-09-01" });
    const [law] = await rules("reply.forwarded_opinion");
    await verifyRule(db, { id: law?.id ?? "" }, checked, { ...byLan, today: "2026-09-01" });
    await addHoliday(db, { day: "2026-11-24", kind: "off", name: "Văn hóa", basis: "?" }, byLan);
    const tet = (await listHolidays(db)).find(({ day }) => day === "2027-02-05");
    if (tet) await removeHoliday(db, tet, byLan);

    edit("policies", (text) =>
      text
        .replace("reply.journalist_question,2,", "reply.journalist_question,3,")
        .replace("reply.forwarded_opinion,30,", "reply.forwarded_opinion,31,")
        .concat("reply.journalist_question,4,days,working_days,2027-01-01,,Khác,no\n"),
    );
    edit("holidays", (text) => text.concat("2026-11-24,off,Của tệp,Tệp\n2027-12-31,off,Mới,Tệp\n"));
    const report = await load();

    expect(report).toEqual({ added: 0, changed: 2, holidays: 1 });
    expect(await short(key)).toEqual([
      ["3", "working_days", "2026-07-01", "2026-09-30"],
      ["1", "working_days", "2026-10-01", null],
    ]);
    expect((await rules("reply.editor_request"))[0]?.verifiedBy).toBe("Luật sư Minh");
    expect((await rules("reply.forwarded_opinion"))[0]).toMatchObject({
      value: "31",
      verifiedBy: null,
      verifiedDay: null,
    });
    const days = await listHolidays(db);
    expect(days.find(({ day }) => day === "2026-11-24")?.name).toBe("Văn hóa");
    expect(days.find(({ day }) => day === "2027-02-05")).toBeUndefined();
    expect(days.find(({ day }) => day === "2027-12-31")?.name).toBe("Mới");
  });

  it("lets a new regime follow: the old rules end, the new begin", async () => {
    await load();
    edit("policies", (text) =>
      text
        .replace(
          "reply.editor_request,30,days,calendar_days,2026-07-01,,",
          "reply.editor_request,30,days,calendar_days,2026-07-01,2027-12-31,",
        )
        .concat("reply.editor_request,20,days,calendar_days,2028-01-01,,Luật mới,yes\n"),
    );
    const report = await load();

    expect(report).toEqual({ added: 1, changed: 1, holidays: 0 });
    expect(
      (await short("reply.editor_request")).map(([value, , , until]) => [value, until]),
    ).toEqual([
      ["30", "2026-06-30"],
      ["30", "2027-12-31"],
      ["20", null],
    ]);
  });

  it("takes all of an edition or nothing of it", async () => {
    edit("policies", (text) => text.concat("no.such_rule,1,days,working_days,2026-07-01,,?,yes\n"));

    await expect(load()).rejects.toThrow("no.such_rule");
    expect(await count("policy")).toBe(0);
  });

  const count = async (table: "policy") =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n,
    );
});
