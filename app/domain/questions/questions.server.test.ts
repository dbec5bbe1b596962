import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { checkIn } from "../attendance/check-in.server.ts";
import { nextChangeAt } from "../editions/edition.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import {
  dueByRule,
  findPromiseFor,
  keepPromise,
  leaveOpen,
  listOpenPromises,
  shareOfAgency,
} from "./promises.server.ts";
import { publicQuestions } from "./public.server.ts";
import { chooseOrder, orderOf } from "./question-order.server.ts";
import {
  answerQuestion,
  callQuestion,
  findQuestionFor,
  listQuestions,
  sendQuestion,
  takeQuestion,
  withdrawOwn,
  withdrawQuestion,
} from "./questions.server.ts";

const AHEAD = "2026-09-08T02:00:00.000Z";
const IN_THE_ROOM = "2026-09-10T02:30:00.000Z";
const AFTERWARDS = "2026-09-11T02:00:00.000Z";

describe.each(databases)("questions of a meeting, on $name", ({ open }) => {
  let house: Opened;
  let db: Db;
  let ward: Awaited<ReturnType<typeof committee>>;
  let meeting: Row<"meeting">;
  let lan: Officer;
  let binh: { personId: string };

  beforeAll(async () => {
    house = await open();
    db = house.db;
    await loadLaw(db, { at: AHEAD });
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    await clearPressRoom(db);
    ward = await committee(db);
    meeting = await briefing(db, ward);
    lan = await officerOf(db, ward);
    binh = await speaker(db, ward);
  });

  const byLan = (at = IN_THE_ROOM) => ({ by: lan, at });
  const said = { text: "Bao giờ cầu xong?", nameAgreed: false, remote: false };

  async function invited(details: Parameters<typeof reporter>[1] = {}) {
    const outlet = { id: "bao-mau", provinceId: "2025-91", name: "Báo Mẫu" };
    await db
      .insertInto("outlet")
      .values({ ...outlet, type: "online" })
      .onConflict((clash) => clash.doNothing())
      .execute();
    const journalist = await reporter(db, { outletId: outlet.id, ...details });
    await invite(db, meeting, [journalist.id], byLan(AHEAD));
    const invitation = await db
      .selectFrom("invitation")
      .selectAll()
      .where("journalistId", "=", journalist.id)
      .executeTakeFirstOrThrow();
    return { ...invitation, journalist };
  }

  async function asked(text = said.text) {
    const taken = await takeQuestion(db, meeting, { ...said, text }, byLan());
    if (!taken.ok) throw new Error(taken.reason);
    await callQuestion(db, taken, byLan());
    return (await findQuestionFor(db, lan, taken.id)) ?? expect.fail();
  }

  async function promised(at = IN_THE_ROOM) {
    const made = await leaveOpen(db, await asked(), { owner: "Phòng Kinh tế" }, byLan(at));
    if (!made.ok) throw new Error(made.reason);
    return made;
  }

  it("takes three from one journalist and no more, also at once, until one is withdrawn", async () => {
    const ha = await invited();

    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => sendQuestion(db, ha.token, { ...said, text: `${n}?` }, AHEAD)),
    );

    expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
    expect(sent.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "too-many" });
    const listed = await listQuestions(db, meeting);
    expect(listed.map(({ number }) => number)).toEqual([1, 2, 3]);

    await withdrawOwn(db, ha.token, listed[0]?.id ?? "", AHEAD);
    expect(await sendQuestion(db, ha.token, said, AHEAD)).toMatchObject({ ok: true });
  });

  it.each([
    ["is over", {}, "2026-09-10T03:30:00.000Z", "over"],
    ["was held", { heldAt: IN_THE_ROOM }, IN_THE_ROOM, "is-held"],
    ["was put off", { postponedAt: AHEAD }, AHEAD, "is-postponed"],
  ])("takes none by the link once the meeting %s", async (_, facts, at, reason) => {
    const ha = await invited();
    await db
      .updateTable("meeting")
      .set({ edition: 1, ...facts })
      .where("id", "=", meeting.id)
      .execute();

    expect(await sendQuestion(db, ha.token, said, at)).toEqual({ ok: false, reason });
  });

  it("lets a journalist withdraw their own question only", async () => {
    const [ha, cuc] = [await invited(), await invited({ name: "Cúc" })];
    const sent = await sendQuestion(db, ha.token, said, AHEAD);
    const id = sent.ok ? sent.id : "";

    expect(await withdrawOwn(db, cuc.token, id, AHEAD)).toEqual({ ok: false, reason: "unknown" });
    expect(await withdrawOwn(db, ha.token, id, AHEAD)).toEqual({ ok: true });
    expect(await callQuestion(db, { id }, byLan())).toEqual({ ok: false, reason: "is-withdrawn" });
  });

  it("seals a lot's seed when it is chosen, tells it when the meeting begins, and draws it once", async () => {
    await chooseOrder(db, meeting, "lot", signed(AHEAD));
    const before = await orderOf(db, meeting, "2026-09-10T01:59:59.999Z");
    await chooseOrder(db, meeting, "lot", signed(AHEAD));

    const begun = await orderOf(db, meeting, meeting.startsAt);

    expect(before.seed).toBeNull();
    expect(
      createHash("sha256")
        .update(begun.seed ?? "")
        .digest("hex"),
    ).toBe(before.commitment);
    expect(await chooseOrder(db, meeting, "rotation", signed(meeting.startsAt))).toEqual({
      ok: false,
      reason: "begun",
    });
  });

  it("lets the office call somebody before their turn, and has the log say so", async () => {
    for (const text of ["Một?", "Hai?"])
      await takeQuestion(db, meeting, { ...said, text }, byLan());
    const [first, second] = await listQuestions(db, meeting);
    for (const one of [second, first]) await callQuestion(db, { id: one?.id ?? "" }, byLan());

    const log = await db
      .selectFrom("audit")
      .select(["about", "particulars"])
      .where("act", "=", "question.asked")
      .execute();
    const told = new Map(log.map(({ about, particulars }) => [about, JSON.parse(particulars)]));
    expect(told.get(second?.id ?? "").outOfTurn).toBe(true);
    expect(told.get(first?.id ?? "").outOfTurn).toBeUndefined();
  });

  it("notes an answer by somebody who could speak when it was asked, and by nobody else", async () => {
    const question = await asked();
    const answer = { answer: "Tháng 12.", answerPublic: true };
    const stranger = await speaker(db, await committee(db, "30292"), { name: "Người khác" });

    const refused = await answerQuestion(
      db,
      question,
      { ...answer, answererId: stranger.personId },
      byLan(),
    );
    const noted = await answerQuestion(
      db,
      question,
      { ...answer, answererId: binh.personId },
      byLan(),
    );
    const again = await answerQuestion(
      db,
      question,
      { ...answer, answererId: binh.personId },
      byLan(),
    );

    expect(refused).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(noted).toEqual({ ok: true });
    expect(again).toEqual({ ok: false, reason: "is-answered" });
    const { questions } = await publicQuestions(db, meeting, AFTERWARDS);
    expect(questions).toMatchObject([
      { state: "answered", answer: "Tháng 12.", answerer: "Lê Thị Bình, Phó Chủ tịch" },
    ]);
  });

  it("tells the public of a question once it is asked aloud, by outlet, and by name only where agreed", async () => {
    const ha = await invited();
    const sent = await sendQuestion(db, ha.token, said, AHEAD);
    expect((await publicQuestions(db, meeting, AHEAD)).questions).toEqual([]);

    await callQuestion(db, { id: sent.ok ? sent.id : "" }, byLan());
    const agreed = await sendQuestion(db, ha.token, { ...said, nameAgreed: true }, AHEAD);
    await callQuestion(db, { id: agreed.ok ? agreed.id : "" }, byLan(AFTERWARDS));

    const { questions } = await publicQuestions(db, meeting, AFTERWARDS);
    expect(questions.map(({ outlet, name }) => ({ outlet, name }))).toEqual([
      { outlet: "Báo Mẫu", name: null },
      { outlet: "Báo Mẫu", name: "Hà" },
    ]);
    await withdrawQuestion(db, { id: sent.ok ? sent.id : "" }, byLan());
    expect((await publicQuestions(db, meeting, AFTERWARDS)).questions).toHaveLength(1);
  });

  it.each([
    ["the last day of the old law", "2026-06-30T02:00:00.000Z", undefined],
    ["the first day of the new law", "2026-07-01T02:00:00.000Z", "2026-07-03T17:00:00.000Z"],
    ["a Friday before a worked Saturday", "2026-08-21T02:00:00.000Z", "2026-08-24T17:00:00.000Z"],
    ["the day before National Day", "2026-08-28T02:00:00.000Z", "2026-09-04T17:00:00.000Z"],
    ["the year's last day", "2026-12-31T02:00:00.000Z", "2027-01-05T17:00:00.000Z"],
    ["the eve of Tết", "2027-02-04T02:00:00.000Z", "2027-02-10T17:00:00.000Z"],
    [
      "late in the evening, already a day on in Hà Nội",
      "2026-09-10T17:30:00.000Z",
      "2026-09-15T17:00:00.000Z",
    ],
  ])(
    "has a promise made on %s due by the rule, whatever the machine's zone",
    async (_, at, due) => {
      const zone = process.env.TZ;
      for (const TZ of ["UTC", "Asia/Ho_Chi_Minh"]) {
        process.env.TZ = TZ;
        expect((await dueByRule(db, ward, at))?.at).toBe(due);
      }
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
      const made = await leaveOpen(db, await asked(), { owner: "Phòng Kinh tế" }, byLan(at));
      expect(made).toMatchObject(due ? { ok: true } : { ok: false, reason: "no-due" });
    },
  );

  it("keeps to the time that the office promised, and still says what the rule would have had", async () => {
    const dueAt = "2026-09-20T10:00:00.000Z";
    const made = await leaveOpen(db, await asked(), { owner: "Lan", dueAt }, byLan());
    const promise = await findPromiseFor(db, lan, made.ok ? made.id : "");

    expect(promise).toMatchObject({ dueAt, due: { at: "2026-09-14T17:00:00.000Z" } });
    const past = { owner: "Lan", dueAt: IN_THE_ROOM };
    expect(await leaveOpen(db, await asked(), past, byLan())).toEqual({
      ok: false,
      reason: "in-the-past",
    });
  });

  it("shows open promises to whoever they are for, and nobody else", async () => {
    const { id } = await promised();
    const duc = await officerOf(db, await committee(db, "30292"), "Đức");

    expect((await listOpenPromises(db, lan)).map((one) => one.id)).toEqual([id]);
    expect(await listOpenPromises(db, duc)).toEqual([]);
    expect(await findPromiseFor(db, duc, id)).toBeUndefined();
  });

  it("sends the answer once to everybody present who left an address, and stands on the public page", async () => {
    const [ha, cuc, vang] = [
      await invited(),
      await invited({ name: "Cúc", language: "en" }),
      await invited({ name: "Vắng" }),
    ];
    await reply(db, cuc.token, { reply: "substitute", substituteName: "Người thay" }, AHEAD);
    for (const { id } of [ha, cuc])
      await checkIn(
        db,
        meeting,
        { id: randomUUID(), invitation: id },
        byLan("2026-09-10T01:50:00.000Z"),
      );
    const walkIns = [
      { name: "Tám", email: "tam@bao.test" },
      { name: "Chín" },
      { name: "Hà hai", email: ha.journalist.email },
    ];
    for (const walkIn of walkIns)
      await checkIn(db, meeting, { id: randomUUID(), walkIn }, byLan("2026-09-10T01:55:00.000Z"));
    const promise = await promised();
    const answer = { answererId: binh.personId, answer: "Cầu xong ngày 20/12/2026." };

    const kept = await keepPromise(db, promise, answer, byLan(AFTERWARDS));
    const again = await keepPromise(db, promise, answer, byLan(AFTERWARDS));

    expect(kept).toEqual({ ok: true, letters: 3 });
    expect(again).toEqual({ ok: false, reason: "kept" });
    const letters = await db
      .selectFrom("mail")
      .selectAll()
      .where("kind", "=", "promise-answer")
      .execute();
    expect(letters.map(({ to }) => to).sort()).toEqual(
      [ha.journalist.email, cuc.journalist.email, "tam@bao.test"].sort(),
    );
    expect(letters.map(({ to }) => to)).not.toContain(vang.journalist.email);
    for (const letter of letters) {
      expect(letter.text).toContain("Cầu xong ngày 20/12/2026.");
      expect(letter).toMatchObject({ promiseId: promise.id, calendar: null, unsubscribeUrl: null });
    }
    expect(letters.find(({ to }) => to === cuc.journalist.email)?.text).toContain("Dear Cúc");
    const { questions, share } = await publicQuestions(db, meeting, AFTERWARDS);
    expect(questions[0]?.promise).toMatchObject({ keptAt: AFTERWARDS, answer: answer.answer });
    expect(share).toMatchObject({ made: 1, onTime: 1, overdue: 0 });
  });

  it("sends the answer to whoever asked from afar, whose name no letter gives", async () => {
    const ha = await invited({ name: "Ngô Thị Hà" });
    const sent = await sendQuestion(db, ha.token, { ...said, remote: true }, AHEAD);
    await callQuestion(db, { id: sent.ok ? sent.id : "" }, byLan());
    const question = (await findQuestionFor(db, lan, sent.ok ? sent.id : "")) ?? expect.fail();
    await checkIn(
      db,
      meeting,
      { id: randomUUID(), walkIn: { name: "Tám", email: "tam@bao.test" } },
      byLan(),
    );
    const made = await leaveOpen(db, question, { owner: "Lan" }, byLan());
    const answer = { answererId: binh.personId, answer: "Tháng 12." };
    await keepPromise(db, { id: made.ok ? made.id : "" }, answer, byLan(AFTERWARDS));

    const letters = await db
      .selectFrom("mail")
      .selectAll()
      .where("kind", "=", "promise-answer")
      .execute();
    expect(letters).toHaveLength(2);
    const tams = letters.find(({ to }) => to === "tam@bao.test");
    expect(tams?.text).toContain("Báo Mẫu");
    expect(tams?.text).not.toContain("Ngô");
  });

  it("lets only somebody answer who may speak at this moment", async () => {
    const promise = await promised();
    await db.updateTable("assignment").set({ endDay: "2026-09-10", endKind: "ended" }).execute();
    const answer = { answererId: binh.personId, answer: "Tháng 12." };

    const kept = await keepPromise(db, promise, answer, byLan(AFTERWARDS));

    expect(kept).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(await listOpenPromises(db, lan)).toHaveLength(1);
  });

  it("counts how promises are kept, and public pages change by the clock when one is overdue", async () => {
    const { id } = await promised();
    const late = await promised();
    await promised();
    const due = "2026-09-14T17:00:00.000Z";
    expect(await nextChangeAt(db, "2026-09-14T16:59:59.000Z")).toBe(due);

    const answer = { answererId: binh.personId, answer: "Tháng 12." };
    await keepPromise(db, { id }, answer, byLan(AFTERWARDS));
    await keepPromise(db, late, answer, byLan(due));

    const share = { made: 3, onTime: 1, late: 1 };
    expect(await shareOfAgency(db, ward, AFTERWARDS)).toMatchObject({ ...share, running: 1 });
    expect(await shareOfAgency(db, ward, due)).toMatchObject({ ...share, overdue: 1 });
  });
});
