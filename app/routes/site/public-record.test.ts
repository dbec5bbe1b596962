import { beforeEach, describe, expect, it, vi } from "vitest";
import { db, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import type { Row } from "#db/tables.ts";

const OPENS = "2026-09-08T17:00:00.000Z";
const JUST_BEFORE = "2026-09-08T16:59:59.999Z";

/** A question that was answered on 1 September and becomes public record a week later. */
async function answered(id: string, details: Partial<Row<"query">> = {}) {
  await db
    .insertInto("query")
    .values({
      ...{ id, agencyId: "pc-30307", number: `${id}/2026`, kind: "question", channel: "mail" },
      ...{ askerName: "Phan Thị Hà", outletName: "Báo Mẫu", title: `Hỏi </script> ${id}` },
      ...{ text: "Khi nào xong?", language: "vi", receivedAt: "2026-08-31T01:00:00.000Z" },
      ...{ outcome: "answered", outcomeAt: "2026-09-01T01:00:00.000Z", opensAt: OPENS },
      ...{ nameWithheld: 1, ...details },
    })
    .execute();
  await db
    .insertInto("queryAnswer")
    .values({
      ...{ id: `answer-${id}`, queryId: id, kind: "answer", outcome: "answered" },
      ...{ text: "Mùng năm.", speakerName: "Lê Thị Bình", speakerPosition: "Phó Chủ tịch" },
      ...{ speakerCapacity: "regular", sentAt: "2026-09-01T01:00:00.000Z", sentBy: "lan" },
    })
    .execute();
}

const get = async (path: string) => (await visit(path)).text();

/** What a page tells search engines, read as they read it. */
async function jsonLdOf(path: string) {
  const [, text = ""] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await get(path)) ?? [];
  return JSON.parse(text);
}

beforeEach(async () => {
  await committee(db);
});

describe("the sitemap of questions", () => {
  it("names a question from the moment on at which it is public record, with its agency's list", async () => {
    await answered("q1");
    await answered("kept", { keptBackAt: OPENS, keptBackReason: "đời tư" });
    await answered("open", { outcome: null, opensAt: null });
    vi.setSystemTime(JUST_BEFORE);
    expect(await get("/sitemaps/queries.xml")).not.toContain("<loc>");
    vi.setSystemTime(OPENS);
    const xml = await get("/sitemaps/queries.xml");

    expect(xml).toContain(`<loc>https://press.test/queries/q1</loc><lastmod>${OPENS}</lastmod>`);
    expect(xml).toContain("<loc>https://press.test/en/agencies/pc-30307/queries</loc>");
    for (const hidden of ["kept", "queries/open"]) expect(xml).not.toContain(hidden);
    for (const [, page = ""] of xml.matchAll(/<loc>https:\/\/press\.test(.*?)<\/loc>/g))
      expect((await visit(page)).status, page).toBe(200);
    expect(await get("/sitemap.xml")).toContain("/sitemaps/queries.xml");
  });
});

describe("what a question tells search engines", () => {
  it("is question and answer with who said it, in the agency's name", async () => {
    await answered("q1");
    vi.setSystemTime(OPENS);
    const told = await jsonLdOf("/queries/q1");

    expect(told).toMatchObject({
      ...{ "@type": "QAPage", url: "https://press.test/queries/q1" },
      publisher: { "@type": "GovernmentOrganization", url: "https://press.test/areas/30307" },
      mainEntity: {
        ...{ "@type": "Question", name: "Hỏi </script> q1", text: "Khi nào xong?" },
        answerCount: 1,
        suggestedAnswer: [
          {
            text: "Mùng năm.",
            author: { name: "Lê Thị Bình", jobTitle: "Phó Chủ tịch" },
          },
        ],
      },
    });
    expect(told.mainEntity, "nobody said that it is").not.toHaveProperty("acceptedAnswer");
    expect(told.mainEntity, "a name that is withheld").not.toHaveProperty("author");
  });

  it("calls an answer accepted once the asker says so, and names who wanted to be named", async () => {
    await answered("q1", { nameWithheld: 0, confirmedAt: "2026-09-02T01:00:00.000Z" });
    vi.setSystemTime(OPENS);
    const { mainEntity } = await jsonLdOf("/en/queries/q1");

    expect(mainEntity.acceptedAnswer).toMatchObject({
      text: "Mùng năm.",
      author: { worksFor: { name: "People's Committee of Long Xuyen" } },
    });
    expect(mainEntity).not.toHaveProperty("suggestedAnswer");
    expect(mainEntity.author).toMatchObject({ name: "Phan Thị Hà", worksFor: { name: "Báo Mẫu" } });
  });
});

describe("the feed of an agency's questions", () => {
  it("has a question with its answer from the very moment on, and markup as text", async () => {
    await answered("q1");
    await answered("kept", { keptBackAt: OPENS, keptBackReason: "đời tư" });
    const path = "/agencies/pc-30307/queries.atom";
    vi.setSystemTime(JUST_BEFORE);
    expect(await get(path)).not.toContain("<entry>");
    vi.setSystemTime(OPENS);
    const response = await visit(path);
    const xml = await response.text();

    expect(response.headers.get("Content-Type")).toContain("application/atom+xml");
    expect(xml.match(/<entry>/g)).toHaveLength(1);
    for (const said of ["https://press.test/queries/q1", "Mùng năm.", "Lê Thị Bình", OPENS])
      expect(xml).toContain(said);
    expect(xml, "a name that is withheld").not.toContain("Phan Thị Hà");
    expect(xml).not.toContain("</script>");
    expect(await get("/agencies/pc-30307/queries")).toContain(`href="${path}"`);
    expect((await visit("/agencies/nobody/queries.atom")).status).toBe(404);
    const tag = response.headers.get("ETag") ?? "";
    expect((await visit(path, { headers: { "If-None-Match": tag } })).status).toBe(304);
  });
});
