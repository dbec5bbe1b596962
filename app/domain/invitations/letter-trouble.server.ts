import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";

export interface LetterTrouble {
  meetingId: string;
  subject: string;
  startsAt: Moment;
  refused: number; // given up: somebody must telephone
  putBack: number; // tried, and to be tried again
}

/** The meetings to come, within an officer's reach, whose letters did not all simply leave; soonest first. */
export async function listLetterTrouble(
  db: Db,
  officer: Officer,
  now: Moment,
): Promise<LetterTrouble[]> {
  const rows = await db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["meeting.id as meetingId", "meeting.subject", "meeting.startsAt", "mail.stage"])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where(withinReach(officer))
    .where("meeting.startsAt", ">", now)
    .where(({ eb, or, and }) =>
      or([
        eb("mail.stage", "=", "refused"),
        and([eb("mail.stage", "=", "queued"), eb("mail.attempts", ">", 0)]),
      ]),
    )
    .groupBy(["meeting.id", "meeting.subject", "meeting.startsAt", "mail.stage"])
    .orderBy("meeting.startsAt")
    .execute();

  const meetings = new Map<string, LetterTrouble>();
  for (const { stage, count, ...meeting } of rows) {
    const trouble = meetings.get(meeting.meetingId) ?? { ...meeting, refused: 0, putBack: 0 };
    trouble[stage === "refused" ? "refused" : "putBack"] += count;
    meetings.set(meeting.meetingId, trouble);
  }
  return [...meetings.values()];
}
