import { beforeEach, describe, expect, it } from "vitest";
import { type AgencyOfArea, findAgency } from "#app/domain/agencies/agencies.server.ts";
import { addChannel } from "#app/domain/agencies/channels.server.ts";
import { renameAgency } from "#app/domain/agencies/renaming.server.ts";
import { closeAgency } from "#app/domain/closings/closing.server.ts";
import { issueRegulation } from "#app/domain/regulations/regulations.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { called, department } from "#app/test/departments.ts";
import { pdf } from "#app/test/papers.ts";
import { briefing, committee } from "#app/test/people.ts";
import { assigned, byLan, decided } from "#app/test/register.ts";

let health: AgencyOfArea;

beforeEach(async () => {
  health = await department(db, { fromDay: "2025-07-01" });
});

const read = async (path: string) => textOf(await visit(path));
const close = (agency: { id: string }, successors: { id: string }[], day = "2026-08-01") =>
  closeAgency(
    db,
    { reach: "province" },
    agency,
    { successorIds: successors.map(({ id }) => id), day, basis: "Nghị quyết số 9/NQ-HĐND" },
    byLan,
  );

describe("a department's page", () => {
  it("says who speaks, in both languages, with the province beside the name", async () => {
    await assigned(db, health, decided({ position: "Giám đốc Sở" }));
    const vi = await read(paths.agency(health));
    const en = await read(`/en${paths.agency(health)}`);

    expect(vi).toContain("Tỉnh An Giang · Sở, ban, ngành Sở Y tế");
    expect(vi).toContain("Nguyễn Văn An Giám đốc Sở");
    expect(en).toContain("An Giang Province · Department");
    expect(en).toContain("Department of Health");
  });

  it("keeps the contact of whoever speaks now, and says to search engines who that is", async () => {
    const { id } = await assigned(db, health, decided({ position: "Giám đốc Sở" }));
    const html = await (await visit(paths.agency(health))).text();
    const then = await (await visit(paths.agency(health, "2026-08-01"))).text();

    const [, json = "{}"] =
      /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      name: "Sở Y tế",
      url: `https://press.test${paths.agency(health)}`,
      employee: [{ name: "Nguyễn Văn An", jobTitle: "Giám đốc Sở" }],
      areaServed: { name: "Tỉnh An Giang" },
    });
    const canonical = `rel="canonical" href="https://press.test${paths.agency(health)}"`;
    for (const page of [html, then]) expect(page).toContain(canonical);
    expect(html).toContain(paths.contactCode({ id, agencyId: health.id }));
    expect(html).toContain(paths.agency(health, "2026-09-01"));
    expect(then).toContain("Nguyễn Văn An");
    expect(then).not.toMatch(/contact\.|ld\+json/);
  });

  it("answers for any day, by the name of that day", async () => {
    await assigned(db, health, decided({ untilDay: "2026-06-30" }));
    const name = { name: "Sở Sức khỏe", nameEn: "Wellbeing", symbol: null };
    await renameAgency(db, health, { ...name, fromDay: "2026-08-01", basis: "NQ 5" }, byLan);
    const then = await read(paths.agency(health, "2026-03-01"));
    const now = await read(paths.agency(health));
    const before = await read(paths.agency(health, "2025-06-01"));

    expect(then).toContain("Khi ấy mang tên Sở Y tế.");
    expect(then).toContain("Nguyễn Văn An");
    expect(now).toContain("người đứng đầu Sở Sức khỏe");
    expect(now).toContain("Tên gọi trước đây Sở Y tế, đến hết ngày 31/07/2026 (NQ 5)");
    expect(before).toContain("Ngày 01/06/2025 chưa có cơ quan này");
  });

  it("says whom to ask of the province while nobody is on record", async () => {
    await assigned(db, { id: "pc-91" }, decided({ name: "Trần Tỉnh" }));
    const text = await read(paths.agency(health));

    expect(text).toContain("Chưa có người phát ngôn trong sổ");
    expect(text).toContain("Trần Tỉnh");
  });

  it("lists channels, the regulation with its paper, sub-departments and coming meetings", async () => {
    const site = {
      kind: "website" as const,
      url: "https://soyte.angiang.gov.vn/",
      name: "Trang của Sở",
    };
    await addChannel(db, health, site, byLan);
    const file = { name: "quy chế.pdf", bytes: pdf() };
    await issueRegulation(db, health, { number: "45/QĐ-SYT", day: "2026-08-10", file }, byLan);
    await department(db, {
      ...called("Chi cục Dân số"),
      kind: "sub_department",
      underId: health.id,
    });
    await briefing(db, health, { subject: "Họp báo y tế" });
    const html = await (await visit(paths.agency(health))).text();

    expect(html).toContain('href="https://soyte.angiang.gov.vn/"');
    expect(html).toMatch(/href="\/documents\/[\w-]+\/quy%20ch%E1%BA%BF\.pdf"/);
    expect(html).toContain("Chi cục Dân số");
    expect(html).toContain("Họp báo y tế");
    const [, link = ""] = /href="(\/documents\/[^"]+)"/.exec(html) ?? [];
    expect((await visit(link)).status).toBe(200);
  });

  it("is not there for an agency that is not", async () => {
    expect((await visit(paths.agency({ id: "91-so-mat-tich" }))).status).toBe(404);
    const wrong = await visit(paths.agency(health, "31/02/2026"));
    expect(wrong.status).toBe(400);
  });
});

