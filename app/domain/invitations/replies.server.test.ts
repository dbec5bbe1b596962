import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, lettersOf, signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { tallyOf } from "../meetings/tally.server.ts";
import { invite } from "./invitations.server.ts";
import { calendarFileOf, findInvitation, recordAnswer, reply } from "./replies.server.ts";
import { answerStateOf, ReplyForm } from "./reply-form.ts";

const START = "2026-09-10T02:00:00.000Z";
const LAST_MOMENT = "2026-09-10T01:59:59.999Z";

describe.each(databases)("answers on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const invited = async () => {
    const meeting = await briefing(db, await committee(db));
    const ha = await reporter(db, { name: "Nguyễn Thị Hà", email: "ha@bao.test" });
    await invite(db, meeting, [ha.id], signed());
    return { meeting, ...(await stored()) };
  };
  const stored = () => db.selectFrom("invitation").selectAll().executeTakeFirstOrThrow();
  const answers = async () =>
    (await auditOf(db)).filter(({ act }) => act === "invitation.answered");

  it("are found by the letter's token, with the meeting, the agency and the journalist", async () => {
    const { token, meeting } = await invited();

    expect(await findInvitation(db, token)).toMatchObject({
      name: "Nguyễn Thị Hà",
      reply: null,
      meeting: { id: meeting.id, agencyName: "Ủy ban nhân dân phường Long Xuyên" },
    });
  });

  it.each(["", "x", "a".repeat(32), "a".repeat(100_000), "' or 1=1 --", "%", "preview"])(
    "are not found by %#",
    async (token) => {
      await invited();

      expect(await findInvitation(db, token)).toBeUndefined();
      expect(await reply(db, token, { reply: "coming" }, MORNING)).toEqual({
        ok: false,
        reason: "unknown",
      });
    },
  );

  it("are kept, with who comes instead, and signed with the invitation", async () => {
    const { id, token, meeting } = await invited();
    const answer = { reply: "substitute", substituteName: "Trần Bình", note: "Đến muộn" } as const;

    expect(await reply(db, token, answer, MORNING)).toEqual({ ok: true, is: "applied" });
    expect(await stored()).toMatchObject({ ...answer, repliedAt: MORNING, repliedBy: null });
    expect(await answers()).toEqual([
      {
        act: "invitation.answered",
        about: id,
        byName: "Nguyễn Thị Hà",
        particulars: { name: "Nguyễn Thị Hà", reply: "substitute", substitute: "Trần Bình" },
      },
    ]);
    expect(await tallyOf(db, meeting.id)).toMatchObject({ invited: 1, substitute: 1, waiting: 0 });
  });

  it("can be changed until the meeting begins, and the last one counts", async () => {
    const { token } = await invited();
    await reply(db, token, { reply: "substitute", substituteName: "Trần Bình" }, MORNING);
    await reply(db, token, { reply: "coming" }, LAST_MOMENT);

    expect(await stored()).toMatchObject({ reply: "coming", substituteName: null });
    expect(await reply(db, token, { reply: "declined" }, START)).toEqual({
      ok: false,
      reason: "begun",
    });
    expect(await stored()).toMatchObject({ reply: "coming", repliedAt: LAST_MOMENT });
    expect(await answers()).toHaveLength(2);
  });

  it("given again are no news", async () => {
    const { token } = await invited();
    await reply(db, token, { reply: "coming" }, MORNING);
    await reply(db, token, { reply: "coming" }, LAST_MOMENT);

    expect(await stored()).toMatchObject({ reply: "coming", repliedAt: MORNING });
    expect(await answers()).toHaveLength(1);
  });

  it("are not taken for a cancelled meeting, nor for what was changed since it was read", async () => {
    const { token, meeting } = await invited();
    await db.updateTable("meeting").set({ revision: 1 }).execute();
    const stale = await reply(db, token, { reply: "coming", revision: 0 }, MORNING);
    const fresh = await reply(db, token, { reply: "coming", revision: 1 }, MORNING);
    await db
      .updateTable("meeting")
      .set({ cancelledAt: MORNING })
      .where("id", "=", meeting.id)
      .execute();
    const late = await reply(db, token, { reply: "declined" }, MORNING);

    expect([stale, fresh, late]).toEqual([
      { ok: false, reason: "changed" },
      { ok: true, is: "applied" },
      { ok: false, reason: "cancelled" },
    ]);
    expect(await stored()).toMatchObject({ reply: "coming" });
  });

  it("by telephone are taken down by the officers whose meeting it is", async () => {
    const { id } = await invited();
    const lan = await officerOf(db, await committee(db));
    const stranger = await officerOf(db, await committee(db, "46"), "Huế");
    const byLan = { by: lan, at: MORNING };
    const byStranger = { by: stranger, at: MORNING };

    expect(await recordAnswer(db, stranger, id, { reply: "declined" }, byStranger)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await recordAnswer(db, lan, id, { reply: "coming" }, byLan)).toEqual({
      ok: true,
      is: "applied",
    });
    expect(await stored()).toMatchObject({ reply: "coming", repliedBy: lan.id });
    expect(await answers()).toMatchObject([{ byName: "Lan" }]);
  });

  it("come with the calendar file of the letter; cancelled, with its cancellation", async () => {
    const { token, meeting } = await invited();
    const file = async () => {
      const found = await findInvitation(db, token);
      return found ? calendarFileOf(found) : "";
    };
    const [letter] = await lettersOf(db, meeting.id);

    expect(await file()).toBe(letter?.calendar);
    await db.updateTable("meeting").set({ cancelledAt: MORNING }).execute();
    expect(lintCalendar(await file(), { recipient: "ha@bao.test", method: "CANCEL" })).toEqual([]);
  });
});

describe("an answer", () => {
  it.each([
    { typed: { reply: "substitute" }, problem: ["substituteName", "required"] },
    {
      typed: { reply: "substitute", substituteName: " " },
      problem: ["substituteName", "required"],
    },
    { typed: { reply: "maybe" }, problem: ["reply", "not-a-choice"] },
    { typed: {}, problem: ["reply", "required"] },
    { typed: { reply: "coming", note: "x".repeat(501) }, problem: ["note", "too-long:500"] },
  ])("of $typed is refused: $problem", ({ typed, problem }) => {
    const parsed = ReplyForm.safeParse(typed);

    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([problem]);
  });

  it("that was cleared is being asked for again", () => {
    const state = (reply: "coming" | null, repliedAt: string | null) =>
      answerStateOf({ reply, repliedAt });

    expect([state(null, null), state("coming", MORNING), state(null, MORNING)]).toEqual([
      "waiting",
      "coming",
      "asked-again",
    ]);
  });
});
