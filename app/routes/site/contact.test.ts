import ICAL from "ical.js";
import decodeQR from "qr/decode.js";
import { beforeEach, describe, expect, it } from "vitest";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";

const NAME = "Phan Công Nghĩa Trung Hiếu";

beforeEach(() => aroundLongXuyen(db));

async function contactOf(id: string, language = "") {
  const response = await visit(`${language}/agencies/pc-30307/speakers/${id}/contact.vcf`);
  return { response, text: await response.text() };
}

/** The card's properties by name, read by a parser of iCalendar and vCard. */
function read(text: string) {
  const [, properties] = ICAL.parse(text.replace(/\r\n /g, "")) as [
    string,
    [string, Record<string, string>, string, unknown][],
  ];
  return Object.fromEntries(
    properties.map(([name, parameters, , value]) => [name, { parameters, value }]),
  );
}

describe("a speaker's contact", () => {
  it("is a vCard 4.0 with what is public, names in their Vietnamese order", async () => {
    const details = { name: NAME, position: "Phó Chủ tịch, phụ trách; tạm quyền" };
    const { id } = await assigned(db, await committee(db), decided(details));
    const { response, text } = await contactOf(id);

    const card = read(text);
    expect(response.headers.get("Content-Type")).toBe("text/vcard; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toBe(
      'attachment; filename="phan-cong-nghia-trung-hieu.vcf"',
    );
    expect(card).toMatchObject({
      version: { value: "4.0" },
      fn: { value: NAME },
      n: { value: ["Phan", "Hiếu", "Công Nghĩa Trung", "", ""] },
      org: { value: "Ủy ban nhân dân phường Long Xuyên" },
      title: { value: "Phó Chủ tịch, phụ trách; tạm quyền" },
      role: { value: "Người đứng đầu cơ quan" },
      tel: { value: "tel:+842963852852" },
      email: { value: "an@angiang.gov.vn" },
      url: { value: "https://press.test/areas/30307" },
      source: { value: `https://press.test/agencies/pc-30307/speakers/${id}/contact.vcf` },
    });
    expect(text).toContain('N;SORT-AS="Hiếu,Phan":');
    expect(text).toContain("REV:20260901T010000Z\r\n");
    expect(Object.keys(card)).toHaveLength(13);
  });

  it("breaks lines with CRLF, none of more than 75 octets, no letter torn apart", async () => {
    const position = "Phó Giám đốc Trung tâm Phục vụ hành chính công đặc khu Hoàng Sa "
      .repeat(3)
      .trim();
    const { id } = await assigned(db, await committee(db), decided({ position }));
    const { text } = await contactOf(id);

    const lines = text.split("\r\n");
    expect(text).not.toMatch(/[^\r]\n/);
    expect(lines.at(-1)).toBe("");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\ufffd");
    expect(read(text).title?.value).toBe(position);
  });

  it.each([
    { name: "An", n: ["", "An", "", "", ""] },
    { name: "Lê An", n: ["Lê", "An", "", "", ""] },
  ])("knows the parts of $name", async ({ name, n }) => {
    const { id } = await assigned(db, await committee(db), decided({ name }));

    expect(read((await contactOf(id)).text).n?.value).toEqual(n);
  });

  it.each([
    { phone: "+84 (0296) 3852852", uri: "tel:+8402963852852" },
    { phone: "1022", uri: "tel:1022;phone-context=+84" },
  ])("dials $phone from anywhere", async ({ phone, uri }) => {
    const { id } = await assigned(db, await committee(db), decided({ phone }));

    expect((await contactOf(id)).text.replace(/\r\n /g, "")).toContain(`:${uri}\r\n`);
  });

  it("says for which matter, in English too", async () => {
    await assigned(db, await committee(db));
    const { id } = await delegated(db, await committee(db), written());
    const { text } = await contactOf(id, "/en");

    const { role, org } = read(text);
    expect(role?.value).toMatch(/: Sạt lở bờ sông$/);
    expect(org?.value).toBe("People's Committee of Long Xuyen");
  });

  it("is not sent twice, and is there only while they may speak", async () => {
    const past = decided({ untilDay: "2026-08-31" });
    const gone = await assigned(db, await committee(db), past);
    const { id } = await assigned(db, await committee(db), decided({ fromDay: "2026-09-01" }));
    const { response } = await contactOf(id);
    const path = `/agencies/pc-30307/speakers/${id}/contact.vcf`;
    const tag = response.headers.get("ETag") ?? "";

    expect((await visit(path, { headers: { "If-None-Match": tag } })).status).toBe(304);
    expect((await contactOf(gone.id)).response.status).toBe(404);
    expect((await visit(path.replace("30307", "30292"))).status).toBe(404);
    await db.updateTable("assignment").set({ publishedAt: null }).execute();
    expect((await contactOf(id)).response.status).toBe(404);
  });
});

