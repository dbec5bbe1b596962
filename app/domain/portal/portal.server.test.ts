import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Tables } from "#db/tables.ts";
import { checkIn } from "../attendance/check-in.server.ts";
import { openCalendar } from "../feeds/journalist-calendar.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { findJournalistFor } from "../press/journalists.server.ts";
import {
  decideAccreditation,
  findAccreditationFor,
  listAccreditationsFor,
  objectTo,
  recordApproval,
  requestAccreditation,
  reviewObjection,
} from "./accreditations.server.ts";
import { giveConsent, withdrawConsent } from "./consents.server.ts";
import {
  answerRequest,
  clocksOfRequest,
  executeRequest,
  findRequestFor,
  requestOnData,
} from "./data-requests.server.ts";
import { NOBODY } from "./erased-words.server.ts";
import { eraseJournalist } from "./erasure.server.ts";
import { askForAddress, askForLink, findLink, takeLink } from "./links.server.ts";
import { myData, ownQueries } from "./my-data.server.ts";
import { changeProfile, profileOf, tellForeignPaper } from "./profile.server.ts";
import { ProfileForm } from "./profile-form.ts";
import { askFromRoom } from "./questions.server.ts";
import { beginPortalSession, findVisitor, revokePortalSession } from "./sessions.server.ts";
import { byJournalist, hasOldCard, recordOf, type Visitor } from "./visitor.ts";

const AN_GIANG = "2025-91";
const later = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString();
const seen = { at: MORNING, userAgent: "Firefox/120" };
const AT = { language: "vi", at: MORNING } as const;

