import { createHash, randomUUID } from "node:crypto";
import { type Expression, type NotNull, PostgresAdapter, type SqlBool, sql } from "kysely";
import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { hostOf, readMailbox } from "./address.ts";
import {
  carriable,
  FOLLOWING,
  idle,
  needless,
  neverInvited,
  type Outgoing,
  overtaken,
} from "./carriable.ts";
import type { Letter, Mail } from "./letter.ts";
import { problemOf, type Reason } from "./problem.ts";
import { firstMoment } from "./quiet.ts";
import { newToken } from "./subaddress.ts";

const ROWS_AT_ONCE = 400; // SQLite takes 32,766 values in one statement

/**
 * Puts letters into the outbox. Call it inside the transaction of the deed that they tell of.
 * The same letter (invitation, revision, kind) is posted once, however often it is asked for.
 */
export async function post(db: Db, letters: Letter[], at: Moment): Promise<void> {
  const rows = letters.map((letter) => {
    const id = randomUUID();
    const sender = readMailbox(letter.from);
    if (!sender) throw new Error(`Not a sender: ${JSON.stringify(letter.from)}`);
    const messageId = `<${id}@${hostOf(sender.address)}>`;
    const sent = { postedAt: at, dueAt: firstMoment(at, letter.quiet) };
    return { ...letter, id, messageId, returnToken: newToken(), ...sent };
  });
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    await db
      .insertInto("mail")
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .onConflict((same) => same.columns(["invitationId", "revision", "kind"]).doNothing())
      .execute();
}

export interface Hand {
  worker: string; // whose
  limit: number; // how many letters at once
  leaseSeconds: number; // without a sign of life for so long, others may take them
}

/**
 * Gives a worker letters to carry and marks them `sending` under its name; no other worker gets them
 * until the lease lapses. Never given: letters overtaken by a newer revision, letters too late, cancellations
 * for people who were never reached, questions answered; they are laid aside when little else is left. Within
 * an invitation nothing is handed out while an older letter is on its way.
 */
export async function claimDue(db: Db, now: Moment, hand: Hand): Promise<Mail[]> {
  const lapsed = later(now, { seconds: -hand.leaseSeconds });
  if (!(await anythingDue(db, now, lapsed))) return [];

  return db.transaction().execute(async (trx) => {
    await keepQuiet(trx, now);
    const lock = () => lockIds(trx, (mail) => carriable(mail, now), hand.limit);
    let ids = await lock();
    if (ids.length < hand.limit) {
      await putInOrder(trx, now, lapsed);
      ids.push(...(await lock()));
      ids = [...new Set(ids)].slice(0, hand.limit);
    }
    const claimed = await trx
      .updateTable("mail")
      .set({ stage: "sending", claimedAt: now, claimedBy: hand.worker })
      .set("attempts", (mail) => mail("attempts", "+", 1))
      .where("id", "in", ids)
      .returningAll()
      .execute();
    return claimed.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  });
}

/** Puts off until the morning what has quiet hours and is due in them: tried again, or late out of a queue at rest. */
async function keepQuiet(trx: Db, now: Moment) {
  const due = (mail: Outgoing) =>
    mail.and([
      mail("stage", "=", "queued"),
      mail("dueAt", "<=", now),
      mail("quiet", "is not", null),
    ]);
  const hours = await trx.selectFrom("mail").select("quiet").distinct().where(due).execute();
  for (const { quiet } of hours) {
    const dueAt = firstMoment(now, quiet);
    if (dueAt === now) continue;
    const ids = await lockIds(trx, (mail) => mail.and([due(mail), mail("quiet", "=", quiet)]));
    await trx.updateTable("mail").set({ dueAt }).where("id", "in", ids).execute();
  }
}

/** Lays aside what nobody should carry any more, and takes from the hands of workers that gave no sign of life. */
async function putInOrder(trx: Db, now: Moment, lapsed: Moment) {
  const layIdle = (reason: Reason, condition: (mail: Outgoing) => Expression<SqlBool>) =>
    layAside(trx, reason, now, (mail) => mail.and([idle(mail, lapsed), condition(mail)]));
  await layIdle("superseded", overtaken);
  await layIdle("expired", (mail) => mail("expiresAt", "<=", now));
  await layIdle("never-invited", (mail) =>
    mail.and([mail("kind", "in", FOLLOWING), neverInvited(mail)]),
  );
  await layIdle("needless", needless);
  const left = await lockIds(trx, (mail) =>
    mail.and([mail("stage", "=", "sending"), mail("claimedAt", "<=", lapsed)]),
  );
  await trx
    .updateTable("mail")
    .set((mail) => outOfHand(mail))
    .where("id", "in", left)
    .execute();
}

