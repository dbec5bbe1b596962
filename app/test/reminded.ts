import { invite } from "#app/domain/invitations/invitations.server.ts";
import { reply } from "#app/domain/invitations/replies.server.ts";
import { claimDue, markSent } from "#app/domain/mail/outbox.server.ts";
import { findMeeting, type MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import type { Db, Row } from "#db/tables.ts";
import { briefing, committee, reporter } from "./people.ts";
import { clearPressRoom, lettersOf, signed } from "./press-room.ts";

/** The meeting of the tests is on Thursday 10 September 2026 at nine; its three days are Monday the 7th at nine. */
export const THREE_DAYS = "2026-09-07T02:00:00.000Z";
export const THREE_HOURS = "2026-09-09T13:59:00.000Z"; // six in the morning is quiet: the evening before
export const minute = (moment: string, minutes: number) =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

/** Empties the press room; the nation's rules alone are in force. */
export async function clearReminders(db: Db) {
  await clearPressRoom(db);
  await db.deleteFrom("reminderRule").where("scope", "<>", "national").execute();
  await db.updateTable("reminderRule").set({ endedAt: null }).execute();
}

/** Carries every letter that is due. */
export const carry = async (db: Db, at: string) => {
  const claimed = await claimDue(db, at, { worker: "w", limit: 500, leaseSeconds: 60 });
  if (claimed.length > 0)
    await markSent(
      db,
      claimed.map((mail) => ({ mail, receipt: "250 ok" })),
      at,
    );
  return claimed;
};

/** A meeting with invitees who answered as said, their invitations sent. */
export async function invited(
  db: Db,
  answers: Record<string, "coming" | "declined" | "substitute" | null>,
  details: Partial<Row<"meeting">> = {},
) {
  const meeting = await briefing(db, await committee(db), details);
  const ids: string[] = [];
  for (const name of Object.keys(answers))
    ids.push((await reporter(db, { name, email: `${name.toLowerCase()}@bao.test` })).id);
  if (ids.length > 0) await invite(db, meeting, ids, signed());
  await carry(db, signed().at);
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select(["invitation.id", "invitation.token", "journalist.name", "journalistId"])
    .execute();
  for (const { name, token } of rows) {
    const answer = answers[name];
    const substituteName = answer === "substitute" ? "Trần Văn Thay" : undefined;
    if (answer) await reply(db, token, { reply: answer, substituteName }, minute(signed().at, 5));
  }
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
  const tokenOf = (name: string) => rows.find((row) => row.name === name)?.token ?? "";
  const journalistOf = (name: string) => rows.find((row) => row.name === name)?.journalistId ?? "";
  return { meeting, idOf, tokenOf, journalistOf };
}

/** Which reminders were written, and to whom. */
export const remindersTo = async (db: Db, meetingId: string, kind?: string) =>
  (await lettersOf(db, meetingId))
    .filter((letter) => letter.kind !== "invitation" && letter.calendar === null)
    .filter((letter) => !kind || letter.kind === kind)
    .map(({ to, kind: is }) => `${is} ${to}`)
    .sort();

/** The meeting as it stands now. */
export const found = async (db: Db, { id }: { id: string }) =>
  (await findMeeting(db, id)) as MeetingOfAgency;
