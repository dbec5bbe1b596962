import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";
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

const decision = {
  capacity: "regular",
  name: "Trần Quốc Bảo",
  position: "Phó Chủ tịch UBND phường",
  phone: "0296 3 852 853",
  email: "bao@angiang.gov.vn",
  decisionNo: "87/QĐ-UBND",
  decisionDay: "2026-07-08",
  fromDay: "2026-07-10",
  untilDay: "",
};

const document = {
  name: "Trần Thị Cúc",
  position: "Trưởng phòng Kinh tế",
  phone: "0296 3 852 854",
  email: "cuc@angiang.gov.vn",
  matter: "Sạt lở bờ sông",
  documentNo: "25/UQ-UBND",
  documentDay: "2026-09-01",
  fromTime: "2026-09-01T07:30",
  untilTime: "2026-09-05T17:00",
};

describe("the registry", () => {
  it("shows a province's officer every commune, who speaks, and where nobody does", async () => {
    await assigned(db, ward);
    await committee(db, "30292");
    await committee(db, "19777");
    const text = await textOf(
      await visit(paths.desk.spokespersons(), { as: await officerAt("91") }),
    );

    expect(text).toContain("trong 3 cơ quan thuộc phạm vi của bạn");
    expect(text).toContain("Ủy ban nhân dân phường Long Xuyên Nguyễn Văn An Chủ tịch UBND phường");
    expect(text).toContain("Ủy ban nhân dân phường Bình Đức Chưa có");
    expect(text).not.toContain("Vỹ Dạ");
  });

  it("narrows to those without anybody, and by name without marks", async () => {
    await assigned(db, ward);
    await committee(db, "30292");
    const province = await officerAt("91");
    const missing = await textOf(
      await visit(paths.desk.spokespersons({ status: "missing" }), { as: province }),
    );
    const found = await textOf(
      await visit(paths.desk.spokespersons({ q: "long xuyen" }), { as: province }),
    );

    expect(missing).toContain("phường Bình Đức");
    expect(missing).not.toContain("phường Long Xuyên");
    expect(found).toContain("phường Long Xuyên");
    expect(found).not.toContain("phường Bình Đức");
  });

  it("takes a ward's officer straight to the ward", async () => {
    const response = await visit(paths.desk.spokespersons(), { as: lan });

    expect(response.headers.get("Location")).toBe(paths.desk.agency(ward));
  });

  it("names the province beside each agency for an administrator, in English too", async () => {
    await db.updateTable("account").set({ role: "administrator", agencyId: null }).execute();
    const text = await textOf(await visit(`/en${paths.desk.spokespersons()}`, { as: lan }));

    expect(text).toContain("People's Committee of Long Xuyen An Giang Nobody");
  });
});

describe("an agency's page", () => {
  it("says who may speak now and why, whom to ask first, and the whole history", async () => {
    await assigned(db, ward);
    await assigned(
      db,
      ward,
      decided({ name: "Trần Quốc Bảo", capacity: "regular", email: "bao@gmail.com" }),
    );
    await delegated(db, ward);
    await assigned(
      db,
      ward,
      decided({ name: "Lê Cũ", fromDay: "2025-01-01", untilDay: "2025-06-30" }),
    );
    const response = await visit(paths.desk.agency(ward), { as: lan });
    const html = await response.clone().text();
    const text = await textOf(response);

    expect(text).toMatch(/Trần Quốc Bảo.*Liên hệ trước tiên.*Nguyễn Văn An.*Trần Thị Cúc/);
    expect(text).toContain("chỉ về việc “Sạt lở bờ sông”, đến 17:00 01/09/2026");
    expect(text).toContain("Địa chỉ này không thuộc tên miền .gov.vn");
    expect(text).toMatch(/Lê Cũ.*01\/01\/2025 – 30\/06\/2025.*Đã kết thúc/);
    expect(html).toContain('href="tel:02963852852"');
    expect(html).toContain('href="mailto:bao@gmail.com"');
  });

  it("says so when nobody is on record, and does not offer a delegation", async () => {
    const text = await textOf(await visit(paths.desk.agency(ward), { as: lan }));

    expect(text).toContain("Chưa có người phát ngôn trong sổ");
    expect(text).not.toContain("Ghi ủy quyền phát ngôn");
  });
});

