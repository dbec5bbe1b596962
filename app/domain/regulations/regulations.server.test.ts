import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { department } from "#app/test/departments.ts";
import { pdf, zip } from "#app/test/papers.ts";
import { byLan } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { regulationStateOn } from "./regulation.ts";
import { findRegulation, issueRegulation, regulationsOf } from "./regulations.server.ts";

it.each([
  ["2026-08-15", null, "due"],
  ["2026-08-16", null, "overdue"],
  ["2026-08-16", { number: "45/QĐ-SYT" }, "issued"],
])("on %s with %j a regulation is %s", (day, regulation, state) => {
  expect(regulationStateOn(day, regulation)).toBe(state);
});

it("goes by whatever last day is asked for", () => {
  expect(regulationStateOn("2026-08-16", null, "2026-08-16")).toBe("due");
});

describe.each(databases)("an agency's regulations, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it("follow one another, one in force at a time, each with its paper", async () => {
    const { db } = opened;
    const health = await department(db);
    const file = { name: "45.pdf", bytes: pdf() };
    const first = { number: "45/QĐ-SYT", day: "2026-08-10", file };
    await issueRegulation(db, health, first, byLan);
    await issueRegulation(db, health, { number: "60/QĐ-SYT", day: "2026-08-31" }, byLan);

    expect(await findRegulation(db, health.id)).toMatchObject({ number: "60/QĐ-SYT" });
    expect(await regulationsOf(db, health.id)).toMatchObject([
      { number: "60/QĐ-SYT", endedAt: null, document: null },
      {
        number: "45/QĐ-SYT",
        endedAt: MORNING,
        document: { name: "45.pdf", type: "application/pdf" },
      },
    ]);
    const older = { number: "1/QĐ-SYT", day: "2026-08-30" };
    expect(await issueRegulation(db, health, older, byLan)).toMatchObject({ ok: false });
    const wrong = { ...older, day: "2026-09-01", file: { name: "x.pdf", bytes: zip() } };
    expect(await issueRegulation(db, health, wrong, byLan)).toEqual({
      ok: false,
      reason: "file-unknown-type",
    });
    expect(await findRegulation(db, health.id)).toMatchObject({ number: "60/QĐ-SYT" });
    const acts = await db
      .selectFrom("audit")
      .select("act")
      .where("act", "in", ["regulation.issued", "document.stored"])
      .orderBy("act")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual([
      "document.stored",
      "regulation.issued",
      "regulation.issued",
    ]);
  });
});
