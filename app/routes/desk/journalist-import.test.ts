import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";

const SHEET = `name,email,outlet,language,press_card_no
Nguyễn Thu Hà,ha@bao.test,Báo Phù Sa,vi,IBT-1
Anna Keller,anna@daily.test,Mekong Daily,en,
`;

const lan = async () => officerOf(db, await committee(db));
const rows = () => db.selectFrom("journalist").selectAll().orderBy("name").execute();
const send = async (fields: Record<string, string | File>, as?: { id: string }) => {
  const form = new FormData();
  const all = { list: "Thường trú", consentBasis: "Phiếu đăng ký năm 2026", ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return visit(paths.desk.journalistImport(), { as: as ?? (await lan()), form });
};

describe("importing journalists at the desk", () => {
  it("checks first and takes nothing in", async () => {
    const response = await send({ pasted: SHEET, step: "check" });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(page).toContain("Tệp không có lỗi.");
    expect(page).toContain("2 người mới");
    expect(page).toContain("Ghi 2 dòng vào sổ");
    expect(page).toContain("Nguyễn Thu Hà,ha@bao.test"); // the sheet stands in the box
    expect(await rows()).toEqual([]);
  });

  it("takes everybody in when told so, with the consent that was named", async () => {
    const response = await send({ pasted: SHEET, step: "import" });
    const list = await db.selectFrom("pressList").selectAll().executeTakeFirstOrThrow();

    expect(response.headers.get("Location")).toBe(paths.desk.pressList(list));
    expect(await rows()).toMatchObject([
      { name: "Anna Keller", language: "en", consentBasis: "Phiếu đăng ký năm 2026" },
      { name: "Nguyễn Thu Hà", language: "vi", pressCardNo: "IBT-1" },
    ]);
  });

  it("reads a file, in Windows-1258 with semicolons too", async () => {
    const latin = [..."họ tên;email\nLê Minh;minh@bao.test\n"].map(
      (letter) => ({ ọ: [0x6f, 0xf2], ê: [0xea] })[letter] ?? [letter.charCodeAt(0)],
    );
    const file = new File([Uint8Array.from(latin.flat())], "nhabao.csv", { type: "text/csv" });
    const response = await send({ file, pasted: "", step: "import" });

    expect(response.status).toBe(302);
    expect(await rows()).toMatchObject([{ name: "Lê Minh" }]);
  });

  it("names what is wrong by line and takes nobody in, even when told to", async () => {
    const pasted = `${SHEET}Lê Minh,khong-phai-thu,,vi,\n,Ha@bao.test,,fr,\n`;
    const response = await send({ pasted, step: "import" });
    const page = await textOf(response);

    expect(response.status).toBe(400);
    expect(page).toContain("Có 4 chỗ cần sửa. Chưa có gì được ghi vào sổ.");
    expect(page).toMatch(/4 Thư điện tử \(email\) Đây chưa phải là một địa chỉ thư điện tử/);
    expect(page).toMatch(/5 Họ và tên \(name\) Xin điền mục này\./);
    expect(page).toMatch(/5 Thư điện tử \(email\) Trùng địa chỉ thư điện tử với dòng 2\./);
    expect(await rows()).toEqual([]);
  });

  it("asks how the people agreed before anybody is listed", async () => {
    const response = await send({ pasted: SHEET, step: "import", consentBasis: " " });

    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain("Xin điền mục này.");
    expect(await rows()).toEqual([]);
  });

  it.each([
    { what: "nothing", pasted: "", says: "Tệp trống" },
    { what: "ten megabytes", pasted: "x".repeat(10 * 1024 * 1024), says: "Tệp quá lớn" },
    { what: "no heading", pasted: "An,an@bao.test\n", says: "chưa nhận ra cột nào" },
    {
      what: "no column of addresses",
      pasted: "name\nAn\n",
      says: "Thư điện tử (email) Thiếu cột này.",
    },
  ])("says so when there is $what", async ({ pasted, says }) => {
    const response = await send({ pasted, step: "check" });

    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain(says);
  });

  it("shows a sheet's mark-up as text", async () => {
    const pasted = "name,email,<script>alert(1)</script>\n<b>An</b>,x,\n";
    const html = await (await send({ pasted, step: "check" })).text();

    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("Các cột không dùng đến: &lt;script&gt;");
  });

  it("writes into the books of the officer's own province", async () => {
    const hue = await officerOf(db, await committee(db, "46"), "Huế");
    await send({ pasted: SHEET, step: "import" }, hue);

    expect(new Set((await rows()).map(({ provinceId }) => provinceId))).toEqual(
      new Set(["2025-46"]),
    );
  });
});
