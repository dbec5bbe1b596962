import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS } from "../../scripts/chromium.ts";

/** The built app served as in production, on a port and (unless one is named) a database of its own, with the demo office. */
export interface Served {
  origin: string;
  database: string;
  accounts: { email: string; password: string }[];
  stop(): Promise<void>;
}

export async function serve(args: string[] = [], url?: string): Promise<Served> {
  for (;;) {
    try {
      return await serveOnce(args, url);
    } catch (problem) {
      // A port that was free when it was asked for may be somebody else's by now.
      if (!String(problem).includes("is taken")) throw problem;
    }
  }
}

async function serveOnce(args: string[], url?: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-journey-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const database = url ?? `sqlite:${join(folder, "house.sqlite")}`;
  const child = spawn(process.execPath, ["scripts/serve.ts", "--quiet", ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: database,
    },
  });
  const welcome = await saidUntil(child, "Ctrl+C").catch((problem) => {
    rmSync(folder, { recursive: true, force: true });
    throw problem;
  });
  const accounts = [...welcome.matchAll(/^ {2}(\S+@\S+)\s+(\S+)/gm)].map(
    ([, email = "", password = ""]) => ({ email, password }),
  );
  return {
    origin,
    database,
    accounts,
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function saidUntil(child: ChildProcess, word: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes(word)) resolve(said);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", (code) => reject(new Error(`The server stopped (${code}):\n${said}`)));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: CHROMIUM_FLAGS });
}

/** How long a step may take on a slow machine before it is taken to hang. */
const PATIENCE = 90_000;

/** A fresh window; whatever goes wrong in its console is kept to be looked at. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: "vi-VN", ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (400|403|404|409|429)/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    // A request that leaving the page breaks off: Remix lets its rejection go.
    if (error.name !== "AbortError") complaints.push(error.message);
  });
  if (options.javaScriptEnabled !== false) handOverAwake(page);
  return { page, complaints, close: () => context.close() };
}

/** Pages whose scripts run. */
const lively = new WeakSet<Page>();

/** Hands a page over once it is awake. */
function handOverAwake(page: Page) {
  lively.add(page);
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...asked) => {
    const response = await goto(...asked);
    await awake(page);
    return response;
  };
  page.reload = async (...asked) => {
    const response = await reload(...asked);
    await awake(page);
    return response;
  };
}

/**
 * Waits until the scripts of a page of the desk have taken it in hand: a key that is pressed just while React does
 * so makes React 18 complain of itself ("Root did not complete"), which nobody's fingers are quick enough for.
 */
async function awake(page: Page) {
  if (!lively.has(page)) return;
  await page
    .waitForFunction(() => {
      const main = document.querySelector("[data-face=desk] main");
      return !main || Object.keys(main).some((key) => key.startsWith("__reactFiber"));
    })
    .catch(() => {});
}

export async function signIn(page: Page, { origin, accounts }: Served, who = 0) {
  await page.goto(`${origin}/sign-in`);
  await page.fill("input[type=email]", accounts[who]?.email ?? "");
  await page.fill("input[type=password]", accounts[who]?.password ?? "");
  await page.click("main button[type=submit]");
  await page.waitForURL(`${origin}/desk`);
  await awake(page);
}

/** What axe finds on the page as it stands, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which the content security policy does not stop.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map((it) => ({ id: it.id, nodes: it.nodes.map((node) => node.html) }));
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((html) => `${id}: ${html.slice(0, 200)}`));
}

/** Addresses that are meant to lead nowhere, or to be refused. */
const NOT_THERE = /nobodys-token|nowhere|99999|xyzqwv/;

/** What axe, a ruler and the console have to say of some addresses, seen one after another. */
export async function findingsAt(
  page: Page,
  complaints: string[],
  { origin, addresses }: { origin: string; addresses: string[] },
): Promise<string[]> {
  const findings: string[] = [];
  for (const address of addresses) {
    const status = (await page.goto(origin + address))?.status() ?? 0;
    if (status >= 400 && !NOT_THERE.test(address)) findings.push(`${address} answers ${status}`);
    await page.evaluate(() => document.fonts.ready);
    findings.push(...(await axeFindings(page)).map((finding) => `${address} ${finding}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) findings.push(`${address} is ${wide} px too wide`);
    findings.push(...complaints.splice(0).map((complaint) => `${address} ${complaint}`));
  }
  return findings;
}
