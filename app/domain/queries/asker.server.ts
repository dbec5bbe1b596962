import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import { answersOn } from "./answering.server.ts";
import { clocksOf } from "./clocks.server.ts";
import { whereItWent } from "./forwarding.server.ts";
import { answerPaper } from "./paper.server.ts";
import { findQuery, holdQuery, promisesOn, type QueryOfAgency } from "./queries.server.ts";
import { type AskerMoves, movesOfAsker, type Query, type QueryOutcome } from "./query.ts";
import { ASKER } from "./receiving.server.ts";

/** What the asker is shown under the link of their letters: what they asked, what they were told, by when, and nothing of the desk's. */
export async function askedPage(db: Db, token: string, at: Moment) {
  const query = await queryBy(db, token);
  if (!query) return undefined;
  const [answers, promises, clocks, went] = await Promise.all([
    answersOn(db, query),
    promisesOn(db, query),
    clocksOf(db, query),
    query.outcome === "forwarded" ? whereItWent(db, query) : undefined,
  ]);
  const { agencyId, agencyName, agencyNameEn, agencyKind, areaCode, provinceId } = query;
  const { provinceType, provinceName, provinceNameEn, number, kind, title, text } = query;
  const { language, receivedAt, takenAt, heldAt, outcome, outcomeAt, promisedAt } = query;
  const { confirmedAt, disputedAt, opensAt, keptBackAt, nameWithheld, reference } = query;
  return {
    query: {
      ...{ agencyId, agencyName, agencyNameEn, agencyKind, areaCode, provinceId },
      ...{ provinceType, provinceName, provinceNameEn, number, kind, title, text, language },
      ...{ receivedAt, takenAt, heldAt, outcome, outcomeAt, promisedAt, confirmedAt },
      ...{ disputedAt, opensAt, keptBackAt, nameWithheld, reference, id: query.id },
    },
    answers: answers.map(({ sentBy, version, speakerId, ...told }) => told),
    promises: promises.map(({ id, dueAt, reason, madeAt }) => ({ id, dueAt, reason, madeAt })),
    ...{ clocks, went: went ?? null, moves: movesOfAsker(query, at) },
  };
}

export type AskedPage = NonNullable<Awaited<ReturnType<typeof askedPage>>>;

async function queryBy(db: Db, token: string): Promise<QueryOfAgency | undefined> {
  const found = await db
    .selectFrom("query")
    .select("id")
    .where("token", "=", token)
    .executeTakeFirst();
  return found && findQuery(db, found.id);
}

/** Does what the asker may do at that moment, signed by the link. Refused: `unknown`, or where the query stands. */
async function asAsker(
  db: Db,
  token: string,
  move: keyof AskerMoves,
  at: Moment,
  work: (trx: Db, query: Query) => Promise<void>,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const found = await queryBy(trx, token);
    if (!found) return { ok: false, reason: "unknown" };
    const query = await holdQuery(trx, found.id);
    if (!movesOfAsker(query, at)[move]) return { ok: false, reason: "done-already" };
    await work(trx, query);
    const act = ACTS[move];
    await record(trx, signedBy(query, at), {
      ...{ act, about: query, agencyId: query.agencyId },
      particulars: { number: query.number },
    });
    return { ok: true };
  });
}

const ACTS = {
  confirm: "query.confirmed",
  dispute: "query.disputed",
  withdraw: "query.withdrawn",
  release: "query.released",
} as const;

const signedBy = ({ id }: Query, at: Moment) => ({ by: { id: `asker:${id}`, name: ASKER }, at });

/** The asker says that it is answered. Only such count in the openness figures. */
export function confirmAnswer(db: Db, token: string, at: Moment): Promise<QueryOutcome> {
  return asAsker(db, token, "confirm", at, async (trx, query) => {
    await trx.updateTable("query").set({ confirmedAt: at }).where("id", "=", query.id).execute();
    await onLastAnswer(trx, query, { confirmedAt: at });
  });
}

/** The asker says that it is not answered, and why: the query is in hand again, with all that was said in its history. */
export function disputeAnswer(
  db: Db,
  token: string,
  dispute: string,
  at: Moment,
): Promise<QueryOutcome> {
  return asAsker(db, token, "dispute", at, async (trx, query) => {
    const { opensAt, edition } = query;
    await trx
      .updateTable("query")
      .set({ outcome: null, outcomeAt: null, outcomeBy: null, confirmedAt: null, heldAt: null })
      .set({ disputedAt: at, edition: edition + 1 })
      // What is public already stays so; else it opens so many days after the next answer.
      .set({ opensAt: opensAt !== null && opensAt <= at ? opensAt : null })
      .where("id", "=", query.id)
      .execute();
    await onLastAnswer(trx, query, { disputedAt: at, dispute });
  });
}

/** The asker takes the question back. */
export function withdrawByAsker(db: Db, token: string, at: Moment): Promise<QueryOutcome> {
  return asAsker(db, token, "withdraw", at, async (trx, query) => {
    await trx
      .updateTable("query")
      .set({ outcome: "withdrawn", outcomeAt: at, outcomeBy: `asker:${query.id}` })
      .set({ edition: query.edition + 1, lockBy: null, lockName: null, lockUntil: null })
      .where("id", "=", query.id)
      .execute();
  });
}

/** The asker has published, and lets everybody read question and answer from now on. */
export function releaseByAsker(db: Db, token: string, at: Moment): Promise<QueryOutcome> {
  return asAsker(db, token, "release", at, async (trx, query) => {
    await trx
      .updateTable("query")
      .set({ opensAt: at, publishedAt: at })
      .where("id", "=", query.id)
      .execute();
  });
}

async function onLastAnswer(
  trx: Db,
  query: Query,
  verdict: { confirmedAt: Moment } | { disputedAt: Moment; dispute: string },
) {
  const last = (await answersOn(trx, query)).findLast(({ kind }) => kind !== "holding");
  if (last) await trx.updateTable("queryAnswer").set(verdict).where("id", "=", last.id).execute();
}

/** One of the things that the asker was told as a paper; undefined for any other's. */
export async function paperFor(db: Db, token: string, answerId: string) {
  const query = await queryBy(db, token);
  const answer = query && (await answersOn(db, query)).find(({ id }) => id === answerId);
  return answer && { kind: answer.kind, bytes: await answerPaper(db, query, answer) };
}
