import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { dueFor, findRule } from "../policies/due.server.ts";
import { choicesOf } from "../policies/policy.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { newestDraft } from "./drafts.server.ts";
import { figuresOf } from "./figure.ts";
import { answerLetter } from "./letters.server.ts";
import { keepFigures } from "./lines.server.ts";
import { findQuery, holdQuery, keepPromise, type QueryOfAgency } from "./queries.server.ts";
import { becomesPublic, type Query, type QueryRefusal, whyNotMove } from "./query.ts";
import { isSignedOff, stepsOn } from "./signing.server.ts";

export type Answer = Row<"queryAnswer">;

/** Refused for who would speak, the outcome names who may. */
export type AnsweringOutcome =
  | { ok: true; id: string }
  | { ok: false; reason: QueryRefusal; maySpeak?: Pick<Speaker, "name" | "position">[] };

/** A ground of refusal as the law of a day has it. */
export interface Ground {
  code: string;
  legalRef: string;
  /** Who compared the list with its text; nobody has, as long as it is null. */
  verifiedBy: string | null;
}

/** The grounds on which information may be refused on a day (`refusal.codes`): Press Law 2025, art. 31.2, or the one before. */
export async function groundsOn(
  db: Db,
  place: { agencyId: string; provinceId: string },
  at: Moment,
): Promise<Ground[]> {
  const { agencyId, provinceId } = place;
  const rule = await findRule(db, "refusal.codes", { agencyId, provinceId, day: dayOf(at) });
  if (!rule) return [];
  const { legalRef, verifiedBy } = rule.held;
  return choicesOf(rule.held).map((code) => ({ code, legalRef, verifiedBy }));
}

interface Said {
  kind: Answer["kind"];
  outcome: Answer["outcome"];
  text: string;
  speakerId: string | null;
  version?: number;
  ground?: Ground;
  nextAt?: Moment;
}

/** Writes down what is said under somebody's name, if they may speak at that instant (Decree 244/2026, art. 3). */
async function say(
  trx: Db,
  query: Query,
  said: Said,
  signed: Signature,
): Promise<AnsweringOutcome> {
  const speakers = await speakersOf(trx, { id: query.agencyId }, signed.at);
  const speaker = speakers.find(({ personId }) => personId === said.speakerId);
  if (!speaker)
    return {
      ...{ ok: false, reason: "not-a-speaker" },
      maySpeak: speakers.map(({ name, position }) => ({ name, position })),
    };
  const id = randomUUID();
  const { ground, version = null, nextAt = null, ...words } = said;
  await trx
    .insertInto("queryAnswer")
    .values({
      ...{ ...words, id, queryId: query.id, version, nextAt },
      ...{ ground: ground?.code ?? null, legalRef: ground?.legalRef ?? null },
      ...{ speakerName: speaker.name, speakerPosition: speaker.position },
      ...{ speakerCapacity: speaker.capacity, speakerMatter: speaker.matter },
      ...{ sentAt: signed.at, sentBy: signed.by.id },
    })
    .execute();
  return { ok: true, id };
}

async function sendTo(trx: Db, queryId: string, answerId: string, at: Moment) {
  const query = (await findQuery(trx, queryId)) as QueryOfAgency;
  const answer = await trx
    .selectFrom("queryAnswer")
    .selectAll()
    .where("id", "=", answerId)
    .executeTakeFirstOrThrow();
  const letter = answerLetter(query, answer, at);
  if (letter) await post(trx, [letter], at);
}

/**
 * Tells the asker what is known so far, and by when more follows ("trả lời bước đầu"): a promise like any other, and
 * the law's clock runs on. Refused: where it stands, `in-the-past`, `not-a-speaker`.
 */
export async function sendHolding(
  db: Db,
  query: { id: string },
  { text, speakerId, nextAt }: { text: string; speakerId: string; nextAt: Moment },
  signed: Signature,
): Promise<AnsweringOutcome> {
  return allOrNothing<AnsweringOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotMove(current, "held");
    if (barred) return { ok: false, reason: barred };
    if (nextAt <= signed.at) return { ok: false, reason: "in-the-past" };
    const said = await say(
      trx,
      current,
      { kind: "holding", outcome: null, text, speakerId, nextAt },
      signed,
    );
    if (!said.ok) return said;
    await keepPromise(trx, current, { dueAt: nextAt, reason: text }, signed);
    await trx.updateTable("query").set({ heldAt: signed.at }).where("id", "=", query.id).execute();
    const { agencyId, number } = current;
    await record(trx, signed, {
      ...{ act: "query.held", about: query, agencyId, particulars: { number } },
    });
    await sendTo(trx, query.id, said.id, signed.at);
    return said;
  });
}

/**
 * Sends the newest version as the answer, in whole or in part, once everybody asked has signed it. Refused: where the
 * query stands, `no-draft`, `changed-meanwhile` when it is not the version that was seen, `not-signed-off`,
 * `not-a-speaker`.
 */
