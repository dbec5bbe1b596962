import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided } from "#app/test/register.ts";

beforeEach(async () => {
  await aroundLongXuyen(db);
  const bảo = { name: "Trần Quốc Bảo", capacity: "regular", fromDay: "2026-07-10" } as const;
  await assigned(db, await committee(db), decided({ ...bảo, phone: "0296 3 000 307" }));
});

const html = async (path: string) => (await visit(path)).text();

describe("the lookup page", () => {
  it("asks one thing, as a plain form with three examples", async () => {
    const page = await html(paths.home());

    expect(page).toMatch(/<form method="get" action="\/"/);
    expect(page.match(/<a [^>]*href="\/\?q=/g)).toHaveLength(3);
  });

  it("brings no script but the site's own small one", async () => {
    const page = await html(paths.home({ q: "long xuyen" }));

    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/site.js">']);
  });

  it("puts name and telephone of the one to ask into the first answer", async () => {
    const page = await html(paths.home({ q: "long xuyen" }));

    expect(page).toContain("Trần Quốc Bảo");
    expect(page).toContain('href="tel:02963000307"');
    expect(page).toContain('href="/areas/30307"');
  });

  it("leads from a former ward to the one to ask now", async () => {
    const page = await html(paths.home({ q: "my binh long xuyen" }));

    expect(page).toMatch(/Nay là.*href="\/areas\/30307".*Trần Quốc Bảo/s);
    expect(page).toContain("Thành phố Long Xuyên, An Giang");
  });

  it("links every successor of a divided unit", async () => {
    const page = await html(paths.home({ q: "phuoc hung" }));

    for (const code of ["30337", "30346", "30352"]) expect(page).toContain(`href="/areas/${code}"`);
    expect(page).toContain("một phần");
  });

  it("says which other name was meant", async () => {
    const page = await textOf(await visit(paths.home({ q: "đông xuyên long xuyên" })));

    expect(page).toContain("Còn được gọi là “Đông Xuyên”");
  });

  it("carries the day along", async () => {
    const page = await html(paths.home({ q: "long xuyen", on: "01/08/2026" }));

    expect(page).toContain("Trả lời cho thời điểm 01/08/2026");
    expect(page).toContain('href="/areas/30307?on=2026-08-01"');
    expect(page).toContain('name="on" value="2026-08-01"');
  });

  it("says what to try when nothing is known by that name", async () => {
    const response = await visit(paths.home({ q: "<b>atlantis</b>" }));
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(page).toContain("Không tìm thấy kết quả nào cho “&lt;b&gt;atlantis&lt;/b&gt;”");
    expect(page).not.toContain("<b>atlantis");
  });

  it.each([
    { what: "too long a question", query: { q: `${"a".repeat(201)}` }, says: "tối đa 200 ký tự" },
    {
      what: "a day that is none",
      query: { q: "long xuyen", on: "31/02/2026" },
      says: "Không có ngày này",
    },
  ])("refuses $what with a sentence, and keeps what was typed", async ({ query, says }) => {
    const response = await visit(paths.home(query));
    const page = await response.text();

    expect(response.status).toBe(400);
    expect(page).toContain(says);
    expect(page).toContain(`value="${query.q}"`);
  });

  it("speaks English under /en", async () => {
    const page = await textOf(await visit(`/en${paths.home({ q: "my binh" })}`));

    expect(page).toContain("Became Long Xuyen Ward");
    expect(page).toContain("Regular spokesperson");
    expect(page).toContain("Long Xuyen City, An Giang");
  });
});
