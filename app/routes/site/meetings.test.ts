import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee } from "#app/test/people.ts";

describe("the public list of meetings", () => {
  it("shows what was announced, of the whole country or of one province", async () => {
    await briefing(db, await committee(db), { subject: "Họp báo Long Xuyên" });
    await briefing(db, await committee(db, "19777"), { subject: "Họp báo Vỹ Dạ" });
    await briefing(db, await committee(db), { subject: "Còn là dự thảo", announcedAt: null });

    const country = await textOf(await visit(paths.meetings()));
    const hue = await textOf(await visit(paths.meetings({ province: "46" })));

    expect(country).toContain("Họp báo Long Xuyên");
    expect(country).toContain("Ủy ban nhân dân phường Long Xuyên, tỉnh An Giang");
    expect(country).toContain("Họp báo Vỹ Dạ");
    expect(country).not.toContain("Còn là dự thảo");
    expect(hue).toContain("Họp báo Vỹ Dạ");
    expect(hue).not.toContain("Họp báo Long Xuyên");
  });

  it("keeps a cancelled meeting, with its reason", async () => {
    const ward = await committee(db);
    const cancelled = { cancelledAt: "2026-08-31T01:00:00.000Z", cancelReason: "Bão số 5" };
    const meeting = await briefing(db, ward, cancelled);

    expect(await textOf(await visit(paths.meetings()))).toContain("Đã hủy");
    expect(await textOf(await visit(paths.meeting(meeting)))).toContain("Lý do: Bão số 5");
  });

  it("says that one can join online, but not where", async () => {
    const onlineUrl = "https://hop.test/kin";
    const meeting = await briefing(db, await committee(db), { onlineUrl, createdBy: "lan-id" });
    const page = await (await visit(paths.meeting(meeting))).text();

    expect(page).toContain("liên kết được gửi cho người được mời");
    expect(page).not.toContain(onlineUrl);
    expect(page).not.toContain("lan-id");
  });

  it.each(["/meetings?province=xx&page=zero&when=never", "/en/meetings?page=999999"])(
    "takes nonsense in the address for the ordinary list (%s)",
    async (address) => {
      expect((await visit(address)).status).toBe(200);
    },
  );
});