describe("entering an assignment", () => {
  const path = () => paths.desk.assignmentNew(ward);

  it("puts the person on record and says so on the agency's page", async () => {
    const response = await visit(path(), { as: lan, form: decision });

    expect(response.headers.get("Location")).toBe(paths.desk.agency(ward));
    expect(decodeURIComponent(response.headers.get("Set-Cookie") ?? "")).toMatch(/^flash=/);
    expect(await speaking()).toEqual(["Trần Quốc Bảo"]);
  });

  it("names who is in the way, in the reader's language, and keeps what was typed", async () => {
    await assigned(db, ward, decided({ name: "Phạm Lộc", capacity: "regular" }));
    const vi = await visit(path(), { as: lan, form: decision });
    const en = await visit(`/en${path()}`, { as: lan, form: decision });
    const html = await vi.clone().text();

    expect(vi.status).toBe(409);
    expect(await textOf(vi)).toContain(
      "Trùng thời gian với Phạm Lộc (người phát ngôn thường xuyên, từ 01/07/2025, chưa định ngày kết thúc)",
    );
    expect(await textOf(en)).toContain("This overlaps with Phạm Lộc (regular spokesperson");
    expect(html).toContain('value="87/QĐ-UBND"');
  });

  it.each([
    { wrong: { decisionDay: "31/02/2026" }, sentence: "Không có ngày này." },
    { wrong: { untilDay: "2026-07-09" }, sentence: "Ngày kết thúc trước ngày bắt đầu." },
    { wrong: { email: "bao@gov.vn\nBcc: x@y.vn" }, sentence: "viết trên một dòng" },
    { wrong: { name: "Bảo\nLộc" }, sentence: "Mục này chỉ có một dòng." },
    { wrong: { phone: "không có" }, sentence: "Số điện thoại chỉ gồm chữ số" },
    { wrong: { capacity: "authorised" }, sentence: "Xin chọn một trong các mục có sẵn." },
    { wrong: { name: "" }, sentence: "Xin điền mục này." },
  ])("answers $wrong with a sentence and enters nothing", async ({ wrong, sentence }) => {
    const response = await visit(path(), { as: lan, form: { ...decision, ...wrong } });

    expect([400, 409]).toContain(response.status);
    expect(await textOf(response)).toContain(sentence);
    expect(await speaking()).toEqual([]);
  });

  it("offers whom the agency knows, and shows who is on record", async () => {
    await assigned(db, ward);
    const response = await visit(path(), { as: lan });
    const html = await response.clone().text();

    expect(html).toContain('<option value="Nguyễn Văn An">');
    expect(await textOf(response)).toMatch(
      /Đang có trong sổ Người đứng đầu cơ quan *: Nguyễn Văn An/,
    );
  });
});

describe("ending an assignment", () => {
  const end = { endDay: "2026-08-31", reason: "Chuyển công tác", decisionNo: "401/QĐ-UBND" };

  it("is recorded once; the second time says that it is", async () => {
    const assignment = await assigned(db, ward);
    const path = paths.desk.assignmentEnd(assignment);
    const first = await visit(path, { as: lan, form: end });
    const second = await visit(path, { as: lan, form: end });

    expect(first.headers.get("Location")).toBe(paths.desk.agency(ward));
    expect(second.status).toBe(409);
    expect(await textOf(second)).toContain("Đã ghi kết thúc rồi");
    expect(await speaking()).toEqual([]);
  });

  it("warns of delegations that the leaving head signed", async () => {
    const head = await assigned(db, ward);
    await delegated(db, ward);
    const text = await textOf(await visit(paths.desk.assignmentEnd(head), { as: lan }));

    expect(text).toContain("Còn 1 ủy quyền do người này ký");
  });

  it("refuses an end before the start", async () => {
    const assignment = await assigned(db, ward);
    const form = { ...end, endDay: "2025-06-30" };
    const response = await visit(paths.desk.assignmentEnd(assignment), { as: lan, form });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("Kết thúc phải sau lúc bắt đầu.");
    expect(await speaking()).toEqual(["Nguyễn Văn An"]);
  });
});

