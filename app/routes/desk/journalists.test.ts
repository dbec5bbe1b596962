import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";

const ha = {
  name: "Nguyễn Thị Thu Hà",
  email: "ha@bao.test",
  phone: "",
  language: "vi",
  outletId: "",
  beats: ["health", "environment"],
  pressCardNo: "",
  pressCardUntilDay: "",
  introLetterNo: "20/GGT",
  introLetterUntilDay: "2027-03-31",
  consentDay: "2026-08-20",
  consentBasis: "Phiếu đăng ký",
};

const lan = async () => officerOf(db, await committee(db));
const hue = async () => officerOf(db, await committee(db, "46"), "Huế");
const admin = async () => {
  const account = await lan();
  await db
    .updateTable("account")
    .set({ role: "administrator", agencyId: null })
    .where("id", "=", account.id)
    .execute();
  return account;
};

describe("the journalists of a province", () => {
  it("are shown to its officers with what they can show, and to no other province's", async () => {
    await committee(db);
    await reporter(db, { name: "Lê An", pressCardUntilDay: "2026-03-31" });
    await reporter(db, { name: "Lê Bình", pressCardNo: null });
    await reporter(db, { name: "Lê Chi", unsubscribedAt: "2026-08-01T00:00:00.000Z" });
    const theirs = await textOf(await visit(paths.desk.journalists(), { as: await lan() }));
    const others = await textOf(await visit(paths.desk.journalists(), { as: await hue() }));

    expect(theirs).toMatch(/Lê An .*Thẻ, giấy đã hết hạn.*Lê Bình .*Chưa ghi thẻ, giấy/);
    expect(theirs).toMatch(/Lê Chi .*Đã ngừng nhận thư mời/);
    expect(others).toContain("Sổ chưa ghi nhà báo nào");
    expect(others).not.toContain("Lê An");
  });

  it("are narrowed by the address, without marks", async () => {
    await committee(db);
    await reporter(db, { name: "Trần Đạt", language: "en" });
    await reporter(db, { name: "Lê Bình" });
    const officer = await lan();
    const found = async (query: string) =>
      textOf(await visit(`${paths.desk.journalists()}?${query}`, { as: officer }));

    expect(await found("q=dat")).toMatch(/1 nhà báo .*Trần Đạt/);
    expect(await found("language=vi")).not.toContain("Trần Đạt");
    expect(await found("beat=health")).toContain("Không có nhà báo nào khớp với điều kiện lọc");
    expect(await found("beat=nonsense&page=-4&list=x%00&outlet=%27--&language=xx")).toMatch(
      /nhà báo/,
    );
  });

  it("are chosen province by province by an administrator", async () => {
    await committee(db);
    await committee(db, "46");
    await reporter(db, { name: "Lê An" });
    await reporter(db, { name: "Lê Huế", provinceId: "2025-46" });
    const officer = await admin();
    const seen = async (province?: string) =>
      textOf(await visit(paths.desk.journalists({ province }), { as: officer }));

    expect(await seen()).toMatch(/Lê An .*Lê Huế/);
    expect(await seen("2025-46")).not.toContain("Lê An");
    expect(await seen("nowhere")).toContain("0 nhà báo");
  });

  it("keep their tokens to themselves", async () => {
    await committee(db);
    const { id, token } = await reporter(db);
    const officer = await lan();
    const pages = [paths.desk.journalists(), paths.desk.journalist({ id })];
    for (const path of pages)
      expect(await (await visit(path, { as: officer })).text()).not.toContain(token);
  });
});

