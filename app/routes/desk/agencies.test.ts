import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { type AgencyOfArea, findAgency } from "#app/domain/agencies/agencies.server.ts";
import { channelsOf } from "#app/domain/agencies/channels.server.ts";
import { pressMailboxOf } from "#app/domain/agencies/press-mailbox.server.ts";
import { findRegulation } from "#app/domain/regulations/regulations.server.ts";
import { trainingOf } from "#app/domain/training/training.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { called, channel, department, papers, regulation, scan } from "#app/test/departments.ts";
import { pdf } from "#app/test/papers.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { assigned } from "#app/test/register.ts";

let health: AgencyOfArea;
let lan: Officer; // at the health department
let minh: Officer; // at the province's office

beforeEach(async () => {
  health = await department(db);
  lan = await officerOf(db, health);
  minh = await officerOf(db, await committee(db, "91"), "Minh");
});

const officerAt = async (code: Parameters<typeof committee>[1]) =>
  officerOf(db, await committee(db, code), "Ai");
const administrator = async () => {
  const chief = await officerOf(db, await committee(db, "01"), "Quản trị");
  await db
    .updateTable("account")
    .set({ role: "administrator" })
    .where("id", "=", chief.id)
    .execute();
  return chief;
};

const wanted = {
  kind: "department",
  underId: "",
  name: "Sở Tài chính",
  nameEn: "Department of Finance",
  symbol: "STC",
  fromDay: "",
};
const closing = { day: "2026-09-05", basis: "Nghị quyết số 9/NQ-HĐND" };
const named = {
  name: "Sở Sức khỏe",
  nameEn: "Department of Wellbeing",
  symbol: "SSK",
  fromDay: "2026-08-01",
  basis: "Nghị quyết số 5/NQ-HĐND",
};

describe("adding an agency", () => {
  it("is done by the province's office, and the registry shows it at once", async () => {
    const response = await visit(paths.desk.agencyNew(), { as: minh, form: wanted });

    expect(response.headers.get("Location")).toBe("/desk/agencies/91-so-tai-chinh/profile");
    const text = await textOf(await visit(paths.desk.spokespersons(), { as: minh }));
    expect(text).toContain("Sở Tài chính Chưa có");
    expect(text.indexOf("tỉnh An Giang")).toBeLessThan(text.indexOf("Sở Tài chính"));
  });

  it("is not for a department, a commune, or a stranger", async () => {
    for (const as of [lan, await officerAt("30307")]) {
      expect((await visit(paths.desk.agencyNew(), { as })).status).toBe(404);
      expect((await visit(paths.desk.agencyNew(), { as, form: wanted })).status).toBe(404);
    }
    const stranger = await visit(paths.desk.agencyNew(), { form: wanted });
    expect(stranger.headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await findAgency(db, "91-so-tai-chinh")).toBeUndefined();
  });

  it("goes to one's own province, whatever the address says", async () => {
    const hue = paths.desk.agencyNew({ province: "2025-46" });
    await committee(db, "46");
    await visit(hue, { as: minh, form: wanted });

    expect(await findAgency(db, "46-so-tai-chinh")).toBeUndefined();
    expect(await findAgency(db, "91-so-tai-chinh")).toBeDefined();
  });

  it("asks an administrator for the province first", async () => {
    const as = await administrator();
    const unasked = await visit(paths.desk.agencyNew(), { as, form: wanted });
    await visit(paths.desk.agencyNew({ province: "2025-91" }), { as, form: wanted });

    expect(unasked.status).toBe(404);
    expect(await findAgency(db, "91-so-tai-chinh")).toBeDefined();
  });

  it.each([
    [{ name: "" }, 400, "Xin điền mục này"],
    [{ name: "Sở Y tế" }, 409, "đã có cơ quan mang tên này"],
    [{ kind: "sub_department" }, 409, "phải thuộc một sở"],
    [{ kind: "peoples_committee" }, 400, "Xin chọn một trong các mục có sẵn"],
    [{ symbol: "S Y T" }, 400, "Ký hiệu chỉ gồm"],
  ])("says what is wrong with %j and keeps what was typed", async (wrong, status, sentence) => {
    const form = { ...wanted, ...wrong };
    const response = await visit(paths.desk.agencyNew(), { as: minh, form });
    const html = await response.text();

    expect(response.status).toBe(status);
    expect(html).toContain(sentence);
    expect(html).toContain("Department of Finance");
  });
});

