import { describe, expect, it } from "vitest";
import { createList } from "#app/domain/press/press-lists.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

const lan = async () => officerOf(db, await committee(db));
const hue = async () => officerOf(db, await committee(db, "46"), "Huế");
const listOf = async (name = "Thường trú", provinceId = "2025-91") => {
  await committee(db);
  const signed = { by: { id: "lan", name: "Lan" }, at: MORNING };
  const created = await createList(db, provinceId, name, signed);
  return { id: created.ok ? created.id : "" };
};
const members = async () =>
  (await db.selectFrom("pressListMember").select("journalistId").execute()).map(
    ({ journalistId }) => journalistId,
  );

describe("lists of journalists", () => {
  it("are begun once under a name, and filled at once", async () => {
    const officer = await lan();
    const form = { name: " Môi trường " };
    const first = await visit(paths.desk.pressLists(), { as: officer, form });
    const second = await visit(paths.desk.pressLists(), { as: officer, form });

    expect(first.headers.get("Location")).toMatch(/\/desk\/press-lists\/[\w-]+\/members$/);
    expect(second.status).toBe(409);
    expect(await textOf(second)).toContain("Đã có danh sách mang tên này.");
  });

  it("take whoever is ticked, of their own province only", async () => {
    const list = await listOf();
    const an = await reporter(db, { name: "Lê An" });
    const binh = await reporter(db, { name: "Lê Bình" });
    await committee(db, "46");
    const stranger = await reporter(db, { name: "Lê Huế", provinceId: "2025-46" });
    const form = { journalist: [an.id, an.id, stranger.id, "nobody"] };
    const officer = await lan();
    await visit(paths.desk.pressListMembers(list), { as: officer, form });
    const page = await textOf(await visit(paths.desk.pressListMembers(list), { as: officer }));

    expect(await members()).toEqual([an.id]);
    expect(page).toMatch(/Đã có trong danh sách Lê An/);
    expect(page).toMatch(new RegExp(`Chọn ${binh.name}`));
    expect(page).not.toContain("Lê Huế");
  });

  it("take everybody whom a filter finds", async () => {
    const list = await listOf();
    const wanted = await Promise.all(
      Array.from({ length: 60 }, (_, i) => reporter(db, { name: `Lê An ${i}`, language: "en" })),
    );
    await reporter(db, { name: "Trần Bình" });
    const path = `${paths.desk.pressListMembers(list)}?language=en&q=le`;
    const page = await textOf(await visit(path, { as: await lan() }));
    await visit(path, { as: await lan(), form: { everyone: "yes" } });

    expect(page).toContain("Thêm cả 60 người tìm được");
    expect((await members()).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
  });

  it("say when nobody was ticked", async () => {
    const list = await listOf();
    const response = await visit(paths.desk.pressListMembers(list), {
      as: await lan(),
      form: { journalist: [] },
    });

    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain("Chưa chọn ai.");
  });

  it("let people go, who stay in the books", async () => {
    const list = await listOf();
    const an = await reporter(db, { name: "Lê An" });
    const binh = await reporter(db, { name: "Lê Bình" });
    const officer = await lan();
    const form = { journalist: [an.id, binh.id] };
    await visit(paths.desk.pressListMembers(list), { as: officer, form });
    await visit(paths.desk.pressListRemoval(list), { as: officer, form: { journalist: an.id } });

    expect(await members()).toEqual([binh.id]);
    expect(await db.selectFrom("journalist").selectAll().execute()).toHaveLength(2);
    const acts = await db.selectFrom("audit").select(["act", "particulars"]).execute();
    expect(acts.map(({ act, particulars }) => [act, JSON.parse(particulars).members])).toEqual([
      ["press-list.changed", 0],
      ["press-list.changed", 2],
      ["press-list.changed", 1],
    ]);
  });

  it("are renamed, but not to a name that another list has", async () => {
    const list = await listOf("Cũ");
    await listOf("Đã có");
    const officer = await lan();
    const rename = (name: string) =>
      visit(paths.desk.pressList(list), { as: officer, form: { name } });
    const taken = await rename("Đã có");
    const done = await rename("Mới");

    expect([taken.status, done.status]).toEqual([409, 302]);
    expect(await textOf(await visit(paths.desk.pressLists(), { as: officer }))).toMatch(
      /Đã có .*Mới/,
    );
  });

  it("are not there for the officers of another province", async () => {
    const list = await listOf();
    const an = await reporter(db);
    const form = { journalist: an.id, name: "Của tôi" };
    const as = await hue();
    const { pressList, pressListMembers, pressListRemoval } = paths.desk;
    const statuses = [];
    for (const path of [pressList(list), pressListMembers(list), pressListRemoval(list)])
      for (const sent of [undefined, form])
        statuses.push((await visit(path, { as, form: sent })).status);

    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await members()).toEqual([]);
  });
});

describe("press agencies", () => {
  const form = { name: "Báo Phù Sa", type: "mixed" };
  const outlet = () => db.selectFrom("outlet").selectAll().executeTakeFirstOrThrow();

  it("are listed once, renamed, and counted", async () => {
    const officer = await lan();
    await visit(paths.desk.outlets(), { as: officer, form });
    const again = await visit(paths.desk.outlets(), { as: officer, form });
    await reporter(db, { outletId: (await outlet()).id });
    const changed = { name: "Báo Phù Sa mới", type: "online" };
    const renamed = await visit(paths.desk.outlet(await outlet()), { as: officer, form: changed });
    const page = await textOf(await visit(paths.desk.outlets(), { as: officer }));

    expect([again.status, renamed.status]).toEqual([409, 302]);
    expect(page).toMatch(/Báo Phù Sa mới Báo điện tử 1 /);
  });

  it("belong to one province", async () => {
    await visit(paths.desk.outlets(), { as: await lan(), form });
    const path = paths.desk.outlet(await outlet());
    const other = await hue();

    expect((await visit(path, { as: other })).status).toBe(404);
    expect((await visit(path, { as: other, form: { ...form, name: "X" } })).status).toBe(404);
    expect(await textOf(await visit(paths.desk.outlets(), { as: other }))).not.toContain("Phù Sa");
  });
});
