import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  answered,
  clearQueries,
  DAY,
  inHand,
  later,
  lettersIn,
  now,
  office,
  received,
} from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { closeAgency } from "../closings/closing.server.ts";
import { listTakeovers } from "../closings/takeovers.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { askedPage } from "./asker.server.ts";
import { clocksOf } from "./clocks.server.ts";
import { forwardQuery } from "./forwarding.server.ts";
import { listLines, writeLine } from "./lines.server.ts";
import { findQueryFor, takeQuery } from "./queries.server.ts";

describe.each(databases)("press queries handed over on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  it("go to another agency with the moment of their reception, and the asker is told", async () => {
    const [at, binh] = [await office(db), await office(db, "30292", "Bình")];
    const { query } = await inHand(db, at, { kind: "forwarded_opinion" });
    expect(await forwardQuery(db, query, { agencyId: at.agency.id }, at.by(5))).toMatchObject({
      reason: "same-agency",
    });
    const gone = await forwardQuery(db, query, { agencyId: binh.agency.id }, at.by(2 * DAY));
    if (!gone.ok) throw new Error(gone.reason);
    expect(await now(db, query)).toMatchObject({ outcome: "forwarded", forwardedTo: "pc-30292" });
    const there = await now(db, gone);
    expect(there).toMatchObject({
      ...{ agencyId: "pc-30292", number: "1/2026", receivedAt: MORNING },
      ...{ arrivedAt: later(2 * DAY), forwardedFromId: query.id, askerEmail: "ha@bao.test" },
    });
    expect((await clocksOf(db, there)).statutory?.startDay).toBe("2026-09-01");
    expect(await takeQuery(db, query, at.by(3 * DAY))).toMatchObject({ ok: false });
    const toAsker = (await lettersIn(db)).filter(({ to }) => to === "ha@bao.test");
    const kinds = toAsker.map(({ kind }) => kind);
    expect(kinds, "no second receipt").toEqual(["query-receipt", "query-forwarded"]);
    expect(await findQueryFor(db, binh.officer, gone.id)).toBeDefined();
    expect(await findQueryFor(db, at.officer, gone.id)).toBeUndefined();
    const page = await askedPage(db, (await now(db, query)).token ?? "", later(3 * DAY));
    expect(page?.went).toMatchObject({ number: "1/2026", token: there.token });
  });

  it("of a closed agency go on with its only successor, clocks and all, and askers are told", async () => {
    const [at, binh] = [await office(db), await office(db, "30292", "Bình")];
    const { query } = await inHand(db, at);
    const { query: done } = await answered(db, at);
    await received(db, binh);
    await writeLine(
      db,
      at.agency,
      {
        ...{ topic: "T", question: "?", answer: "!" },
        fromDay: "2026-09-01",
        untilDay: null,
        figures: [],
      },
      at.by(),
    );
    const details = {
      ...{ day: "2026-09-10", basis: "Nghị quyết 9", fileId: null },
      successorIds: [binh.agency.id],
    };
    const closed = await closeAgency(db, { reach: "country" }, at.agency, details, at.by(60));
    expect(closed).toMatchObject({ ok: true });
    expect(await now(db, query)).toMatchObject({
      ...{ agencyId: "pc-30292", number: "2/2026", receivedAt: MORNING, ownerId: null },
    });
    expect(await now(db, done), "what is over stays").toMatchObject({ agencyId: "pc-30307" });
    expect((await lettersIn(db)).filter(({ kind }) => kind === "query-moved")).toHaveLength(1);
    expect(await listTakeovers(db, binh.officer, at.by(61).at)).toMatchObject([{ queries: 1 }]);
    const { total } = await listLines(db, binh.officer, { shelf: "current" }, "2026-09-10");
    expect(total).toBe(1);
  });
});