describe("what is done about a department", () => {
  const deeds: [string, (id: { id: string }) => string, () => FormData | Record<string, string>][] =
    [
      ["renamed", paths.desk.agencyName, () => named],
      ["given a channel", paths.desk.channels, () => channel],
      ["given a mailbox", paths.desk.pressMailbox, () => ({ email: "spy@evil.test" })],
      ["given a regulation", paths.desk.regulation, () => papers(regulation, scan(pdf()))],
      ["given a course", paths.desk.training, () => ({ personId: "p", course: "x" })],
      ["closed", paths.desk.agencyClosing, () => closing],
    ];
  const footprint = async () =>
    JSON.stringify([
      await findAgency(db, health.id),
      await channelsOf(db, health.id),
      (await findRegulation(db, health.id)) ?? null,
      await trainingOf(db, health.id),
    ]);

  it.each(deeds)(
    "is not %s by a stranger, a sister, or another province",
    async (_, path, form) => {
      const before = await footprint();
      const sister = await officerOf(db, await department(db, called("Sở Xây dựng")), "Em");
      const commune = await officerAt("30307");
      const others = [sister, commune, await officerAt("46"), await officerAt("19777")];
      for (const as of others) {
        expect((await visit(path(health), { as })).status).toBe(404);
        expect((await visit(path(health), { as, form: form() })).status).toBe(404);
      }
      const stranger = await visit(path(health), { form: form() });

      expect(stranger.headers.get("Location")).toMatch(/^\/sign-in/);
      expect(await footprint()).toBe(before);
    },
  );

  it.each(deeds)(
    "is never done by its officer about the province's committee: %s",
    async (_, path, form) => {
      const province = { id: "pc-91" };
      expect((await visit(path(province), { as: lan })).status).toBe(404);
      expect((await visit(path(province), { as: lan, form: form() })).status).toBe(404);
    },
  );

  it("leaves closing to the province: its own office does not close it", async () => {
    expect((await visit(paths.desk.agencyClosing(health), { as: lan })).status).toBe(404);
    const response = await visit(paths.desk.agencyClosing(health), { as: lan, form: closing });
    expect(response.status).toBe(404);
    const profile = await textOf(await visit(paths.desk.agencyProfile(health), { as: lan }));
    expect(profile).not.toContain("Ghi sáp nhập");
    expect(profile).toContain("Ghi đổi tên");
  });
});

describe("a new name", () => {
  it("is entered by its own office; the former one stays in the profile", async () => {
    const response = await visit(paths.desk.agencyName(health), { as: lan, form: named });
    const text = await textOf(await visit(paths.desk.agencyProfile(health), { as: lan }));

    expect(response.headers.get("Location")).toBe(paths.desk.agencyProfile(health));
    expect(text).toContain("Sở Y tế, đến hết ngày 31/07/2026 (Nghị quyết số 5/NQ-HĐND)");
  });

  it("is not taken for a day to come", async () => {
    const form = { ...named, fromDay: "2026-09-02" };
    const response = await visit(paths.desk.agencyName(health), { as: lan, form });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("Tên mới ghi từ ngày có hiệu lực");
  });
});

