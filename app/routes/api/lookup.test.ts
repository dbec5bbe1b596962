import { beforeEach, describe, expect, it } from "vitest";
import { db, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";

beforeEach(async () => {
  await aroundLongXuyen(db);
  const longXuyen = await committee(db);
  await assigned(db, longXuyen, decided({ untilDay: "2026-03-15" }));
  const hà = { name: "Nguyễn Thị Thu Hà", decisionNo: "412/QĐ-UBND", decisionDay: "2026-03-12" };
  await assigned(db, longXuyen, decided({ ...hà, fromDay: "2026-03-16" }));
  const bảo = { name: "Trần Quốc Bảo", capacity: "regular", fromDay: "2026-07-10" } as const;
  await assigned(db, longXuyen, decided({ ...bảo, position: "Phó Chủ tịch UBND phường" }));
});

const ask = async (query: string, headers?: Record<string, string>) => {
  const response = await visit(`/api/v1/lookup?${query}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

const names = (result: { speakers: { name: string }[] }) => result.speakers.map(({ name }) => name);

describe("GET /api/v1/lookup", () => {
  it("answers who speaks for a ward now, in the shape that others rely on", async () => {
    const { status, headers, body } = await ask("q=long+xuyen&limit=1");

    expect(status).toBe(200);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(body).toMatchObject({ query: "long xuyen", on: "2026-09-01T01:00:00.000Z" });
    const [result] = body.results;
    expect(result).toMatchObject({
      area: {
        code: "30307",
        name: "Long Xuyên",
        type: "phường",
        fullName: "Phường Long Xuyên",
        current: true,
        from: "2025-07-01",
        until: null,
        province: { code: "91", name: "An Giang" },
      },
      matched: { text: "Long Xuyên", via: "name" },
      successors: [],
      agency: { id: "pc-30307", name: "Ủy ban nhân dân phường Long Xuyên" },
      status: "designated",
    });
    expect(result.speakers[0]).toEqual({
      id: expect.any(String),
      name: "Trần Quốc Bảo",
      position: "Phó Chủ tịch UBND phường",
      phone: "0296 3 852 852",
      email: "an@angiang.gov.vn",
      capacity: "regular",
      matter: null,
      from: "2026-07-10",
      until: null,
      basis: { number: "118/QĐ-UBND", date: "2025-06-30" },
      published: "2026-09-01T01:00:00.000Z",
      recommended: true,
      why: expect.stringContaining("118/QĐ-UBND"),
      confirmed: { on: "2026-09-01", by: "publication", quarter: "2026-Q3", state: "confirmed" },
    });
    expect(result.speakers[1]).toMatchObject({ capacity: "head", recommended: false });
  });

  it.each([
    { on: "2026-03-01", said: "2026-03-01", who: ["Nguyễn Văn An"] },
    { on: "01/04/2026", said: "2026-04-01", who: ["Nguyễn Thị Thu Hà"] },
    { on: "2026-03-15T23:30:00%2B07:00", said: "2026-03-15T16:30:00.000Z", who: ["Nguyễn Văn An"] },
    {
      on: "2026-03-16T00:30:00+07:00",
      said: "2026-03-15T17:30:00.000Z",
      who: ["Nguyễn Thị Thu Hà"],
    },
  ])("answers as of $on", async ({ on, said, who }) => {
    const { body } = await ask(`q=long+xuyen&limit=1&on=${on}`);

    expect(body.on).toBe(said);
    expect(names(body.results[0])).toEqual(who);
  });

  it("names someone authorised for a matter, until the very moment it ends", async () => {
    await delegated(db, await committee(db), written());
    const before = await ask("q=long+xuyen&limit=1&on=2026-09-01T16:59:59%2B07:00");
    const after = await ask("q=long+xuyen&limit=1&on=2026-09-01T17:00:00%2B07:00");

    const authorised = { capacity: "authorised", matter: "Sạt lở bờ sông", recommended: false };
    expect(before.body.results[0].speakers.at(-1)).toMatchObject(authorised);
    expect(names(after.body.results[0])).not.toContain("Trần Thị Cúc");
  });

  it("leads from a former ward to the one it went into, and to whom to ask there", async () => {
    const { body } = await ask("q=my+binh+long+xuyen&limit=1");

    expect(body.results[0]).toMatchObject({
      area: {
        code: "30280",
        fullName: "Phường Mỹ Bình",
        current: false,
        until: "2025-06-30",
        district: "Thành phố Long Xuyên",
      },
      matched: { via: "former" },
      successors: [
        {
          code: "30307",
          fullName: "Phường Long Xuyên",
          extent: "whole",
          province: { code: "91", name: "An Giang" },
          agency: { id: "pc-30307" },
          speaker: { name: "Trần Quốc Bảo", phone: "0296 3 852 852" },
        },
      ],
      agency: null,
      speakers: [],
      status: "none",
    });
  });

  it("leads from a divided unit to every one of its successors", async () => {
    const { body } = await ask("q=phuoc+hung+an+phu&limit=1");

    const { successors } = body.results[0];
    expect(successors.map(({ code }: { code: string }) => code).sort()).toEqual([
      "30337",
      "30346",
      "30352",
    ]);
    expect(successors[0]).toMatchObject({ extent: "part", speaker: null });
  });

  it("says which other name it was found by", async () => {
    const { body } = await ask("q=đông+xuyên+long+xuyên&limit=1");

    expect(body.results[0].area.code).toBe("30286");
    expect(body.results[0].matched).toEqual({ text: "Đông Xuyên", via: "alias" });
  });

  it("tells old and new units of one code apart", async () => {
    const { body } = await ask("q=30307");

    const found = body.results.map(({ area, matched }: never) => [
      (area as { fullName: string }).fullName,
      (matched as { via: string }).via,
    ]);
    expect(found).toEqual([
      ["Phường Long Xuyên", "code"],
      ["Phường Mỹ Hòa", "code"],
    ]);
  });

  it("says that nobody is on record, and whom to ask instead", async () => {
    await assigned(db, await committee(db, "91"), decided({ name: "Đặng Thị Ngọc Lan" }));
    const { body } = await ask("q=binh+duc+an+giang&limit=1");

    expect(body.results[0]).toMatchObject({
      speakers: [],
      status: "none",
      instead: { agency: { id: "pc-91" }, speaker: { name: "Đặng Thị Ngọc Lan" } },
    });
  });

  it("is honest about a day before the unit existed", async () => {
    const early = decided({ name: "Ai Đó", fromDay: "2025-01-01", untilDay: "2025-05-01" });
    await assigned(db, await committee(db, "30292"), early);
    const { body } = await ask("q=binh+duc+an+giang&limit=1&on=2025-03-01");

    expect(body.results[0]).toMatchObject({
      area: { existed: false },
      speakers: [],
      status: "none",
    });
  });

  it("calls a unit by its type of that day", async () => {
    const then = await ask("q=dong+nai&limit=1&on=2026-03-01");
    const now = await ask("q=dong+nai&limit=1");

    expect(then.body.results[0].area).toMatchObject({ type: "tỉnh", fullName: "Tỉnh Đồng Nai" });
    expect(then.body.results[0].agency.name).toBe("Ủy ban nhân dân tỉnh Đồng Nai");
    expect(now.body.results[0].area.fullName).toBe("Thành phố Đồng Nai");
  });

  it("finds nothing without calling it an error", async () => {
    const { status, body } = await ask("q=atlantis");

    expect(status).toBe(200);
    expect(body.results).toEqual([]);
  });

  it("gives no more results than asked for", async () => {
    const { body } = await ask("q=an+phu&limit=2");

    expect(body.results).toHaveLength(2);
  });

  it.each([
    { what: "no question", query: "", code: "missing-query" },
    { what: "a blank question", query: "q=%20%20", code: "missing-query" },
    { what: "a question of 201 characters", query: `q=${"a".repeat(201)}`, code: "query-too-long" },
    { what: "a control character", query: "q=long%00xuyen", code: "bad-query" },
    { what: "a broken percent sign", query: "q=long%2", code: "bad-encoding" },
    { what: "bytes that are no text", query: "q=%E1%BB", code: "bad-encoding" },
    { what: "31 February", query: "q=x&on=2026-02-31", code: "bad-on" },
    { what: "a time of no day", query: "q=x&on=yesterday", code: "bad-on" },
    { what: "no limit at all", query: "q=x&limit=0", code: "bad-limit" },
    { what: "too high a limit", query: "q=x&limit=51", code: "bad-limit" },
    { what: "a limit in words", query: "q=x&limit=ten", code: "bad-limit" },
  ])("refuses $what with a sentence", async ({ query, code }) => {
    const { status, body } = await ask(query);

    expect(status).toBe(400);
    expect(body.error).toEqual({ code, message: expect.stringMatching(/\p{L}.*\.$/u) });
  });

  it("takes 200 characters, however they are composed", async () => {
    const { status } = await ask(`q=${encodeURIComponent("ệ".normalize("NFD").repeat(200))}`);

    expect(status).toBe(200);
  });

  it("speaks English to those who ask for it", async () => {
    const byHeader = await ask("q=long+xuyen&limit=1", { "Accept-Language": "en-GB,en;q=0.9" });
    const byName = await ask("lang=en");

    expect(byHeader.body.results[0].speakers[0].why).toMatch(/^Assigned as regular/);
    expect(byName.body.error.message).toBe("Please say which name to look for (parameter q).");
  });

  it("asks the database a few times, however many answers there are", async () => {
    await ask("q=long+xuyen");
    const forPlaces = await queriesOf(() => ask("q=long+xuyen&limit=1"));
    const forAnything = await queriesOf(() => ask("q=an&limit=50"));

    expect(forPlaces).toHaveLength(3);
    expect(forAnything).toHaveLength(5);
  });

  it("takes no changes, and tells browsers of other sites that they may read", async () => {
    const posted = await visit("/api/v1/lookup", { form: { q: "long xuyen" } });
    const preflight = await visit("/api/v1/lookup", { method: "OPTIONS" });
    const head = await visit("/api/v1/lookup?q=x", { method: "HEAD" });

    expect([posted.status, posted.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
    expect([preflight.status, preflight.headers.get("Allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    expect(head.status).toBe(200);
  });
});

describe("GET /api/v1/areas/:code", () => {
  const get = async (path: string) => {
    const response = await visit(`/api/v1/areas/${path}`);
    return { status: response.status, body: await response.json() };
  };

  it("answers for today's unit of a code, and for a former one when asked by its era", async () => {
    const current = await get("30307?on=2026-03-01");
    const former = await get("30307?era=2004");

    expect(current.body).toMatchObject({
      on: "2026-03-01",
      area: { fullName: "Phường Long Xuyên" },
      matched: { text: "30307", via: "code" },
    });
    expect(names(current.body)).toEqual(["Nguyễn Văn An"]);
    expect(former.body.area.fullName).toBe("Phường Mỹ Hòa");
  });

  it("finds a code that only the former list has", async () => {
    const { body } = await get("30280");

    expect(body.successors).toHaveLength(1);
  });

  it.each([
    { path: "99999", status: 404, code: "not-found" },
    { path: "30307?on=31/02/2026", status: 400, code: "bad-on" },
    { path: "30307?era=1975", status: 400, code: "bad-era" },
  ])("answers $status to $path", async ({ path, status, code }) => {
    const answer = await get(path);

    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});

/** The statements that some work sends to the database. */
async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const executor = db.getExecutor();
  const compile = executor.compileQuery.bind(executor);
  executor.compileQuery = (...given) => {
    const query = compile(...given);
    asked.push(query.sql);
    return query;
  };
  await work();
  executor.compileQuery = compile;
  return asked;
}
