import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assign } from "#app/domain/spokespersons/assignments.server.ts";
import { paths } from "#app/paths.ts";
import { connect } from "#db/connect.ts";
import { openBrowser, type Served, serve } from "./browser.ts";

/**
 * The public pages as they leave the built app: valid, and light enough for a phone in a corridor.
 * Hồ Chí Minh City has a head and a regular spokesperson in each of its 168 communes, with long names.
 */
let house: Served;
let letters: string[];
beforeAll(async () => {
  house = await serve();
  await fillProvince("79");
  letters = await pagesOfLetters();
});
afterAll(() => house?.stop());

const CITY = "/provinces/79/spokespersons";

const PAGES = [
  "/",
  "/?q=my+binh+long+xuyen",
  "/?q=xyzqwv",
  "/areas/30307",
  "/areas/30307?on=2025-08-01",
  "/areas/30313",
  "/areas/79",
  "/former-areas/30280",
  "/former-areas/thanh-pho-long-xuyen-an-giang",
  "/provinces",
  "/provinces/91/spokespersons",
  CITY,
  `${CITY}?q=xyzqwv`,
  `${CITY}?sort=since&state=unconfirmed&on=2026-07-01`,
  `${CITY}?on=31/02/2026`,
  "/provinces/91/changes",
  "/agencies/pc-30307/changes",
  "/agencies/pc-30307/wrong-contact",
  "/agencies/pc-30307/wrong-contact?received=1",
  "/confirmations/nobodys-token",
  "/provinces/04/changes",
  "/meetings",
  "/meetings/demo-meeting-3",
  "/invitations/nobodys-token",
  "/unsubscribe/nobodys-token",
  "/about",
  "/api",
  "/embed?area=30307",
  "/sign-in",
  "/nowhere",
];

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) console.warn("No Java on this machine: the validity of HTML is not checked.");

it.skipIf(!hasJava)("every public page is valid HTML, in both languages", async () => {
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-html-"));
  const names = new Map<string, string>();
  for (const path of [...PAGES, ...letters].flatMap((one) => [
    one,
    `/en${one}`.replace(/^\/en\/(?=$|\?)/, "/en"),
  ])) {
    const file = `${names.size}.html`;
    names.set(file, path);
    writeFileSync(join(folder, file), await (await fetch(house.origin + path)).text());
  }

  const found = await complaintsOf(folder);
  rmSync(folder, { recursive: true });

  expect(
    found.map(({ url, ...rest }) => ({ page: names.get(url.split("/").pop() ?? ""), ...rest })),
  ).toEqual([]);
});

it.each([
  { path: "/areas/30307", kilobytes: 60, lines: 0 },
  { path: "/", kilobytes: 60, lines: 0 },
  { path: CITY, kilobytes: 150, lines: 336 },
  { path: `/en${CITY}`, kilobytes: 150, lines: 336 },
])("$path takes less than $kilobytes kB in all", async ({ path, kilobytes, lines }) => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const transferred: [string, number][] = [];
  const sizes: Promise<unknown>[] = [];
  page.on("requestfinished", (request) => {
    const size = request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      transferred.push([new URL(request.url()).pathname, responseBodySize + responseHeadersSize]);
    });
    sizes.push(size);
  });
  await page.goto(house.origin + path, { waitUntil: "networkidle" });
  await Promise.all(sizes);
  const shown = await page.locator("tbody tr").count();
  await browser.close();

  const sum = transferred.reduce((all, [, size]) => all + size, 0);
  console.info(`${path}: ${(sum / 1000).toFixed(1)} kB`, Object.fromEntries(transferred));
  expect(shown).toBeGreaterThanOrEqual(lines);
  expect(transferred.some(([file]) => file.endsWith(".woff2"))).toBe(true);
  expect(sum).toBeLessThan(kilobytes * 1000);
});

interface Complaint {
  type: string;
  message: string;
  extract?: string;
  url: string;
}

/** What the Nu checker finds in the pages of a folder: one start for all of them. */
async function complaintsOf(folder: string): Promise<Complaint[]> {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const args = ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", folder];
  const { stdout } = await promisify(execFile)("java", args, { maxBuffer: 64 * 1024 * 1024 });
  const { messages } = JSON.parse(stdout) as { messages: Complaint[] };
  return messages
    .filter(({ message }) => !isRemark(message))
    .map(({ type, message, extract, url }) => ({ type, message, extract, url }));
}

/** React closes void elements with a slash, which is allowed and changes nothing. */
function isRemark(message: string): boolean {
  return message.startsWith("Trailing slash on void elements has no effect");
}

/** The pages that a letter of the demo office leads to. */
async function pagesOfLetters(): Promise<string[]> {
  const db = connect(house.database);
  const query = db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "journalistId");
  const letter = await query
    .select(["invitation.token", "journalist.token as journalist"])
    .executeTakeFirstOrThrow();
  await db.destroy();
  return [paths.reply(letter), paths.unsubscribe({ token: letter.journalist })];
}

const FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Công Tằng Tôn Nữ"];
const MIDDLES = ["Thị Thu", "Quốc", "Minh Hoàng", "Ngọc Phương", "Phước", "Đình Trung"];
const GIVEN = ["Hà", "Bảo", "Đạo", "Trâm", "Thuận", "Lộc", "Ngân", "Nghĩa", "Hiếu", "Ánh", "Yến"];

/** A head and a regular spokesperson for the city and each of its communes. */
async function fillProvince(code: string) {
  const db = connect(house.database);
  const agencies = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "area.code"])
    .where((eb) => eb.or([eb("area.code", "=", code), eb("area.partOf", "=", `2025-${code}`)]))
    .where("area.era", "=", "2025")
    .execute();
  for (const [nth, agency] of agencies.entries())
    for (const [capacity, position] of [
      ["head", "Chủ tịch Ủy ban nhân dân"],
      ["regular", "Phó Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
    ] as const) {
      const one = nth * 2 + Number(capacity === "regular");
      const name = [FAMILIES, MIDDLES, GIVEN].map((words) => words[one % words.length]).join(" ");
      const outcome = await assign(
        db,
        agency,
        {
          ...{ name, position, capacity },
          phone: `028 3${String(1_000_000 + one * 7919).slice(0, 3)} ${String(1000 + one * 13)}`,
          email: `phatngon${one}.p${agency.code}@tphcm.gov.vn`,
          decisionNo: `${100 + one}/QĐ-UBND`,
          decisionDay: "2026-07-08",
          fromDay: "2026-07-10",
          untilDay: null,
        },
        { by: { id: "journey", name: "Lan" }, at: "2026-07-08T03:00:00.000Z" },
      );
      expect(outcome.ok).toBe(true);
    }
  await db.destroy();
}
