import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Db, Row, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { pageFound } from "../paging/page.server.ts";

/** Letters of one kind of fate; `trouble` is what somebody should look after. */
export const SHELVES = ["trouble", "waiting", "sent", "skipped", "all"] as const;
export type Shelf = (typeof SHELVES)[number];

type Outgoing = ExpressionBuilder<Tables, "mail">;

const ON_SHELF = {
  trouble: ({ eb, or, and }: Outgoing) =>
    or([eb("mail.stage", "=", "refused"), and([tried(eb), eb("mail.stage", "=", "queued")])]),
  waiting: ({ eb }: Outgoing) => eb("mail.stage", "in", ["queued", "sending"]),
  sent: ({ eb }: Outgoing) => eb("mail.stage", "=", "sent"),
  skipped: ({ eb }: Outgoing) => eb("mail.stage", "=", "skipped"),
  all: ({ lit }: Outgoing) => lit(true) as never,
} satisfies Record<Shelf, unknown>;

function tried(eb: Outgoing["eb"]) {
  return eb("mail.attempts", ">", 0);
}

/** Letters of meetings and agencies that an officer works for. */
export function lettersFor(db: Db, officer: Officer) {
  return (
    db
      .selectFrom("mail")
      .leftJoin("invitation", (join) =>
        join.on(({ eb, ref, fn }) =>
          eb(ref("invitation.id"), "=", fn.coalesce("mail.invitationId", "mail.repeatedForId")),
        ),
      )
      .leftJoin("meeting", "meeting.id", "invitation.meetingId")
      .leftJoin("statementCopy", "statementCopy.id", "mail.statementCopyId")
      .leftJoin("statement", "statement.id", "statementCopy.statementId")
      .innerJoin("agency", (join) =>
        join.on(({ eb, ref, fn }) =>
          eb(ref("agency.id"), "=", fn.coalesce("meeting.agencyId", "mail.agencyId")),
        ),
      )
      .innerJoin("area", "area.id", "agency.areaId")
      .where(withinReach(officer))
      // Who asks an agency what is its own affair: not even the province's office reads those addresses.
      .where(({ eb, or }) =>
        or([
          sql<SqlBool>`${eb.ref("mail.kind")} not like 'query-%'`,
          eb("agency.id", "=", officer.agencyId ?? ""),
        ]),
      )
  );
}

const PAGE = 50;

/** One page of the letters within an officer's reach on one shelf, newest first. */
export async function listLettersFor(
  db: Db,
  officer: Officer,
  { shelf, page: asked = 1 }: { shelf: Shelf; page?: number },
) {
  const onShelf = lettersFor(db, officer)
    .where(ON_SHELF[shelf])
    .select([
      "mail.id",
      "mail.kind",
      "mail.to",
      "mail.toName",
      "mail.stage",
      "mail.attempts",
      "mail.postedAt",
      "mail.sentAt",
      "mail.dueAt",
      "mail.problem",
      "meeting.id as meetingId",
      "meeting.subject",
      "statement.id as statementId",
      "statement.title as statementTitle",
      "mail.agencyId",
      "agency.name as agencyName",
      "agency.nameEn as agencyNameEn",
    ])
    .orderBy("mail.postedAt", "desc")
    .orderBy("mail.id");
  const { shown, ...place } = await pageFound(onShelf, asked, PAGE);
  const letters = shown.map(({ attempts, ...row }) => ({
    ...row,
    progress: row.stage === "queued" && attempts > 0 ? ("put-back" as const) : row.stage,
  }));
  return { letters, ...place };
}

/** How many letters within an officer's reach stand on each shelf. */
export async function countLettersFor(db: Db, officer: Officer): Promise<Record<Shelf, number>> {
  const rows = await lettersFor(db, officer)
    .select(["mail.stage", ({ eb }) => tried(eb as never).as("tried")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .groupBy(["mail.stage", "tried"])
    .execute();
  const sum = (of: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(of).reduce((total, { count }) => total + count, 0);
  return {
    trouble: sum(({ stage, tried }) => stage === "refused" || (stage === "queued" && !!tried)),
    waiting: sum(({ stage }) => stage === "queued" || stage === "sending"),
    sent: sum(({ stage }) => stage === "sent"),
    skipped: sum(({ stage }) => stage === "skipped"),
    all: sum(() => true),
  };
}

/**
 * A page of the trial mailbox: what was received of letters of an officer's meetings, newest first. An
 * administrator sees everything. A message is known by the Message-ID of our letter in it.
 */
export async function listReceivedFor(db: Db, officer: Officer, asked = 1) {
  const inReach = receivedFor(db, officer)
    .select(["receivedMail.id", "receivedAt", "from", "to", "subject"])
    .orderBy("receivedAt", "desc")
    .orderBy("receivedMail.id");
  const { shown: mails, ...place } = await pageFound(inReach, asked, PAGE);
  return { mails, ...place };
}

/** A message of the trial mailbox, if an officer may see it as in `listReceivedFor`. */
export function findReceivedFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<Row<"receivedMail"> | undefined> {
  return receivedFor(db, officer)
    .selectAll("receivedMail")
    .where("receivedMail.id", "=", id)
    .executeTakeFirst();
}

/** The headers of a letter of ours are well within so many octets. */
const HEADERS = 4000;

function receivedFor(db: Db, officer: Officer) {
  const theirs = lettersFor(db, officer)
    .innerJoin("receivedMail as received", "received.to", "mail.to")
    .select("received.id")
    .where(
      sql<boolean>`substr(${sql.ref("received.raw")}, 1, ${HEADERS}) like '%' || ${sql.ref("mail.messageId")} || '%'`,
    );
  return db
    .selectFrom("receivedMail")
    .$if(officer.reach !== "country", (query) => query.where("receivedMail.id", "in", theirs));
}
