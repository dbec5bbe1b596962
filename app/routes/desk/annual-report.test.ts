import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

beforeEach(async () => {
  await loadLaw(db, { at: MORNING });
});

async function desk() {
  const [province, ward] = [await committee(db, "91"), await committee(db)];
  const [huong, lan] = [await officerOf(db, province, "Hương"), await officerOf(db, ward, "Lan")];
  return { province, ward, huong, lan };
}

const page = async (path: string, as: { id: string }) => textOf(await visit(path, { as }));

describe("the annual report at the desk", () => {
  it("counts a commune's meeting in the commune's and in the province's, and leads to it", async () => {
    const { ward, huong, lan } = await desk();
    const meeting = await briefing(db, ward, {
      ...{ startsAt: "2026-08-10T02:00:00.000Z", endsAt: "2026-08-10T03:00:00.000Z" },
      heldAt: "2026-08-10T04:00:00.000Z",
    });

    for (const as of [huong, lan]) {
      expect(await page(paths.desk.annualReport(2026), as)).toMatch(
        /1\. Số cuộc họp báo tổ chức trong năm 1 Đã tổ chức *: *1/,
      );
      const behind = await visit(paths.desk.annualIndicator(2026, 1), { as });
      expect(await behind.text()).toContain(`href="${paths.desk.meeting(meeting)}"`);
    }
    expect(await page(paths.desk.annualReport(2026), huong)).toContain("Theo từng cơ quan");
  });

  it("asks what is missing, and leads to where it is done", async () => {
    const { ward, lan } = await desk();
    const meeting = await briefing(db, ward, {
      ...{ startsAt: "2026-08-10T02:00:00.000Z", endsAt: "2026-08-10T03:00:00.000Z" },
      subject: "Họp báo quên ghi",
    });
    const shown = await (await visit(paths.desk.annualReport(2026), { as: lan })).text();

    expect(shown).toContain("Còn 1 việc");
    expect(shown).toContain(`href="${paths.desk.holding(meeting)}"`);
  });

  it("is asked for on the desk from November on, until it is sent", async () => {
    const { lan } = await desk();
    expect(await page(paths.desk.home(), lan)).not.toContain("Báo cáo năm 2026");
    vi.setSystemTime("2026-10-31T16:59:59.000Z");
    expect(await page(paths.desk.home(), lan)).not.toContain("Báo cáo năm 2026");
    vi.setSystemTime("2026-10-31T17:00:00.000Z");
    expect(await page(paths.desk.home(), lan)).toContain("Báo cáo năm 2026: còn 1 việc");
    vi.setSystemTime("2026-12-20T02:00:00.000Z");
    expect(await page(paths.desk.home(), lan)).toContain("Quá hạn, phải gửi trước ngày 20/12/2026");
    await send(lan);
    expect(await page(paths.desk.home(), lan)).not.toContain("Báo cáo năm 2026");
  });

  const send = (as: { id: string }, form: Record<string, string> = {}) =>
    visit(paths.desk.annualSending(2026), {
      as,
      form: {
        ...{ number: "125/BC-UBND", day: "15/12/2026", signer: "Nguyễn Văn An" },
        ...{ office: "Chủ tịch", sentAt: "2026-12-15T09:00", ...form },
      },
    });

  it("is sent once its figures are closed, and keeps its typed fields when it is refused", async () => {
    const { lan } = await desk();
    vi.setSystemTime("2026-12-14T16:59:59.000Z");
    const early = await send(lan);
    expect(early.status).toBe(409);
    const shown = await early.text();
    expect(shown).toContain("Kỳ số liệu chưa kết thúc");
    expect(await page(paths.desk.annualSending(2026), lan)).toContain(
      "còn đến hết ngày 14/12/2026",
    );

    vi.setSystemTime("2026-12-15T03:00:00.000Z");
    expect((await send(lan, { number: "" })).status).toBe(400);
    expect((await send(lan, { sentAt: "2026-12-15T11:00" })).status).toBe(409);
    expect((await send(lan)).status).toBe(302);
    expect((await send(lan)).status).toBe(409);
    expect((await send(lan, { reason: "Sai số liệu" })).status).toBe(302);
    const version = await page(paths.desk.annualVersion(2026, 2), lan);
    expect(version).toContain("Thay bản trước vì: Sai số liệu");
  });

  it("frozen, shows what has changed since beside it and never in it", async () => {
    const { ward, lan } = await desk();
    const meeting = await briefing(db, ward, {
      ...{ startsAt: "2026-08-10T02:00:00.000Z", endsAt: "2026-08-10T03:00:00.000Z" },
      heldAt: "2026-08-10T04:00:00.000Z",
    });
    vi.setSystemTime("2026-12-15T03:00:00.000Z");
    await send(lan);
    expect(await page(paths.desk.annualVersion(2026, 1), lan)).toContain(
      "Sổ sách vẫn đúng như bản đã gửi.",
    );
    await briefing(db, ward, {
      ...{ startsAt: "2026-09-10T02:00:00.000Z", endsAt: "2026-09-10T03:00:00.000Z" },
      ...{ heldAt: "2026-12-15T04:00:00.000Z", subject: "Họp báo ghi muộn" },
    });
    await db.updateTable("meeting").set({ heldAt: null }).where("id", "=", meeting.id).execute();

    const version = await page(paths.desk.annualVersion(2026, 1), lan);
    expect(version).toMatch(/1\. Số cuộc họp báo tổ chức trong năm 1 1/);
    expect(version).toContain("Họp báo ghi muộn (Đã tổ chức)");
    expect(version).toContain("Đã tổ chức → Chưa ghi nhận kết quả");
    expect(await page(paths.desk.annualReport(2026), lan)).toContain(
      "Sổ sách đã khác bản đã gửi ở 1 chỉ tiêu",
    );
  });

  it("tells of two officers who write part II at once, and loses neither's words", async () => {
    const { ward, lan } = await desk();
    const binh = await officerOf(db, ward, "Bình");
    const write = (as: { id: string }, edition: string, difficulties: string) =>
      visit(paths.desk.annualText(2026), { as, form: { edition, difficulties, proposals: "" } });

    expect((await write(lan, "0", "Thiếu người")).status).toBe(302);
    const late = await write(binh, "0", "Thiếu máy");
    expect(late.status).toBe(409);
    const shown = await late.text();
    expect(shown).toContain("Thiếu người");
    expect(shown).toContain("Thiếu máy");
    expect(shown).toMatch(/<input(?=[^>]*name="edition")[^>]*value="1"/);
    expect((await write(binh, "1", "Thiếu người và máy")).status).toBe(302);
    expect(await page(paths.desk.annualText(2026), lan)).toContain("Bình viết lúc");
  });

  it("of the first year may begin when the law does, and says so on paper", async () => {
    const { ward, lan } = await desk();
    await briefing(db, ward, {
      ...{ startsAt: "2026-06-30T02:00:00.000Z", endsAt: "2026-06-30T03:00:00.000Z" },
      heldAt: "2026-06-30T04:00:00.000Z",
    });
    const start = (form: Record<string, string>) =>
      visit(paths.desk.annualStart(2026), { as: lan, form });

    expect(await page(paths.desk.annualReport(2026), lan)).toContain("15/12/2025 – 14/12/2026");
    expect((await start({ start: "law", note: "" })).status).toBe(400);
    expect((await start({ start: "law", note: "Ghi chú: từ 01/07/2026" })).status).toBe(302);
    const shown = await page(paths.desk.annualReport(2026), lan);
    expect(shown).toContain("01/07/2026 – 14/12/2026");
    expect(shown).toMatch(/tổ chức trong năm 0 /);
    expect((await visit(paths.desk.annualStart(2027), { as: lan })).status).toBe(404);
  });

  it.each([
    paths.desk.annualReport(2026, { agency: "pc-30307" }),
    paths.desk.annualIndicator(2026, 3, { agency: "pc-30307" }),
    paths.desk.annualText(2026, { agency: "pc-30307" }),
    paths.desk.annualStart(2026, { agency: "pc-30307" }),
    paths.desk.annualSending(2026, { agency: "pc-30307" }),
    paths.desk.annualPaper(2026, "docx", { agency: "pc-30307" }),
    paths.desk.annualPaper(2026, "pdf", { agency: "pc-30307" }),
    paths.desk.appearances({ agency: "pc-30307" }),
    paths.desk.reports({ agency: "pc-30307" }),
    paths.desk.reportFigures("csv", { agency: "pc-30307" }),
  ])("opens %s for its own officers and the province's alone", async (path) => {
    const { huong, lan } = await desk();
    const sister = await officerOf(db, await committee(db, "30292"), "Bình");
    const hue = await officerOf(db, await committee(db, "46"), "Hoa");

    for (const as of [lan, huong]) expect((await visit(path, { as })).status).toBe(200);
    for (const as of [sister, hue]) expect((await visit(path, { as })).status).toBe(404);
  });

  it("is nobody's where there is no such year, and of another province for its own", async () => {
    const { lan } = await desk();
    for (const year of [2025, 1999])
      expect((await visit(paths.desk.annualReport(year), { as: lan })).status).toBe(404);
    expect((await visit(paths.desk.annualIndicator(2026, 7), { as: lan })).status).toBe(404);
    expect((await visit(paths.desk.annualVersion(2026, 1), { as: lan })).status).toBe(404);
  });

  it("names the requests behind a figure by their numbers alone", async () => {
    const { ward, huong, lan } = await desk();
    await db
      .insertInto("query")
      .values({
        ...{ id: "q", agencyId: ward.id, number: "1/2026", kind: "question", channel: "mail" },
        ...{ title: "Câu hỏi độc quyền", text: "Nội dung độc quyền", language: "vi" },
        ...{ askerName: "Hà Phóng Viên", receivedAt: "2026-08-01T02:00:00.000Z" },
      })
      .execute();
    for (const as of [lan, huong]) {
      const shown = await page(paths.desk.annualIndicator(2026, 3), as);
      expect(shown).toContain("Đề nghị số 1/2026");
      expect(shown).not.toMatch(/độc quyền|Hà Phóng Viên/);
    }
  });
});

describe("press coordination meetings at the desk", () => {
  it("are recorded once each, counted, and taken back", async () => {
    const { lan } = await desk();
    const form = { day: "20/08/2026", host: "Ban Tuyên giáo", told: "Phòng cháy" };
    const record = (change: Record<string, string> = {}) =>
      visit(paths.desk.appearances(), { as: lan, form: { ...form, ...change } });

    expect((await record()).status).toBe(302);
    const again = await record({ told: "Viết lại" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Lần giao ban này đã có trong sổ.");
    expect((await record({ day: "02/09/2026" })).status).toBe(409);
    expect((await record({ host: "" })).status).toBe(400);
    expect(await page(paths.desk.annualReport(2026), lan)).toMatch(
      /tại giao ban báo chí trong năm 1/,
    );

    const { id } = await db.selectFrom("appearance").select("id").executeTakeFirstOrThrow();
    const removal = paths.desk.appearanceRemoval({ id });
    expect((await visit(removal, { as: lan, method: "POST", form: { any: "" } })).status).toBe(302);
    expect(await page(paths.desk.annualReport(2026), lan)).toMatch(
      /tại giao ban báo chí trong năm 0/,
    );
    expect((await record()).status).toBe(302);
  });
});
