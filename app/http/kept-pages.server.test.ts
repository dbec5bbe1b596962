import { describe, expect, it, vi } from "vitest";
import { endAssignment } from "#app/domain/spokespersons/assignments.server.ts";
import { paths } from "#app/paths.ts";
import { db, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, byLan, decided, delegated, written } from "#app/test/register.ts";

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
  it("is not written again while nothing changes", async () => {
    await aroundLongXuyen(db);
    const first = await read();
    let again = "";
    const asked = await queriesDuring(async () => {
      again = await read();
    });

    expect(again).toBe(first);
    expect(asked).toBe(0);
  });

  it("is written anew as soon as the books change", async () => {
    await aroundLongXuyen(db);
    expect(await read()).not.toContain("Nguyễn Văn An");

    const assignment = await assigned(db, await committee(db), decided());
    expect(await read()).toContain("Nguyễn Văn An");

    const end = { endDay: "2026-08-31", reason: "Nghỉ hưu", decisionNo: null };
    await endAssignment(db, assignment, end, byLan);
    expect(await read()).not.toContain("Nguyễn Văn An");
  });

  it("does not outlive the second in which a delegation ends", async () => {
    await aroundLongXuyen(db);
    await assigned(db, await committee(db), decided());
    await delegated(db, await committee(db), written());
    vi.setSystemTime("2026-09-01T09:59:59.900Z");
    expect(await read()).toContain("Trần Thị Cúc");

    vi.setSystemTime("2026-09-01T10:00:00.000Z");
    expect(await read()).not.toContain("Trần Thị Cúc");
  });

  it("is another one for another address, another day, another language, other eyes", async () => {
    await aroundLongXuyen(db);
    await assigned(db, await committee(db), decided({ fromDay: "2026-08-01" }));
    const display = await visit(paths.display(), { form: { contrast: "high", returnTo: "/" } });
    const Cookie = display.headers.get("Set-Cookie")?.split(";")[0] ?? "";

    expect(await read()).toContain("Nguyễn Văn An");
    expect(await read(`${longXuyen}?on=2026-07-01`)).not.toContain("Nguyễn Văn An");
    expect(await read(`/en${longXuyen}`)).toContain("Long Xuyen Ward");
    expect(await read(longXuyen, { Cookie })).toContain('data-contrast="high"');
    expect(await read()).toContain('data-contrast="normal"');
  });

  it("leaves with headers of its own, and never carries somebody's session", async () => {
    await aroundLongXuyen(db);
    const lan = await officerOf(db, await committee(db), "Kiểm");
    const [one, other] = [await visit(longXuyen, { as: lan }), await visit(longXuyen)];

    expect(one.headers.get("X-Request-Id")).not.toBe(other.headers.get("X-Request-Id"));
    expect(one.headers.get("Content-Security-Policy")).not.toBe(
      other.headers.get("Content-Security-Policy"),
    );
    expect(await other.text()).not.toContain(lan.name);
  });

  it("is not kept when it refuses", async () => {
    await aroundLongXuyen(db);

    for (const _ of [1, 2]) expect((await visit(`${longXuyen}?on=31/02/2026`)).status).toBe(400);
  });
});
