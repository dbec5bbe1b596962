import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";

const SHEET = `name,email,outlet,language,press_card_no,consent_date,consent_basis
Nguyễn Thu Hà,ha@bao.test,Báo Phù Sa,vi,IBT-1,05/01/2026,Phiếu đăng ký năm 2026
Anna Keller,anna@daily.test,Mekong Daily,en,,,
`;

const lan = async () => officerOf(db, await committee(db));
const rows = () => db.selectFrom("journalist").selectAll().orderBy("name").execute();
const send = async (fields: Record<string, string | File>, as?: { id: string }) => {
  const form = new FormData();
  const all = { list: "Thường trú", ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return visit(paths.desk.journalistImport(), { as: as ?? (await lan()), form });
};

/** Checks a sheet and then presses the button that enters what was checked. */
const enter = async (fields: Record<string, string | File>, as?: { id: string }) => {
  const html = await (await send(fields, as)).text();
  const checked = /name="checked" value="(\w+)"/.exec(html)?.[1] ?? "no button";
  return send({ ...fields, checked }, as);
};

describe("importing journalists at the desk", () => {
  it("checks first and takes nothing in", async () => {
    const response = await send({ text: SHEET });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(page).toContain("Tệp không có lỗi.");
    expect(page).toContain("2 người mới");
    expect(page).toContain("1 người chưa có sự đồng ý (ghi vào sổ nhưng không được mời)");
    expect(page).toContain("Ghi 2 dòng vào sổ");
    expect(page).toContain("Nguyễn Thu Hà,ha@bao.test"); // the sheet stands in the box
    expect(await rows()).toEqual([]);
  });

  it("takes everybody in when told so, with the consent that each row shows", async () => {
    const response = await enter({ text: SHEET });
    const list = await db.selectFrom("pressList").selectAll().executeTakeFirstOrThrow();

    expect(response.headers.get("Location")).toBe(paths.desk.pressList(list));
    expect(await rows()).toMatchObject([
      { name: "Anna Keller", language: "en", consentBasis: "" },
      { name: "Nguyễn Thu Hà", consentBasis: "Phiếu đăng ký năm 2026", awaitsConsentSince: null },
    ]);
  });

  it("reads a file, in Windows-1258 with semicolons too", async () => {
    const latin = [..."họ tên;email\nLê Minh;minh@bao.test\n"].map(
      (letter) => ({ ọ: [0x6f, 0xf2], ê: [0xea] })[letter] ?? [letter.charCodeAt(0)],
    );
    const file = new File([Uint8Array.from(latin.flat())], "nhabao.csv", { type: "text/csv" });
    const response = await enter({ file, text: "" });

    expect(response.status).toBe(302);
    expect(await rows()).toMatchObject([{ name: "Lê Minh" }]);
  });

  it("names what is wrong by line and takes nobody in, even when told to", async () => {
    const text = `${SHEET}Lê Minh,khong-phai-thu,,vi,\n,Ha@bao.test,,fr,\n`;
    const response = await enter({ text });
    const page = await textOf(response);

    expect(response.status).toBe(400);
    expect(page).toContain("4 điều cần sửa. Chưa ghi gì vào sổ.");
    expect(page).toMatch(/4 Thư điện tử Đây chưa phải là một địa chỉ thư điện tử/);
    expect(page).toMatch(/5 Họ và tên Xin điền mục này\./);
    expect(page).toMatch(/5 Thư điện tử Trùng địa chỉ thư điện tử với dòng 2\./);
    expect(await rows()).toEqual([]);
  });

  it("enters only what was checked", async () => {
    const html = await (await send({ text: SHEET })).text();
    const checked = /name="checked" value="(\w+)"/.exec(html)?.[1] ?? "";
    const response = await send({ text: `${SHEET}Lê Minh,minh@bao.test,,vi,\n`, checked });

    expect(await textOf(response)).toContain("Nội dung đã khác với lúc kiểm tra");
    expect(await rows()).toEqual([]);
  });

  it.each([
    { what: "nothing", text: "", says: "Xin chọn một tệp" },
    { what: "ten megabytes", text: "x".repeat(10 * 1024 * 1024), says: "Tệp quá lớn" },
    { what: "no heading", text: "An,an@bao.test\n", says: "chưa nhận ra cột nào" },
    {
      what: "no column of addresses",
      text: "name\nAn\n",
      says: "Thư điện tử Thiếu cột này.",
    },
  ])("says so when there is $what", async ({ text, says }) => {
    const response = await send({ text });

    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain(says);
  });

  it("shows a sheet's mark-up as text", async () => {
    const text = "name,email,<script>alert(1)</script>\n<b>An</b>,x,\n";
    const html = await (await send({ text })).text();

    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("Không dùng đến các cột: &lt;script&gt;");
  });

  it("writes into the books of the officer's own province", async () => {
    const hue = await officerOf(db, await committee(db, "46"), "Huế");
    await enter({ text: SHEET }, hue);

    expect(new Set((await rows()).map(({ provinceId }) => provinceId))).toEqual(
      new Set(["2025-46"]),
    );
  });
});
