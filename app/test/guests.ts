import { invite } from "#app/domain/invitations/invitations.server.ts";
import { reply } from "#app/domain/invitations/replies.server.ts";
import type { Reply } from "#app/domain/invitations/reply-form.ts";
import type { Db, Row } from "#db/tables.ts";
import { briefing, committee, reporter } from "./people.ts";
import { lettersOf, signed, wanted } from "./press-room.ts";
import { MORNING } from "./setup.ts";

export const NEXT_DAY = "2026-09-02T01:00:00.000Z";
export const DURING = "2026-09-10T02:30:00.000Z";
export const OVER = "2026-09-10T03:30:00.000Z";
export const moved = { startsAt: "2026-09-11T02:00:00.000Z", endsAt: "2026-09-11T03:30:00.000Z" };

/** A meeting of the ward, on 10 September unless otherwise. */
export const meetingWith = async (db: Db, details: Partial<Row<"meeting">> = {}) =>
  briefing(db, await committee(db), { ...wanted(), ...details });

/** Invites one reporter by name; their letter leaves unless told otherwise. */
export const guest = async (
  db: Db,
  meeting: { id: string },
  name: string,
  {
    answer,
    unsubscribed = false,
    leaves = true,
  }: { answer?: Reply; unsubscribed?: boolean; leaves?: boolean } = {},
) => {
  const journalist = await reporter(db, { name, email: `${name.toLowerCase()}@bao.test` });
  await invite(db, meeting, [journalist.id], signed());
  const invitation = await db
    .selectFrom("invitation")
    .selectAll()
    .where("journalistId", "=", journalist.id)
    .executeTakeFirstOrThrow();
  if (leaves)
    await db
      .updateTable("mail")
      .set({ stage: "sent", sentAt: MORNING, digest: "of bytes" })
      .where("invitationId", "=", invitation.id)
      .execute();
  if (answer) {
    const substituteName = answer === "substitute" ? "Người khác" : undefined;
    await reply(db, invitation.token, { reply: answer, substituteName }, MORNING);
  }
  if (unsubscribed)
    await db
      .updateTable("journalist")
      .set({ unsubscribedAt: MORNING })
      .where("id", "=", journalist.id)
      .execute();
  return invitation;
};

export const stored = (db: Db, id: string) =>
  db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

export const answerOf = (db: Db, { id }: { id: string }) =>
  db.selectFrom("invitation").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

/** Which letters went out since that revision, and to whom. */
export const since = async (db: Db, meeting: { id: string }, revision: number) =>
  (await lettersOf(db, meeting.id))
    .filter((letter) => letter.revision >= revision)
    .map(({ to, kind }) => `${kind} ${to.split("@")[0]}`)
    .toSorted();

export const storm = { reason: " Tránh bão " };

/** What a line of the calendar says. */
export const inCalendar = (calendar: string | null, name: string) =>
  new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar ?? "")?.[1];
