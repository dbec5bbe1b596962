import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { agenciesOfAreas, withinReach } from "../agencies/agencies.server.ts";
import { isThereOn } from "../agencies/agency.ts";
import { attendanceOfMeetings } from "../attendance/attendance.server.ts";
import { workCalendar } from "../policies/due.server.ts";
import { folded } from "../press/folding.ts";
import { shareOf as promisesKept } from "../questions/promise.ts";
import { speakersOn } from "../spokespersons/speakers.server.ts";
import { momentsOf, monthsOf, type Span } from "./period.ts";
import { groundsOf, limitsOf, type Request, requestsWithin } from "./requests.server.ts";
import {
  hoursBetween,
  median,
  NO_TIMES,
  type OutletLine,
  type Statistics,
  timed,
  workingDaysBetween,
} from "./statistics.ts";

type Meeting = Awaited<ReturnType<typeof meetingsWithin>>[number];

/**
 * The figures of a period within a reach, by what is known at a moment. Everything is counted in the period in which
 * it began: a meeting by its hour, a request by its receipt, a promise by when it was made. A constant number of
 * queries and a little more for very many meetings.
 */
export async function statisticsOf(
  db: Db,
  reach: Reach,
  span: Span,
  at: Moment,
): Promise<Statistics> {
  const [meetings, requests, promises, corrections, registry] = await Promise.all([
    meetingsWithin(db, reach, span),
    requestsWithin(db, reach, momentsOf(span)),
    promisesWithin(db, reach, span),
    correctionsWithin(db, reach, span),
    registryOn(db, reach, span, at),
  ]);
  const held = meetings.filter(isHeld);
  const [outlets, queries, times, refusals] = await Promise.all([
    outletsAt(db, held),
    queryFigures(db, requests),
    timesOf(db, requests, at),
    groundsOf(db, requests),
  ]);
  return {
    ...{ span, outlets, queries, times, refusals, corrections, registry },
    meetings: byKind(meetings),
    promises: promisesKept(promises, at),
    months: monthsOf(span).map((month) => monthLine(month, requests, held)),
  };
}

const isHeld = ({ heldAt, cancelledAt }: Meeting) => heldAt !== null && cancelledAt === null;
const isAnswered = ({ outcome }: Request) => outcome === "answered" || outcome === "partly";

function meetingsWithin(db: Db, reach: Reach, span: Span) {
  const { begins, ends } = momentsOf(span);
  return db
    .selectFrom("meeting")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["meeting.id", "meeting.kind", "startsAt", "announcedAt", "heldAt", "cancelledAt"])
    .where(withinReach(reach))
    .where("startsAt", ">=", begins)
    .where("startsAt", "<", ends)
    .where(({ eb, or }) => or([eb("announcedAt", "is not", null), eb("heldAt", "is not", null)]))
    .execute();
}

function byKind(meetings: Meeting[]): Statistics["meetings"] {
  const kinds = [...new Set(meetings.map(({ kind }) => kind))].toSorted();
  return kinds.map((kind) => {
    const ofKind = meetings.filter((meeting) => meeting.kind === kind);
    return {
      ...{ kind, announced: ofKind.length, held: ofKind.filter(isHeld).length },
      cancelled: ofKind.filter(({ cancelledAt }) => cancelledAt !== null).length,
    };
  });
}

/** Who came, by press agency, over all of the meetings: an outlet written in two ways is one. */
async function outletsAt(db: Db, held: { id: string }[]): Promise<OutletLine[]> {
  const lines = new Map<string, OutletLine>();
  const found = await attendanceOfMeetings(
    db,
    held.map(({ id }) => id),
  );
  for (const outlets of found.values())
    for (const { outlet, people, walkIns } of outlets) {
      const key = folded(outlet ?? "");
      const line = lines.get(key) ?? { outlet, people: 0, walkIns: 0, meetings: 0 };
      lines.set(key, {
        outlet: line.outlet,
        people: line.people + people,
        walkIns: line.walkIns + walkIns,
        meetings: line.meetings + 1,
      });
    }
  const { compare } = new Intl.Collator("vi");
  return [...lines.values()].sort(
    (a, b) => b.people - a.people || compare(a.outlet ?? "", b.outlet ?? ""),
  );
}

