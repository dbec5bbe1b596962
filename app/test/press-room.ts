import { randomUUID } from "node:crypto";
import type { Mail } from "#app/domain/mail/letter.ts";
import type { MeetingDetails } from "#app/domain/meetings/meeting.ts";
import type { Db, Tables } from "#db/tables.ts";
import { MORNING } from "./setup.ts";

/** Lan signs, at eight in the morning of 1 September 2026 unless later. */
export const signed = (at: string = MORNING) => ({ by: { id: "lan", name: "Lan" }, at });

/** A press conference on 10 September 2026 at nine in the morning, as an officer would fill it in. */
export function wanted(details: Partial<MeetingDetails> = {}): MeetingDetails {
  return {
    kind: "press_conference",
    cadence: "periodic",
    subject: "Kinh tế, xã hội quý III",
    description: "Có tài liệu kèm theo.",
    startsAt: "2026-09-10T02:00:00.000Z",
    endsAt: "2026-09-10T03:30:00.000Z",
    zone: "Asia/Ho_Chi_Minh",
    venue: "Hội trường A, 9 Lê Lợi",
    venueCapacity: null,
    mapUrl: null,
    accessNotes: null,
    onlineUrl: null,
    answerBy: null,
    chair: "Nguyễn Văn An",
    spokespersonId: null,
    ...details,
  };
}

/** Somebody who speaks for an agency by decision; regular and without an end, unless otherwise. */
export async function speaker(
  db: Db,
  agency: { id: string },
  details: { name?: string; position?: string; untilDay?: string | null } = {},
): Promise<{ personId: string }> {
  const personId = randomUUID();
  const { name = "Lê Thị Bình", position = "Phó Chủ tịch", untilDay = null } = details;
  await db.insertInto("person").values({ id: personId, name }).execute();
  await db
    .insertInto("assignment")
    .values({
      id: randomUUID(),
      agencyId: agency.id,
      personId,
      capacity: "regular",
      position,
      phone: "0296 3 852 001",
      email: "binh@longxuyen.test",
      decisionNo: "12/QĐ-UBND",
      decisionDay: "2026-07-01",
      fromDay: "2026-07-01",
      untilDay,
      recordedAt: MORNING,
      recordedBy: "lan",
      publishedAt: MORNING,
    })
    .execute();
  return { personId };
}

/** Every letter of a meeting, oldest revision first. */
export async function lettersOf(db: Db, meetingId: string): Promise<Mail[]> {
  return db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .selectAll("mail")
    .where("invitation.meetingId", "=", meetingId)
    .orderBy("mail.revision")
    .orderBy("mail.to")
    .execute();
}

/** What the audit log says, oldest first. */
export async function auditOf(db: Db) {
  const lines = await db.selectFrom("audit").selectAll().orderBy("at").execute();
  return lines.map(({ act, about, byName, particulars }) => ({
    ...{ act, about, byName },
    particulars: JSON.parse(particulars) as Record<string, unknown>,
  }));
}

const TABLES: (keyof Tables)[] = [
  "suppression",
  "meetingNotice",
  "inboundMail",
  "meetingPaper",
  "mail",
  "correctionEvidence",
  "correctionRound",
  "correctionCase",
  "correctionCaseCounter",
  "figure",
  "lineToTake",
  "queryAnswer",
  "queryStep",
  "queryDraft",
  "queryTask",
  "queryPromise",
  "queryRequest",
  "queryCounter",
  "query",
  "enclosure",
  "promise",
  "question",
  "questionOrder",
  "attendance",
  "reminderStop",
  "invitation",
  "agendaItem",
  "meetingSpeaker",
  "meetingFileVersion",
  "meetingFile",
  "meetingMinutes",
  "meetingLink",
  "statementCopy",
  "statementFile",
  "statementSignOff",
  "statementReceipt",
  "receiptKey",
  "statement",
  "meeting",
  "incident",
  "scenario",
  "meetingSeries",
  "journalistCalendar",
  "journalist",
  "outlet",
  "assignment",
  "person",
  "audit",
];

/** Empties what meetings and invitations wrote. */
export async function clearPressRoom(db: Db) {
  for (const table of TABLES) await db.deleteFrom(table).execute();
}
