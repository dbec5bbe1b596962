import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** A meeting's rooms in a real browser: its programme put in order by keyboard, a transcript handed in and read. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const programme = () => `${house.origin}/desk/meetings/demo-meeting-4/programme`;

async function add(page: Page, title: string, minutes: string) {
  await page.goto(programme());
  await page.fill("input[name=title]", title);
  await page.fill("input[name=minutes]", minutes);
  await page.click("main form:has(input[name=title]) button[type=submit]");
  await page.locator("main li", { hasText: title }).waitFor();
}

const points = (page: Page) => page.locator("main ol p.font-semibold").allTextContents();

describe.each([
  { scripts: true, how: "with scripts" },
  { scripts: false, how: "with scripts off" },
])("a programme, $how", ({ scripts }) => {
  it("is put in order by keyboard, says so, and leaves one at the point that moved", async () => {
    const { page, complaints, close } = await openWindow(browser, { javaScriptEnabled: scripts });
    const [first, last] = [`Báo cáo ${scripts}`, `Khai mạc ${scripts}`];
    await signIn(page, house, 0);
    await add(page, first, "30");
    await add(page, last, "10");
    await page.goto(programme(), { waitUntil: "networkidle" });
    const point = page.locator("main li", { hasText: last });
    const up = point.getByRole("button", { name: /^Lên/ });
    const before = await points(page);
    await up.focus();
    await page.keyboard.press("Enter");
    await page.locator("[role=status]", { hasText: `“${last}” nay ở vị trí` }).waitFor();

    const after = await points(page);
    expect(after).not.toEqual(before);
    const place = (all: string[], title: string) => all.findIndex((one) => one.endsWith(title));
    expect(place(after, last)).toBe(place(after, first) - 1);
    expect(new URL(page.url()).hash).toBe(`#${await point.getAttribute("id")}`);
    if (scripts)
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^item-/);
    expect(complaints).toEqual([]);
    await close();
  });
});

it("a transcript is handed in at the desk and read in public, with who spoke and when", async () => {
  const { page, complaints, close } = await openWindow(browser);
  await signIn(page, house, 0);
  await page.goto(`${house.origin}/desk/meetings/demo-meeting-1/files?kind=transcript`);
  await page.fill("input[name=title]", "Toàn văn");
  await page.setInputFiles("input[type=file]", {
    name: "toan-van.vtt",
    mimeType: "text/vtt",
    buffer: Buffer.from("WEBVTT\n\n00:07.000 --> 00:09.000\n<v Bà Lan>Lời đã nói.\n"),
  });
  await page.click("main form:has(input[type=file]) button[type=submit]");
  await page.getByRole("link", { name: "toan-van.vtt" }).waitFor();
  const answer = await page.goto(`${house.origin}/meetings/demo-meeting-1`);
  await page.getByText("Đọc: Toàn văn").click();

  expect(answer?.status()).toBe(200);
  expect(await page.locator("details").textContent()).toContain("00:07Bà Lan: Lời đã nói.");
  const file = await page.request.get(
    house.origin + (await page.getByRole("link", { name: "Toàn văn" }).getAttribute("href")),
    { headers: { Range: "bytes=0-5" } },
  );
  expect([file.status(), await file.text()]).toEqual([206, "WEBVTT"]);
  expect(complaints).toEqual([]);
  await close();
});