describe("the code of a contact", () => {
  const codeOf = (id: string, language = "") =>
    visit(`${language}/agencies/pc-30307/speakers/${id}/contact.svg`);

  it("is a picture that a camera reads as the contact, kept by whoever has it", async () => {
    const { id } = await assigned(db, await committee(db), decided({ name: NAME }));
    const { headers, ...response } = await pictureOf(await codeOf(id));

    expect(headers.get("Content-Type")).toBe("image/svg+xml");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).not.toMatch(/no-store|private/);
    expect(decoded(response.svg)).toBe(
      [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Phan;Hiếu;Công Nghĩa Trung",
        `FN:${NAME}`,
        "ORG:Ủy ban nhân dân phường Long Xuyên",
        "TITLE:Chủ tịch UBND phường",
        "TEL:+842963852852",
        "EMAIL:an@angiang.gov.vn",
        "END:VCARD",
      ].join("\n"),
    );
    const again = { headers: { "If-None-Match": headers.get("ETag") ?? "" } };
    const path = `/agencies/pc-30307/speakers/${id}/contact.svg`;
    expect((await visit(path, again)).status).toBe(304);
  });

  it("names the agency in the language being read", async () => {
    const { id } = await assigned(db, await committee(db));
    const { svg } = await pictureOf(await codeOf(id, "/en"));

    expect(decoded(svg)).toContain("ORG:People's Committee of Long Xuyen");
  });

  it("is there only while they may speak and are on the public list", async () => {
    const gone = await assigned(db, await committee(db), decided({ untilDay: "2026-08-31" }));
    const { id } = await assigned(db, await committee(db), decided({ fromDay: "2026-09-01" }));

    expect((await codeOf(id)).status).toBe(200);
    expect((await codeOf(gone.id)).status).toBe(404);
    await db.updateTable("assignment").set({ publishedAt: null }).execute();
    expect((await codeOf(id)).status).toBe(404);
  });
});

describe("the card of a speaker", () => {
  it.each([
    { page: "the page of an area", path: "/areas/30307" },
    { page: "the first answer to a question", path: "/?q=long+xuyen" },
  ])("keeps the contact on $page, with the address that holds its date", async ({ path }) => {
    const { id } = await assigned(db, await committee(db), decided({ name: NAME }));
    const html = await (await visit(path)).text();

    const contact = `/agencies/pc-30307/speakers/${id}/contact`;
    expect(html).toMatch(
      new RegExp(`<img src="${contact}.svg" alt="Mã QR danh thiếp của ${NAME}" loading="lazy"`),
    );
    expect(html).toContain(`href="${contact}.vcf"`);
    expect(html).toContain('href="https://press.test/areas/30307?on=2026-09-01"');
    expect(html).not.toContain("crispEdges");
  });

  it.each(["/areas/30307?on=2026-08-01", "/?q=long+xuyen&on=2026-08-01"])(
    "offers no contact of those who spoke on another day, at %s",
    async (path) => {
      await assigned(db, await committee(db));
      const response = await visit(path);

      const html = await response.clone().text();
      expect(await textOf(response)).toContain("Nguyễn Văn An");
      expect(html).not.toContain("contact.vcf");
      expect(html).not.toContain("ld+json");
    },
  );
});

async function pictureOf(response: Response) {
  return { headers: response.headers, svg: await response.text() };
}

/** Draws the code as a screen would, and reads it as a camera would. */
function decoded(svg: string): string {
  const [, side = "0", path = ""] =
    /viewBox="0 0 (\d+) \1"[^>]*><path fill="#fff" d="M0 0h\1v\1H0z"\/><path d="([^"]+)"/.exec(
      svg,
    ) ?? [];
  const [size, scale] = [Number(side), 4];
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = row * width + Number(x) * scale;
      for (let dot = start; dot < start + Number(length) * scale; dot++)
        data.fill(0, dot * 4, dot * 4 + 3);
    }
  return decodeQR({ width, height: width, data });
}
