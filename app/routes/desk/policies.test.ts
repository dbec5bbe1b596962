import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

const KEY = "spokesperson.publish_after_decision";

const lan = async () => officerOf(db, await committee(db));
const sister = async () => officerOf(db, await committee(db, "30292"), "Sister");
const anGiang = async () => {
  await committee(db);
  return officerOf(db, await committee(db, "91"), "Giang");
};
const hue = async () => officerOf(db, await committee(db, "46"), "Hue");
const chief = async (): Promise<{ id: string }> => {
  const officer = await lan();
  const asChief = { role: "administrator", agencyId: null } as const;
  await db.updateTable("account").set(asChief).where("id", "=", officer.id).execute();
  return officer;
};

const form = (details: Record<string, string> = {}) => ({
  for: "agency:pc-30307",
  value: "12",
  clock: "clock_hours",
  fromDay: "2026-10-01",
  legalRef: "Quyết định số 45/QĐ-UBND",
  statutory: "no",
  ...details,
});

const set = (as: Pick<Officer, "id"> | undefined, details: Record<string, string> = {}) =>
  visit(paths.desk.policyNew(KEY), { as, form: form(details) });
const own = () => db.selectFrom("policy").selectAll().where("scope", "<>", "national").execute();
const lawOf = (key: string) =>
  db
    .selectFrom("policy")
    .selectAll()
    .where("key", "=", key)
    .where("untilDay", "is", null)
    .executeTakeFirstOrThrow();

beforeEach(async () => {
  await loadLaw(db, { at: MORNING });
});

describe("the law on the desk", () => {
  it("is shown with its values, both regimes, and that no lawyer has checked it", async () => {
    const page = await textOf(await visit(paths.desk.policies(), { as: await lan() }));

    expect(page).toContain("chưa được thẩm định pháp lý");
    expect(page).toMatch(
      /Trả lời ý kiến, kiến nghị do cơ quan báo chí chuyển đến 15 ngày làm việc .*? Cả nước từ 01\/07\/2026 Nghị định 237\/2026/,
    );
    expect(page).toMatch(/30 ngày .*? Cả nước 30\/03\/2017 – 30\/06\/2026 Luật Báo chí 103\/2016/);
    expect(page).toContain("Luật không định; địa phương có thể tự đặt");
    expect(page).not.toMatch(/phạt|119\/2020/);
  });

  it("is read in English too", async () => {
    const page = await textOf(await visit(`/en${paths.desk.policies()}`, { as: await lan() }));

    expect(page).toContain("15 working days");
    expect(page).toContain("not vetted by a lawyer");
  });

  it("calculates, and explains", async () => {
    const as = await lan();
    const asked = { key: "reply.forwarded_opinion", from: "23/11/2026" };
    const ask = async (language = "") =>
      textOf(await visit(`${language}${paths.desk.policies(asked)}`, { as }));
    const without = await ask();
    const form = { day: "2026-11-24", kind: "off", name: "Ngày Văn hóa", basis: "?" };
    await visit(paths.desk.holidays(), { as: await chief(), form });

    expect(without).toContain("15 ngày làm việc từ 23/11/2026 → 14/12/2026");
    expect(await ask()).toContain("15 ngày làm việc từ 23/11/2026, trừ 24/11 → 15/12/2026");
    expect(await ask()).toMatch(
      /Không tính 6 ngày thứ Bảy, Chủ nhật 24\/11\/2026 ?: Ngày Văn hóa Chậm nhất hết ngày 15\/12\/2026/,
    );
    expect(await ask("/en")).toContain(
      "15 working days from 23/11/2026, without 24/11 → 15/12/2026",
    );
  });

  it.each([
    { from: "01/09/2026 07:00", state: "Còn trong hạn còn 23 giờ" },
    { from: "31/08/2026 20:00", state: "Đã qua nửa thời hạn còn 12 giờ" },
    { from: "31/08/2026 12:30", state: "Sắp hết hạn còn 4 giờ 30 phút" },
    { from: "30/08/2026 07:00", state: "Quá hạn quá 1 ngày 1 giờ" },
  ])("counts down: begun at $from, $state", async ({ from, state }) => {
    const as = await lan();

    expect(await textOf(await visit(paths.desk.policies({ key: KEY, from }), { as }))).toContain(
      state,
    );
  });

  it("calculates by the law of that day, and says when there was none or no such day", async () => {
    const as = await lan();
    const ask = async (from: string, key = "reply.forwarded_opinion") =>
      textOf(await visit(paths.desk.policies({ key, from }), { as }));

    expect(await ask("30/06/2026 23:59")).toContain("30 ngày từ 30/06/2026 → 30/07/2026");
    expect(await ask("01/07/2026")).toContain("15 ngày làm việc từ 01/07/2026 → 22/07/2026");
    expect(await ask("30/06/2026", KEY)).toMatch(/Ngày 30\/06\/2026 chưa có quy định nào về/);
    expect(await ask("31/02/2026")).toContain("Không có ngày giờ này.");
    expect(await ask("1/9/2026 8:00", KEY)).toContain(
      "24 giờ từ 08:00 01/09/2026 → 08:00 02/09/2026",
    );
  });
});

