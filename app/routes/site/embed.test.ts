import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { department } from "#app/test/departments.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";

beforeEach(async () => {
  await aroundLongXuyen(db);
  const longXuyen = await committee(db);
  await assigned(db, longXuyen);
  const bảo = { name: "Trần Quốc Bảo", capacity: "regular", phone: "0296 3 000 307" } as const;
  await assigned(db, longXuyen, decided(bảo));
  await delegated(db, longXuyen, written());
});

describe("the page for other sites' frames", () => {
  it("shows whom to ask, with scripts, forms and cookies left out", async () => {
    const response = await visit(paths.embeddedArea("30307"));
    const html = await response.clone().text();
    const text = await textOf(response);

    expect(text).toMatch(/Người phát ngôn phường Long Xuyên An Giang Trần Quốc Bảo/);
    expect(text).toContain("Người phát ngôn thường xuyên");
    expect(text).toContain("Công bố ngày 01/09/2026");
    expect(text).toMatch(/Cũng được phát ngôn: Nguyễn Văn An .*Trần Thị Cúc .*Sạt lở bờ sông/);
    expect(html).toContain('href="tel:02963000307"');
    expect(html).toContain('href="mailto:an@angiang.gov.vn"');
    expect(html).toContain('href="https://press.test/areas/30307"');
    expect(html).not.toMatch(/<(script|form)|\son\w+=/);
    expect(response.headers.has("Set-Cookie")).toBe(false);
  });

  it("says, as the API does, whether the entry was confirmed or only published, and what the quarter lacks", async () => {
    const where = ["name", "=", "Trần Quốc Bảo"] as const;
    const publishedAt = "2026-06-08T01:00:00.000Z";
    const { id, agencyId } = await db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .where(...where)
      .select(["assignment.id", "assignment.agencyId"])
      .executeTakeFirstOrThrow();
    await db.updateTable("assignment").set({ publishedAt }).where("id", "=", id).execute();
    const frame = async (prefix = "") => textOf(await visit(`${prefix}/embed/areas/30307`));
    const confirmed = async () =>
      (await (await visit("/api/v1/areas/30307")).json()).speakers[0].confirmed;

    expect(await frame()).toContain("Công bố ngày 08/06/2026, chưa xác nhận quý này");
    const askedAt = "2026-07-02T01:00:00.000Z";
    const asked = { id: "q3", agencyId, assignmentId: id, quarter: "2026-Q3", token: "t", askedAt };
    await db
      .insertInto("confirmation")
      .values({ ...asked, bouncedAt: askedAt })
      .execute();
    expect(await frame("/en")).toContain("Published on 08/06/2026, the letter to confirm bounced");
    expect(await confirmed()).toMatchObject({
      on: "2026-06-08",
      by: "publication",
      state: "bounced",
    });
    await db.updateTable("confirmation").set({ confirmedAt: "2026-07-05T01:00:00.000Z" }).execute();
    expect(await frame()).toContain("Xác nhận ngày 05/07/2026");
    expect(await confirmed()).toMatchObject({ on: "2026-07-05", by: "confirmation" });
  });

  it("may be framed by anybody, and no other page may", async () => {
    const framed = await visit("/embed/areas/30307");
    const agency = await visit("/en/embed/agencies/pc-30307");
    const others = await Promise.all(
      ["/", "/areas/30307", "/embed", "/sign-in", "/api/v1/areas/30307"].map((path) => visit(path)),
    );

    for (const { headers } of [framed, agency]) {
      expect(headers.get("Content-Security-Policy")).toMatch(/frame-ancestors \*$/);
      expect(headers.get("Content-Security-Policy")).toMatch(
        /^default-src 'none'; style-src 'self'/,
      );
      expect(headers.has("X-Frame-Options")).toBe(false);
      expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    }
    for (const { headers } of others) {
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
    }
  });

  it("speaks English, in the colours asked for, of an agency as well", async () => {
    const response = await visit("/en/embed/agencies/pc-30307?theme=dark");
    const html = await response.clone().text();

    expect(html).toContain('<html lang="en" data-theme="dark">');
    expect(await textOf(response)).toMatch(/Spokesperson of People's Committee of Long Xuyen Ward/);
  });

  it("says that nobody is on record and whom to ask, what became of a former unit, and that a code is none", async () => {
    await assigned(db, await committee(db, "91"), decided({ name: "Đặng Thị Ngọc Lan" }));
    const nobody = await textOf(await visit("/embed/areas/30292"));
    const former = await textOf(await visit("/embed/areas/30280"));
    const none = await visit("/embed/areas/99999");

    expect(nobody).toMatch(/Chưa có người phát ngôn trong sổ. .*tỉnh An Giang: Đặng Thị Ngọc Lan/);
    expect(former).toMatch(/Đơn vị này nay là Phường Long Xuyên.*Trần Quốc Bảo/);
    expect(none.status).toBe(404);
    expect(await textOf(none)).toContain("Không có đơn vị nào mang mã 99999.");
    expect((await visit("/embed/agencies/nobody")).status).toBe(404);
  });

  it("lets no name become markup", async () => {
    const wicked = decided({ name: "<img src=x onerror=alert(1)>", phone: '1"><b>' });
    await assigned(db, await committee(db, "30292"), wicked);
    const html = await (await visit("/embed/areas/30292")).text();

    expect(html).not.toMatch(/<(img|b)[ >]/);
    expect(html).toContain("&lt;img src=x");
  });
});

describe("the page that makes the code", () => {
  it("finds a unit by any of its names, and offers today's", async () => {
    const html = await (await visit(paths.embed({ q: "my binh long xuyen" }))).text();
    const none = await textOf(await visit("/embed?q=atlantis"));

    expect(html).toContain(`href="${paths.embed({ area: "30307" })}"`);
    expect(html).toContain("An Giang, trước đây: Phường Mỹ Bình");
    expect(none).toContain("Không tìm thấy đơn vị, cơ quan nào tên “atlantis”.");
  });

  it("finds departments too, and gives their code as it gives a unit's", async () => {
    const { id } = await department(db, { name: "Sở Y tế tỉnh An Giang" });
    await assigned(db, { id }, decided({ name: "Đoàn Thị Sáu" }));
    const found = await (await visit(paths.embed({ q: "so y te an giang" }))).text();
    const byPerson = await (await visit("/en/embed?q=Doan Thi Sau")).text();
    const script = unescaped(await textOf(await visit(paths.embed({ agency: id }))));
    const frame = await visit(`/en/embed?agency=${id}&as=iframe&theme=dark`);
    const html = await frame.clone().text();

    expect(found).toContain(
      `href="${paths.embed({ agency: id })}" class="inline-block py-2">Sở Y tế tỉnh An Giang</a>`,
    );
    expect(byPerson).toContain(`href="/en${paths.embed({ agency: id })}"`);
    expect(script).toContain(
      `<script async src="https://press.test/widget.js" data-agency="${id}" data-lang="vi"></script>`,
    );
    expect(html).toContain(`<input type="hidden" name="agency" value="${id}"/>`);
    expect(unescaped(await textOf(frame))).toContain(
      `<iframe src="https://press.test/en/embed/agencies/${id}?theme=dark" title="Spokesperson of Department of Health"`,
    );
    expect(html).toContain(`src="/en/embed/agencies/${id}?theme=dark"`);
    expect((await visit(`/embed/agencies/${id}`)).status).toBe(200);
  });

  it("chooses a People's Committee by its unit, and nothing that is not there", async () => {
    const committee = unescaped(await textOf(await visit("/embed?agency=pc-30307")));
    const nobody = await textOf(await visit("/embed?agency=nobody"));

    expect(committee).toContain('data-area="30307" data-lang="vi"></script>');
    expect(nobody).toContain("1. Tìm đơn vị, cơ quan");
  });

  it("gives the script and the frame as chosen, with a preview and what a strict page must allow", async () => {
    const script = await textOf(await visit("/embed?area=30307&lang=en&theme=dark"));
    const frame = await visit("/en/embed?area=30307&lang=vi&as=iframe");
    const html = await frame.clone().text();

    expect(unescaped(script)).toContain(
      '<script async src="https://press.test/widget.js" data-area="30307" data-lang="en" data-theme="dark"></script>',
    );
    expect(script).toContain("script-src https://press.test; connect-src https://press.test");
    expect(unescaped(await textOf(frame))).toContain(
      '<iframe src="https://press.test/embed/areas/30307" title="Người phát ngôn phường Long Xuyên"',
    );
    expect(html).toMatch(/<iframe title="[^"]+" src="\/embed\/areas\/30307\?theme=auto"/);
    expect(html).toContain("frame-src https://press.test");
  });

  it("takes what it does not know for the usual", async () => {
    const text = unescaped(
      await textOf(await visit("/embed?area=30307&theme=pink&as=hologram&lang=xx")),
    );

    expect(text).toContain('data-area="30307" data-lang="vi"></script>');
  });
});

const unescaped = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

describe("the page about the open data", () => {
  it.each(["", "/en"])("explains every address from the register, under «%s»", async (prefix) => {
    const html = await (await visit(`${prefix}${paths.openData()}`)).text();

    for (const path of ["/api/v1/lookup", "/api/v1/areas/{code}", "/api/v1/changes"])
      expect(html).toContain(path);
    for (const part of ["CC BY 4.0", "/api/v1/openapi.json", "If-None-Match"])
      expect(html).toContain(part);
  });
});

describe("the widget's file", () => {
  const source = readFileSync("public/widget.js", "utf8");

  it("weighs less than 10 kB as it is served", () => {
    expect(Buffer.byteLength(source)).toBeLessThan(10_000);
  });

  it.each(["vi", "en"] as const)("says things in %s as the house does", (language) => {
    const { spokespersons, openData } = messagesIn(language);
    const { loading, failed, offline, again, nobody, others, phone, email, more } = openData.card;
    const { last, remarks } = openData.card;
    const dated = Object.entries(last).map(([by, on]) => `${by}: "${on("").trim()}"`);
    const remarked = Object.entries(remarks).map(([state, remark]) => `${state}: "${remark}"`);
    const said = [loading, failed, offline, again, nobody, others, phone, email, more];

    for (const words of [...said, ...Object.values(spokespersons.capacity)])
      expect(source).toContain(`"${words}"`);
    for (const pair of [...dated, ...remarked]) expect(source).toContain(pair);
  });

  it("writes no HTML and keeps nothing", () => {
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(/);
    expect(source).not.toMatch(/document\.cookie|localStorage|sessionStorage|sendBeacon/);
    expect(source).toContain('credentials: "omit"');
  });
});
