import { beforeEach, describe, expect, it } from "vitest";
import { record } from "#app/domain/audit/audit.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";

const by = { id: "minh", name: "Minh" };

beforeEach(async () => {
  const planned = async (code: "30307" | "30292" | "19777", subject: string, day: number) => {
    const agency = await committee(db, code);
    const at = `2026-08-${String(day).padStart(2, "0")}T01:00:00.000Z`;
    const what = { act: "meeting.planned" as const, about: { id: subject } };
    await record(db, { by, at }, { ...what, agencyId: agency.id, particulars: { subject } });
  };
  await planned("30307", "Sạt lở bờ sông", 1);
  await planned("30292", "Cầu mới", 2);
  await planned("19777", "Lễ hội", 3);
});

const read = async (as: { id: string }, path = paths.desk.audit()) =>
  textOf(await visit(path, { as }));

describe("the log", () => {
  it("tells an agency's officer of its own affairs in sentences", async () => {
    const lan = await officerOf(db, await committee(db));
    const page = await read(lan);

    expect(page).toContain("Minh Lên kế hoạch cuộc họp “Sạt lở bờ sông”.");
    expect(page).not.toContain("Cầu mới");
    expect(page).not.toContain("Lễ hội");
  });

  it("tells a province's office of the whole province, newest first", async () => {
    const office = await officerOf(db, await committee(db, "91"));
    const page = await read(office);

    expect(page).toMatch(/Cầu mới.*Sạt lở bờ sông/);
    expect(page).not.toContain("Lễ hội");
  });

  it("always tells officers what they did themselves", async () => {
    const lan = await officerOf(db, await committee(db));
    await record(
      db,
      { by: lan, at: "2026-08-04T01:00:00.000Z" },
      { act: "demo.removed", about: { id: "demo" }, particulars: {} },
    );

    expect(await read(lan)).toContain("Xóa toàn bộ dữ liệu mẫu.");
  });

  it("finds words without their marks", async () => {
    const office = await officerOf(db, await committee(db, "91"));
    const page = await read(office, paths.desk.audit({ q: "sat lo" }));

    expect(page).toContain("Sạt lở bờ sông");
    expect(page).not.toContain("Cầu mới");
    expect(await read(office, paths.desk.audit({ q: "le hoi" }))).toContain("Không thấy việc nào");
  });

  it("speaks English", async () => {
    const lan = await officerOf(db, await committee(db));

    expect(await read(lan, `/en${paths.desk.audit()}`)).toContain(
      "Planned the meeting “Sạt lở bờ sông”.",
    );
  });

  it("survives a deed that only another version knew", async () => {
    const lan = await officerOf(db, await committee(db));
    await db
      .insertInto("audit")
      .values({
        ...{ id: "x", at: "2026-08-05T01:00:00.000Z", by: lan.id, byName: "Lan" },
        ...{ act: "toString", about: "x", agencyId: null, particulars: "{}" },
      })
      .execute();

    expect(await read(lan)).toContain("Một việc của phiên bản khác (toString).");
  });
});
