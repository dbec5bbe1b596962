import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { assigned, decided, delegated, emptyRegister } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Moment } from "#db/tables.ts";
import { keepRoll, rollAt } from "./roll-keeping.server.ts";
import { speakersOf } from "./speakers.server.ts";

const CLOSING_TIME = "2026-09-01T10:00:00.000Z";
const JUST_BEFORE = "2026-09-01T09:59:59.999Z";

describe.each(databases)("the roll, on $name", ({ open }) => {
  let opened: Opened;
  let ward: { id: string };
  beforeAll(async () => {
    opened = await open();
    ward = await committee(opened.db);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(opened.db));

  async function called(at: Moment) {
    const roll = keepRoll(opened.db, () => at, { quiet: 0 });
    await roll.called;
    return roll;
  }
  const isHeld = async (at: Moment) => (await rollAt(opened.db, at)) !== undefined;
  const names = async (at: Moment) =>
    (await speakersOf(opened.db, ward, at)).map(({ name }) => name);

  it("holds until somebody begins or ends, and not a moment longer", async () => {
    await assigned(opened.db, ward);
    await delegated(opened.db, ward);
    const roll = await called(MORNING);

    expect(await isHeld(MORNING)).toBe(true);
    expect(await isHeld(JUST_BEFORE)).toBe(true);
    expect(await names(JUST_BEFORE)).toEqual(["Nguyễn Văn An", "Trần Thị Cúc"]);
    expect(await isHeld(CLOSING_TIME)).toBe(false);
    expect(await names(CLOSING_TIME)).toEqual(["Nguyễn Văn An"]);
    await roll.close();
  });

  it("says nothing of a moment before it was called, or of another day", async () => {
    await assigned(opened.db, ward);
    const roll = await called(MORNING);

    expect(await isHeld("2026-09-01T00:59:59.999Z")).toBe(false);
    expect(await isHeld("2026-09-01T17:00:00.000Z")).toBe(false);
    await roll.close();
  });

  it("is passed over once something was written, and called anew", async () => {
    const roll = await called(MORNING);
    expect(await names(MORNING)).toEqual([]);

    await assigned(opened.db, ward, decided({ name: "Lê Văn Bình" }));

    expect(await isHeld(MORNING)).toBe(false);
    expect(await names(MORNING)).toEqual(["Lê Văn Bình"]);
    await expect.poll(() => isHeld(MORNING)).toBe(true);
    expect(await names(MORNING)).toEqual(["Lê Văn Bình"]);
    await roll.close();
  });

  it("is not asked within a transaction, which knows what is not yet in the books", async () => {
    await assigned(opened.db, ward);
    const roll = await called(MORNING);

    await opened.db.transaction().execute(async (trx) => {
      await trx.deleteFrom("assignment").execute();
      expect(await speakersOf(trx, ward, MORNING)).toEqual([]);
    });
    await roll.close();
  });
});
