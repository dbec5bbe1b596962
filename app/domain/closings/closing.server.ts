import { dayBefore, startOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { holdBooks } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { moveCorrectionCases } from "../corrections/cases.server.ts";
import { moveInbound } from "../inbound/tray.server.ts";
import { moveIncidents } from "../incidents/incidents.server.ts";
import { seatThoseWaiting } from "../invitations/seats.server.ts";
import { takeInHand } from "../meetings/meetings.server.ts";
import { moveQueries } from "../queries/forwarding.server.ts";
import { NO_END, replaceAssignment, replaceDelegation } from "../spokespersons/replacing.server.ts";
import { type ClosingDetails, type ClosingRefusal, closingRefusal } from "./closing.ts";
import { officersOf } from "./officers.server.ts";

export type ClosingOutcome =
  | { ok: true; ended: number; moved: number; left: number }
  | { ok: false; reason: ClosingRefusal };

/**
 * Closes an agency from a day on, into those that go on with its work: one, several or none. Whoever spoke for it
 * ends with its last day; delegations end with that moment. An end that was recorded before stands where it is the
 * earlier one. A single successor takes over its coming meetings, its open incidents, press queries and cases about errors of the press, the delegations in the making, what
 * it owes the press, its sub-departments and, from that day on, its officers; else they stay to be dealt with by hand.
 * The paper is kept with the agency.
 * Refused: `already-closed`, `before-its-start`, the committee of a unit of today by anyone but an administrator
 * (`committee-stays`), `into-itself`, `successor-elsewhere`, `successor-closed`, `sub-departments-open` without a
 * department to take them.
 */
export async function closeAgency(
  db: Db,
  reach: Pick<Reach, "reach">,
  { id }: { id: string },
  details: ClosingDetails,
  given: Signature,
): Promise<ClosingOutcome> {
  return allOrNothing<ClosingOutcome>(db, async (trx) => {
    const under = await listUnderAtAll(trx, id);
    const signed = await holdBooks(trx, [id, ...under, ...details.successorIds], given);
    const { agency, successors } = await agenciesOf(trx, id, details);
    const reason = closingRefusal(agency, successors, details, reach);
    if (reason) return { ok: false, reason };

    const { day, basis } = details;
    const lastDay = dayBefore(day);
    await trx
      .updateTable("agency")
      .set({
        ...{ untilDay: lastDay, closingBasis: basis, closingFileId: details.fileId },
        closingRecordedAt: signed.at,
      })
      .where("id", "=", id)
      .execute();
    for (const { id: successorId } of successors)
      await trx
        .insertInto("agencySuccession")
        .values({
          ...{ formerId: id, successorId, day, basis },
          ...{ recordedAt: signed.at, recordedBy: signed.by.id },
        })
        .execute();
    await record(trx, signed, {
      act: "agency.closed",
      about: { id },
      agencyId: id,
      particulars: { name: agency.name, day, basis, successors: successors.map((one) => one.name) },
    });

    const [only, ...others] = successors;
    const successor = others.length === 0 ? only : undefined;
    const ended =
      (await endAssignments(trx, id, lastDay, basis, signed)) +
      (await endDelegations(trx, id, startOf(day), basis, signed));
    const meetings = await comingMeetingsOf(trx, id, startOf(day), signed.at);
    if (!successor) return { ok: true, ended, moved: 0, left: meetings.length };
    await moveMeetings(trx, meetings, agency, successor, signed);
    await moveDrafts(trx, agency, successor, signed);
    await movePromises(trx, agency, successor, signed);
    await moveIncidents(trx, agency, successor, signed);
    await moveQueries(trx, agency, successor, signed);
    await moveInbound(trx, agency, successor);
    await moveCorrectionCases(trx, agency, successor, signed);
    await tellOfOfficers(trx, agency, successor, signed);
    await trx
      .updateTable("agency")
      .set({ underId: successor.id })
      .where("underId", "=", id)
      .where("untilDay", "is", null)
      .execute();
    return { ok: true, ended, moved: meetings.length, left: 0 };
  });
}

async function agenciesOf(trx: Db, id: string, { successorIds }: ClosingDetails) {
  const rows = await trx
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "agency.kind", "agency.name", "agency.fromDay", "agency.untilDay"])
    .select(["area.untilDay as areaUntilDay", "area.id as areaId", "area.partOf"])
    .where("agency.id", "in", [id, ...successorIds])
    .execute();
  const agencies = rows.map(({ areaId, partOf, ...row }) => ({
    ...row,
    provinceId: partOf ?? areaId,
  }));
  const agency = agencies.find((one) => one.id === id);
  if (!agency) throw new Error(`There is no agency ${id}.`);
  const { subDepartments } = await trx
    .selectFrom("agency")
    .select(({ fn }) => fn.countAll<number>().as("subDepartments"))
    .where("underId", "=", id)
    .where("untilDay", "is", null)
    .executeTakeFirstOrThrow();
  return {
    agency: {
      ...agency,
      areaIsCurrent: agency.areaUntilDay === null,
      subDepartments: Number(subDepartments),
    },
    successors: agencies.filter((one) => successorIds.includes(one.id) && one.id !== id),
  };
}

