import { beforeEach, describe, expect, it, vi } from "vitest";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided } from "#app/test/register.ts";

const FEED = "/provinces/91/changes.atom";

beforeEach(() => aroundLongXuyen(db));

const idsOf = (xml: string) =>
  [...xml.matchAll(/<entry>[\s\S]*?<id>(.*?)<\/id>/g)].map(([, id]) => id);

describe("the feed of a province's changes", () => {
  it("tells each change once, in both languages under the same id", async () => {
    const { id } = await assigned(db, await committee(db), decided({ name: "An & <Bình>]]>" }));
    await assigned(db, await committee(db, "00004"));
    const response = await visit(FEED);
    const xml = await response.text();
    const english = await (await visit(`/en${FEED}`)).text();

    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(idsOf(xml)).toEqual([`tag:press.test,2026-09-01:changes/published-${id}`]);
    expect(idsOf(english)).toEqual(idsOf(xml));
    expect(xml).toContain("<![CDATA[Công bố An &amp; &lt;Bình&gt;]]&gt;, ");
    expect(xml).toContain('<link rel="self" href="https://press.test/provinces/91/changes.atom"/>');
    expect(xml).toContain('href="https://press.test/areas/30307"');
    expect(english).toContain("People's Committee of Long Xuyen: Published");
  });

  it("is the same to the byte until something changes, and is then not sent again", async () => {
    await assigned(db, await committee(db));
    const first = await visit(FEED);
    vi.setSystemTime(new Date("2026-09-01T05:00:00.000Z"));
    const tag = first.headers.get("ETag") ?? "";
    const since = first.headers.get("Last-Modified") ?? "";
    const byTag = await visit(FEED, { headers: { "If-None-Match": tag } });
    const byTime = await visit(FEED, { headers: { "If-Modified-Since": since } });
    const earlier = { "If-Modified-Since": "Mon, 31 Aug 2026 00:00:00 GMT" };

    expect(since).toBe("Tue, 01 Sep 2026 01:00:00 GMT");
    expect([byTag.status, byTime.status]).toEqual([304, 304]);
    expect((await visit(FEED, { headers: earlier })).status).toBe(200);
    expect((await visit(FEED, { headers: { "If-None-Match": '"x"' } })).status).toBe(200);
  });

  it("is there before anything ever changed", async () => {
    const response = await visit(FEED);

    expect(await response.text()).toContain("<updated>2025-07-01T00:00:00.000Z</updated>");
    expect(response.headers.has("Last-Modified")).toBe(false);
  });

  it("is found from the pages that it tells of", async () => {
    const [list, area] = await Promise.all([
      visit("/en/provinces/91/spokespersons"),
      visit("/areas/30307"),
    ]);

    const link = (path: string) =>
      `<link rel="alternate" type="application/atom+xml" href="${path}"`;
    expect(await list.text()).toContain(link(`/en${FEED}`));
    expect(await area.text()).toContain(link(FEED));
  });
});

describe("the page of a province's changes", () => {
  it("shows fifty at a time, the newest first, and leads on to older ones", async () => {
    const agency = await committee(db);
    for (let day = 1; day <= 26; day++) {
      const [fromDay, untilDay] = [day, day].map((n) => `2026-01-${String(n).padStart(2, "0")}`);
      await assigned(db, agency, decided({ name: `Người ${day}`, fromDay, untilDay }));
      await assigned(
        db,
        agency,
        decided({ name: `Người phụ ${day}`, fromDay, untilDay, capacity: "regular" }),
      );
    }
    const html = await (await visit("/provinces/91/changes")).text();
    const [, older = ""] = /href="([^"]*before=[^"]*)"/.exec(html) ?? [];
    const rest = await textOf(await visit(older.replaceAll("&amp;", "&")));

    expect(html.match(/<li id="published-/g)).toHaveLength(50);
    expect(rest.match(/Công bố Người/g)).toHaveLength(2);
    expect(rest).toContain("Mới nhất");
  });
});
