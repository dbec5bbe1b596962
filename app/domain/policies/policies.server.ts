import { randomUUID } from "node:crypto";
import { daysAfter } from "#app/clock.ts";
import type { Day, Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { holdLaw } from "./law.server.ts";
import {
  type Clock,
  compare,
  kindOf,
  mayBeLocal,
  type Policy,
  type PolicyKey,
  readValue,
  ruleOn,
  type Scope,
  unitOf,
} from "./policy.ts";

/** A rule as its document words it. */
export interface PolicyDetails {
  value: string;
  clock: Clock | null;
  fromDay: Day;
  legalRef: string;
  statutory: boolean;
  reason: string | null;
}

export type PolicyRefusal =
  | "not-a-value"
  | "not-local"
  | "later-rule"
  | "same-rule"
  | "looser-needs-reason";

/**
 * Sets a rule for the country, a province or an agency from a day on; the one of the same scope that
 * holds then ends on the day before. A looser rule than the one above it needs a reason. Refused:
 * `not-a-value`, `not-local`, `later-rule`, `same-rule`, `looser-needs-reason`.
 */
export async function setRule(
  db: Db,
  { key, ...scope }: Scope & { key: PolicyKey },
  details: PolicyDetails,
  signed: Signature,
) {
  return db.transaction().execute(async (trx) => {
    await holdLaw(trx);
    const standing = await trx.selectFrom("policy").selectAll().where("key", "=", key).execute();
    const rule = policyOf(key, scope, details, signed);
    const refusal = refusalOf(rule, scope, standing);
    if (refusal) return { ok: false, reason: refusal } as const;

    await trx
      .updateTable("policy")
      .set({ untilDay: daysAfter(rule.fromDay, -1) })
      .where(
        "id",
        "in",
        standing.filter((one) => isSameScope(one, rule) && reaches(one, rule)).map(({ id }) => id),
      )
      .execute();
    await trx.insertInto("policy").values(rule).execute();
    const { value, unit, clock, fromDay, reason } = rule;
    await record(trx, signed, {
      act: "policy.set",
      about: rule,
      agencyId: await officeOf(trx, rule),
      particulars: { key, value, unit, clock, scope: rule.scope, fromDay, reason },
    });
    return { ok: true, id: rule.id } as const;
  });
}

function policyOf(
  key: PolicyKey,
  scope: Scope,
  { value, clock, statutory, reason, fromDay, legalRef }: PolicyDetails,
  { by, at }: Signature,
): Policy {
  const counted = kindOf(key).clock && (clock ?? kindOf(key).clock);
  return {
    id: randomUUID(),
    key,
    value: readValue(key, value) ?? value,
    unit: counted ? unitOf(counted) : kindOf(key).unit,
    clock: counted,
    scope: scope.scope,
    provinceId: scope.scope === "province" ? scope.provinceId : null,
    agencyId: scope.scope === "agency" ? scope.agencyId : null,
    fromDay,
    untilDay: null,
    legalRef,
    statutory: statutory ? 1 : 0,
    reason,
    verifiedBy: null,
    verifiedDay: null,
    recordedAt: at,
    recordedBy: by.id,
  };
}

function refusalOf(rule: Policy, scope: Scope, standing: Policy[]): PolicyRefusal | undefined {
  const key = rule.key as PolicyKey;
  const day = rule.fromDay;
  if (readValue(key, rule.value) === undefined) return "not-a-value";
  if (scope.scope !== "national" && !mayBeLocal(key)) return "not-local";
  const own = standing.filter((one) => isSameScope(one, rule) && !isWithdrawn(one));
  if (own.some((one) => one.fromDay >= day)) return "later-rule";
  const current = own.find((one) => reaches(one, rule));
  if (current && isSameText(current, rule)) return "same-rule";

  if (scope.scope === "national") return undefined;
  const others = standing.filter((one) => !isSameScope(one, rule));
  const above = ruleOn(others, { key, day, provinceId: scope.provinceId })?.held;
  const isLooser = above && compare(rule, above) === "looser";
  return isLooser && !rule.reason ? "looser-needs-reason" : undefined;
}

function isSameScope(one: Policy, other: Policy): boolean {
  return (["scope", "provinceId", "agencyId"] as const).every(
    (column) => one[column] === other[column],
  );
}

/** Whether a rule still holds on the day that another begins. */
function reaches({ fromDay, untilDay }: Policy, next: Policy): boolean {
  return fromDay < next.fromDay && (untilDay === null || untilDay >= next.fromDay);
}

/** Ended before it began. */
function isWithdrawn({ fromDay, untilDay }: Policy): boolean {
  return untilDay !== null && untilDay < fromDay;
}

function isSameText(one: Policy, other: Policy): boolean {
  return (["value", "clock", "legalRef", "statutory", "reason"] as const).every(
    (column) => one[column] === other[column],
  );
}

/**
 * Gives a rule its last day, after which the one above it applies again; the day before its first, and
 * it never held. Refused: `end-before-start`, `already-ended`.
 */
export async function endRule(
  db: Db,
  policy: { id: string },
  { untilDay }: { untilDay: Day },
  signed: Signature,
) {
  return db.transaction().execute(async (trx) => {
    await holdLaw(trx);
    const standing = await trx
      .selectFrom("policy")
      .selectAll()
      .where("id", "=", policy.id)
      .executeTakeFirstOrThrow();
    if (untilDay < daysAfter(standing.fromDay, -1))
      return { ok: false, reason: "end-before-start" } as const;
    if (standing.untilDay !== null && standing.untilDay <= untilDay)
      return { ok: false, reason: "already-ended" } as const;
    await trx.updateTable("policy").set({ untilDay }).where("id", "=", policy.id).execute();
    if (untilDay < standing.fromDay) await reopenBefore(trx, standing);
    await record(trx, signed, {
      act: "policy.ended",
      about: policy,
      agencyId: await officeOf(trx, standing),
      particulars: { key: standing.key, untilDay },
    });
    return { ok: true } as const;
  });
}

/** The rule that had made room for one that never held goes on as before: with the last day that one would have had. */
async function reopenBefore(
  trx: Db,
  { key, scope, provinceId, agencyId, fromDay, untilDay }: Policy,
) {
  await trx
    .updateTable("policy")
    .set({ untilDay })
    .where("key", "=", key)
    .where("scope", "=", scope)
    .where("untilDay", "=", daysAfter(fromDay, -1))
    .where("fromDay", "<", fromDay)
    .where((eb) =>
      eb.and([
        provinceId === null ? eb("provinceId", "is", null) : eb("provinceId", "=", provinceId),
        agencyId === null ? eb("agencyId", "is", null) : eb("agencyId", "=", agencyId),
      ]),
    )
    .execute();
}

/** Records which lawyer compared a rule with its text, and on what day. Refused: `in-future`. */
export async function verifyRule(
  db: Db,
  policy: { id: string },
  { verifiedBy, verifiedDay }: { verifiedBy: string; verifiedDay: Day },
  { today, ...signed }: Signature & { today: Day },
) {
  if (verifiedDay > today) return { ok: false, reason: "in-future" } as const;
  return db.transaction().execute(async (trx) => {
    const standing = await trx
      .updateTable("policy")
      .set({ verifiedBy, verifiedDay })
      .where("id", "=", policy.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(trx, signed, {
      act: "policy.verified",
      about: policy,
      agencyId: await officeOf(trx, standing),
      particulars: { key: standing.key, verifiedBy, verifiedDay },
    });
    return { ok: true } as const;
  });
}

/** The agency in whose log a rule's deeds stand: a province's are its committee's, the nation's nobody's. */
async function officeOf(trx: Db, { provinceId, agencyId }: Policy): Promise<string | null> {
  if (!provinceId) return agencyId;
  const office = await trx
    .selectFrom("agency")
    .select("id")
    .where("areaId", "=", provinceId)
    .where("kind", "=", "peoples_committee")
    .executeTakeFirst();
  return office?.id ?? null;
}

/** A rule with the name of whom it is for, and the province that lies in. */
export type ListedPolicy = Awaited<ReturnType<typeof listPoliciesFor>>[number];

/**
 * Every rule ever set that an officer has to do with: the nation's, their province's, and those of the
 * agencies they work for; newest first.
 */
export async function listPoliciesFor(db: Db, officer: Officer) {
  return named(db, officer).orderBy("policy.fromDay", "desc").orderBy("policy.id").execute();
}

/** The rule, if it is one that this officer has to do with. */
export async function findPolicyFor(db: Db, officer: Officer, id: string) {
  return named(db, officer).where("policy.id", "=", id).executeTakeFirst();
}

function named(db: Db, officer: Officer) {
  const province = officer.provinceId ?? "";
  return db
    .selectFrom("policy")
    .leftJoin("agency", "agency.id", "policy.agencyId")
    .leftJoin("area as seat", "seat.id", "agency.areaId")
    .leftJoin("area as province", "province.id", "policy.provinceId")
    .selectAll("policy")
    .select((eb) => [
      "agency.name as agencyName",
      "agency.nameEn as agencyNameEn",
      "province.name as provinceName",
      "province.nameEn as provinceNameEn",
      "province.type as provinceType",
      eb.fn.coalesce("policy.provinceId", "seat.partOf", "seat.id").as("placeId"),
    ])
    .$if(officer.reach !== "country", (query) =>
      query.where((eb) =>
        eb.or([
          eb("policy.scope", "=", "national"),
          eb("policy.provinceId", "=", province),
          officer.reach === "agency"
            ? eb("policy.agencyId", "=", officer.agencyId ?? "")
            : eb.or([eb("seat.id", "=", province), eb("seat.partOf", "=", province)]),
        ]),
      ),
    );
}

/** For whom a listed rule holds. */
export function scopeOf({
  scope,
  agencyId,
  placeId,
}: Pick<ListedPolicy, "scope" | "agencyId" | "placeId">): Scope {
  const provinceId = placeId ?? "";
  if (scope === "agency") return { scope, agencyId: agencyId ?? "", provinceId };
  return scope === "province" ? { scope, provinceId } : { scope: "national" };
}
