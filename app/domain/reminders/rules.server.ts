import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Kind } from "../meetings/meeting.ts";
import type { Scope } from "../policies/policy.ts";
import type { RuleSet } from "./rule.ts";

/** What is set for one kind of meeting, and for whom. */
export type RuleDetails = Pick<
  RuleSet,
  | "reminderHours"
  | "lastHours"
  | "decisionHours"
  | "thanks"
  | "quietFrom"
  | "quietUntil"
  | "answerTime"
>;

/** Every set of rules that holds somewhere in the country. */
export function currentRules(db: Db): Promise<RuleSet[]> {
  return db.selectFrom("reminderRule").selectAll().where("endedAt", "is", null).execute();
}

/** Sets the rules for a kind of meeting; those of the same scope that held before end. */
export async function setRules(
  db: Db,
  { kind, agencyId, ...to }: { kind: Kind; scope: Scope; agencyId: string },
  details: RuleDetails,
  signed: Signature,
): Promise<void> {
  await allOrNothing(db, async (trx) => {
    await end(trx, kind, to.scope, signed);
    const { scope } = to.scope;
    await trx
      .insertInto("reminderRule")
      .values({
        ...{ id: randomUUID(), kind, ...placeOf(to.scope), ...details },
        ...{ setAt: signed.at, setBy: signed.by.id },
      })
      .execute();
    const particulars = { kind, scope, ...details };
    await record(trx, signed, {
      ...{ act: "reminder-rules.set", about: { id: agencyId }, agencyId, particulars },
    });
    return { ok: true as const };
  });
}

/** Ends a scope's own rules for a kind of meeting: those above it hold again. The nation's are only replaced. */
export async function endRules(
  db: Db,
  { kind, scope, agencyId }: { kind: Kind; scope: Scope; agencyId: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "none" }> {
  return allOrNothing(db, async (trx) => {
    const ended = scope.scope === "national" ? 0 : await end(trx, kind, scope, signed);
    if (ended === 0) return { ok: false, reason: "none" } as const;
    const particulars = { kind, scope: scope.scope };
    await record(trx, signed, {
      ...{ act: "reminder-rules.ended", about: { id: agencyId }, agencyId, particulars },
    });
    return { ok: true } as const;
  });
}

async function end(trx: Db, kind: Kind, scope: Scope, { at, by }: Signature): Promise<number> {
  const place = placeOf(scope);
  const { numUpdatedRows } = await trx
    .updateTable("reminderRule")
    .set({ endedAt: at, endedBy: by.id })
    .where("kind", "=", kind)
    .where("scope", "=", place.scope)
    .where("provinceId", place.provinceId ? "=" : "is", place.provinceId)
    .where("agencyId", place.agencyId ? "=" : "is", place.agencyId)
    .where("endedAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function placeOf(scope: Scope) {
  return {
    scope: scope.scope,
    provinceId: scope.scope === "province" ? scope.provinceId : null,
    agencyId: scope.scope === "agency" ? scope.agencyId : null,
  };
}
