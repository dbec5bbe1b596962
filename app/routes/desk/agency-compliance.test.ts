import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import { channelsOf } from "#app/domain/agencies/channels.server.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { findRegulation } from "#app/domain/regulations/regulations.server.ts";
import { trainingOf } from "#app/domain/training/training.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { called, channel, department, papers, regulation, scan } from "#app/test/departments.ts";
import { docm, pdf } from "#app/test/papers.ts";
import { officerOf } from "#app/test/people.ts";
import { assigned, decided } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";

let health: AgencyOfArea;
let lan: Officer; // at the health department

beforeEach(async () => {
  health = await department(db);
  lan = await officerOf(db, health);
});

describe("official channels", () => {
  it("are listed and taken off, with the log knowing both", async () => {
    await visit(paths.desk.channels(health), { as: lan, form: channel });
    const [listed] = await channelsOf(db, health.id);
    expect(listed).toMatchObject({ kind: "website", url: "https://soyte.angiang.gov.vn/" });

    const removal = paths.desk.channelRemoval({ id: listed?.id ?? "" });
    const sister = await officerOf(db, await department(db, called("Sở Xây dựng")), "Em");
    expect((await visit(removal, { as: sister, form: { any: "" } })).status).toBe(404);
    expect((await visit(removal, { as: lan })).headers.get("Location")).toBe(
      paths.desk.channels(health),
    );
    expect(await channelsOf(db, health.id)).toHaveLength(1);
    await visit(removal, { as: lan, form: { any: "" } });
    expect(await channelsOf(db, health.id)).toEqual([]);
    expect((await visit(removal, { as: lan, form: { any: "" } })).status).toBe(404);
    const acts = await db
      .selectFrom("audit")
      .select("act")
      .where("act", "like", "channel.%")
      .orderBy("act")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(["channel.added", "channel.removed"]);
  });

  it.each([
    [{ url: "http://soyte.angiang.gov.vn" }, 400, "bắt đầu bằng https://"],
    [{ kind: "facebook" }, 400, "không thuộc loại kênh đã chọn"],
  ])("are refused with %j", async (wrong, status, sentence) => {
    const form = { ...channel, ...wrong };
    const response = await visit(paths.desk.channels(health), { as: lan, form });

    expect(response.status).toBe(status);
    expect(await textOf(response)).toContain(sentence);
    expect(await channelsOf(db, health.id)).toEqual([]);
  });

  it("are listed once", async () => {
    await visit(paths.desk.channels(health), { as: lan, form: channel });
    const again = await visit(paths.desk.channels(health), { as: lan, form: channel });

    expect(again.status).toBe(409);
    expect(await channelsOf(db, health.id)).toHaveLength(1);
  });
});