describe("a closed department's address", () => {
  it("says what became of it and leads to every successor", async () => {
    const one = await department(db, called("Sở Tài chính"));
    const other = await department(db, called("Sở Công thương"));
    await assigned(db, health);
    await assigned(db, one, decided({ name: "Phạm Tiếp Nhận" }));
    await close(health, [one, other]);
    const response = await visit(paths.agency(health));
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(html).toContain("Cơ quan này không còn từ ngày 01/08/2026.");
    for (const successor of [one, other])
      expect(html).toContain(`href="${paths.agency(successor)}"`);
    expect(html).toContain("Phạm Tiếp Nhận");
    expect(html).not.toContain('id="speaks"');
    expect(await read(paths.agency(health, "2026-07-31"))).toContain("Nguyễn Văn An");
    expect(await read(paths.agency(one))).toContain("Tiếp nhận công việc của Sở Y tế");
  });

  it("says so beforehand, while it still speaks", async () => {
    await assigned(db, health);
    await close(health, [], "2026-10-01");
    const text = await read(paths.agency(health));

    expect(text).toContain("Cơ quan này thôi hoạt động từ ngày 01/10/2026.");
    expect(text).toContain("Nguyễn Văn An");
  });
});

describe("a People's Committee's address", () => {
  it("leads to its area's page, with the day that was asked about", async () => {
    await committee(db);
    const response = await visit(paths.agency({ id: "pc-30307" }, "2026-03-01"));

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe("/areas/30307?on=2026-03-01");
    const english = await visit(`/en${paths.agency({ id: "pc-30307" })}`);
    expect(english.headers.get("Location")).toBe("/en/areas/30307");
  });

  it("tells of its successor once it is closed", async () => {
    const [ward, sister] = [await committee(db), await committee(db, "30292")];
    const details = { successorIds: [sister.id], day: "2026-08-01", basis: "NQ 1" };
    await closeAgency(db, { reach: "country" }, ward, details, byLan);
    expect(await findAgency(db, ward.id)).toMatchObject({ untilDay: "2026-07-31" });
    const html = await (await visit(paths.agency(ward))).text();

    expect(html).toContain("không còn từ ngày 01/08/2026");
    expect(html).toContain('href="/areas/30292"');
  });
});

describe("a province's page", () => {
  it("lists its departments with who speaks, and what its committee publishes", async () => {
    await assigned(db, health, decided({ name: "Lê Giám Đốc" }));
    await department(db, {}, "46");
    await department(db, called("Sở Xây dựng"));
    const site = {
      kind: "website" as const,
      url: "https://angiang.gov.vn/",
      name: "Cổng An Giang",
    };
    await addChannel(db, { id: "pc-91" }, site, byLan);
    const html = await (await visit("/areas/91")).text();

    expect(html).toContain("Các sở, ban, ngành của tỉnh");
    expect(html).toContain("2 cơ quan; 1 đã có người phát ngôn trong sổ, 1 chưa có.");
    expect(html).toContain(`href="${paths.agency(health)}"`);
    expect(html).toContain("Lê Giám Đốc");
    expect(html).toContain('href="https://angiang.gov.vn/"');
    expect(html).not.toContain("46-so-y-te");
  });
});
