import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import type { Db, Moment } from "#db/tables.ts";
import { invite } from "../invitations/invitations.server.ts";
import { findInvitation, reply } from "../invitations/replies.server.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { remindDue } from "./job.server.ts";
import { countsOf, remindersOf } from "./plan.server.ts";

/** Three days before the meeting at nine, and that evening at ten. */
const DUE = "2026-09-07T02:00:00.000Z";
const NIGHT = "2026-09-07T15:00:00.000Z";
const MORNING = "2026-09-08T00:00:00.000Z";

describe.each(databases)("reminders at night on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let meetingId: string;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    const meeting = await briefing(db, await committee(db), wanted());
    meetingId = meeting.id;
    const ha = await reporter(db);
    await invite(db, meeting, [ha.id], signed(), { despite: "Gấp" });
    const { token } = await db.selectFrom("invitation").select("token").executeTakeFirstOrThrow();
    await reply(db, token, { reply: "coming" }, signed().at);
    expect((await findInvitation(db, token))?.reply).toBe("coming");
  });

  const first = async (now: Moment) => {
    const meeting = (await findMeeting(db, meetingId)) as MeetingOfAgency;
    const [plan] = await remindersOf(db, [meeting], now);
    const standing = plan?.standings.find(({ rule }) => rule === "reminder");
    if (!standing) throw new Error("no rule");
    const { state, heldUntil } = standing;
    return { state, heldUntil, meant: countsOf(standing).meant };
  };
  const posted = () =>
    db.selectFrom("mail").select(["dueAt", "quiet"]).where("kind", "=", "reminder").execute();

  it("that a stopped machine left over are held until the morning, and the desk says so", async () => {
    expect(await first(NIGHT)).toEqual({ state: "due", heldUntil: MORNING, meant: 1 });
    expect(await remindDue(db, NIGHT)).toBe(0);

    expect(await first(MORNING)).toEqual({ state: "due", heldUntil: null, meant: 1 });
    expect(await remindDue(db, MORNING)).toBe(1);
    expect(await posted()).toEqual([{ dueAt: MORNING, quiet: "21:00-07:00 Asia/Ho_Chi_Minh" }]);
  });

  it("are for nobody any more once they came too late", async () => {
    expect(await first(DUE)).toMatchObject({ state: "due", meant: 1 });
    const late = "2026-09-10T01:30:00.000Z";
    expect(await first(late)).toEqual({ state: "missed", heldUntil: null, meant: 0 });
  });
});
