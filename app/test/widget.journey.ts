import { createServer, type Server } from "node:http";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { axeFindings, freePort, openBrowser, openWindow, type Served, serve } from "./browser.ts";

/** A ward's portal, on a server of its own, shows the spokesperson by a script and by a frame. */
let house: Served;
let browser: Browser;
let portal: { origin: string; server: Server };
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
  portal = await openPortal();
});
afterAll(async () => {
  portal?.server.close();
  await browser?.close();
  await house?.stop();
});

/** The portal's own styles do all they can to spoil what is put on its pages. */
const HOSTILE = `main * { color: red !important; font-size: 3px !important; text-transform: uppercase !important }
  main > :not(iframe) { display: none; opacity: 0.1; visibility: hidden }
  section, a, p { display: none !important; color: red !important }`;

const script = (code: string, more = "async") =>
  `<script ${more} src="${house.origin}/widget.js" data-area="${code}"></script>`;

const PAGES: Record<string, () => string> = {
  "/": () => `${script("30307")} ${script("30313", "defer")}
    <iframe src="${house.origin}/embed/areas/30307" title="Người phát ngôn" width="320" height="340"></iframe>`,
  "/module": () => `${script("30307", 'type="module"')} ${script("30301", 'type="module"')}`,
  "/english":
    () => `${script("30307", 'data-lang="en"')} ${script("30307", 'data-lang="en" data-theme="dark"')}
    <script src="${house.origin}/widget.js" data-agency="pc-91" data-lang="en"></script>`,
  "/former": () => script("30280"),
  "/wrong": () => `${script("99999")} ${script("%22%3E")}`,
  "/later": () => '<script src="/later.js"></script>',
};

const LATER = () => `addEventListener("load", () => {
  for (const type of ["text/javascript", "module"]) {
    const late = document.createElement("script");
    Object.assign(late, { src: ${JSON.stringify(`${house.origin}/widget.js`)}, type });
    late.dataset.area = "30307";
    document.querySelector("main").append(late);
  }
});`;

