import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { popoloProblems } from "#app/test/popolo.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";

const LIST = "/provinces/91/spokespersons";
const FIVE_WORDS = "Phan Công Nghĩa Trung Hiếu";
const LONG_POSITION =
  "Phó Giám đốc phụ trách Trung tâm Phục vụ hành chính công đặc khu Hoàng Sa kiêm Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân";

beforeEach(async () => {
  await aroundLongXuyen(db);
  const longXuyen = await committee(db);
  await assigned(db, longXuyen, decided({ name: FIVE_WORDS, position: LONG_POSITION }));
  await delegated(db, longXuyen, written());
  await db
    .insertInto("agency")
    .values({
      ...{ id: "so-y-te", areaId: "2025-91", kind: "department" },
      ...{ name: "Sở Y tế tỉnh An Giang", nameEn: "An Giang Department of Health" },
    })
    .execute();
  const health = decided({ name: "Đỗ Thị Ánh", capacity: "regular", fromDay: "2026-07-10" });
  await assigned(db, { id: "so-y-te" }, { ...health, phone: "+84 296 3 999 111" });
});

describe("the public list of a province", () => {
  it("names everybody who may speak, how to reach them, since when and by what", async () => {
    const response = await visit(LIST);

    const text = await textOf(response);
    expect(response.status).toBe(200);
    for (const said of [
      "Danh sách người phát ngôn tỉnh An Giang",
      "khoản 3 Điều 3 Nghị định số 244/2026/NĐ-CP",
      "Tính đến 08:00 01/09/2026",
      "7 cơ quan: 2 đã có người phát ngôn, 5 chưa có",
      "Cập nhật lần cuối : 08:00 01/09/2026",
      FIVE_WORDS,
      LONG_POSITION,
      "0296 3 852 852",
      "10/07/2026 Quyết định số 118/QĐ-UBND ngày 30/06/2025",
      "Chỉ về việc “Sạt lở bờ sông”",
      "đến 17:00 01/09/2026",
    ])
      expect(text).toContain(said);
    expect(text.indexOf("Ủy ban nhân dân tỉnh An Giang")).toBeLessThan(text.indexOf("Sở Y tế"));
    expect(text.indexOf("Sở Y tế")).toBeLessThan(text.indexOf("phường Bình Đức"));
  });

  it("is complete in English", async () => {
    const text = await textOf(await visit(`/en${LIST}?state=missing`));

    expect(text).toContain("Spokespersons of An Giang Province");
    expect(text).toContain("Showing 5 of 7 agencies.");
    expect(text).toContain("Nobody on record");
    expect(text).not.toContain(FIVE_WORDS);
  });

  it("keeps what was asked in its links: order, day, files", async () => {
    const html = await (await visit(`${LIST}?q=anh&kind=department&on=2026-08-01`)).text();

    const asked = "q=anh&amp;kind=department";
    expect(html).toContain(`href="${LIST}.csv?${asked}&amp;on=2026-08-01"`);
    expect(html).toContain(`href="${LIST}?${asked}&amp;sort=since&amp;on=2026-08-01"`);
    expect(html).toContain(`<link rel="canonical" href="https://press.test${LIST}"`);
    expect(html).toContain(`hrefLang="en" href="https://press.test/en${LIST}"`);
  });

  it("says that nothing matches, and refuses a day that does not exist", async () => {
    const nothing = await textOf(await visit(`${LIST}?q=atlantis`));
    const noDay = await visit(`${LIST}?on=31/02/2026`);

    expect(nothing).toContain("Không có cơ quan nào khớp");
    expect(noDay.status).toBe(400);
    expect(await textOf(noDay)).toContain("Không có ngày này");
  });

  it.each(["/provinces/30307/spokespersons", "/provinces/99/spokespersons.csv"])(
    "there is none at %s",
    async (path) => {
      expect((await visit(path)).status).toBe(404);
    },
  );

  it("tells search engines who speaks, whatever a name is made of", async () => {
    const name = "</script><script>alert(1)</script>";
    await assigned(db, await committee(db, "30292"), decided({ name, position: "a & b" }));
    const html = await (await visit(LIST)).text();

    const [, block = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const { itemListElement } = JSON.parse(block);
    const items = itemListElement.map(({ item }: { item: unknown }) => item);
    expect(html).not.toContain("<script>alert");
    expect(items).toHaveLength(7);
    expect(items).toContainEqual(
      expect.objectContaining({
        "@type": "GovernmentOrganization",
        name: "Ủy ban nhân dân phường Bình Đức",
        employee: [{ "@type": "Person", name, jobTitle: "a & b" }],
      }),
    );
  });

  it("is linked from the home page, the province's page and every footer", async () => {
    const home = await (await visit("/")).text();
    const area = await (await visit("/areas/30307?on=2026-08-01")).text();
    const all = await (await visit("/provinces")).text();

    expect(home.match(/href="\/provinces"/g)).toHaveLength(2);
    expect(area).toContain(`href="${LIST}?on=2026-08-01"`);
    expect(all).toContain(`href="${LIST}"`);
  });
});

describe("the list as files", () => {
  const get = (form: string, query = "", headers?: Record<string, string>) =>
    visit(`${LIST}.${form}${query}`, { headers });

  it.each([
    { form: "csv", type: "text/csv; charset=utf-8; header=present" },
    { form: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { form: "json", type: "application/json; charset=utf-8" },
    { form: "popolo.json", type: "application/json; charset=utf-8" },
  ])("$form has a name that speaks, and is not sent twice until it changes", async (file) => {
    const first = await get(file.form);
    const tag = first.headers.get("ETag") ?? "";
    const again = await get(file.form, "", { "If-None-Match": `"other", ${tag}` });
    await assigned(db, await committee(db, "30292"));
    const changed = await get(file.form, "", { "If-None-Match": tag });

    expect(first.headers.get("Content-Type")).toBe(file.type);
    expect(first.headers.get("Content-Disposition")).toBe(
      `attachment; filename="nguoi-phat-ngon-an-giang-2026-09-01.${file.form}"`,
    );
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(changed.status).toBe(200);
  });

  it.each(["csv", "xlsx", "json", "popolo.json"])("%s refuses a day that is none", async (form) => {
    const response = await get(form, "?on=31/02/2026");

    expect([response.status, await response.text()]).toEqual([
      400,
      "Không có ngày này (tham số on). Xin viết như 2026-03-01.",
    ]);
  });

  it.each(["csv", "xlsx", "json", "popolo.json"])(
    "%s refuses a filter that there is not",
    async (form) => {
      const kind = await get(form, "?kind=commune");
      const both = await get(form, "?state=gone&sort=size");
      const none = await get(form, "?kind=&state=missing&sort=name");

      expect([kind.status, await kind.text()]).toEqual([
        400,
        "Không có giá trị “commune” cho tham số kind. Xin chọn: province_committee, department, inspectorate, vertical, sub_department, commune_committee.",
      ]);
      expect(both.status).toBe(400);
      expect(await both.text()).toBe(
        "Không có giá trị “gone” cho tham số state. Xin chọn: missing, unconfirmed.\nKhông có giá trị “size” cho tham số sort. Xin chọn: agency, name, since.",
      );
      expect(none.status).toBe(200);
    },
  );

  it("the page says which filter it does not know, and shows all", async () => {
    const odd = await visit(`${LIST}?state=gone`);
    const plain = await textOf(await visit(LIST));

    const text = await textOf(odd);
    expect(odd.status).toBe(200);
    expect(text).toContain("Không có giá trị “gone” cho tham số state");
    expect(text).toContain("Đỗ Thị Ánh");
    expect(plain).not.toContain("cho tham số");
  });

  it("CSV begins with the mark of UTF-8 and is split as Excel splits in its language", async () => {
    const vi = new Uint8Array(await (await get("csv", "?kind=department")).arrayBuffer());
    const en = await (await visit(`/en${LIST}.csv?kind=department`)).text();

    expect([...vi.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const read = { bom: true, columns: true, record_delimiter: "\r\n" };
    expect(parse(Buffer.from(vi), { ...read, delimiter: ";" })).toMatchObject([
      {
        TT: "1",
        "Cơ quan": "Sở Y tế tỉnh An Giang",
        "Họ và tên": "Đỗ Thị Ánh",
        "Từ ngày": "2026-07-10",
        "Tình trạng": "Đã công bố",
      },
    ]);
    expect(parse(en, read)).toMatchObject([{ Agency: "An Giang Department of Health" }]);
  });

  it.each(["=1+1", "+84 296", "-2", "@SUM(A1)", '"=1+1', "\t=1", "＝1+1"])(
    "CSV lets no cell run: %j",
    async (position) => {
      await db
        .updateTable("assignment")
        .set({ position })
        .where("agencyId", "=", "so-y-te")
        .execute();
      const csv = await (await get("csv", "?kind=department")).text();

      const read = { bom: true, columns: true, delimiter: ";" } as const;
      const [row] = parse(csv, read) as Record<string, string>[];
      expect(row?.["Chức vụ"]).toBe(`'${position}`);
      expect(row?.["Điện thoại"]).toBe("'+84 296 3 999 111");
    },
  );

  it("the workbook has days for days, text for numbers to dial, and a head that stays", async () => {
    const bytes = new Uint8Array(await (await get("xlsx")).arrayBuffer());
    const [sheet] = await readExcelFile(Buffer.from(bytes));
    const [heads, ...rows] = sheet?.data ?? [];
    const health = rows.find((row) => row[1] === "Sở Y tế tỉnh An Giang") ?? [];
    const cell = (head: string) => health[heads?.indexOf(head) ?? -1];
    const [, xml] =
      Object.entries(unzipSync(bytes)).find(([name]) => /sheet1\.xml$/.test(name)) ?? [];

    expect(sheet?.sheet).toBe("Người phát ngôn");
    expect(rows).toHaveLength(8);
    expect(cell("Từ ngày")).toEqual(new Date("2026-07-10"));
    expect(cell("Điện thoại")).toBe("+84 296 3 999 111");
    expect(cell("Đến ngày")).toBeNull();
    expect(strFromU8(xml ?? new Uint8Array())).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it("JSON tells programs the same, with the hours of a delegation", async () => {
    const { province, on, updatedAt, agencies } = await (await get("json", "?q=long+xuyen")).json();

    expect(province).toMatchObject({ code: "91", fullName: "Tỉnh An Giang" });
    expect([on, updatedAt]).toEqual(["2026-09-01T01:00:00.000Z", "2026-09-01T01:00:00.000Z"]);
    expect(agencies).toMatchObject([
      {
        id: "pc-30307",
        kind: "commune_committee",
        status: "designated",
        speakers: [
          { name: FIVE_WORDS, capacity: "head", recommended: true, from: "2025-07-01" },
          { capacity: "authorised", until: "2026-09-01T10:00:00.000Z", recommended: false },
        ],
      },
    ]);
  });

  it("Popolo holds to its schemas, and every id leads somewhere", async () => {
    const document = await (await get("popolo.json")).json();
    const english = await (await visit(`/en${LIST}.popolo.json?kind=commune_committee`)).json();

    expect(popoloProblems(document)).toEqual([]);
    expect(document.persons).toContainEqual({
      id: expect.any(String),
      name: FIVE_WORDS,
      sort_name: "Hiếu, Phan Công Nghĩa Trung",
    });
    expect(document.memberships).toContainEqual(
      expect.objectContaining({
        post_id: "pc-30307-authorised",
        start_date: "2026-09-01",
        end_date: "2026-09-01",
      }),
    );
    expect(english.organizations).toHaveLength(5);
  });

  it("Popolo ends a delegation with its last day, though its last moment is the next one's first", async () => {
    const until = { documentNo: "26/UQ", matter: "Cháy chợ", untilAt: "2026-09-05T17:00:00.000Z" };
    await delegated(db, { id: "pc-30307" }, written(until));
    const document = await (await get("popolo.json")).json();

    expect(popoloProblems(document)).toEqual([]);
    expect(document.memberships).toContainEqual(
      expect.objectContaining({ post_id: "pc-30307-authorised", end_date: "2026-09-05" }),
    );
  });

  it("its schemas would find a mistake", async () => {
    const document = await (await get("popolo.json")).json();
    document.persons[0].nickname = "An";
    document.memberships[0].start_date = "01/07/2025";
    document.memberships[0].contact_details[0].value = undefined;
    document.memberships[1].updated_at = "yesterday";
    document.organizations[0].links[0].url = "no address";
    document.posts[0].organization_id = "pc-00000";

    expect(popoloProblems(document)).toHaveLength(6);
  });
});
