import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { issueRegulation } from "#app/domain/regulations/regulations.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan } from "#app/test/register.ts";

let ward: Officer;
let province: Officer;
let administrator: { id: string };
beforeEach(async () => {
  await committee(db);
  await committee(db, "30292");
  await committee(db, "19777");
  await assigned(db, { id: "pc-30307" });
  await issueRegulation(db, { id: "pc-30292" }, { number: "9/QĐ-UBND", day: "2026-08-20" }, byLan);
  ward = await officerOf(db, { id: "pc-30307" });
  province = await officerOf(db, { id: "pc-91" }, "Mai");
  administrator = { id: "quan" };
  const account = { email: "quan@press.test", name: "Quân", role: "administrator" as const };
  const rest = { agencyId: null, passwordHash: "none", createdAt: byLan.at, closedAt: null };
  await db
    .insertInto("account")
    .values({ ...administrator, ...account, ...rest })
    .execute();
});

const board = async (as: { id: string }, query = "") =>
  (await visit(`/desk/compliance${query}`, { as })).text();

/** The agencies of the table in their order; the tiles above are left out. */
function rowsOf(html: string): string[] {
  const [, body = ""] = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html) ?? [];
  return [...body.matchAll(/>(Ủy ban nhân dân [^<]+)</g)].map(([, name = ""]) => name);
}

/** How many tiles are drawn for each province of the country, as its picture says. */
const countsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/>([^<]+)<\/a><svg [^>]*aria-label="([^"]+)">/g)]
      .map(([, province = "", counts = ""]) => [province, counts])
      .filter(([, counts]) => counts !== ""),
  );

describe("the board", () => {
  it("sends a stranger to sign in", async () => {
    const response = await visit("/desk/compliance");

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toContain("/sign-in");
  });

  it("shows a ward its own agency, a province office its province", async () => {
    expect(rowsOf(await board(ward))).toEqual(["Ủy ban nhân dân phường Long Xuyên"]);
    expect(rowsOf(await board(province))).toEqual([
      "Ủy ban nhân dân tỉnh An Giang",
      "Ủy ban nhân dân phường Bình Đức",
      "Ủy ban nhân dân phường Long Xuyên",
    ]);
    expect(rowsOf(await board(province, "?province=2025-46"))).not.toContain(
      "Ủy ban nhân dân phường Vỹ Dạ",
    );
  });

  it("shows an administrator the country province by province, a province agency by agency", async () => {
    const country = await board(administrator);

    expect(rowsOf(country)).toEqual([]);
    expect(countsOf(country)).toEqual({
      "Tỉnh An Giang": "Còn thiếu: 1 · Chưa có người phát ngôn: 2",
      "Thành phố Huế": "Chưa có người phát ngôn: 2",
    });
    expect(country).toContain("/desk/compliance?province=2025-46");
    expect(rowsOf(await board(administrator, "?province=2025-46"))).toEqual([
      "Ủy ban nhân dân thành phố Huế",
      "Ủy ban nhân dân phường Vỹ Dạ",
    ]);
  });

  it("draws a tile for every agency of the country, and sorts provinces by what is lacking", async () => {
    const pictures = [...(await board(administrator)).matchAll(/role="img"[^>]*>(.*?)<\/svg>/g)];
    const tiles = pictures.flatMap(([, picture = ""]) => picture.match(/M\d+ \d+h16/g) ?? []);
    const provinces = async (query: string) =>
      [
        ...(await board(administrator, query)).matchAll(/<th scope="row"[^>]*>.*?>([^<]+)<\/a>/g),
      ].map(([, name]) => name);

    expect(tiles).toHaveLength(5);
    expect(await provinces("")).toEqual(["Thành phố Huế", "Tỉnh An Giang"]);
    expect(await provinces("?sort=trained")).toEqual(["Tỉnh An Giang", "Thành phố Huế"]);
  });

  it("is sorted and filtered by its address, and counts all the same", async () => {
    expect(rowsOf(await board(province, "?sort=regulation")).at(-1)).toBe(
      "Ủy ban nhân dân phường Bình Đức",
    );
    const page = await visit("/desk/compliance?only=lacking&sort=designated", { as: province });
    const html = await page.clone().text();

    expect(rowsOf(html).at(-1)).toBe("Ủy ban nhân dân phường Long Xuyên");
    expect(await textOf(page)).toContain("1 trên 3 cơ quan");
    expect(rowsOf(await board(province, "?sort=nonsense"))).toHaveLength(3);
  });
});
