import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  answer,
  begun,
  clearCases,
  draft,
  editionOf,
  LATER,
  office,
  send,
} from "#app/test/correction-desk.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { revisionOf } from "../revisions/revision.server.ts";
import { closeCase, publishCase } from "./endings.server.ts";
import { ledgerOf } from "./public.server.ts";

describe.each(databases)("the public ledger on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearCases(db));

  async function refused() {
    const { ward, personId } = await office(db);
    const { id } = await begun(db);
    await draft(db, id, personId);
    await send(db, id);
    await answer(db, id, { answer: "refused", answerText: "Không đồng ý." });
    const edition = await editionOf(db, id);
    await closeCase(db, { id }, { outcome: "refused", reason: "Dừng" }, edition, signed(LATER));
    return { id, ward, personId, agencyName: ward.name };
  }

  it("shows a case only once somebody who may speak put their name to it, and nobody else's name", async () => {
    const { personId, ...one } = await refused();
    const before = await ledgerOf(db, {});
    expect(before).toMatchObject({ cases: [], total: 0 });
    expect(before.tally, "figures alone").toContainEqual({ outcome: "refused", n: 1 });
    const not = { ok: false, reason: "not-a-speaker" };
    expect(await publishCase(db, one, "nobody", signed(LATER))).toEqual(not);
    expect(await publishCase(db, one, personId, signed(LATER))).toEqual({ ok: true });
    const again = { ok: false, reason: "published-already" };
    expect(await publishCase(db, one, personId, signed(LATER))).toEqual(again);
    const { cases } = await ledgerOf(db, { agencyId: "pc-30307" });
    expect(cases).toMatchObject([
      { wrong: "Cầu sập trong đêm.", outcome: "refused", publisherName: "Lê Thị Bình" },
    ]);
    const told = Object.keys(cases[0] ?? {}).join(" ");
    expect(told).not.toMatch(/openedBy|outcomeBy|outletEmail|outcomeReason|grounds|speaker/);
    expect((await ledgerOf(db, { agencyId: "pc-30292" })).cases).toEqual([]);
    expect((await ledgerOf(db, { provinceId: "2025-91" })).cases).toHaveLength(1);
    expect((await ledgerOf(db, { provinceId: "2025-01" })).cases).toEqual([]);
  });

  it("takes neither an open case nor one that was dropped", async () => {
    const { personId } = await office(db);
    const { id } = await begun(db);
    const one = { id, agencyName: "UBND" };
    const open = { ok: false, reason: "not-closed" };
    expect(await publishCase(db, one, personId, signed())).toEqual(open);
    await closeCase(db, { id }, { outcome: "dropped", reason: "Trùng" }, 0, signed());
    const dropped = { ok: false, reason: "was-dropped" };
    expect(await publishCase(db, one, personId, signed())).toEqual(dropped);
  });

  it("changes when a case is closed or published, not while it is worked on", async () => {
    const { personId } = await office(db);
    const { id } = await begun(db);
    const before = await revisionOf(db);
    await draft(db, id, personId);
    await send(db, id);
    await answer(db, id);
    const worked = await revisionOf(db);
    expect(worked, "an open case is on no page").toBe(before);
    await closeCase(db, { id }, { outcome: "no_answer", reason: null }, 3, signed(LATER));
    const closed = await revisionOf(db);
    expect(closed).toBeGreaterThan(worked);
    await publishCase(db, { id, agencyName: "UBND" }, personId, signed(LATER));
    expect(await revisionOf(db)).toBeGreaterThan(closed);
  });
});
