import { beforeEach, describe, expect, it } from "vitest";
import { endpoints } from "#app/domain/open-data/endpoints.ts";
import { db, visit } from "#app/test/app.ts";
import { ask, keptBooks, names } from "#app/test/open-data.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { byLan } from "#app/test/register.ts";

beforeEach(keptBooks);

describe("lists", () => {
  it("come in pages that together are the whole, each once", async () => {
    for (const [path, list] of [
      ["/api/v1/areas?era=2004&limit=2", "areas"],
      ["/api/v1/agencies?limit=2", "agencies"],
      ["/api/v1/speakers?limit=1", "speakers"],
      ["/api/v1/changes?limit=1", "changes"],
    ] as const) {
      const whole = await ask(path.replace(/limit=\d/, "limit=500"));
      const ids: string[] = [];
      let next: string | null = path;
      let pages = 0;
      while (next) {
        const { body, headers } = await ask(next.replace("https://press.test", ""));
        ids.push(...body[list].map(keyOf));
        expect(headers.get("Link")).toBe(body.next && `<${body.next}>; rel="next"`);
        next = body.next;
        pages++;
      }

      expect(ids).toEqual(whole.body[list].map(keyOf));
      expect(new Set(ids).size).toBe(ids.length);
      expect(pages).toBe(Math.ceil(ids.length / (path.endsWith("2") ? 2 : 1)));
      expect(pages).toBeGreaterThan(1);
    }
  });

  const keyOf = ({ id, code }: { id?: string; code?: string }) => id ?? code ?? "";
  const listed = async (path: string, list: string) => (await ask(path)).body[list].map(keyOf);

  it("are narrowed by level, province, kind, agency and capacity", async () => {
    expect(await listed("/api/v1/areas?level=province", "areas")).toEqual(["75", "91"]);
    expect(await listed("/api/v1/areas?province=75", "areas")).toEqual(["75"]);
    expect(await listed("/api/v1/areas?era=2004&level=district", "areas")).toEqual([
      "huyen-an-phu-an-giang",
      "thanh-pho-long-xuyen-an-giang",
    ]);
    expect(await listed("/api/v1/agencies?province=75", "agencies")).toEqual(["pc-75"]);
    expect(await listed("/api/v1/agencies?kind=department", "agencies")).toEqual([]);
    expect(await listed("/api/v1/speakers?agency=pc-91", "speakers")).toEqual(["lan-head"]);
    expect(await listed("/api/v1/speakers?province=91&capacity=head", "speakers")).toEqual([
      "an-head",
      "lan-head",
    ]);
  });

  it("tell who may speak at a moment, in the order in which to ask", async () => {
    const of = (on: string) => listed(`/api/v1/speakers?agency=pc-30307&on=${on}`, "speakers");

    expect(await of("2026-09-01T08:00:00%2B07:00")).toEqual(["bao-regular", "an-head", "an-cuc"]);
    expect(await of("2026-09-01T17:00:00%2B07:00")).toEqual(["bao-regular", "an-head"]);
    expect(await of("2025-03-01")).toEqual([]);
  });

  it("go on after an entry that is gone meanwhile, leaving nobody out", async () => {
    const first = await ask("/api/v1/speakers?province=91&limit=1");
    await db
      .updateTable("assignment")
      .set({ annulledAt: byLan.at })
      .where("id", "=", "bao-regular")
      .execute();
    const { body } = await ask(first.body.next.replace("https://press.test", ""));

    expect(first.body.speakers[0].id).toBe("bao-regular");
    expect(body.speakers[0].id).toBe("an-head");
  });
});

describe("changes", () => {
  it("are told once: the last cursor leads to what is new", async () => {
    const first = await ask("/api/v1/changes?province=91&limit=500");
    const again = await ask(`/api/v1/changes?since=${encodeURIComponent(first.body.cursor)}`);
    const future = await ask("/api/v1/changes?since=2026-09-02");

    expect(first.body.changes).toHaveLength(4);
    expect(first.body.changes[0]).toMatchObject({
      province: { code: "91" },
      sentence: expect.stringMatching(/\.$/),
    });
    expect(again.body).toEqual({ changes: [], cursor: first.body.cursor, next: null });
    expect(future.body.changes).toEqual([]);
  });
});

describe("an entry of the register", () => {
  const entry = (id: string) => ask(`/api/v1/speakers/${id}`);

  it("is told with its term, its basis, and who delegated", async () => {
    expect((await entry("an-cuc")).body).toMatchObject({
      kind: "delegation",
      capacity: "authorised",
      matter: "Sạt lở bờ sông",
      until: "2026-09-01T10:00:00.000Z",
      basis: { number: "25/UQ-UBND", date: "2026-09-01", signer: null },
      grantor: { id: "an-head", name: "Nguyễn Văn An" },
      state: "current",
      end: null,
    });
  });

  it.each([
    { what: "is not published", change: { publishedAt: null } },
    { what: "was annulled", change: { annulledAt: "2026-09-01T00:59:00.000Z" } },
  ])("that $what is nowhere to be found", async ({ change }) => {
    await db.updateTable("assignment").set(change).where("id", "=", "bao-regular").execute();
    await db.updateTable("delegation").set(change).where("id", "=", "an-cuc").execute();
    const found = [await entry("bao-regular"), await entry("an-cuc")];
    const elsewhere = await Promise.all(
      [
        "/api/v1/speakers",
        "/api/v1/agencies/pc-30307",
        "/api/v1/areas/30307",
        "/api/v1/lookup?q=long+xuyen",
      ].map(async (path) => JSON.stringify((await ask(path)).body)),
    );

    expect(found.map(({ status }) => status)).toEqual([404, 404]);
    for (const text of elsewhere) expect(text).not.toMatch(/Bảo|Cúc/);
  });
});

