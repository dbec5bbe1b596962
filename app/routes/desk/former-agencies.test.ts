import { beforeEach, describe, expect, it } from "vitest";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { takeFlash } from "#app/http/flash.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";

const myBinh = { id: "pc-2004-30280" };
const head = decided({
  ...{ name: "Dương Văn Tám", decisionNo: "402/QĐ-UBND", decisionDay: "2021-07-01" },
  ...{ fromDay: "2021-07-02", untilDay: null },
});
const spring = written({
  ...{ documentDay: "2025-02-28", documentNo: "9/UQ-UBND" },
  ...{ fromAt: "2025-03-01T01:00:00.000Z", untilAt: "2025-03-05T10:00:00.000Z" },
});

const { name, position, phone, email, capacity, decisionNo, decisionDay, fromDay } = head;
const form = { name, position, phone, email, capacity, decisionNo, decisionDay, fromDay };
const delegationForm = {
  ...{ name: "Trần Thị Cúc", position: "Phó Chủ tịch UBND phường", phone: "0296 3 852 853" },
  ...{ email: "cuc@angiang.gov.vn", matter: "Sạt lở bờ sông", documentNo: "9/UQ-UBND" },
  ...{ documentDay: "2025-02-28", fromTime: "2025-03-01T08:00", untilTime: "2025-03-05T17:00" },
};

type Account = { id: string };

beforeEach(() => aroundLongXuyen(db));

const officer = async (code: Parameters<typeof committee>[1]) =>
  officerOf(db, await committee(db, code));
const lookup = async (on: string) => {
  const response = await visit(`/api/v1/lookup?q=my+binh+long+xuyen&limit=1&on=${on}`);
  const [{ agency, speakers }] = (await response.json()).results;
  return [agency?.id ?? null, ...speakers.map(({ name }: { name: string }) => name)];
};