/** Its sub-departments go to a successor: their books are held before anybody else is waiting. */
async function listUnderAtAll(trx: Db, id: string): Promise<string[]> {
  const rows = await trx.selectFrom("agency").select("id").where("underId", "=", id).execute();
  return rows.map((row) => row.id);
}

/**
 * Whoever speaks on the last day stops with it; whoever was to begin later never does. What somebody had recorded
 * about a later end is not written over: the entry is replaced, so that the books still tell what they said.
 */
async function endAssignments(
  trx: Db,
  agencyId: string,
  lastDay: Day,
  basis: string,
  signed: Signature,
) {
  const open = await trx
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .selectAll("assignment")
    .select("person.name")
    .where("assignment.agencyId", "=", agencyId)
    .where("assignment.annulledAt", "is", null)
    .where(({ eb, or }) => or([eb("untilDay", "is", null), eb("untilDay", ">", lastDay)]))
    .where(({ eb, or }) => or([eb("endDay", "is", null), eb("endDay", ">", lastDay)]))
    .execute();
  const by = signed.by.id;
  for (const { name, ...entry } of open) {
    const { id, fromDay, endDay } = entry;
    const end = {
      ...{ endDay: lastDay, endKind: "ended" as const, endReason: basis },
      ...{ endRecordedAt: signed.at, endRecordedBy: by },
    };
    const annulment = { annulledAt: signed.at, annulledBy: by, annulReason: basis };
    const isKept = endDay !== null;
    if (isKept && fromDay <= lastDay)
      await replaceAssignment(trx, entry, { ...NO_END, ...end }, basis, signed);
    else
      await trx
        .updateTable("assignment")
        .set({ ...(isKept ? {} : end), ...(fromDay > lastDay ? annulment : {}) })
        .where("id", "=", id)
        .execute();
    await record(trx, signed, {
      act: "spokesperson.assignment-ended",
      about: { id },
      agencyId,
      particulars: { name, endDay: lastDay, reason: basis },
    });
  }
  return open.length;
}

async function endDelegations(
  trx: Db,
  agencyId: string,
  moment: Moment,
  basis: string,
  signed: Signature,
) {
  const open = await trx
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .selectAll("delegation")
    .select("person.name")
    .where("delegation.agencyId", "=", agencyId)
    .where("delegation.annulledAt", "is", null)
    .where("delegation.untilAt", ">", moment)
    .where(({ eb, or }) =>
      or([
        eb("endAt", "is", null),
        // Taken back from its very beginning, it never held: nothing is left to shorten.
        eb.and([eb("endAt", ">", moment), eb("endAt", ">", eb.ref("fromAt"))]),
      ]),
    )
    .execute();
  for (const { name, ...entry } of open) {
    const { id, fromAt } = entry;
    const end = {
      ...{ endAt: fromAt > moment ? fromAt : moment, endReason: basis, endDocumentNo: null },
      ...{ endRecordedAt: signed.at, endRecordedBy: signed.by.id },
    };
    if (entry.endAt === null)
      await trx.updateTable("delegation").set(end).where("id", "=", id).execute();
    else await replaceDelegation(trx, entry, end, basis, signed);
    await record(trx, signed, {
      act: "spokesperson.delegation-revoked",
      about: { id },
      agencyId,
      particulars: { name, reason: basis },
    });
  }
  return open.length;
}

