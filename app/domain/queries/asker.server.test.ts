import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { answered, clearQueries, DAY, inHand, later, now, office } from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { answersOn, sendAnswer, sendHolding } from "./answering.server.ts";
import { askedPage, confirmAnswer, disputeAnswer, withdrawByAsker } from "./asker.server.ts";
import { saveDraft } from "./drafts.server.ts";
import { withdrawQuery } from "./queries.server.ts";
import { phaseOf } from "./query.ts";
import { askSignatures, sign, stepsOn } from "./signing.server.ts";

describe.each(databases)("the asker of a press query on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  it("confirms what is answered: only that counts", async () => {
    const at = await office(db);
    const { query } = await answered(db, at);
    const token = (await now(db, query)).token ?? "";
    expect(await confirmAnswer(db, "nobodys", later(20))).toMatchObject({ reason: "unknown" });
    expect(await confirmAnswer(db, token, later(20))).toEqual({ ok: true });
    expect(await confirmAnswer(db, token, later(21))).toMatchObject({ reason: "done-already" });
    expect(await disputeAnswer(db, token, "Thiếu", later(21))).toMatchObject({ ok: false });
    expect(await now(db, query)).toMatchObject({ confirmedAt: later(20), outcome: "answered" });
    expect((await answersOn(db, query))[0]).toMatchObject({ confirmedAt: later(20) });
  });

  it("disputes, and it is in hand again with all that was said", async () => {
    const at = await office(db);
    const { query, personId } = await answered(db, at);
    const { token, opensAt } = await now(db, query);
    expect(opensAt).not.toBeNull();
    expect(await disputeAnswer(db, token ?? "", "Chưa nói khi nào", later(20))).toEqual({
      ok: true,
    });
    const again = await now(db, query);
    expect(phaseOf(again)).toBe("in_hand");
    expect(again).toMatchObject({ disputedAt: later(20), opensAt: null, confirmedAt: null });
    expect(await answersOn(db, query)).toMatchObject([{ dispute: "Chưa nói khi nào" }]);

    await saveDraft(
      db,
      query,
      { text: "Ngày 05/09", speakerId: personId, figures: [] },
      1,
      at.by(30),
    );
    await askSignatures(db, query, [], at.by(31));
    const [step] = await stepsOn(db, query, 2);
    await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(32));
    await sendAnswer(db, query, { outcome: "answered", version: 2 }, at.by(33));
    expect(await confirmAnswer(db, token ?? "", later(40))).toEqual({ ok: true });
    expect(await answersOn(db, query)).toMatchObject([
      { disputedAt: later(20), confirmedAt: null },
      { disputedAt: null, confirmedAt: later(40) },
    ]);
  });

  it("withdraws what is open, and nothing else can be done with it", async () => {
    const at = await office(db);
    const { query, personId } = await inHand(db, at);
    const token = (await now(db, query)).token ?? "";
    expect(await withdrawByAsker(db, token, later(5))).toEqual({ ok: true });
    expect(await now(db, query)).toMatchObject({ outcome: "withdrawn" });
    expect(await withdrawQuery(db, query, at.by(6))).toMatchObject({ reason: "is-withdrawn" });
    const holding = { text: "…", speakerId: personId, nextAt: later(DAY) };
    expect(await sendHolding(db, query, holding, at.by(6))).toMatchObject({ ok: false });
    expect(await withdrawByAsker(db, token, later(7))).toMatchObject({ reason: "done-already" });
  });

  it("is shown nothing of the desk", async () => {
    const at = await office(db);
    const { query } = await answered(db, at);
    const page = await askedPage(db, (await now(db, query)).token ?? "", later(20));
    const shown = JSON.stringify(page);
    for (const key of ["ownerId", "sentBy", "lockBy", "takenBy", "figures", "askerEmail"])
      expect(shown).not.toContain(key);
  });
});
