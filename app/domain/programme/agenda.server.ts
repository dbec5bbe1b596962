import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { type Meeting, phaseOf } from "../meetings/meeting.ts";
import { findMeetingFor, type MeetingOfAgency, takeInHand } from "../meetings/meetings.server.ts";
import { type AgendaDetails, type AgendaItem, putAt } from "./agenda.ts";

export type ProgrammeRefusal = "is-held" | "is-cancelled";

/** What keeps the programme of a meeting from being changed: it is over, or it will not be. */
export function whyNotPlan(meeting: Meeting): ProgrammeRefusal | undefined {
  const phase = phaseOf(meeting);
  return phase === "held" || phase === "cancelled" ? `is-${phase}` : undefined;
}

type Outcome = { ok: true } | { ok: false; reason: ProgrammeRefusal };

/** A meeting's points in their order. */
export function agendaOf(db: Db, meetingId: string): Promise<AgendaItem[]> {
  return db
    .selectFrom("agendaItem")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .orderBy("place")
    .execute();
}

/** A point with its meeting, if that is this officer's to work for. */
export async function findAgendaItemFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<(AgendaItem & { meeting: MeetingOfAgency }) | undefined> {
  const item = await db
    .selectFrom("agendaItem")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  const meeting = item && (await findMeetingFor(db, officer, item.meetingId));
  return meeting && { ...item, meeting };
}

/** Puts a point at the end of a meeting's programme. Refused once the meeting was held or cancelled. */
export async function addAgendaItem(
  db: Db,
  meeting: { id: string },
  { title, speaker, minutes }: AgendaDetails,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: ProgrammeRefusal }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, ...rest } = await takeInHand(trx, meeting.id);
    const reason = whyNotPlan({ agencyId, ...rest });
    if (reason) return { ok: false, reason } as const;

    const id = randomUUID();
    const place = (await agendaOf(trx, meeting.id)).length + 1;
    const item = { title, speaker: speaker ?? null, minutes };
    await trx
      .insertInto("agendaItem")
      .values({ id, meetingId: meeting.id, place, ...item })
      .execute();
    await record(trx, signed, {
      ...{ act: "agenda.added", about: meeting, agencyId, particulars: { title } },
    });
    return { ok: true, id } as const;
  });
}

/** Changes what a point says. Refused once the meeting was held or cancelled. */
export async function changeAgendaItem(
  db: Db,
  { id, meetingId }: Pick<AgendaItem, "id" | "meetingId">,
  { title, speaker, minutes }: AgendaDetails,
  signed: Signature,
): Promise<Outcome> {
  return plan(db, meetingId, async (trx, agencyId) => {
    await trx
      .updateTable("agendaItem")
      .set({ title, speaker: speaker ?? null, minutes })
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "agenda.changed", about: { id: meetingId }, agencyId, particulars: { title } },
    });
  });
}

/** Puts a point at another place; those between make room. Refused once the meeting was held or cancelled. */
export async function moveAgendaItem(
  db: Db,
  { id, meetingId }: Pick<AgendaItem, "id" | "meetingId">,
  wanted: number,
  signed: Signature,
): Promise<Outcome> {
  return plan(db, meetingId, async (trx, agencyId) => {
    const before = await agendaOf(trx, meetingId);
    const after = putAt(before, id, wanted);
    const place = after.findIndex((item) => item.id === id) + 1;
    if (before[place - 1]?.id === id) return;
    await number(trx, after);
    const title = after[place - 1]?.title ?? "";
    await record(trx, signed, {
      act: "agenda.moved",
      about: { id: meetingId },
      agencyId,
      particulars: { title, place },
    });
  });
}

/** Strikes a point from the programme. Refused once the meeting was held or cancelled. */
export async function removeAgendaItem(
  db: Db,
  { id, meetingId }: Pick<AgendaItem, "id" | "meetingId">,
  signed: Signature,
): Promise<Outcome> {
  return plan(db, meetingId, async (trx, agencyId) => {
    const removed = await trx
      .deleteFrom("agendaItem")
      .where("id", "=", id)
      .returning("title")
      .executeTakeFirst();
    if (!removed) return;
    await number(trx, await agendaOf(trx, meetingId));
    await record(trx, signed, {
      act: "agenda.removed",
      about: { id: meetingId },
      agencyId,
      particulars: { title: removed.title },
    });
  });
}

/** One at a time: whoever else changes the programme waits until it is numbered again. */
async function plan(
  db: Db,
  meetingId: string,
  work: (trx: Db, agencyId: string) => Promise<void>,
): Promise<Outcome> {
  return allOrNothing<Outcome>(db, async (trx) => {
    const meeting = await takeInHand(trx, meetingId);
    const reason = whyNotPlan(meeting);
    if (reason) return { ok: false, reason };
    await work(trx, meeting.agencyId);
    return { ok: true };
  });
}

async function number(trx: Db, items: AgendaItem[]) {
  for (const [i, { id, place }] of items.entries())
    if (place !== i + 1)
      await trx
        .updateTable("agendaItem")
        .set({ place: i + 1 })
        .where("id", "=", id)
        .execute();
}
