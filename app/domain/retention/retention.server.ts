import { randomUUID } from "node:crypto";
import { dayOf, startOf } from "#app/clock.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { monthsAfter } from "../policies/calendar.ts";
import { findRule } from "../policies/due.server.ts";
import { numberOf, type Rule } from "../policies/policy.ts";
import { clearGuests, meetingsToClear } from "./guests.server.ts";
import { KEPT, type Kept, NOTHING, type Removed, sumOf } from "./retention.ts";

export type RetentionRun = Row<"retentionRun">;

/** Nobody signs for what the program does by itself, once a day. */
export const BY_ITSELF = { id: "retention", name: "Phần mềm tự chạy" };

/**
 * Lets go of everything that has been kept for its time, meeting by meeting, and says in the log how much it was.
 * With `day` it is the round of that day: when another worker has begun it, nothing is done and the answer is
 * undefined. A round cut short is gone on with by the next; one with nothing to do writes no line in the log.
 */
export async function runRetention(
  db: Db,
  { by, at }: Signature,
  { day }: { day?: Day } = {},
): Promise<Removed | undefined> {
  const id = randomUUID();
  const claimed = await db
    .insertInto("retentionRun")
    .values({ id, day: day ?? null, beganAt: at, endedAt: null, by: by.id, byName: by.name })
    .onConflict((known) => known.column("day").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!claimed) return undefined;

  let removed = NOTHING;
  for (const meeting of await meetingsToClear(db, at)) {
    const gone = await db.transaction().execute((trx) => clearGuests(trx, meeting));
    removed = sumOf(removed, gone);
  }
  const ends = await keptUntil(db, at);
  removed = sumOf(removed, {
    letters: await emptyLetters(db, ends["retention.letters_months"]),
    inbound: await dropInbound(db, ends["retention.letters_months"]),
    trialMail: await dropTrialMail(db, ends["retention.trial_mail_months"]),
  });
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("retentionRun")
      .set({ endedAt: at, removed: JSON.stringify(removed) })
      .where("id", "=", id)
      .execute();
    if (Object.values(removed).some((n) => n > 0))
      await record(
        trx,
        { by, at },
        {
          ...{ act: "retention.ran", about: { id } },
          particulars: { removed: { ...removed } },
        },
      );
  });
  return removed;
}

/** What a round would let go of at a moment, without doing it. */
export async function wouldRemove(db: Db, at: Moment): Promise<Removed> {
  const meetings = await meetingsToClear(db, at);
  const ids = meetings.map(({ id }) => id);
  const ends = await keptUntil(db, at);
  const [invitations, attendances] = await Promise.all(
    (["invitation", "attendance"] as const).map(async (table) => {
      if (ids.length === 0) return 0;
      const { n } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .where("meetingId", "in", ids)
        .executeTakeFirstOrThrow();
      return Number(n);
    }),
  );
  const letters = ends["retention.letters_months"];
  const trial = ends["retention.trial_mail_months"];
  const counted = async (query: { execute(): Promise<unknown[]> } | undefined) =>
    query ? (await query.execute()).length : 0;
  return sumOf(NOTHING, {
    ...{ meetings: ids.length, invitations, attendances },
    letters: await counted(letters ? oldLetters(db, letters) : undefined),
    inbound: await counted(letters ? settledInbound(db, letters) : undefined),
    trialMail: await counted(
      trial
        ? db.selectFrom("receivedMail").select("id").where("receivedAt", "<", trial)
        : undefined,
    ),
  });
}

/** The rules in force on how long things are kept. */
export async function rulesInForce(
  db: Db,
  day: Day,
  place: { provinceId?: string | null; agencyId?: string | null } = {},
) {
  return Promise.all(
    KEPT.map(async (key) => ({ key, rule: await findRule(db, key, { day, ...place }) })),
  ) as Promise<{ key: Kept; rule: Rule | undefined }[]>;
}

/** The first moment of what is still kept, for what belongs to no agency; undefined where no rule sets an end. */
async function keptUntil(db: Db, at: Moment): Promise<Partial<Record<Kept, Moment>>> {
  const rules = await rulesInForce(db, dayOf(at));
  return Object.fromEntries(
    rules.flatMap(({ key, rule }) =>
      rule ? [[key, startOf(monthsAfter(dayOf(at), -numberOf(rule.held)))]] : [],
    ),
  );
}

function oldLetters(db: Db, before: Moment) {
  return db
    .selectFrom("mail")
    .select("id")
    .where("invitationId", "is", null)
    .where("repeatedForId", "is", null)
    .where("postedAt", "<", before)
    .where("stage", "in", ["sent", "refused", "skipped"])
    .where("text", "<>", "");
}

/** What was written and to whom goes; that a letter left, and at which minute, is the proof of equal access and stays. */
async function emptyLetters(db: Db, before: Moment | undefined): Promise<number> {
  if (!before) return 0;
  const { numUpdatedRows } = await db
    .updateTable("mail")
    .set({ text: "", html: "", raw: null, calendar: null, to: "", toName: "", receipt: null })
    // By these it could still be told whose it was.
    .set({ unsubscribeUrl: null, unsubscribeAddress: null, returnToken: null })
    .where("id", "in", oldLetters(db, before))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Mail of guests goes with them; what else came in and was settled goes as letters that went out do. */
function settledInbound(db: Db, before: Moment) {
  return db
    .selectFrom("inboundMail")
    .select("id")
    .where("invitationId", "is", null)
    .where("settledAt", "is not", null)
    .where("receivedAt", "<", before);
}

async function dropInbound(db: Db, before: Moment | undefined): Promise<number> {
  if (!before) return 0;
  const { numDeletedRows } = await db
    .deleteFrom("inboundMail")
    .where("id", "in", settledInbound(db, before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function dropTrialMail(db: Db, before: Moment | undefined): Promise<number> {
  if (!before) return 0;
  const { numDeletedRows } = await db
    .deleteFrom("receivedMail")
    .where("receivedAt", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The last rounds, newest first. */
export function listRuns(db: Db, limit = 30): Promise<RetentionRun[]> {
  return db
    .selectFrom("retentionRun")
    .selectAll()
    .orderBy("beganAt", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}
