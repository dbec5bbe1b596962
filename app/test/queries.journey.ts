import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFindings, openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** A journalist asks without scripts, the desk answers, and the journalist says that it is answered. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const TITLE = "Tiến độ giải phóng mặt bằng đường tránh sạt lở";

it("leads from the area's page to an answer that its asker confirms", async () => {
  const asker = await openWindow(browser, {
    ...{ viewport: { width: 360, height: 800 }, javaScriptEnabled: false },
  });
  await ask(asker.page);

  const desk = await openWindow(browser, { viewport: { width: 1366, height: 800 } });
  await signIn(desk.page, house, 1);
  await asker.page.goto(await linkIn(desk.page, "Xác nhận địa chỉ"));
  await asker.page.getByRole("button", { name: "Đúng là tôi" }).click();
  expect(await axeFindings(desk.page)).toEqual([]);
  await asker.page.waitForURL(/\/asked\/\w{32}$/);

  await answer(desk.page);
  await asker.page.reload();
  expect(await asker.page.textContent("main")).toContain("Bàn giao trước 30/12/2026.");
  await asker.page.getByRole("button", { name: "Đã được trả lời" }).click();
  const confirmed = desk.page.getByText("Người hỏi xác nhận đã được trả lời");
  const look = async () => {
    await desk.page.reload();
    return confirmed.count();
  };
  await expect.poll(look).toBeGreaterThan(0);
  expect([...desk.complaints, ...asker.complaints]).toEqual([]);
  await Promise.all([asker.close(), desk.close()]);
});

async function ask(page: Page) {
  await page.goto(`${house.origin}/areas/30307`);
  await page.getByRole("link", { name: "Gửi câu hỏi" }).click();
  await page.fill("[name=title]", TITLE);
  await page.fill("[name=text]", "Bao giờ bàn giao mặt bằng?");
  await page.fill("[name=askerName]", "Công Tằng Tôn Nữ Huyền Trân");
  await page.fill("[name=outletName]", "Tạp chí mẫu");
  await page.fill("[name=askerEmail]", "tran@tapchi.example");
  await page.waitForTimeout(3_200); // nobody fills a form in within three seconds
  await page.locator("main form button").click();
  await page.waitForURL(/sent=1/);
}

/** The link that a letter of the trial mailbox leads to. */
async function linkIn(page: Page, subject: string): Promise<string> {
  const letter = page.getByRole("link", { name: subject }).first();
  await expect
    .poll(
      async () => {
        await page.goto(`${house.origin}/desk/mailbox`);
        return letter.count();
      },
      { interval: 1_000 },
    )
    .toBeGreaterThan(0);
  await letter.click();
  await page.getByText("Xem dạng chữ thuần").click();
  const text = (await page.textContent("main")) ?? "";
  const path = /\/question-checks\/[0-9a-z]{32}/.exec(text)?.[0] ?? "";
  return house.origin + path;
}

async function answer(page: Page) {
  const back = () => page.waitForURL(/\/desk\/queries\/[\w-]+$/);
  await page.goto(`${house.origin}/desk/queries`);
  await page.getByRole("link", { name: TITLE }).click();
  await page.getByRole("button", { name: "Nhận xử lý" }).click();
  await page.getByRole("button", { name: "Soạn trả lời" }).click();
  await page.waitForURL(/draft$/);
  await page.fill("textarea", "Bàn giao trước 30/12/2026.");
  await page.getByRole("button", { name: "Lưu bản mới" }).click();
  await back();
  await page.getByRole("link", { name: "Trình duyệt" }).click();
  await page.waitForURL(/signatures$/);
  await page.getByRole("button", { name: "Trình" }).click();
  await back();
  await page.getByRole("link", { name: /^Duyệt/ }).click();
  await page.waitForURL(/signature$/);
  await page.getByLabel("Đồng ý").check();
  await page.getByRole("button", { name: "Ghi" }).click();
  await back();
  await page.getByRole("link", { name: "Gửi trả lời" }).click();
  await page.waitForURL(/answer$/);
  await page.getByRole("button", { name: "Gửi trả lời" }).click();
  await back();
}
