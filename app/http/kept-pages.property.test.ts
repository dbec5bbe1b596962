import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dayOf, now } from "#app/clock.ts";
import { listComingOf } from "#app/domain/meetings/meeting-lists.server.ts";
import { isOpen } from "#app/domain/press-kit/press-file.ts";
import { assign, endAssignment } from "#app/domain/spokespersons/assignments.server.ts";
import { delegate, revokeDelegation } from "#app/domain/spokespersons/delegations.server.ts";
import { lookUpCode } from "#app/domain/spokespersons/lookup.server.ts";
import { keepRoll, rollAt } from "#app/domain/spokespersons/roll-keeping.server.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee } from "#app/test/people.ts";
import { decided, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { connect } from "#db/connect.ts";
import type { Db } from "#db/tables.ts";
import { KeptPages } from "./kept-pages.server.ts";

const CODE = "30307";
const SECOND = 1000;

const moment = (ms: number) => new Date(ms).toISOString();
const after = (seconds: number) => moment(Date.now() + seconds * SECOND);
const signed = () => ({ by: { id: "lan", name: "Lan" }, at: now() });

/** What somebody does to the books; that it may be refused is part of it. */
type Deed = (db: Db, size: number) => Promise<unknown>;

const deeds: Record<string, Deed> = {
  assign: (db, size) =>
    assign(
      db,
      { id: `pc-${CODE}` },
      decided({
        name: `Người ${size}`,
        capacity: size % 2 ? "regular" : "head",
        fromDay: dayOf(after((size % 3) * 86_400)),
        untilDay: size % 5 ? dayOf(after((size % 4) * 86_400)) : null,
      }),
      signed(),
    ),
  end: async (db, size) => {
    const assignments = await db.selectFrom("assignment").select("id").orderBy("id").execute();
    if (!assignments[0]) return;
    const { id } = assignments[size % assignments.length] ?? assignments[0];
    const assignment = { id, name: "Người" };
    const endDay = dayOf(after((size % 2) * 86_400));
    await endAssignment(db, assignment, { endDay, reason: "Thôi", decisionNo: null }, signed());
  },
  delegate: (db, size) =>
    delegate(
      db,
      { id: `pc-${CODE}` },
      written({
        name: `Người được ủy quyền ${size}`,
        matter: `Việc ${size}`,
        documentDay: dayOf(now()),
        fromAt: after(size % 90),
        untilAt: after((size % 90) + 20 + (size % 50)),
      }),
      signed(),
    ),
  revoke: async (db, size) => {
    const delegation = await db
      .selectFrom("delegation")
      .select(["id", "fromAt", "untilAt"])
      .where("endAt", "is", null)
      .where("untilAt", ">", now())
      .executeTakeFirst();
    if (!delegation) return;
    // Somewhere within its term, and not yet.
    const from = Math.max(Date.now(), Date.parse(delegation.fromAt));
    const rest = Date.parse(delegation.untilAt) - from;
    const endAt = moment(from + Math.floor((rest * (1 + (size % 8))) / 10));
    const revoked = { id: delegation.id, name: "Người được ủy quyền" };
    await revokeDelegation(db, revoked, { endAt, reason: "Thu hồi" }, signed());
  },
  rename: async (db, size) => {
    const person = await db.selectFrom("person").select("id").executeTakeFirst();
    if (person)
      await db
        .updateTable("person")
        .set({ name: `Tên mới ${size}` })
        .where("id", "=", person.id)
        .execute();
  },
  meet: (db, size) =>
    briefing(
      db,
      { id: `pc-${CODE}` },
      {
        subject: `Họp ${size}`,
        startsAt: after(size % 60),
        endsAt: after((size % 60) + 30),
      },
    ),
  hold: async (db, size) => {
    const meeting = await db.selectFrom("meeting").select("id").orderBy("id").executeTakeFirst();
    if (!meeting) return;
    await db
      .insertInto("meetingFile")
      .values({
        ...{ id: `file-${size}-${Math.random()}`, meetingId: meeting.id, kind: "data" },
        ...{ title: `Số liệu ${size}`, language: "vi", audience: "everybody" },
        ...{ opensAt: after(size % 80), addedAt: now(), addedBy: "lan" },
      })
      .execute();
  },
  // What strangers are shown nothing of.
  say: (db, size) =>
    db
      .insertInto("audit")
      .values({
        ...{ id: `audit-${size}-${Math.random()}`, at: now(), by: "lan", byName: "Lan" },
        ...{ act: "x", about: "x", agencyId: null, particulars: "{}" },
      })
      .execute(),
};

/** Every moment from now on at which something in the books begins or ends by itself, read plainly. */
async function boundaries(db: Db): Promise<number[]> {
  const delegations = await db.selectFrom("delegation").selectAll().execute();
  const meetings = await db.selectFrom("meeting").selectAll().execute();
  const files = await db.selectFrom("meetingFile").selectAll().execute();
  const midnight = Date.parse(`${dayOf(now())}T17:00:00.000Z`);
  return [
    midnight,
    ...delegations.flatMap(({ fromAt, untilAt, endAt }) => [fromAt, untilAt, endAt ?? fromAt]),
    ...meetings.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    ...files.map(({ opensAt }) => opensAt ?? now()),
  ]
    .map((one) => new Date(one).getTime())
    .filter((one) => one > Date.now())
    .sort((one, other) => one - other);
}

/** The answer as it must be now; to a connection of its own nothing is kept or known from before. */
async function truth(db: Db): Promise<string> {
  const answer = await lookUpCode(db, { code: CODE, era: "2025", at: now() });
  const meetings = await listComingOf(db, { id: `pc-${CODE}` }, now());
  const files = await db.selectFrom("meetingFile").selectAll().orderBy("id").execute();
  const standing = { announcedAt: MORNING, postponedAt: null, cancelledAt: null };
  const open = files.filter((file) => isOpen(file, standing, now())).map(({ id }) => id);
  return JSON.stringify({ speakers: answer?.speakers, meetings, open });
}

const deed = fc.record({
  what: fc.constantFrom(...Object.keys(deeds)),
  by: fc.constantFrom("this process", "another process"),
  size: fc.nat(10_000),
});
const wait = fc.record({
  wait: fc.constantFrom("to the next change", "a little"),
  ms: fc.nat(90 * SECOND),
});

describe.each(databases)("what is kept, on $name", ({ open }) => {
  let opened: Opened;
  let other: Db;
  let plain: Db;
  let roll: ReturnType<typeof keepRoll>;
  beforeEach(async () => {
    opened = await open();
    other = connect(opened.url);
    plain = connect(opened.url);
    roll = keepRoll(opened.db, now, { quiet: 0 });
    await committee(opened.db);
  });
  afterEach(async () => {
    await roll.close();
    await plain.destroy();
    await other.destroy();
    await opened.close();
  });

  it("is never old, whatever is done, by whom, and when", async () => {
    const { db } = opened;
    const context = { requestId: "1", nonce: "bm9uY2U", address: "127.0.0.1" };
    let answered = 0;
    let anew = 0;
    let byTheRoll = 0;

    const history = fc.array(fc.oneof({ weight: 3, arbitrary: deed }, wait), {
      minLength: 15,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        for (const table of [
          "meetingFile",
          "meeting",
          "delegation",
          "assignment",
          "person",
        ] as const)
          await db.deleteFrom(table).execute();
        vi.setSystemTime(MORNING);
        const kept = new KeptPages(db, () => {});
        const ask = async () => {
          const request = new Request(`https://press.test/areas/${CODE}`);
          const response = await kept.answer(request, context, async () => {
            anew++;
            if (await rollAt(db, now())) byTheRoll++;
            return new Response(await truth(db));
          });
          answered++;
          return response.text();
        };
        const check = async (what: string) => expect(await ask(), what).toBe(await truth(plain));

        for (const step of steps) {
          await check("before");
          if ("what" in step) {
            await deeds[step.what]?.(step.by === "this process" ? db : other, step.size);
            // Others are heard of within half a second.
            if (step.by === "another process") vi.setSystemTime(Date.now() + SECOND / 2);
            await check(`${step.what} by ${step.by}`);
          } else if (step.wait === "a little") {
            vi.setSystemTime(Date.now() + step.ms);
            await check("a little later");
          } else {
            const [next = Date.now()] = await boundaries(db);
            vi.setSystemTime(next - 1);
            await check("a millisecond before something changes by itself");
            vi.setSystemTime(next);
            await check("at the moment at which something changes by itself");
          }
        }
      }),
      { numRuns: 12, seed: 20261128, endOnFailure: true },
    );

    // It would be no feat if nothing were kept.
    expect(anew).toBeLessThan(answered * 0.8);
    expect(byTheRoll).toBeGreaterThan(anew * 0.1);
  });
});
