import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { EDGES, furnishPressYear } from "#app/test/press-year.ts";
import type { Db } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { loadLaw } from "../policies/law.server.ts";
import { figureOf, INDICATORS, type Indicator } from "./annual.ts";
import { evidenceBehind, evidenceOf } from "./evidence.server.ts";

/** The report's own words again (Decree 244/2026, art. 7 and 10), over every row of the books, without any query. */
async function recount(db: Db, isOurs: (agencyId: string) => boolean, from: string, until: string) {
  const viet = (moment: string) => {
    const seven = new Date(moment);
    seven.setUTCHours(seven.getUTCHours() + 7);
    return seven.toISOString().slice(0, 10);
  };
  const within = (day: string) => day >= from && day <= until;
  const closed = (moment: string | null) => moment !== null && viet(moment) <= until;
  const figures: Record<Indicator, [number, number]> = {
    ...{ 1: [0, 0], 2: [0, 0], 3: [0, 0], 4: [0, 0], 5: [0, 0], 6: [0, 0] },
  };

  for (const meeting of await db.selectFrom("meeting").selectAll().execute()) {
    if (!isOurs(meeting.agencyId) || meeting.kind !== "press_conference") continue;
    if (!within(viet(meeting.startsAt)) || (!meeting.announcedAt && !meeting.heldAt)) continue;
    figures[1][1] += 1;
    if (meeting.heldAt && !meeting.cancelledAt) figures[1][0] += 1;
  }
  for (const one of await db.selectFrom("appearance").selectAll().execute()) {
    if (!isOurs(one.agencyId) || one.removedAt || !within(one.day)) continue;
    figures[2][0] += 1;
    figures[2][1] += 1;
  }
  const queries = await db.selectFrom("query").selectAll().execute();
  for (const query of queries) {
    if (!isOurs(query.agencyId) || !within(viet(query.receivedAt))) continue;
    if (queries.some((one) => one.forwardedFromId === query.id && isOurs(one.agencyId))) continue;
    figures[3][1] += 1;
    const isAnswered = query.outcome === "answered" || query.outcome === "partly";
    if (isAnswered && closed(query.outcomeAt)) figures[3][0] += 1;
  }
  const statements = await db.selectFrom("statement").selectAll().execute();
  for (const incident of await db.selectFrom("incident").selectAll().execute()) {
    const came = incident.receivedAt ?? incident.determinedAt ?? incident.occurredAt;
    if (!isOurs(incident.agencyId) || !within(viet(came ?? incident.openedAt))) continue;
    const said = statements.find(({ incidentId }) => incidentId === incident.id);
    const isSaid = said !== undefined && closed(said.publishedAt);
    if (["7.2", "7.3", "7.4", "7.5"].includes(incident.clause)) {
      figures[4][1] += 1;
      if (isSaid) figures[4][0] += 1;
    }
    if (["7.3", "7.4"].includes(incident.clause)) {
      figures[5][1] += 1;
      if (isSaid && said.onTime === 1) figures[5][0] += 1;
    }
  }
  for (const one of await db.selectFrom("correctionCase").selectAll().execute()) {
    if (!isOurs(one.agencyId) || !within(viet(one.foundAt))) continue;
    figures[6][1] += 1;
    if (closed(one.feedbackSentAt)) figures[6][0] += 1;
  }
  return figures;
}

const SIZE = {
  agencies: 30,
  meetings: 250,
  queries: 700,
  incidents: 220,
  cases: 150,
  appearances: 90,
};
const AT = "2027-03-01T00:00:00.000Z";
const province: Reach = { reach: "province", agencyId: "pc-91", provinceId: "2025-91" };
const commune: Reach = { reach: "agency", agencyId: "pc-c3", provinceId: "2025-91" };
const country: Reach = { reach: "country", agencyId: null, provinceId: null };

describe.each(databases)("the six figures on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ours: Set<string>;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: "2026-01-01T00:00:00.000Z" });
    ours = new Set((await furnishPressYear(db, SIZE)).agencyIds);
  });
  afterAll(() => opened.close());

  it.each([
    { of: "a province's year", reach: province, from: "2025-12-15", until: "2026-12-14" },
    {
      of: "the first year from the law's day",
      reach: province,
      from: "2026-07-01",
      until: "2026-12-14",
    },
    { of: "the half year before it", reach: province, from: "2026-01-01", until: "2026-06-30" },
    {
      of: "the last day of the period alone",
      reach: province,
      from: "2026-12-14",
      until: "2026-12-14",
    },
    { of: "the day after it", reach: province, from: "2026-12-15", until: "2026-12-15" },
    { of: "one commune's year", reach: commune, from: "2025-12-15", until: "2026-12-14" },
    { of: "the country's year", reach: country, from: "2025-12-15", until: "2026-12-14" },
  ])("equal a recount row by row: $of", async ({ reach, from, until }) => {
    const isOurs = (id: string) =>
      reach === country || (reach === commune ? id === commune.agencyId : ours.has(id));
    const counted = await recount(db, isOurs, from, until);
    const evidence = await evidenceOf(db, reach, { from, until }, AT);

    for (const n of INDICATORS) {
      const { count, of } = figureOf(evidence[n]);
      expect([n, count, of]).toEqual([n, ...counted[n]]);
      const span = { from, until };
      expect(await evidenceBehind(db, reach, { indicator: n, span }, AT)).toEqual(evidence[n]);
    }
  });

  it("are of a province with something on every edge, and differ from what is all there is", async () => {
    const span = { from: "2025-12-15", until: "2026-12-14" };
    const evidence = await evidenceOf(db, country, span, AT);
    const figures = INDICATORS.map((n) => figureOf(evidence[n]));

    expect(EDGES.filter((edge) => evidence[3].some(({ at }) => at === edge))).toEqual(
      EDGES.slice(1, -2),
    );
    for (const { count } of figures) expect(count).toBeGreaterThan(0);
    for (const { count, of } of [figures[0], ...figures.slice(2)] as {
      count: number;
      of: number;
    }[])
      expect(count).toBeLessThan(of);
  });
});