async function queryFigures(db: Db, requests: Request[]): Promise<Statistics["queries"]> {
  const calendar = await workCalendar(db);
  const answered = requests.filter(isAnswered);
  const done = answered.map(({ receivedAt, outcomeAt }) => ({
    hours: hoursBetween(receivedAt, outcomeAt as Moment),
    days: workingDaysBetween(receivedAt, outcomeAt as Moment, calendar),
  }));
  const hours = median(done.map(({ hours: one }) => one));
  const closedAs = (outcome: Request["outcome"]) =>
    requests.filter((request) => request.outcome === outcome).length;
  return {
    ...{ received: requests.length, answered: answered.length },
    confirmed: answered.filter(({ confirmedAt }) => confirmedAt !== null).length,
    disputed: requests.filter(({ disputedAt, confirmedAt }) => disputedAt && !confirmedAt).length,
    ...{ refused: closedAs("refused"), withdrawn: closedAs("withdrawn") },
    ...{ forwarded: closedAs("forwarded"), open: closedAs(null) },
    medianHours: hours === null ? null : Math.round(hours),
    medianDays: median(done.map(({ days }) => days)),
  };
}

/** Withdrawn and forwarded requests owe nothing any more: they are in no limit's count. */
async function timesOf(db: Db, requests: Request[], at: Moment): Promise<Statistics["times"]> {
  const owed = requests.filter(({ outcome }) => outcome !== "withdrawn" && outcome !== "forwarded");
  const times = { statutory: NO_TIMES, house: NO_TIMES };
  for (const { request, clock, due } of await limitsOf(db, owed))
    times[clock] = timed(times[clock], { due, done: request.outcomeAt, at });
  return times;
}

function promisesWithin(db: Db, reach: Reach, span: Span) {
  const { begins, ends } = momentsOf(span);
  return db
    .selectFrom("promise")
    .innerJoin("agency", "agency.id", "promise.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["dueAt", "keptAt"])
    .where(withinReach(reach))
    .where("promisedAt", ">=", begins)
    .where("promisedAt", "<", ends)
    .execute();
}

async function correctionsWithin(
  db: Db,
  reach: Reach,
  span: Span,
): Promise<Statistics["corrections"]> {
  const { begins, ends } = momentsOf(span);
  const cases = await db
    .selectFrom("correctionCase")
    .innerJoin("agency", "agency.id", "correctionCase.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["feedbackSentAt", "outcome"])
    .where(withinReach(reach))
    .where("foundAt", ">=", begins)
    .where("foundAt", "<", ends)
    .execute();
  const outcomes = [...new Set(cases.flatMap(({ outcome }) => outcome ?? []))].toSorted();
  return {
    found: cases.length,
    feedback: cases.filter(({ feedbackSentAt }) => feedbackSentAt !== null).length,
    outcomes: outcomes.map((outcome) => ({
      outcome,
      count: cases.filter((one) => one.outcome === outcome).length,
    })),
  };
}

/** How many agencies had somebody on the list at the end of a span, or now where it is not over. */
async function registryOn(
  db: Db,
  reach: Reach,
  span: Span,
  at: Moment,
): Promise<Statistics["registry"]> {
  const { ends } = momentsOf(span);
  const last = new Date(Date.parse(ends) - 1).toISOString();
  const moment = last < at ? last : at;
  const on = dayOf(moment);
  const agencies = (
    await agenciesOfAreas(db)
      .where(withinReach(reach))
      .where("agency.provinceId", "is", null)
      .execute()
  ).filter((agency) => isThereOn(agency, on));
  const speakers = await speakersOn(
    db,
    agencies.map(({ id }) => id),
    moment,
  );
  const isCovered = ({ id }: { id: string }) =>
    (speakers.get(id) ?? []).some(({ capacity }) => capacity !== "authorised");
  return { on, agencies: agencies.length, covered: agencies.filter(isCovered).length };
}

function monthLine(month: Span, requests: Request[], held: Meeting[]) {
  const { begins, ends } = momentsOf(month);
  const isWithin = (moment: Moment) => moment >= begins && moment < ends;
  const received = requests.filter(({ receivedAt }) => isWithin(receivedAt));
  return {
    ...{ ...month, received: received.length, answered: received.filter(isAnswered).length },
    held: held.filter(({ startsAt }) => isWithin(startsAt)).length,
  };
}
