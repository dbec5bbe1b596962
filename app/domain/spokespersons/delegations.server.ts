import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { holdBooks, withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { standingOf } from "./assignments.server.ts";
import {
  type DelegationDetails,
  delegationRefusal,
  grantorOf,
  otherOnMatter,
  type Revocation,
  revocationRefusal,
  type StandingDelegation,
} from "./delegation.ts";
import { termRulesFor } from "./delegation-rules.server.ts";
import { exceeded } from "./delegation-rules.ts";
import { isClosedBefore, personNamed } from "./people.server.ts";
import { effectiveEnd } from "./speaker.ts";

/**
 * Enters a delegation: in writing, for one matter, with a time limit, given by the head of the same
 * agency (Decree 244/2026, art. 3.5 and 3.6). Refused: `no-head`, `end-before-start`,
 * `start-before-document`, `head-needs-none`, `already-delegated`, `matter-delegated` with the other one, and
 * `too-long` with the rule of the house that it goes beyond; a mere suggestion is told of with the entry (`warning`).
 */
export async function delegate(
  db: Db,
  agency: { id: string },
  details: DelegationDetails,
  given: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [agency.id], given);
    // The first moment without it, less an instant: a delegation until midnight ends on the day before.
    const lastDay = dayOf(new Date(Date.parse(details.untilAt) - 1).toISOString());
    if (await isClosedBefore(trx, agency, lastDay))
      return { ok: false, reason: "agency-closed" } as const;
    const heads = await headsOf(trx, agency.id);
    const grantor = grantorOf(details, heads);
    const standing = await delegationsOf(trx, [agency.id]);
    const refusal = delegationRefusal(details, heads, standing);
    if (refusal || !grantor) return { ok: false, reason: refusal ?? "no-head" } as const;
    const other = otherOnMatter(details, standing);
    if (other) return { ok: false, reason: "matter-delegated", other } as const;
    const signing = { agencyId: agency.id, day: details.documentDay };
    const [rule] = await termRulesFor(trx, [signing]);
    const beyond = exceeded(details, rule);
    if (beyond?.isBinding) return { ok: false, reason: "too-long", rule: beyond } as const;

    const { name, ...written } = details;
    const id = randomUUID();
    const personId = await personNamed(trx, agency, name);
    const entry = { id, agencyId: agency.id, personId, grantorId: grantor.id, ...written };
    await trx.insertInto("delegation").values(delegationRow(entry, signed)).execute();
    await record(trx, signed, {
      act: "spokesperson.delegated",
      about: { id },
      agencyId: agency.id,
      particulars: { name, matter: details.matter, documentNo: details.documentNo },
    });
    return { ok: true, id, ...(beyond && { warning: beyond }) } as const;
  });
}

type Written = Omit<DelegationDetails, "name"> & {
  id: string;
  agencyId: string;
  personId: string;
  grantorId: string;
};

/** A new line of the books, public at once and open until it runs out or is revoked. */
function delegationRow(written: Written, { by, at }: Signature) {
  return { ...written, recordedAt: at, recordedBy: by.id, publishedAt: at, publishedBy: by.id };
}

/**
 * Records that the head takes a delegation back from a moment on; it happens once. Refused:
 * `already-ended`, `end-before-start`, `end-after-planned`, `annulled`.
 */
export async function revokeDelegation(
  db: Db,
  delegation: { id: string; name: string },
  { endAt, reason, documentNo }: Revocation,
  given: Signature,
) {
  return db.transaction().execute(async (trx) => {
    const { agencyId } = await trx
      .selectFrom("delegation")
      .select("agencyId")
      .where("id", "=", delegation.id)
      .executeTakeFirstOrThrow();
    const signed = await holdBooks(trx, [agencyId], given);
    const standing = await trx
      .selectFrom("delegation")
      .select(["fromAt", "untilAt", "endAt", "annulledAt"])
      .where("id", "=", delegation.id)
      .executeTakeFirstOrThrow();
    const refusal = revocationRefusal(standing, endAt);
    if (refusal) return { ok: false, reason: refusal } as const;

    await trx
      .updateTable("delegation")
      .set({
        endAt,
        endReason: reason,
        endDocumentNo: documentNo,
        endRecordedAt: signed.at,
        endRecordedBy: signed.by.id,
      })
      .where("id", "=", delegation.id)
      .execute();
    await record(trx, signed, {
      act: "spokesperson.delegation-revoked",
      about: delegation,
      agencyId,
      particulars: { name: delegation.name, reason },
    });
    return { ok: true } as const;
  });
}

/** The delegation with its person and agency, if the agency is this officer's to work for. */
export async function findDelegationFor(db: Db, officer: Officer, id: string) {
  return db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("agency", "agency.id", "delegation.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("delegation")
    .select(["person.name", "agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("delegation.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
}

async function headsOf(db: Db, agencyId: string) {
  return (await standingOf(db, [agencyId])).filter(({ capacity }) => capacity === "head");
}

/** Every delegation of these agencies that was not annulled, until the moment it holds in fact. */
async function delegationsOf(
  db: Db,
  agencyIds: string[],
): Promise<(StandingDelegation & { agencyId: string })[]> {
  const rows = await db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .select([
      "delegation.agencyId",
      "person.name",
      "delegation.matter",
      "delegation.documentNo",
      "delegation.fromAt",
      "delegation.untilAt",
      "delegation.endAt",
    ])
    .where("delegation.agencyId", "in", agencyIds)
    .where("delegation.annulledAt", "is", null)
    .execute();
  return rows.map(({ endAt, ...row }) => ({
    ...row,
    untilAt: effectiveEnd(row.untilAt, endAt) ?? row.untilAt,
  }));
}
