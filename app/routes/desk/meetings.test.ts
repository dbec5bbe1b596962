import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";

describe("the desk's list of meetings", () => {
  it("shows what is to come, and what is past when asked", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    await briefing(db, ward, { subject: "Họp báo tháng 9" });
    const past = { startsAt: "2026-08-10T02:00:00.000Z", endsAt: "2026-08-10T03:30:00.000Z" };
    await briefing(db, ward, { subject: "Họp báo tháng 8", ...past });

    const coming = await textOf(await visit(paths.desk.meetings(), { as: lan }));
    const before = await textOf(await visit(paths.desk.meetings({ when: "past" }), { as: lan }));

    expect(coming).toContain("Họp báo tháng 9");
    expect(coming).not.toContain("Họp báo tháng 8");
    expect(before).toContain("Họp báo tháng 8");
    expect(before).toContain("Chờ xác nhận đã tổ chức");
  });

  it("finds without marks, and says when nothing was found", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    await briefing(db, ward, { subject: "Sạt lở bờ sông" });

    const found = await visit(paths.desk.meetings({ q: "sat lo" }), { as: lan });
    const none = await visit(paths.desk.meetings({ q: "động đất" }), { as: lan });

    expect(await textOf(found)).toContain("Sạt lở bờ sông");
    expect(await textOf(none)).toContain("Không có cuộc họp nào khớp với “động đất”.");
  });

  it("keeps one province's meetings from another's officer", async () => {
    await briefing(db, await committee(db), { subject: "Chuyện của Long Xuyên" });
    const hue = await officerOf(db, await committee(db, "46"));

    expect(await textOf(await visit(paths.desk.meetings(), { as: hue }))).not.toContain(
      "Chuyện của Long Xuyên",
    );
  });

  it("takes nonsense in the address for the ordinary list", async () => {
    const lan = await officerOf(db, await committee(db));
    const response = await visit("/desk/meetings?when=never&page=-5&q=", { as: lan });

    expect(response.status).toBe(200);
  });
});