describe("listing a journalist", () => {
  it("takes a letter of introduction alone", async () => {
    const officer = await lan();
    const response = await visit(paths.desk.journalistNew(), { as: officer, form: ha });

    expect(response.status).toBe(302);
    const [row] = await db.selectFrom("journalist").selectAll().execute();
    expect(row).toMatchObject({
      provinceId: "2025-91",
      pressCardNo: null,
      introLetterNo: "20/GGT",
      outletId: null,
      consentAt: "2026-08-19T17:00:00.000Z",
    });
    expect(response.headers.get("Location")).toBe(paths.desk.journalist({ id: row?.id ?? "" }));
    const page = await textOf(await visit(response.headers.get("Location") ?? "", { as: officer }));
    expect(page).toContain("Giấy giới thiệu");
  });

  it.each([
    { what: "consent", change: { consentDay: "" }, says: "Xin điền mục này." },
    {
      what: "consent in the past",
      change: { consentDay: "2026-09-02" },
      says: "Ngày đồng ý không thể ở tương lai.",
    },
    {
      what: "an address on one line",
      change: { email: "ha@bao.test\r\nBcc: x@y.test" },
      says: "Đây chưa phải là một địa chỉ thư điện tử",
    },
    {
      what: "days that exist",
      change: { introLetterUntilDay: "31/02/2027" },
      says: "Không có ngày này.",
    },
    {
      what: "a number with a last day",
      change: { introLetterNo: "" },
      says: "Đã ghi thời hạn thì xin ghi cả số.",
    },
    { what: "known beats", change: { beats: ["gossip"] }, says: "Xin chọn một trong các mục" },
  ])("asks for $what, and keeps what was typed", async ({ change, says }) => {
    const form = { ...ha, ...change };
    const response = await visit(paths.desk.journalistNew(), { as: await lan(), form });
    const html = await response.text();

    expect(response.status).toBe(400);
    expect(html).toContain(says);
    expect(html).toContain("Phiếu đăng ký");
    expect(await db.selectFrom("journalist").selectAll().execute()).toEqual([]);
  });

  it("says that an address is listed already", async () => {
    await committee(db);
    await reporter(db, { email: ha.email });
    const response = await visit(paths.desk.journalistNew(), { as: await lan(), form: ha });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("đã có trong sổ");
  });

  it("asks an administrator for the province first", async () => {
    const officer = await admin();
    const page = await visit(paths.desk.journalistNew(), { as: officer });
    const refused = await visit(paths.desk.journalistNew(), { as: officer, form: ha });
    const path = paths.desk.journalistNew({ province: "2025-91" });
    const taken = await visit(path, { as: officer, form: ha });

    expect(await textOf(page)).toContain("Xin chọn nơi cần làm việc.");
    expect([refused.status, taken.status]).toEqual([404, 302]);
  });
});

describe("changing a journalist", () => {
  it("is for the officers of the province alone", async () => {
    await committee(db);
    const an = await reporter(db, { name: "Lê An" });
    const theirs = await visit(paths.desk.journalist(an), { as: await lan(), form: ha });
    const page = await visit(paths.desk.journalist(an), { as: await hue() });
    const post = await visit(paths.desk.journalist(an), {
      as: await hue(),
      form: { ...ha, name: "Ai" },
    });

    expect([theirs.status, page.status, post.status]).toEqual([302, 404, 404]);
    const [row] = await db.selectFrom("journalist").selectAll().execute();
    expect(row).toMatchObject({ name: ha.name, token: an.token, unsubscribedAt: null });
  });

  it("cannot give back what the journalist stopped", async () => {
    await committee(db);
    const stopped = "2026-08-01T00:00:00.000Z";
    const an = await reporter(db, { unsubscribedAt: stopped });
    const officer = await lan();
    await visit(paths.desk.journalist(an), {
      as: officer,
      form: { ...ha, unsubscribedAt: "" },
    });
    const page = await textOf(await visit(paths.desk.journalist(an), { as: officer }));

    const [row] = await db.selectFrom("journalist").selectAll().execute();
    expect(row?.unsubscribedAt).toBe(stopped);
    expect(page).toContain("tự ngừng nhận thư mời ngày 01/08/2026");
  });
});