/** Meetings of an agency from a moment on that are neither over nor held nor cancelled. */
export function comingMeetingsOf(db: Db, agencyId: string, moment: Moment, at: Moment) {
  return db
    .selectFrom("meeting")
    .select(["id", "subject", "startsAt"])
    .where("agencyId", "=", agencyId)
    .where("startsAt", ">=", moment)
    .where("endsAt", ">", at)
    .where("heldAt", "is", null)
    .where("cancelledAt", "is", null)
    .orderBy("startsAt")
    .execute();
}

type Named = Pick<Row<"agency">, "id" | "name">;

/** Who was to speak, or to sign, for the closed agency may not for the other one: the meeting waits for somebody new. */
async function moveMeetings(
  trx: Db,
  meetings: { id: string; subject: string }[],
  former: Named,
  successor: Named,
  signed: Signature,
) {
  for (const { id, subject } of meetings) {
    await trx
      .updateTable("meeting")
      .set({
        ...{ agencyId: successor.id, spokespersonId: null, spokespersonName: null },
        ...{ spokespersonPosition: null, spokespersonCapacity: null },
      })
      .where("id", "=", id)
      .execute();
    for (const table of ["meetingSpeaker", "meetingPaper"] as const)
      await trx.deleteFrom(table).where("meetingId", "=", id).execute();
    await record(trx, signed, {
      act: "meeting.moved",
      about: { id },
      agencyId: successor.id,
      particulars: { subject, from: former.name, to: successor.name },
    });
    // The successor's usual number of seats for an outlet may be larger.
    await seatThoseWaiting(trx, await takeInHand(trx, id), signed);
  }
  const ids = meetings.map(({ id }) => id);
  const ofThem = trx.selectFrom("meeting").select("seriesId").where("id", "in", ids);
  await trx
    .updateTable("meetingSeries")
    .set({ agencyId: successor.id })
    .where("id", "in", ofThem as never)
    .execute();
}

async function moveDrafts(trx: Db, former: Named, successor: Named, signed: Signature) {
  const drafts = await trx
    .updateTable("delegationDraft")
    .set({ agencyId: successor.id })
    .where("agencyId", "=", former.id)
    .where("closedAt", "is", null)
    .returning(["id", "matter"])
    .execute();
  for (const { id, matter } of drafts)
    await record(trx, signed, {
      act: "delegation-draft.moved",
      about: { id },
      agencyId: successor.id,
      particulars: { matter: matter ?? "", from: former.name, to: successor.name },
    });
}

/** What was promised to the press and not kept is owed by whoever goes on with the work. */
async function movePromises(trx: Db, former: Named, successor: Named, signed: Signature) {
  const open = await trx
    .selectFrom("promise")
    .innerJoin("question", "question.id", "promise.questionId")
    .innerJoin("meeting", "meeting.id", "question.meetingId")
    .select(["promise.id", "question.number", "meeting.subject"])
    .where("promise.agencyId", "=", former.id)
    .where("promise.keptAt", "is", null)
    .execute();
  for (const { id, number, subject } of open) {
    await trx.updateTable("promise").set({ agencyId: successor.id }).where("id", "=", id).execute();
    await record(trx, signed, {
      act: "promise.moved",
      about: { id },
      agencyId: successor.id,
      particulars: { subject, number, from: former.name, to: successor.name },
    });
  }
}

/** Officers follow their agency's work by themselves once its day has come (`findOfficer`); the log says so now. */
async function tellOfOfficers(trx: Db, former: Named, successor: Named, signed: Signature) {
  for (const { id, email } of await officersOf(trx, former.id))
    await record(trx, signed, {
      act: "account.moved",
      about: { id },
      agencyId: successor.id,
      particulars: { email, from: former.name, to: successor.name },
    });
}
