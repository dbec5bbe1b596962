import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { openBrowser, openWindow, serve, signIn } from "#app/test/browser.ts";
import { findOrInstallChromium } from "./chromium.ts";

/** Takes the README's pictures from the built app with its demo office: `node scripts/run.js screenshots`. */
process.env.CHROMIUM_PATH = findOrInstallChromium(console.log);
const FOLDER = "public/screenshots";
mkdirSync(FOLDER, { recursive: true });

const house = await serve();
const browser = await openBrowser();

async function picture(name: string, path: string, width: number, who?: number) {
  const { page, close } = await openWindow(browser, {
    viewport: { width, height: width < 500 ? 740 : 768 },
  });
  if (who !== undefined) await signIn(page, house, who);
  await page.goto(house.origin + path, { waitUntil: "networkidle" });
  await settle(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await close();
}

const settle = (page: Page) => page.evaluate(() => document.fonts.ready);

await picture("lookup", "/?q=my+binh+long+xuyen", 360);
await picture("area", "/areas/30307", 360);
await picture("meeting", "/desk/meetings/demo-meeting-3", 1366, 1);
await picture("urgent", "/desk/meetings/urgent", 1366, 1);
await browser.close();
await house.stop();
