import type { Db, Moment, Row } from "#db/tables.ts";

/** How much there is of everything in a generated province. */
export interface Size {
  agencies: number;
  meetings: number;
  queries: number;
  incidents: number;
  cases: number;
  appearances: number;
}

export const A_PROVINCE: Size = {
  ...{ agencies: 120, meetings: 400, queries: 5000, incidents: 60, cases: 80, appearances: 90 },
};

/**
 * Moments at which a count goes wrong first: on both sides of the ends of the period in Viet Nam and of the same in
 * UTC, and of the day from which the law holds.
 */
export const EDGES: Moment[] = [
  "2025-12-14T16:59:59.999Z", // the last moment before the period
  "2025-12-14T17:00:00.000Z", // its first: midnight of 15/12 in Viet Nam
  "2025-12-14T23:59:59.999Z",
  "2025-12-15T00:00:00.000Z", // midnight in UTC
  "2026-06-30T16:59:59.999Z", // the last moment of the former law
  "2026-06-30T17:00:00.000Z",
  "2026-07-01T00:00:00.000Z",
  "2026-12-14T00:00:00.000Z",
  "2026-12-14T16:59:59.999Z", // the last moment of the period
  "2026-12-14T17:00:00.000Z", // the first after it
  "2026-12-15T00:00:00.000Z",
];

const HOUR = 3_600_000;

/**
 * A province with a year and a half of meetings, questions, incidents and cases of every kind and outcome, the same
 * in every run: the edges first, then any moment. Beside it a province whose books must not be counted.
 */
export async function furnishPressYear(db: Db, size: Size): Promise<{ agencyIds: string[] }> {
  const random = numbersFrom(20_261_214);
  const pick = <Thing>(things: readonly Thing[]) =>
    things[Math.floor(random() * things.length)] as Thing;
  const [first, last] = [Date.parse("2025-10-01T00:00:00Z"), Date.parse("2027-01-31T00:00:00Z")];
  const anyMoment = () =>
    new Date(first + Math.floor(random() * (last - first))).toISOString() as Moment;
  // The edges first, often enough that every kind of thing lies on each.
  const momentOf = (i: number) =>
    i < 8 * EDGES.length ? (EDGES[i % EDGES.length] as Moment) : anyMoment();
  const later = (at: Moment) => {
    // Now and then the very end of the period, so that what is done then is on both sides of it.
    if (random() < 0.03) return pick(EDGES.filter((edge) => edge > at).concat(at));
    return new Date(Date.parse(at) + Math.floor(random() * 900) * HOUR).toISOString();
  };

  const agencyIds = await furnishAgencies(db, size.agencies);
  const agencyOf = (i: number) => (i % 9 === 8 ? "pc-elsewhere" : pick(agencyIds));

  const meetings = count(size.meetings, (i) => {
    const startsAt = momentOf(i);
    const end = pick(["held", "held", "held", "cancelled", "postponed", "nothing", "draft"]);
    // Recorded days later, so that the record's moment falls into another year than the meeting.
    const done = later(startsAt);
    return {
      ...{ id: `meeting-${i}`, agencyId: agencyOf(i), cadence: "periodic" as const },
      kind: pick([
        "press_conference",
        "press_conference",
        "press_coordination",
        "training",
      ] as const),
      ...{ subject: `Họp ${i}`, description: "", startsAt },
      endsAt: new Date(Date.parse(startsAt) + HOUR).toISOString(),
      ...{ zone: "Asia/Ho_Chi_Minh", chair: "An", createdAt: startsAt, createdBy: "x" },
      ...{ revisedAt: startsAt, announcedAt: end === "draft" ? null : startsAt },
      heldAt: end === "held" ? done : null,
      cancelledAt: end === "cancelled" ? done : null,
      postponedAt: end === "postponed" ? done : null,
    };
  });
  const queries = count(size.queries, (i) => {
    const receivedAt = momentOf(i);
    const outcome = pick([
      ...(["answered", "answered", "answered", "partly", "refused"] as const),
      ...(["withdrawn", "forwarded", null] as const),
    ]);
    return {
      ...{ id: `query-${i}`, agencyId: agencyOf(i), number: `${i}/2026` },
      kind: pick(["question", "editor_request", "forwarded_opinion", "interview"] as const),
      channel: pick(["mail", "call", "portal"] as const),
      ...{ title: `Hỏi ${i}`, text: "?", language: "vi" as const, receivedAt, outcome },
      outcomeAt: outcome ? later(receivedAt) : null,
    };
  });
  // Some went on to another agency, where they were received when the first had them.
  const forwarded = queries.flatMap((query, i) => {
    if (i % 11 !== 5) return [];
    const next = { ...query, id: `${query.id}-next`, number: `${i}-next/2026` };
    Object.assign(query, { outcome: "forwarded", outcomeAt: query.receivedAt });
    return [{ ...next, agencyId: agencyOf(i + 1), forwardedFromId: query.id }];
  });
  const incidents = count(size.incidents, (i) => {
    const at = momentOf(i);
    const clause = pick(["7.1", "7.2", "7.3", "7.3", "7.4", "7.4", "7.5", "7.6"] as const);
    const isKnown = random() > 0.1;
    return {
      ...{ id: `incident-${i}`, agencyId: agencyOf(i), title: `Sự việc ${i}`, known: "" },
      ...{ kind: "fire" as const, level: "serious" as const, clause, openedAt: at, openedBy: "x" },
      occurredAt: clause === "7.4" && isKnown ? null : at,
      receivedAt: clause !== "7.4" && isKnown ? at : null,
      determinedAt: clause === "7.4" && isKnown ? at : null,
    };
  });
  const statements = incidents.flatMap(({ id, agencyId, openedAt, clause }, i) => {
    if (clause === "7.1" || random() < 0.25) return [];
    // Within the hour, near to the twenty-four hours on both sides, or long after.
    const hours = pick([1, 24 - 1 / HOUR, 24, 24 + 1 / HOUR, 60]);
    const publishedAt = new Date(Date.parse(openedAt) + hours * HOUR).toISOString();
    const isTimed = clause === "7.3" || clause === "7.4";
    const due = new Date(Date.parse(openedAt) + 24 * HOUR).toISOString();
    const clock = incidents[i]?.receivedAt ?? incidents[i]?.determinedAt ?? null;
    const dueAt = isTimed && clock ? due : null;
    return [
      {
        ...{ id: `statement-${i}`, agencyId, kind: "initial_statement" as const, incidentId: id },
        ...{ language: "vi" as const, title: "Tin", known: "", unknown: "", doing: "" },
        ...{ speakerName: "An", speakerPosition: "Chánh Văn phòng" },
        ...{ speakerCapacity: "regular" as const, draftedAt: openedAt, draftedBy: "x" },
        ...{
          publishedAt,
          publishedBy: "x",
          dueAt,
          onTime: dueAt === null ? null : Number(publishedAt < dueAt),
        },
      },
    ];
  });
  const cases = count(size.cases, (i) => {
    const foundAt = momentOf(i);
    return {
      ...{ id: `case-${i}`, agencyId: agencyOf(i), number: `${i}/2026`, outletName: "Báo mẫu" },
      ...{ articleTitle: "Bài", articleDay: "2026-01-01", wrong: "a", right: "b", foundAt },
      ...{ openedAt: foundAt, openedBy: "x" },
      feedbackSentAt: random() < 0.6 ? later(foundAt) : null,
    };
  });
  const days = ["2025-12-14", "2025-12-15", "2026-06-30", "2026-07-01", "2026-12-14", "2026-12-15"];
  const appearances = count(size.appearances, (i) => ({
    ...{ id: `appearance-${i}`, agencyId: agencyOf(i), host: `Giao ban ${i}`, told: "Tin" },
    ...{ day: days[i] ?? anyMoment().slice(0, 10), recordedAt: "2026-12-01T00:00:00.000Z" },
    ...{ recordedBy: "x", removedAt: random() < 0.2 ? "2026-12-02T00:00:00.000Z" : null },
  }));

  for (const some of handfuls(meetings)) await db.insertInto("meeting").values(some).execute();
  for (const some of [...handfuls(queries), ...handfuls(forwarded)])
    await db.insertInto("query").values(some).execute();
  for (const some of handfuls(incidents)) await db.insertInto("incident").values(some).execute();
  for (const some of handfuls(statements)) await db.insertInto("statement").values(some).execute();
  for (const some of handfuls(cases)) await db.insertInto("correctionCase").values(some).execute();
  for (const some of handfuls(appearances))
    await db.insertInto("appearance").values(some).execute();
  return { agencyIds };
}

