import { beforeEach, describe, expect, it } from "vitest";
import { closeAgency } from "#app/domain/closings/closing.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, byLan, decided, delegated, written } from "#app/test/register.ts";

const longXuyen = { era: "2025", code: "30307" } as const;

beforeEach(() => aroundLongXuyen(db));

const read = async (path: string) => textOf(await visit(path));

describe("the page of a unit", () => {
  it("shows the one to ask first, with the reason, then the others who may speak", async () => {
    const agency = await committee(db);
    await assigned(db, agency, decided({ decisionNo: "412/QĐ-UBND" }));
    const bảo = { name: "Trần Quốc Bảo", capacity: "regular", decisionNo: "87/QĐ-UBND" } as const;
    await assigned(db, agency, decided({ ...bảo, phone: "0296 3 000 307" }));
    await delegated(db, agency, written());
    const response = await visit(paths.area(longXuyen));
    const html = await response.clone().text();
    const page = await textOf(response);

    expect(page).toMatch(/Trần Quốc Bảo.*Liên hệ trước tiên.*Những người khác.*Nguyễn Văn An/);
    expect(page).toContain(
      "Được giao nhiệm vụ phát ngôn thường xuyên theo Quyết định số 87/QĐ-UBND",
    );
    expect(page).toContain("Trần Thị Cúc");
    expect(page).toContain("Sạt lở bờ sông");
    expect(page).toContain("08:00 01/09/2026 – 17:00 01/09/2026");
    expect(html).toContain('href="tel:02963000307"');
    expect(html).toContain('href="mailto:an@angiang.gov.vn"');
    expect(html).toContain("https://press.test/areas/30307?on=2026-09-01");
    expect(html).toContain(`href="${paths.api.area("30307")}"`);
  });

  it("answers as of another day, and says so", async () => {
    const agency = await committee(db);
    await assigned(db, agency, decided({ untilDay: "2026-03-15" }));
    await assigned(db, agency, decided({ name: "Nguyễn Thị Thu Hà", fromDay: "2026-03-16" }));
    const page = await read(paths.area(longXuyen, "2026-03-15"));

    expect(page).toContain("Trả lời cho thời điểm Chủ Nhật, 15/03/2026");
    expect(page).toContain("Nguyễn Văn An");
    expect(page).not.toContain("Nguyễn Thị Thu Hà");
  });

  it("says that nobody is on record, who speaks by law, and whom to ask", async () => {
    await assigned(db, await committee(db, "91"), decided({ name: "Đặng Thị Ngọc Lan" }));
    const page = await read(paths.area(longXuyen));

    expect(page).toContain("Chưa có người phát ngôn trong sổ");
    expect(page).toContain("Chủ tịch Ủy ban nhân dân phường Long Xuyên");
    expect(page).toMatch(/Ủy ban nhân dân tỉnh An Giang: .*Đặng Thị Ngọc Lan/);
  });

  it("is honest about a day before the unit existed", async () => {
    await assigned(db, await committee(db));
    const page = await read(paths.area(longXuyen, "2025-03-01"));

    expect(page).toContain("Ngày 01/03/2025 chưa có đơn vị này");
    expect(page).not.toContain("Nguyễn Văn An");
  });

  it("leads from a day before the unit to what was there: its namesake, or what it was formed from", async () => {
    const html = async (code: string) =>
      (await visit(paths.area({ era: "2025", code }, "2025-03-01"))).text();

    const ward = await html("30307");
    const commune = await html("30346");
    const province = await html("91");
    expect(ward).toContain("/former-areas/thanh-pho-long-xuyen-an-giang?on=2025-03-01");
    expect(commune).toContain("/former-areas/30358?on=2025-03-01");
    expect(province).toContain("/former-areas/tinh-an-giang?on=2025-03-01");
    expect(await html("75")).toContain("chưa có đơn vị này");
    expect(await read(paths.area(longXuyen))).not.toContain("Khi đó ở đây là");
  });

  it("keeps a day that is none to be corrected, and answers for today meanwhile", async () => {
    await assigned(db, await committee(db));
    const response = await visit(paths.area(longXuyen, "31/02/2026"));
    const html = await response.text();

    expect(response.status).toBe(400);
    expect(html).toContain("Không có ngày này");
    expect(html).toContain('value="31/02/2026"');
    expect(html).toContain("Nguyễn Văn An");
  });

  it("tells what it was formed from, and what it was called", async () => {
    expect(await read(paths.area(longXuyen))).toMatch(
      /Được lập từ .*Thành phố Long Xuyên .*Phường Mỹ Bình/,
    );
    const dongNai = paths.area({ era: "2025", code: "75" });
    expect(await read(dongNai)).toContain("Tỉnh Đồng Nai, đến hết ngày 29/04/2026");
    expect(await read(`${dongNai}?on=2026-03-01`)).toMatch(/Mã 75 Tỉnh Đồng Nai Ai phát ngôn/);
  });

  it("lists the press meetings to come, none that is cancelled or a draft", async () => {
    const agency = await committee(db);
    await briefing(db, agency);
    await briefing(db, agency, { subject: "Đã hủy", cancelledAt: "2026-08-30T01:00:00.000Z" });
    await briefing(db, agency, { subject: "Bản nháp", announcedAt: null });
    await briefing(db, await committee(db, "30292"), { subject: "Nơi khác" });
    const page = await read(paths.area(longXuyen));

    expect(page).toContain("Họp báo tháng 9");
    for (const other of ["Đã hủy", "Bản nháp", "Nơi khác"]) expect(page).not.toContain(other);
  });

  it("lists the units of a province with whom to ask, and marks those without", async () => {
    await assigned(db, await committee(db), decided({ phone: "0296 3 000 307" }));
    const page = await read(paths.area({ era: "2025", code: "91" }));

    expect(page).toContain("5 đơn vị; 1 đã có người phát ngôn trong sổ, 4 chưa có.");
    expect(page).toMatch(/Phường Long Xuyên Nguyễn Văn An .* 0296 3 000 307/);
    expect(page).toMatch(/Phường Bình Đức Chưa có trong sổ/);
  });

  it("sends the code of a former unit to its own page, and knows no other", async () => {
    const former = await visit("/areas/30280");
    const none = await visit("/areas/99999");

    expect(former.headers.get("Location")).toBe("/former-areas/30280");
    expect(none.status).toBe(404);
  });

  it("takes no post, and says so without the words of the framework", async () => {
    const posted = await visit(paths.area({ era: "2025", code: "30307" }), { form: { a: "b" } });

    expect(posted.status).toBe(405);
    expect(await textOf(posted)).toMatch(/^(?!.*action).*Địa chỉ này không nhận/);
  });

  it("speaks English under /en", async () => {
    await assigned(db, await committee(db));
    const page = await read(`/en${paths.area(longXuyen)}`);

    expect(page).toContain("Long Xuyen Ward");
    expect(page).toContain("Head of the agency. Nobody is assigned as regular spokesperson");
    expect(page).toContain("Long Xuyen City My Binh Ward");
  });
});

