import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { newestDraft } from "./drafts.server.ts";
import { holdQuery, officersOf } from "./queries.server.ts";
import { type QueryOutcome, whyNotWork } from "./query.ts";

export type Step = Row<"queryStep">;

/**
 * Lays the newest version before its reviewers, one after another, and before the spokesperson at last. Asked again it
 * begins anew. Refused: where the query stands, `no-draft`, `unknown-officer`, `not-a-speaker`.
 */
export async function askSignatures(
  db: Db,
  query: { id: string },
  reviewers: string[],
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const { agencyId, number } = current;
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    const draft = await newestDraft(trx, query);
    if (!draft) return { ok: false, reason: "no-draft" };
    const speakers = await speakersOf(trx, { id: agencyId }, signed.at);
    const speaker = speakers.find(({ personId }) => personId === draft.speakerId);
    if (!speaker) return { ok: false, reason: "not-a-speaker" };
    const officers = await officersOf(trx, agencyId);
    const chosen = [...new Set(reviewers)].map((id) => officers.find((one) => one.id === id));
    if (chosen.some((one) => !one)) return { ok: false, reason: "unknown-officer" };
    const { version } = draft;
    await trx
      .deleteFrom("queryStep")
      .where("queryId", "=", query.id)
      .where("version", "=", version)
      .execute();
    const chain = [
      ...chosen.map((one) => ({ role: "reviewer" as const, personId: one?.id, name: one?.name })),
      { role: "speaker" as const, personId: speaker.personId, name: speaker.name },
    ];
    await trx
      .insertInto("queryStep")
      .values(
        chain.map(({ role, personId = "", name = "" }, place) => ({
          ...{ id: randomUUID(), queryId: query.id, version, place, role, personId, name },
          askedAt: signed.at,
        })),
      )
      .execute();
    await record(trx, signed, {
      ...{ act: "query.signatures-asked", about: query, agencyId },
      particulars: { number, version, names: chain.map(({ name = "" }) => name) },
    });
    return { ok: true };
  });
}

/** The signatures under a version, in their order. */
export function stepsOn(db: Db, { id }: { id: string }, version: number): Promise<Step[]> {
  return db
    .selectFrom("queryStep")
    .selectAll()
    .where("queryId", "=", id)
    .where("version", "=", version)
    .orderBy("place")
    .execute();
}

/** Whose turn it is; undefined when all have signed, somebody has sent it back, or nobody was asked. */
export function nextStep(steps: Step[]): Step | undefined {
  if (steps.some(({ decision }) => decision === "returned")) return undefined;
  return steps.find(({ decision }) => decision === null);
}

/** Whether a version may leave the house: everybody asked has signed it, the spokesperson among them. */
export function isSignedOff(steps: Step[]): boolean {
  return (
    steps.some(({ role }) => role === "speaker") &&
    steps.every(({ decision }) => decision === "approved")
  );
}

/** Whether an officer may write this decision down: a reviewer their own; a spokesperson's whoever heard it from them. */
export function maySign(step: Step, officer: { id: string }): boolean {
  return step.role === "speaker" || step.personId === officer.id;
}

/**
 * Signs the newest version, or sends it back with a word. Refused: where the query stands, `done-already` or
 * `not-your-turn`, `changed-meanwhile` when there is a newer version.
 */
export async function sign(
  db: Db,
  query: { id: string },
  { stepId, approves, note }: { stepId: string; approves: boolean; note: string | null },
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    const newest = await newestDraft(trx, query);
    const steps = newest ? await stepsOn(trx, query, newest.version) : [];
    const step = steps.find(({ id }) => id === stepId);
    if (!step || !newest) return { ok: false, reason: "changed-meanwhile" };
    if (step.decision) return { ok: false, reason: "done-already" };
    if (nextStep(steps)?.id !== step.id || !maySign(step, signed.by))
      return { ok: false, reason: "not-your-turn" };
    await trx
      .updateTable("queryStep")
      .set({ decision: approves ? "approved" : "returned", note, decidedAt: signed.at })
      .set({ decidedBy: signed.by.id, decidedName: signed.by.name })
      .where("id", "=", step.id)
      .execute();
    const { agencyId, number } = current;
    const { version } = newest;
    await record(trx, signed, {
      ...{ act: approves ? "query.signed" : "query.returned", about: query, agencyId },
      particulars: { number, version, name: step.name },
    });
    return { ok: true };
  });
}