type Condition = (mail: Outgoing) => Expression<SqlBool>;

/** Whether somebody should set out: a letter is due, or left in the hands of a worker that gave no sign of life. */
export function isWork(db: Db, now: Moment, leaseSeconds: number): Promise<boolean> {
  return anythingDue(db, now, later(now, { seconds: -leaseSeconds }));
}

async function anythingDue(db: Db, now: Moment, lapsed: Moment) {
  const due = await db
    .selectFrom("mail")
    .select("id")
    .where((mail) => mail.and([idle(mail, lapsed), mail("dueAt", "<=", now)]))
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

async function layAside(trx: Db, reason: Reason, now: Moment, condition: Condition) {
  const ids = await lockIds(trx, condition);
  if (ids.length === 0) return;
  await trx
    .updateTable("mail")
    .set({ claimedAt: null, claimedBy: null, raw: null })
    .set(reason === "expired" ? { stage: "refused", refusedAt: now } : { stage: "skipped" })
    .set("problem", (mail) =>
      mail
        .case()
        .when("problem", "is", null)
        .then(reason)
        .else(sql<string>`${`${reason}: `} || ${mail.ref("problem")}`)
        .end(),
    )
    .where("id", "in", ids)
    .execute();
}

/** On PostgreSQL several workers come at once: each takes rows that no other holds. SQLite lets one in at a time. */
async function lockIds(trx: Db, condition: Condition, limit?: number): Promise<string[]> {
  const severalAtOnce = trx.getExecutor().adapter instanceof PostgresAdapter;
  const rows = await trx
    .selectFrom("mail")
    .select("id")
    .where(condition)
    .orderBy("dueAt")
    .$if(limit !== undefined, (query) => query.limit(limit as number))
    .$if(severalAtOnce, (query) => query.forUpdate().skipLocked())
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Keeps the bytes of letters in hand, before anybody connects to a server: every later attempt repeats them.
 * They go when the letter is settled, so that the outbox does not fill with attachments; their digest stays,
 * beside all that they were made of, and tells of any copy whether it is what was sent.
 */
export async function keepBytes(
  db: Db,
  written: { id: string; raw: string; kept?: string }[],
): Promise<void> {
  if (written.length === 0) return;
  const rows = sql.join(
    written.map(({ id, raw, kept = raw }) => sql`(${id}, ${kept}, ${digestOf(raw)})`),
  );
  await sql`update mail set raw = bytes.column2, digest = bytes.column3
    from (values ${rows}) as bytes
    where mail.id = bytes.column1 and mail.raw is null`.execute(db);
}

/** The SHA-256 of the bytes of a letter. */
export function digestOf(raw: string): string {
  return createHash("sha256").update(raw, "latin1").digest("hex");
}

/** Renews the lease on letters that a worker still has in hand. */
export async function keepHold(db: Db, worker: string, ids: string[], now: Moment): Promise<void> {
  await held(db, worker).where("id", "in", ids).set({ claimedAt: now }).execute();
}

export interface SentMail {
  mail: Mail;
  receipt: string; // what the server said
}

/**
 * Writes down that a server took these letters, all held by one worker. A mail server beside us may have told that
 * one cannot be delivered before we come to write: that stands.
 */
export async function markSent(db: Db, sent: SentMail[], at: Moment): Promise<void> {
  if (sent.length === 0) return;
  const rows = sql.join(sent.map(({ mail, receipt }) => sql`(${mail.id}, ${receipt})`));
  await sql`update mail set sent_at = ${at}, receipt = taken.column2,
      stage = case when refused_at is null then 'sent' else 'refused' end,
      problem = case when refused_at is null then null else problem end,
      raw = null, claimed_at = null, claimed_by = null
    from (values ${rows}) as taken
    where mail.id = taken.column1 and mail.stage = 'sending'
      and mail.claimed_by = ${sent[0]?.mail.claimedBy ?? ""}`.execute(db);
}

/**
 * What becomes of a letter that leaves a worker's hands unsettled: it waits again, unless it has come back as
 * undeliverable meanwhile. Nobody is sent a second copy of what is known not to arrive.
 */
function outOfHand(mail: Outgoing, { problem, before }: { problem?: string; before?: Mail } = {}) {
  const waits = () => mail.case().when("mail.refusedAt", "is", null);
  const bytes = before ? waits().then(before.raw) : waits().then(mail.ref("mail.raw"));
  return {
    stage: waits()
      .then("queued" as const)
      .else("refused" as const)
      .end(),
    raw: bytes.else(null).end(),
    ...(before && { digest: before.digest }),
    ...(problem && { problem: waits().then(problem).else(mail.ref("mail.problem")).end() }),
    claimedAt: null,
    claimedBy: null,
  };
}

/**
 * Puts a letter back to be tried again; false when it has come back as undeliverable meanwhile, and stays refused.
 * Unless it `mayHaveLeft`, now or at an earlier attempt, its bytes are let go: nobody has seen them.
 */
export async function putBack(
  db: Db,
  mail: Mail,
  {
    now,
    dueAt,
    problem,
    mayHaveLeft,
  }: { now: Moment; dueAt: Moment; problem: string; mayHaveLeft: boolean },
): Promise<boolean> {
  const put = await inHand(db, mail)
    .set((row) => ({
      // The bytes and their digest are as before this attempt, if nobody has seen what was made for it.
      ...outOfHand(row, { problem, ...(!mayHaveLeft && { before: mail }) }),
      dueAt: dueAt < mail.expiresAt ? dueAt : mail.expiresAt,
      putBackAt: mail.putBackAt ?? now,
    }))
    .returning("stage")
    .executeTakeFirst();
  return put?.stage !== "refused";
}

/** Gives a letter up for good; the desk shows whom it did not reach. */
export async function refuse(
  db: Db,
  mail: Mail,
  problem: string,
  at: Moment,
  mayHaveLeft = false,
): Promise<void> {
  await inHand(db, mail)
    .set({ stage: "refused", problem, refusedAt: at, raw: null, claimedAt: null, claimedBy: null })
    .$if(!mayHaveLeft, (query) => query.set({ digest: mail.digest }))
    .execute();
}

/** Takes back letters of invitations that nobody has in hand yet, and says that an officer did; how many. */
export async function takeBack(
  db: Db,
  meeting: { id: string },
  { kinds, invitationId }: { kinds: readonly Mail["kind"][]; invitationId?: string | null },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("mail")
    .set({ stage: "skipped", problem: problemOf("stopped") })
    .where("stage", "=", "queued")
    .where("kind", "in", kinds)
    .where("invitationId", "in", (mail) =>
      mail
        .selectFrom("invitation")
        .select("invitation.id")
        .where("invitation.meetingId", "=", meeting.id)
        .$if(!!invitationId, (query) => query.where("invitation.id", "=", invitationId as string)),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Gives letters back untouched that a worker took and did not come to. */
export async function release(db: Db, mails: Mail[]): Promise<void> {
  for (const mail of mails)
    await inHand(db, mail)
      .set((row) => outOfHand(row, { before: mail }))
      .set("attempts", (row) => row("attempts", "-", 1))
      .execute();
}

/** Only while it is still in the hands that claimed it: a worker that slept past its lease changes nothing. */
function inHand(db: Db, mail: Mail) {
  return held(db, mail.claimedBy as string)
    .where("id", "=", mail.id)
    .where("attempts", "=", mail.attempts);
}

function held(db: Db, worker: string) {
  return db.updateTable("mail").where("stage", "=", "sending").where("claimedBy", "=", worker);
}

/** Puts back at once what workers hold that are known to be dead. */
export async function takeOver(
  db: Db,
  isGone: (worker: string) => boolean,
  now: Moment,
): Promise<void> {
  const workers = await db
    .selectFrom("mail")
    .select("claimedBy")
    .distinct()
    .where("stage", "=", "sending")
    .where("claimedBy", "is not", null)
    .$narrowType<{ claimedBy: NotNull }>()
    .execute();
  for (const { claimedBy } of workers.filter(({ claimedBy }) => isGone(claimedBy)))
    await held(db, claimedBy)
      .set((row) => ({
        ...outOfHand(row, { problem: problemOf("unanswered") }),
        dueAt: now,
      }))
      .execute();
}
