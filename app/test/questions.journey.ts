import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** The list of questions keeps itself as it stands while a meeting runs, without taking anything out of a hand that writes. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const list = () => `${house.origin}/desk/meetings/demo-meeting-3/questions`;

/** The list as a colleague looks at it, on a clock that goes on only when told to. */
async function watcher() {
  const window = await openWindow(browser);
  // Behind the moment at which it stops: until then it goes on by itself.
  const stopped = Date.now();
  await window.page.clock.install({ time: stopped - 60_000 });
  await window.page.clock.pauseAt(stopped);
  await signIn(window.page, house, 0);
  await window.page.goto(list(), { waitUntil: "networkidle" });
  return window;
}

/** Takes a question at the ward's own desk, with scripts off. */
async function taker() {
  const window = await openWindow(browser, { javaScriptEnabled: false });
  await signIn(window.page, house, 1);
  const take = async (text: string) => {
    await window.page.goto(list());
    await window.page.fill("textarea[name=text]", text);
    await window.page.click("main form:has(textarea[name=text]) button[type=submit]");
    await window.page.locator("main li", { hasText: text }).waitFor();
  };
  return { ...window, take };
}

const line = (page: Page, text: string) => page.locator("main li", { hasText: text });
const later = (page: Page) => page.clock.runFor(10_500);
/** Lets time go by until a line is there: how soon an answer comes is not the clock's affair. */
const comes = (page: Page, text: string) =>
  expect
    .poll(async () => {
      await later(page);
      return line(page, text).count();
    })
    .toBe(1);

it("shows a question taken elsewhere by itself, until it is told to stop", async () => {
  const [watching, taking] = await Promise.all([watcher(), taker()]);
  const { page } = watching;
  await taking.take("Bao giờ cầu tạm thông xe?");
  expect(await line(page, "Bao giờ cầu tạm").count()).toBe(0);
  await comes(page, "Bao giờ cầu tạm");

  await page.getByRole("button", { name: "Dừng cập nhật" }).click();
  await page.getByText("Đã dừng cập nhật").waitFor();
  await taking.take("Ai trả chi phí gia cố bờ?");
  await later(page);
  await later(page);
  expect(await line(page, "Ai trả chi phí").count()).toBe(0);

  await page.getByRole("button", { name: "Cập nhật tiếp" }).click();
  await comes(page, "Ai trả chi phí");
  expect([...watching.complaints, ...taking.complaints]).toEqual([]);
  await Promise.all([watching.close(), taking.close()]);
});

it("waits while somebody writes, keeps what they write, and is up to date after", async () => {
  const [watching, taking] = await Promise.all([watcher(), taker()]);
  const { page } = watching;
  const written = page.locator("textarea[name=text]");
  await written.fill("Câu hỏi đang ghi dở");
  await taking.take("Trường học mở cửa lại khi nào?");
  await later(page);
  await later(page);
  expect(await line(page, "Trường học mở cửa").count()).toBe(0);

  await written.blur();
  await comes(page, "Trường học mở cửa");
  expect(await written.inputValue()).toBe("Câu hỏi đang ghi dở");
  expect(watching.complaints).toEqual([]);
  await Promise.all([watching.close(), taking.close()]);
});

it("without scripts offers the newest list as a link", async () => {
  const { page, take, close } = await taker();
  await take("Có bao nhiêu hộ đã được di dời?");
  await page.getByRole("link", { name: "Xem danh sách mới nhất" }).click();

  expect(new URL(page.url()).pathname).toBe("/desk/meetings/demo-meeting-3/questions");
  await line(page, "Có bao nhiêu hộ").waitFor();
  await close();
});
