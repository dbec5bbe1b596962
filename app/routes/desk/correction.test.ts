import { beforeEach, describe, expect, it } from "vitest";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";

type Officer = Awaited<ReturnType<typeof officerOf>>;

describe("keeping the register right", () => {
  let ward: { id: string };
  let lan: Officer;
  beforeEach(async () => {
    ward = await committee(db);
    lan = await officerOf(db, ward);
  });

  const form = (details = decided()) => {
    const { name, position, phone, email, capacity, decisionNo, decisionDay, fromDay } = details;
    return { name, position, phone, email, capacity, decisionNo, decisionDay, fromDay };
  };
  const publicPage = async (query = "") => textOf(await visit(`/areas/30307${query}`));

  it("keeps an entry from the public page until it is published, and records when", async () => {
    const path = `/desk/agencies/${ward.id}/assignments/new`;
    await visit(path, { as: lan, form: { ...form(), publish: "later" } });
    expect(await publicPage()).not.toContain("Nguyễn Văn An");
    expect(await textOf(await visit("/desk", { as: lan }))).toContain("Chờ công bố");

    const { id } = await db.selectFrom("assignment").select("id").executeTakeFirstOrThrow();
    const response = await visit(`/desk/assignments/${id}/publication`, { as: lan, form: {} });

    expect(response.status).toBe(302);
    expect(await publicPage()).toContain("Nguyễn Văn An");
    const again = await visit(`/desk/assignments/${id}/publication`, { as: lan, form: {} });
    expect(again.status).toBe(409);
  });

  it("remarks upon a private address before an entry goes on the public page", async () => {
    const path = `/desk/agencies/${ward.id}/assignments/new`;
    const pending = decided({ email: "an@gmail.com" });
    await visit(path, { as: lan, form: { ...form(pending), publish: "later" } });
    const { id } = await db.selectFrom("assignment").select("id").executeTakeFirstOrThrow();

    const page = await textOf(await visit(`/desk/assignments/${id}/publication`, { as: lan }));

    expect(page).toContain("Địa chỉ này không thuộc tên miền .gov.vn");
  });

  it("puts a successor in place and gives the one before their last day", async () => {
    await assigned(db, ward);
    const next = form(decided({ name: "Lê Thị Hoa", fromDay: "2026-09-10" }));
    const path = `/desk/agencies/${ward.id}/assignments/new`;
    expect((await visit(path, { as: lan, form: next })).status).toBe(409);

    const response = await visit(path, { as: lan, form: { ...next, inPlace: "supersede" } });

    expect(response.status).toBe(302);
    expect(await publicPage("?on=2026-09-09")).toContain("Nguyễn Văn An");
    const after = await publicPage("?on=2026-09-10");
    expect(after).toContain("Lê Thị Hoa");
    expect(after).not.toContain("Nguyễn Văn An");
  });

  it("takes a second regular spokesperson only when it is said why", async () => {
    await assigned(db, ward, decided({ capacity: "regular" }));
    const second = form(decided({ name: "Lê Thị Hoa", capacity: "regular" }));
    const path = `/desk/agencies/${ward.id}/assignments/new`;

    const refused = await visit(path, { as: lan, form: second });
    const besideReason = "cho báo chí tiếng Anh";
    const taken = await visit(path, { as: lan, form: { ...second, besideReason } });

    expect([refused.status, taken.status]).toEqual([409, 302]);
    expect(await textOf(await visit(`/desk/agencies/${ward.id}`, { as: lan }))).toContain(
      besideReason,
    );
  });

  it("corrects a telephone number, and still tells what the page said before", async () => {
    const { id } = await assigned(db, ward);
    const corrected = { ...form(decided({ phone: "0296 3 999 999" })), reason: "số mới" };

    const response = await visit(`/desk/assignments/${id}/correction`, {
      as: lan,
      form: corrected,
    });

    expect(response.status).toBe(302);
    expect(await publicPage()).toContain("0296 3 999 999");
    const { recordedAt } = await db
      .selectFrom("assignment")
      .select("recordedAt")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const before = new Date(Date.parse(recordedAt) - 1).toISOString();
    expect(await publicPage(`?on=2026-09-01&known=${before}`)).not.toContain("Nguyễn Văn An");
    expect(
      (await visit(`/desk/assignments/${id}/correction`, { as: lan, form: corrected })).status,
    ).toBe(409);
  });

  it("annuls a mistake, but no head whose delegation stands", async () => {
    const head = await assigned(db, ward);
    const delegation = await delegated(db, ward, written());
    const reason = { reason: "ghi nhầm cơ quan" };
    const annul = (path: string) => visit(`/desk/${path}/annulment`, { as: lan, form: reason });

    expect((await annul(`assignments/${head.id}`)).status).toBe(409);
    expect((await annul(`delegations/${delegation.id}`)).status).toBe(302);
    expect((await annul(`assignments/${head.id}`)).status).toBe(302);

    expect(await publicPage()).not.toContain("Nguyễn Văn An");
    expect(await textOf(await visit(`/desk/agencies/${ward.id}`, { as: lan }))).toContain(
      "ghi nhầm cơ quan",
    );
  });

  it("makes a draft, says what it lacks, and activates it", async () => {
    await assigned(db, ward);
    const { name, position, phone, email, matter, documentNo, documentDay } = written();
    const person = { name, position, phone, email };
    const made = await visit(`/desk/agencies/${ward.id}/delegation-drafts`, {
      as: lan,
      form: { ...person, fromTime: "not a time" },
    });
    const path = made.headers.get("Location") ?? "";
    expect(await textOf(await visit(path, { as: lan }))).toContain(
      "Còn thiếu Về một vụ việc cụ thể",
    );
    const early = await visit(`${path}/activation`, { as: lan, form: {} });
    expect(early.status).toBe(409);
    expect(await textOf(early)).toContain("phải có số và ngày ký");

    const limits = { fromTime: "2026-09-01T08:00", untilTime: "2026-09-01T17:00" };
    await visit(path, { as: lan, form: { ...person, matter, documentNo, documentDay, ...limits } });
    const letter = await visit(`${path}/letter.docx`, { as: lan });
    const active = await visit(`${path}/activation`, { as: lan, form: {} });

    expect(letter.headers.get("Content-Type")).toContain("wordprocessingml");
    expect(active.status).toBe(302);
    expect(await publicPage()).toContain("Trần Thị Cúc");
    expect(await publicPage("?matter=sat+lo")).toMatch(
      /Liên hệ trước tiên.*Trần Thị Cúc|Trần Thị Cúc.*Liên hệ trước tiên/,
    );
  });

  it("lets no sister commune, no other province and no stranger near", async () => {
    const head = await assigned(db, ward);
    const regular = await assigned(db, ward, decided({ name: "Bình", capacity: "regular" }));
    const delegation = await delegated(db, ward, written());
    const paths = [
      `assignments/${head.id}/correction`,
      `assignments/${head.id}/annulment`,
      `assignments/${head.id}/publication`,
      `assignments/${regular.id}/unavailability`,
      `delegations/${delegation.id}/annulment`,
      `agencies/${ward.id}/delegation-drafts`,
    ];
    const sister = await officerOf(db, await committee(db, "30292"));
    const elsewhere = await officerOf(db, await committee(db, "01"));

    for (const path of paths) {
      const knock = (as?: Officer) =>
        visit(`/desk/${path}`, { as, form: { ...form(), reason: "x" } });
      expect([(await knock(sister)).status, (await knock(elsewhere)).status], path).toEqual([
        404, 404,
      ]);
      expect((await knock()).headers.get("Location"), path).toMatch(/^\/sign-in/);
    }
    const rows = await db.selectFrom("assignment").select("annulledAt").execute();
    expect(rows.every(({ annulledAt }) => annulledAt === null)).toBe(true);
  });
});
