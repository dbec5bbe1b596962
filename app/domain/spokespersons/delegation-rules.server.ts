import { dayOf, endOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { dueForMany, findRules } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import { isBinding, type TermRule, termRuleOf } from "./delegation-rules.ts";

interface Asked {
  agencyId: string;
  day: Day; // of the document
}

/** The longest term for delegations that were signed on a day at an agency, in the order asked. */
export async function termRulesFor(db: Db, asked: Asked[]): Promise<(TermRule | undefined)[]> {
  return (await findRules(db, "delegation.max_duration_days", asked)).map(termRuleOf);
}

/** Until when delegations are to be published: from the end of the day on which they were signed, its hour is not known. */
export async function delegationDues(
  db: Db,
  delegations: { agencyId: string; documentDay: Day }[],
): Promise<(DelegationDue | undefined)[]> {
  const days = delegations.map(({ agencyId, documentDay: day }) => ({ agencyId, day }));
  const [rules, dues] = await Promise.all([
    findRules(db, "delegation.publish_after_signing", days),
    dueForMany(
      db,
      "delegation.publish_after_signing",
      // By the law of the day of signing, though its last moment is the first of the day after.
      delegations.map(({ agencyId, documentDay }) => ({
        agencyId,
        start: new Date(Date.parse(endOf(documentDay)) - 1).toISOString(),
      })),
    ),
  ]);
  return dues.map((due, i) => {
    const rule = rules[i];
    return due && rule ? { ...due, isBinding: isBinding(rule) } : undefined;
  });
}

export type DelegationDue = Due & { isBinding: boolean };

/** What the rules ask of a delegation that an agency signs at this moment, for a form to say it. */
export async function delegationRulesOf(db: Db, agencyId: string, at: Moment) {
  const day = dayOf(at);
  const [[longest], [publication]] = await Promise.all([
    termRulesFor(db, [{ agencyId, day }]),
    findRules(db, "delegation.publish_after_signing", [{ agencyId, day }]),
  ]);
  return {
    longest: longest ?? null,
    publication: publication
      ? {
          hours: Number(publication.held.value),
          legalRef: publication.held.legalRef,
          isBinding: isBinding(publication),
        }
      : null,
  };
}

export type DelegationRules = Awaited<ReturnType<typeof delegationRulesOf>>;