describe("entering a delegation", () => {
  const path = () => paths.desk.delegationNew(ward);

  it("takes the times as the clock says in Viet Nam", async () => {
    await assigned(db, ward);
    const response = await visit(path(), { as: lan, form: document });
    const [row] = await db.selectFrom("delegation").select(["fromAt", "untilAt"]).execute();

    expect(response.headers.get("Location")).toBe(paths.desk.agency(ward));
    expect(row).toEqual({
      fromAt: "2026-09-01T00:30:00.000Z",
      untilAt: "2026-09-05T10:00:00.000Z",
    });
    expect(await speaking()).toEqual(["Nguyễn Văn An", "Trần Thị Cúc"]);
  });

  it("says the three conditions and who the head is; without one, what to do first", async () => {
    const without = await textOf(await visit(path(), { as: lan }));
    const refused = await visit(path(), { as: lan, form: document });
    await assigned(db, ward);
    const withHead = await textOf(await visit(path(), { as: lan }));

    expect(without).toContain("Trong sổ chưa ghi ai đang là người đứng đầu. Chỉ người đứng đầu");
    expect(refused.status).toBe(409);
    expect(await textOf(refused)).toContain("Chỉ người đứng đầu mới được ủy quyền");
    expect(withHead).toContain("Người ủy quyền: Nguyễn Văn An, Chủ tịch UBND phường.");
    expect(withHead).toContain("Bằng văn bản: có số và ngày ký.");
  });

  it.each([
    { wrong: { documentNo: "" }, sentence: "Xin điền mục này." },
    { wrong: { matter: "" }, sentence: "Xin điền mục này." },
    { wrong: { untilTime: "" }, sentence: "Xin điền mục này." },
    { wrong: { untilTime: "2026-09-01T07:30" }, sentence: "Kết thúc phải sau lúc bắt đầu." },
    {
      wrong: { fromTime: "2026-08-31T23:59" },
      sentence: "không thể bắt đầu trước ngày ký văn bản",
    },
    { wrong: { name: "Nguyễn Văn An" }, sentence: "Người này là người đứng đầu" },
  ])("is refused with $wrong", async ({ wrong, sentence }) => {
    await assigned(db, ward);
    const response = await visit(path(), { as: lan, form: { ...document, ...wrong } });

    expect(await textOf(response)).toContain(sentence);
    expect(await speaking()).toEqual(["Nguyễn Văn An"]);
  });
});

describe("revoking a delegation", () => {
  it("takes effect at the minute that was given, once", async () => {
    await assigned(db, ward);
    const delegation = await delegated(db, ward, written({ untilAt: "2026-09-09T10:00:00.000Z" }));
    const path = paths.desk.delegationEnd(delegation);
    const form = { endTime: "2026-09-01T08:00", reason: "Đã xong việc" };
    const first = await visit(path, { as: lan, form });
    const second = await visit(path, { as: lan, form });

    expect(first.headers.get("Location")).toBe(paths.desk.agency(ward));
    expect(second.status).toBe(409);
    expect(await speaking()).toEqual(["Nguyễn Văn An"]);
  });
});

describe("what is not theirs", () => {
  const doors = async (): Promise<{ path: string; form?: Record<string, string> }[]> => {
    const head = await assigned(db, ward);
    const delegation = await delegated(db, ward);
    return [
      { path: paths.desk.agency(ward) },
      { path: paths.desk.assignmentNew(ward), form: { ...decision, capacity: "regular" } },
      { path: paths.desk.delegationNew(ward), form: document },
      {
        path: paths.desk.assignmentEnd(head),
        form: { endDay: "2026-08-31", reason: "x", decisionNo: "" },
      },
      {
        path: paths.desk.delegationEnd(delegation),
        form: { endTime: "2026-09-01T09:00", reason: "x" },
      },
    ];
  };

  it.each(["30292", "46", "19777"] as const)(
    "is not found by an officer of %s, whether they look or write",
    async (code) => {
      const stranger = await officerAt(code, "Minh");
      for (const { path, form } of await doors()) {
        expect((await visit(path, { as: stranger })).status).toBe(404);
        if (form) expect((await visit(path, { as: stranger, form })).status).toBe(404);
      }

      expect(await speaking()).toEqual(["Nguyễn Văn An", "Trần Thị Cúc"]);
      expect(await db.selectFrom("audit").select("id").execute()).toHaveLength(2);
    },
  );

  it("sends somebody who is not signed in to the door", async () => {
    for (const { path, form } of await doors()) {
      const response = await visit(path, { form });
      expect(response.headers.get("Location")).toMatch(/^\/sign-in/);
    }
    expect((await visit(paths.desk.spokespersons())).status).toBe(302);
    expect((await visit(paths.desk.spokespersonImport(), { form: { text: "x" } })).status).toBe(
      302,
    );
  });
});
