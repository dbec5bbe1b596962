import { beforeEach, expect, it } from "vitest";
import { db, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned } from "#app/test/register.ts";

beforeEach(() => aroundLongXuyen(db));

const get = async (path: string) => (await visit(path)).text();
const pagesOf = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = ""]) => loc);
const pathOf = (address: string) => address.replace("https://press.test", "");

it("leads robots to every public page, and away from the desk and from letters", async () => {
  const robots = await get("/robots.txt");

  expect(robots).toContain("Disallow: /desk\nDisallow: /en/desk\n");
  expect(robots).toContain("Disallow: /invitations/\n");
  expect(robots).toContain("Sitemap: https://press.test/sitemap.xml\n");
});

it("names no page that is not there, each in both languages", async () => {
  const parts = pagesOf(await get("/sitemap.xml"));
  const xmls = await Promise.all(parts.map((part) => get(pathOf(part))));
  const pages = xmls.flatMap(pagesOf);
  const answers = await Promise.all(pages.map(async (page) => (await visit(pathOf(page))).status));

  expect(pages).toContain("https://press.test/areas/30307");
  expect(pages).toContain("https://press.test/en/former-areas/thanh-pho-long-xuyen-an-giang");
  expect(pages).toContain("https://press.test/en/provinces/91/spokespersons");
  expect(new Set(pages).size).toBe(pages.length);
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(xmls[1]).toContain(
    '<xhtml:link rel="alternate" hreflang="en" href="https://press.test/en/areas/30307"/>',
  );
});

it("says when a page was last changed, where that is known", async () => {
  await assigned(db, await committee(db));
  const [areas, site] = await Promise.all([get("/sitemaps/areas.xml"), get("/sitemaps/site.xml")]);

  const changed = "<lastmod>2026-09-01T01:00:00.000Z</lastmod>";
  expect(areas).toContain(`<loc>https://press.test/areas/30307</loc>${changed}`);
  expect(areas).not.toContain(`<loc>https://press.test/areas/30292</loc>${changed}`);
  expect(site).toContain(`<loc>https://press.test/provinces/91/spokespersons</loc>${changed}`);
});

it("has no other parts", async () => {
  expect((await visit("/sitemaps/desk.xml")).status).toBe(404);
});
