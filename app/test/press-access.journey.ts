import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { findingsAt, openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** The press's own room, and the pages where it is answered, looked at by axe and measured on a phone. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const PUBLIC = [
  "/statements",
  "/statements?kind=press_release",
  "/statements/demo-release",
  "/statements/demo-release-right",
  "/statements/demo-release-right/receipt",
  "/statements/demo-release-right/comparison",
  "/receipts",
  "/errata",
  "/queries/demo-query-2",
  "/portal/sign-in",
  "/portal/sign-in?sent=1",
  "/portal/links/nobodys-token",
  "/query-tasks/nobodys-token",
];

const ROOM = [
  "/portal",
  "/portal/records/demo-journalist-0",
  "/portal/records/demo-journalist-0/foreign-press",
  "/portal/records/demo-journalist-0/correction",
  "/portal/records/demo-journalist-0/erasure",
  "/portal/address",
  "/portal/invitations",
  "/portal/questions",
  "/portal/questions/new",
  "/portal/accreditations",
  "/portal/accreditations/new",
  "/portal/data",
];

const DESK = [
  "/desk",
  "/desk/queries?shelf=closed",
  "/desk/queries?shelf=late",
  "/desk/queries/demo-query-0",
  "/desk/queries/demo-query-0/owner",
  "/desk/queries/demo-query-0/forwarding",
  "/desk/queries/demo-query-0/withdrawal",
  "/desk/queries/demo-query-1/promise",
  "/desk/queries/demo-query-1/holding-answer",
  "/desk/queries/demo-query-1/draft",
  "/desk/queries/demo-query-1/versions",
  "/desk/queries/demo-query-1/refusal",
  "/desk/queries/demo-query-1/tasks/new",
  "/desk/query-tasks/demo-query-1-task",
  "/desk/queries/demo-query-2",
  "/desk/queries/demo-query-2/opening",
  "/desk/queries/demo-query-2/keeping-back",
  "/desk/queries/demo-query-3",
  "/desk/lines/demo-line-0",
  "/desk/statements",
  "/desk/statements?shelf=published",
  "/desk/statements/new",
  "/desk/statements/demo-joint",
  "/desk/statements/demo-joint/edit",
  "/desk/statements/demo-joint/files",
  "/desk/statements/demo-joint/sign-offs",
  "/desk/statements/demo-joint/schedule",
  "/desk/statements/demo-joint/publication",
  "/desk/statements/demo-release-right/correction",
  "/desk/statements/demo-release-right/retraction",
  "/desk/accreditations",
  "/desk/journalists/demo-journalist-1/accreditation",
  "/desk/reports",
  "/desk/reports?period=2026-Q4",
  "/desk/reports/appearances",
  "/desk/retention",
];

const PROVINCE = [
  "/desk",
  "/desk/queries?shelf=province",
  "/desk/queries/demo-query-1",
  "/desk/sign-offs/demo-sign-off",
  "/desk/sign-offs/demo-sign-off/objection",
  "/desk/accreditations",
  "/desk/accreditations?shelf=objected",
  "/desk/accreditations?shelf=decided",
  "/desk/data-requests",
  "/desk/data-requests?shelf=closed",
];

/** Pages of things whose addresses are made up anew with every demo office. */
const ADDRESSED = /\/(accreditations|data-requests)\/[0-9a-f-]{36}/;

/** Signs a journalist in as they do it: by the link in a letter, and the button behind it. */
async function enter(page: Page, email: string) {
  await page.goto(`${house.origin}/portal/sign-in`);
  await page.fill("main input[type=email]", email);
  await page.click("main button[type=submit]");
  await page.waitForURL(/sent=1/);
  const db = connect(house.database);
  const letter = await db
    .selectFrom("mail")
    .select("text")
    .where("kind", "=", "portal-link")
    .where("to", "=", email)
    .orderBy("postedAt", "desc")
    .executeTakeFirstOrThrow();
  await db.destroy();
  const [link = ""] = /\/portal\/links\/\w{32}/.exec(letter.text) ?? [];
  await page.goto(house.origin + link);
  await page.click("main button[type=submit]");
  await page.waitForURL(`${house.origin}/portal`);
}

/** The first page of each such thing that a list leads to. */
async function ledTo(page: Page, lists: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const list of lists) {
    await page.goto(house.origin + list);
    const links = await page
      .locator("main a")
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    for (const link of links.filter((one) => ADDRESSED.test(one)).slice(0, 1)) found.add(link);
  }
  return [...found];
}

const faces = [
  { colorScheme: "light", language: "" },
  { colorScheme: "dark", language: "/en" },
] as const;

describe.each(faces)("in the $colorScheme, under «$language»", ({ colorScheme, language }) => {
  const open = () => openWindow(browser, { colorScheme, viewport: { width: 360, height: 740 } });
  const at = (pages: string[]) => ({
    origin: house.origin,
    addresses: pages.map((path) => (path.startsWith("/en/") ? path : language + path)),
  });

  it("axe finds nothing where the press reads, without signing in", async () => {
    const { page, complaints, close } = await open();
    expect(await findingsAt(page, complaints, at(PUBLIC))).toEqual([]);
    await close();
  });

  it("nor in a journalist's own room", async () => {
    const { page, complaints, close } = await open();
    await enter(page, "phong-vien-01@toasoan.example");
    const more = await ledTo(page, [`${language}/portal/accreditations`]);
    expect(await findingsAt(page, complaints, at([...ROOM, ...more]))).toEqual([]);
    await close();
  });

  it.each([
    { desk: "the ward's desk", who: 1, pages: DESK, lists: ["/desk/accreditations"] },
    {
      ...{ desk: "the province's desk", who: 0, pages: PROVINCE },
      lists: ["/desk/accreditations", "/desk/accreditations?shelf=decided", "/desk/data-requests"],
    },
  ])("nor at $desk", async ({ who, pages, lists }) => {
    const { page, complaints, close } = await open();
    await signIn(page, house, who);
    const more = await ledTo(
      page,
      lists.map((list) => language + list),
    );
    expect(await findingsAt(page, complaints, at([...pages, ...more]))).toEqual([]);
    await close();
  });
});