describe("a rule of one's own", () => {
  it("is set by an agency for itself, stands beside the nation's, and is in the log", async () => {
    const as = await lan();
    const response = await set(as);
    const page = await textOf(await visit(paths.desk.policies(), { as }));
    const log = await textOf(await visit(paths.desk.audit(), { as }));

    expect(response.headers.get("Location")).toBe("/desk/policies");
    expect(await own()).toMatchObject([{ agencyId: "pc-30307", value: "12", recordedBy: as.id }]);
    expect(page).toMatch(
      /12 giờ .*? Quy định chung: 24 giờ Ủy ban nhân dân phường Long Xuyên chặt hơn quy định chung từ 01\/10\/2026 sắp có hiệu lực/,
    );
    expect(log).toContain(
      "Đặt quy định cho cơ quan “Công bố người phát ngôn sau khi có quyết định”: 12 giờ, từ 01/10/2026.",
    );
  });

  it("is set by a province for itself and for any agency of it", async () => {
    const as = await anGiang();
    const page = await textOf(await visit(paths.desk.policyNew(KEY), { as }));
    const statuses = [
      (await set(as, { for: "province" })).status,
      (await set(as, { value: "6" })).status,
    ];

    expect(page).toContain("Toàn tỉnh: Tỉnh An Giang");
    expect(page).not.toMatch(/Cả nước<|Huế/);
    expect(statuses).toEqual([302, 302]);
    expect((await own()).map(({ scope, value }) => [scope, value]).toSorted()).toEqual([
      ["agency", "6"],
      ["province", "12"],
    ]);
  });

  it("that is looser asks for a reason, keeps what was typed, and is shown as looser", async () => {
    const as = await lan();
    const refused = await set(as, { value: "48" });
    const text = await refused.text();
    const reason = "Đảo xa, sóng yếu";
    const taken = await set(as, { value: "48", reason, fromDay: "2026-09-01" });
    const page = await textOf(await visit(paths.desk.policies(), { as }));

    expect(refused.status).toBe(409);
    expect(text).toContain("Xin nêu lý do.");
    expect(text).toContain('value="48"');
    expect(taken.status).toBe(302);
    expect(page).toMatch(/nới hơn quy định chung .*? Lý do: Đảo xa, sóng yếu/);
  });

  it.each([
    { field: "value", value: "soon", status: 409, sentence: "Giá trị không đúng dạng." },
    { field: "fromDay", value: "31/02/2026", status: 400, sentence: "Không có ngày này." },
    { field: "clock", value: "moon", status: 400, sentence: "Xin chọn một trong các mục có sẵn." },
    { field: "legalRef", value: " ", status: 400, sentence: "Xin điền mục này." },
  ])(
    "with a wrong $field is refused with a sentence",
    async ({ field, value, status, sentence }) => {
      const response = await set(await lan(), { [field]: value });

      expect(response.status).toBe(status);
      expect(await textOf(response)).toContain(sentence);
      expect(await own()).toEqual([]);
    },
  );

  it("is not set by a sister commune, another province, or above one's reach", async () => {
    await committee(db);
    const tries = [
      await set(await sister()),
      await set(await hue()),
      await set(await lan(), { for: "province" }),
      await set(await lan(), { for: "national" }),
      await set(await anGiang(), { for: "national" }),
      await set(await lan(), { for: "agency:pc-30292" }),
      await set(await lan(), { for: "agency:nobody" }),
    ];
    const stranger = await set(undefined);

    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
    expect(stranger.headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await own()).toEqual([]);
    expect(await db.selectFrom("audit").selectAll().execute()).toEqual([]);
  });

  it("is not to be had where the law is the same for all", async () => {
    const path = paths.desk.policyNew("refusal.codes");
    const as = await anGiang();

    expect((await visit(path, { as })).status).toBe(404);
    expect((await visit(path, { as, form: form({ for: "province" }) })).status).toBe(404);
    expect((await visit(path, { as: await chief() })).status).toBe(200);
  });

  it("is ended by whoever may set it, and by nobody else", async () => {
    await set(await lan());
    const [rule] = await own();
    const path = paths.desk.policyEnd(rule ?? { id: "" });
    const end = async (as: Pick<Officer, "id"> | undefined, untilDay = "2026-10-31") =>
      (await visit(path, { as, form: { untilDay } })).status;
    const law = paths.desk.policyEnd(await lawOf(KEY));

    expect([await end(await sister()), await end(await hue()), await end(undefined)]).toEqual([
      404, 404, 302,
    ]);
    expect((await visit(path, { as: await sister() })).status).toBe(404);
    expect(
      (await visit(law, { as: await anGiang(), form: { untilDay: "2026-12-31" } })).status,
    ).toBe(404);
    expect((await own())[0]?.untilDay).toBeNull();
    expect(await end(await lan(), "2026-01-01")).toBe(409);
    expect(await end(await anGiang())).toBe(302);
    expect((await own())[0]?.untilDay).toBe("2026-10-31");
    expect((await lawOf(KEY)).untilDay).toBeNull();
  });
});