async function openPortal() {
  const port = await freePort();
  const server = createServer(({ url = "/" }, response) => {
    const page = PAGES[url];
    // What the page that makes the code says a strict site must allow, and no more.
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${house.origin}`,
      `connect-src ${house.origin}`,
      `frame-src ${house.origin}`,
      "style-src 'self'",
    ];
    response.setHeader("Content-Security-Policy", policy.join("; "));
    const send = (type: string, body: string) =>
      response.setHeader("Content-Type", `${type}; charset=utf-8`).end(body);
    if (url === "/portal.css") return send("text/css", HOSTILE);
    if (url === "/later.js") return send("text/javascript", LATER());
    if (!page) return response.writeHead(404).end();
    send(
      "text/html",
      `<!doctype html><html lang="vi"><head><title>Cổng thông tin</title>
        <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/portal.css"></head>
        <body><header><h1>Cổng thông tin</h1></header><main>${page()}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${port}`, server };
}

const cards = (page: Page) => page.locator("phat-ngon-speaker");
const said = async (card: Locator) => (await card.locator("section").textContent()) ?? "";
const shown = (page: Page, text: string) => cards(page).filter({ hasText: text }).first().waitFor();
/** What the first card says: the second may have said the same before. */
const saidFirst = (page: Page, text: string) => cards(page).first().getByText(text).waitFor();

describe("a portal that shows the spokesperson", () => {
  it("names the right one, by script and by frame, whatever its own styles say", async () => {
    const { page, complaints, close } = await openWindow(browser);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(portal.origin);
    await shown(page, "Trần Quốc Bảo");
    await shown(page, "Chưa có người phát ngôn trong sổ.");

    expect(await cards(page).count()).toBe(2);
    const [first, second] = [cards(page).nth(0), cards(page).nth(1)];
    expect(await said(first)).toMatch(
      /^Người phát ngôn phường Long Xuyên ?An Giang ?Trần Quốc Bảo ?Phó Chủ tịch UBND phường/,
    );
    expect(await said(first)).toMatch(
      /Công bố ngày \d\d\/\d\d\/\d{4}, thư xác nhận không tới được/,
    );
    expect(await first.locator("a[href^='tel:']").isVisible()).toBe(true);
    expect(await said(second)).toMatch(
      /Mỹ Hòa Hưng.*xin hỏi Ủy ban nhân dân tỉnh An Giang: ?Đặng Thị Ngọc Lan/,
    );
    const frame = page.frameLocator("iframe").locator("main");
    expect(await frame.textContent()).toContain("Trần Quốc Bảo");

    const name = await first.locator(".name").evaluate((it) => {
      const { color, fontSize, visibility, textTransform } = getComputedStyle(it);
      return { color, fontSize, visibility, textTransform };
    });
    expect(name).toEqual({
      color: "rgb(29, 26, 22)",
      fontSize: "22px",
      visibility: "visible",
      textTransform: "none",
    });
    expect(await first.evaluate((it) => getComputedStyle(it).opacity)).toBe("1");

    const foreign = asked.filter((url) => !url.startsWith(portal.origin));
    expect(foreign.map((url) => new URL(url).origin)).toEqual(foreign.map(() => house.origin));
    expect(await page.context().cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("lets the keyboard reach the telephone and the mailbox, and axe finds nothing", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, close } = await openWindow(browser, {
        colorScheme,
        viewport: { width: 320, height: 700 },
      });
      await page.goto(portal.origin);
      await shown(page, "Trần Quốc Bảo");
      await shown(page, "Đặng Thị Ngọc Lan");
      const reached: string[] = [];
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press("Tab");
        reached.push(
          await page.evaluate(() => {
            const link = document.activeElement?.shadowRoot?.activeElement as HTMLAnchorElement;
            const ring = getComputedStyle(link).outlineStyle;
            return `${link.href.split(":")[0]} ${ring}`;
          }),
        );
      }

      expect(reached).toEqual(["tel solid", "mailto solid", "http solid"]);
      expect(await axeFindings(page)).toEqual([]);
      await page.goto(`${portal.origin}/english`);
      await shown(page, "Regular spokesperson");
      expect(await axeFindings(page)).toEqual([]);
      await close();
    }
  });

  it("fits into 200 pixels", async () => {
    const { page, close } = await openWindow(browser, { viewport: { width: 200, height: 700 } });
    await page.goto(`${portal.origin}/english`);
    await shown(page, "Regular spokesperson");

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      200,
    );
    await close();
  });

  it("shows each tag once as modules, and one that is put in later", async () => {
    const { page, complaints, close } = await openWindow(browser);
    await page.goto(`${portal.origin}/module`);
    await shown(page, "Trần Quốc Bảo");
    await shown(page, "Nguyễn Phước Lộc");
    expect(await cards(page).count()).toBe(2);

    await page.goto(`${portal.origin}/later`);
    await cards(page).nth(1).getByText("Trần Quốc Bảo").waitFor();
    expect(await cards(page).count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it("speaks English, of an agency too, and tells what became of a former ward", async () => {
    const { page, close } = await openWindow(browser);
    await page.goto(`${portal.origin}/english`);
    await shown(page, "Spokesperson of Long Xuyen Ward");
    await shown(page, "Spokesperson of People's Committee of An Giang Province");
    const pageOf = (card: number) =>
      cards(page).nth(card).getByText("See the full page").getAttribute("href");
    expect(await pageOf(0)).toBe(`${house.origin}/en/areas/30307`);
    expect(await pageOf(2)).toBe(`${house.origin}/en/agencies/pc-91`);

    await page.goto(`${portal.origin}/former`);
    await shown(page, "Đơn vị này nay là Phường Long Xuyên.");
    expect(await said(cards(page))).toContain("Trần Quốc Bảo");
    await close();
  });

  it("says so when the code is none, the server fails or the line is dead, and tries again when asked", async () => {
    const { page, complaints, close } = await openWindow(browser);
    await page.goto(`${portal.origin}/wrong`);
    await shown(page, "Không có đơn vị nào mang mã 99999.");
    expect(await cards(page).count()).toBe(2);
    expect(complaints).toEqual([]);

    const api = `${house.origin}/api/**`;
    const cors = { "Access-Control-Allow-Origin": "*" };
    await page.route(api, (route) => route.fulfill({ status: 500, headers: cors, body: "<b>" }));
    await page.goto(portal.origin);
    await saidFirst(page, "Chưa tải được người phát ngôn.");
    await page.unroute(api);
    await page.route(api, (route) => route.fulfill({ status: 200, headers: cors, body: "{}" }));
    await cards(page).first().getByRole("button").press("Enter");
    await saidFirst(page, "Chưa tải được người phát ngôn.");
    await page.unroute(api);
    await page.context().setOffline(true);
    await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false);
    await cards(page).first().getByRole("button").press("Enter");
    await saidFirst(page, "Máy đang không có mạng.");
    await page.context().setOffline(false);
    await cards(page).first().getByRole("button").press("Enter");
    await saidFirst(page, "Trần Quốc Bảo");

    const unexpected = complaints.filter((line) => !/Failed to load resource/.test(line));
    expect(unexpected).toEqual([]);
    await close();
  });

  it("is one script of less than 10 kB that any site may run", async () => {
    const response = await fetch(`${house.origin}/widget.js`, {
      headers: { "Accept-Encoding": "identity" },
    });
    const other = await fetch(`${house.origin}/site.js`);

    expect((await response.arrayBuffer()).byteLength).toBeLessThan(10_000);
    expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(other.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  });

  it("shows whoever speaks since a moment ago, once it is loaded again", async () => {
    const { page, close } = await openWindow(browser);
    await page.goto(portal.origin);
    await shown(page, "Trần Quốc Bảo");
    const db = connect(house.database);
    await db
      .updateTable("assignment")
      .set({ endDay: "2026-07-31", endKind: "ended" })
      .where("agencyId", "=", "pc-30307")
      .where("capacity", "=", "regular")
      .execute();
    await db.destroy();
    const frame = page.frameLocator("iframe").locator("h2");
    // What another process wrote may go unnoticed for a second.
    const names = async () => {
      await page.reload();
      return [await cards(page).first().locator(".name").textContent(), await frame.textContent()];
    };
    await expect.poll(names).toEqual(["Nguyễn Thị Thu Hà", "Nguyễn Thị Thu Hà"]);
    await close();
  });
});
