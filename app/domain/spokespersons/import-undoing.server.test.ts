import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import {
  BINH,
  bytes,
  HEADING,
  LATER,
  later,
  openBooks,
  read,
  speaking,
  standing,
  take,
  ward,
} from "#app/test/spokesperson-sheets.ts";
import type { Db } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { endAssignment } from "./assignments.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";
import { findImportFor, listImportsFor } from "./import-list.server.ts";
import { undoImport, undoingOf } from "./import-undoing.server.ts";

describe.each(databases)("taking an import back in $name", ({ open }) => {
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

  const undo = async (id: string | null) => undoImport(db, { id: id ?? "" }, later);

  it("annuls what it entered and brings back what it corrected and ended", async () => {
    await assigned(db, ward);
    const regular = decided({
      ...{ name: "Trần Quốc Bảo", capacity: "regular", fromDay: "2026-07-10" },
      ...{ phone: "0296 3 852 853", decisionNo: "87/QĐ" },
    });
    await assigned(db, ward, regular);
    const grant = await delegated(db, ward);
    const before = await speaking(db);
    const bao = [
      "30307,Trần Quốc Bảo,Phó Chủ tịch,0296 3 000 000,an@angiang.gov.vn,regular",
      "87/QĐ,30/06/2025,10/07/2026,",
    ].join(",");
    const { id } = await take(db, BINH.replaceAll("01/09/2026", "01/09/2026"), bao);
    const between = await speaking(db);
    const outcome = await undo(id);

    expect(between).not.toEqual(before);
    expect(outcome).toEqual({ ok: true });
    expect(await speaking(db)).toEqual(before);
    expect((await standing(db)).map(({ endDay, supersededBy }) => [endDay, supersededBy])).toEqual([
      [null, null],
      [null, null],
    ]);
    const entered = await db
      .selectFrom("assignment")
      .selectAll()
      .where("importId", "=", id)
      .execute();
    expect(entered).toHaveLength(2);
    for (const one of entered) expect(one).toMatchObject({ annulledAt: LATER, annulledBy: "lan" });
    const [whole] = await db.selectFrom("spokespersonImport").selectAll().execute();
    expect(whole).toMatchObject({ id, undoneAt: LATER, undoneBy: "lan" });
    const [rests] = await db.selectFrom("delegation").selectAll().execute();
    const [head] = (await standing(db)).filter(({ capacity }) => capacity === "head");
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
    const { id } = await take(db, BINH);
    await build(db);
    const outcome = await undo(id);

    expect(outcome).toMatchObject({ ok: false, reason: "built-upon", blockers: [{ reason }] });
    expect((await standing(db)).length).toBe(1);
  });

  it("is refused when somebody has since taken the days that the former one would have again", async () => {
    await assigned(db, ward);
    const { id } = await take(db, BINH.replace(/01\/09\/2026,$/, "01/09/2026,31/12/2026"));
    const after = decided({ name: "Hà", fromDay: "2027-01-01" });
    await assigned(db, ward, after);

    expect(await undo(id)).toMatchObject({ blockers: [{ reason: "overlaps", name: "Hà" }] });
  });

  it("goes back step by step: the second import, then the first", async () => {
    const first = await take(db, BINH);
    const second = await take(db, BINH.replace("852 860", "111 111"));

    expect(await undo(first.id)).toMatchObject({ ok: false, reason: "built-upon" });
    expect(await undo(second.id)).toEqual({ ok: true });
    expect(await speaking(db)).toEqual(["Lê Thị Bình 0296 3 852 860"]);
    expect(await undo(first.id)).toEqual({ ok: true });
    expect(await standing(db)).toEqual([]);
  });

  it("is for those who work for every agency of the import", async () => {
    const { id } = await take(db, BINH, BINH.replace("30307", "30292"));
    const own = await take(db, BINH.replace(",head,", ",regular,"));
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
    const { id } = await take(db, BINH);
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

function delegatedLater(db: Db, details: Parameters<typeof written>[0]) {
  return delegated(db, ward, written({ untilAt: "2026-09-03T10:00:00.000Z", ...details })).then(
    ({ id }) =>
      db.updateTable("delegation").set({ recordedAt: LATER }).where("id", "=", id).execute(),
  );
}
