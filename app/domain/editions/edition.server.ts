import { dayOf, endOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";

/**
 * The first moment after another at which the public is shown something else though nobody writes: a
 * delegation begins or ends, a meeting begins or is over, an embargo ends, a query becomes public record, a promise is
 * overdue, or a day begins in Viet Nam, and with it assignments, rules and quarters. One query, each part of which
 * looks at one end of an index.
 */
export async function nextChangeAt(db: Db, at: Moment): Promise<Moment> {
  const ofDelegations = (column: "fromAt" | "untilAt" | "endAt") =>
    db
      .selectFrom("delegation")
      .select(({ fn }) => fn.min(column).as("next"))
      .where(column, ">", at);
  const ofMeetings = (column: "startsAt" | "endsAt") =>
    db
      .selectFrom("meeting")
      .select(({ fn }) => fn.min(column).as("next"))
      .where(column, ">", at);
  const ofEmbargoes = db
    .selectFrom("meetingFile")
    .select(({ fn }) => fn.min("opensAt").as("next"))
    .where("opensAt", ">", at);

  const ofQueries = db
    .selectFrom("query")
    .select(({ fn }) => fn.min("opensAt").as("next"))
    .where("opensAt", ">", at);

  const ofPromises = db
    .selectFrom("promise")
    .select(({ fn }) => fn.min("dueAt").as("next"))
    .where("keptAt", "is", null)
    .where("dueAt", ">", at);

  const found = await db
    .selectNoFrom([
      ofDelegations("fromAt").as("begins"),
      ofDelegations("untilAt").as("lapses"),
      ofDelegations("endAt").as("isEnded"),
      ofMeetings("startsAt").as("meets"),
      ofMeetings("endsAt").as("isOver"),
      ofPromises.as("isOverdue"),
      ofEmbargoes.as("opens"),
      ofQueries.as("isPublicRecord"),
    ])
    .executeTakeFirstOrThrow();
  const moments = Object.values(found).filter((moment) => moment !== null);
  return [...moments, endOf(dayOf(at))].toSorted()[0] as Moment;
}
