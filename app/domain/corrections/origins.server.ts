import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { findIncidentFor } from "../incidents/incidents.server.ts";
import { findMeetingFor } from "../meetings/meetings.server.ts";
import type { CaseForm, Origin } from "./case-form.ts";

interface Begun {
  agencyId: string;
  origin: Origin;
  form: Partial<Record<keyof CaseForm, string>>;
}

const NOWHERE: Origin = { incidentId: null, queryId: null, meetingLinkId: null };

/**
 * What a new case came of, by the address of its form, and what is known from there: an incident under clause 7.6, an
 * article of a meeting, a query of the officer's own agency. Nothing of what is not this officer's to work on.
 */
export async function beginningOf(
  db: Db,
  officer: Officer,
  wanted: { incident?: string; article?: string; query?: string },
): Promise<Begun | undefined> {
  if (wanted.incident) return ofIncident(db, officer, wanted.incident);
  if (wanted.article) return ofArticle(db, officer, wanted.article);
  return wanted.query ? ofQuery(db, officer, wanted.query) : undefined;
}

async function ofIncident(db: Db, officer: Officer, id: string): Promise<Begun | undefined> {
  const incident = await findIncidentFor(db, officer, id);
  if (incident?.clause !== "7.6") return undefined;
  const { agencyId, outlet, known } = incident;
  const form = { outletName: outlet ?? "", right: known };
  return { agencyId, origin: { ...NOWHERE, incidentId: id }, form };
}

async function ofArticle(db: Db, officer: Officer, id: string): Promise<Begun | undefined> {
  const link = await db
    .selectFrom("meetingLink")
    .selectAll()
    .where("id", "=", id)
    .where("kind", "=", "article")
    .where("removedAt", "is", null)
    .executeTakeFirst();
  const meeting = link && (await findMeetingFor(db, officer, link.meetingId));
  if (!link || !meeting) return undefined;
  return {
    agencyId: meeting.agencyId,
    origin: { ...NOWHERE, meetingLinkId: id },
    form: {
      ...{ outletName: link.outlet ?? "", articleTitle: link.title ?? "" },
      ...{ articleUrl: link.url, articleDay: link.day ?? "" },
    },
  };
}

/** A query is the unit's own: a province's office sees that there is one, not what it says. */
async function ofQuery(db: Db, officer: Officer, id: string): Promise<Begun | undefined> {
  const query = await db
    .selectFrom("query")
    .select(["agencyId", "outletName"])
    .where("id", "=", id)
    .where("agencyId", "=", officer.agencyId ?? "")
    .executeTakeFirst();
  if (!query) return undefined;
  return {
    agencyId: query.agencyId,
    origin: { ...NOWHERE, queryId: id },
    form: { outletName: query.outletName ?? "" },
  };
}
