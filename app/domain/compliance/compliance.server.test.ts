import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Moment } from "#db/tables.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { loadLaw } from "../policies/law.server.ts";
import { issueRegulation } from "../regulations/regulations.server.ts";
import { askForConfirmations } from "../spokespersons/confirmations.server.ts";
import { peopleOf } from "../spokespersons/people.server.ts";
import { logTraining } from "../training/training.server.ts";
import { complianceWithin } from "./compliance.server.ts";

const PAM: Officer = {
  ...COUNTRY,
  id: "pam",
  name: "Pam",
  email: "pam@press.test",
  role: "administrator",
};
const regular = decided({
  name: "Lê Văn Dũng",
  capacity: "regular",
  decisionNo: "87/QĐ-UBND",
  decisionDay: "2026-08-30",
  fromDay: "2026-08-31",
});

describe.each(databases)("how agencies stand, on $name", ({ open }) => {
  let house: Opened;
  beforeEach(async () => {
    house = await open();
    await committee(house.db);
    await loadLaw(house.db, { at: MORNING });
  });
  afterEach(() => house.close());

  const marksOf = async (id = "pc-30307", { as = PAM, at = MORNING as Moment } = {}) =>
    (await complianceWithin(house.db, as, undefined, at)).find(({ agency }) => agency.id === id)
      ?.marks;
  const publishedAt = (at: Moment | null) =>
    house.db
      .updateTable("assignment")
      .set({ publishedAt: at })
      .where("capacity", "=", "regular")
      .execute();

  it("asks nothing about spokespersons where there are none, but that there be one", async () => {
    expect(await marksOf()).toEqual({
      designated: "no",
      published: "none",
      confirmed: "none",
      regulation: "no",
      trained: "none",
    });
  });

  it("says who has one, and asks for the publication of regular ones alone", async () => {
    await assigned(house.db, { id: "pc-30307" });

    expect(await marksOf()).toMatchObject({ designated: "yes", published: "none", trained: "no" });
  });

  it("sees a decision published within its day, one whose hours still run, and a late one", async () => {
    await assigned(house.db, { id: "pc-30307" }, { ...regular, decisionDay: "2026-08-31" });

    await publishedAt("2026-09-01T16:59:00.000Z");
    expect((await marksOf())?.published).toBe("yes");
    await publishedAt("2026-09-01T17:00:00.000Z");
    expect((await marksOf())?.published).toBe("no");
    await publishedAt(null);
    expect((await marksOf())?.published).toBe("waiting");
    expect((await marksOf("pc-30307", { at: "2026-09-01T17:00:00.000Z" }))?.published).toBe("no");
  });

  it("holds an agency to the stricter rule of its province, and no other one", async () => {
    await committee(house.db, "19777");
    for (const id of ["pc-30307", "pc-19777"])
      await assigned(house.db, { id }, { ...regular, decisionDay: "2026-08-31" });
    await publishedAt("2026-09-01T16:00:00.000Z");
    await house.db
      .insertInto("policy")
      .values(stricter({ provinceId: "2025-91", value: "12" }))
      .execute();

    expect((await marksOf("pc-30307"))?.published).toBe("no");
    expect((await marksOf("pc-19777"))?.published).toBe("yes");
  });

  it("gives the regulation its time, and then does not", async () => {
    expect((await marksOf("pc-30307", { at: "2026-07-02T01:00:00.000Z" }))?.regulation).toBe(
      "waiting",
    );
    expect((await marksOf())?.regulation).toBe("no");
    await issueRegulation(
      house.db,
      { id: "pc-30307" },
      { number: "96/QĐ-UBND", day: "2026-08-30" },
      byLan,
    );
    expect((await marksOf())?.regulation).toBe("yes");
  });

  it("wants every spokesperson trained", async () => {
    const agency = { id: "pc-30307" };
    await assigned(house.db, agency);
    await assigned(house.db, agency, regular);
    const people = await peopleOf(house.db, [agency.id]);
    const course = { course: "Kỹ năng", day: "2026-08-20", hours: 8, certificate: null };
    const [first, second] = people;
    await logTraining(house.db, agency, { ...course, personId: first?.id ?? "" }, byLan);
    expect((await marksOf())?.trained).toBe("no");
    await logTraining(house.db, agency, { ...course, personId: second?.id ?? "" }, byLan);
    expect((await marksOf())?.trained).toBe("yes");
  });

  it("sees an entry of this quarter as right, an older one as asked for, and then as unconfirmed", async () => {
    await assigned(house.db, { id: "pc-30307" });
    expect((await marksOf())?.confirmed).toBe("yes");

    const later = "2026-10-02T01:00:00.000Z";
    await askForConfirmations(house.db, COUNTRY, { ...byLan, at: later });
    expect((await marksOf("pc-30307", { at: later }))?.confirmed).toBe("waiting");
    expect((await marksOf("pc-30307", { at: "2026-12-30T01:00:00.000Z" }))?.confirmed).toBe("no");
  });

  it("shows an officer the agencies within reach, and none beside", async () => {
    await committee(house.db, "30292");
    await committee(house.db, "19777");
    const seen = async (as: Officer, province?: string) =>
      (await complianceWithin(house.db, as, province, MORNING)).map(({ agency }) => agency.id);

    expect(await seen(await officerOf(house.db, { id: "pc-30307" }))).toEqual(["pc-30307"]);
    expect(await seen(await officerOf(house.db, { id: "pc-91" }, "Mai"))).toEqual([
      "pc-91",
      "pc-30292",
      "pc-30307",
    ]);
    expect(await seen(PAM, "2025-46")).toEqual(["pc-46", "pc-19777"]);
    expect(await seen(PAM)).toHaveLength(5);
  });
});

function stricter({ provinceId, value }: { provinceId: string; value: string }) {
  return {
    ...{ id: "an-giang-12", key: "spokesperson.publish_after_decision", value, unit: "hours" },
    ...{ clock: "clock_hours" as const, scope: "province" as const, provinceId, agencyId: null },
    ...{ fromDay: "2026-07-01", untilDay: null, legalRef: "Quy chế của tỉnh", statutory: 0 },
    ...{
      reason: null,
      verifiedBy: null,
      verifiedDay: null,
      recordedAt: MORNING,
      recordedBy: "lan",
    },
  };
}
