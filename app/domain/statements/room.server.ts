import type { Db, Moment } from "#db/tables.ts";
import { findCommitteeOf } from "../agencies/agencies.server.ts";
import { lastDeedsOn } from "../audit/listing.server.ts";
import { type IncidentOfAgency, roomOf } from "../incidents/incidents.server.ts";
import { scenariosFor } from "../incidents/scenarios.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { equalAccessOf } from "./equal-access.server.ts";
import { statementsOn } from "./statements.server.ts";

/** All that the room of an incident shows: its clock, what was said, what was sent, who meets, what was prepared, who did what. */
export async function incidentRoom(db: Db, incident: IncidentOfAgency, at: Moment) {
  const [room, statements, meetings, scenarios, above] = await Promise.all([
    roomOf(db, incident, at),
    statementsOn(db, incident),
    db
      .selectFrom("meeting")
      .selectAll()
      .where("incidentId", "=", incident.id)
      .orderBy("startsAt")
      .execute(),
    scenariosFor(db, incident),
    incident.clause === "7.1" ? referralOf(db, incident, at) : null,
  ]);
  const last = statements.findLast(({ publishedAt }) => publishedAt);
  const [access, ...deeds] = await Promise.all([
    last && equalAccessOf(db, last),
    lastDeedsOn(db, incident),
    ...statements.map((statement) => lastDeedsOn(db, statement)),
  ]);
  return {
    ...{ room, statements, meetings, scenarios, above },
    counts: access?.counts ?? null,
    deeds: deeds.flat().toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** To whom a national incident is referred: the province's committee with who speaks for it; a province's own goes to the Government. */
async function referralOf(db: Db, incident: IncidentOfAgency, at: Moment) {
  const committee = await findCommitteeOf(db, incident.provinceId);
  if (!committee || committee.id === incident.agencyId) return { agency: null, speaker: null };
  const [speaker = null] = await speakersOf(db, committee, at);
  return { agency: { name: committee.name, nameEn: committee.nameEn }, speaker };
}

export type Room = Awaited<ReturnType<typeof incidentRoom>>;
