import { describe, expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

const filled = {
  ...{ number: "125/UBND-VX", day: "07/09/2026", recipient: "UBND tỉnh An Giang" },
  ...{ grounds: "Báo cáo số 45/BC-UBND", outlets: "Báo An Giang", signer: "" },
};

async function conference() {
  await loadLaw(db, { at: MORNING });
  const ward = await committee(db);
  return { lan: await officerOf(db, ward), meeting: await briefing(db, ward) };
}

describe("the notice of a press conference at the desk", () => {
  it("is written, downloaded and recorded as sent, and says at each step what is missing", async () => {
    const { lan, meeting } = await conference();
    const page = async () => textOf(await visit(paths.desk.notice(meeting), { as: lan }));
    const save = (form: Record<string, string>) =>
      visit(paths.desk.notice(meeting), { as: lan, form });
    const send = () =>
      visit(paths.desk.noticeSending(meeting), {
        as: lan,
        form: { sentAt: "2026-09-01T08:00", sentHow: "document_system" },
      });

    expect(await page()).toContain("24 giờ trước 09:00 10/09/2026");
    expect((await save({ ...filled, outlets: "" })).status).toBe(302);
    expect(await page()).toContain("Còn thiếu Danh sách cơ quan báo chí được mời");
    const early = await send();
    expect(early.status).toBe(409);
    expect(await textOf(early)).toContain("Thông báo còn thiếu nội dung bắt buộc.");

    await save(filled);
    const paper = await visit(paths.desk.noticePaper(meeting), { as: lan });
    expect(paper.headers.get("Content-Type")).toContain("wordprocessingml");
    expect((await send()).status).toBe(302);
    expect(await page()).toContain("Đã gửi đúng hạn");
    const shown = await textOf(await visit(paths.desk.meeting(meeting), { as: lan }));
    expect(shown).toContain("Gửi thông báo họp báo 125/UBND-VX");
  });

  it("keeps what was typed when something is wrong", async () => {
    const { lan, meeting } = await conference();
    const form = { ...filled, recipient: "" };
    const response = await visit(paths.desk.notice(meeting), { as: lan, form });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('value="125/UBND-VX"');
  });

  it("records a written no", async () => {
    const { lan, meeting } = await conference();
    const form = { number: "99/UBND-VX", reason: "Thiếu tài liệu" };
    const path = paths.desk.noticeProhibition(meeting);

    expect((await visit(path, { as: lan, form })).status).toBe(409);
    await visit(paths.desk.notice(meeting), { as: lan, form: filled });
    await visit(paths.desk.noticeSending(meeting), {
      as: lan,
      form: { sentAt: "2026-09-01T08:00", sentHow: "email" },
    });
    expect((await visit(path, { as: lan, form })).status).toBe(302);
    const page = await textOf(await visit(paths.desk.notice(meeting), { as: lan }));
    expect(page).toContain("Theo văn bản 99/UBND-VX: Thiếu tài liệu");
  });

  it.each(["notice", "noticeSending", "noticeProhibition", "noticePaper"] as const)(
    "opens %s for nobody of a sister commune or another province",
    async (door) => {
      const { meeting } = await conference();
      const sister = await officerOf(db, await committee(db, "30292"), "Bình");
      const hue = await officerOf(db, await committee(db, "46"), "Hương");
      for (const as of [sister, hue]) {
        const look = await visit(paths.desk[door](meeting), { as });
        expect(look.status).toBe(404);
        if (door === "noticePaper") continue; // it takes no form
        const push = await visit(paths.desk[door](meeting), { as, form: filled });
        expect(push.status).toBe(404);
      }
      expect(await db.selectFrom("meetingNotice").selectAll().execute()).toEqual([]);
    },
  );
});
