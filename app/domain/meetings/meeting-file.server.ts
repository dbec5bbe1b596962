import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { findAgency, findCommitteeOf } from "../agencies/agencies.server.ts";
import { isClosedBy } from "../agencies/agency.ts";
import type { Signature } from "../audit/entry.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { plainly } from "../spreadsheets/sheet.ts";
import { type FileProblem, type MeetingWanted, readMeetingFile } from "./meeting-file.ts";
import { announceMeeting, planMeeting } from "./meetings.server.ts";

/**
 * Plans the meeting that a JSON file describes and announces it, so that journalists can be invited at
 * once. Refused with every problem of the file, or with what does not fit the office's books.
 */
export async function createFromFile(
  db: Db,
  text: string,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; problems: FileProblem[] }> {
  const read = readMeetingFile(text, signed.at);
  if (!read.ok) return read;
  const { wanted } = read;
  const agency = await agencyWanted(db, wanted);
  if (!agency || isClosedBy(agency, dayOf(signed.at)))
    return refuse(wanted.agencyId ? "agency" : "area", "unknown-agency");
  const spokesperson = await spokespersonWanted(db, agency, wanted);
  if (!spokesperson.ok) return refuse("spokesperson", spokesperson.problem);

  return allOrNothing(db, async (trx) => {
    const details = { ...wanted.details, spokespersonId: spokesperson.id };
    const planned = await planMeeting(trx, agency, details, signed);
    if (!planned.ok) return refuse("spokesperson", planned.reason);
    const announced = await announceMeeting(trx, planned, signed);
    return announced.ok ? planned : refuse(null, announced.reason);
  });
}

function refuse(field: string | null, problem: string) {
  return { ok: false as const, problems: [{ field, problem }] };
}

function agencyWanted(db: Db, { agencyId, areaCode }: MeetingWanted) {
  return agencyId ? findAgency(db, agencyId) : findCommitteeOf(db, `2025-${areaCode}`);
}

/** By id or by name, among those who may speak at the meeting's start; marks and capitals do not matter. */
async function spokespersonWanted(
  db: Db,
  agency: { id: string },
  { spokesperson, details }: MeetingWanted,
) {
  if (!spokesperson) return { ok: true as const, id: null };
  const speakers = await speakersOf(db, agency, details.startsAt);
  const ids = new Set(
    speakers
      .filter((one) => one.personId === spokesperson || plainly(one.name) === plainly(spokesperson))
      .map(({ personId }) => personId),
  );
  const [id] = ids;
  if (!id) return { ok: false as const, problem: "not-a-speaker" };
  return ids.size > 1
    ? { ok: false as const, problem: "several-speakers" }
    : { ok: true as const, id };
}
