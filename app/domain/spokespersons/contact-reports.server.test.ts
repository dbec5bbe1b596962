import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { changesOf } from "./changes.server.ts";
import { NO_ENTRY } from "./contact-report-form.ts";
import {
  applyReport,
  countOpenReports,
  declineReport,
  findReportFor,
  listReportsFor,
  type ReportDetails,
  type ReportFound,
  reportContact,
} from "./contact-reports.server.ts";
import { speakersOf } from "./speakers.server.ts";

const NOON = "2026-09-01T05:00:00.000Z";
const signed = { by: byLan.by, at: NOON };

describe.each(databases)("readers' reports, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: { id: string };
  let lan: Officer;

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    const agency = await committee(db);
    ward = agency;
    lan = await officerOf(db, agency);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    for (const table of ["mail", "contactReport"] as const) await db.deleteFrom(table).execute();
    await emptyRegister(db);
  });

  async function reported(details: Partial<ReportDetails>): Promise<ReportFound> {
    const report = { entry: NO_ENTRY, field: "phone" as const, proposal: "0296 3 999 999" };
    const outcome = await reportContact(
      db,
      ward,
      { ...report, ...details },
      { language: "vi", at: MORNING },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    return (await findReportFor(db, lan, outcome.id)) as ReportFound;
  }
  const letters = () => db.selectFrom("mail").selectAll().execute();

  it("change nothing by themselves", async () => {
    const { id } = await assigned(db, ward);
    const before = await speakersOf(db, ward, NOON);
    const report = await reported({ entry: id });

    expect(await speakersOf(db, ward, NOON)).toEqual(before);
    expect(report).toMatchObject({ assignmentId: id, delegationId: null, decision: null });
    expect(report.entry).toMatchObject({ name: "Nguyễn Văn An", phone: "0296 3 852 852" });
    expect(await letters()).toEqual([]);
  });

  it("are about an entry of that agency's page, or about none", async () => {
    const elsewhere = await assigned(db, await committee(db, "30292"));
    const refused = await reportContact(
      db,
      ward,
      { entry: elsewhere.id, field: "phone", proposal: "1" },
      { language: "vi", at: MORNING },
    );

    expect(refused).toEqual({ ok: false, reason: "unknown-entry" });
    expect((await reported({})).entry).toBeUndefined();
  });

  it("applied, replace the entry by a corrected one; the reader is told and forgotten", async () => {
    const { id } = await assigned(db, ward);
    const report = await reported({ entry: id, reporterEmail: "doc@gia.vn" });
    const decision = { value: "0296 3 999 999", answer: "Cảm ơn bạn, đã sửa." };
    const outcome = await applyReport(db, report, decision, signed);
    const [speaker, ...others] = await speakersOf(db, ward, NOON);
    const kept = await db.selectFrom("contactReport").selectAll().executeTakeFirstOrThrow();
    const [letter, ...more] = await letters();

    expect(outcome).toEqual({ ok: true });
    expect(others).toEqual([]);
    expect(speaker).toMatchObject({ phone: "0296 3 999 999", from: "2025-07-01" });
    expect(speaker?.id).not.toBe(id);
    expect(kept).toMatchObject({
      decision: "applied",
      decidedBy: "lan",
      decidedAt: NOON,
      reporterEmail: null,
    });
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: "report-answer", to: "doc@gia.vn", agencyId: ward.id });
    expect(letter?.text).toContain("Cảm ơn bạn, đã sửa.");
    expect(letter?.text).toContain("Điện thoại: 0296 3 999 999");
    expect(
      (await changesOf(db, { agencyId: ward.id }, { until: NOON, limit: 9 }))[0],
    ).toMatchObject({ kind: "corrected", at: NOON });
  });

  it("applied to a delegation, keep its matter and its term", async () => {
    await assigned(db, ward);
    const cuc = await delegated(db, ward);
    const report = await reported({ entry: cuc.id, field: "email" });
    const outcome = await applyReport(
      db,
      report,
      { value: "Cuc.Tran@angiang.gov.vn", answer: "Đã sửa" },
      signed,
    );
    const authorised = (await speakersOf(db, ward, NOON)).filter(
      ({ capacity }) => capacity === "authorised",
    );

    expect(outcome).toEqual({ ok: true });
    expect(authorised).toMatchObject([
      { email: "cuc.tran@angiang.gov.vn", matter: "Sạt lở bờ sông", name: "Trần Thị Cúc" },
    ]);
  });

  it("declined, leave the entry alone and tell the reader why", async () => {
    const { id } = await assigned(db, ward);
    const before = await speakersOf(db, ward, NOON);
    const report = await reported({ entry: id, reporterEmail: "doc@gia.vn" });
    await declineReport(db, report, { answer: "Số này vẫn đúng." }, signed);

    expect(await speakersOf(db, ward, NOON)).toEqual(before);
    expect((await letters())[0]?.text).toContain("Số này vẫn đúng.");
  });

  it("are decided once, and a reader without an address gets no letter", async () => {
    const { id } = await assigned(db, ward);
    const report = await reported({ entry: id });
    const twice = await Promise.all([
      applyReport(db, report, { value: "0296 3 111 111", answer: "a" }, signed),
      declineReport(db, report, { answer: "b" }, signed),
    ]);

    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: "decided" });
    expect(await letters()).toEqual([]);
  });

  it("with a value that is none are not applied, and stay open with the reader's address", async () => {
    const { id } = await assigned(db, ward);
    const report = await reported({ entry: id, reporterEmail: "doc@gia.vn" });
    const outcome = await applyReport(db, report, { value: "không rõ", answer: "a" }, signed);
    const kept = await db.selectFrom("contactReport").selectAll().executeTakeFirstOrThrow();

    expect(outcome).toEqual({ ok: false, reason: "bad-value", problem: "not-a-phone" });
    expect(kept).toMatchObject({ decision: null, reporterEmail: "doc@gia.vn" });
    expect(await letters()).toEqual([]);
    expect((await speakersOf(db, ward, NOON)).map(({ id }) => id)).toEqual([id]);
  });

  it("follow an entry that was corrected in the meantime", async () => {
    const { id } = await assigned(db, ward);
    const first = await reported({ entry: id, field: "position", proposal: "Phó Chủ tịch" });
    const second = await reported({ entry: id });
    await applyReport(db, first, { value: "Phó Chủ tịch", answer: "a" }, signed);
    const again = (await findReportFor(db, lan, second.id)) as ReportFound;
    const outcome = await applyReport(db, again, { value: "0296 3 111 111", answer: "b" }, signed);

    expect(again.entry?.position).toBe("Phó Chủ tịch");
    expect(outcome).toEqual({ ok: true });
    expect((await speakersOf(db, ward, NOON))[0]).toMatchObject({
      position: "Phó Chủ tịch",
      phone: "0296 3 111 111",
    });
  });

  it("about the page as a whole are written down as done by hand", async () => {
    await assigned(db, ward, decided());
    const report = await reported({ field: "other", proposal: "Thiếu người phát ngôn" });

    expect(await applyReport(db, report, { answer: "Đã ghi thêm" }, signed)).toEqual({ ok: true });
    expect(await countOpenReports(db, lan)).toBe(0);
  });

  it("are listed and found within reach only, open ones oldest first", async () => {
    const { id } = await assigned(db, ward);
    const report = await reported({ entry: id });
    const province = await officerOf(db, await committee(db, "91"), "Minh");
    const sister = await officerOf(db, await committee(db, "30292"), "Tư");
    const elsewhere = await officerOf(db, await committee(db, "01"), "Năm");

    for (const officer of [lan, province]) {
      expect((await listReportsFor(db, officer, { shelf: "open" })).counts.open).toBe(1);
      expect(await findReportFor(db, officer, report.id)).toBeDefined();
    }
    for (const officer of [sister, elsewhere]) {
      expect((await listReportsFor(db, officer, { shelf: "open" })).reports).toEqual([]);
      expect(await findReportFor(db, officer, report.id)).toBeUndefined();
    }
  });
});
