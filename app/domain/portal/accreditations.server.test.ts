import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  AN_GIANG,
  clearRoom,
  enter,
  later,
  openRoom,
  own,
  provinceOfficer,
} from "#app/test/journalists-room.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import {
  decideAccreditation,
  findAccreditationFor,
  listAccreditationsFor,
  recordApproval,
  requestAccreditation,
} from "./accreditations.server.ts";
import { objectTo, reviewObjection } from "./objections.server.ts";
import { tellForeignPaper } from "./profile.server.ts";
import { byJournalist } from "./visitor.ts";

describe.each(databases)("an admission on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await openRoom(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearRoom(db));

  const asked = async (details: { meetingId?: string | null } = {}) => {
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", language: "en" });
    const visitor = await enter(db, "ha@bao.test");
    const { meetingId = null } = details;
    const request = { journalistId: ha.id, provinceId: AN_GIANG, meetingId, purpose: "đưa tin" };
    const outcome = await requestAccreditation(db, request, byJournalist(ha, MORNING));
    return { ha, visitor, request, id: outcome.ok ? outcome.id : "", outcome };
  };
  const sign = (by: { id: string; name: string }, at = MORNING) => ({ by, at });
  const refusal = {
    decision: "refused",
    ground: "no_paper",
    reason: "Chưa có giấy tờ.",
  } as const;

  it("is asked for once, to a meeting that is to come or to all", async () => {
    const long = await committee(db);
    const meeting = await briefing(db, long, wanted());
    const past = await briefing(db, long, wanted({ startsAt: "2026-08-01T02:00:00.000Z" }));
    const hue = await briefing(db, await committee(db, "19777"), wanted());
    const { request, ha, outcome } = await asked({ meetingId: meeting.id });
    const ask = (meetingId: string | null) =>
      requestAccreditation(db, { ...request, meetingId }, byJournalist(ha, MORNING));

    expect(outcome).toMatchObject({ ok: true });
    expect(await ask(meeting.id)).toEqual({ ok: false, reason: "asked-already" });
    expect(await ask(past.id)).toEqual({ ok: false, reason: "not-a-meeting" });
    expect(await ask(hue.id)).toEqual({ ok: false, reason: "not-a-meeting" });
    expect(await ask(null)).toMatchObject({ ok: true });
  });

  it("is refused only on a ground in force and with a text, in the journalist's language", async () => {
    const { id } = await asked();
    const mai = await provinceOfficer(db);
    const decide = (form: object) => decideAccreditation(db, mai, id, form as never, sign(mai));
    const byWhim = await decide({ ...refusal, ground: "unfriendly" });
    const mute = await decide({ ...refusal, reason: "" });
    const refused = await decide(refusal);
    const again = await decide({ decision: "approved" });
    const [letter] = await db
      .selectFrom("mail")
      .selectAll()
      .where("kind", "=", "portal-accreditation")
      .execute();
    const row = await db.selectFrom("accreditation").selectAll().executeTakeFirstOrThrow();

    expect([byWhim, mute]).toEqual([
      { ok: false, reason: "not-a-ground" },
      { ok: false, reason: "needs-reason" },
    ]);
    expect([refused.ok, again]).toEqual([true, { ok: false, reason: "decided-already" }]);
    expect(row).toMatchObject({ ground: "no_paper", groundVerifiedBy: null });
    expect(row.legalRef).toContain("126/2025");
    expect(letter?.subject).toMatch(/refused/);
    expect(letter?.text).toContain("there is neither a press card nor a letter of introduction");
    expect(letter?.text).toContain("object in the press room");
  });

  it("waits, for the foreign press, until the province has agreed; its answer has a clock", async () => {
    const { id, ha, visitor } = await asked();
    await tellForeignPaper(
      db,
      own(visitor, ha.id),
      { kind: "resident", paperNo: "TT-01" },
      MORNING,
    );
    const mai = await provinceOfficer(db);
    const approve = () =>
      decideAccreditation(db, mai, id, { decision: "approved" }, sign(mai, later(1)));
    const early = await approve();
    const before = await findAccreditationFor(db, mai, id);
    await recordApproval(
      db,
      mai,
      id,
      { approval: "given", approvalNo: "88/UBND", approvalDay: "2026-09-01" },
      sign(mai),
    );

    expect(before?.standing).toBe("pending-approval");
    expect(early).toEqual({ ok: false, reason: "pending-approval" });
    expect(await approve()).toMatchObject({ ok: true });
  });

  it("asks the province anew about another paper, and not about the same", async () => {
    const { id, ha, visitor } = await asked();
    const mai = await provinceOfficer(db);
    const tell = (paperNo: string, paperUntilDay?: string) =>
      tellForeignPaper(
        db,
        own(visitor, ha.id),
        { kind: "resident", paperNo, paperUntilDay },
        MORNING,
      );
    const word = () => db.selectFrom("foreignPress").select("approval").executeTakeFirst();
    await tell("TT-01");
    const given = { approval: "given", approvalNo: "88", approvalDay: "2026-09-01" } as const;
    await recordApproval(db, mai, id, given, sign(mai));
    await tell("TT-01", "2027-01-01");
    const same = await word();
    await tell("TT-02");

    expect(same).toEqual({ approval: "given" });
    expect(await word()).toEqual({ approval: null });
  });

  it("is objected to once, and looked at by somebody other than who decided", async () => {
    const { id, visitor } = await asked();
    const [mai, oanh] = [await provinceOfficer(db), await provinceOfficer(db, "Oanh")];
    await decideAccreditation(db, mai, id, refusal, sign(mai));
    const first = await objectTo(db, visitor, id, "Tôi có giấy.", later(1));
    const again = await objectTo(db, visitor, id, "Tôi có giấy.", later(2));
    const review = (by: typeof mai, form: object) =>
      reviewObjection(db, by, id, form as never, sign(by, later(3)));
    const changed = {
      review: "changed",
      decision: "limited",
      limits: "Khu báo chí",
      text: "Đúng.",
    };

    expect([first.ok, again]).toEqual([true, { ok: false, reason: "may-not-object" }]);
    expect(await review(mai, changed)).toEqual({ ok: false, reason: "same-officer" });
    expect(await review(oanh, changed)).toMatchObject({ ok: true });
    expect(await review(oanh, changed)).toEqual({ ok: false, reason: "reviewed-already" });
    expect(await findAccreditationFor(db, oanh, id)).toMatchObject({
      ...{ standing: "changed", decision: "limited", ground: null, limits: "Khu báo chí" },
    });
  });

  it("to a meeting is its own desk's and the province's affair, never a sister's nor another province's", async () => {
    const [long, duc] = [await committee(db), await committee(db, "30292")];
    const meeting = await briefing(db, long, wanted());
    const { id } = await asked({ meetingId: meeting.id });
    const [lan, cuc] = [await officerOf(db, long), await officerOf(db, duc, "Cúc")];
    const [mai, hue] = [
      await provinceOfficer(db),
      await officerOf(db, await committee(db, "46"), "Huế"),
    ];
    const finds = async (officer: typeof lan) =>
      (await findAccreditationFor(db, officer, id)) !== undefined;

    expect(await Promise.all([lan, mai, cuc, hue].map(finds))).toEqual([
      ...[true, true, false, false],
    ]);
    const decide = (officer: typeof lan) =>
      decideAccreditation(db, officer, id, { decision: "approved" }, sign(officer));
    expect(await decide(cuc)).toEqual({ ok: false, reason: "unknown" });
    expect(await decide(hue)).toEqual({ ok: false, reason: "unknown" });
    expect(await decide(lan)).toMatchObject({ ok: true });
    expect((await listAccreditationsFor(db, lan, "decided")).accreditations).toHaveLength(1);
  });
});