describe("a committee that was closed", () => {
  const closed = { era: "2025", code: "30292" } as const;
  const BASIS = "Nghị quyết số 9/NQ-HĐND";
  const close = async (successorIds: string[]) => {
    await assigned(db, await committee(db, "30292"), decided({ name: "Lê Văn Bình" }));
    const details = { successorIds, day: "2026-09-05", basis: BASIS };
    const outcome = await closeAgency(db, { reach: "country" }, { id: "pc-30292" }, details, byLan);
    expect(outcome.ok).toBe(true);
  };
  const api = async (query: string) => (await visit(`/api/v1/areas/30292?${query}`)).json();

  it("leads to the one that took over, by which paper, and to whom to ask there", async () => {
    await assigned(db, await committee(db));
    await assigned(db, await committee(db, "91"), decided({ name: "Đặng Thị Ngọc Lan" }));
    await close(["pc-30307"]);
    const before = await read(paths.area(closed, "2026-09-04"));
    const after = await read(paths.area(closed, "2026-09-05"));
    const found = await read(paths.home({ q: "bình đức an giang", on: "2026-09-05" }));

    expect(before).toContain("Lê Văn Bình");
    expect(before).not.toContain("Cơ quan này không còn");
    for (const page of [after, found]) {
      expect(page).toMatch(
        /không còn từ ngày 05\/09\/2026.*Ủy ban nhân dân phường Long Xuyên.*từ ngày 05\/09\/2026, theo Nghị quyết số 9\/NQ-HĐND.*Nguyễn Văn An/,
      );
      expect(page).not.toContain("Chưa có người phát ngôn trong sổ");
      expect(page).not.toContain("Đặng Thị Ngọc Lan");
    }
  });

  it("is told to other programs with its successors, and not before its day or its books", async () => {
    await assigned(db, await committee(db));
    await close(["pc-30307"]);
    const after = await api("on=2026-09-05");

    expect(after).toMatchObject({ agency: { id: "pc-30292" }, speakers: [], instead: null });
    expect(after.closed).toEqual({
      since: "2026-09-05",
      basis: "Nghị quyết số 9/NQ-HĐND",
      successors: [
        {
          id: "pc-30307",
          name: "Ủy ban nhân dân phường Long Xuyên",
          nameEn: expect.any(String),
          ...{ day: "2026-09-05", basis: BASIS },
          speaker: expect.objectContaining({ name: "Nguyễn Văn An" }),
        },
      ],
    });
    expect((await api("on=2026-09-04")).closed).toBeNull();
    expect((await api("on=2026-09-05&known=2026-08-31")).closed).toBeNull();
  });

  it("leads to the province where nobody took over", async () => {
    await assigned(db, await committee(db, "91"), decided({ name: "Đặng Thị Ngọc Lan" }));
    await close([]);

    expect(await read(paths.area(closed, "2026-09-05"))).toMatch(
      /Không có cơ quan nào được ghi là tiếp nhận.*Đặng Thị Ngọc Lan/,
    );
  });
});