describe("the answer for an agency", () => {
  it("tells its former names, its successors and its channels of today", async () => {
    const by = { recordedAt: byLan.at, recordedBy: "lan" };
    await db
      .insertInto("agencyName")
      .values({
        id: "n",
        agencyId: "pc-91",
        name: "Cũ",
        nameEn: "Old",
        untilDay: "2026-03-31",
        basis: "12/NQ",
        ...by,
      })
      .execute();
    await db
      .insertInto("agencySuccession")
      .values({ formerId: "pc-91", successorId: "pc-75", day: "2027-01-01", basis: "9/NQ", ...by })
      .execute();
    const channel = {
      agencyId: "pc-91",
      kind: "website",
      name: "Cổng",
      addedAt: byLan.at,
      addedBy: "lan",
      removedBy: null,
    } as const;
    await db
      .insertInto("channel")
      .values([
        { id: "w", url: "https://angiang.gov.vn", removedAt: null, ...channel },
        { id: "x", url: "https://old.gov.vn", removedAt: byLan.at, ...channel },
      ])
      .execute();
    const now = (await ask("/api/v1/agencies/pc-91")).body.agency;
    const then = (await ask("/api/v1/agencies/pc-91?on=2026-03-31")).body.agency;

    expect(now).toMatchObject({
      name: "Ủy ban nhân dân tỉnh An Giang",
      formerNames: [{ name: "Cũ", nameEn: "Old", until: "2026-03-31", basis: "12/NQ" }],
      successors: [{ id: "pc-75", day: "2027-01-01", basis: "9/NQ" }],
      channels: [{ kind: "website", url: "https://angiang.gov.vn", name: "Cổng" }],
    });
    expect(then.name).toBe("Cũ");
  });

  it("puts first whoever is authorised for the matter that is asked about", async () => {
    const plain = await ask("/api/v1/agencies/pc-30307");
    const asked = await ask("/api/v1/agencies/pc-30307?matter=s%E1%BA%A1t+l%E1%BB%9F");
    const area = await ask("/api/v1/areas/30307?matter=sat+lo");
    const lookup = await ask("/api/v1/lookup?q=long+xuyen&limit=1&matter=sat+lo");

    expect(plain.body.speakers[0].id).toBe("bao-regular");
    for (const [first] of [
      asked.body.speakers,
      area.body.speakers,
      lookup.body.results[0].speakers,
    ])
      expect(first).toMatchObject({ id: "an-cuc", recommended: true });
  });

  it("is not there for an id that nobody has", async () => {
    expect((await ask("/api/v1/agencies/nobody")).status).toBe(404);
    expect((await ask("/api/v1/nowhere")).body.error.code).toBe("no-such-address");
  });
});

describe("what every answer of open data says of itself", () => {
  it.each(names)(
    "%s: a mark of its bytes, never to be taken for fresh, readable from anywhere",
    async (name) => {
      const { example } = endpoints[name];
      const first = await ask(example);
      const mark = first.headers.get("ETag") ?? "";
      const again = await ask(example, { "If-None-Match": `"other", W/${mark}` });
      const head = await visit(example, { method: "HEAD" });

      expect(first.status).toBe(200);
      expect(mark).toMatch(/^"[\w-]{20,}"$/);
      expect(again.status).toBe(304);
      expect(again.body).toBeNull();
      for (const { headers } of [first, again, head]) {
        expect(headers.get("ETag")).toBe(mark);
        expect(headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
        expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
        expect(headers.get("Access-Control-Expose-Headers")).toMatch(/ETag.*Link/);
        expect(headers.get("Vary")).toContain("Accept-Language");
      }
      expect(await head.text()).toBe("");
    },
  );

  it("changes its mark with what it says", async () => {
    const path = "/api/v1/areas/30307?on=2026-09-01";
    const before = (await ask(path)).headers.get("ETag") ?? "";
    await db
      .updateTable("assignment")
      .set({ phone: "0296 3 000 000" })
      .where("id", "=", "an-head")
      .execute();
    const after = await ask(path, { "If-None-Match": before });

    expect(after.status).toBe(200);
    expect(after.body.speakers[1].phone).toBe("0296 3 000 000");
    expect((await ask(`${path}&lang=en`)).headers.get("ETag")).not.toBe(after.headers.get("ETag"));
  });

  it.each(names)(
    "%s takes no changes, and lets a browser of another site ask with a mark",
    async (name) => {
      const { example } = endpoints[name];
      const posted = await visit(example, { form: { any: "thing" } });
      const preflight = await visit(example, { method: "OPTIONS" });

      expect([posted.status, posted.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("If-None-Match");
    },
  );

  it("holds nothing of journalists, nor of the officers who keep the books", async () => {
    const lan = await officerOf(db, await committee(db), "Officer-Lan");
    await reporter(db, { name: "Reporter-Hà", phone: "0909 000 111" });
    await db.updateTable("assignment").set({ recordedBy: lan.id, publishedBy: lan.id }).execute();
    for (const name of names) {
      const text = JSON.stringify((await ask(endpoints[name].example)).body);

      expect(text).not.toMatch(/Reporter-Hà|0909 000 111|Officer-Lan/);
      expect(text).not.toContain(lan.id);
    }
  });
});
