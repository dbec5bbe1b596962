import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { findMeetingFor, takeInHand } from "../meetings/meetings.server.ts";
import { type SpeakerChoice, speakerChoices } from "../meetings/speaker-choice.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { type ProgrammeRefusal, whyNotPlan } from "./agenda.server.ts";

export type MeetingSpeaker = Row<"meetingSpeaker">;

/** Who speaks at a meeting beside its first spokesperson, in the order in which they were added. */
export function otherSpeakersOf(db: Db, meetingId: string): Promise<MeetingSpeaker[]> {
  return db
    .selectFrom("meetingSpeaker")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .orderBy("addedAt")
    .orderBy("id")
    .execute();
}

/** Who else may speak for the meeting's agency at its start: neither its first spokesperson nor anyone added already. */
export async function speakersToAdd(
  db: Db,
  meeting: Pick<Meeting, "id" | "agencyId" | "startsAt" | "spokespersonId">,
): Promise<SpeakerChoice[]> {
  const [choices, added] = await Promise.all([
    speakersOf(db, { id: meeting.agencyId }, meeting.startsAt).then(speakerChoices),
    otherSpeakersOf(db, meeting.id),
  ]);
  const taken = new Set([meeting.spokespersonId, ...added.map(({ personId }) => personId)]);
  return choices.filter(({ personId }) => !taken.has(personId));
}

export type SpeakerRefusal = ProgrammeRefusal | "not-a-speaker" | "speaks-already";

/**
 * Has somebody else speak at a meeting too, with name, position and capacity as they are at its start. Refused:
 * `not-a-speaker` who may not speak for the agency then (Decree 244/2026, art. 3), `speaks-already`, once the
 * meeting was held or cancelled.
 */
export async function addSpeaker(
  db: Db,
  { id: meetingId }: { id: string },
  personId: string,
  signed: Signature,
): Promise<{ ok: true; name: string } | { ok: false; reason: SpeakerRefusal }> {
  return allOrNothing(db, async (trx) => {
    const meeting = await takeInHand(trx, meetingId);
    const reason = whyNotPlan(meeting);
    if (reason) return { ok: false, reason } as const;
    const speakers = await speakersOf(trx, { id: meeting.agencyId }, meeting.startsAt);
    const chosen = speakers.find((one) => one.personId === personId);
    if (!chosen) return { ok: false, reason: "not-a-speaker" } as const;
    const added = await otherSpeakersOf(trx, meetingId);
    if (meeting.spokespersonId === personId || added.some((one) => one.personId === personId))
      return { ok: false, reason: "speaks-already" } as const;

    const { name, position, capacity } = chosen;
    await trx
      .insertInto("meetingSpeaker")
      .values({
        ...{ id: randomUUID(), meetingId, personId, name, position, capacity },
        ...{ addedAt: signed.at, addedBy: signed.by.id },
      })
      .execute();
    await record(trx, signed, {
      act: "meeting.speaker-added",
      about: { id: meetingId },
      agencyId: meeting.agencyId,
      particulars: { name, position },
    });
    return { ok: true, name } as const;
  });
}

/** Somebody who speaks at a meeting too, if the meeting is this officer's to work for. */
export async function findSpeakerFor(db: Db, officer: Officer, id: string) {
  const speaker = await db
    .selectFrom("meetingSpeaker")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  const meeting = speaker && (await findMeetingFor(db, officer, speaker.meetingId));
  return meeting && { ...speaker, meeting };
}

/** Takes somebody off those who speak. Refused once the meeting was held or cancelled. */
export async function removeSpeaker(
  db: Db,
  { id, meetingId, name }: MeetingSpeaker,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: ProgrammeRefusal }> {
  return allOrNothing(db, async (trx) => {
    const meeting = await takeInHand(trx, meetingId);
    const reason = whyNotPlan(meeting);
    if (reason) return { ok: false, reason } as const;
    const removed = await trx
      .deleteFrom("meetingSpeaker")
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (removed)
      await record(trx, signed, {
        act: "meeting.speaker-removed",
        about: { id: meetingId },
        agencyId: meeting.agencyId,
        particulars: { name },
      });
    return { ok: true } as const;
  });
}

/** Those added to speak at a meeting who may not do so at another hour. */
export async function silentAt(
  db: Db,
  meeting: Pick<Meeting, "id" | "agencyId">,
  startsAt: Moment,
): Promise<MeetingSpeaker[]> {
  const added = await otherSpeakersOf(db, meeting.id);
  if (added.length === 0) return [];
  const speakers = await speakersOf(db, { id: meeting.agencyId }, startsAt);
  const may = new Set(speakers.map(({ personId }) => personId));
  return added.filter(({ personId }) => personId === null || !may.has(personId));
}