describe("the books of a former ward", () => {
  it("are opened at the desk, and what is entered answers the question of that day", async () => {
    const lan = await officer("91");
    const page = await textOf(await visit(paths.desk.agency(myBinh), { as: lan }));
    const fields = await textOf(await visit(paths.desk.assignmentNew(myBinh), { as: lan }));
    const before = await lookup("2025-03-01");
    const entered = await visit(paths.desk.assignmentNew(myBinh), { as: lan, form });
    const delegation = paths.desk.delegationNew(myBinh);
    const delegatedBy = await textOf(await visit(delegation, { as: lan }));
    const given = await visit(delegation, { as: lan, form: delegationForm });

    expect(page).toContain("Đơn vị này không còn từ 01/07/2025");
    expect(page).not.toContain("Hồ sơ cơ quan");
    expect(fields).toContain("ghi đến hết ngày cuối cùng của đơn vị, 30/06/2025");
    expect(before).toEqual(["pc-2004-30280"]);
    expect([entered.status, given.status]).toEqual([302, 302]);
    expect(delegatedBy).toContain("Người ủy quyền: Dương Văn Tám");
    expect(await lookup("2025-03-01")).toEqual(["pc-2004-30280", "Dương Văn Tám", "Trần Thị Cúc"]);
    expect(await lookup("2025-06-30")).toEqual(["pc-2004-30280", "Dương Văn Tám"]);
    expect(await lookup("2025-07-01")).toEqual([null]);
  });

  it("say where the end was set that nobody gave, and refuse one after the unit's last day", async () => {
    const lan = await officer("91");
    const path = paths.desk.assignmentNew(myBinh);
    const late = await visit(path, { as: lan, form: { ...form, untilDay: "2025-07-01" } });
    const after = await visit(path, { as: lan, form: { ...form, fromDay: "2025-07-01" } });
    const entered = await visit(path, { as: lan, form });
    const [flash = ""] = entered.headers.get("Set-Cookie")?.split(";") ?? [];
    const headers = { Cookie: flash };
    const said = await takeFlash(new Request("https://press.test/", { headers }));

    for (const refused of [late, after]) {
      expect(refused.status).toBe(409);
      expect(await textOf(refused)).toContain("không ai phát ngôn thay sau ngày cuối");
    }
    expect(said?.sentence).toContain("ghi đến hết ngày cuối cùng của đơn vị, 30/06/2025");
  });

  it("are put right, ended earlier and annulled", async () => {
    const lan = await officer("91");
    const { id } = await assigned(db, myBinh, head);
    const correction = { ...form, name: "Dương Văn Tám Em", reason: "Sai tên" };
    const corrected = await visit(paths.desk.correction({ id }), { as: lan, form: correction });
    const now = await db
      .selectFrom("assignment")
      .select(["id", "untilDay"])
      .where("annulledAt", "is", null)
      .executeTakeFirstOrThrow();
    expect(corrected.status).toBe(302);
    expect(now.untilDay).toBe("2025-06-30");
    expect(await lookup("2025-03-01")).toEqual(["pc-2004-30280", "Dương Văn Tám Em"]);

    const end = { endDay: "2025-02-28", reason: "Nghỉ hưu", kind: "ended", decisionNo: "7/QĐ" };
    await visit(paths.desk.assignmentEnd(now), { as: lan, form: end });
    expect(await lookup("2025-02-28")).toEqual(["pc-2004-30280", "Dương Văn Tám Em"]);
    expect(await lookup("2025-03-01")).toEqual(["pc-2004-30280"]);
    await visit(paths.desk.assignmentAnnulment(now), { as: lan, form: { reason: "Nhầm" } });
    expect(await lookup("2025-02-28")).toEqual(["pc-2004-30280"]);
  });

  it("show their history in public, and say so when there is none", async () => {
    const page = async (path: string) => textOf(await visit(path));
    const empty = await page("/former-areas/30280");
    await assigned(db, myBinh, head);
    await delegated(db, myBinh, spring);
    const today = await page("/former-areas/30280");
    const then = await page("/former-areas/30280?on=2025-03-01");
    const answer = await page("/?q=phuong+my+binh+long+xuyen&on=2025-03-01");

    expect(empty).toContain("Sổ chưa ghi quyết định nào về người phát ngôn của đơn vị này");
    expect(empty).toContain("Ai phát ngôn ngày cuối cùng, 30/06/2025");
    expect(today).toMatch(
      /Dương Văn Tám , Chủ tịch UBND phường Người đứng đầu cơ quan Quyết định số 402\/QĐ-UBND ngày 01\/07\/2021; từ 02\/07\/2021 đến 30\/06\/2025/,
    );
    expect(today).toMatch(/Trần Thị Cúc .*Người được ủy quyền phát ngôn : Sạt lở bờ sông/);
    expect(today).not.toContain("0296 3 852 852");
    expect(then).toMatch(/Trả lời cho thời điểm Thứ Bảy, 01\/03\/2025 .*Dương Văn Tám/);
    expect(answer).toMatch(
      /Phường Mỹ Bình .*Dương Văn Tám .*402\/QĐ-UBND .*Nay là Phường Long Xuyên/,
    );
  });

  it("have a place in the log of changes of the province that keeps them", async () => {
    await assigned(db, myBinh, head);
    const { changes } = await (await visit("/api/v1/changes?province=91")).json();
    const feed = await (await visit("/provinces/91/changes.atom")).text();
    const elsewhere = await (await visit("/api/v1/changes?province=75")).json();

    expect(changes).toMatchObject([
      { agency: myBinh, province: { code: "91" }, person: "Dương Văn Tám", kind: "published" },
    ]);
    expect(feed).toContain("/former-areas/30280");
    expect(elsewhere.changes).toEqual([]);
  });

  it("are told to other programs by the agency's id, and are in no list of today", async () => {
    const agency = async () => (await visit("/api/v1/agencies/pc-2004-30280?on=2025-03-01")).json();
    const before = await agency();
    await assigned(db, myBinh, head);
    const list = await textOf(await visit("/provinces/91/spokespersons"));
    const { agencies } = await (await visit("/api/v1/agencies")).json();
    const { speakers } = await (await visit("/api/v1/speakers?province=91&on=2025-03-01")).json();

    expect(before).toMatchObject({
      agency: { id: "pc-2004-30280", until: "2025-06-30", area: { code: "30280" } },
      status: "none",
    });
    expect((await agency()).speakers).toMatchObject([{ name: "Dương Văn Tám" }]);
    expect(list).not.toContain("Mỹ Bình");
    expect(agencies.map(({ id }: Account) => id)).not.toContain("pc-2004-30280");
    expect(speakers).toMatchObject([{ name: "Dương Văn Tám", agency: myBinh }]);
    expect((await visit("/agencies/pc-2004-30280")).headers.get("Location")).toBe(
      "/former-areas/30280",
    );
    expect((await visit("/agencies/pc-2004-30280/wrong-contact")).status).toBe(404);
  });

  it("asks no more of the database than any other place does", async () => {
    const asked = { query: "mỹ bình long xuyên", limit: 1, at: "2025-03-01T05:00:00.000Z" };
    await lookUp(db, asked);
    const empty = await queriesOf(() => lookUp(db, asked));
    await assigned(db, myBinh, head);
    const filled = await queriesOf(() => lookUp(db, asked));

    expect([empty, filled]).toEqual([2, 3]);
  });
});

