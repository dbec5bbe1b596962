import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, openSqlite } from "#app/test/database.ts";
import { furnishRegister, type KnownQuery, keyOf, readQueries } from "#app/test/queries.ts";
import { MORNING } from "#app/test/setup.ts";
import { lookUp } from "./lookup.server.ts";
import { keepRoll, rollAt } from "./roll-keeping.server.ts";

/** What people type, against the real map and a small register: see `app/test/queries.csv`. */
const QUERIES = readQueries();

let opened: Opened;
let answers: { asked: KnownQuery; found: string[] }[];
beforeAll(async () => {
  opened = await openSqlite();
  await furnishRegister(opened.db);
  answers = [];
  for (const asked of QUERIES) {
    const found = await lookUp(opened.db, { query: asked.query, limit: 5, at: MORNING });
    answers.push({ asked, found: found.map(keyOf) });
  }
});
afterAll(() => opened.close());

const isMeant = ({ asked }: (typeof answers)[number], key = "") => asked.expected.includes(key);
const said = ({ asked, found }: (typeof answers)[number]) =>
  `«${asked.query}» is ${asked.expected.join(" or ")}, not ${found.join(", ") || "nothing"}`;

describe("what people type", () => {
  it("is asked in at least three hundred ways, none of them twice", () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(QUERIES.map(({ query }) => query)).size).toBe(QUERIES.length);
  });

  it("is answered first in at least 98 of 100", ({ annotate }) => {
    const missed = answers.filter((answer) => !isMeant(answer, answer.found[0]));
    const share = (100 * (answers.length - missed.length)) / answers.length;
    annotate(`${share.toFixed(1)} % of ${answers.length} first\n${missed.map(said).join("\n")}`);

    expect(share, missed.map(said).join("\n")).toBeGreaterThanOrEqual(98);
  });

  it("is among the first five always", () => {
    const lost = answers.filter((answer) => !answer.found.some((key) => isMeant(answer, key)));

    expect(lost.map(said)).toEqual([]);
  });

  it("is answered by the roll in memory as by the books", async () => {
    const roll = keepRoll(opened.db, () => MORNING);
    await roll.called;
    expect(await rollAt(opened.db, MORNING)).toBeDefined();

    for (const { asked, found } of answers) {
      const again = await lookUp(opened.db, { query: asked.query, limit: 5, at: MORNING });
      expect(again.map(keyOf), asked.query).toEqual(found);
    }
    await roll.close();
  });

  it("means for a day before today's units what was there then", async () => {
    const then = "2025-03-01T05:00:00.000Z";
    const first = async (query: string) =>
      (await lookUp(opened.db, { query, limit: 5, at: then })).slice(0, 1).map(keyOf);

    expect(await first("Gò Quao")).toEqual(["2004-huyen-go-quao-kien-giang"]);
    expect(await first("Long Xuyên")).toEqual(["2004-thanh-pho-long-xuyen-an-giang"]);
    expect(await first("thành phố Huế")).toEqual(["2004-thanh-pho-hue"]);
    expect(await first("An Giang")).toEqual(["2004-tinh-an-giang"]);
  });
});
