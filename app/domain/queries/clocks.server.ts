import type { Db, Moment } from "#db/tables.ts";
import { dueForMany } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import type { PolicyKey } from "../policies/policy.ts";
import type { Query, QueryKind } from "./query.ts";

/** The two clocks of a query. The law's stands by what was received when; the house's is its own word and hides nothing. */
export interface QueryClocks {
  /** By when the law wants it answered; undefined where the law sets no number. */
  statutory: Due | undefined;
  /** The law counts from something that has not come to pass: a conclusion on a complaint. */
  waitsFor: "conclusion" | undefined;
  /** By when the house says that it answers, by its own rule. */
  house: Due | undefined;
  /** By when it last promised to, where that is another moment. */
  promisedAt: Moment | null;
}

export type Clocked = Pick<
  Query,
  "id" | "agencyId" | "kind" | "receivedAt" | "concludedAt" | "foreignPress" | "promisedAt"
> & { provinceId: string };

interface Counted {
  key: PolicyKey;
  from: Moment;
}

/** Which rule of the law a kind runs under, from when on; those that are not here run under none. */
const STATUTORY: Partial<Record<QueryKind, (query: Clocked) => Counted[]>> = {
  editor_request: ({ receivedAt }) => [{ key: "reply.editor_request", from: receivedAt }],
  forwarded_opinion: ({ receivedAt }) => [{ key: "reply.forwarded_opinion", from: receivedAt }],
  // Until 30/06/2026 from its reception; since then from the conclusion that the law on complaints leads to.
  forwarded_complaint: ({ receivedAt, concludedAt }) => [
    { key: "reply.forwarded_complaint", from: receivedAt },
    ...(concludedAt ? [{ key: "reply.conclusion_after_case" as const, from: concludedAt }] : []),
  ],
  interview: ({ receivedAt, foreignPress }) =>
    foreignPress ? [{ key: "reply.foreign_interview", from: receivedAt }] : [],
};

/** Kinds without a number of the law's: for them the house has set itself one. */
const HOUSE: readonly QueryKind[] = ["question", "interview"];

/** The clocks of many queries at once, by id: a few questions to the database, however many there are. */
export async function clocksOfQueries(
  db: Db,
  queries: Clocked[],
): Promise<Map<string, QueryClocks>> {
  const asked = queries.flatMap((query) => {
    const { id, agencyId, provinceId, kind, receivedAt } = query;
    const statutory = STATUTORY[kind]?.(query) ?? [];
    const house = HOUSE.includes(kind)
      ? [{ key: "reply.journalist_question" as const, from: receivedAt }]
      : [];
    return [...statutory, ...house].map(({ key, from }) => ({
      ...{ id, key },
      question: { agencyId, provinceId, start: from },
    }));
  });
  const found = new Map<string, Map<PolicyKey, Due>>();
  await Promise.all(
    [...new Set(asked.map(({ key }) => key))].map(async (key) => {
      const under = asked.filter((one) => one.key === key);
      const dues = await dueForMany(
        db,
        key,
        under.map(({ question }) => question),
      );
      for (const [i, { id }] of under.entries()) {
        const due = dues[i];
        if (due) found.set(id, (found.get(id) ?? new Map()).set(key, due));
      }
    }),
  );
  return new Map(queries.map((query) => [query.id, clocksFrom(query, found.get(query.id))]));
}

function clocksFrom(query: Clocked, dues: Map<PolicyKey, Due> | undefined): QueryClocks {
  const statutory = STATUTORY[query.kind]?.(query)
    .map(({ key }) => dues?.get(key))
    .find((due) => due !== undefined);
  const waits = query.kind === "forwarded_complaint" && !statutory && !query.concludedAt;
  return {
    statutory,
    waitsFor: waits ? "conclusion" : undefined,
    // A foreign interview has the law's number: the house's own would only stand in its way.
    house: statutory ? undefined : dues?.get("reply.journalist_question"),
    promisedAt: query.promisedAt,
  };
}

/** The clocks of one query. */
export async function clocksOf(db: Db, query: Clocked): Promise<QueryClocks> {
  return (await clocksOfQueries(db, [query])).get(query.id) as QueryClocks;
}
