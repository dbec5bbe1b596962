import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";

const typed = {
  ...{ name: "Nguyễn Thị Thu Hà", email: "ha@bao.test", phone: "", language: "vi", outletId: "" },
  ...{ beats: ["health"], pressCardNo: "", pressCardUntilDay: "", introLetterNo: "" },
  ...{ introLetterUntilDay: "", consentDay: "2026-08-20", consentBasis: "Phiếu đăng ký" },
};

async function office() {
  const ward = await committee(db);
  await committee(db, "30292");
  return { ward, lan: await officerOf(db, ward) };
}

async function listed(lan: { id: string }, areas: string) {
  const sent = await visit("/desk/journalists/new", { as: lan, form: { ...typed, areas } });
  expect(sent.status).toBe(302);
  return sent.headers.get("Location") ?? "";
}

const areasKept = async () =>
  (await db.selectFrom("journalistArea").select("areaId").orderBy("areaId").execute()).map(
    ({ areaId }) => areaId,
  );

describe("where a journalist reports from", () => {
  it("is typed as people name it, and kept as the map knows it", async () => {
    const { lan } = await office();
    const page = await listed(lan, "phuong long xuyen\nBình Đức\n");

    expect(await areasKept()).toEqual(["2025-30292", "2025-30307"]);
    const shown = await (await visit(page, { as: lan })).text();
    expect(shown).toContain("Phường Bình Đức\nPhường Long Xuyên");
    const form = { ...typed, areas: "Bình Đức" };
    expect((await visit(page, { as: lan, form })).status).toBe(302);
    expect(await areasKept()).toEqual(["2025-30292"]);
  });

  it("is refused where the province has no such place, with what was typed still there", async () => {
    const { lan } = await office();
    const form = { ...typed, areas: "Long Xuyên\nBa Đình" };
    const refused = await visit("/en/desk/journalists/new", { as: lan, form });

    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain("No such area, or several: Ba Đình.");
    expect(html).toContain("Long Xuyên\nBa Đình");
    expect(await db.selectFrom("journalist").select("id").execute()).toEqual([]);
  });

  it("narrows the list of journalists", async () => {
    const { lan } = await office();
    await listed(lan, "Long Xuyên");
    await reporter(db, { name: "Trần Đạt" });
    const page = await textOf(
      await visit(`${paths.desk.journalists()}?area=2025-30307`, { as: lan }),
    );
    expect(page).toContain("Nguyễn Thị Thu Hà");
    expect(page).not.toContain("Trần Đạt");
  });

  it("is a choice on the page of invitations, which says how many it means", async () => {
    const { ward, lan } = await office();
    const meeting = await briefing(db, ward);
    const page = paths.desk.invitations(meeting);
    expect(await textOf(await visit(page, { as: lan }))).toContain(
      "Chưa nhà báo nào ghi địa bàn theo dõi",
    );
    await listed(lan, "Long Xuyên");
    await reporter(db, { name: "Trần Đạt" });

    expect(await textOf(await visit(page, { as: lan }))).toContain("phường Long Xuyên (1 người)");
    const exact = await textOf(await visit(`${page}?area=2025-30307`, { as: lan }));
    expect(exact).toContain("1 người sẽ được mời");
    const wide = await textOf(await visit(`${page}?area=2025-30307&wide=on`, { as: lan }));
    expect(wide).toContain("2 người sẽ được mời");
    const preview = `${paths.desk.invitationPreview(meeting)}?area=2025-30307`;
    expect(await textOf(await visit(preview, { as: lan }))).toContain("1 người nhận");
  });
});
