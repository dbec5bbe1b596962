import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

let ward: AgencyOfArea;
let lan: Officer;

beforeEach(async () => {
  ward = await committee(db);
  lan = await officerOf(db, ward);
});

const officerAt = async (code: Parameters<typeof committee>[1], name?: string) =>
  officerOf(db, await committee(db, code), name);
const speaking = async () => (await speakersOf(db, ward, MORNING)).map(({ name }) => name);

describe("importing", () => {
  const path = paths.desk.spokespersonImport();
  const heading =
    "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until";
  const row =
    "30307,Nguyễn Văn An,Chủ tịch,0296 3 852 852,an@ag.gov.vn,head,1/QĐ,30/06/2025,01/07/2025,";
  const good = `${heading}\n${row}`;

  const send = (
    parts: { text?: string; file?: Uint8Array; checked?: string },
    as = lan,
    en = false,
  ) => {
    const form = new FormData();
    form.set("text", parts.text ?? "");
    form.set("file", new File([(parts.file ?? new Uint8Array()) as BlobPart], "so.csv"));
    if (parts.checked) form.set("checked", parts.checked);
    return visit((en ? "/en" : "") + path, { as, form });
  };
  const markIn = async (response: Response) =>
    /name="checked" value="(\w+)"/.exec(await response.clone().text())?.[1];

  it("checks first and enters what was checked", async () => {
    const check = await send({ text: good });
    const mark = await markIn(check);
    const before = await speaking();
    const entered = await send({ text: good.replaceAll("\n", "\r\n"), checked: mark });

    expect(check.status).toBe(200);
    expect(await textOf(check)).toContain("1 dòng đều đúng, chưa ghi gì vào sổ.");
    expect(before).toEqual([]);
    const [whole] = await db.selectFrom("spokespersonImport").selectAll().execute();
    expect(entered.headers.get("Location")).toBe(
      paths.desk.spokespersonImportDone({ id: whole?.id ?? "" }),
    );
    expect(whole).toMatchObject({ rows: 1, importedBy: lan.id, undoneAt: null });
    expect(await speaking()).toEqual(["Nguyễn Văn An"]);
  });

  it("checks again, and enters nothing, when the content is not what was checked", async () => {
    const mark = await markIn(await send({ text: good }));
    const changed = await send({ text: good.replace("Văn An", "Văn Bình"), checked: mark });

    expect(await textOf(changed)).toContain("Nội dung đã khác với lúc kiểm tra");
    expect(await speaking()).toEqual([]);
  });

  it("shows a file's text in the box, whatever its encoding, and enters it from there", async () => {
    const file = Buffer.from(`\uFEFF${good}`, "utf16le");
    const check = await send({ file: new Uint8Array(file) });
    const entered = await send({ text: good, checked: await markIn(check) });

    expect(await check.clone().text()).toContain(`${row}</textarea>`);
    expect(entered.status).toBe(302);
  });

  it("says what is wrong by line and column, in either language, and keeps the text", async () => {
    const bad = good.replace("30/06/2025", "31/02/2025").replace("30307", "19777");
    await committee(db, "19777");
    const vi = await send({ text: bad });
    const en = await send({ text: bad }, lan, true);

    expect(vi.status).toBe(400);
    expect(await vi.clone().text()).toContain("31/02/2025,01/07/2025,</textarea>");
    expect(await textOf(vi)).toMatch(
      /2 điều cần sửa.* 2 cần sửa 19777 .* mã đơn vị hành chính : Cơ quan này không thuộc phạm vi của bạn\. ngày quyết định : Không có ngày này/,
    );
    expect(await textOf(en)).toContain("area code : This agency is not within your reach.");
  });

  it("escapes what it shows", async () => {
    const response = await send({ text: good.replace("Nguyễn Văn An", "<script>x</script>") });
    const html = await response.text();

    expect(html).not.toContain("<script>x");
    expect(html).toContain("&lt;script&gt;x");
  });

  it("answers a paste that is far too large with a sentence, and loses nothing", async () => {
    const huge = `${good}\n${"x".repeat(3 * 1024 * 1024)}`;
    const response = await send({ text: huge });

    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain("Tệp quá lớn: tối đa 2 MB.");
    expect(html).toContain("x".repeat(1000));
  });

  it("asks for a file or a paste when there is neither", async () => {
    const response = await send({});

    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain("Xin chọn một tệp, hoặc dán bảng vào ô.");
  });

  it("keeps a ward's officer to the ward, and lets the province's enter every commune", async () => {
    await committee(db, "30292");
    const other = good.replace("30307", "30292");
    const province = await officerAt("91");
    const byWard = await send({ text: other });
    const byProvince = await send({ text: other }, province);
    const entered = await send({ text: other, checked: await markIn(byProvince) }, province);

    expect(byWard.status).toBe(400);
    expect(byProvince.status).toBe(200);
    expect(entered.headers.get("Location")).toMatch(/^\/desk\/spokespersons\/imports\//);
  });
});
