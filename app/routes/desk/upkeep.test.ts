import { beforeEach, describe, expect, it, vi } from "vitest";
import { NO_ENTRY } from "#app/domain/spokespersons/contact-report-form.ts";
import { reportContact } from "#app/domain/spokespersons/contact-reports.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned } from "#app/test/register.ts";

const OCTOBER = "2026-10-05T02:00:00.000Z";

/** Long Xuyên's entry, and officers near and far. */
async function office() {
  const ward = await committee(db);
  const entry = await assigned(db, ward);
  vi.setSystemTime(new Date(OCTOBER));
  const [lan, province, sister, elsewhere] = [
    await officerOf(db, ward),
    await officerOf(db, await committee(db, "91"), "Minh"),
    await officerOf(db, await committee(db, "30292"), "Tu"),
    await officerOf(db, await committee(db, "01"), "Nam"),
  ];
  return { ward, entry, lan, province, sister, elsewhere };
}

const letters = () => db.selectFrom("mail").selectAll().execute();
const report = () => db.selectFrom("contactReport").selectAll().executeTakeFirstOrThrow();
const confirmations = () => db.selectFrom("confirmation").selectAll().execute();

describe("asking for the quarter's confirmations", () => {
  it("says how many letters go out, sends them by one button, and none the second time", async () => {
    const { province } = await office();
    const page = await textOf(await visit(paths.desk.confirmations(), { as: province }));
    const push = () => visit(paths.desk.confirmationLetters(), { as: province, form: {} });
    const sent = await push();
    await push();
    const after = await textOf(await visit(paths.desk.confirmations(), { as: province }));

    expect(page).toContain("Gửi 1 thư xác nhận");
    expect(sent.headers.get("Location")).toBe(paths.desk.confirmations());
    expect((await letters()).map(({ to }) => to)).toEqual(["an@angiang.gov.vn"]);
    expect(after).toContain("1 mục đã hỏi trong quý");
  });

  it("shows the letter in the outbox to whoever works for that agency, and to nobody else", async () => {
    const { province, lan, sister, elsewhere } = await office();
    await visit(paths.desk.confirmationLetters(), { as: province, form: {} });
    const outboxOf = async (officer: { id: string }) =>
      textOf(await visit(paths.desk.outbox(), { as: officer }));

    for (const officer of [lan, province])
      expect(await outboxOf(officer)).toContain("Thư đề nghị xác nhận");
    for (const officer of [sister, elsewhere])
      expect(await outboxOf(officer)).not.toContain("an@angiang.gov.vn");
  });

  it("is not an agency's to do, and another province's button asks nobody here", async () => {
    const { lan, elsewhere } = await office();
    const own = await visit(paths.desk.confirmationLetters(), { as: lan, form: {} });
    await visit(paths.desk.confirmationLetters(), { as: elsewhere, form: {} });

    expect(own.status).toBe(403);
    expect(await letters()).toEqual([]);
  });
});

describe("a confirmation by telephone", () => {
  it("is signed by the officer", async () => {
    const { entry, lan } = await office();
    const path = paths.desk.telephoneConfirmation(entry);
    const page = await textOf(await visit(path, { as: lan }));
    const done = await visit(path, { as: lan, form: {} });
    const again = await visit(path, { as: lan, form: {} });

    expect(page).toContain("0296 3 852 852");
    expect(done.status).toBe(302);
    expect(again.status).toBe(409);
    expect(await confirmations()).toMatchObject([{ confirmedBy: lan.id, confirmedAt: OCTOBER }]);
  });

  it("is refused to strangers, sister communes and other provinces", async () => {
    const { entry, sister, elsewhere } = await office();
    const path = paths.desk.telephoneConfirmation(entry);

    for (const officer of [sister, elsewhere])
      expect((await visit(path, { as: officer, form: {} })).status).toBe(404);
    expect((await visit(path, { form: {} })).headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await confirmations()).toEqual([]);
  });
});

