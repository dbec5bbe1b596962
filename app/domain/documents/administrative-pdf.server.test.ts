import { describe, expect, it } from "vitest";
import { MORNING } from "#app/test/setup.ts";
import { administrativePdf, ending, head, MARGINS } from "./administrative-pdf.server.ts";

const SAYS = { language: "vi", title: "Phản hồi", author: "UBND", madeAt: MORNING } as const;
const LAST = "Đề nghị Tòa soạn phối hợp./.";
const LINE = "Thông tin đúng như sau.";
const AGENCY = "Ủy ban nhân dân phường Long Xuyên";

/** A paper of so many lines: on which page its last paragraph and its signer stand, and how much of it is left. */
async function written(lines: number, { recipients = 2, last = LAST } = {}) {
  const found = { pages: 0, last: 0, label: 0, signer: 0, left: 0 };
  await administrativePdf(SAYS, (sheet) => {
    const { pdf } = sheet;
    const page = () => pdf.bufferedPageRange().count;
    const write = pdf.text.bind(pdf);
    pdf.text = ((text: string, ...how: []) => {
      const done = write(text, ...how);
      if (text === last) found.last = page();
      if (text === "Nơi nhận:") found.label = page();
      if (text === "Lê Thị Bình") found.signer = page();
      return done;
    }) as typeof pdf.text;
    head(sheet, {
      ...{ superior: null, agency: AGENCY, nation: ["CỘNG HÒA", "Độc lập"], translatedNation: [] },
      ...{ number: "Số: 15/UBND-VP", placeAndDay: "Long Xuyên, ngày 01 tháng 9 năm 2026" },
    });
    for (let line = 0; line < lines; line += 1) sheet.paragraph([{ text: LINE }]);
    ending(
      sheet,
      { text: last },
      {
        ...{ recipientsLabel: "Nơi nhận:", signatureHint: "(Ký)", signer: "Lê Thị Bình" },
        recipients: Array.from({ length: recipients }, (_, i) => `Nơi ${i}`),
        signature: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      },
    );
    found.left = pdf.page.height - MARGINS.bottom - pdf.y;
    found.pages = page();
  });
  return found;
}

/** How many lines fit on one page above the last paragraph and whoever signs. */
async function mostOnOnePage(how?: Parameters<typeof written>[1]) {
  let lines = 1;
  while ((await written(lines + 1, how)).pages === 1) lines += 1;
  return lines;
}

describe("the end of an administrative paper", () => {
  it("fills the first page before it turns it", async () => {
    const most = await mostOnOnePage();
    const { left } = await written(most);

    expect(left).toBeGreaterThanOrEqual(0);
    expect(left, "another line would have fitted").toBeLessThan(23);
  });

  it("goes to the next page whole, the last paragraph with whoever signs", async () => {
    const most = await mostOnOnePage();
    for (let more = 1; more <= 12; more += 1) {
      const { pages, last, label, signer } = await written(most + more);
      expect([pages, last, label, signer], `${most + more} lines`).toEqual([2, 2, 2, 2]);
    }
  });

  it("does the same with a last paragraph of many lines", async () => {
    const last = `${"Thông tin đúng như sau, có biên bản kèm theo. ".repeat(20)}./.`;
    const most = await mostOnOnePage({ last });

    expect(await mostOnOnePage()).toBeGreaterThan(most + 5);
    expect(await written(most, { last })).toMatchObject({ pages: 1, last: 1, signer: 1 });
    expect(await written(most + 1, { last })).toMatchObject({ pages: 2, last: 2, signer: 2 });
  });

  it("takes no more room for those who get it, who stand beside the signature, until they are many", async () => {
    expect(await mostOnOnePage({ recipients: 6 })).toBe(await mostOnOnePage({ recipients: 1 }));
    const { pages, signer, left } = await written(10, { recipients: 25 });
    expect([pages, signer]).toEqual([1, 1]);
    expect(left).toBeGreaterThan(0);
    expect(await mostOnOnePage({ recipients: 25 })).toBeLessThan(await mostOnOnePage());
  });
});