describe("a file that is not there", () => {
  it.each([
    "/provinces/99/spokespersons.csv",
    "/provinces/99/changes.atom",
    "/agencies/x/speakers/y/contact.vcf",
    "/documents/xx/y",
    "/sitemaps/zz.xml",
  ])("says so in a sentence at %s", async (path) => {
    const response = await visit(path);

    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toMatch(/^Không tìm thấy\. .*\.\n$/);
  });

  it("says so in English to its readers", async () => {
    const response = await visit("/en/provinces/99/changes.atom");

    expect(await response.text()).toMatch(/^Not found\. /i);
  });
});

describe("the page of a former unit", () => {
  it("says that it is gone, and who speaks where it went", async () => {
    await assigned(db, await committee(db));
    const page = await read("/former-areas/30280");

    expect(page).toMatch(
      /không còn từ 01\/07\/2025 Phường Mỹ Bình Khi đó thuộc Thành phố Long Xuyên, An Giang/,
    );
    expect(page).toMatch(/Nay là .*Phường Long Xuyên An Giang Nguyễn Văn An/);
  });

  it("names every successor of a divided unit", async () => {
    const page = await read("/former-areas/30358");

    expect(page).toContain("Nay thuộc địa bàn 3 đơn vị");
    expect(page).toMatch(/Xã An Phú An Giang · một phần .*Xã Nhơn Hội .*Xã Phú Hữu/);
  });

  it("is there for districts, other names, and a day on which it still was", async () => {
    const district = await read("/former-areas/thanh-pho-long-xuyen-an-giang");
    const named = await read("/former-areas/30286?on=2025-03-01");

    expect(district).toContain("Nay là");
    expect(named).toContain("Phường Đông Xuyên (Thành phố Long Xuyên)");
    expect(named).toContain("Sổ chưa ghi ai phát ngôn vào ngày này");
  });

  it("is not there for a code that nobody had", async () => {
    expect((await visit("/former-areas/99999")).status).toBe(404);
  });
});

describe("the page about the site", () => {
  it.each([
    {
      path: paths.about(),
      says: ["Dữ liệu mở", "dvhcvn/20250701", "2 tỉnh, thành phố và 5 phường"],
    },
    { path: `/en${paths.about()}`, says: ["Open data", "MIT licence", "no scoring"] },
  ])("tells of the data and its sources at $path", async ({ path, says }) => {
    const page = await read(path);

    for (const words of says) expect(page).toContain(words);
  });
});
