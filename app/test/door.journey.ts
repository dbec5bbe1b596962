import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryPassOf } from "#app/domain/invitations/entry-pass.server.ts";
import { paths } from "#app/paths.ts";
import { connect } from "#db/connect.ts";
import type { Db } from "#db/tables.ts";
import { axeFindings, openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** The door of a meeting with three hundred guests, in a real browser: two phones, one of them out of reach for half the time. */
let house: Served;
let browser: Browser;
let db: Db;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
  db = connect(house.database);
});
afterAll(async () => {
  await db?.destroy();
  await browser?.close();
  await house?.stop();
});

const PHONE = { viewport: { width: 360, height: 740 } };
const GUESTS = 300;
const WAITING = "[data-part=waiting]";
const NOTHING = "Không còn gì chờ gửi";

/** A meeting that has just begun, with so many invited; their passes in order. */
async function meetingOfToday(guests: number) {
  const now = Date.now();
  const at = new Date(now - 60_000).toISOString();
  const id = randomUUID();
  await db
    .insertInto("meeting")
    .values({
      ...{ id, agencyId: "pc-91", kind: "press_conference", cadence: "adhoc" },
      ...{ subject: "Thông tin về cống mẫu", description: "", chair: "" },
      ...{ startsAt: at, endsAt: new Date(now + 3 * 3_600_000).toISOString() },
      ...{ zone: "Asia/Ho_Chi_Minh", venue: "Hội trường A", venueCapacity: guests },
      ...{ revisedAt: at, createdAt: at, createdBy: "demo-account-0", announcedAt: at },
    })
    .execute();
  const tokens = Array.from({ length: guests }, () => randomUUID());
  const people = tokens.map((token, i) => ({ token, id: randomUUID(), n: i + 1 }));
  await db
    .insertInto("journalist")
    .values(
      people.map(({ id: journalistId, n }) => ({
        ...{ id: journalistId, provinceId: "2025-91", name: `Khách mẫu số ${n}` },
        ...{ email: `khach-${n}-${id}@bao.example`, language: "vi" as const },
        ...{ consentAt: at, consentBasis: "phiếu", token: randomUUID(), createdAt: at },
      })),
    )
    .execute();
  await db
    .insertInto("invitation")
    .values(
      people.map(({ token, id: journalistId }) => ({
        ...{ id: randomUUID(), meetingId: id, journalistId, token, calendarUid: randomUUID() },
        ...{ invitedAt: at, invitedBy: "demo-account-0" },
      })),
    )
    .execute();
  return { id, passes: people.map(entryPassOf) };
}

interface Phone {
  context: BrowserContext;
  page: Page;
  complaints: string[];
}

/** A phone whose owner has signed in and opened the door's page, ready to go on without a network. */
async function phoneAt(meeting: { id: string }, who: number): Promise<Phone> {
  const { page, complaints } = await openWindow(browser, PHONE);
  const context = page.context();
  await signIn(page, house, who);
  await openDoor(page, meeting);
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const shelf = await caches.open(`check-in ${location.pathname}`);
    return active && (await shelf.match("/check-in.js"));
  });
  return { context, page, complaints };
}

/** Opens the door's page; when it is ready it has the guest list and hears of what others do. */
async function openDoor(page: Page, meeting: { id: string }) {
  const seats = house.origin + paths.desk.seats(meeting);
  const listening = page.waitForResponse(seats);
  await page.goto(house.origin + paths.desk.checkIn(meeting));
  await page.locator("[data-part=network][data-is=ready]").waitFor();
  await listening;
}

/** Types each pass and presses Enter, as fast as the page takes it. */
async function takeIn({ page }: Phone, passes: string[]) {
  for (const pass of passes) {
    await page.fill("#q", pass);
    await page.press("#q", "Enter");
  }
}

/** How many wait in the phone's store, where they outlive the page. */
const stored = ({ page }: Phone) =>
  page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const waiting = opening.result.transaction("queue").objectStore("queue").count();
        waiting.onsuccess = () => {
          opening.result.close();
          resolve(waiting.result);
        };
      };
    });
  });

const shownIn = async ({ page }: Phone) =>
  Number((await page.textContent("[data-part=in]"))?.replace(/\D/g, ""));

