import { createHash, randomBytes } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { hasBegun, type Meeting } from "../meetings/meeting.ts";
import { takeInHand } from "../meetings/meetings.server.ts";
import { folded } from "../press/folding.ts";
import type { Question } from "./question.ts";
import { FIRST_COME, type Order, type Rule } from "./question-order.ts";

/** The rule of a meeting as it may be told at a moment: a lot's seed only from when the meeting begins. */
export async function orderOf(
  db: Db,
  meeting: Pick<Meeting, "id" | "startsAt" | "endsAt">,
  at: Moment,
): Promise<Order> {
  const chosen = await db
    .selectFrom("questionOrder")
    .select(["rule", "commitment", "seed"])
    .where("meetingId", "=", meeting.id)
    .executeTakeFirst();
  if (!chosen) return FIRST_COME;
  return hasBegun(meeting, at) ? chosen : { ...chosen, seed: null };
}

export type OrderOutcome = { ok: true } | { ok: false; reason: "begun" };

/**
 * Chooses by which rule a meeting's questions are called; for a lot the seed is drawn at once and its hash made
 * public. Refused once the meeting has begun: whoever waits was told the rule.
 */
export async function chooseOrder(
  db: Db,
  meeting: { id: string },
  rule: Rule,
  signed: Signature,
): Promise<OrderOutcome> {
  return allOrNothing<OrderOutcome>(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    if (hasBegun(current, signed.at)) return { ok: false, reason: "begun" };
    const before = await trx
      .selectFrom("questionOrder")
      .select("rule")
      .where("meetingId", "=", meeting.id)
      .executeTakeFirst();
    // A lot that was drawn stays: drawn anew it would be the office's choice.
    if ((before?.rule ?? FIRST_COME.rule) === rule) return { ok: true };

    const seed = rule === "lot" ? randomBytes(16).toString("hex") : null;
    const chosen = {
      ...{ rule, seed, commitment: seed && sha256(seed) },
      ...{ chosenAt: signed.at, chosenBy: signed.by.id },
    };
    await trx
      .insertInto("questionOrder")
      .values({ meetingId: meeting.id, ...chosen })
      .onConflict((clash) => clash.column("meetingId").doUpdateSet(chosen))
      .execute();
    const { agencyId, subject } = current;
    const particulars = { subject, rule, commitment: chosen.commitment };
    const about = meeting;
    await record(trx, signed, { act: "questions.order-chosen", about, agencyId, particulars });
    return { ok: true };
  });
}

type Ordered = Pick<
  Question,
  "id" | "number" | "receivedAt" | "outletName" | "askerName" | "invitationId"
>;

/**
 * Questions in the order in which they are called. First come: as they came in. Rotation: everybody's first before
 * anybody's second. Lot: those sent before the meeting began by the SHA-256 of the seed and their number, later ones
 * behind them. Who asks from afar, or for whom, makes no difference.
 */
export function inCallingOrder<Asked extends Ordered>(
  questions: Asked[],
  { rule, seed }: Order,
  { startsAt }: { startsAt: Moment },
): Asked[] {
  const asTheyCame = questions.toSorted((a, b) => a.number - b.number);
  if (rule === "rotation") {
    const rounds = new Map<string, number>();
    const ranked = asTheyCame.map((question) => {
      const round = (rounds.get(deskOf(question)) ?? 0) + 1;
      rounds.set(deskOf(question), round);
      return { question, round };
    });
    // Sorting is stable: within a round they stay as they came.
    return ranked.toSorted((a, b) => a.round - b.round).map(({ question }) => question);
  }
  if (rule === "lot" && seed) {
    const isDrawn = ({ receivedAt }: Asked) => receivedAt < startsAt;
    const drawn = asTheyCame
      .filter(isDrawn)
      .map((question) => ({ question, lot: lotOf(seed, question) }))
      .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
      .map(({ question }) => question);
    return [...drawn, ...asTheyCame.filter((question) => !isDrawn(question))];
  }
  return asTheyCame;
}

/** Whose turn a question takes: its outlet's, or its asker's own who has none. */
function deskOf({ outletName, invitationId, askerName, id }: Ordered): string {
  return outletName ? `outlet ${folded(outletName)}` : (invitationId ?? askerName ?? id);
}

/** A question's lot, which anybody can compute: SHA-256 of `seed:number`, in hexadecimal. */
function lotOf(seed: string, { number }: Pick<Question, "number">): string {
  return sha256(`${seed}:${number}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
