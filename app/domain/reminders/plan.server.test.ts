import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee } from "#app/test/people.ts";
import { lettersOf, signed, wanted } from "#app/test/press-room.ts";
import {
  carry,
  clearReminders,
  found,
  invited,
  minute,
  remindersTo,
  THREE_DAYS,
  THREE_HOURS,
} from "#app/test/reminded.ts";
import type { Db } from "#db/tables.ts";
import { changeMeeting } from "../invitations/changes.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { remindDue } from "./job.server.ts";
import { countsOf, previewReminder, remindersOf } from "./plan.server.ts";
import { endRules, setRules } from "./rules.server.ts";

describe.each(databases)("the plan of reminders on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearReminders(db));

  it("skip what a meeting was planned too late for, and say so", async () => {
    // Announced on the 9th at three in the afternoon for the 10th at nine.
    const at = "2026-09-09T08:00:00.000Z";
    const { meeting } = await invited(db, {}, { announcedAt: at, revisedAt: at, createdAt: at });
    const [plan] = await remindersOf(db, [await found(db, meeting)], at);
    const said = plan?.standings.map(({ rule, dropped }) => [rule, dropped]);
    expect(said).toEqual([
      ["reminder", "changed-since"],
      ["last-reminder", null],
      ["decision", "changed-since"],
      ["thanks", "not-held"],
    ]);
    // Announced at ten in the evening: six in the morning is quiet, and the evening before is over.
    const night = "2026-09-09T15:00:00.000Z";
    const { meeting: other } = await invited(db, {}, { announcedAt: night, revisedAt: night });
    const [planned] = await remindersOf(db, [await found(db, other)], night);
    expect(planned?.standings[1]).toMatchObject({ rule: "last-reminder", dropped: "quiet" });
  });

  it("are planned anew when the meeting moves; one still waiting is laid aside", async () => {
    const { meeting, tokenOf } = await invited(db, { Ha: "coming" });
    await remindDue(db, THREE_DAYS);
    const moved = wanted({
      startsAt: "2026-09-17T02:00:00.000Z",
      endsAt: "2026-09-17T03:30:00.000Z",
    });
    await changeMeeting(db, meeting, moved, signed(minute(THREE_DAYS, 1)), { reason: "Bão" });
    const carried = await carry(db, minute(THREE_DAYS, 2));
    expect(carried.map(({ kind }) => kind)).toEqual(["change"]);
    const first = (await lettersOf(db, meeting.id)).find(({ kind }) => kind === "reminder");
    expect([first?.stage, first?.problem]).toEqual(["skipped", "superseded"]);

    // Asked again, Ha answers; her three days are those before the new hour.
    await reply(db, tokenOf("Ha"), { reply: "coming" }, minute(THREE_DAYS, 10));
    expect(await remindDue(db, minute(THREE_DAYS, 20))).toBe(0);
    expect(await remindDue(db, "2026-09-14T02:00:00.000Z")).toBe(1);
    const revisions = (await lettersOf(db, meeting.id))
      .filter(({ kind }) => kind === "reminder")
      .map(({ revision }) => revision);
    expect(revisions).toEqual([0, 1]);
  });

  it("do not come again of the same hour when only the room changed", async () => {
    const { meeting, tokenOf } = await invited(db, { Ha: "coming" });
    await remindDue(db, THREE_DAYS);
    await carry(db, minute(THREE_DAYS, 1));
    const { startsAt, endsAt } = meeting;
    const other = wanted({ startsAt, endsAt, venue: "Hội trường B" });
    await changeMeeting(db, meeting, other, signed(minute(THREE_DAYS, 5)));
    await reply(db, tokenOf("Ha"), { reply: "coming" }, minute(THREE_DAYS, 6));
    expect(await remindDue(db, minute(THREE_DAYS, 10))).toBe(0);
    expect(await remindDue(db, THREE_HOURS)).toBe(1);
    expect(await remindersTo(db, meeting.id)).toEqual([
      "last-reminder ha@bao.test",
      "reminder ha@bao.test",
    ]);
  });

  it("ask the silent by the day that answers are asked for, where there is one", async () => {
    await invited(db, { Tu: null }, { answerBy: "2026-09-09T09:00:00.000Z" });
    expect(await remindDue(db, "2026-09-08T08:59:00.000Z")).toBe(0);
    expect(await remindDue(db, "2026-09-08T09:00:00.000Z")).toBe(1);
  });

  it("ask by a day that moves along with the meeting, unless it would then be past", async () => {
    const { meeting } = await invited(db, {}, { answerBy: "2026-09-09T09:00:00.000Z" });
    const move = async (startsAt: string, endsAt: string, at: string) => {
      const details = wanted({ startsAt, endsAt, answerBy: undefined });
      await changeMeeting(db, meeting, details, signed(at), { reason: "Bão" });
      return (await found(db, meeting)).answerBy;
    };
    const later = await move("2026-09-17T02:00:00.000Z", "2026-09-17T03:30:00.000Z", THREE_DAYS);
    expect(later).toBe("2026-09-16T09:00:00.000Z");
    const soon = minute(THREE_DAYS, 120);
    expect(await move(soon, minute(soon, 90), minute(THREE_DAYS, 1))).toBe(null);
  });

  it("follow an agency's rules before its province's before the nation's", async () => {
    const { meeting } = await invited(db, { Ha: "coming" });
    const agency = await committee(db);
    const kind = "press_conference" as const;
    const rules = { lastHours: 3, decisionHours: 24, thanks: 0, answerTime: "16:00" };
    const quiet = { quietFrom: "21:00", quietUntil: "07:00" };
    const { provinceId } = agency;
    const province = { scope: "province" as const, provinceId };
    const own = { scope: "agency" as const, agencyId: agency.id, provinceId };
    const set = (scope: typeof province | typeof own, reminderHours: number | null) =>
      setRules(
        db,
        { kind, scope, agencyId: agency.id },
        { ...rules, ...quiet, reminderHours },
        signed(),
      );
    const at = async () =>
      (await remindersOf(db, [await found(db, meeting)], signed().at))[0]?.standings[0];

    expect((await at())?.at).toBe(THREE_DAYS);
    await set(province, 48);
    expect((await at())?.at).toBe("2026-09-08T02:00:00.000Z");
    await set(own, null);
    expect(await at()).toMatchObject({ at: null, dropped: "off" });
    await set(own, 24);
    expect((await at())?.at).toBe("2026-09-09T02:00:00.000Z");
    await endRules(db, { kind, scope: own, agencyId: agency.id }, signed());
    await endRules(db, { kind, scope: province, agencyId: agency.id }, signed());
    expect((await at())?.at).toBe(THREE_DAYS);
    expect(await endRules(db, { kind, scope: own, agencyId: agency.id }, signed())).toEqual({
      ok: false,
      reason: "none",
    });
  });

  it("show in a preview the very letter, with links that lead nowhere", async () => {
    const { meeting, idOf, tokenOf } = await invited(db, { Ha: "coming" });
    await remindDue(db, THREE_DAYS);
    const sent = (await lettersOf(db, meeting.id)).find(({ kind }) => kind === "reminder");
    const whose = { rule: "reminder" as const, invitationId: idOf("Ha") };
    const preview = await previewReminder(db, await found(db, meeting), whose);
    expect(preview?.text).not.toContain(tokenOf("Ha"));
    expect(preview?.text.split("\n").length).toBe(sent?.text.split("\n").length);
    expect(preview?.subject).toBe(sent?.subject);
    const other = await briefing(db, await committee(db, "30292"));
    expect(await previewReminder(db, await found(db, other), whose)).toBeUndefined();
  });

  it("count who is meant, who has it and who does not", async () => {
    const { meeting } = await invited(db, { Ha: "coming", Nam: "declined", Vy: "coming" });
    await remindDue(db, THREE_DAYS);
    await carry(db, minute(THREE_DAYS, 1));
    const [plan] = await remindersOf(db, [await found(db, meeting)], minute(THREE_DAYS, 1));
    expect(plan?.standings.map((standing) => countsOf(standing))).toEqual([
      { meant: 0, onTheWay: 0, sent: 2, refused: 0, skipped: 0 },
      { meant: 2, onTheWay: 0, sent: 0, refused: 0, skipped: 0 },
      { meant: 0, onTheWay: 0, sent: 0, refused: 0, skipped: 0 },
      { meant: 2, onTheWay: 0, sent: 0, refused: 0, skipped: 0 },
    ]);
  });
});