/** An Giang with its committee, departments and communes; Huế for what belongs to nobody's report here. */
async function furnishAgencies(db: Db, agencies: number): Promise<string[]> {
  const area = (code: string, level: "province" | "commune", partOf: string | null) => ({
    ...{ id: `2025-${code}`, era: "2025" as const, code, level, partOf, untilDay: null },
    ...{ type: level === "province" ? "tỉnh" : "xã", name: `Đơn vị ${code}`, nameEn: code },
    fromDay: "2025-07-01",
  });
  const communes = count(agencies, (i) => `c${i}`).slice(0, Math.max(0, agencies - 20));
  await db
    .insertInto("area")
    .values([area("91", "province", null), area("46", "province", null)])
    .onConflict((known) => known.doNothing())
    .execute();
  for (const some of handfuls(communes.map((code) => area(code, "commune", "2025-91"))))
    await db.insertInto("area").values(some).execute();
  const agency = (
    id: string,
    areaId: string,
    kind: Row<"agency">["kind"] = "peoples_committee",
  ) => ({ id, areaId, kind, name: `Cơ quan ${id}`, nameEn: id });
  const all = [
    agency("pc-91", "2025-91"),
    ...count(agencies - communes.length - 1, (i) => agency(`so-${i}`, "2025-91", "department")),
    ...communes.map((code) => agency(`pc-${code}`, `2025-${code}`)),
  ];
  for (const some of handfuls([...all, agency("pc-elsewhere", "2025-46")]))
    await db
      .insertInto("agency")
      .values(some)
      .onConflict((known) => known.doNothing())
      .execute();
  return all.map(({ id }) => id);
}

function count<Thing>(many: number, make: (i: number) => Thing): Thing[] {
  return Array.from({ length: Math.max(0, many) }, (_, i) => make(i));
}

/** A statement holds only so many values. */
function handfuls<Thing>(things: Thing[]): Thing[][] {
  return count(Math.ceil(things.length / 200), (i) => things.slice(200 * i, 200 * i + 200));
}

/** Numbers between 0 and 1 that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