/** What the door's pages have left on a phone. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    stores: (await indexedDB.databases()).length,
    shelves: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

const counted = async (meetingId: string) => {
  const { people } = await db
    .selectFrom("attendance")
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .where("meetingId", "=", meetingId)
    .where("undoneAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(people);
};

describe("the door", () => {
  it("takes three hundred in on two phones, one of them offline for half the time, and counts three hundred", async () => {
    const meeting = await meetingOfToday(GUESTS);
    const { passes } = meeting;
    const [lan, minh] = await Promise.all([phoneAt(meeting, 0), phoneAt(meeting, 2)]);
    // Twenty guests are seen by both, ten of them while the second is out of reach.
    const [hers, his] = [passes.slice(0, 160), passes.slice(140)];

    await Promise.all([takeIn(lan, hers.slice(0, 80)), takeIn(minh, his.slice(80))]);
    for (const { page } of [lan, minh]) await page.locator(WAITING, { hasText: NOTHING }).waitFor();
    await minh.context.setOffline(true);
    await minh.page.locator("[data-part=network][data-is=offline]").waitFor();
    // Also when the phone lets the page go: the worker brings it back, with what was taken down.
    await takeIn(minh, his.slice(0, 10));
    await expect.poll(() => stored(minh)).toBe(10);
    await minh.page.reload();
    await minh.page.locator("[data-part=network][data-is=offline]").waitFor();
    expect(await minh.page.textContent(WAITING)).toContain("10 lượt chờ gửi");
    await Promise.all([takeIn(lan, hers.slice(80)), takeIn(minh, his.slice(10, 80))]);
    await lan.page.locator(WAITING, { hasText: NOTHING }).waitFor();
    await expect.poll(() => shownIn(minh)).toBeGreaterThanOrEqual(160);
    expect(await counted(meeting.id)).toBeLessThan(GUESTS);

    await minh.context.setOffline(false);
    for (const phone of [lan, minh]) {
      await expect.poll(() => shownIn(phone)).toBe(GUESTS);
      await phone.page.locator(WAITING, { hasText: NOTHING }).waitFor();
    }

    expect(await counted(meeting.id)).toBe(GUESTS);
    // Whom both saw was taken in by her first: he was told so, and both phones say the same.
    const told = minh.page.locator("[data-part=said]", { hasText: "Vẫn chỉ tính một người" });
    await told.waitFor();
    for (const { page } of [lan, minh]) {
      await page.fill("#q", passes[145] ?? "");
      await page.locator("[data-in]", { hasText: "ghi" }).waitFor();
    }
    const said = await Promise.all(
      [lan, minh].map(({ page }) => page.textContent("[data-in]:not([hidden])")),
    );
    expect(said[0]).toBe(said[1]);
    const unexpected = minh.complaints.filter((line) => !/Failed to load resource/.test(line));
    expect([...lan.complaints, ...unexpected]).toEqual([]);
    await Promise.all([lan.context.close(), minh.context.close()]);
  });

  it("finds by name, takes a walk-in down, undoes a mistake, and leaves nothing behind after the sign-out", async () => {
    const meeting = await meetingOfToday(3);
    const phone = await phoneAt(meeting, 0);
    const { page, context } = phone;
    await page.fill("#q", "khach mau so 2");
    await page.click("[data-deed=in] button");
    await expect.poll(() => counted(meeting.id)).toBe(1);

    await page.click("details summary");
    await page.fill("details input[name=name]", "Trần Thị Cúc");
    await page.fill("details input[name=outletName]", "Báo Mẫu");
    await page.click("details form button");
    await expect.poll(() => counted(meeting.id)).toBe(2);

    await page.fill("#q", "tran cuc");
    await page.click("[data-deed=undo] button");
    await expect.poll(() => counted(meeting.id)).toBe(1);
    await page.locator(WAITING, { hasText: NOTHING }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    expect((await kept(page)).stores).toBe(1);
    await page.click("[data-part=sign-out] button");
    await page.waitForURL(`${house.origin}/`);
    expect(await kept(page)).toEqual({ stores: 0, shelves: 0, workers: 0 });
    expect(phone.complaints).toEqual([]);
    await context.close();
  });

  it("keeps what was taken down, but no guest list, once the session is over", async () => {
    const meeting = await meetingOfToday(3);
    const { page, context } = await phoneAt(meeting, 0);
    await db.deleteFrom("session").execute();
    await page.fill("#q", meeting.passes[0] ?? "");
    await page.press("#q", "Enter");
    await page.locator("[data-part=network][data-is=signedOut]").waitFor();
    await page.fill("#q", "khach mau");
    expect(await page.locator("[data-part=results] li").count()).toBe(0);
    expect(await counted(meeting.id)).toBe(0);

    await page.click("[data-part=network] a");
    await page.fill("input[type=email]", house.accounts[0]?.email ?? "");
    await page.fill("input[type=password]", house.accounts[0]?.password ?? "");
    await page.click("main button[type=submit]");
    await page.waitForURL(`${house.origin}/desk/meetings/${meeting.id}/check-in`);
    await expect.poll(() => counted(meeting.id)).toBe(1);
    await context.close();
  });

  it("takes a guest list off a phone that was put away, once a day has passed after the end", async () => {
    const meeting = await meetingOfToday(3);
    const { page, context, complaints } = await phoneAt(meeting, 0);
    // The phone is put away and opened again later: never does an open page see its hour jump.
    const openIn = async (hours: number, at: string) => {
      await page.goto("about:blank");
      await page.clock.install({ time: Date.now() + hours * 3_600_000 });
      await page.goto(`${house.origin}${at}`);
    };
    for (const hours of [0, 26]) {
      await openIn(hours, "/desk/account");
      await page.getByText("đang lưu danh sách của 1 cuộc họp").waitFor();
      expect((await kept(page)).stores).toBe(1);
    }
    await openIn(28, "/desk");
    await page.getByText("Đã xóa khỏi thiết bị này danh sách khách của 1 cuộc họp").waitFor();
    expect(await kept(page)).toEqual({ stores: 0, shelves: 0, workers: 0 });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("takes a guest list off a phone that is told to", async () => {
    const { page, context } = await phoneAt(await meetingOfToday(3), 0);
    await page.goto(`${house.origin}/desk/account`);
    await page.getByRole("button", { name: "Xóa khỏi thiết bị này" }).click();
    await page.getByText("không còn lưu danh sách khách nào").waitFor();
    expect(await kept(page)).toEqual({ stores: 0, shelves: 0, workers: 0 });
    await context.close();
  });

  it("works by plain forms where scripts are off", async () => {
    const meeting = await meetingOfToday(3);
    const { page, close } = await openWindow(browser, { javaScriptEnabled: false });
    await signIn(page, house, 0);
    await page.goto(`${house.origin}/desk/meetings/${meeting.id}/check-in`);

    await page.fill("#q", meeting.passes[1] ?? "");
    await page.press("#q", "Enter");
    await page.click("[data-deed=in] button");
    await page.locator("main", { hasText: "Đã ghi Khách mẫu số 2." }).waitFor();
    expect(await counted(meeting.id)).toBe(1);

    await page.fill("#q", "so 2");
    await page.press("#q", "Enter");
    await page.click("[data-deed=undo] button");
    await expect.poll(() => counted(meeting.id)).toBe(0);

    await page.click("details summary");
    await page.fill("details input[name=email]", "khong-phai-thu");
    await page.fill("details input[name=name]", "Cúc");
    await page.click("details form button");
    // The browser itself sends nothing of the kind.
    await page.locator("details input[name=email]:invalid").waitFor();
    expect(await counted(meeting.id)).toBe(0);
    await close();
  });
});

const LOOKS = [
  { colorScheme: "light", language: "" },
  { colorScheme: "dark", language: "/en" },
] as const;

describe.each(LOOKS)("the day of a meeting, $colorScheme under «$language»", (look) => {
  it("is found without fault by axe, and fits a phone", async () => {
    const held = "demo-meeting-0";
    const asked = { receivedAt: new Date().toISOString(), remote: 1, nameAgreed: 0 };
    const { id } = await meetingOfToday(3);
    const question = (n: number, called: string | null) => ({
      ...{ ...asked, id: randomUUID(), meetingId: id, number: n, askedAt: called },
      ...{ text: "Khi nào thông xe cống mẫu?", outletName: "Báo Mẫu" },
    });
    const [called, waiting] = [question(1, asked.receivedAt), question(2, null)];
    await db.insertInto("question").values([called, waiting]).execute();
    const { token } = await db
      .selectFrom("invitation")
      .select("token")
      .where("meetingId", "=", id)
      .executeTakeFirstOrThrow();
    const { colorScheme } = look;
    const { page, complaints, close } = await openWindow(browser, { ...PHONE, colorScheme });
    const findings: string[] = [];
    await signIn(page, house, 0);
    for (const path of [
      `/desk/meetings/${id}/check-in`,
      `/desk/meetings/${id}/check-in?q=khach`,
      `/desk/meetings/${id}/walk-ins`,
      `/desk/meetings/${id}/attendance`,
      `/desk/meetings/${held}/attendance`,
      `/desk/meetings/${id}/badges?who=all`,
      `/desk/meetings/${id}/badges`,
      `/desk/meetings/${id}/questions`,
      `/desk/meetings/demo-meeting-3/questions/order`,
      `/desk/meetings/${id}/questions/screen`,
      `/desk/questions/${called.id}/answer`,
      `/desk/questions/${called.id}/promise`,
      `/desk/promises/demo-promise-${held}-1`,
      `/desk/promises/demo-promise-${held}-2`,
      `/meetings/${held}`,
      `/invitations/${token}`,
      `/invitations/${token}/questions`,
    ]) {
      // Some of these go on listening: they are never idle.
      await page.goto(house.origin + look.language + path, { waitUntil: "load" });
      await page.locator("h1").waitFor();
      findings.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) findings.push(`${path} is ${wide} px too wide`);
    }

    expect([...findings, ...complaints]).toEqual([]);
    await close();
  });
});
