import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { called, department } from "#app/test/departments.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { peopleOf } from "../spokespersons/people.server.ts";
import { findTrainingFor, logTraining, removeTraining, trainingOf } from "./training.server.ts";

describe.each(databases)("the training log, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it("keeps the courses of the agency's people, and what was struck out", async () => {
    const { db } = opened;
    const health = await department(db);
    await assigned(db, health);
    const [person] = await peopleOf(db, [health.id]);
    const course = { course: "Kỹ năng phát ngôn", day: "2026-08-20", hours: 16, certificate: null };
    const attended = { ...course, personId: person?.id ?? "" };
    const logged = await logTraining(db, health, attended, byLan);
    const id = logged.ok ? logged.id : "";
    const found = async (agency: { id: string }) =>
      (await findTrainingFor(db, await officerOf(db, agency), id))?.course;

    expect(await logTraining(db, health, { ...attended, personId: "nobody" }, byLan)).toEqual({
      ok: false,
      reason: "not-our-person",
    });
    expect(await logTraining(db, health, { ...attended, day: "2026-09-02" }, byLan)).toEqual({
      ok: false,
      reason: "day-in-future",
    });
    expect(await found(health)).toBe("Kỹ năng phát ngôn");
    expect(await found({ id: "pc-91" })).toBe("Kỹ năng phát ngôn");
    expect(await found(await department(db, called("Sở Xây dựng")))).toBeUndefined();
    expect(await found(await committee(db, "46"))).toBeUndefined();

    const removed = { id, agencyId: health.id, name: "Nguyễn Văn An", course: course.course };
    await removeTraining(db, removed, byLan);
    await removeTraining(db, removed, byLan);
    expect(await trainingOf(db, health.id)).toMatchObject([{ id, removedAt: MORNING }]);
    expect(await found(health)).toBeUndefined();
    const acts = await db
      .selectFrom("audit")
      .select("act")
      .where("act", "like", "training.%")
      .orderBy("act")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(["training.logged", "training.removed"]);
  });
});
