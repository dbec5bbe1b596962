import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { type AgencyOfArea, agenciesOfAreas, withinReach } from "../agencies/agencies.server.ts";
import { isThereOn, rankOf } from "../agencies/agency.ts";
import { type IncidentCounted, incidentsOf } from "../incidents/incidents.server.ts";
import { figureOf, INDICATORS, type Snapshot } from "./annual.ts";
import { momentsOf, type Span } from "./period.ts";
import { type AgencyLine, LACKS, type Lack, type Open } from "./readiness.ts";
import { requestsWithin } from "./requests.server.ts";

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/**
 * What is still to be entered before an annual report can be made, agency by agency: a province's own committee
 * first. An agency of which nothing at all is entered may have had nothing to do with the press, or has forgotten the
 * books: it is named, and a person asks. A constant number of queries.
 */
export async function readinessOf(
  db: Db,
  reach: Reach,
  span: Span,
  evidence: Snapshot["indicators"],
  at: Moment,
): Promise<AgencyLine[]> {
  const [agencies, open, other] = await Promise.all([
    agenciesWithin(db, reach, span, at),
    openWithin(db, reach, span, at),
    otherMeetings(db, reach, span),
  ]);
  const byAgency = byItsAgency(
    INDICATORS.flatMap((indicator) => evidence[indicator].map((one) => ({ indicator, ...one }))),
  );
  const openOf = byItsAgency(open);
  return agencies.map((agency) => {
    const entries = byAgency.get(agency.id) ?? [];
    const lacks = (openOf.get(agency.id) ?? []).toSorted(
      (a, b) => LACKS.indexOf(a.lack) - LACKS.indexOf(b.lack) || (a.at < b.at ? -1 : 1),
    );
    const figures = Object.fromEntries(
      INDICATORS.map((n) => [n, figureOf(entries.filter(({ indicator }) => indicator === n))]),
    ) as AgencyLine["figures"];
    const isEmpty = entries.length === 0 && lacks.length === 0 && !other.has(agency.id);
    return { agency, figures, lacks, isEmpty };
  });
}

function byItsAgency<Thing extends { agencyId: string }>(things: Thing[]): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const thing of things) {
    const known = found.get(thing.agencyId);
    if (known) known.push(thing);
    else found.set(thing.agencyId, [thing]);
  }
  return found;
}

/** Agencies that were there at any time within the span; those of former units keep none of today's books. */
async function agenciesWithin(db: Db, reach: Reach, { from, until }: Span, at: Moment) {
  const rows = (await agenciesOfAreas(db)
    .where(withinReach(reach))
    .where("agency.provinceId", "is", null)
    .execute()) as AgencyOfArea[];
  const last = [until, dayOf(at)].toSorted()[0] ?? until;
  return rows
    .filter((agency) => (agency.untilDay ?? last) >= from && isThereBy(agency, last))
    .sort(
      (a, b) =>
        Number(a.areaLevel !== "province") - Number(b.areaLevel !== "province") ||
        rankOf(a.kind) - rankOf(b.kind) ||
        VIETNAMESE.compare(a.name, b.name),
    );
}

function isThereBy({ fromDay }: AgencyOfArea, day: string): boolean {
  return isThereOn({ fromDay, untilDay: null }, day);
}

/** Everything within the span that somebody has begun and nobody has finished. */
async function openWithin(
  db: Db,
  reach: Reach,
  span: Span,
  at: Moment,
): Promise<(Open & { agencyId: string })[]> {
  const { begins, ends } = momentsOf(span);
  const [meetings, queries, cases, incidents] = await Promise.all([
    db
      .selectFrom("meeting")
      .innerJoin("agency", "agency.id", "meeting.agencyId")
      .innerJoin("area", "area.id", "agency.areaId")
      .select(["meeting.id", "meeting.agencyId", "subject as title", "startsAt as at"])
      .where(withinReach(reach))
      .where("startsAt", ">=", begins)
      .where("startsAt", "<", ends)
      .where("endsAt", "<=", at)
      .where("announcedAt", "is not", null)
      .where("heldAt", "is", null)
      .where("cancelledAt", "is", null)
      .where("postponedAt", "is", null)
      .execute(),
    requestsWithin(db, reach, { begins, ends }),
    db
      .selectFrom("correctionCase")
      .innerJoin("agency", "agency.id", "correctionCase.agencyId")
      .innerJoin("area", "area.id", "agency.areaId")
      .select(["correctionCase.id", "correctionCase.agencyId", "number as title", "foundAt as at"])
      .where(withinReach(reach))
      .where("foundAt", ">=", begins)
      .where("foundAt", "<", ends)
      .where("feedbackSentAt", "is", null)
      .where("outcome", "is", null)
      .execute(),
    incidentsOf(db, reach, span, at),
  ]);
  type Begun = Omit<Open, "lack"> & { agencyId: string };
  const lacking = (lack: Lack, things: Begun[]) => things.map((thing) => ({ ...thing, lack }));
  const begun = incidents.map(({ arose, ...incident }) => ({ ...incident, at: arose }));
  const named = (some: typeof begun): Begun[] =>
    some.map(({ id, agencyId, title, at: arose }) => ({ id, agencyId, title, at: arose }));
  return [
    ...lacking("meeting", meetings),
    ...lacking(
      "query",
      queries
        .filter(({ outcome }) => outcome === null)
        .map(({ id, agencyId, number, receivedAt }) => ({
          ...{ id, agencyId, title: number, at: receivedAt },
        })),
    ),
    ...lacking("case", cases),
    ...lacking("instant", named(begun.filter(({ lacksInstant }) => lacksInstant))),
    ...lacking("statement", named(begun.filter(owesWord))),
  ];
}

/** Whether something has still to be said of an incident whose clock is known; one that was closed without a word says so. */
function owesWord(
  incident: Pick<IncidentCounted, "clause" | "lacksInstant" | "statementAt" | "closedAt">,
) {
  const { clause, lacksInstant, statementAt, closedAt } = incident;
  if (lacksInstant || statementAt || closedAt) return false;
  return clause !== "7.1" && clause !== "7.6";
}

/** The agencies that had meetings of another kind: their books are kept, though the form asks for none of it. */
async function otherMeetings(db: Db, reach: Reach, span: Span): Promise<Set<string>> {
  const { begins, ends } = momentsOf(span);
  const rows = await db
    .selectFrom("meeting")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("meeting.agencyId")
    .distinct()
    .where(withinReach(reach))
    .where("startsAt", ">=", begins)
    .where("startsAt", "<", ends)
    .execute();
  return new Set(rows.map(({ agencyId }) => agencyId));
}
