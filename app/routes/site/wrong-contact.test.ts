import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { assigned } from "#app/test/register.ts";

const reports = () => db.selectFrom("contactReport").selectAll().execute();

/** A report as a reader fills it in; each test from an address of its own, since there are limits. */
async function page() {
  const agency = await committee(db);
  const entry = await assigned(db, agency);
  const form = { entry: entry.id, field: "phone", proposal: "0296 3 999 999", note: "Đã gọi" };
  return { agency, entry, form, path: paths.wrongContact(agency) };
}

describe("the form for a wrong contact", () => {
  it("lists the entries of the page, with the one that was meant chosen, without scripts", async () => {
    const { agency, entry } = await page();
    const response = await visit(paths.wrongContact(agency, { entry: entry.id }));
    const html = await response.clone().text();

    expect(await textOf(response)).toContain("Nguyễn Văn An, Chủ tịch UBND phường");
    expect(html).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${entry.id}"`));
    expect(html).not.toContain("window.__remixContext");
  });

  it("is reached from a place by its code", async () => {
    const { path } = await page();
    const response = await visit(paths.areaWrongContact({ code: "30307" }));

    expect(response.headers.get("Location")).toBe(path);
    expect((await visit(paths.areaWrongContact({ code: "99999" }))).status).toBe(404);
    expect((await visit(paths.wrongContact({ id: "nobody" }), { form: {} })).status).toBe(404);
  });

  it("is linked from the place's page, beside what changed there", async () => {
    const { agency } = await page();
    const place = await (await visit("/areas/30307")).text();
    const changes = await textOf(await visit(paths.agencyChanges(agency)));

    expect(place).toContain(paths.wrongContact(agency));
    expect(place).toContain(paths.agencyChanges(agency));
    expect(changes).toContain("Công bố Nguyễn Văn An, người đứng đầu cơ quan, từ 01/07/2025");
  });

  it("keeps what was written and nothing about who wrote it", async () => {
    const { path, form, entry } = await page();
    const sent = await visit(path, { form: { ...form, reporterEmail: " Doc@Gia.VN " } });
    const [report, ...others] = await reports();

    expect(sent.status).toBe(302);
    expect(await textOf(await visit(sent.headers.get("Location") ?? ""))).toContain("Đã nhận.");
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      assignmentId: entry.id,
      field: "phone",
      proposal: "0296 3 999 999",
      note: "Đã gọi",
      reporterEmail: "doc@gia.vn",
      language: "vi",
    });
    expect(JSON.stringify(report)).not.toContain("127.0.0.1");
  });

  it.each([
    ["nothing chosen", { field: "" }, "Xin chọn"],
    ["too much", { proposal: "x".repeat(301) }, "tối đa 300"],
    ["no telephone number", { proposal: "abc" }, "Số điện thoại chỉ gồm"],
    ["no address to write to", { field: "email", proposal: "abc" }, "chưa phải là một địa chỉ thư"],
    ["no address", { reporterEmail: "doc" }, "thư điện tử"],
    ["a program's haste", { website: "http://spam.example" }, "Để trống ô này"],
    ["an entry of nobody", { entry: "someone-else" }, "không còn trên trang này"],
  ])("gives back everything that was typed with %s", async (_, change, says) => {
    const { path, form } = await page();
    const response = await visit(path, { form: { ...form, note: "có giữ lại", ...change } });
    const html = await response.clone().text();

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(html).toContain("có giữ lại");
    if (!("field" in change && change.field === "")) expect(await textOf(response)).toContain(says);
    expect(await reports()).toEqual([]);
  });

  it("takes only so many from one address, and loses nothing that was typed", async () => {
    const { path, form } = await page();
    const answers = [];
    for (let n = 0; n < 8; n++) answers.push(await visit(path, { form }));
    const last = answers.at(-1) as Response;

    expect(last.status).toBe(429);
    expect(await last.text()).toContain("0296 3 999 999");
    expect((await reports()).length).toBeLessThanOrEqual(5);
  });
});
