import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import type { Day } from "#db/tables.ts";
import { dueSentence } from "../policies/due-sentence.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { type Clocked, clocksOf, type QueryClocks } from "./clocks.server.ts";
import type { QueryKind } from "./query.ts";
import { firstDue, isInTime, urgencyOf } from "./urgency.ts";

const at = (day: Day, time = "08:30") => new Date(`${day}T${time}:00+07:00`).toISOString();
const endOfDay = (day: Day) =>
  new Date(Date.parse(`${day}T00:00:00+07:00`) + 86_400_000).toISOString();

const zones = ["UTC", "Asia/Ho_Chi_Minh"];
const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

interface Case {
  what: string;
  kind: QueryKind;
  received: string;
  concluded?: string;
  foreign?: boolean;
  law?: { due: Day; says: string };
  house?: { due: Day; says: string };
  waits?: boolean;
}

const CASES: Case[] = [
  {
    what: "a journalist's question has no number of the law's, only the house's two working days",
    ...{ kind: "question", received: at("2026-09-07") },
    house: { due: "2026-09-09", says: "2 ngày làm việc từ 07/09/2026 → 09/09/2026" },
  },
  {
    what: "a question before 01/07/2026 has neither",
    ...{ kind: "question", received: at("2026-06-30", "23:59") },
  },
  {
    what: "a question of the first minute of the new law, which is already July in Viet Nam and June by UTC",
    ...{ kind: "question", received: at("2026-07-01", "00:00") },
    house: { due: "2026-07-03", says: "2 ngày làm việc từ 01/07/2026 → 03/07/2026" },
  },
  {
    what: "a question on the eve of the National Day goes over four days off",
    ...{ kind: "question", received: at("2026-08-28") },
    house: {
      due: "2026-09-04",
      says: "2 ngày làm việc từ 28/08/2026, trừ 31/08–02/09 → 04/09/2026",
    },
  },
  {
    what: "a question before a swapped Saturday counts that Saturday",
    ...{ kind: "question", received: at("2026-08-20") },
    house: {
      due: "2026-08-22",
      says: "2 ngày làm việc từ 20/08/2026, tính cả 22/08 làm bù → 22/08/2026",
    },
  },
  {
    what: "a question over the year's end",
    ...{ kind: "question", received: at("2026-12-30") },
    house: {
      due: "2027-01-04",
      says: "2 ngày làm việc từ 30/12/2026, trừ 01/01/2027 → 04/01/2027",
    },
  },
  {
    what: "an editor's request under the old law: 30 days",
    ...{ kind: "editor_request", received: at("2026-06-30", "23:59") },
    law: { due: "2026-07-30", says: "30 ngày từ 30/06/2026 → 30/07/2026" },
  },
  {
    what: "an editor's request under the new one: 30 days still, the last being a Sunday goes to Monday",
    ...{ kind: "editor_request", received: at("2026-08-14") },
    law: {
      due: "2026-09-14",
      says: "30 ngày từ 14/08/2026 → 14/09/2026 (ngày cuối 13/09 là ngày nghỉ)",
    },
  },
  {
    what: "an editor's request whose last day falls into Tết goes behind it",
    ...{ kind: "editor_request", received: at("2026-01-18") },
    law: {
      due: "2026-02-23",
      says: "30 ngày từ 18/01/2026 → 23/02/2026 (ngày cuối 17/02 là ngày nghỉ)",
    },
  },
  {
    what: "an editor's request over the year's end",
    ...{ kind: "editor_request", received: at("2026-12-10") },
    law: {
      due: "2027-01-11",
      says: "30 ngày từ 10/12/2026 → 11/01/2027 (ngày cuối 09/01/2027 là ngày nghỉ)",
    },
  },
  {
    what: "a forwarded opinion under the old law: 30 days",
    ...{ kind: "forwarded_opinion", received: at("2026-06-30", "23:59") },
    law: { due: "2026-07-30", says: "30 ngày từ 30/06/2026 → 30/07/2026" },
  },
  {
    what: "a forwarded opinion one minute later: 15 working days",
    ...{ kind: "forwarded_opinion", received: at("2026-07-01", "00:00") },
    law: { due: "2026-07-22", says: "15 ngày làm việc từ 01/07/2026 → 22/07/2026" },
  },
  {
    what: "a forwarded opinion over 24 November, which the table of holidays does not have off",
    ...{ kind: "forwarded_opinion", received: at("2026-11-23") },
    law: { due: "2026-12-14", says: "15 ngày làm việc từ 23/11/2026 → 14/12/2026" },
  },
  {
    what: "a forwarded opinion over Tết",
    ...{ kind: "forwarded_opinion", received: at("2027-01-25") },
    law: {
      due: "2027-02-17",
      says: "15 ngày làm việc từ 25/01/2027, trừ 05/02, 08/02 → 17/02/2027",
    },
  },
  {
    what: "a forwarded opinion over the National Day and a swapped Saturday",
    ...{ kind: "forwarded_opinion", received: at("2026-08-20") },
    law: {
      due: "2026-09-14",
      says: "15 ngày làm việc từ 20/08/2026, trừ 31/08–02/09, tính cả 22/08 làm bù → 14/09/2026",
    },
  },
  {
    what: "a forwarded complaint under the old law: 30 days from its reception, whatever was concluded when",
    ...{ kind: "forwarded_complaint", received: at("2026-06-15"), concluded: at("2026-07-06") },
    law: { due: "2026-07-15", says: "30 ngày từ 15/06/2026 → 15/07/2026" },
  },
  {
    what: "a forwarded complaint under the new one waits for the conclusion",
    ...{ kind: "forwarded_complaint", received: at("2026-07-01"), waits: true },
  },
  {
    what: "a concluded complaint: five working days from the conclusion",
    ...{ kind: "forwarded_complaint", received: at("2026-07-01"), concluded: at("2026-09-10") },
    law: { due: "2026-09-17", says: "5 ngày làm việc từ 10/09/2026 → 17/09/2026" },
  },
  {
    what: "a complaint concluded before the National Day",
    ...{ kind: "forwarded_complaint", received: at("2026-07-01"), concluded: at("2026-08-27") },
    law: { due: "2026-09-08", says: "5 ngày làm việc từ 27/08/2026, trừ 31/08–02/09 → 08/09/2026" },
  },
  {
    what: "an interview for the foreign press: five working days of the law, and not the house's two",
    ...{ kind: "interview", received: at("2026-09-07"), foreign: true },
    law: { due: "2026-09-14", says: "5 ngày làm việc từ 07/09/2026 → 14/09/2026" },
  },
  {
    what: "an interview for the foreign press over the year's end",
    ...{ kind: "interview", received: at("2026-12-28"), foreign: true },
    law: { due: "2027-01-05", says: "5 ngày làm việc từ 28/12/2026, trừ 01/01/2027 → 05/01/2027" },
  },
  {
    what: "an interview for the foreign press before 01/07/2026: no text at hand, no number",
    ...{ kind: "interview", received: at("2026-06-30"), foreign: true },
  },
  {
    what: "an interview for the press at home: the house's two working days",
    ...{ kind: "interview", received: at("2026-09-07") },
    house: { due: "2026-09-09", says: "2 ngày làm việc từ 07/09/2026 → 09/09/2026" },
  },
];