describe("a reader's report on the desk", () => {
  beforeEach(() => {
    vi.setSystemTime(new Date(OCTOBER));
  });

  async function reported(field: "phone" | "other" = "phone") {
    const all = await office();
    const entry = field === "other" ? NO_ENTRY : all.entry.id;
    const details = { entry, field, proposal: "0296 3 999 999", reporterEmail: "doc@gia.vn" };
    await reportContact(db, all.ward, details, { language: "en", at: OCTOBER });
    return { ...all, report: await report() };
  }

  it("is counted on the home page, listed, and compared with what is published", async () => {
    const { lan, report } = await reported();
    const home = await textOf(await visit(paths.desk.home(), { as: lan }));
    const list = await textOf(await visit(paths.desk.contactReports(), { as: lan }));
    const page = await visit(paths.desk.contactReport(report), { as: lan });
    const text = await textOf(page.clone());

    expect(home).toContain("1 lời báo đang chờ");
    expect(list).toContain("Nguyễn Văn An");
    for (const phone of ["0296 3 852 852", "0296 3 999 999"]) expect(text).toContain(phone);
    expect(await page.text()).not.toContain("doc@gia.vn");
  });

  it("is applied: the public page says so, and the reader is answered in their language", async () => {
    const { lan, report: open } = await reported();
    const form = { value: "0296 3 999 999", answer: "Thank you, corrected." };
    const done = await visit(paths.desk.contactReportCorrection(open), { as: lan, form });
    const area = await (await visit("/api/v1/areas/30307")).json();
    const [letter] = await letters();

    expect(done.headers.get("Location")).toBe(paths.desk.contactReports());
    expect(area.speakers[0].phone).toBe("0296 3 999 999");
    expect(letter).toMatchObject({ to: "doc@gia.vn", kind: "report-answer" });
    expect(letter?.subject).toContain("About the contact of");
    expect(await report()).toMatchObject({ decision: "applied", reporterEmail: null });
  });

  it("keeps what the officer typed when the value is none", async () => {
    const { lan, report: open } = await reported();
    const form = { value: "không rõ", answer: "Xin cảm ơn bạn đọc" };
    const response = await visit(paths.desk.contactReportCorrection(open), { as: lan, form });
    const html = await response.text();

    expect(response.status).toBe(400);
    expect(html).toContain("không rõ");
    expect(html).toContain("Xin cảm ơn bạn đọc");
    expect((await report()).decision).toBeNull();
  });

  it("is declined with an answer, which is not optional", async () => {
    const { lan, report: open } = await reported();
    const path = paths.desk.contactReportRefusal(open);
    const silent = await visit(path, { as: lan, form: { answer: " " } });
    const said = await visit(path, { as: lan, form: { answer: "It is right." } });
    const late = await visit(path, { as: lan, form: { answer: "Again." } });

    expect([silent.status, said.status, late.status]).toEqual([400, 302, 409]);
    expect((await letters())[0]?.text).toContain("It is right.");
  });

  it("is noted as done by hand where no single field is meant", async () => {
    const { lan, report: open } = await reported("other");
    const path = paths.desk.contactReportCorrection(open);
    const page = await textOf(await visit(path, { as: lan }));
    const done = await visit(path, { as: lan, form: { value: "x", answer: "Added." } });

    expect(page).toContain("không sửa tự động được");
    expect(done.status).toBe(302);
  });

  it("is nobody else's: a sister commune, another province, a stranger", async () => {
    const { sister, elsewhere, report: open } = await reported();
    const form = { value: "0296 3 000 000", answer: "Không" };
    const doors = [
      paths.desk.contactReport(open),
      paths.desk.contactReportCorrection(open),
      paths.desk.contactReportRefusal(open),
    ];

    for (const as of [sister, elsewhere]) {
      for (const path of doors) expect((await visit(path, { as })).status).toBe(404);
      for (const path of doors.slice(1)) expect((await visit(path, { as, form })).status).toBe(404);
    }
    for (const path of doors.slice(1))
      expect((await visit(path, { form })).headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await report()).toMatchObject({ decision: null });
    expect(await letters()).toEqual([]);
  });
});
