import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openWindow, type Served, serve } from "./browser.ts";

/** A reporter in a corridor and a citizen with weak eyes: the public site, in a real browser. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const PHONE = { width: 360, height: 740 };

describe("a reporter with a telephone", () => {
  it("finds a number by a ward's old name, with scripts off", async () => {
    const { page, close } = await openWindow(browser, {
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    await page.goto(house.origin);
    await page.fill("input[name=q]", "my binh long xuyen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=my/);
    await expect.poll(() => page.textContent("main")).toContain("Phường Mỹ Bình");

    await page.click("main a:has-text('Phường Long Xuyên')");
    await page.waitForURL(/areas\/30307/);

    expect(await page.textContent("main")).toContain("Trần Quốc Bảo");
    expect(await page.locator("a[href^='tel:']").first().textContent()).toContain("0296");
    await close();
  });

  it("is helped while typing, by the arrow keys and Enter", async () => {
    const { page, complaints, close } = await openWindow(browser, { viewport: PHONE });
    await page.goto(house.origin);
    // What is offered while somebody types is of what they typed so far.
    const offered = page.waitForResponse((it) => it.url().includes("q=long+xuye&"));
    await page.type("input[name=q]", "long xuye", { delay: 20 });
    await (await offered).finished();
    const options = page.locator("[role=option]");
    await expect.poll(() => options.first().textContent()).toContain("Phường Long Xuyên");

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/areas\/30307/);

    expect(complaints).toEqual([]);
    await close();
  });

  it("asks who spoke on another day", async () => {
    const { page, close } = await openWindow(browser, { viewport: PHONE });
    await page.goto(`${house.origin}/areas/30307`);
    await page.fill("input[name=on]", "2026-03-15");
    await page.click("form:has(input[name=on]) button");
    await page.waitForURL(/on=2026-03-15/);

    expect(await page.textContent("main")).toContain("Phạm Văn Thuận");
    await close();
  });

  it.each(["/", "/areas/30307"])("carries less than 60 kB for %s, fonts and all", async (path) => {
    const { page, close } = await openWindow(browser, { viewport: PHONE });
    const debug = await page.context().newCDPSession(page);
    let bytes = 0;
    await debug.send("Network.enable");
    debug.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(house.origin + path, { waitUntil: "networkidle" });

    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60_000);
    await close();
  });
});

describe("a citizen with weak eyes", () => {
  it("keeps larger letters and higher contrast from page to page, without scripts", async () => {
    const { page, close } = await openWindow(browser, { javaScriptEnabled: false });
    await page.goto(`${house.origin}/areas/30307`);
    await page.click("button[name=size][value=large]");
    await page.locator("html[data-size=large]").waitFor();
    await page.click("button[name=contrast]");
    await page.locator("html[data-contrast=high]").waitFor();
    await page.goto(`${house.origin}/en/meetings`);

    const html = page.locator("html");
    expect(await html.getAttribute("data-size")).toBe("large");
    expect(await html.getAttribute("data-contrast")).toBe("high");
    expect(await html.getAttribute("lang")).toBe("en");
    await close();
  });
});
