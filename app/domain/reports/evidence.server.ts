import type { Db, Moment } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { type IncidentCounted, incidentsOf } from "../incidents/incidents.server.ts";
import { type Facts, phaseOf } from "../meetings/meeting.ts";
import type { Evidence, Indicator, Snapshot, Standing } from "./annual.ts";
import { momentsOf, type Span } from "./period.ts";
import { requestsWithin } from "./requests.server.ts";

/**
 * What is behind the six indicators of the annual report, within a reach and a span, oldest first. A figure and its
 * list are the same rows, so they cannot differ. Everything belongs to the period in which it arose (a meeting by
 * its hour, a question by its receipt), and counts by what was done before the figures were closed: what came later
 * stays in what the figure is a part of.
 */
export async function evidenceOf(
  db: Db,
  reach: Reach,
  span: Span,
  at: Moment,
): Promise<Snapshot["indicators"]> {
  const [conferences, appearances, queries, incidents, cases] = await Promise.all([
    conferencesOf(db, reach, span, at),
    appearancesOf(db, reach, span),
    queriesOf(db, reach, span),
    spokenOf(db, reach, span, at),
    casesOf(db, reach, span),
  ]);
  return { 1: conferences, 2: appearances, 3: queries, ...incidents, 6: cases };
}

/** What is behind one of them. */
export async function evidenceBehind(
  db: Db,
  reach: Reach,
  { indicator, span }: { indicator: Indicator; span: Span },
  at: Moment,
): Promise<Evidence[]> {
  if (indicator === 1) return conferencesOf(db, reach, span, at);
  if (indicator === 2) return appearancesOf(db, reach, span);
  if (indicator === 3) return queriesOf(db, reach, span);
  if (indicator === 6) return casesOf(db, reach, span);
  return (await spokenOf(db, reach, span, at))[indicator];
}

/**
 * Press conferences by the hour at which they were to be, whenever somebody recorded that they were held; drafts are
 * nobody's business yet.
 */
async function conferencesOf(db: Db, reach: Reach, span: Span, at: Moment): Promise<Evidence[]> {
  const { begins, ends } = momentsOf(span);
  const rows = await db
    .selectFrom("meeting")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("meeting")
    .where(withinReach(reach))
    .where("meeting.kind", "=", "press_conference")
    .where("startsAt", ">=", begins)
    .where("startsAt", "<", ends)
    .where(({ eb, or }) => or([eb("announcedAt", "is not", null), eb("heldAt", "is not", null)]))
    .orderBy("startsAt")
    .orderBy("meeting.id")
    .execute();
  return rows.map(({ id, agencyId, subject, startsAt, ...meeting }) => {
    const standing = standingOfMeeting(meeting, at);
    return { id, agencyId, title: subject, at: startsAt, standing, counts: standing === "held" };
  });
}

function standingOfMeeting(meeting: Facts & { endsAt: Moment }, at: Moment): Standing {
  const phase = phaseOf(meeting);
  if (phase === "held" || phase === "cancelled" || phase === "postponed") return phase;
  return meeting.endsAt <= at ? "unrecorded" : "coming";
}

async function appearancesOf(db: Db, reach: Reach, span: Span): Promise<Evidence[]> {
  const rows = await db
    .selectFrom("appearance")
    .innerJoin("agency", "agency.id", "appearance.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["appearance.id", "appearance.agencyId", "day", "host", "told"])
    .where(withinReach(reach))
    .where("day", ">=", span.from)
    .where("day", "<=", span.until)
    .where("removedAt", "is", null)
    .orderBy("day")
    .orderBy("appearance.id")
    .execute();
  return rows.map(({ id, agencyId, day, host, told }) => ({
    ...{ id, agencyId, title: `${host}: ${told}`, at: day, standing: "told", counts: true },
  }));
}

/** By number alone: what was asked stays between the asker and the unit in charge until it is public. */
async function queriesOf(db: Db, reach: Reach, span: Span): Promise<Evidence[]> {
  const { begins, ends } = momentsOf(span);
  const rows = await requestsWithin(db, reach, { begins, ends });
  return rows.map(({ id, agencyId, number, receivedAt, outcome, outcomeAt }) => {
    const isLater = outcomeAt !== null && outcomeAt >= ends;
    const standing = isLater ? "after" : (outcome ?? "open");
    const counts = standing === "answered" || standing === "partly";
    return { id, agencyId, title: number, at: receivedAt, standing, counts };
  });
}

/** Under these an agency speaks of what happened; under the first only the Government does. */
const SPOKEN_UNDER: readonly IncidentCounted["clause"][] = ["7.2", "7.3", "7.4", "7.5"];
/** And under these within a time. */
const TIMED_UNDER: readonly IncidentCounted["clause"][] = ["7.3", "7.4"];

async function spokenOf(db: Db, reach: Reach, span: Span, at: Moment) {
  const { ends } = momentsOf(span);
  const incidents = await incidentsOf(db, reach, span, at);
  const spoken = incidents
    .filter(({ clause }) => SPOKEN_UNDER.includes(clause))
    .map((incident) => evidence(incident, standingOfSpeech(incident, ends), "spoken"));
  const timed = incidents
    .filter(({ clause }) => TIMED_UNDER.includes(clause))
    .map((incident) => evidence(incident, standingInTime(incident, ends), "on_time"));
  return { 4: spoken, 5: timed };
}

function evidence(
  { id, agencyId, title, arose }: IncidentCounted,
  standing: Standing,
  counting: Standing,
): Evidence {
  return { id, agencyId, title, at: arose, standing, counts: standing === counting };
}

function standingOfSpeech({ statementAt }: IncidentCounted, ends: Moment): Standing {
  if (!statementAt) return "unspoken";
  return statementAt < ends ? "spoken" : "after";
}

function standingInTime(incident: IncidentCounted, ends: Moment): Standing {
  const { statementAt, outcome } = incident;
  if (statementAt && statementAt >= ends) return "after";
  if (outcome === "on_time" || outcome === "late") return outcome;
  if (outcome === "running" || outcome === "overdue") return outcome;
  return "no_clock";
}

async function casesOf(db: Db, reach: Reach, span: Span): Promise<Evidence[]> {
  const { begins, ends } = momentsOf(span);
  const rows = await db
    .selectFrom("correctionCase")
    .innerJoin("agency", "agency.id", "correctionCase.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["correctionCase.id", "correctionCase.agencyId", "number", "outletName"])
    .select(["articleTitle", "foundAt", "feedbackSentAt"])
    .where(withinReach(reach))
    .where("foundAt", ">=", begins)
    .where("foundAt", "<", ends)
    .orderBy("foundAt")
    .orderBy("correctionCase.id")
    .execute();
  return rows.map(({ id, agencyId, number, outletName, articleTitle, foundAt, feedbackSentAt }) => {
    const sent = feedbackSentAt && (feedbackSentAt < ends ? "feedback" : "after");
    const standing: Standing = sent || "no_feedback";
    const title = `${number} · ${outletName}: ${articleTitle}`;
    return { id, agencyId, title, at: foundAt, standing, counts: standing === "feedback" };
  });
}

/** What the agencies of some evidence are called, by their ids. */
export async function agencyNames(
  db: Db,
  evidence: Pick<Evidence, "agencyId">[],
): Promise<Record<string, { name: string; nameEn: string }>> {
  const ids = [...new Set(evidence.map(({ agencyId }) => agencyId))];
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom("agency")
    .select(["id", "name", "nameEn"])
    .where("id", "in", ids)
    .execute();
  return Object.fromEntries(rows.map(({ id, ...names }) => [id, names]));
}
