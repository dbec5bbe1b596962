import readXlsxFile from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

beforeEach(async () => {
  await loadLaw(db, { at: MORNING });
});

/** A meeting of the ward that somebody of an outlet with a dangerous name came to. */
async function attended(outletName: string) {
  const ward = await committee(db);
  const meeting = await briefing(db, ward, {
    ...{ startsAt: "2026-08-10T02:00:00.000Z", endsAt: "2026-08-10T03:00:00.000Z" },
    heldAt: "2026-08-10T04:00:00.000Z",
  });
  await db
    .insertInto("attendance")
    .values({
      ...{ id: "a", meetingId: meeting.id, guest: "1", name: "Khách Kín Tên", outletName },
      ...{ inAt: meeting.startsAt, inBy: "lan", inByName: "Lan" },
    })
    .execute();
  return { ward, lan: await officerOf(db, ward) };
}

describe("figures of a period at the desk", () => {
  it("are of this quarter unless another period is asked for, drawn and in tables", async () => {
    const { lan } = await attended("Báo An Giang");
    const shown = await textOf(await visit(paths.desk.reports(), { as: lan }));

    expect(shown).toContain("Quý III/2026");
    expect(shown).toContain("Báo An Giang");
    expect(shown).not.toContain("Khách Kín Tên");
    const july = await textOf(await visit(paths.desk.reports({ period: "2026-07" }), { as: lan }));
    expect(july).toContain("Tháng 7/2026");
    expect(july).not.toContain("Báo An Giang");
    const odd = await textOf(await visit(paths.desk.reports({ period: "hôm nay" }), { as: lan }));
    expect(odd).toContain("Quý III/2026");
  });

  it("draw a picture with a title and a telling, beside a table", async () => {
    const { lan } = await attended("Báo A");
    const { id: meetingId } = await db.selectFrom("meeting").select("id").executeTakeFirstOrThrow();
    await db
      .insertInto("attendance")
      .values({
        ...{ id: "b", meetingId, guest: "2", outletName: "Báo B", inAt: MORNING },
        ...{ inBy: "lan", inByName: "Lan" },
      })
      .execute();
    const html = await (await visit(paths.desk.reports(), { as: lan })).text();

    expect(html).toMatch(/<svg role="img" aria-labelledby="[^"]+-title [^"]+-desc"/);
    expect(html).toMatch(/<desc[^>]*>Báo A: 1; Báo B: 1<\/desc>/);
  });

  it.each(["=HYPERLINK(1)", "@SUM(1)", "+1+cmd", "-2+3"])(
    "take no formula from an outlet's name into a sheet: %s",
    async (name) => {
      const { lan } = await attended(name);
      const csv = await (await visit(paths.desk.reportFigures("csv"), { as: lan })).text();
      const line = csv.split("\r\n").find((one) => one.includes(name));
      expect(line).toMatch(/,"?'[=@+-]/);

      const xlsx = await visit(paths.desk.reportFigures("xlsx"), { as: lan });
      const [sheet] = await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()));
      expect(sheet?.data.flat()).toContain(name);
    },
  );

  it("of a province are its officer's alone, of the country an administrator's", async () => {
    const { lan } = await attended("Báo An Giang");
    const huong = await officerOf(db, await committee(db, "91"), "Hương");
    const hue = await officerOf(db, await committee(db, "46"), "Hoa");
    const admin = await officerOf(db, await committee(db, "91"), "Quản");
    await db
      .updateTable("account")
      .set({ role: "administrator", agencyId: null })
      .where("id", "=", admin.id)
      .execute();

    const shown = async (as: { id: string }, query = {}) =>
      textOf(await visit(paths.desk.reports(query), { as }));
    expect(await shown(huong)).toContain("Báo An Giang");
    expect(await shown(hue)).not.toContain("Báo An Giang");
    // Another province is not theirs to name: they are shown their own.
    expect(await shown(hue, { province: "2025-91" })).not.toContain("Báo An Giang");
    expect(await shown(lan, { province: "2025-46" })).toContain("Báo An Giang");
    expect(await shown(admin)).toContain("Cả nước");
    expect(await shown(admin, { province: "2025-46" })).not.toContain("Báo An Giang");
    const other = await visit(paths.desk.reports({ agency: "pc-30307" }), { as: hue });
    expect(other.status).toBe(404);
  });
});

describe("what is kept how long, at the desk", () => {
  it("shows the rules, what goes next of one's own, and the rounds that were run", async () => {
    const { lan } = await attended("Báo An Giang");
    const hue = await officerOf(db, await committee(db, "46"), "Hoa");
    const page = async (as: { id: string }) => textOf(await visit(paths.desk.retention(), { as }));

    expect(await page(lan)).toContain("12 tháng");
    expect(await page(lan)).toContain("10/08/2027");
    expect(await page(lan)).toContain("Chưa chạy lần nào");
    expect(await page(hue)).not.toContain("10/08/2027");
  });
});
