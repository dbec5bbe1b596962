import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { called, department } from "#app/test/departments.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { findAgency } from "../agencies/agencies.server.ts";
import { successionsOf } from "../agencies/successions.server.ts";
import { assign } from "../spokespersons/assignments.server.ts";
import { delegate } from "../spokespersons/delegations.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { closeAgency } from "./closing.server.ts";
import type { ClosingDetails } from "./closing.ts";
import { listTakeovers } from "./takeovers.server.ts";

const PROVINCE = { reach: "province" as const };
const BASIS = "Nghị quyết số 9/NQ-HĐND";
/** From 5 September on, three days after Ms Cúc's delegation on 1 September is over. */
const DAY = "2026-09-05";

const EMPTIED = [
  "meetingSpeaker",
  "meeting",
  "delegationDraft",
  "delegation",
  "assignment",
  "person",
  "account",
  "audit",
  "agencySuccession",
] as const;

describe.each(databases)("an agency that is closed, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    for (const table of EMPTIED) await opened.db.deleteFrom(table).execute();
    await opened.db.deleteFrom("agency").where("underId", "is not", null).execute();
    await opened.db.deleteFrom("agency").execute();
  });

  const health = () => department(opened.db);
  const finance = () => department(opened.db, called("Sở Tài chính"));
  const close = (
    agency: { id: string },
    successors: { id: string }[],
    details: Partial<ClosingDetails> = {},
    reach: Parameters<typeof closeAgency>[1] = PROVINCE,
  ) => {
    const successorIds = successors.map(({ id }) => id);
    const closing = { successorIds, day: DAY, basis: BASIS, ...details };
    return closeAgency(opened.db, reach, agency, closing, byLan);
  };

  it("has the day before as its last, and leads to its successors", async () => {
    const { db } = opened;
    const [old, one, other] = [
      await health(),
      await finance(),
      await department(db, called("Sở Công thương")),
    ];

    expect(await close(old, [one, other])).toMatchObject({ ok: true });
    expect(await findAgency(db, old.id)).toMatchObject({ untilDay: "2026-09-04" });
    const { after } = await successionsOf(db, old.id);
    expect(after).toMatchObject([
      { id: other.id, day: DAY, basis: BASIS },
      { id: one.id, day: DAY, basis: BASIS },
    ]);
    expect((await successionsOf(db, one.id)).before).toMatchObject([{ id: old.id }]);
  });

  it("is spoken for until its last day and not after, by the paper that closed it", async () => {
    const { db } = opened;
    const [old, successor] = [await health(), await finance()];
    await assigned(db, old);
    const later = decided({ capacity: "regular", name: "Lê Bình", fromDay: "2026-10-01" });
    await assigned(db, old, later);
    const gone = decided({ capacity: "regular", name: "Trần Cũ", untilDay: "2026-01-31" });
    await assigned(db, old, gone);
    const long = { fromAt: "2026-09-01T01:00:00.000Z", untilAt: "2026-09-20T10:00:00.000Z" };
    await delegated(db, old, written(long));

    expect(await close(old, [successor])).toMatchObject({ ok: true, ended: 3 });
    const speaking = async (at: string) => (await speakersOf(db, old, at)).map(({ name }) => name);
    expect(await speaking("2026-09-04T16:59:59.999Z")).toEqual(["Nguyễn Văn An", "Trần Thị Cúc"]);
    expect(await speaking("2026-09-04T17:00:00.000Z")).toEqual([]);
    expect(await speaking("2026-10-02T01:00:00.000Z")).toEqual([]);
    const ends = await db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .select(["name", "endDay", "endKind", "endReason", "annulledAt"])
      .orderBy("name")
      .execute();
    expect(ends).toEqual([
      {
        name: "Lê Bình",
        endDay: "2026-09-04",
        endKind: "ended",
        endReason: BASIS,
        annulledAt: MORNING,
      },
      {
        name: "Nguyễn Văn An",
        endDay: "2026-09-04",
        endKind: "ended",
        endReason: BASIS,
        annulledAt: null,
      },
      { name: "Trần Cũ", endDay: null, endKind: null, endReason: null, annulledAt: null },
    ]);
  });

  it("takes nobody who would outlast it, and still what was true before", async () => {
    const { db } = opened;
    const [old, successor] = [await health(), await finance()];
    await assigned(db, old, decided({ untilDay: "2026-08-31" }));
    await close(old, [successor]);
    const late = decided({ capacity: "regular", name: "Lê Muộn" });
    const until = (untilDay: string | null) => assign(db, old, { ...late, untilDay }, byLan);
    const outlasting = written({ fromAt: "2026-08-30T01:00:00.000Z", documentDay: "2026-08-30" });

    expect(await until(null)).toEqual({ ok: false, reason: "agency-closed" });
    expect(await until("2026-09-05")).toEqual({ ok: false, reason: "agency-closed" });
    expect(
      await delegate(db, old, { ...outlasting, untilAt: "2026-09-04T17:00:00.001Z" }, byLan),
    ).toEqual({ ok: false, reason: "agency-closed" });
    expect(
      await delegate(db, old, { ...outlasting, untilAt: "2026-09-04T17:00:00.000Z" }, byLan),
    ).toMatchObject({ ok: true });
    expect(await until("2026-09-04")).toMatchObject({ ok: true });
  });

  it("hands its coming meetings and drafts to a single successor, whose desk is told", async () => {
    const { db } = opened;
    const [old, successor] = [await health(), await finance()];
    const coming = await briefing(db, old, { subject: "Họp báo quý III" });
    const before = await briefing(db, old, {
      subject: "Trước ngày sáp nhập",
      startsAt: "2026-09-03T02:00:00.000Z",
      endsAt: "2026-09-03T03:00:00.000Z",
    });
    const cancelled = await briefing(db, old, { cancelledAt: MORNING, cancelReason: "bão" });
    const theirs = await briefing(db, successor, { subject: "Của chính mình" });
    const draft = { id: "d", agencyId: old.id, createdAt: MORNING, createdBy: "lan" };
    await db
      .insertInto("delegationDraft")
      .values({ ...draft, matter: "Sạt lở" })
      .execute();

    expect(await close(old, [successor])).toEqual({ ok: true, ended: 0, moved: 1, left: 0 });
    const places = await db.selectFrom("meeting").select(["id", "agencyId"]).execute();
    const placeOf = (meeting: { id: string }) =>
      places.find(({ id }) => id === meeting.id)?.agencyId;
    expect([coming, before, cancelled].map(placeOf)).toEqual([successor.id, old.id, old.id]);
    const drafts = await db.selectFrom("delegationDraft").select("agencyId").execute();
    expect(drafts).toEqual([{ agencyId: successor.id }]);

    const lan = await officerOf(db, successor);
    const [told, ...more] = await listTakeovers(db, lan, MORNING);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      formerId: old.id,
      successorId: successor.id,
      day: DAY,
      basis: BASIS,
    });
    expect(told?.moved.map(({ id }) => id)).toEqual([coming.id]);
    expect(told?.moved.map(({ id }) => id)).not.toContain(theirs.id);
    const elsewhere = await officerOf(db, await committee(db, "46"));
    expect(await listTakeovers(db, elsewhere, MORNING)).toEqual([]);
    const log = await db
      .selectFrom("audit")
      .select(["act", "agencyId"])
      .where("act", "like", "%moved")
      .orderBy("act")
      .execute();
    expect(log).toEqual([
      { act: "delegation-draft.moved", agencyId: successor.id },
      { act: "meeting.moved", agencyId: successor.id },
    ]);
  });

  it("takes its spokesperson off a meeting that moved: they may not speak for another agency", async () => {
    const { db } = opened;
    const [old, successor] = [await health(), await finance()];
    const [person] = await db
      .insertInto("person")
      .values({ id: "p", name: "Bình" })
      .returningAll()
      .execute();
    const spokesperson = { spokespersonId: person?.id, spokespersonName: "Bình" };
    const meeting = await briefing(db, old, { ...spokesperson, spokespersonCapacity: "head" });
    const other = { name: "Bình", position: "Phó Giám đốc", capacity: "regular" as const };
    await db
      .insertInto("meetingSpeaker")
      .values({ id: "s", meetingId: meeting.id, ...other, addedAt: MORNING, addedBy: "lan" })
      .execute();
    await close(old, [successor]);

    const moved = await db.selectFrom("meeting").selectAll().where("id", "=", meeting.id).execute();
    expect(moved).toMatchObject([
      { spokespersonId: null, spokespersonName: null, spokespersonCapacity: null, revision: 0 },
    ]);
    expect(await db.selectFrom("meetingSpeaker").selectAll().execute()).toEqual([]);
  });

  it("leaves its meetings for people to decide when several go on with its work", async () => {
    const { db } = opened;
    const [old, one] = [await health(), await finance()];
    const other = await department(db, called("Sở Công thương"));
    const meeting = await briefing(db, old);

    expect(await close(old, [one, other])).toMatchObject({ moved: 0, left: 1 });
    const [told] = await listTakeovers(db, await officerOf(db, one), MORNING);
    expect(told?.left.map(({ id }) => id)).toEqual([meeting.id]);
  });

  it("gives its sub-departments to a single department, and is not closed without", async () => {
    const { db } = opened;
    const [old, successor] = [await health(), await finance()];
    const sub = await department(db, {
      ...called("Chi cục Dân số"),
      kind: "sub_department",
      underId: old.id,
    });
    const other = await department(db, called("Sở Công thương"));
    const inspectorate = await department(db, { ...called("Thanh tra"), kind: "inspectorate" });
    const refused = { ok: false, reason: "sub-departments-open" };

    expect(await close(old, [])).toEqual(refused);
    expect(await close(old, [successor, other])).toEqual(refused);
    expect(await close(old, [inspectorate])).toEqual(refused);
    expect(await findAgency(db, old.id)).toMatchObject({ untilDay: null });
    expect(await close(old, [successor])).toMatchObject({ ok: true });
    expect(await findAgency(db, sub.id)).toMatchObject({ underId: successor.id });
  });

  it("is closed once, not into itself, nor before it began", async () => {
    const { db } = opened;
    const old = await department(db, { fromDay: DAY });
    const successor = await finance();

    expect(await close(old, [successor])).toEqual({ ok: false, reason: "before-its-start" });
    const later = { day: "2026-09-06" };
    expect(await close(old, [old, successor], later)).toEqual({ ok: false, reason: "into-itself" });
    expect(await close(old, [successor], later)).toMatchObject({ ok: true });
    expect(await close(old, [successor], later)).toEqual({ ok: false, reason: "already-closed" });
  });

  it("goes into agencies of its province that are there on that day", async () => {
    const { db } = opened;
    const [old, closed] = [await health(), await finance()];
    const theirs = await department(db, {}, "46");
    const yet = await department(db, { ...called("Sở Mới"), fromDay: "2026-09-06" });
    await close(closed, []);

    expect(await close(old, [closed])).toEqual({ ok: false, reason: "successor-closed" });
    expect(await close(old, [yet])).toEqual({ ok: false, reason: "successor-closed" });
    expect(await close(old, [theirs])).toEqual({ ok: false, reason: "successor-elsewhere" });
    expect(await close(old, [{ id: "nobody" }])).toEqual({
      ok: false,
      reason: "successor-elsewhere",
    });
    const day = await close(old, [closed], { day: "2026-09-04" });
    expect(day).toMatchObject({ ok: true });
  });

  it("is a committee of today's map only by an administrator's hand", async () => {
    const { db } = opened;
    const [ward, sister] = [await committee(db), await committee(db, "30292")];

    expect(await close(ward, [sister])).toEqual({ ok: false, reason: "committee-stays" });
    expect(await close(ward, [sister], {}, { reach: "country" })).toMatchObject({ ok: true });
  });

  it("is as it was when anything goes wrong half-way", async () => {
    const { db } = opened;
    const [old, successor] = [await health(), await finance()];
    await assigned(db, old);
    await db
      .insertInto("agencySuccession")
      .values({
        ...{ formerId: old.id, successorId: successor.id, day: DAY, basis: "khác" },
        ...{ recordedAt: MORNING, recordedBy: "lan" },
      })
      .execute();

    await expect(close(old, [successor])).rejects.toThrow();
    expect(await findAgency(db, old.id)).toMatchObject({ untilDay: null });
    expect(await speakersOf(db, old, "2026-09-06T00:00:00.000Z")).toHaveLength(1);
  });
});
