import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { axeFindings, openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";
import { provincialList, workbook } from "./workbooks.ts";

/** A list as a province keeps it, from the file to the books and back, in a real browser. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const HEADING = ["STT", "Đơn vị", "Ai trả lời báo chí", "Chức vụ", "Số điện thoại", "Email"];

async function choose(page: Page, rows: Parameters<typeof provincialList>[0]) {
  await page.goto(`${house.origin}/desk/spokespersons/import`);
  const bytes = await workbook({ "Danh sách": provincialList(rows, HEADING) });
  await page.setInputFiles("input[name=file]", {
    name: "danh-sach.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  });
  await check(page);
}

const check = (page: Page) => Promise.all([page.waitForEvent("load"), page.click(CHECK)]);
const CHECK = "#sheet button:not([name])";

/** Says what the heading does not say, and what holds for all rows. */
async function say(page: Page) {
  await page.selectOption("select[aria-label*='Ai trả lời báo chí']", "name");
  await page.selectOption("#given-capacity", "head");
  await page.fill("#given-decision_no", "15/QĐ-UBND");
  await page.fill("#given-decision_date", "2026-01-05");
  await page.fill("#given-from", "2026-01-05");
  await check(page);
}

async function takeBack(page: Page) {
  await page.click("main a[href$='/undo']");
  await page.waitForURL(/\/undo$/);
  await page.click("main form button[type=submit]");
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

describe.each([
  { scripts: true, how: "with scripts" },
  { scripts: false, how: "with scripts off" },
])("a province's office, $how", ({ scripts }) => {
  it("has a workbook read as it says, enters it and takes it back", async () => {
    const { page, complaints, close } = await openWindow(browser, { javaScriptEnabled: scripts });
    await signIn(page, house, 0);
    await choose(page, [
      ["I", "Xã, phường"],
      [1, "Phường Châu Đốc", "Trần Văn Thử", "Chủ tịch", 2963852901, "thu@angiang.gov.vn"],
    ]);
    expect(await page.textContent("main [role=alert]")).toContain("họ tên");
    await say(page);
    const row = (await page.textContent("main table tbody tr")) ?? "";
    expect(row).toContain("Trần Văn Thử");
    expect(row).toMatch(/mới|thay đổi/);
    if (scripts) expect(await axeFindings(page)).toEqual([]);

    await page.click("button[name=checked]");
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await expect.poll(() => page.textContent("main")).toContain("Trần Văn Thử");
    await takeBack(page);
    await page.locator("main").getByText("Đã hoàn tác").first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("three thousand lines", () => {
  it("are entered from the keyboard below a bar that moves, and taken back whole", async () => {
    const rows = (await communes()).slice(0, 3000).map(({ code }, i) => {
      const contact = `0296 3 ${100_000 + i},ubnd${i}@mau.gov.vn`;
      return `${code},Nguyễn Văn ${i},Chủ tịch,${contact},head,15/QĐ-UBND,05/01/2027,05/01/2027`;
    });
    const heading = "area_code,name,position,phone,email,capacity,decision_no,decision_date,from";
    const { page, complaints, close } = await openWindow(browser);
    await signIn(page, house, 2);
    await page.goto(`${house.origin}/desk/spokespersons/import`);
    await page.setInputFiles("input[name=file]", {
      name: "ca-nuoc.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([heading, ...rows].join("\n")),
    });
    await check(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(keepBar);
    await page.focus("button[name=checked]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);

    const shares = await page.evaluate(() => (window as unknown as Watched).shares);
    // How many steps are drawn is the machine's affair: that it moves, and never back, is ours.
    expect(new Set(shares).size).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    await page.locator("main [role=status]", { hasText: "Đã ghi 3.000 dòng" }).waitFor();
    await takeBack(page);
    await page.locator("main").getByText("Đã hoàn tác").first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

interface Watched {
  shares: number[];
}

/** Keeps every length that the bar has. */
function keepBar() {
  const shares: number[] = [];
  (window as unknown as Watched).shares = shares;
  new MutationObserver(() => {
    const bar = document.querySelector("progress");
    if (bar) shares.push(bar.value);
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}

async function communes() {
  const db = connect(house.database);
  const found = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("area.code")
    .where("agency.kind", "=", "peoples_committee")
    .where("area.era", "=", "2025")
    .where("area.level", "=", "commune")
    .orderBy("area.code")
    .execute();
  await db.destroy();
  return found;
}
