import { localised } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Area } from "../areas/area.ts";

/**
 * The parts of the sitemap: the site itself and its lists, today's units, former ones, meetings, statements, questions on
 * public record.
 */
export const SITEMAP_PARTS = [
  "site",
  "areas",
  "former-areas",
  "meetings",
  "statements",
  "queries",
] as const;
export type SitemapPart = (typeof SITEMAP_PARTS)[number];

type Unit = Pick<Area, "id" | "era" | "code">;

interface Entry {
  path: string; // without its language
  changedAt?: string; // where that is known
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The index of the sitemap's parts (sitemaps.org). */
export function sitemapIndex(origin: string): string {
  const parts = SITEMAP_PARTS.map(
    (part) => `<sitemap><loc>${escaped(origin + paths.sitemapPart(part))}</loc></sitemap>`,
  );
  return `${HEAD}\n<sitemapindex xmlns="${SITEMAP}">\n${parts.join("\n")}\n</sitemapindex>\n`;
}

/** A part: each page in both languages, each naming the other. */
export function sitemap(entries: Entry[], origin: string): string {
  const urls = entries.flatMap(({ path, changedAt }) => {
    const address = { vi: escaped(origin + path), en: escaped(origin + localised("en", path)) };
    const others = (["vi", "en"] as const)
      .map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${address[one]}"/>`)
      .join("");
    const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : "";
    return (["vi", "en"] as const).map(
      (one) => `<url><loc>${address[one]}</loc>${changed}${others}</url>`,
    );
  });
  return `${HEAD}\n<urlset xmlns="${SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}

/** The pages of the site itself, with each province's list and its changes. */
export function sitePages(provinces: Unit[], changed: Map<string, string>): Entry[] {
  return [
    ...[paths.home(), paths.provinceLists(), paths.meetings(), paths.about()].map((path) => ({
      path,
    })),
    ...[paths.statements(), paths.errata(), paths.receipts(), paths.corrections()].map((path) => ({
      path,
    })),
    ...provinces.flatMap((province) =>
      [paths.provinceList(province), paths.provinceChanges(province)].map((path) => ({
        path,
        changedAt: changed.get(province.id),
      })),
    ),
  ];
}

/** The pages of units, today's or former ones. */
export function areaPages(areas: Unit[], changed: Map<string, string>): Entry[] {
  return areas.map((area) => ({ path: paths.area(area), changedAt: changed.get(area.id) }));
}

/** The pages of announced meetings. */
export function meetingPages(meetings: { id: string; changedAt: string }[]): Entry[] {
  return meetings.map(({ changedAt, ...meeting }) => ({ path: paths.meeting(meeting), changedAt }));
}

/** The pages of published statements, and of their receipts. */
export function statementPages(statements: { id: string; changedAt: string }[]): Entry[] {
  return statements.flatMap(({ changedAt, ...statement }) =>
    [paths.statement(statement), paths.receipt(statement)].map((path) => ({ path, changedAt })),
  );
}

/** The pages of questions on public record, and of the agencies that have some. */
export function queryPages(
  queries: { id: string; agencyId: string; changedAt: string }[],
): Entry[] {
  const newest = new Map<string, string>();
  for (const { agencyId, changedAt } of queries)
    if (changedAt > (newest.get(agencyId) ?? "")) newest.set(agencyId, changedAt);
  return [
    ...queries.map(({ id, changedAt }) => ({ path: paths.query({ id }), changedAt })),
    ...[...newest].map(([id, changedAt]) => ({ path: paths.agencyQueries({ id }), changedAt })),
  ];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
