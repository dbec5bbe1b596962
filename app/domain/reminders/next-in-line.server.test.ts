import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import { clearReminders, found, minute, THREE_DAYS } from "#app/test/reminded.ts";
import type { Db, Row } from "#db/tables.ts";
import { suppress } from "../press/suppression.server.ts";
import { doorsKept, nextInLine } from "./guests.server.ts";
import { remindDue } from "./job.server.ts";
import { remindersOf } from "./plan.server.ts";
import { RULES } from "./rule.ts";

const EARLY = signed().at;

/** Of every combination one: what was answered and when, invited when, unsubscribed, seen at the door, stopped, a dead address. */
const GUESTS = [null, "coming", "tentative", "declined", "substitute"].flatMap((reply) =>
  [EARLY, minute(THREE_DAYS, -1), THREE_DAYS, "2026-09-09T20:00:00.000Z"].flatMap((invitedAt) =>
    [null, EARLY, THREE_DAYS, minute(THREE_DAYS, 1)].flatMap((repliedAt) =>
      [false, true].flatMap((unsubscribed) =>
        [false, true].map((came) => ({ reply, invitedAt, repliedAt, unsubscribed, came })),
      ),
    ),
  ),
);

describe.each(databases)("who is next to be reminded on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearReminders(db));

  /** A meeting with so many invited, as the books would have them. */
  const crowd = async (
    guests: Partial<Row<"invitation">>[],
    journalist: (i: number) => Partial<Row<"journalist">> = () => ({}),
  ) => {
    const meeting = await briefing(db, await committee(db));
    const { token, ...one } = await reporter(db);
    const people = guests.map((_, i) => ({
      ...{ ...one, id: `person-${i}`, email: `p${i}@bao.test`, token: `person-${i}` },
      ...journalist(i),
    }));
    const invitations = guests.map((guest, i) => ({
      ...{ id: `guest-${i}`, meetingId: meeting.id, journalistId: `person-${i}` },
      ...{ token: `guest-${i}`, calendarUid: `guest-${i}`, invitedAt: EARLY, invitedBy: "lan" },
      ...guest,
    }));
    for (let first = 0; first < guests.length; first += 500) {
      await db
        .insertInto("journalist")
        .values(people.slice(first, first + 500))
        .execute();
      await db
        .insertInto("invitation")
        .values(invitations.slice(first, first + 500) as never)
        .execute();
    }
    return meeting;
  };

  it.each([
    ["while it is to come", false],
    ["once it was held, nobody at the door", true],
    ["once it was held, with a door that was kept", true, true],
  ])("is whom the plan names, of every combination, %s", async (_, isHeld, isDoorKept = false) => {
    const meeting = await crowd(
      GUESTS.map(({ reply, invitedAt, repliedAt }) => ({
        ...{ reply: reply as Row<"invitation">["reply"], invitedAt, repliedAt },
      })),
      (i) => ({ unsubscribedAt: GUESTS[i]?.unsubscribed ? EARLY : null }),
    );
    if (isDoorKept)
      await db
        .insertInto("attendance")
        .values(
          GUESTS.flatMap(({ came }, i) => ({
            ...{ id: `came-${i}`, meetingId: meeting.id, guest: `guest-${i}`, name: null },
            ...{ invitationId: `guest-${i}`, outletName: null, inAt: EARLY, inBy: "lan" },
            ...{ inByName: "Lan", undoneAt: came ? null : EARLY },
          })),
        )
        .execute();
    const stops = GUESTS.flatMap((_, i) => (i % 3 === 0 ? { i, rule: RULES[(i / 3) % 5] } : []));
    await db
      .insertInto("reminderStop")
      .values(
        stops.map(({ i, rule = null }) => ({
          ...{ id: `stop-${i}`, meetingId: meeting.id, rule, invitationId: `guest-${i}` },
          ...{ stoppedAt: EARLY, stoppedBy: "lan", resumedAt: i % 2 ? EARLY : null },
        })),
      )
      .execute();
    const dead = GUESTS.flatMap((_, i) => (i % 7 === 0 ? [`p${i}@bao.test`] : []));
    for (const email of dead)
      await suppress(db, { provinceId: "2025-91", email, ground: "dead_address" }, signed());
    if (isHeld) {
      const heldAt = "2026-09-10T04:00:00.000Z";
      await db.updateTable("meeting").set({ heldAt }).where("id", "=", meeting.id).execute();
      await db
        .insertInto("meetingLink")
        .values({
          ...{ id: "link", meetingId: meeting.id, kind: "video", url: "https://v.test/1" },
          ...{ title: "Video", addedAt: heldAt, addedBy: "lan" },
        } as never)
        .execute();
    }
    const at = isHeld ? "2026-09-11T03:00:00.000Z" : THREE_DAYS;
    const stands = await found(db, meeting);
    const [plan] = await remindersOf(db, [stands], at);
    const kept = (await doorsKept(db, [meeting.id])).has(meeting.id);
    const named = await Promise.all(
      RULES.map(async (rule) => {
        const standing = plan?.standings.find((one) => one.rule === rule);
        if (!standing) throw new Error(rule);
        return nextInLine(db, stands, standing, { isDoorKept: kept, limit: 1000 });
      }),
    );
    const meant = RULES.map((rule) =>
      plan?.standings
        .find((standing) => standing.rule === rule)
        ?.places.filter(({ letter, passedOver }) => !letter && !passedOver)
        .map(({ guest }) => guest.id)
        .sort(),
    );

    expect(kept).toBe(isDoorKept);
    expect(meant.every((ids) => ids && ids.length > 0 && ids.length < GUESTS.length)).toBe(true);
    expect(named.map((ids) => ids.toSorted())).toEqual(meant);
  });

  it("is not who was written to at this revision, and comes a few at a time in the order of invitation", async () => {
    const meeting = await crowd(
      Array.from({ length: 5 }, (_, i) => ({
        ...{ reply: "coming" as const, repliedAt: EARLY },
        invitedAt: minute(EARLY, -i),
      })),
    );
    const plan = { rule: "reminder", at: THREE_DAYS } as const;
    const next = async (limit: number) =>
      nextInLine(db, await found(db, meeting), plan, { isDoorKept: false, limit });
    const before = await next(2);
    await remindDue(db, THREE_DAYS);
    const after = await next(2);
    await db.updateTable("meeting").set({ revision: 1 }).where("id", "=", meeting.id).execute();

    expect([before, after, await next(9)]).toEqual([
      ["guest-4", "guest-3"],
      [],
      ["guest-4", "guest-3", "guest-2", "guest-1", "guest-0"],
    ]);
  });

  it("is all that is read of 5,000 who are invited", async () => {
    const comes = new Set([7, 2345, 4999]);
    await crowd(
      Array.from({ length: 5000 }, (_, i) =>
        comes.has(i) ? { reply: "coming" as const, repliedAt: EARLY } : { reply: null },
      ),
    );
    let rows = 0;
    const counting = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        rows += result.rows.length;
        return result;
      },
    });
    const look = async (at: string) => {
      rows = 0;
      return { posted: await remindDue(counting, at), rows };
    };
    const first = await look(THREE_DAYS);
    const second = await look(minute(THREE_DAYS, 0.5));

    expect([first.posted, second.posted]).toEqual([3, 0]);
    expect(first.rows).toBeLessThan(50);
    expect(second.rows).toBeLessThan(30);
  }, 30_000);
});
