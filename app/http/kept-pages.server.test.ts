import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { config } from "#app/config.server.ts";
import { endAssignment } from "#app/domain/spokespersons/assignments.server.ts";
import { revokeDelegation } from "#app/domain/spokespersons/delegations.server.ts";
import { paths } from "#app/paths.ts";
import { db, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, byLan, decided, delegated, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { connect } from "#db/connect.ts";
import type { Handler } from "./context.ts";
import { isKept, KeptPages } from "./kept-pages.server.ts";

// The page tells of past changes too, with names; who speaks stands here alone.
const api = paths.api.area("30307");
const longXuyen = paths.area({ era: "2025", code: "30307" });
const read = async (path = longXuyen, headers = {}) => (await visit(path, { headers })).text();

/** How often the database was asked while something was done. */
async function queriesDuring(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(db.getExecutor(), "compileQuery");
  await work();
  const { length } = asked.mock.calls;
  asked.mockRestore();
  return length;
}

describe("a page that was written a moment ago", () => {
  beforeEach(() => aroundLongXuyen(db));

  it("is not written again while nothing changes", async () => {
    const first = await read();
    let again = "";
    const asked = await queriesDuring(async () => {
      again = await read();
    });

    expect(again).toBe(first);
    expect(asked).toBe(0);
  });

  it("is written anew as soon as the books change", async () => {
    expect(await read(api)).not.toContain("Nguyễn Văn An");

    const assignment = await assigned(db, await committee(db), decided());
    expect(await read(api)).toContain("Nguyễn Văn An");

    const end = { endDay: "2026-08-31", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, assignment, end, byLan);
    expect(await read(api)).not.toContain("Nguyễn Văn An");
  });

  it("shows what another process wrote within a second", async () => {
    await assigned(db, await committee(db), decided());
    expect(await read(api)).toContain("Nguyễn Văn An");
    const other = connect(config.DATABASE_URL);
    await other.updateTable("person").set({ name: "Nguyễn Văn Anh" }).execute();
    await other.destroy();

    vi.setSystemTime("2026-09-01T01:00:00.999Z");
    expect(await read(api)).toContain("Nguyễn Văn Anh");
  });

  it("stays while letters leave", async () => {
    await read();
    await db
      .insertInto("outlet")
      .values({ ...outlet, id: "x" })
      .execute();
    const asked = await queriesDuring(() => read());

    // The revision's number and no more.
    expect(asked).toBe(1);
  });

  it("does not outlive the moment in which a delegation begins or ends", async () => {
    await assigned(db, await committee(db), decided());
    const at = { fromAt: "2026-09-01T01:00:30.000Z", untilAt: "2026-09-01T10:00:00.000Z" };
    await delegated(db, await committee(db), written(at));
    for (const [moment, speaks] of [
      ["2026-09-01T01:00:29.999Z", false],
      ["2026-09-01T01:00:30.000Z", true],
      ["2026-09-01T09:59:59.999Z", true],
      ["2026-09-01T10:00:00.000Z", false],
    ] as const) {
      vi.setSystemTime(moment);
      expect((await read(api)).includes("Trần Thị Cúc"), moment).toBe(speaks);
    }
  });

  it("does not outlive the moment for which a delegation was taken back", async () => {
    await assigned(db, await committee(db), decided());
    const delegation = await delegated(db, await committee(db), written());
    const endAt = "2026-09-01T01:00:40.000Z";
    expect(
      await revokeDelegation(db, delegation, { endAt, reason: "Thu hồi" }, byLan),
    ).toMatchObject({ ok: true });
    expect(await read(api)).toContain("Trần Thị Cúc");

    vi.setSystemTime(endAt);
    expect(await read(api)).not.toContain("Trần Thị Cúc");
  });

  it("does not outlive the day on which an assignment ends, nor a meeting", async () => {
    const agency = await committee(db);
    await assigned(db, agency, decided({ untilDay: "2026-09-01" }));
    const endsAt = "2026-09-01T01:00:20.000Z";
    await briefing(db, agency, { startsAt: "2026-09-01T01:00:00.000Z", endsAt });
    expect(await read()).toContain("Họp báo tháng 9");
    vi.setSystemTime(endsAt);
    expect(await read()).not.toContain("Họp báo tháng 9");

    vi.setSystemTime("2026-09-01T16:59:59.999Z");
    expect(await read(api)).toContain("Nguyễn Văn An");
    vi.setSystemTime("2026-09-01T17:00:00.000Z");
    expect(await read(api)).not.toContain("Nguyễn Văn An");
  });

  it("is not the page of a clock that was put back", async () => {
    await assigned(db, await committee(db), decided());
    await delegated(db, await committee(db), written({ fromAt: "2026-09-01T01:00:30.000Z" }));
    vi.setSystemTime("2026-09-01T01:00:30.000Z");
    expect(await read(api)).toContain("Trần Thị Cúc");

    vi.setSystemTime("2026-09-01T01:00:29.900Z");
    expect(await read(api)).not.toContain("Trần Thị Cúc");
  });

  it("says of which minute it is, and is right", async () => {
    expect(await read()).toContain("08:00");
    vi.setSystemTime("2026-09-01T01:01:00.000Z");
    expect(await read()).toContain("08:01");
  });

  it("knows a new name of the map at once", async () => {
    expect(await read()).toContain("Phường Long Xuyên");
    const other = connect(config.DATABASE_URL);
    await other.transaction().execute(async (trx) => {
      await trx
        .updateTable("area")
        .set({ name: "Long Xuyên Mới" })
        .where("id", "=", "2025-30307")
        .execute();
      await trx.insertInto("setting").values({ key: "map.version", value: "next" }).execute();
    });
    await other.destroy();
    vi.setSystemTime("2026-09-01T01:00:00.500Z");

    expect(await read()).toContain("Phường Long Xuyên Mới");
  });

  it("is another one for another address, another day, another language, other eyes", async () => {
    await assigned(db, await committee(db), decided({ fromDay: "2026-08-01" }));
    const display = await visit(paths.display(), { form: { contrast: "high", returnTo: "/" } });
    const Cookie = display.headers.get("Set-Cookie")?.split(";")[0] ?? "";

    expect(await read(api)).toContain("Nguyễn Văn An");
    expect(await read(`${api}?on=2026-07-01`)).not.toContain("Nguyễn Văn An");
    expect(await read(`/en${longXuyen}`)).toContain("Long Xuyen Ward");
    expect(await read(longXuyen, { Cookie })).toContain('data-contrast="high"');
    expect(await read()).toContain('data-contrast="normal"');
  });

  it("speaks to other programs in the language they ask for", async () => {
    await assigned(db, await committee(db), decided());
    expect(await read(api)).toContain("Là người đứng đầu");
    expect(await read(api, { "Accept-Language": "en-GB" })).toContain("Head of the agency");
    expect(await read(`${api}?lang=en`)).toContain("Head of the agency");
  });

  it("is not kept when it refuses", async () => {
    for (const _ of [1, 2]) expect((await visit(`${longXuyen}?on=31/02/2026`)).status).toBe(400);
  });
});

const outlet = { provinceId: "2025-91", name: "Báo An Giang", type: "print" } as const;

describe("what is never kept", () => {
  beforeEach(() => aroundLongXuyen(db));

  it("is anything of somebody signed in, nor are they given what is kept", async () => {
    const lan = await officerOf(db, await committee(db), "Kiểm");
    await read();
    const [hers, again] = [await visit(longXuyen, { as: lan }), await visit(longXuyen)];

    expect([isKept(hers), isKept(again)]).toEqual([false, true]);
    expect(hers.headers.get("Content-Security-Policy")).toContain("'nonce-");
    expect(hers.headers.get("Cache-Control")).toBe("private, no-cache");
    expect(await again.text()).not.toContain(lan.name);
  });

  it.each([
    ["a session", { Cookie: "a=1; session=x" }],
    ["a session on https", { Cookie: "__Host-session=x" }],
    ["something just said", { Cookie: "flash=x; display=y" }],
    ["a display that is none", { Cookie: 'display="x y"' }],
  ])("is the page of a reader with %s", async (_, headers) => {
    expect(isKept(await visit(longXuyen, { headers }))).toBe(false);
  });

  it.each([paths.signIn(), paths.desk.home(), "/en/sign-in", "/healthz", "/readyz"])(
    "is %s",
    async (path) => {
      expect(isKept(await visit(path))).toBe(false);
    },
  );
});

describe("the keeping of pages", () => {
  let calls: Request[] = [];
  let kept: KeptPages;
  beforeEach(() => {
    calls = [];
    kept = new KeptPages(db, () => {});
  });
  afterEach(() => vi.restoreAllMocks());

  const context = { requestId: "1", nonce: "bm9uY2U", address: "127.0.0.1" };
  const page = (body: BodyInit = "một trang", headers = {}) =>
    new Response(body, { headers: { "Content-Type": "text/html", ...headers } });

  /** Asks for an address as somebody would; what is not kept yet is written by `write`. */
  const ask = (address: string, write: Handler = async () => page(), headers = {}) =>
    kept.answer(
      new Request(`https://press.test${address}`, { headers }),
      context,
      async (request, context) => {
        calls.push(request);
        return write(request, context);
      },
    );

  it("answers a thousand who ask at once by one writing", async () => {
    const slow: Handler = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return page();
    };
    const all = await Promise.all(Array.from({ length: 1000 }, () => ask("/about", slow)));

    expect(calls).toHaveLength(1);
    expect(new Set(await Promise.all(all.map((one) => one.text())))).toEqual(
      new Set(["một trang"]),
    );
  });

  it("does not let others pay when the first is refused", async () => {
    const refused = new Response(null, { status: 429 });
    const answers = await Promise.all([
      ask("/about", async () => refused),
      ask("/about", async () => page()),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([429, 200]);
  });

  it("does not share the writing of what was true before a change", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = ask("/about", async () => {
      await held;
      return page("trước");
    });
    await expect.poll(() => calls).toHaveLength(1);
    await db.insertInto("setting").values({ key: "k", value: "v" }).execute();
    const after = await ask("/about", async () => page("sau"));
    release();
    await before;

    expect(await after.text()).toBe("sau");
    expect(await (await ask("/about")).text()).toBe("sau");
  });

  it("takes one question for one, however it is put", async () => {
    for (const address of [
      "/?q=long+xuyen&on=2026-03-01",
      "/?on=2026-03-01&q=long%20xuyen",
      "/?fbclid=IwAR0x&q=long+xuyen&utm_source=zalo&on=2026-03-01",
    ])
      await ask(address);

    expect(calls.map(({ url }) => url)).toEqual(["https://press.test/?on=2026-03-01&q=long+xuyen"]);
  });

  it("writes from the question alone: nothing of whoever asks first", async () => {
    await ask("/about", undefined, { Cookie: "stranger=1; display=eyJ9", "User-Agent": "x" });
    await ask("/about", undefined, { Cookie: "display=eyJ9; other=2" });

    expect(calls).toHaveLength(1);
    expect([...(calls[0] as Request).headers]).toEqual([["cookie", "display=eyJ9"]]);
  });

  it("does not put right what is to be told of", async () => {
    const answer = await ask("/?q=long%2");

    expect(isKept(answer)).toBe(false);
  });

  it.each<[string, () => Response]>([
    ["sets a cookie", () => page("x", { "Set-Cookie": "a=1" })],
    ["may not be stored", () => page("x", { "Cache-Control": "no-store" })],
    ["is private", () => page("x", { "Cache-Control": "private, no-cache" })],
    ["depends on more than the question", () => page("x", { Vary: "Cookie, Origin" })],
    ["is a stream of events", () => page("x", { "Content-Type": "text/event-stream" })],
    ["lets a script of its own run", () => page('<script nonce="bm9uY2U">1</script>')],
    ["is longer than two megabytes", () => page("x".repeat(2 * 1024 * 1024 + 1))],
    ["is not found", () => new Response("x", { status: 404 })],
  ])("passes on what %s", async (_, write) => {
    const answers = [await ask("/x", async () => write()), await ask("/x", async () => write())];

    expect(answers.map(isKept)).toEqual([false, false]);
    expect(await answers[1]?.text()).toBe(await write().text());
  });

  it("asks anew with the whole request where the question is not all that counts", async () => {
    await ask("/x", async () => page("x", { Vary: "Origin" }), { Origin: "https://a.test" });

    expect(calls.map(({ headers }) => headers.get("Origin"))).toEqual([null, "https://a.test"]);
  });

  it("keeps no more than its memory, least recently asked for out first", async () => {
    const body = "x".repeat(10_000);
    kept = new KeptPages(db, () => {}, 50_000);
    for (const path of ["/a", "/b", "/c", "/a", "/d"]) await ask(path, async () => page(body));
    expect(calls).toHaveLength(4);
    await ask("/a", async () => page(body));
    expect(calls).toHaveLength(4);
    await ask("/b", async () => page(body));
    expect(calls).toHaveLength(5);
  });

  it("answers who has it already with 304, and HEAD without a body", async () => {
    const first = await ask("/about");
    const tag = first.headers.get("ETag") ?? "";
    const again = await ask("/about", undefined, { "If-None-Match": `"other", W/${tag}` });
    const head = await kept.answer(
      new Request("https://press.test/about", { method: "HEAD" }),
      context,
      async () => page(),
    );

    expect(tag).toMatch(/^"[\w-]{24}"$/);
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", tag]);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("Content-Length")).toBe(String(Buffer.byteLength("một trang")));
  });

  it("says how it varies, and lets no script run but the site's own", async () => {
    const { headers } = await ask("/about", async () => page("x", { Vary: "Accept-Language" }));

    expect(headers.get("Vary")).toBe("Accept-Encoding, Cookie, Accept-Language");
    expect(headers.get("Content-Security-Policy")).toContain("script-src 'self';");
    expect(headers.get("Cache-Control")).toBe("no-cache");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Strict-Transport-Security")).toContain("max-age");
  });

  it("tells the log of what was asked most, once a second", async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ["Date", "setTimeout"], now: new Date(MORNING) });
    onTestFinished(() => {
      vi.useRealTimers();
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(MORNING) });
    });
    const logged: string[] = [];
    kept = new KeptPages(db, (line) => logged.push(line));
    for (const path of ["/a", "/a", "/a", "/b?q=x", "/b?q=x", "/b?q=y", "/b?q=y", "/b?q=y"])
      await ask(path);
    vi.advanceTimersByTime(1000);

    expect(logged).toEqual(["kept 5 answers in a second: /b 3, /a 2"]);
  });

  it("writes each page when the database does not tell what holds", async () => {
    vi.spyOn(db, "selectFrom").mockImplementation(() => {
      throw new Error("gone");
    });
    for (const _ of [1, 2]) expect(await (await ask("/about")).text()).toBe("một trang");

    expect(calls).toHaveLength(2);
  });
});
