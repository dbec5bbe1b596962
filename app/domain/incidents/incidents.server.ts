import { randomUUID } from "node:crypto";
import { endOf, startOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { Officer, Reach } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { OF_AGENCY, type OfAgency, onProvinceBeside } from "../agencies/of-agency.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { pageFound } from "../paging/page.server.ts";
import { clockOf, clocksOf, type IncidentClock } from "./clock.server.ts";
import {
  aroseAt,
  type Incident,
  type IncidentDetails,
  instantProblems,
  type Outcome,
  outcomeOf,
} from "./incident.ts";

/** An incident with the agency whose it is. */
export interface IncidentOfAgency extends Incident, OfAgency {}

/** Opens the room of an incident of an agency. Refused: `instants` in the future or out of order. */
export async function openIncident(
  db: Db,
  agency: { id: string },
  details: IncidentDetails,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: "instants" }> {
  if (Object.keys(instantProblems(details, signed.at)).length > 0)
    return { ok: false, reason: "instants" };
  return allOrNothing(db, async (trx) => {
    const id = randomUUID();
    await trx
      .insertInto("incident")
      .values({
        ...{ id, agencyId: agency.id, ...details },
        ...{ openedAt: signed.at, openedBy: signed.by.id },
      })
      .execute();
    const { title, clause } = details;
    await record(trx, signed, {
      ...{ act: "incident.opened", about: { id }, agencyId: agency.id },
      particulars: { title, clause },
    });
    return { ok: true, id } as const;
  });
}

export type ChangeRefusal = "instants" | "is-closed" | "has-statement";

/**
 * Changes what is known of an open incident. Once a statement is out, the time that was kept with it is counted again
 * by the new instants, and the log says so. Refused: `instants`, `is-closed`, and `has-statement` for whoever would
 * make of one that was spoken of an incident that is not theirs to speak of.
 */
export async function changeIncident(
  db: Db,
  incident: { id: string },
  details: IncidentDetails,
  signed: Signature,
): Promise<{ ok: true; changed: boolean } | { ok: false; reason: ChangeRefusal }> {
  if (Object.keys(instantProblems(details, signed.at)).length > 0)
    return { ok: false, reason: "instants" };
  return allOrNothing(db, async (trx) => {
    const current = await takeIncident(trx, incident.id);
    if (current.closedAt) return { ok: false, reason: "is-closed" } as const;
    const said = await initialStatementOf(trx, incident.id);
    if (said && details.clause === "7.1") return { ok: false, reason: "has-statement" } as const;
    const changed = (Object.keys(details) as (keyof IncidentDetails)[]).filter(
      (key) => details[key] !== current[key],
    );
    if (changed.length === 0) return { ok: true, changed: false } as const;
    await trx.updateTable("incident").set(details).where("id", "=", incident.id).execute();
    if (said) await keepTime(trx, incident.id, said);
    const { agencyId } = current;
    await record(trx, signed, {
      ...{ act: "incident.changed", about: incident, agencyId },
      particulars: { title: details.title, changed },
    });
    return { ok: true, changed: true } as const;
  });
}

/** Closes an incident with a reason: it stays in the books and in every count. Refused: `is-closed`. */
export async function closeIncident(
  db: Db,
  incident: { id: string },
  reason: string,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "is-closed" }> {
  return allOrNothing(db, async (trx) => {
    const { closedAt, agencyId, title } = await takeIncident(trx, incident.id);
    if (closedAt) return { ok: false, reason: "is-closed" } as const;
    await trx
      .updateTable("incident")
      .set({ closedAt: signed.at, closedBy: signed.by.id, closeReason: reason })
      .where("id", "=", incident.id)
      .execute();
    const particulars = { title, reason };
    await record(trx, signed, { act: "incident.closed", about: incident, agencyId, particulars });
    return { ok: true } as const;
  });
}

/** The incident as it stands now, and nobody else's to change until the transaction ends. */
export async function takeIncident(trx: Db, id: string): Promise<Incident> {
  return trx
    .updateTable("incident")
    .set((row) => ({ title: row.ref("title") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The first statement that was published about an incident: with it the press was told. */
export function initialStatementOf(db: Db, incidentId: string) {
  return db
    .selectFrom("statement")
    .select(["id", "publishedAt"])
    .where("incidentId", "=", incidentId)
    .where("publishedAt", "is not", null)
    .orderBy("publishedAt")
    .limit(1)
    .executeTakeFirst();
}

/** Keeps with a published statement by when the law wanted it, and whether it came in time. */
export async function keepTime(
  trx: Db,
  incidentId: string,
  statement: { id: string; publishedAt: Moment | null },
): Promise<{ dueAt: Moment | null; onTime: number | null }> {
  const incident = (await findIncident(trx, incidentId)) as IncidentOfAgency;
  const dueAt = (await clockOf(trx, incident))?.due?.at ?? null;
  const onTime = dueAt && statement.publishedAt ? Number(statement.publishedAt < dueAt) : null;
  await trx
    .updateTable("statement")
    .set({ dueAt, onTime })
    .where("id", "=", statement.id)
    .execute();
  return { dueAt, onTime };
}

/** The incident with its agency, if it is this officer's to work for. */
export function findIncidentFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<IncidentOfAgency | undefined> {
  return incidentsOfAgencies(db)
    .where("incident.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** The incident with its agency, for the office's own use. */
export function findIncident(db: Db, id: string): Promise<IncidentOfAgency | undefined> {
  return incidentsOfAgencies(db).where("incident.id", "=", id).executeTakeFirst();
}

function incidentsOfAgencies(db: Db) {
  return db
    .selectFrom("incident")
    .innerJoin("agency", "agency.id", "incident.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", onProvinceBeside)
    .selectAll("incident")
    .select(OF_AGENCY)
    .select((eb) => provinceOf(eb as never).as("provinceId"));
}

/** An incident with its clock, and with what was said of it. */
export interface IncidentListed extends IncidentOfAgency {
  clock: IncidentClock | undefined;
  statementAt: Moment | null; // the first
  onTime: number | null;
  nextUpdateAt: Moment | null; // promised by the last
  outcome: Outcome;
}

/** How many are shown of those that are over. */
const PAGE = 50;

/** Incidents within an officer's reach: the open ones, the most urgent first; or those that are closed, newest first. */
export async function listIncidentsFor(
  db: Db,
  officer: Officer,
  { shelf, page: asked = 1 }: { shelf: "open" | "closed"; page?: number },
  at: Moment,
): Promise<{ incidents: IncidentListed[]; page: number; pages: number }> {
  const within = incidentsOfAgencies(db).where(withinReach(officer));
  if (shelf === "open") {
    const open = await within.where("incident.closedAt", "is", null).execute();
    const incidents = (await withClocks(db, open, at)).toSorted(byUrgency);
    return { incidents, page: 1, pages: 1 };
  }
  const closed = within
    .where("incident.closedAt", "is not", null)
    .orderBy("incident.closedAt", "desc")
    .orderBy("incident.id");
  const { shown, page, pages } = await pageFound(closed, asked, PAGE);
  return { incidents: await withClocks(db, shown, at), page, pages };
}

/** The law's clocks come first, what runs out soonest before the others; then the next word that was promised. */
function byUrgency(a: IncidentListed, b: IncidentListed): number {
  const [one, other] = [urgencyOf(a), urgencyOf(b)];
  return one === other ? (a.openedAt < b.openedAt ? 1 : -1) : one < other ? -1 : 1;
}

function urgencyOf({ statementAt, clock, nextUpdateAt }: IncidentListed): string {
  if (!statementAt && clock?.due) return `1 ${clock.due.at}`;
  return nextUpdateAt ? `2 ${nextUpdateAt}` : "3";
}

/** Incidents with their clocks and the first and last word that was said of each; a few queries for all. */
async function withClocks(
  db: Db,
  incidents: IncidentOfAgency[],
  at: Moment,
): Promise<IncidentListed[]> {
  const [clocks, said] = await Promise.all([clocksOf(db, incidents), saidOf(db, incidents)]);
  return incidents.map((incident) => {
    const words = said.get(incident.id) ?? [];
    const [first, last] = [words[0], words.at(-1)];
    const clock = clocks.get(incident.id);
    const answered = {
      statementAt: first?.publishedAt ?? null,
      onTime: first?.onTime ?? null,
    };
    const dueAt = clock?.due?.at ?? null;
    return {
      ...{ ...incident, ...answered, clock },
      nextUpdateAt: last?.nextUpdateAt ?? null,
      outcome: outcomeOf({ ...answered, dueAt }, at),
    };
  });
}

const NAMED_AT_ONCE = 500;

async function saidOf(db: Db, incidents: { id: string }[]) {
  const said = new Map<
    string,
    { publishedAt: Moment | null; onTime: number | null; nextUpdateAt: Moment | null }[]
  >();
  for (let from = 0; from < incidents.length; from += NAMED_AT_ONCE) {
    const ids = incidents.slice(from, from + NAMED_AT_ONCE).map(({ id }) => id);
    const rows = await db
      .selectFrom("statement")
      .select(["incidentId", "publishedAt", "onTime", "nextUpdateAt"])
      .where("incidentId", "in", ids)
      .where("publishedAt", "is not", null)
      .orderBy("publishedAt")
      .execute();
    for (const { incidentId, ...row } of rows)
      said.set(incidentId as string, [...(said.get(incidentId as string) ?? []), row]);
  }
  return said;
}

/** The incident as its room shows it. */
export async function roomOf(
  db: Db,
  incident: IncidentOfAgency,
  at: Moment,
): Promise<IncidentListed> {
  const [room] = await withClocks(db, [incident], at);
  return room as IncidentListed;
}

/** An incident as a report counts it. */
export interface IncidentCounted {
  id: string;
  agencyId: string;
  title: string;
  clause: Incident["clause"];
  arose: Moment;
  dueAt: Moment | null;
  lacksInstant: boolean; // its clock cannot run: nobody has said when it began
  statementAt: Moment | null;
  onTime: number | null;
  outcome: Outcome;
  closedAt: Moment | null;
}

/**
 * Every incident within a reach that came to its agency between two days (both included), answered or not, oldest
 * first: what indicators 4 and 5 of the annual report are counted from (Decree 244/2026, art. 10).
 */
export async function incidentsOf(
  db: Db,
  reach: Reach,
  { from, until }: { from: Day; until: Day },
  at: Moment,
): Promise<IncidentCounted[]> {
  const rows = await incidentsOfAgencies(db).where(withinReach(reach)).execute();
  const [begins, ends] = [startOf(from), endOf(until)];
  const within = rows.filter((row) => aroseAt(row) >= begins && aroseAt(row) < ends);
  const counted = await withClocks(db, within, at);
  return counted
    .map(({ id, agencyId, title, clause, clock, statementAt, onTime, outcome, ...instants }) => ({
      ...{ id, agencyId, title, clause, statementAt, onTime, outcome, arose: aroseAt(instants) },
      ...{ dueAt: clock?.due?.at ?? null, lacksInstant: clock !== undefined && clock.at === null },
      closedAt: instants.closedAt,
    }))
    .toSorted((a, b) => (a.arose < b.arose ? -1 : 1));
}

/** The open incidents of a closed agency go on with the agency that took over, with what was drafted and prepared. */
export async function moveIncidents(
  trx: Db,
  former: { id: string; name: string },
  successor: { id: string; name: string },
  signed: Signature,
): Promise<number> {
  const moved = await trx
    .updateTable("incident")
    .set({ agencyId: successor.id })
    .where("agencyId", "=", former.id)
    .where("closedAt", "is", null)
    .returning(["id", "title"])
    .execute();
  const texts = await trx
    .updateTable("statement")
    // Who was to speak for the closed agency may not speak for the other one: it is drafted and approved anew.
    .set({ agencyId: successor.id, speakerId: null, approvedAt: null, approvedBy: null })
    .set({ approver: null, agreedWith: null, scheduledAt: null, scheduledTo: null })
    .set(({ eb }) => ({ edition: eb("edition", "+", 1) })) // other agencies agreed to another's text
    .where("agencyId", "=", former.id)
    .where("publishedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .returning(["id", "title"])
    .execute();
  for (const { id, title } of texts)
    await record(trx, signed, {
      ...{ act: "statement.moved", about: { id }, agencyId: successor.id },
      particulars: { title, from: former.name, to: successor.name },
    });
  await moveSignOffs(trx, former, successor);
  await trx
    .updateTable("scenario")
    .set({ agencyId: successor.id })
    .where("agencyId", "=", former.id)
    .where("archivedAt", "is", null)
    .execute();
  for (const { id, title } of moved)
    await record(trx, signed, {
      ...{ act: "incident.moved", about: { id }, agencyId: successor.id },
      particulars: { title, from: former.name, to: successor.name },
    });
  return moved.length;
}

/** What a closed agency was asked to put its name to is asked of whoever goes on with its work, unless that one is in it already. */
async function moveSignOffs(trx: Db, former: { id: string }, successor: { id: string }) {
  const open = await trx
    .selectFrom("statementSignOff")
    .innerJoin("statement", "statement.id", "statementSignOff.statementId")
    .select(["statementSignOff.id", "statementSignOff.statementId"])
    .select(["statementSignOff.agencyId as askedId", "statement.agencyId"])
    .where("statementSignOff.agencyId", "in", [former.id, successor.id])
    .where("statement.publishedAt", "is", null)
    .where("statement.withdrawnAt", "is", null)
    .execute();
  // Its own texts are its own already, those of the closed one among them.
  const needless = open.filter(
    ({ askedId, agencyId, statementId }) =>
      agencyId === successor.id ||
      (askedId === former.id &&
        open.some((one) => one.statementId === statementId && one.askedId === successor.id)),
  );
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  await trx.deleteFrom("statementSignOff").where("id", "in", idsOf(needless)).execute();
  const moved = open.filter((one) => one.askedId === former.id && !needless.includes(one));
  await trx
    .updateTable("statementSignOff")
    .set({ agencyId: successor.id, edition: null, signer: null, objection: null })
    .set({ answeredAt: null, answeredBy: null })
    .where("id", "in", idsOf(moved))
    .execute();
}
