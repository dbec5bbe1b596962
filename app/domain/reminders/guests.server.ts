import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Db, Moment, Row, Tables } from "#db/tables.ts";
import type { Mail } from "../mail/letter.ts";
import type { Planned } from "./plan.ts";
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
    .select((eb) => eb.exists(comingIn(eb)).as("cameIn"))
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

/**
 * The next few to whom a rule is to write at a meeting's revision and has not written yet, in the order of invitation.
 * What `whyPassedOver` says of one guest is asked of the database here: of thousands it names those few.
 */
export async function nextInLine(
  db: Db,
  { id, revision }: Pick<Row<"meeting">, "id" | "revision">,
  { rule, at }: Pick<Planned, "rule" | "at">,
  { isDoorKept, limit }: { isDoorKept: boolean; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select("invitation.id")
    .where("invitation.meetingId", "=", id)
    .where((guest) => isMeant(guest, rule, isDoorKept))
    .$if(at !== null && rule !== "thanks", (query) =>
      query.where((guest) => wasTold(guest, rule, at as Moment)),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mail")
            .select("mail.id")
            .whereRef("mail.invitationId", "=", "invitation.id")
            .where("mail.kind", "=", rule)
            .where("mail.revision", "=", revision),
        ),
      ),
    )
    .where(({ eb, not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("reminderStop")
            .select("reminderStop.id")
            .where("reminderStop.meetingId", "=", id)
            .whereRef("reminderStop.invitationId", "=", "invitation.id")
            .where("reminderStop.resumedAt", "is", null)
            .where((stop) =>
              stop.or([
                stop("reminderStop.rule", "is", null),
                stop("reminderStop.rule", "=", eb.val(rule)),
              ]),
            ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("suppression")
            .select("suppression.id")
            .whereRef("suppression.provinceId", "=", "journalist.provinceId")
            .whereRef("suppression.email", "=", "journalist.email")
            .where("suppression.ground", "=", "dead_address")
            .where("suppression.liftedAt", "is", null),
        ),
      ),
    )
    .orderBy("invitation.invitedAt")
    .orderBy("invitation.id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

type Asked = ExpressionBuilder<Tables, "invitation" | "journalist">;

/** Whom a rule is for by what they answered, and whether letters still reach them. */
function isMeant(guest: Asked, rule: Rule, isDoorKept: boolean): Expression<SqlBool> {
  const isSubscribed = guest("journalist.unsubscribedAt", "is", null);
  if (rule === "decision")
    return guest.and([
      guest("invitation.reply", "is", null),
      guest.or([isSubscribed, guest("invitation.repliedAt", "is not", null)]),
    ]);
  const comes = guest("invitation.reply", "<>", "declined"); // nor is it null
  if (rule !== "thanks") return comes;
  return guest.and([isDoorKept ? guest.exists(comingIn(guest)) : comes, isSubscribed]);
}

/** Invited, and with the answer that counts, before the hour of the letter: else they know already. */
function wasTold(guest: Asked, rule: Rule, at: Moment): Expression<SqlBool> {
  const invited = guest("invitation.invitedAt", "<", at);
  if (rule === "decision") return invited;
  const replied = guest("invitation.repliedAt", "<", at);
  return guest.and([invited, guest.or([guest("invitation.repliedAt", "is", null), replied])]);
}

/** That somebody invited came in, unless it was taken back. */
function comingIn(guest: Pick<Asked, "selectFrom">) {
  return guest
    .selectFrom("attendance")
    .select("attendance.id")
    .whereRef("attendance.invitationId", "=", "invitation.id")
    .where("attendance.undoneAt", "is", null);
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
