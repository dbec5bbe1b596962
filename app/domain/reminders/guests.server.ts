import type { Db, Moment } from "#db/tables.ts";
import type { Mail } from "../mail/letter.ts";
import { RULES, type Rule } from "./rule.ts";

/** Everybody invited to some meetings as the rules and their letters see them, in the order of invitation. */
export async function guestsOf(db: Db, meetingIds: string[], only?: string[]) {
  if (meetingIds.length === 0) return [];
  return db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .leftJoin("suppression as dead", (join) =>
      join
        .onRef("dead.provinceId", "=", "journalist.provinceId")
        .onRef("dead.email", "=", "journalist.email")
        .on("dead.ground", "=", "dead_address")
        .on("dead.liftedAt", "is", null),
    )
    .select([
      ...(["invitation.id", "invitation.meetingId", "invitation.token"] as const),
      ...(["invitation.invitedAt", "invitation.repliedAt", "invitation.reply"] as const),
      ...([
        "invitation.substituteName",
        "invitation.waitingSince",
        "invitation.calendarUid",
      ] as const),
      "invitation.id as invitationId",
      "journalist.name",
      "journalist.email",
      "journalist.language",
      "journalist.token as journalistToken",
      "journalist.unsubscribedAt",
      "outlet.name as outletName",
      "dead.id as deadId",
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("attendance")
            .select("attendance.id")
            .whereRef("attendance.invitationId", "=", "invitation.id")
            .where("attendance.undoneAt", "is", null),
        )
        .as("cameIn"),
    )
    .where("invitation.meetingId", "in", meetingIds)
    .$if(only !== undefined, (query) => query.where("invitation.id", "in", only as string[]))
    .orderBy("invitation.invitedAt")
    .orderBy("invitation.id")
    .execute()
    .then((rows) =>
      rows.map(({ cameIn, deadId, ...row }) => ({
        ...row,
        came: Boolean(cameIn),
        isDead: deadId !== null,
      })),
    );
}

export type ReminderGuest = Awaited<ReturnType<typeof guestsOf>>[number];

/** A letter that was written by a rule. */
export interface Written extends Pick<Mail, "stage" | "attempts" | "problem" | "dueAt" | "sentAt"> {
  invitationId: string;
  meetingId: string;
  rule: Rule;
  revision: number;
  postedAt: Moment;
}

/** What the rules have written to the invitees of some meetings, the latest first. */
export async function writtenFor(db: Db, meetingIds: string[]): Promise<Written[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .select([
      "invitation.id as invitationId",
      "invitation.meetingId",
      "mail.kind",
      "mail.revision",
      "mail.stage",
      "mail.attempts",
      "mail.problem",
      "mail.dueAt",
      "mail.sentAt",
      "mail.postedAt",
    ])
    .where("invitation.meetingId", "in", meetingIds)
    .where("mail.kind", "in", RULES)
    .orderBy("mail.postedAt", "desc")
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, rule: kind as Rule }));
}

/** The meetings of which somebody's coming was taken down: where nobody kept the door, answers stand for it. */
export async function doorsKept(db: Db, meetingIds: string[]): Promise<Set<string>> {
  if (meetingIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("attendance")
    .select("meetingId")
    .distinct()
    .where("meetingId", "in", meetingIds)
    .where("undoneAt", "is", null)
    .execute();
  return new Set(rows.map(({ meetingId }) => meetingId));
}

/** Since when there is something of each meeting for everybody to look at: minutes, open files, videos, articles. */
export async function publishedSince(
  db: Db,
  meetingIds: string[],
  now: Moment,
): Promise<Map<string, Moment>> {
  if (meetingIds.length === 0) return new Map();
  const [minutes, files, links] = await Promise.all([
    db
      .selectFrom("meetingMinutes")
      .select(["meetingId", "publishedAt as at"])
      .where("meetingId", "in", meetingIds)
      .where("publishedAt", "is not", null)
      .execute(),
    db
      .selectFrom("meetingFile")
      .select(["meetingId"])
      .select((eb) => eb.fn.coalesce("opensAt", "addedAt").as("at"))
      .where("meetingId", "in", meetingIds)
      .where("audience", "=", "everybody")
      .where("withdrawnAt", "is", null)
      .execute(),
    db
      .selectFrom("meetingLink")
      .select(["meetingId", "addedAt as at"])
      .where("meetingId", "in", meetingIds)
      .where("removedAt", "is", null)
      .execute(),
  ]);
  const first = new Map<string, Moment>();
  for (const { meetingId, at } of [...minutes, ...files, ...links]) {
    const known = first.get(meetingId);
    if (at && at <= now && (!known || at < known)) first.set(meetingId, at);
  }
  return first;
}
