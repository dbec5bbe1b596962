import { describe, expect, it } from "vitest";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";

const CALENDAR = "/desk/meetings/calendar";

async function house() {
  const ward = await committee(db);
  const sister = await committee(db, "30292");
  const lan = await officerOf(db, ward);
  const own = await briefing(db, ward, { subject: "Của phường", announcedAt: null });
  const other = await briefing(db, sister, { subject: "Của phường bạn" });
  return { lan, own, other, ward };
}

describe("the calendar of meetings", () => {
  it("is a table by day, complete without scripts, with its own meetings to be moved", async () => {
    const { lan, own } = await house();
    const page = await visit(`${CALENDAR}?on=2026-09-01`, { as: lan });
    const html = await page.clone().text();
    const text = await textOf(page);

    expect(text).toContain("Tháng 9 năm 2026");
    expect(text).toContain("Thứ Năm, 10/09/2026");
    expect(text).toContain("09:00–10:30");
    expect(text).not.toContain("Của phường bạn");
    expect(html).toContain(`/desk/meetings/${own.id}/move`);
    expect(html).toContain("on=2026-08-01");
    expect(html).toContain("on=2026-10-01");
  });

  it("shows the province's others with a way to their public page only", async () => {
    const { lan, other } = await house();
    const html = await (await visit(`${CALENDAR}?of=province&on=2026-09-01`, { as: lan })).text();

    expect(html).toContain("Của phường bạn");
    expect(html).toContain("Cơ quan khác");
    expect(html).toContain(`href="/meetings/${other.id}"`);
    expect(html).not.toContain(`/desk/meetings/${other.id}`);
  });

  it("counts the meetings of each day and leads to them in the table, for phones", async () => {
    const { lan, ward } = await house();
    await briefing(db, ward, { subject: "Cùng ngày", announcedAt: null });
    await db
      .insertInto("holiday")
      .values({
        ...{ day: "2026-09-02", kind: "off", name: "Quốc khánh", basis: "Bộ luật Lao động" },
        ...{ recordedAt: "2026-01-01T00:00:00.000Z", recordedBy: "lan" },
      })
      .execute();
    const html = await (await visit(`${CALENDAR}?on=2026-09-01`, { as: lan })).text();

    expect(html).toContain(">Thứ Năm, 10/09/2026, 2 cuộc họp<");
    expect(html).toContain('href="#day-2026-09-10"');
    expect(html).toContain('id="day-2026-09-10"');
    expect(html).toContain(">Thứ Tư, 02/09/2026, Nghỉ: Quốc khánh<");
    expect(html).not.toContain("#day-2026-09-11");
  });

  it.each([
    ["week", "2026-09-10", "07/09/2026 – 13/09/2026"],
    ["agenda", "2026-09-10", "07/09/2026 – 04/10/2026"],
    ["month", "31/02/2026", "Tháng 9 năm 2026"],
    ["nothing", "2026-09-10", "Tháng 9 năm 2026"],
  ])("knows %s of %s", async (view, on, title) => {
    const { lan } = await house();
    const page = await visit(`${CALENDAR}?view=${view}&on=${on}`, { as: lan });

    expect(page.status).toBe(200);
    expect(await textOf(page)).toContain(title);
  });

  it("falls back to one's own where somebody unknown is asked for, and says so when it is empty", async () => {
    const { lan } = await house();
    const own = await textOf(await visit(`${CALENDAR}?of=nobody&on=2026-09-01`, { as: lan }));
    const empty = await textOf(await visit(`/en${CALENDAR}?on=2027-06-01`, { as: lan }));

    expect(own).toContain("Của phường");
    expect(empty).toContain("There are no meetings in these days.");
  });
});

describe("what else is at an hour", () => {
  const asked = (values: Record<string, string>): string =>
    `/desk/meetings/clashes?${new URLSearchParams(values)}`;
  const hour = { startsAt: "2026-09-10T09:30", endsAt: "2026-09-10T10:00" };

  it("is told with hours that are free, but not the meeting itself", async () => {
    const { lan, own, ward } = await house();
    const told = await visit(asked({ agency: ward.id, ...hour, venue: "hoi truong a" }), {
      as: lan,
    });
    const said = await told.json();

    expect(said.clashes.map(({ why }: { why: string }) => why)).toEqual(["venue", "venue"]);
    expect(said.free.slots).toHaveLength(5);
    const itself = await visit(asked({ agency: ward.id, meeting: own.id, ...hour }), { as: lan });
    expect((await itself.json()).clashes).toHaveLength(1);
  });

  it("is nothing where the times are not times yet", async () => {
    const { lan, ward } = await house();
    const none: Record<string, string>[] = [
      {},
      { ...hour, endsAt: "2026-09-10T09:00" },
      { startsAt: "soon" },
    ];
    for (const times of none) {
      const told = await visit(asked({ agency: ward.id, ...times }), { as: lan });
      expect((await told.json()).clashes).toEqual([]);
    }
  });

  it("is not told about another office's agency", async () => {
    const { lan } = await house();

    expect((await visit(asked({ agency: "pc-30292", ...hour }), { as: lan })).status).toBe(404);
  });
});