export async function sendAnswer(
  db: Db,
  query: { id: string },
  { outcome, version }: { outcome: "answered" | "partly"; version: number },
  signed: Signature,
): Promise<AnsweringOutcome> {
  return allOrNothing<AnsweringOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotMove(current, outcome);
    if (barred) return { ok: false, reason: barred };
    const draft = await newestDraft(trx, query);
    if (!draft) return { ok: false, reason: "no-draft" };
    if (draft.version !== version) return { ok: false, reason: "changed-meanwhile" };
    if (!isSignedOff(await stepsOn(trx, query, version)))
      return { ok: false, reason: "not-signed-off" };
    const { text, speakerId } = draft;
    const said = await say(
      trx,
      current,
      { kind: "answer", outcome, text, speakerId, version },
      signed,
    );
    if (!said.ok) return said;
    const { agencyId, number } = current;
    await keepFigures(trx, { agencyId, answerId: said.id }, figuresOf(draft));
    await close(trx, current, outcome, signed);
    await record(trx, signed, {
      ...{ act: "query.answered", about: query, agencyId, particulars: { number, outcome } },
    });
    await sendTo(trx, query.id, said.id, signed.at);
    return said;
  });
}

/**
 * Refuses to answer, on a ground of the list in force on that day and with the reason (Decree 244/2026, art. 4.3); it
 * goes out as a letter. Refused itself: where the query stands, `not-a-ground`, `not-a-speaker`.
 */
export async function refuseToAnswer(
  db: Db,
  query: { id: string },
  { ground: code, text, speakerId }: { ground: string; text: string; speakerId: string },
  signed: Signature,
): Promise<AnsweringOutcome> {
  return allOrNothing<AnsweringOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotMove(current, "refused");
    if (barred) return { ok: false, reason: barred };
    const { agencyId, number } = current;
    const { provinceId } = (await findQuery(trx, query.id)) as QueryOfAgency;
    const grounds = await groundsOn(trx, { agencyId, provinceId }, signed.at);
    const ground = grounds.find((one) => one.code === code);
    if (!ground) return { ok: false, reason: "not-a-ground" };
    const said = await say(
      trx,
      current,
      { kind: "refusal", outcome: "refused", text, speakerId, ground },
      signed,
    );
    if (!said.ok) return said;
    await close(trx, current, "refused", signed);
    await record(trx, signed, {
      ...{ act: "query.refused", about: query, agencyId, particulars: { number, ground: code } },
    });
    await sendTo(trx, query.id, said.id, signed.at);
    return said;
  });
}

/** Closes a query; from so many days on it is public record, by the rule of that day. */
async function close(
  trx: Db,
  query: Query,
  outcome: "answered" | "partly" | "refused",
  { by, at }: Signature,
) {
  const { agencyId, id, edition, opensAt } = query;
  const opens = becomesPublic(query)
    ? await dueFor(trx, "query.scoop_lock_days", { agencyId, start: at })
    : undefined;
  await trx
    .updateTable("query")
    .set({ outcome, outcomeAt: at, outcomeBy: by.id, edition: edition + 1 })
    .set({ confirmedAt: null, lockBy: null, lockName: null, lockUntil: null })
    // What has been public since an earlier answer stays so.
    .set({ opensAt: opensAt ?? opens?.at ?? null })
    .where("id", "=", id)
    .execute();
}

/** Everything that the asker was told, oldest first. */
export function answersOn(db: Db, { id }: { id: string }): Promise<Answer[]> {
  return db
    .selectFrom("queryAnswer")
    .selectAll()
    .where("queryId", "=", id)
    .orderBy("sentAt")
    .orderBy("id")
    .execute();
}

/**
 * Makes question and answer public record before its time, since the asker agreed: how, the log tells. Refused:
 * `unknown` where nothing is to become public, `done-already`.
 */
export async function openEarly(
  db: Db,
  query: { id: string },
  { agreed }: { agreed: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: QueryRefusal }> {
  return allOrNothing<{ ok: true } | { ok: false; reason: QueryRefusal }>(db, async (trx) => {
    const { opensAt, keptBackAt, agencyId, number } = await holdQuery(trx, query.id);
    if (!opensAt || keptBackAt) return { ok: false, reason: "unknown" };
    if (opensAt <= signed.at) return { ok: false, reason: "done-already" };
    await trx
      .updateTable("query")
      .set({ opensAt: signed.at, publishedAt: signed.at })
      .where("id", "=", query.id)
      .execute();
    await record(trx, signed, {
      ...{ act: "query.opened", about: query, agencyId, particulars: { number, agreed } },
    });
    return { ok: true };
  });
}

/**
 * Keeps question and answer off the public record, with a reason: somebody's private life stands in it, say. It can be
 * done at any time. Refused: `done-already`.
 */
export async function keepBack(
  db: Db,
  query: { id: string },
  { reason }: { reason: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: QueryRefusal }> {
  return allOrNothing<{ ok: true } | { ok: false; reason: QueryRefusal }>(db, async (trx) => {
    const { keptBackAt, agencyId, number } = await holdQuery(trx, query.id);
    if (keptBackAt) return { ok: false, reason: "done-already" };
    await trx
      .updateTable("query")
      .set({ keptBackAt: signed.at, keptBackReason: reason })
      .where("id", "=", query.id)
      .execute();
    await record(trx, signed, {
      ...{ act: "query.kept-back", about: query, agencyId, particulars: { number } },
    });
    return { ok: true };
  });
}