describe("the regulation", () => {
  it("is overdue until it is issued, with its paper; a new one takes its place", async () => {
    const path = paths.desk.regulation(health);
    await loadLaw(db, { at: MORNING });
    // The 45th day is a Saturday, which gives way to the Monday.
    expect(await textOf(await visit(path, { as: lan }))).toContain(
      "Quá hạn ban hành Hạn ban hành: 17/08/2026.",
    );
    await visit(path, { as: lan, form: papers(regulation, scan(pdf())) });
    const first = await findRegulation(db, health.id);
    expect(first).toMatchObject({ number: "45/QĐ-SYT", document: { name: "45.pdf" } });

    const next = { number: "60/QĐ-SYT", day: "2026-08-31" };
    await visit(path, { as: lan, form: papers(next) });
    expect(await findRegulation(db, health.id)).toMatchObject({
      number: "60/QĐ-SYT",
      document: null,
    });
    const text = await textOf(await visit(path, { as: lan }));
    expect(text).toContain("Đã ban hành Số 60/QĐ-SYT, ngày 31/08/2026");
    expect(text).toContain("Quy chế trước đây Số 45/QĐ-SYT, ngày 10/08/2026 45.pdf");
  });

  it.each([
    ["một tệp không phải văn bản", scan(new TextEncoder().encode("<script>")), "không phải PDF"],
    ["a file with macros", scan(docm(), "quyche.docx"), "có macro"],
    ["an empty file", scan(new Uint8Array(), "quyche.pdf"), "Tệp này rỗng"],
  ])("is not taken with %s, and the one before stands", async (_, file, sentence) => {
    const path = paths.desk.regulation(health);
    await visit(path, { as: lan, form: papers(regulation) });
    const response = await visit(path, {
      as: lan,
      form: papers({ number: "60/QĐ-SYT", day: "2026-08-31" }, file),
    });

    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain(sentence);
    expect(html).toContain("60/QĐ-SYT");
    expect(await findRegulation(db, health.id)).toMatchObject({ number: "45/QĐ-SYT" });
    expect(await db.selectFrom("document").select("id").execute()).toEqual([]);
  });

  it.each([
    ["2026-09-02", "Ngày này chưa đến"],
    ["2026-08-09", "ngày mới hơn"],
  ])("is not taken of %s", async (day, sentence) => {
    const path = paths.desk.regulation(health);
    await visit(path, { as: lan, form: papers(regulation) });
    const response = await visit(path, { as: lan, form: papers({ number: "2/QĐ", day }) });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain(sentence);
    expect(await findRegulation(db, health.id)).toMatchObject({ number: "45/QĐ-SYT" });
  });
});

describe("the training log", () => {
  const course = { course: "Kỹ năng phát ngôn", day: "2026-08-20", hours: "16", certificate: "" };
  const attend = async (agency: { id: string }, as: { id: string }, personId: string, more = {}) =>
    visit(paths.desk.training(agency), { as, form: { ...course, personId, ...more } });
  const personOf = async (agency: { id: string }, name = "Nguyễn Văn An") => {
    await assigned(db, agency, decided({ name }));
    const { personId } = await db
      .selectFrom("assignment")
      .select("personId")
      .where("agencyId", "=", agency.id)
      .executeTakeFirstOrThrow();
    return personId;
  };

  it("keeps who attended what, also what was struck out", async () => {
    const personId = await personOf(health);
    expect((await attend(health, lan, personId)).status).toBe(302);
    const [entry] = await trainingOf(db, health.id);
    expect(entry).toMatchObject({ name: "Nguyễn Văn An", hours: 16, certificate: null });

    const removal = paths.desk.trainingRemoval({ id: entry?.id ?? "" });
    const sister = await officerOf(db, await department(db, called("Sở Xây dựng")), "Em");
    expect((await visit(removal, { as: sister, form: { any: "" } })).status).toBe(404);
    await visit(removal, { as: lan, form: { any: "" } });
    expect(await trainingOf(db, health.id)).toMatchObject([{ removedAt: MORNING }]);
    const text = await textOf(await visit(paths.desk.training(health), { as: lan }));
    expect(text).toContain("Kỹ năng phát ngôn");
    expect(text).toContain("Đã gạch bỏ");
  });

  it("is about the agency's own people and days that have been", async () => {
    const theirs = await personOf(await department(db, called("Sở Xây dựng")));
    const own = await personOf(health, "Lê Bình");

    expect((await attend(health, lan, theirs)).status).toBe(409);
    expect((await attend(health, lan, own, { day: "2026-09-02" })).status).toBe(409);
    expect((await attend(health, lan, own, { hours: "nhiều" })).status).toBe(400);
    expect((await attend(health, lan, own, { hours: "0" })).status).toBe(400);
    expect(await trainingOf(db, health.id)).toEqual([]);
  });

  it("asks for a spokesperson first where there is none", async () => {
    const text = await textOf(await visit(paths.desk.training(health), { as: lan }));
    expect(text).toContain("Xin ghi người phát ngôn trước");
  });
});
