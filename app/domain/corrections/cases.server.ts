import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { isClosedBy } from "../agencies/agency.ts";
import { OF_AGENCY, type OfAgency, onProvinceBeside } from "../agencies/of-agency.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { CaseDetails, Origin } from "./case-form.ts";
import {
  type CorrectionCase,
  type CorrectionRound,
  type Move,
  type MoveRefusal,
  stateOf,
  whyNotMove,
} from "./correction-case.ts";

/** A case with the agency whose it is. */
export interface CaseOfAgency extends CorrectionCase, OfAgency {}

/** Cases joined with their agencies and areas: what a scope is asked of. */
export function casesOfAgencies(db: Db) {
  return db
    .selectFrom("correctionCase")
    .innerJoin("agency", "agency.id", "correctionCase.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", onProvinceBeside)
    .selectAll("correctionCase")
    .select(OF_AGENCY)
    .select((eb) => provinceOf(eb as never).as("provinceId"));
}

/** The case, if it is this officer's to work on. */
export function findCaseFor(db: Db, officer: Officer, id: string) {
  return casesOfAgencies(db)
    .where("correctionCase.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst() as Promise<CaseOfAgency | undefined>;
}

/** Our feedback on a case, round by round. */
export function roundsOf(db: Db, { id }: { id: string }): Promise<CorrectionRound[]> {
  return db
    .selectFrom("correctionRound")
    .selectAll()
    .where("caseId", "=", id)
    .orderBy("round")
    .execute();
}

export type CaseRefusal = MoveRefusal | "changed-meanwhile" | "agency-closed";
export type CaseOutcomeOf<More extends string = never> =
  | { ok: true }
  | { ok: false; reason: CaseRefusal | More };

/**
 * Opens a case about a published article under the agency's next number of the year, with what it came of. The press
 * agency is joined to the province's own list when it is there by that name. Refused: `agency-closed`.
 */
export async function openCase(
  db: Db,
  agency: { id: string; provinceId: string },
  details: CaseDetails,
  origin: Origin,
  signed: Signature,
): Promise<{ ok: true; id: string; number: string } | { ok: false; reason: "agency-closed" }> {
  return allOrNothing(db, async (trx) => {
    const found = await trx
      .selectFrom("agency")
      .select("untilDay")
      .where("id", "=", agency.id)
      .executeTakeFirstOrThrow();
    if (isClosedBy(found, dayOf(signed.at))) return { ok: false, reason: "agency-closed" } as const;
    const id = randomUUID();
    const number = await nextNumber(trx, agency.id, signed.at);
    await trx
      .insertInto("correctionCase")
      .values({
        ...{ id, agencyId: agency.id, number, ...details, ...origin },
        outletId: await outletNamed(trx, agency.provinceId, details.outletName),
        ...{ openedAt: signed.at, openedBy: signed.by.id },
      })
      .execute();
    await record(trx, signed, {
      ...{ act: "correction-case.opened", about: { id }, agencyId: agency.id },
      particulars: { number, outlet: details.outletName, title: details.articleTitle },
    });
    return { ok: true, id, number } as const;
  });
}

/** The next number in an agency's books of the year: never given twice, whoever else opens a case at that moment. */
async function nextNumber(trx: Db, agencyId: string, at: Moment): Promise<string> {
  const year = dayOf(at).slice(0, 4);
  const { last } = await trx
    .insertInto("correctionCaseCounter")
    .values({ id: `${agencyId} ${year}`, agencyId, last: 1 })
    .onConflict((known) =>
      known.column("id").doUpdateSet((eb) => ({ last: eb("correctionCaseCounter.last", "+", 1) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${last}/${year}`;
}

async function outletNamed(trx: Db, provinceId: string, name: string): Promise<string | null> {
  const outlet = await trx
    .selectFrom("outlet")
    .select("id")
    .where("provinceId", "=", provinceId)
    .where("name", "=", name)
    .executeTakeFirst();
  return outlet?.id ?? null;
}

/**
 * Changes what is known of an open case; the log says what. Refused: where it stands, and `changed-meanwhile` when
 * somebody else wrote after the edition that this writer saw.
 */
export function changeCase(
  db: Db,
  { id, provinceId }: { id: string; provinceId: string },
  details: CaseDetails,
  edition: number,
  signed: Signature,
): Promise<CaseOutcomeOf> {
  return moveCase(db, { id }, "change", edition, async (trx, current) => {
    const changed = (Object.keys(details) as (keyof CaseDetails)[]).filter(
      (key) => details[key] !== current[key],
    );
    if (changed.length === 0) return { ok: true };
    await trx
      .updateTable("correctionCase")
      .set({ ...details, outletId: await outletNamed(trx, provinceId, details.outletName) })
      .where("id", "=", id)
      .execute();
    const { number, agencyId } = current;
    await record(trx, signed, {
      ...{ act: "correction-case.changed", about: { id }, agencyId },
      particulars: { number, changed },
    });
    return { ok: true };
  });
}

/**
 * Does something on a case that is in hand meanwhile: looks whether it may be done as the case stands, and whether
 * the officer saw it as it is, where an edition is given; every write counts one.
 */
export async function moveCase<More extends string = never>(
  db: Db,
  { id }: { id: string },
  move: Move,
  edition: number | undefined,
  work: (
    trx: Db,
    current: CorrectionCase,
    rounds: CorrectionRound[],
  ) => Promise<CaseOutcomeOf<More>>,
): Promise<CaseOutcomeOf<More>> {
  return allOrNothing<CaseOutcomeOf<More>>(db, async (trx) => {
    const current = await holdCase(trx, id);
    const rounds = await roundsOf(trx, { id });
    const reason = whyNotMove(stateOf(current, rounds.at(-1)), move);
    if (reason) return { ok: false, reason };
    if (edition !== undefined && edition !== current.edition)
      return { ok: false, reason: "changed-meanwhile" };
    await trx
      .updateTable("correctionCase")
      .set({ edition: current.edition + 1 })
      .where("id", "=", id)
      .execute();
    return work(trx, current, rounds);
  });
}

/** The case as it stands now, and nobody else's to change until the transaction ends. */
function holdCase(trx: Db, id: string): Promise<CorrectionCase> {
  return trx
    .updateTable("correctionCase")
    .set((row) => ({ edition: row.ref("edition") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The open cases of a closed agency go on with the one that took over, under a number of its own books. */
export async function moveCorrectionCases(
  trx: Db,
  former: { id: string; name: string },
  successor: { id: string; name: string },
  signed: Signature,
): Promise<number> {
  const open = await trx
    .selectFrom("correctionCase")
    .select(["id", "number"])
    .where("agencyId", "=", former.id)
    .where("outcome", "is", null)
    .orderBy("openedAt")
    .execute();
  for (const { id, number: before } of open) {
    const number = await nextNumber(trx, successor.id, signed.at);
    await trx
      .updateTable("correctionCase")
      .set((row) => ({ agencyId: successor.id, number, edition: row("edition", "+", 1) }))
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "correction-case.moved", about: { id }, agencyId: successor.id },
      particulars: { number, before, from: former.name, to: successor.name },
    });
  }
  // Who was to speak for the closed agency may not speak for the other one: what is drafted is signed anew.
  if (open.length > 0)
    await trx
      .updateTable("correctionRound")
      .set({ speakerId: null })
      .where("sentAt", "is", null)
      .where(
        "caseId",
        "in",
        open.map(({ id }) => id),
      )
      .execute();
  return open.length;
}
