import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { effortOf } from "#app/test/effort.ts";
import { factsOf } from "#app/test/invitation-papers.ts";
import { checkForm } from "./form-checking.server.ts";
import { EXAMPLE } from "./form-example.ts";
import { FIELDS } from "./form-fields.ts";
import { fillForm } from "./form-filling.server.ts";
import { startingPaper, valuesOf } from "./form-values.ts";
import { paperOf } from "./paper.ts";
import { paperAsDocx } from "./paper-docx.server.ts";

const AT = "2026-09-01T01:00:00.000Z";
const start = await paperAsDocx(startingPaper(AT));
const DOCUMENT = "word/document.xml";

/** The form to begin with, with other words in it and other parts beside. */
function formWith(words: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  const unpacked = unzipSync(start);
  const text = strFromU8(unpacked[DOCUMENT] ?? new Uint8Array());
  const paragraph = `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
  const whole = text.replace("<w:sectPr", () => `${paragraph}<w:sectPr`);
  return zipSync({ ...unpacked, [DOCUMENT]: strToU8(whole), ...parts });
}

const relation = (type: string, target: string) => ({
  "word/_rels/extra.xml.rels": strToU8(
    `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  ),
});

async function filled(form: Uint8Array, values = EXAMPLE): Promise<string> {
  const checked = await checkForm(form);
  if (!checked.ok) throw new Error(checked.reason);
  const out = unzipSync(await fillForm(checked.parts, values, AT));
  return strFromU8(out[DOCUMENT] ?? new Uint8Array());
}

describe("a form of an agency's own", () => {
  it("may be the one to begin with, which asks for every field that there is", async () => {
    const checked = await checkForm(start);
    const asked = FIELDS.filter((name) => name !== "nguoi_phat_ngon").toSorted();

    expect(checked.ok && checked.fields.filter((name) => name !== "phat_ngon").toSorted()).toEqual(
      asked,
    );
  });

  it("has its fields filled in, each speaker on a line of their own, capitals where it writes capitals", async () => {
    const text = await filled(start);

    expect(text).not.toMatch(/\{\{|\}\}|undefined/);
    expect(text).toContain("Nguyễn Thị Ví Dụ, Chánh Văn phòng;");
    expect(text).toContain("Trần Văn Ví Dụ, Trưởng phòng;");
    expect(text).toContain("SỞ Y TẾ");
    expect(text).toContain("KT. GIÁM ĐỐC");
  });

  it("is filled with a meeting's own words, whatever they hold", async () => {
    const facts = factsOf();
    const subject = `A & B <w:p/> "C" {{nguoi_ky}} {{#phat_ngon}}`;
    const paper = paperOf({ ...facts, meeting: { ...facts.meeting, subject } }, "vi");
    const text = await filled(formWith("{{trich_yeu}}"), valuesOf(paper, facts));

    expect(text).toContain("A &amp; B &lt;w:p/&gt; &quot;C&quot; {{nguoi_ky}} {{#phat_ngon}}");
  });

  it("comes out the same however often it is filled in", async () => {
    const checked = await checkForm(start);
    const once = checked.ok && (await fillForm(checked.parts, EXAMPLE, AT));

    expect(checked.ok && (await fillForm(checked.parts, EXAMPLE, AT))).toEqual(once);
  });

  it.each([
    ["form-unknown-field", "luong", "{{luong}}"],
    ["form-unknown-field", "Co_Quan", "{{Co_Quan}}"],
    ["form-unknown-field", "co_quan.length", "{{co_quan.length}}"],
    ["form-unknown-field", "constructor", "{{constructor}}"],
    ["form-unknown-field", "__proto__", "{{__proto__}}"],
    ["form-unknown-field", "1+1", "{{1+1}}"],
    ["form-unknown-field", "#thanh_phan", "{{#thanh_phan}}x{{/thanh_phan}}"],
    ["form-unknown-field", "^phat_ngon", "{{^phat_ngon}}x{{/phat_ngon}}"],
    ["form-unknown-field", "tuoi", "{{#phat_ngon}}{{tuoi}}{{/phat_ngon}}"],
    ["form-unknown-field", "@noi_dung", "{{@noi_dung}}"],
    ["form-unknown-field", "=[[ ]]=", "{{=[[ ]]=}}"],
    ["form-broken-tag", expect.stringContaining("co_quan"), "{{co_quan"],
    ["form-broken-tag", expect.anything(), "{{#phat_ngon}}{{ho_ten}}"],
    ["form-broken-tag", expect.anything(), "{{/phat_ngon}}"],
  ])("is refused as %s (%s)", async (reason, detail, words) => {
    expect(await checkForm(formWith(words))).toEqual({ ok: false, reason, detail });
  });

  it.each([
    ["form-macro", { "word/vbaProject.bin": strToU8("x") }],
    ["form-embedded", { "word/embeddings/sheet.xlsx": strToU8("x") }],
    ["form-embedded", { "customUI/customUI.xml": strToU8("<x/>") }],
    ["form-external", relation("attachedTemplate", "http://evil.test/x.dotm")],
    ["form-external", relation("image", "https://evil.test/pixel.png")],
    ["form-external", relation("hyperlink", "file://server/share")],
    ["form-not-docx", { "word/extra.xml": strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>') }],
    [
      "form-field-code",
      {
        "word/footer9.xml": strToU8(
          "<w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\x</w:instrText>",
        ),
      },
    ],
    ["form-unpacks-too-large", { "word/media/a.png": new Uint8Array(9 * 1024 * 1024) }],
    [
      "form-unpacks-too-large",
      Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [`word/media/${i}.png`, strToU8("x")]),
      ),
    ],
  ])("is refused as %s by what lies in it", async (reason, parts) => {
    const effort = await effortOf(async () =>
      expect(await checkForm(formWith("x", parts))).toMatchObject({ ok: false, reason }),
    );
    expect(effort).toBeLessThan(10);
  });

  it("may hold a link to press, which nothing follows by itself", async () => {
    expect(
      await checkForm(formWith("x", relation("hyperlink", "https://angiang.gov.vn/"))),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ["form-too-large", new Uint8Array(2 * 1024 * 1024 + 1)],
    ["form-not-docx", strToU8("PK\u0003\u0004 not a zip", true)],
    ["form-not-docx", strToU8("%PDF-1.7")],
    ["form-not-docx", start.slice(0, start.length / 2)],
    ["form-not-docx", zipSync({ "a.txt": strToU8("x") })],
  ])("is refused as %s by what it is", async (reason, bytes) => {
    expect(await checkForm(bytes)).toMatchObject({ ok: false, reason });
  });

  it("is never unpacked to more than it says of itself", async () => {
    // The directory and the local header both say 10 octets for a part that holds nine million.
    const honest = formWith("x", { "word/media/a.png": new Uint8Array(7_000_000) });
    const lying = Buffer.from(honest);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(7_000_000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(10);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4))
      lie.copy(lying, at);
    const checked = await checkForm(new Uint8Array(lying));
    const part = checked.ok ? checked.parts["word/media/a.png"] : undefined;

    expect(part?.length ?? 0).toBeLessThanOrEqual(10);
  });

  it("has no field to fill in, and is refused for it", async () => {
    const unpacked = unzipSync(start);
    const plain = strFromU8(unpacked[DOCUMENT] ?? new Uint8Array()).replace(/[{}]/g, "");

    expect(await checkForm(zipSync({ ...unpacked, [DOCUMENT]: strToU8(plain) }))).toMatchObject({
      reason: "form-no-field",
    });
  });
});