describe("the administrator", () => {
  it("sets the nation's rules, and one for a province that is chosen", async () => {
    const as = await chief();
    const national = await set(as, { for: "national", value: "36", statutory: "yes" });
    const path = paths.desk.policyNew(KEY, { province: "2025-91" });
    const province = await visit(path, { as, form: form({ for: "province" }) });

    expect([national.status, province.status]).toEqual([302, 302]);
    expect(await lawOf(KEY)).toMatchObject({ value: "36", statutory: 1, recordedBy: as.id });
    expect(await own()).toMatchObject([{ provinceId: "2025-91", value: "12" }]);
  });

  it("records a lawyer's vetting, which takes the badge away", async () => {
    const rule = await lawOf(KEY);
    const path = paths.desk.policyVerification(rule);
    const vetted = { verifiedBy: "Luật sư Trần Minh", verifiedDay: "2026-08-31" };
    const others = [];
    for (const as of [await lan(), await anGiang(), await hue()])
      others.push((await visit(path, { as, form: vetted })).status);
    const early = await visit(path, {
      as: await chief(),
      form: { ...vetted, verifiedDay: "2026-09-02" },
    });
    const before = await lawOf(KEY);
    const done = await visit(path, { as: await chief(), form: vetted });
    const page = await textOf(await visit(paths.desk.policies(), { as: await lan() }));

    expect(others).toEqual([403, 403, 403]);
    expect([early.status, before.verifiedBy, done.status]).toEqual([409, null, 302]);
    expect(page).toContain("Luật sư Trần Minh thẩm định 31/08/2026");
  });

  it("keeps the table of holidays, and nobody else does", async () => {
    const add = async (as: Pick<Officer, "id">, kind: string, day = "2026-11-24") =>
      (
        await visit(paths.desk.holidays(), {
          as,
          form: { day, kind, name: "Ngày Văn hóa", basis: "Nghị quyết" },
        })
      ).status;
    const removal = paths.desk.holidayRemoval({ day: "2026-11-24" });
    const remove = async (as: Pick<Officer, "id">) =>
      (await visit(removal, { as, form: { sure: "yes" } })).status;

    expect([await add(await lan(), "off"), await add(await anGiang(), "off")]).toEqual([403, 403]);
    expect([await add(await chief(), "work"), await add(await chief(), "off")]).toEqual([409, 302]);
    expect(await textOf(await visit(paths.desk.holidays(), { as: await hue() }))).toContain(
      "Thứ Ba, 24/11/2026 nghỉ Ngày Văn hóa",
    );
    expect([await remove(await lan()), await remove(await hue())]).toEqual([403, 403]);
    expect((await visit(removal, { as: await chief() })).status).toBe(200);
    expect([await remove(await chief()), await remove(await chief())]).toEqual([302, 404]);
  });
});
