import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** The calendar of the desk in a real browser: a meeting dragged to another day, and the same by keyboard. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** What a province's crowded day holds: more than a day of the month shows at once, and one until after midnight. */
async function crowd(page: Page, day: string) {
  for (let i = 1; i <= 5; i++) {
    await page.goto(`${house.origin}/desk/meetings/new`);
    await page.fill("input[name=subject]", `Cuộc họp mẫu thứ ${i} trong ngày`);
    const isLate = i === 5;
    await page.fill("input[name=startsAt]", isLate ? `${day}T23:30` : `${day}T14:00`);
    await page.fill("input[name=endsAt]", isLate ? `${nextDay(day)}T00:30` : `${day}T15:30`);
    await page.fill("input[name=venue]", `Phòng mẫu ${i}`);
    await page.locator("form#meeting button[type=submit]").last().click();
    await page.waitForURL(/\/desk\/meetings\/[\w-]{30,}/);
  }
}

/** A meeting of the demo office to which journalists are invited, announced and still to come. */
const MEETING = "demo-meeting-3";

const dayOfMeeting = async (page: Page) => {
  await page.goto(`${house.origin}/desk/meetings/${MEETING}/move`);
  return (await page.inputValue("input[name=startsAt]")).slice(0, 10);
};

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

async function openMonth(page: Page, day: string) {
  await page.goto(`${house.origin}/desk/meetings/calendar?view=month&on=${day}&of=province`);
  const event = page.locator(`.fc-event[href$="${MEETING}"]`);
  await event.waitFor();
  return event;
}

/** How far to the right anything reaches that is seen and no menu, whether the page scrolls or a part of it. */
const widest = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("main *")]
        .filter((one) => one.checkVisibility() && !one.closest(".sr-only"))
        .map((one) => one.getBoundingClientRect().right),
    ),
  );

async function dragTo(page: Page, event: ReturnType<Page["locator"]>, day: string) {
  await page.evaluate(() => document.fonts.ready);
  // Taken hold of once it stands still.
  await event.hover({ position: { x: 20, y: 10 } });
  await page.mouse.down();
  const to = await page.locator(`td.fc-daygrid-day[data-date="${day}"]`).boundingBox();
  if (!to) throw new Error("Nowhere to drag to");
  await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 12 });
  await page.mouse.up();
  await page.waitForURL(/\/move\?/);
  await page.locator("main input[name=reason]").waitFor();
}

describe("the calendar of the desk", () => {
  it("takes a dragged meeting to the page that asks why, and moves nothing before", async () => {
    const { page, complaints, close } = await openWindow(browser, {
      timezoneId: "America/New_York",
      viewport: { width: 1366, height: 900 },
    });
    await signIn(page, house, 0);
    const day = await dayOfMeeting(page);
    const until = nextDay(day);
    await dragTo(page, await openMonth(page, day), until);
    expect((await page.inputValue("input[name=startsAt]")).slice(0, 10)).toBe(until);
    const hour = (await page.inputValue("input[name=startsAt]")).slice(11);

    await page.click("a:has-text('Giữ giờ cũ')");
    await page.waitForURL(/demo-meeting-3$/);
    expect(await dayOfMeeting(page)).toBe(day);

    await dragTo(page, await openMonth(page, day), until);
    const told = await page.locator("p:has-text('nhà báo đã mời sẽ nhận thư')").textContent();
    const letters = Number(/^(\d+) nhà báo đã mời sẽ nhận thư/.exec(told ?? "")?.[1]);
    expect(letters).toBeGreaterThan(5);
    await page.click("main form:has(input[name=reason]) button:has-text('Dời và gửi')");
    await page.locator("input[name=reason][aria-invalid=true]").waitFor();
    await page.fill("input[name=reason]", "Trùng kỳ họp Hội đồng nhân dân");
    await page.click("main form:has(input[name=reason]) button:has-text('Dời và gửi')");
    await page.waitForURL(/demo-meeting-3$/);

    await page.locator(`text=${letters} thư báo đang được gửi đi`).waitFor();
    await expect.poll(() => page.textContent("main")).toContain("Trùng kỳ họp Hội đồng nhân dân");
    await page.goto(`${house.origin}/desk/meetings/${MEETING}/move`);
    expect(await page.inputValue("input[name=startsAt]")).toBe(`${until}T${hour}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it("leads to the same by keyboard, and axe finds nothing", async () => {
    const { page, complaints, close } = await openWindow(browser);
    await signIn(page, house, 0);
    const day = await dayOfMeeting(page);
    await crowd(page, day);
    for (const view of ["week", "agenda"]) {
      const path = `/desk/meetings/calendar?view=${view}&on=${day}&of=province`;
      await page.goto(house.origin + path);
      await page.locator(".press-calendar .fc-event").first().waitFor();
      const late = page.locator(".fc-event:has-text('Cuộc họp mẫu thứ 5')").first();
      expect(await late.isVisible(), view).toBe(true);
      expect(await late.textContent()).toContain(view === "agenda" ? "23:30–00:30" : "23:30");
      expect(await axeFindings(page), view).toEqual([]);
    }
    const event = await openMonth(page, day);
    await page.locator(".fc-more-link").waitFor();
    expect(await axeFindings(page), "month").toEqual([]);
    await event.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/demo-meeting-3$/);
    await page.getByRole("link", { name: "Dời giờ", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/move$/);
    await page.locator("main a[href*='startsAt=']").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/move\?startsAt=/);

    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is an agenda on a phone, and a table without scripts", async () => {
    const phone = { viewport: { width: 360, height: 740 } };
    const small = await openWindow(browser, phone);
    await signIn(small.page, house, 0);
    await small.page.goto(`${house.origin}/desk/meetings/calendar`);
    await small.page.waitForURL(/view=agenda/);
    await small.page.locator(".press-calendar .fc-list").waitFor();
    const width = await small.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);

    for (const view of ["month", "week"]) {
      await small.page.goto(
        `${house.origin}/desk/meetings/calendar?view=${view}&of=province&on=${await dayOfMeeting(small.page)}`,
      );
      await small.page.locator("a[href^='#day-']").first().waitFor();
      expect(await axeFindings(small.page), view).toEqual([]);
      expect(await widest(small.page), view).toBeLessThanOrEqual(360);
    }
    const day = small.page.locator("a[href^='#day-']").first();
    const mark = (await day.getAttribute("href")) ?? "";
    await day.focus();
    await small.page.keyboard.press("Enter");
    await small.page.waitForURL((address) => address.hash === mark);
    expect(await small.page.locator(mark).isVisible()).toBe(true);
    expect(small.complaints).toEqual([]);
    await small.close();

    const plain = await openWindow(browser, { ...phone, javaScriptEnabled: false });
    await signIn(plain.page, house, 0);
    await plain.page.goto(`${house.origin}/desk/meetings/calendar?of=province&view=agenda`);
    await plain.page.click(`main table a[href$="/${MEETING}/move"]`);
    await plain.page.fill("input[name=reason]", "Chưa gửi");
    await plain.page.click("button:has-text('Xem lại giờ này')");
    await plain.page.waitForURL(/reason=/);
    expect(await plain.page.inputValue("input[name=reason]")).toBe("Chưa gửi");
    await plain.close();
  });
});
