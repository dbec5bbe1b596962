import { beforeEach, describe, expect, it, vi } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";

const page = async (query = {}) => textOf(await visit(paths.openness({ code: "91" }, query)));

let number = 0;
async function asked(receivedAt: string, details: Record<string, unknown> = {}) {
  number += 1;
  await db
    .insertInto("query")
    .values({
      ...{ id: `q${number}`, agencyId: "pc-30307", number: `${number}/2026`, kind: "question" },
      ...{ channel: "call", title: "Câu hỏi độc quyền", text: "?", language: "vi", receivedAt },
      ...{ askerName: "Hà Phóng Viên", ...details },
    })
    .execute();
}

describe("the public page of openness", () => {
  beforeEach(async () => {
    await committee(db);
  });

  it("counts what askers confirm, out of what was asked, and names nobody", async () => {
    const at = "2026-08-03T03:00:00.000Z";
    const answered = { outcome: "answered", outcomeAt: at };
    await asked(at, answered);
    await asked(at, { ...answered, confirmedAt: at });
    await asked(at);
    const shown = await page();

    expect(shown).toContain("Người hỏi xác nhận đã được trả lời 1 trong 3 câu hỏi");
    expect(shown).toContain("Số còn nhỏ: chỉ đọc số đếm.");
    expect(shown).not.toMatch(/độc quyền|Phóng Viên|%/);
  });

  it("is never stale: what an officer types in of a former day shows, and tomorrow tells of today", async () => {
    await asked("2026-08-03T03:00:00.000Z", { receivedBy: "lan" });
    expect(await page()).toContain("0 trong 1 câu hỏi");
    await asked("2026-08-04T03:00:00.000Z", { receivedBy: "lan" });
    expect(await page()).toContain("0 trong 2 câu hỏi");

    await asked("2026-09-01T00:30:00.000Z");
    expect(await page()).toContain("0 trong 2 câu hỏi");
    vi.setSystemTime("2026-09-01T17:00:00.000Z");
    expect(await page()).toContain("0 trong 3 câu hỏi");
  });

  it("is there with nothing asked, in English, and of no year before the law or to come", async () => {
    expect(await page()).toContain("Chưa có câu hỏi nào trong kỳ này");
    const english = await textOf(await visit(`/en${paths.openness({ code: "91" })}`));
    expect(english).toContain("No question in this period");
    for (const year of ["2025", "2027", "x"])
      expect((await visit(paths.openness({ code: "91" }, { year }))).status).toBe(404);
    expect((await visit(paths.openness({ code: "999" }))).status).toBe(404);
  });
});
