import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { OF_AGENCY, type OfAgency, onProvinceBeside } from "../agencies/of-agency.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { type Meeting, type MeetingDetails, type Refusal, whyNotMove } from "./meeting.ts";

/** A meeting with the agency that holds it. */
export interface MeetingOfAgency extends Meeting, OfAgency {}

/** Plans a meeting of an agency, as a draft. Refused: `in-the-past`, `not-a-speaker` (at its start). */
export async function planMeeting(
  db: Db,
  agency: { id: string },
  details: MeetingDetails,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: "in-the-past" | "not-a-speaker" }> {
  if (details.startsAt <= signed.at) return { ok: false, reason: "in-the-past" };

  return allOrNothing(db, async (trx) => {
    const spokesperson = await spokespersonFor(trx, agency, details);
    if (!spokesperson) return { ok: false, reason: "not-a-speaker" } as const;

    const id = randomUUID();
    await trx
      .insertInto("meeting")
      .values({
        ...{ id, agencyId: agency.id, ...details, ...spokesperson },
        ...{ revisedAt: signed.at, createdAt: signed.at, createdBy: signed.by.id },
      })
      .execute();
    const particulars = { subject: details.subject };
    await record(trx, signed, {
      ...{ act: "meeting.planned", about: { id }, agencyId: agency.id, particulars },
    });
    return { ok: true, id } as const;
  });
}

const NOBODY = {
  spokespersonName: null,
  spokespersonPosition: null,
  spokespersonCapacity: null,
};

/**
 * The chosen spokesperson's name, position and capacity as they are at the meeting's start; undefined
 * when that person may not speak for the agency then (Decree 244/2026, art. 3).
 */
export async function spokespersonFor(
  db: Db,
  agency: { id: string },
  { spokespersonId, startsAt }: Pick<MeetingDetails, "spokespersonId" | "startsAt">,
) {
  if (!spokespersonId) return NOBODY;
  const speakers = await speakersOf(db, agency, startsAt);
  const chosen = speakers.find(({ personId }) => personId === spokespersonId);
  return (
    chosen && {
      spokespersonName: chosen.name,
      spokespersonPosition: chosen.position,
      spokespersonCapacity: chosen.capacity,
    }
  );
}

/** Fixes a draft's date within the office; the public is told nothing yet. Refused where it stands or once begun. */
export async function scheduleMeeting(db: Db, meeting: { id: string }, signed: Signature) {
  return move(db, meeting, "scheduled", signed);
}

/** Makes a draft public; from now on journalists can be invited. Refused where it stands or once begun. */
export async function announceMeeting(db: Db, meeting: { id: string }, signed: Signature) {
  return move(db, meeting, "announced", signed);
}

/** Says that an announced meeting was held. Refused where it stands or before it begins. */
export async function holdMeeting(db: Db, meeting: { id: string }, signed: Signature) {
  return move(db, meeting, "held", signed);
}

const MOMENT_OF = {
  scheduled: "scheduledAt",
  announced: "announcedAt",
  held: "heldAt",
} as const;

async function move(
  db: Db,
  { id }: { id: string },
  to: keyof typeof MOMENT_OF,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  return allOrNothing(db, async (trx) => {
    const meeting = await takeInHand(trx, id);
    const reason = whyNotMove(meeting, to, signed.at);
    if (reason) return { ok: false, reason } as const;

    const { agencyId, subject } = meeting;
    await trx
      .updateTable("meeting")
      .set({ [MOMENT_OF[to]]: signed.at, edition: meeting.edition + 1 })
      .where("id", "=", id)
      .execute();
    const particulars = { subject };
    await record(trx, signed, { act: `meeting.${to}`, about: { id }, agencyId, particulars });
    return { ok: true } as const;
  });
}

/**
 * The meeting as it stands now, and nobody else's to change until the transaction ends: what the
 * page showed may be old. Throws when there is no such meeting.
 */
export async function takeInHand(trx: Db, id: string): Promise<Meeting> {
  return trx
    .updateTable("meeting")
    .set((meeting) => ({ revision: meeting.ref("revision") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The meeting with its agency, if it is this officer's to work for. */
export async function findMeetingFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<MeetingOfAgency | undefined> {
  return meetingsOfAgencies(db)
    .where("meeting.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** The meeting with its agency, for the office's own use. */
export async function findMeeting(db: Db, id: string): Promise<MeetingOfAgency | undefined> {
  return meetingsOfAgencies(db).where("meeting.id", "=", id).executeTakeFirst();
}

/** Meetings joined with their agencies and areas: what a scope is asked of. */
export function meetingsOfAgencies(db: Db) {
  return db
    .selectFrom("meeting")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", onProvinceBeside)
    .selectAll("meeting")
    .select(OF_AGENCY)
    .select((eb) => provinceOf(eb as never).as("provinceId"));
}
