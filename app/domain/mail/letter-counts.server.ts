import type { Expression, SqlBool } from "kysely";
import type { Db, Moment } from "#db/tables.ts";
import type { Mail } from "./letter.ts";

export type Summary = Record<Mail["stage"], number> & { putBack: number };

/** How many letters of a meeting stand where; `putBack` counts those of the queued that were tried before. */
export async function summaryOf(db: Db, meetingId: string): Promise<Summary> {
  const rows = await db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .where("invitation.meetingId", "=", meetingId)
    .select(["stage", (mail) => mail.fn.countAll<number>().as("count")])
    .select((mail) =>
      mail.fn
        .sum<number>(mail.case().when("attempts", ">", 0).then(1).else(0).end())
        .as("triedBefore"),
    )
    .groupBy("stage")
    .execute();
  const count = (stage: Mail["stage"]) => rows.find((row) => row.stage === stage)?.count ?? 0;
  return {
    queued: count("queued"),
    putBack: Number(rows.find((row) => row.stage === "queued")?.triedBefore ?? 0),
    sending: count("sending"),
    sent: count("sent"),
    refused: count("refused"),
    skipped: count("skipped"),
  };
}

export interface Remaining {
  due: number; // could leave now
  later: number; // put back until nextDueAt
  inHand: number; // another worker has them
  nextDueAt: Moment | null;
}

/** What has not left yet. */
export async function remainingIn(db: Db, now: Moment): Promise<Remaining> {
  const { due, later, inHand, nextDueAt } = await db
    .selectFrom("mail")
    .where("stage", "in", ["queued", "sending"])
    .select((mail) => {
      const count = (condition: Expression<SqlBool>) =>
        mail.fn.sum<number>(mail.case().when(condition).then(1).else(0).end());
      const queued = mail("stage", "=", "queued");
      return [
        count(mail.and([queued, mail("dueAt", "<=", now)])).as("due"),
        count(mail.and([queued, mail("dueAt", ">", now)])).as("later"),
        count(mail("stage", "=", "sending")).as("inHand"),
        mail.fn.min<Moment | null>("dueAt").filterWhere("stage", "=", "queued").as("nextDueAt"),
      ];
    })
    .executeTakeFirstOrThrow();
  return {
    due: Number(due ?? 0),
    later: Number(later ?? 0),
    inHand: Number(inHand ?? 0),
    nextDueAt,
  };
}