describe.each(databases)("the clocks of queries on $name", ({ open }) => {
  let opened: Opened;
  let place: { agencyId: string; provinceId: string };
  beforeAll(async () => {
    opened = await open();
    await loadLaw(opened.db, { at: signed().at });
    const { id, provinceId } = await committee(opened.db);
    place = { agencyId: id, provinceId };
  });
  afterAll(() => opened.close());

  const query = (more: Partial<Clocked>): Clocked => ({
    ...{ id: "q", ...place, kind: "question", receivedAt: at("2026-09-07") },
    ...{ concludedAt: null, foreignPress: 0, promisedAt: null, ...more },
  });
  const shown = (due: QueryClocks["statutory"]) =>
    due && { at: due.at, says: dueSentence(messagesIn("vi"), due), statutory: due.rule.statutory };
  const expected = (statutory: 0 | 1, found?: { due: Day; says: string }) =>
    found && { at: endOfDay(found.due), says: found.says, statutory };

  describe.each(zones)("on a machine in %s", (zone) => {
    it.each(CASES)("$what", async ({ kind, received, concluded, foreign, law, house, waits }) => {
      process.env.TZ = zone;
      const clocks = await clocksOf(
        opened.db,
        query({
          ...{ kind, receivedAt: received, concludedAt: concluded ?? null },
          foreignPress: Number(foreign ?? false),
        }),
      );
      expect(shown(clocks.statutory)).toEqual(expected(1, law));
      expect(shown(clocks.house)).toEqual(expected(0, house));
      expect(clocks.waitsFor).toBe(waits ? "conclusion" : undefined);
    });
  });

  it("a stricter rule of the province's counts for its communes", async () => {
    const rule = {
      ...{ value: "1", clock: "working_days" as const, fromDay: "2026-10-01" },
      ...{ legalRef: "Quyết định 9/QĐ-UBND", statutory: false, reason: null },
    };
    const scope = { scope: "province", provinceId: place.provinceId } as const;
    expect(
      await setRule(opened.db, { key: "reply.journalist_question", ...scope }, rule, signed()),
    ).toMatchObject({ ok: true });
    const { house } = await clocksOf(opened.db, query({ receivedAt: at("2026-10-05") }));
    expect(house?.day).toBe("2026-10-06");
  });

  it("a promise never hides the law's moment, and lateness is by both", async () => {
    const promisedAt = at("2026-10-20", "17:00");
    const opinion = query({ kind: "forwarded_opinion", receivedAt: at("2026-09-07"), promisedAt });
    const clocks = await clocksOf(opened.db, opinion);
    expect(clocks.statutory?.day).toBe("2026-09-28");
    expect(clocks.promisedAt).toBe(promisedAt);
    expect(firstDue(clocks)).toBe(endOfDay("2026-09-28"));
    const open = { outcome: null };
    expect(urgencyOf(open, clocks, at("2026-09-10"))).toBe("calm");
    expect(urgencyOf(open, clocks, at("2026-09-26"))).toBe("soon");
    expect(urgencyOf(open, clocks, endOfDay("2026-09-28")), "promised later, late by law").toBe(
      "late",
    );
    expect(urgencyOf({ outcome: "answered" }, clocks, at("2026-11-01"))).toBe("done");
    const answered = (outcomeAt: string) => isInTime({ outcome: "answered", outcomeAt }, clocks);
    expect(answered(at("2026-09-28", "23:59"))).toBe(true);
    expect(answered(endOfDay("2026-09-28"))).toBe(false);
    expect(isInTime({ outcome: "withdrawn", outcomeAt: at("2026-09-08") }, clocks)).toBeUndefined();
  });

  it("a question with a promise is due by the promise, and soon within its last day", async () => {
    const promisedAt = at("2026-09-15", "17:00");
    const clocks = await clocksOf(opened.db, query({ promisedAt }));
    expect(firstDue(clocks)).toBe(promisedAt);
    expect(urgencyOf({ outcome: null }, clocks, at("2026-09-12"))).toBe("calm");
    expect(urgencyOf({ outcome: null }, clocks, at("2026-09-15", "08:00"))).toBe("soon");
    expect(urgencyOf({ outcome: null }, clocks, promisedAt)).toBe("late");
  });
});