describe("whoever may not write in the books of a former ward", () => {
  const writers: [string, boolean, () => Promise<Account | undefined>][] = [
    ["a stranger", false, async () => undefined],
    ["a journalist", false, async () => void (await reporter(db))],
    ["an officer of a sister commune", false, () => officer("30292")],
    ["an officer of another province", false, () => officer("01")],
    ["an officer of another province's ward", false, () => officer("00004")],
    ["an officer of the province", true, () => officer("91")],
    ["an officer of the only successor", true, () => officer("30307")],
  ];

  it.each(writers)("is %s: %s", async (_, may, find) => {
    const as = await find();
    const { id } = await assigned(db, myBinh, { ...head, untilDay: "2022-12-31" });
    const first = await delegated(db, myBinh, {
      ...spring,
      ...{ documentDay: "2022-02-01", documentNo: "1/UQ" },
      ...{ fromAt: "2022-02-02T01:00:00.000Z", untilAt: "2022-02-03T01:00:00.000Z" },
    });
    const books = async () =>
      JSON.stringify([
        await db.selectFrom("assignment").selectAll().orderBy("id").execute(),
        await db.selectFrom("delegation").selectAll().orderBy("id").execute(),
        await db.selectFrom("delegationDraft").selectAll().execute(),
      ]);
    const reason = { reason: "Nhầm" };
    const end = { endDay: "2022-06-30", kind: "ended", reason: "Nghỉ", decisionNo: "7/QĐ" };
    const second = { ...form, name: "Ai Đó", fromDay: "2023-01-01" };
    const deeds: [string, Record<string, string>][] = [
      [paths.desk.assignmentNew(myBinh), second],
      [paths.desk.assignmentNew({ id: "pc-2004-30286" }), form],
      [paths.desk.delegationNew(myBinh), { ...delegationForm }],
      [paths.desk.delegationDrafts(myBinh), { name: "Ai Đó" }],
      [paths.desk.correction({ id }), { ...form, untilDay: "2022-12-31", ...reason }],
      [paths.desk.delegationAnnulment(first), reason],
    ];
    for (const [path, sent] of deeds) {
      const before = await books();
      const response = await visit(path, { as, form: sent });
      const changed = (await books()) !== before;
      expect({ path, changed }).toEqual({ path, changed: may });
      if (!may) expect([302, 404]).toContain(response.status);
      if (!may && response.status === 302)
        expect(response.headers.get("Location")).toMatch(/^\/sign-in/);
    }
    const latest = await db
      .selectFrom("assignment")
      .select("id")
      .where("annulledAt", "is", null)
      .where("fromDay", "=", head.fromDay)
      .where("agencyId", "=", myBinh.id)
      .executeTakeFirstOrThrow();
    for (const [path, sent] of [
      [paths.desk.assignmentEnd(latest), end],
      [paths.desk.assignmentAnnulment(latest), reason],
    ] as const) {
      const before = await books();
      await visit(path, { as, form: sent });
      expect({ path, changed: (await books()) !== before }).toEqual({ path, changed: may });
    }
  });

  it.each(writers)("finds the books at the desk or not: %s, %s", async (_, may, find) => {
    const as = await find();
    const page = await visit(paths.desk.agency(myBinh), { as });
    const list = await visit(paths.desk.formerAgencies({ q: "mỹ bình" }), { as });

    expect(page.status === 200).toBe(may);
    if (list.status !== 200) return;
    const html = await list.text();
    expect(html.includes(paths.desk.agency(myBinh))).toBe(may);
  });
});

/** How many statements some work sends to the database. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  let asked = 0;
  const executor = db.getExecutor();
  const compile = executor.compileQuery.bind(executor);
  executor.compileQuery = (...given) => {
    asked++;
    return compile(...given);
  };
  await work();
  executor.compileQuery = compile;
  return asked;
}
