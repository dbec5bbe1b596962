import { describe, expect, it } from "vitest";
import { startingPaper } from "#app/domain/papers/form-values.ts";
import { paperAsDocx } from "#app/domain/papers/paper-docx.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

const said = {
  ...{ files: "pdf", number: "15/GM-UBND", day: "2026-09-01", signing: "deputy" },
  ...{ office: "Phó Chủ tịch", signer: "Lê Văn Đức", addressees: "Các cơ quan báo chí" },
  ...{
    reason: "",
    composition: "",
    registerBy: "2026-09-09T16:00",
    contact: "",
    recipients: "Như trên",
  },
};

async function conference() {
  const ward = await committee(db);
  return { ward, lan: await officerOf(db, ward), meeting: await briefing(db, ward) };
}

describe("the paper of a meeting at the desk", () => {
  it("is ready without anybody writing it, is written, downloaded, and seen before a letter goes", async () => {
    const { lan, meeting } = await conference();
    const ha = await reporter(db, {});
    const page = async () => textOf(await visit(paths.desk.paper(meeting), { as: lan }));

    expect(await page()).toContain("Giấy mời đã soạn sẵn");
    expect(await textOf(await visit(paths.desk.meeting(meeting), { as: lan }))).toContain(
      "Chưa có số, ký hiệu.",
    );
    expect((await visit(paths.desk.paper(meeting), { as: lan, form: said })).status).toBe(302);
    const written = await page();
    expect(written).toContain("Số: 15/GM-UBND");
    expect(written).toContain("trước 16 giờ 00, ngày 09 tháng 9 năm 2026");
    expect(written).toContain("KT. ");

    const pdf = await visit(paths.desk.paperFile(meeting, "vi.pdf"), { as: lan });
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");
    const preview = `${paths.desk.invitationPreview(meeting)}?person=${ha.id}`;
    const shown = await (await visit(preview, { as: lan })).text();
    expect(shown).toContain(paths.desk.paperFile(meeting, "vi.pdf"));
    expect(shown).not.toContain(paths.desk.paperFile(meeting, "vi.docx"));
  });

  it("keeps what was typed when something is wrong, and has no other file", async () => {
    const { lan, meeting } = await conference();
    const response = await visit(paths.desk.paper(meeting), {
      as: lan,
      form: { ...said, office: "" },
    });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain("15/GM-UBND");
    for (const file of ["vi.exe", "constructor", "fr.pdf"])
      expect((await visit(paths.desk.paperFile(meeting, file), { as: lan })).status).toBe(404);
  });
});

describe("an agency's own form at the desk", () => {
  const upload = (file: Uint8Array, name = "mau.docx") => {
    const form = new FormData();
    form.set("file", new File([file as BlobPart], name));
    return form;
  };

  it("is taken after it was looked over, tried, and given up again", async () => {
    const { lan, ward, meeting } = await conference();
    const address = paths.desk.agencyForm(ward);
    const start = await visit(paths.desk.startingForm(ward), { as: lan });
    const bytes = new Uint8Array(await start.arrayBuffer());

    const refused = await visit(address, { as: lan, form: upload(new Uint8Array(100).fill(1)) });
    expect(refused.status).toBe(409);
    expect(await textOf(refused)).toContain("Đây không phải tệp Word .docx đọc được");
    expect((await visit(paths.desk.sampleForm(ward), { as: lan })).status).toBe(404);
    expect((await visit(address, { as: lan, form: upload(bytes) })).status).toBe(302);
    expect(await textOf(await visit(address, { as: lan }))).toContain("mau.docx");
    for (const query of ["", `?meeting=${meeting.id}`]) {
      const tried = await visit(`${paths.desk.sampleForm(ward)}${query}`, { as: lan });
      expect(tried.headers.get("Content-Type")).toContain("wordprocessingml");
    }
    expect((await visit(paths.desk.paperFile(meeting, "vi.pdf"), { as: lan })).status).toBe(404);
    await visit(paths.desk.agencyFormRemoval(ward), { as: lan, form: { any: "thing" } });
    expect(await textOf(await visit(address, { as: lan }))).toContain("Đang dùng mẫu chung.");
  });

  it("is not filled from another agency's meeting", async () => {
    const { lan, ward } = await conference();
    const bytes = await paperAsDocx(startingPaper(MORNING));
    await visit(paths.desk.agencyForm(ward), { as: lan, form: upload(bytes) });
    const theirs = await briefing(db, await committee(db, "30292"));
    const asked = `${paths.desk.sampleForm(ward)}?meeting=${theirs.id}`;

    expect((await visit(asked, { as: lan })).status).toBe(404);
  });
});