describe.each(databases)("the journalists' room on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
    await committee(db);
    await committee(db, "30292");
    await committee(db, "19777");
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    for (const table of [
      ...["mail", "accreditation", "dataRequest", "foreignPress", "consentRecord"],
      "portalLink",
      ...["portalSession", "journalistArea", "journalistBeat", "suppression", "attendance"],
      ...["journalistCalendar", "queryRequest", "query", "queryCounter", "inboundMail"],
    ] as (keyof Tables)[])
      await db.deleteFrom(table).execute();
    await clearPressRoom(db);
  });

  const keyIn = async (to: string) => {
    const letters = await db
      .selectFrom("mail")
      .select("text")
      .where("kind", "=", "portal-link")
      .where("to", "=", to)
      .orderBy("postedAt")
      .execute();
    return /portal\/links\/(\w{32})/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
  };
  const enter = async (email: string) => {
    const token = await beginPortalSession(db, { email, journalistId: null }, seen);
    return (await findVisitor(db, token, MORNING)) as Visitor;
  };
  const own = (visitor: Visitor, id: string) => recordOf(visitor, id) as never;
  const provinceOfficer = async (name = "Mai") => officerOf(db, await committee(db, "91"), name);

  describe("its keys", () => {
    it("go by mail to whom a province knows, in 32 letters, and to nobody else", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await askForLink(db, "ha@bao.test", AT);
      await askForLink(db, "stranger@bao.test", AT);
      const letters = await db.selectFrom("mail").select(["to", "kind"]).execute();

      expect(letters).toEqual([{ to: "ha@bao.test", kind: "portal-link" }]);
      expect(await keyIn("ha@bao.test")).toMatch(/^\w{32}$/);
    });

    it("open once, for fifteen minutes; the database holds none of them", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await askForLink(db, "ha@bao.test", AT);
      const key = await keyIn("ha@bao.test");
      const kept = JSON.stringify(await db.selectFrom("portalLink").selectAll().execute());
      const before = await findLink(db, key, later(14));
      const over = await takeLink(db, key, { ...seen, at: later(15) });
      const first = await takeLink(db, key, { ...seen, at: later(14) });
      const again = await takeLink(db, key, { ...seen, at: later(14) });

      expect(kept).not.toContain(key);
      expect(before).toMatchObject({ purpose: "sign-in", email: "ha@bao.test" });
      expect(over).toEqual({ ok: false, reason: "unknown" });
      expect(first).toMatchObject({ ok: true, purpose: "sign-in" });
      expect(again).toEqual({ ok: false, reason: "unknown" });
    });

    it("let one press in of many at once", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await askForLink(db, "ha@bao.test", AT);
      const key = await keyIn("ha@bao.test");
      const presses = await Promise.all([1, 2, 3, 4].map(() => takeLink(db, key, seen)));

      expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe("a session", () => {
    it("shows every province's record of its address, and of no other", async () => {
      await reporter(db, { name: "Hà", email: "ha@bao.test" });
      await reporter(db, { name: "Hà", email: "ha@bao.test", provinceId: "2025-46" });
      await reporter(db, { name: "Hà", email: "ha@khac.test" });
      const visitor = await enter("ha@bao.test");

      expect(visitor.records.map(({ provinceId }) => provinceId)).toEqual(["2025-46", AN_GIANG]);
      expect(visitor).toMatchObject({ proven: true, email: "ha@bao.test" });
    });

    it("opened by an invitation sees its own record alone and proves nothing", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      await reporter(db, { email: "ha@bao.test", provinceId: "2025-46" });
      const whose = { email: ha.email, journalistId: ha.id };
      const visitor = await findVisitor(db, await beginPortalSession(db, whose, seen), MORNING);

      expect(visitor?.proven).toBe(false);
      expect(visitor?.records.map(({ id }) => id)).toEqual([ha.id]);
    });

    it("ends after half a day, or when its owner ends it, which nobody else can", async () => {
      await reporter(db, { email: "ha@bao.test" });
      const whose = { email: "ha@bao.test", journalistId: null };
      const token = await beginPortalSession(db, whose, seen);
      const { session } = (await findVisitor(db, token, later(719))) as Visitor;

      expect(await findVisitor(db, token, later(720))).toBeUndefined();
      expect(await revokePortalSession(db, { email: "nam@bao.test" }, session)).toBe(false);
      expect(await revokePortalSession(db, whose, session)).toBe(true);
      expect(await findVisitor(db, token, MORNING)).toBeUndefined();
    });
  });

  describe("one's own record", () => {
    const filled = (details: object = {}) =>
      ProfileForm.parse({ name: "Hà", language: "vi", beats: ["health"], ...details });

    it("is changed by its owner, with a line that says so and names no value", async () => {
      const ha = await reporter(db, { email: "ha@bao.test", pressCardNo: null });
      const visitor = await enter("ha@bao.test");
      const changed = await changeProfile(
        db,
        own(visitor, ha.id),
        filled({
          ...{ phone: "0912 345 678", outlet: "Báo Mới", areas: "phuong long xuyen\nBình Đức" },
          ...{ introLetterNo: "12/GGT", introLetterUntilDay: "2026-12-31" },
          introLetterFor: "Làm việc với UBND phường",
        }),
        MORNING,
      );
      const [line] = await db
        .selectFrom("audit")
        .selectAll()
        .where("act", "=", "journalist.changed-self")
        .execute();

      expect(changed).toMatchObject({ ok: true });
      expect(await profileOf(db, own(visitor, ha.id))).toMatchObject({
        ...{ phone: "0912 345 678", outletName: "Báo Mới", introLetterNo: "12/GGT" },
        areas: ["Phường Bình Đức", "Phường Long Xuyên"],
      });
      expect(line).toMatchObject({ by: `journalist:${ha.id}`, about: ha.id });
      expect(JSON.parse(line?.particulars ?? "").changed).toEqual(
        expect.arrayContaining(["phone", "outletName", "areas", "introLetterNo"]),
      );
      expect(line?.particulars).not.toContain("0912");
    });

    it("takes an area that it knows, and says which it does not", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      const visitor = await enter("ha@bao.test");
      const details = filled({ areas: "Long Xuyên\nVỹ Dạ\nAtlantis" });
      const refused = await changeProfile(db, own(visitor, ha.id), details, MORNING);

      expect(refused).toEqual({ ok: false, reason: "unknown-area", areas: ["Vỹ Dạ", "Atlantis"] });
      expect((await profileOf(db, own(visitor, ha.id))).beats).toEqual([]);
    });

    it("asks for neither paper, and for a number only beside an end", () => {
      const read = (details: object) =>
        ProfileForm.safeParse({ name: "Hà", language: "vi", beats: [], ...details }).success;

      expect(read({})).toBe(true);
      expect(read({ pressCardNo: "IBT-1" })).toBe(true);
      expect(read({ introLetterNo: "12/GGT" })).toBe(true);
      expect(read({ pressCardUntilDay: "2026-12-31" })).toBe(false);
      expect(read({ introLetterFor: "đưa tin" })).toBe(false);
    });

    it("knows an old card from one that holds, without consequence", () => {
      const card = { pressCardNo: "IBT-1", pressCardUntilDay: "2026-03-31" };

      expect(hasOldCard(card, "2026-03-31")).toBe(false);
      expect(hasOldCard(card, "2026-04-01")).toBe(true);
      expect(hasOldCard({ ...card, pressCardNo: null }, "2026-04-01")).toBe(false);
    });

    it("moves to an address whose owner says so, everywhere at once, and ends the old sessions", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      await reporter(db, { email: "ha@bao.test", provinceId: "2025-46" });
      const visitor = await enter("ha@bao.test");
      await askForAddress(db, visitor, "ha.moi@bao.test", AT);
      const kept = await enter("ha@bao.test");
      const taken = await takeLink(db, await keyIn("ha.moi@bao.test"), seen);
      const moved = taken.ok ? await findVisitor(db, taken.token, MORNING) : undefined;
      const sessions = await db.selectFrom("portalSession").select("email").execute();

      expect(kept.records).toHaveLength(2);
      expect(taken).toMatchObject({ ok: true, purpose: "address" });
      expect(moved?.records.map(({ id }) => id)).toContain(ha.id);
      expect(moved?.records).toHaveLength(2);
      expect(sessions).toEqual([{ email: "ha.moi@bao.test" }]);
    });

    it("never runs into somebody else's, and merges nothing", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await reporter(db, { name: "Nam", email: "nam@bao.test" });
      await askForAddress(db, await enter("ha@bao.test"), "nam@bao.test", AT);
      const key = await keyIn("nam@bao.test");

      expect(await takeLink(db, key, seen)).toEqual({ ok: false, reason: "email-listed" });
      expect((await enter("ha@bao.test")).records).toHaveLength(1);
      expect((await enter("nam@bao.test")).records).toHaveLength(1);
    });

    it("keeps proof of a consent given here, and of its end", async () => {
      const ha = await reporter(db, { awaitsConsentSince: MORNING, consentBasis: "" });
      await giveConsent(db, ha, MORNING);
      await giveConsent(db, ha, later(1));
      await withdrawConsent(db, ha, later(2));
      const records = await db.selectFrom("consentRecord").selectAll().execute();
      const row = await db.selectFrom("journalist").selectAll().executeTakeFirstOrThrow();

      expect(records).toMatchObject([
        { textVersion: "2026-12-02", channel: "portal", givenAt: MORNING, withdrawnAt: later(2) },
      ]);
      expect(row).toMatchObject({ awaitsConsentSince: null, unsubscribedAt: later(2) });
    });
  });

  describe("an admission", () => {
    const asked = async (details: { meetingId?: string | null } = {}) => {
      const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", language: "en" });
      const visitor = await enter("ha@bao.test");
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
      const mai = await provinceOfficer();
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
      const mai = await provinceOfficer();
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
      const mai = await provinceOfficer();
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
      const [mai, oanh] = [await provinceOfficer(), await provinceOfficer("Oanh")];
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
        await provinceOfficer(),
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

  describe("a request about data", () => {
    it.each([
      ["2026-06-24T01:00:00.000Z", "2026-06-26", "2026-07-09"],
      ["2026-09-01T01:00:00.000Z", "2026-09-04", "2026-09-16"],
      ["2027-02-04T01:00:00.000Z", "2027-02-12", "2027-02-19"],
    ])("of %s is answered by %s and carried out by %s", async (askedAt, answer, execution) => {
      await db.deleteFrom("holiday").execute();
      await db
        .insertInto("holiday")
        .values(
          ["2026-09-02", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10"].map((day) => ({
            ...{ day, kind: "off" as const, name: "Nghỉ", basis: "thử" },
            ...{ recordedAt: MORNING, recordedBy: "lan" },
          })),
        )
        .execute();
      const clocks = await clocksOfRequest(db, { askedAt, provinceId: AN_GIANG } as never);

      expect([clocks.answer?.day, clocks.execution?.day]).toEqual([answer, execution]);
      expect(clocks.answer?.rule.legalRef).toContain("356/2025");
    });

    it("to erase stops letters, lists and calendar at once, and is asked once", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      const visitor = await enter("ha@bao.test");
      await openCalendar(db, { journalistId: ha.id, name: ha.name }, MORNING);
      const ask = () => requestOnData(db, own(visitor, ha.id), { kind: "erasure", text: "" }, AT);
      const [first, again] = [await ask(), await ask()];
      const row = await db.selectFrom("journalist").selectAll().executeTakeFirstOrThrow();
      const calendar = await db.selectFrom("journalistCalendar").selectAll().executeTakeFirst();

      expect([first.ok, again]).toEqual([true, { ok: false, reason: "asked-already" }]);
      expect([row.unsubscribedAt, calendar?.closedAt]).toEqual([MORNING, MORNING]);
      expect(row.name).toBe("Hà");
    });

    it("is the province office's affair alone", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      const visitor = await enter("ha@bao.test");
      const asked = await requestOnData(
        db,
        own(visitor, ha.id),
        { kind: "correction", text: "Sai tên" },
        AT,
      );
      const id = asked.ok ? asked.id : "";
      const officers = [
        await provinceOfficer(),
        await officerOf(db, await committee(db)),
        await officerOf(db, await committee(db, "46"), "Huế"),
      ];
      const found = await Promise.all(officers.map((one) => findRequestFor(db, one, id)));

      expect(found.map((one) => one !== undefined)).toEqual([true, false, false]);
    });

    it("is refused only on a ground, and leaves nothing to be carried out", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      const visitor = await enter("ha@bao.test");
      const mai = await provinceOfficer();
      const asked = await requestOnData(
        db,
        own(visitor, ha.id),
        { kind: "correction", text: "Sai tên" },
        AT,
      );
      const id = asked.ok ? asked.id : "";
      const signed = { by: mai, at: later(1) };
      const early = await executeRequest(db, mai, id, signed);
      const answer = { outcome: "refused", ground: "not_theirs", answer: "Người khác." } as const;
      await answerRequest(db, mai, id, answer, signed);

      expect(early).toEqual({ ok: false, reason: "not-answered" });
      expect(await executeRequest(db, mai, id, signed)).toEqual({ ok: false, reason: "refused" });
      expect(await answerRequest(db, mai, id, answer, signed)).toEqual({
        ...{ ok: false, reason: "answered-already" },
      });
    });

    /** Every row of every table, as text. */
    const everything = async () => {
      const tables = await db.introspection.getTables();
      const rows = await Promise.all(
        tables
          .filter(({ isView }) => !isView)
          .map(async ({ name }) => [
            name,
            JSON.stringify(
              await db
                .selectFrom(name as never)
                .selectAll()
                .execute(),
            ),
          ]),
      );
      return Object.fromEntries(rows) as Record<string, string>;
    };
    const TRACES = ["Lâm Thị Vết", "vet@bao.test", "0999 888 777", "VET-777", "GGT-VET", "Kẻ Thay"];
    const tracesIn = async () => {
      const found = await everything();
      return Object.entries(found)
        .filter(([, text]) => TRACES.some((trace) => text.includes(trace)))
        .map(([table]) => table)
        .sort();
    };

    it("to erase takes the person out of every table there is, and leaves the numbers", async () => {
      const long = await committee(db);
      const lan = await officerOf(db, long);
      const mai = await provinceOfficer();
      const vet = await reporter(db, {
        ...{ name: "Lâm Thị Vết", email: "vet@bao.test", phone: "0999 888 777" },
        ...{ pressCardNo: "VET-777", introLetterNo: "GGT-VET" },
      });
      const nam = await reporter(db, { name: "Nam", email: "nam@bao.test" });
      const meeting = await briefing(db, long, wanted());
      await invite(db, meeting, [vet.id, nam.id], { by: lan, at: MORNING });
      const invitation = await db
        .selectFrom("invitation")
        .selectAll()
        .where("journalistId", "=", vet.id)
        .executeTakeFirstOrThrow();
      await reply(
        db,
        invitation.token,
        { reply: "substitute", substituteName: "Kẻ Thay", note: "vet@bao.test" },
        MORNING,
      );
      await db
        .insertInto("queryRequest")
        .values({
          ...{ id: randomUUID(), agencyId: long.id, token: randomUUID(), kind: "question" },
          ...{ askerName: "Lâm Thị Vết", askerEmail: "vet@bao.test", title: "x", text: "x" },
          ...{ language: "vi", askedAt: MORNING, expiresAt: later(60) },
        })
        .execute();
      await db
        .insertInto("inboundMail")
        .values({
          ...{ id: randomUUID(), fingerprint: randomUUID(), receivedAt: MORNING, bytes: 9 },
          ...{ from: "Lâm Thị Vết <Vet@bao.test>", to: "rsvp@press.test", subject: "GGT-VET" },
          ...{ raw: Buffer.from("vet@bao.test"), kind: "other", outcome: "ignored" },
        })
        .execute();
      const door = { by: lan, at: "2026-09-10T02:05:00.000Z" };
      await checkIn(db, meeting, { id: randomUUID(), invitation: invitation.id }, door);
      const walkIn = { name: "Lâm Thị Vết", email: "vet@bao.test" };
      await checkIn(db, meeting, { id: randomUUID(), walkIn }, door);
      await db
        .insertInto("query")
        .values({
          ...{ id: "query-vet", agencyId: long.id, number: "1/2026", kind: "question" },
          ...{ channel: "call", askerName: "Lâm Thị Vết", askerEmail: "VET@bao.test" },
          ...{ askerPhone: "0999 888 777", title: "Hỏi", text: "Hỏi gì", language: "vi" },
          receivedAt: MORNING,
        })
        .execute();
      await askForLink(db, "vet@bao.test", AT);
      const visitor = await enter("vet@bao.test");
      const mine = own(visitor, vet.id);
      await requestAccreditation(
        db,
        { journalistId: vet.id, provinceId: AN_GIANG, meetingId: null, purpose: "vet@bao.test" },
        byJournalist(vet, MORNING),
      );
      await tellForeignPaper(db, mine, { kind: "visiting", paperNo: "VET-777" }, MORNING);
      const copy = JSON.stringify(await myData(db, visitor, MORNING));
      const asked = await requestOnData(db, mine, { kind: "erasure", text: "Lâm Thị Vết" }, AT);
      const id = asked.ok ? asked.id : "";
      const signed = { by: mai, at: later(5) };
      await answerRequest(db, mai, id, { outcome: "accepted", answer: "Sẽ xóa." }, signed);
      const before = await tracesIn();
      const early = await executeRequest(db, mai, id, signed);
      await db.updateTable("mail").set({ stage: "sent" }).execute();
      const done = await executeRequest(db, mai, id, signed);

      expect(TRACES.filter((trace) => !copy.includes(trace))).toEqual([]);
      expect(before).toEqual(expect.arrayContaining(["audit", "journalist", "mail", "query"]));
      expect(early).toEqual({ ok: false, reason: "letter-on-its-way" });
      expect(done).toMatchObject({ ok: true });
      expect(await tracesIn()).toEqual([]);
      const kept = await db.selectFrom("invitation").select("reply").execute();
      expect(kept.map((row) => row.reply).sort()).toEqual([null, "substitute"]);
      expect(await db.selectFrom("attendance").select("id").execute()).toHaveLength(2);
      expect(await findJournalistFor(db, lan, vet.id)).toBeUndefined();
      expect((await findJournalistFor(db, lan, nam.id))?.name).toBe("Nam");
      expect(await enter("vet@bao.test")).toBeUndefined();
      const line = await db
        .selectFrom("audit")
        .select(["byName", "act"])
        .where("act", "=", "invitation.answered")
        .executeTakeFirst();
      expect(line).toEqual({ act: "invitation.answered", byName: NOBODY });
    });

    it("to erase keeps a question's answer on the record, without who asked and without their key", async () => {
      const long = await committee(db);
      const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", phone: "0912 1" });
      const visitor = await enter("ha@bao.test");
      const question = {
        agencyId: long.id,
        kind: "question",
        title: "Hỏi",
        text: "Khi nào?",
      } as const;
      const sent = await askFromRoom(db, own(visitor, ha.id), long, question, AT);
      const asked = await db.selectFrom("query").selectAll().executeTakeFirstOrThrow();
      await db
        .transaction()
        .execute((trx) =>
          eraseJournalist(trx, ha, { by: { id: "mai", name: "Mai" }, at: MORNING }),
        );

      expect(sent).toMatchObject({ ok: true, number: "1/2026" });
      expect(asked).toMatchObject({
        ...{ channel: "portal", journalistId: ha.id, askerEmail: "ha@bao.test", nameWithheld: 1 },
      });
      expect(await db.selectFrom("query").selectAll().executeTakeFirst()).toMatchObject({
        ...{ title: "Hỏi", askerName: null, askerEmail: null, askerPhone: null, token: null },
      });
      expect(await ownQueries(db, visitor)).toHaveLength(1);
      expect(await db.selectFrom("queryRequest").selectAll().execute()).toEqual([]);
    });

    it("leaves another province's record of the same address alone", async () => {
      const ha = await reporter(db, { name: "Hà", email: "ha@bao.test" });
      await reporter(db, { name: "Hà", email: "ha@bao.test", provinceId: "2025-46" });
      const visitor = await enter("ha@bao.test");
      const mai = await provinceOfficer();
      const asked = await requestOnData(db, own(visitor, ha.id), { kind: "erasure", text: "" }, AT);
      const id = asked.ok ? asked.id : "";
      const signed = { by: mai, at: later(5) };
      await answerRequest(db, mai, id, { outcome: "accepted", answer: "Sẽ xóa." }, signed);
      await db.updateTable("mail").set({ stage: "sent" }).execute();
      await executeRequest(db, mai, id, signed);

      expect((await enter("ha@bao.test")).records.map(({ provinceId }) => provinceId)).toEqual([
        "2025-46",
      ]);
    });
  });
});
