import { allOrNothing } from "#db/all-or-nothing.ts";
import { eachByItself } from "#db/each-by-itself.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Choice } from "../invitations/choice.server.ts";
import { chooseJournalists } from "../press/journalists.server.ts";
import { publishStatement } from "./publication.server.ts";
import { isSignedByAll } from "./sign-offs.server.ts";
import { type StatementRefusal, whyNotPublish } from "./statement.ts";
import {
  findStatement,
  incidentOf,
  type StatementOutcome,
  speakerAt,
  statementsOfAgencies,
  takeStatement,
} from "./statements.server.ts";

/** To whom a scheduled statement goes: lists and beats are looked up when it does. */
interface Recipients {
  choice: Choice;
  publicOnly: boolean;
}

/**
 * Lets an approved statement be published by itself at a moment, to whoever is on the chosen lists then. Refused: as
 * `publishStatement` would be, by what is known now of that moment; `schedule-past`.
 */
export async function scheduleStatement(
  db: Db,
  statement: { id: string },
  { at, ...to }: { at: Moment } & Recipients,
  signed: Signature,
): Promise<StatementOutcome> {
  return allOrNothing<StatementOutcome>(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    const reason = whyNotPublish(current, await incidentOf(trx, current), at);
    if (reason) return { ok: false, reason };
    if (at <= signed.at) return { ok: false, reason: "schedule-past" };
    if (!(await isSignedByAll(trx, current))) return { ok: false, reason: "not-signed" };
    const { agencyId, speakerId, title } = current;
    if (!(await speakerAt(trx, { id: agencyId }, speakerId, at)))
      return { ok: false, reason: "not-a-speaker" };
    if (!to.publicOnly && !current.correctsId) {
      const { provinceId } = (await findStatement(trx, statement.id)) ?? {};
      const people = await chooseJournalists(trx, provinceId, to.choice);
      if (people.length === 0) return { ok: false, reason: "nobody" };
    }
    await trx
      .updateTable("statement")
      .set({ scheduledAt: at, scheduledBy: signed.by.id, scheduledByName: signed.by.name })
      .set({ scheduledTo: JSON.stringify(to), scheduleProblem: null })
      .where("id", "=", statement.id)
      .execute();
    await record(trx, signed, {
      ...{ act: "statement.scheduled", about: statement, agencyId, particulars: { title, at } },
    });
    return { ok: true };
  });
}

/** Keeps a statement from being published by itself. It stays approved. */
export async function unscheduleStatement(
  db: Db,
  statement: { id: string },
  signed: Signature,
): Promise<StatementOutcome> {
  return allOrNothing<StatementOutcome>(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    if (current.publishedAt) return { ok: false, reason: "is-published" };
    if (!current.scheduledAt) return { ok: true };
    await unscheduled(trx, current.id, null);
    const { agencyId, title } = current;
    await record(trx, signed, {
      ...{ act: "statement.unscheduled", about: statement, agencyId, particulars: { title } },
    });
    return { ok: true };
  });
}

function unscheduled(trx: Db, id: string, problem: StatementRefusal | null) {
  return trx
    .updateTable("statement")
    .set({ scheduledAt: null, scheduledBy: null, scheduledByName: null, scheduledTo: null })
    .set({ scheduleProblem: problem })
    .where("id", "=", id)
    .execute();
}

/**
 * Publishes what is due by itself, each at one moment and under the name of whoever scheduled it. Whatever may not be
 * published any more is put back among the approved ones, with why: who speaks is asked again at that very moment.
 */
export async function publishDue(
  db: Db,
  at: Moment,
): Promise<{ published: number; letters: number; refused: number }> {
  const due = await db
    .selectFrom("statement")
    .select(["id", "scheduledAt"])
    .where("scheduledAt", "<=", at)
    .where("publishedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .orderBy("scheduledAt")
    .orderBy("id")
    .execute();
  const done = { published: 0, letters: 0, refused: 0 };
  await eachByItself(due, async ({ id }) => {
    const outcome = await publishOne(db, id, at);
    if (outcome?.ok) {
      done.published += 1;
      done.letters += outcome.letters;
    } else if (outcome) done.refused += 1;
  });
  return done;
}

/** Undefined where somebody else was quicker, or took it off the schedule. */
function publishOne(db: Db, id: string, at: Moment) {
  return allOrNothing(db, async (trx) => {
    const current = await takeStatement(trx, id);
    if (current.publishedAt || current.withdrawnAt) return { ok: true, value: undefined } as const;
    if (!current.scheduledAt || current.scheduledAt > at)
      return { ok: true, value: undefined } as const;
    const { agencyId, title, scheduledBy, scheduledByName } = current;
    const by = { id: scheduledBy ?? "", name: scheduledByName ?? "" };
    const { choice, publicOnly } = JSON.parse(current.scheduledTo ?? "{}") as Recipients;
    const { provinceId } = (await findStatement(trx, id)) ?? {};
    const people = publicOnly ? [] : await chooseJournalists(trx, provinceId, choice);
    const to = { publicOnly, journalistIds: people.map((one) => one.id) };
    const outcome = await publishStatement(trx, { id }, to, { by, at });
    if (outcome.ok) return { ok: true, value: outcome } as const;
    await unscheduled(trx, id, outcome.reason);
    await record(
      trx,
      { by, at },
      {
        ...{ act: "statement.schedule-refused", about: { id }, agencyId },
        particulars: { title, reason: outcome.reason },
      },
    );
    return { ok: true, value: outcome } as const;
  }).then(({ value }) => value);
}

/** What was to be published by itself and was not, with why, until somebody sees to it: an officer's own. */
export function listRefusedSchedules(db: Db, officer: Officer) {
  return statementsOfAgencies(db)
    .clearSelect()
    .select(["statement.id", "statement.title", "statement.scheduleProblem"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("statement.scheduleProblem", "is not", null)
    .where("statement.publishedAt", "is", null)
    .where("statement.withdrawnAt", "is", null)
    .where(withinReach(officer))
    .orderBy("statement.draftedAt")
    .execute();
}
