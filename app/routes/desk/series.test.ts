import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { meetingsOfSeries } from "#app/domain/meetings/series.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { lettersOf, signed, speaker } from "#app/test/press-room.ts";

const FIRST_THURSDAYS = { every: "quarter", by: "weekday", month: "1", week: "1", weekday: "4" };
const RULE = { ...FIRST_THURSDAYS, from: "2027-01-01", until: "2027-12-31", at: "08:30" };
const DAYS = ["2027-01-07", "2027-04-01", "2027-07-01", "2027-10-07"];
const FILLED = {
  ...{ kind: "press_conference", subject: "Họp báo quý", venue: "Hội trường A" },
  ...{ chair: "Nguyễn Văn An", as: "announced", days: DAYS },
};

let ward: AgencyOfArea;
let lan: Officer;

beforeEach(async () => {
  ward = await committee(db);
  lan = await officerOf(db, ward);
});

const plan = (form: Record<string, string | string[]> = {}, rule: Record<string, string> = {}) =>
  visit(paths.desk.seriesNew({ ...RULE, ...rule }), { as: lan, form: { ...FILLED, ...form } });

async function planned() {
  const response = await plan();
  const id = response.headers.get("Location")?.split("/").at(-1) ?? "";
  return { id, all: await meetingsOfSeries(db, id) };
}

describe("planning a series", () => {
  it("shows the year's dates in words, what was moved and why, and who may speak", async () => {
    await speaker(db, ward, { name: "Lê Thị Bình", untilDay: "2027-03-31" });
    const holiday = { day: "2027-01-07", kind: "off" as const, name: "Nghỉ thử", basis: "Thử" };
    const recorded = { recordedAt: signed().at, recordedBy: "lan" };
    await db
      .insertInto("holiday")
      .values({ ...holiday, ...recorded })
      .execute();

    const page = await textOf(await visit(paths.desk.seriesNew(RULE), { as: lan }));

    expect(page).toContain("Lúc 08:30 thứ Năm đầu tiên của tháng đầu quý, hằng quý");
    expect(page).toContain("Thứ Tư, 06/01/2027 Thay cho 07/01/2027 (ngày nghỉ: Nghỉ thử)");
    expect(page).toContain("Thứ Năm, 01/04/2027 Theo lịch Chưa có ai");
    expect(page).toContain("Lê Thị Bình");
  });

  it("saves the chosen dates at once and leads to the series", async () => {
    const response = await plan({ days: DAYS.slice(0, 3) });
    const location = response.headers.get("Location") ?? "";
    const page = await textOf(await visit(location, { as: lan }));

    expect(location).toMatch(/^\/desk\/series\/[\w-]+$/);
    expect(page).toContain("3 cuộc họp, còn 3 cuộc sắp tới");
    expect(page).toContain("Đã công bố");
  });

  it.each([
    [400, "Xin chọn ít nhất một ngày", { days: [] }, {}],
    [400, "Xin ghi địa điểm hoặc liên kết", { venue: "" }, {}],
    [400, "Ngày kết thúc phải sau ngày bắt đầu", {}, { until: "2026-12-31" }],
    [409, "Bảng ngày nghỉ vừa thay đổi", { days: ["2027-01-08"] }, {}],
  ] as const)("says %i, “%s”, and plans nothing", async (status, says, form, rule) => {
    const response = await plan({ ...form } as Record<string, string[]>, rule);

    expect(response.status).toBe(status);
    expect(await textOf(response)).toContain(says);
    expect(await db.selectFrom("meeting").select("id").execute()).toEqual([]);
  });

  it("keeps what was typed and which dates were dropped", async () => {
    const response = await plan({ venue: "", days: ["2027-01-07"], chair: "Trần Văn Năm" });
    const html = await response.text();

    expect(html).toContain('value="Trần Văn Năm"');
    expect(html.match(/name="days"[^>]*checked=""/g)).toHaveLength(1);
  });

  it("takes nonsense in the address for the usual", async () => {
    const odd = { every: "never", week: "9", date: "x", from: "31/02/2027", minutes: "1e9" };

    expect((await visit(paths.desk.seriesNew(odd), { as: lan })).status).toBe(200);
  });
});