describe("a merger", () => {
  it("is entered by the province's office and shown at the successor's desk", async () => {
    const finance = await department(db, called("Sở Tài chính"));
    await assigned(db, health);
    const meeting = await briefing(db, health, { subject: "Dịch sốt xuất huyết" });
    const form = { ...closing, successorIds: [finance.id] };
    const response = await visit(paths.desk.agencyClosing(health), { as: minh, form });

    expect(response.status).toBe(302);
    const home = await textOf(
      await visit(paths.desk.home(), { as: await officerOf(db, finance, "Tài") }),
    );
    expect(home).toContain(
      "Sở Tài chính tiếp nhận công việc của Sở Y tế từ ngày 05/09/2026, theo Nghị quyết số 9/NQ-HĐND.",
    );
    expect(home).toContain(`${meeting.subject}`);
    const again = await visit(paths.desk.agencyClosing(health), { as: minh, form });
    expect(again.status).toBe(409);
    expect(await textOf(again)).toContain("đã ghi thôi hoạt động");
  });

  it("offers communes to communes and departments to departments", async () => {
    await committee(db);
    await committee(db, "30292");
    const offered = async (agency: { id: string }, as: { id: string }) =>
      textOf(await visit(paths.desk.agencyClosing(agency), { as }));

    expect(await offered(health, minh)).not.toContain("phường Long Xuyên");
    const ward = await offered({ id: "pc-30307" }, minh);
    expect(ward).toContain("phường Bình Đức");
    expect(ward).not.toContain("Sở Y tế");
  });

  it("of a ward of today is an administrator's to enter", async () => {
    await committee(db);
    await committee(db, "30292");
    const form = { ...closing, successorIds: ["pc-30292"] };
    const path = paths.desk.agencyClosing({ id: "pc-30307" });
    const byProvince = await visit(path, { as: minh, form });
    const byChief = await visit(path, { as: await administrator(), form });

    expect(byProvince.status).toBe(409);
    expect(await textOf(byProvince)).toContain("chỉ do quản trị hệ thống");
    expect(byChief.status).toBe(302);
  });

  it("closes the door to new meetings and new entries in lists", async () => {
    await visit(paths.desk.agencyClosing(health), {
      as: minh,
      form: { ...closing, day: "2026-09-01" },
    });
    const query = { agency: health.id };

    expect((await visit(paths.desk.meetingNew(query), { as: minh })).status).toBe(404);
    expect((await visit(paths.desk.meetingUrgent(query), { as: minh })).status).toBe(404);
    const registry = await textOf(await visit(paths.desk.spokespersons(), { as: minh }));
    expect(registry).not.toContain("Sở Y tế");
    const choice = await textOf(await visit(paths.desk.meetingNew(), { as: minh }));
    expect(choice).not.toContain("Sở Y tế");
  });
});

describe("the mailbox for answers to letters", () => {
  it("is named, shown with what it is for, and taken away again, with a line in the log each time", async () => {
    const path = paths.desk.pressMailbox(health);
    const before = await visit(paths.desk.agencyProfile(health), { as: lan }).then(textOf);
    const named = await visit(path, { as: lan, form: { email: " Bao.Chi@soyte.angiang.gov.vn " } });
    const after = await visit(paths.desk.agencyProfile(health), { as: lan }).then(textOf);
    await visit(path, { as: lan, form: { email: "bao.chi@soyte.angiang.gov.vn" } });
    const kept = await pressMailboxOf(db, health.id);
    await visit(path, { as: lan, form: { email: "" } });

    expect(before).toContain("Chưa có: thư trả lời đến hộp thư gửi chung baochi@press.test.");
    expect(named.headers.get("Location")).toBe(paths.desk.agencyProfile(health));
    expect(after).toContain("bao.chi@soyte.angiang.gov.vn");
    expect(kept).toBe("bao.chi@soyte.angiang.gov.vn");
    expect(await pressMailboxOf(db, health.id)).toBeNull();
    const acts = await db
      .selectFrom("audit")
      .select("particulars")
      .where("act", "=", "agency.mailbox-named")
      .orderBy("at")
      .execute();
    expect(acts.map(({ particulars }) => JSON.parse(particulars).email)).toEqual([kept, null]);
  });

  it("must be an address", async () => {
    const form = { email: "bao chi@soyte" };
    const response = await visit(paths.desk.pressMailbox(health), { as: lan, form });

    expect(response.status).toBe(400);
    expect(await pressMailboxOf(db, health.id)).toBeNull();
  });
});
