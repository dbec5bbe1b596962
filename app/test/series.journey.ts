import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";
import { shownBy } from "./calendar-programs.ts";

/** A year of quarterly press conferences in a real browser: planned in one form, then changed one by one and from one on. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const YEAR = new Date().getFullYear() + 1;
const SUBJECT = "Tình hình cống mẫu trong quý";
const MONTHS = ["03", "06", "09", "12"];

async function planTheYear(page: Page): Promise<string[]> {
  await page.goto(`${house.origin}/desk/meetings/series/new`);
  await page.selectOption("select[name=month]", "3");
  await page.selectOption("select[name=week]", "3");
  await page.fill("input[name=from]", `${YEAR}-01-01`);
  await page.fill("input[name=until]", `${YEAR}-12-31`);
  await page.getByRole("button", { name: "Xem các ngày" }).click();
  await page.waitForURL(/month=3/);
  await page.locator("input[name=days]").nth(3).waitFor();
  const days = await page
    .locator("input[name=days]")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value.slice(0, 7)));
  expect(days).toEqual(MONTHS.map((month) => `${YEAR}-${month}`));

  await page.fill("input[name=subject]", SUBJECT);
  await page.fill("input[name=venue]", "Hội trường mẫu");
  await page.check("input[name=as][value=announced]");
  await page.locator("form#series button[type=submit]").click();
  await page.waitForURL(/\/desk\/series\/[\w-]+$/);
  const links = page.locator("main table a[href*='/desk/meetings/']");
  await links.nth(3).waitFor();
  return links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""),
  );
}

async function openEdit(page: Page, meeting: string) {
  await page.goto(`${house.origin}/desk/meetings/${meeting}/edit`);
  await page.locator("form#meeting").waitFor();
}

const save = (page: Page) => page.locator("form#meeting button[type=submit]").last().click();

/** Opens a month in the desk's calendar; the meeting there, if it is shown. */
async function onDesk(page: Page, month: string, meeting: string) {
  await page.goto(`${house.origin}/desk/meetings/calendar?view=month&on=${YEAR}-${month}-01`);
  await page.locator(`.fc-daygrid-day[data-date="${YEAR}-${month}-01"]`).waitFor();
  return page.locator(`.fc-event[href$="${meeting}"]`);
}

it("a year is planned, one date changed, one and those after it, one called off: desk and public read it alike", async () => {
  const { page, complaints, close } = await openWindow(browser, {
    viewport: { width: 1366, height: 900 },
  });
  await signIn(page, house, 0);
  const meetings = await planTheYear(page);
  expect(meetings).toHaveLength(4);
  const [march = "", june = "", september = "", december = ""] = meetings;

  // One alone: another hour, with its reason.
  await openEdit(page, june);
  const day = (await page.inputValue("input[name=startsAt]")).slice(0, 10);
  await page.fill("input[name=startsAt]", `${day}T14:00`);
  await page.fill("input[name=endsAt]", `${day}T15:30`);
  await page.fill("input[name=reason]", "Trùng kỳ họp mẫu");
  await page.check("input[name=scope][value=one]");
  await save(page);
  await page.waitForURL(new RegExp(`/desk/meetings/${june}$`));

  // This one and those after it: another hall; shown first, then saved.
  await openEdit(page, september);
  await page.fill("input[name=venue]", "Nhà văn hóa mẫu");
  await page.check("input[name=scope][value=following]");
  await save(page);
  await page.locator("input[name=said]").waitFor({ state: "attached" });
  await save(page);
  await page.waitForURL(/\/desk\/series\//);

  await page.goto(`${house.origin}/desk/meetings/${december}/cancellation`);
  await page.fill("[name=reason]", "Bão mẫu");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(new RegExp(`/desk/meetings/${december}$`));

  expect(await (await onDesk(page, "03", march)).textContent()).toContain("08:30");
  expect(await (await onDesk(page, "06", june)).textContent()).toContain("14:00");
  expect(await (await onDesk(page, "09", september)).textContent()).toContain("08:30");
  expect(await (await onDesk(page, "12", december)).count()).toBe(0);

  await page.goto(`${house.origin}/meetings`);
  const listed = (meeting: string) =>
    page.locator("main li", { has: page.locator(`a[href$="/meetings/${meeting}"]`) }).textContent();
  expect(await listed(march)).toMatch(/08:30.*Hội trường mẫu/);
  expect(await listed(june)).toMatch(/14:00.*Đã dời lịch.*Hội trường mẫu/);
  expect(await listed(september)).toMatch(/08:30.*Nhà văn hóa mẫu/);
  await page.goto(`${house.origin}/meetings/${december}`);
  expect(await page.textContent("main")).toContain("Lý do: Bão mẫu");
  const feed = await (await page.request.get(`${house.origin}/meetings.ics`)).text();
  for (const shown of Object.values(shownBy(feed)))
    expect(
      shown
        .filter(([, summary]) => summary.endsWith(SUBJECT))
        .map(([at]) => [at.slice(5, 7), at.slice(11, 16)]),
    ).toEqual([
      ["03", "01:30"],
      ["06", "07:00"],
      ["09", "01:30"],
    ]);
  expect(complaints).toEqual([]);
  await close();
});
