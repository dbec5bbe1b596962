import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { decided, emptyRegister, written } from "#app/test/register.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { assign, endAssignment, publishAssignment } from "./assignments.server.ts";
import { annulAssignment, annulDelegation, correctAssignment } from "./corrections.server.ts";
import { delegate, revokeDelegation } from "./delegations.server.ts";
import { keepRoll } from "./roll-keeping.server.ts";
import { speakersOf } from "./speakers.server.ts";

/**
 * A year of an office's decisions, made up at random, asked about for every hour of it: the lookup must say
 * what a plain list of facts says, as of today's books and as of the public list of any other moment.
 */
const HOUR = 3_600_000;
const YEAR_BEGINS = Date.parse("2026-01-01T00:00:00Z");
const HOURS = 365 * 24;

/** What was entered, in so many words: from when until when it holds, and from when until when it was public. */
interface Fact {
  id: string;
  name: string;
  phone: string;
  capacity: "head" | "regular" | "authorised";
  from: Moment; // its first moment
  until: Moment; // the first moment after it
  published: Moment | null;
  annulled: Moment | null;
  end: { at: Moment; recorded: Moment } | null;
  by: string | null; // who took its place
}

const NEVER = "9999";
const iso = (time: number): Moment => new Date(time).toISOString();
const midnight = (day: Day) => iso(Date.parse(`${day}T00:00:00+07:00`));
const after = (day: Day) => iso(Date.parse(`${day}T00:00:00+07:00`) + 24 * HOUR);
const dayAt = (hour: number): Day => iso(YEAR_BEGINS + hour * HOUR).slice(0, 10);
const dayBefore = (day: Day): Day => iso(Date.parse(day) - 24 * HOUR).slice(0, 10);

/** Who may speak by the facts, without any cleverness. */
function byTheFacts(facts: Fact[], at: Moment, known: Moment): string[] {
  return facts
    .filter(({ published }) => published !== null && published <= known)
    .filter(({ annulled }) => annulled === null || annulled > known)
    .filter(({ from, until, end }) => {
      const stop = end && end.recorded <= known && end.at < until ? end.at : until;
      return from <= at && at < stop;
    })
    .map(({ name, phone, capacity }) => `${name} ${phone} ${capacity}`)
    .sort();
}

const hour = fc.integer({ min: 0, max: HOURS - 1 });
const phone = fc.integer({ min: 100, max: 999 }).map((n) => `0296 3 852 ${n}`);
const name = fc.constantFrom("An", "Bình", "Cúc", "Dũng", "Én");
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("assign"),
      name,
      phone,
      hour,
      length: fc.option(fc.integer({ min: 1, max: 200 })),
      regular: fc.boolean(),
      supersede: fc.boolean(),
      publish: fc.integer({ max: 4 }).map((n) => n > 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("end"), which: fc.nat(), hour }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("publish"), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("delegate"),
      name,
      phone,
      hour,
      length: fc.integer({ min: 1, max: 400 }),
      minutes: fc.integer({ max: 59, min: 0 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("revoke"), which: fc.nat(), hour }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("annul"), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("correct"), which: fc.nat(), phone }) },
);

// biome-ignore lint/suspicious/noExplicitAny: a made-up event has the fields of its act
type Event = any;

/** Does one event through the front of the domain, and notes in the facts what it did, if it was not refused. */
async function happen(db: Db, ward: { id: string }, facts: Fact[], given: Event, at: Moment) {
  const signed = { by: { id: "lan", name: "Lan" }, at };
  const pick = (kind: boolean) => {
    const all = facts.filter((fact) => (fact.capacity !== "authorised") === kind && !fact.annulled);
    return all[given.which % all.length];
  };
  const fact =
    given.act === "revoke" ? pick(false) : given.which === undefined ? undefined : pick(true);
  if (given.which !== undefined && !fact) return;
  const entry = { id: fact?.id ?? "", agencyId: ward.id, name: fact?.name ?? "" };

  if (given.act === "assign") {
    const fromDay = dayAt(given.hour);
    const untilDay = given.length === null ? null : dayAt(given.hour + given.length * 24);
    const capacity = given.regular ? "regular" : "head";
    const details = decided({ name: given.name, phone: given.phone, capacity, fromDay, untilDay });
    const { supersede, publish } = given;
    const outcome = await assign(db, ward, details, signed, { supersede, publish });
    if (!outcome.ok) return;
    if (supersede)
      for (const one of facts.filter(
        (old) => old.capacity === capacity && !old.annulled && !old.end,
      ))
        if (one.from < midnight(fromDay) && one.until > midnight(fromDay)) {
          one.end = { at: after(dayBefore(fromDay)), recorded: at };
          one.by = outcome.id;
        }
    facts.push({
      ...{ id: outcome.id, name: given.name, phone: given.phone, capacity },
      from: midnight(fromDay),
      until: untilDay === null ? NEVER : after(untilDay),
      published: publish ? at : null,
      ...{ annulled: null, end: null, by: null },
    });
  }
  if (given.act === "end" && fact) {
    const endDay = dayAt(given.hour);
    const end = { endDay, reason: "thôi", decisionNo: null };
    if ((await endAssignment(db, entry, end, signed)).ok)
      fact.end = { at: after(endDay), recorded: at };
  }
  if (given.act === "publish" && fact)
    if ((await publishAssignment(db, entry, signed)).ok) fact.published = at;
  if (given.act === "delegate") {
    const from = YEAR_BEGINS + given.hour * HOUR + given.minutes * 60_000;
    const fromAt = iso(from);
    const untilAt = iso(from + given.length * HOUR);
    const documentDay = iso(from + 7 * HOUR).slice(0, 10);
    const who = { name: given.name, phone: given.phone, documentNo: `${facts.length}/UQ` };
    const details = written({ ...who, fromAt, untilAt, documentDay });
    const outcome = await delegate(db, ward, details, signed);
    if (outcome.ok)
      facts.push({
        ...{ id: outcome.id, name: given.name, phone: given.phone, capacity: "authorised" },
        ...{ from: fromAt, until: untilAt, published: at, annulled: null, end: null, by: null },
      });
  }
  if (given.act === "revoke" && fact) {
    const endAt = iso(YEAR_BEGINS + given.hour * HOUR);
    if ((await revokeDelegation(db, entry, { endAt, reason: "thu hồi" }, signed)).ok)
      fact.end = { at: endAt, recorded: at };
  }
  if (given.act === "annul" && fact) {
    const reason = { reason: "ghi nhầm" };
    const isTerm = fact.capacity !== "authorised";
    const verb = isTerm ? annulAssignment : annulDelegation;
    if (!(await verb(db, entry, reason, signed)).ok) return;
    fact.annulled = at;
    for (const one of facts.filter((old) => old.by === fact.id && !old.annulled))
      if (isFree(facts, one))
        renew(facts, one, { end: null, by: null }, await standIn(db, one.id, at), at);
  }
  if (given.act === "correct" && fact) {
    const row = await db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .selectAll("assignment")
      .select("person.name")
      .where("assignment.id", "=", fact.id)
      .executeTakeFirstOrThrow();
    const { capacity, decisionNo, decisionDay, fromDay, untilDay, position, email } = row;
    const kept = { name: row.name, capacity, decisionNo, decisionDay, fromDay, untilDay };
    const details = { ...kept, position, email, phone: given.phone };
    const outcome = await correctAssignment(db, entry, details, { reason: "số mới" }, signed);
    if (outcome.ok) renew(facts, fact, { phone: given.phone }, outcome.id, at);
  }
}

