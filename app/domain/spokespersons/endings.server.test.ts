import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { endAssignment } from "./assignments.server.ts";
import { listEndings } from "./endings.server.ts";

describe.each(databases)("what will soon be over, on $name", ({ open }) => {
  let opened: Opened;
  let lan: Officer;
  beforeAll(async () => {
    opened = await open();
    lan = await officerOf(opened.db, await committee(opened.db));
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(opened.db));

  const soon = async (officer = lan) =>
    (
      await listEndings(opened.db, officer, { from: MORNING, until: "2026-10-01T01:00:00.000Z" })
    ).map(({ name, until }) => [name, until]);

  it("is what is in force and ends in that time, soonest first, within reach", async () => {
    const agency = await committee(opened.db);
    await assigned(opened.db, agency, decided({ untilDay: "2026-09-20" }));
    await delegated(opened.db, agency, written());
    const over = { capacity: "regular", fromDay: "2026-01-01", untilDay: "2026-08-31" } as const;
    await assigned(opened.db, agency, decided({ name: "Over", ...over }));
    const open = decided({ name: "Open", capacity: "regular", fromDay: "2026-09-01" });
    await assigned(opened.db, agency, open);
    const elsewhere = await committee(opened.db, "19777");
    await assigned(opened.db, elsewhere, decided({ name: "Elsewhere", untilDay: "2026-09-20" }));

    expect(await soon()).toEqual([
      ["Trần Thị Cúc", "2026-09-01T10:00:00.000Z"],
      ["Nguyễn Văn An", "2026-09-20"],
    ]);
  });

  it("goes by an end that was recorded, rather than the planned one", async () => {
    const agency = await committee(opened.db);
    const assignment = await assigned(opened.db, agency, decided({ untilDay: "2027-09-20" }));
    const end = { endDay: "2026-09-15", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(opened.db, assignment, end, byLan);

    expect(await soon()).toEqual([["Nguyễn Văn An", "2026-09-15"]]);
  });
});