describe("a series", () => {
  it("is announced as far as it is not yet", async () => {
    const response = await plan({ as: "draft" });
    const id = response.headers.get("Location")?.split("/").at(-1) ?? "";
    await visit(paths.desk.seriesAnnouncement({ id }), { as: lan, form: { ok: "1" } });

    const all = await meetingsOfSeries(db, id);
    expect(all.every(({ announcedAt }) => announcedAt !== null)).toBe(true);
  });

  it("is called off from a date on, telling how many letters that means", async () => {
    const { id, all } = await planned();
    const ha = await reporter(db);
    await invite(db, { id: all[2]?.id ?? "" }, [ha.id], signed(), { despite: "Thử" });
    const path = paths.desk.seriesCancellation({ id }, { from: "2027-04-01" });

    const asked = await textOf(await visit(path, { as: lan }));
    await visit(path, { as: lan, form: { reason: "Sáp nhập phường" } });

    expect(asked).toContain("Sẽ hủy 3 cuộc họp");
    expect(asked).toContain("Hủy 3 cuộc và gửi 1 thư");
    const after = await meetingsOfSeries(db, id);
    expect(after.map(({ cancelReason }) => cancelReason)).toEqual([
      null,
      ...Array(3).fill("Sáp nhập phường"),
    ]);
  });

  it("changes from one meeting's page, after one look at what and whom it touches", async () => {
    const { id, all } = await planned();
    const ha = await reporter(db);
    const [, april, july] = all;
    await invite(db, { id: july?.id ?? "" }, [ha.id], signed(), { despite: "Thử" });
    const form = {
      ...{ kind: "press_conference", cadence: "periodic", subject: "Họp báo quý" },
      ...{ startsAt: "2027-04-01T09:00", endsAt: "2027-04-01T10:30", zone: "Asia/Ho_Chi_Minh" },
      ...{ venue: "Nhà văn hóa", chair: "Nguyễn Văn An", scope: "following" },
      ...{ edition: String(april?.edition), reason: "Đổi hội trường" },
    };
    const path = paths.desk.meetingEdit({ id: april?.id ?? "" });
    const noReason = await visit(path, { as: lan, form: { ...form, reason: "" } });
    const asked = await visit(path, { as: lan, form });
    const html = await asked.clone().text();
    const said = /name="said" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const untouched = await meetingsOfSeries(db, id);
    const done = await visit(path, { as: lan, form: { ...form, said } });

    expect(noReason.status).toBe(400);
    expect(await textOf(asked)).toContain("Lưu 3 cuộc và gửi 1 thư");
    expect(untouched.map(({ venue }) => venue)).toEqual(Array(4).fill("Hội trường A"));
    expect(done.headers.get("Location")).toBe(`/desk/series/${id}`);
    const after = await meetingsOfSeries(db, id);
    expect(after.map(({ venue }) => venue)).toEqual([
      "Hội trường A",
      ...Array(3).fill("Nhà văn hóa"),
    ]);
    expect(after[2]?.startsAt).toBe("2027-07-01T02:00:00.000Z");
    expect(await lettersOf(db, july?.id ?? "")).toHaveLength(2);
  });

  it("asks again when the form was changed after the look", async () => {
    const { id, all } = await planned();
    const form = {
      ...{ kind: "press_conference", cadence: "periodic", subject: "Họp báo quý" },
      ...{ startsAt: "2027-01-07T08:30", endsAt: "2027-01-07T10:00", zone: "Asia/Ho_Chi_Minh" },
      ...{ venue: "B", chair: "Nguyễn Văn An", scope: "all", edition: String(all[0]?.edition) },
    };
    const path = paths.desk.meetingEdit({ id: all[0]?.id ?? "" });
    const html = await (await visit(path, { as: lan, form })).text();
    const said = /name="said" value="([^"]+)"/.exec(html)?.[1] ?? "";
    await visit(path, { as: lan, form: { ...form, venue: "C", said } });

    expect((await meetingsOfSeries(db, id)).map(({ venue }) => venue)).toEqual(
      Array(4).fill("Hội trường A"),
    );
  });

  it("is nobody else's: not a sister commune's, not another province's", async () => {
    const { id, all } = await planned();
    const others = [
      await officerOf(db, await committee(db, "30292"), "Sáu"),
      await officerOf(db, await committee(db, "46"), "Huệ"),
    ];
    for (const as of others)
      for (const [path, form] of [
        [paths.desk.series({ id }), undefined],
        [paths.desk.seriesAnnouncement({ id }), { ok: "1" }],
        [paths.desk.seriesCancellation({ id }), { reason: "Ghét" }],
        [paths.desk.meetingEdit({ id: all[0]?.id ?? "" }), { scope: "all" }],
        [paths.desk.seriesNew({ ...RULE, agency: ward.id }), { ...FILLED }],
      ] as const) {
        expect((await visit(path, { as })).status, path).toBe(404);
        if (form) expect((await visit(path, { as, form })).status, path).toBe(404);
      }
    expect((await meetingsOfSeries(db, id)).every(({ cancelledAt }) => !cancelledAt)).toBe(true);
    const list = await textOf(await visit(paths.desk.seriesList(), { as: others[0] }));
    expect(list).not.toContain("Họp báo quý");
  });
});