/** Whether nobody else holds the capacity on any day that was somebody's before they made room. */
function isFree(facts: Fact[], one: Fact): boolean {
  return !facts.some(
    (other) =>
      other !== one &&
      !other.annulled &&
      other.capacity === one.capacity &&
      other.from < one.until &&
      one.from < (other.end && other.end.at < other.until ? other.end.at : other.until),
  );
}

/** The id of the entry that stands in another's place, if there is one. */
async function standIn(db: Db, id: string, at: Moment): Promise<string> {
  const row = await db
    .selectFrom("assignment")
    .select("id")
    .where("replacesId", "=", id)
    .where("recordedAt", "=", at)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** An entry put right: the old one was public until now, the new one is from now on. */
function renew(facts: Fact[], old: Fact, changes: Partial<Fact>, id: string, at: Moment) {
  facts.push({ ...old, ...changes, id, published: old.published && at });
  for (const one of facts) if (one.by === old.id) one.by = id;
  old.annulled = at;
}

describe.each(databases)("hour by hour, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: { id: string };

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
  });
  afterAll(() => opened.close());

  const said = async (at: Moment, known?: Moment) =>
    (await speakersOf(db, ward, at, { known }))
      .map(({ name: who, phone: number, capacity }) => `${who} ${number} ${capacity}`)
      .sort();

  it("says what a plain list of facts says", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 25, maxLength: 40 }),
        fc.array(fc.tuple(hour, hour), { minLength: 150, maxLength: 150 }),
        async (events, pairs) => {
          await emptyRegister(db);
          const facts: Fact[] = [];
          for (const [turn, given] of events.entries())
            await happen(db, ward, facts, given, iso(YEAR_BEGINS + turn * 200 * HOUR + 1234));

          const now = iso(YEAR_BEGINS + HOURS * HOUR);
          const hours = Array.from({ length: HOURS }, (_, h) => iso(YEAR_BEGINS + h * HOUR));
          const turns = facts
            .flatMap(({ from, until, end }) => [from, until, end?.at ?? from])
            .filter((at) => at !== NEVER)
            .flatMap((at) => [iso(Date.parse(at) - 1), at, iso(Date.parse(at) + 1)]);
          for (const some of inBatches([...hours, ...turns]))
            expect(await Promise.all(some.map((at) => said(at)))).toEqual(
              some.map((at) => byTheFacts(facts, at, now)),
            );
          for (const at of turns.slice(0, 90)) {
            const roll = keepRoll(db, () => at);
            await roll.called;
            for (const asked of [at, iso(Date.parse(at) + 1), iso(Date.parse(at) + 9 * HOUR)])
              expect(await said(asked), `${asked} by the roll of ${at}`).toEqual(
                byTheFacts(facts, asked, now),
              );
            await roll.close();
          }
          for (const [asked, then] of pairs) {
            const [at, known] = [iso(YEAR_BEGINS + asked * HOUR), iso(YEAR_BEGINS + then * HOUR)];
            expect(await said(at, known), `${at} as known ${known}`).toEqual(
              byTheFacts(facts, at, known),
            );
          }
        },
      ),
      { numRuns: 2, seed: 244, endOnFailure: true },
    );
  });
});

function inBatches<Item>(all: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / 40) }, (_, i) =>
    all.slice(i * 40, (i + 1) * 40),
  );
}
