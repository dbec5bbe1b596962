import type { Db, Moment, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { dueForMany } from "../policies/due.server.ts";
import type { PolicyKey } from "../policies/policy.ts";

/** A request of the press as reports count it: nothing of what was asked, or of who did. */
export type Request = Pick<
  Row<"query">,
  | "id"
  | "agencyId"
  | "number"
  | "kind"
  | "receivedAt"
  | "outcome"
  | "outcomeAt"
  | "confirmedAt"
  | "disputedAt"
> & { provinceId: string };

/**
 * The requests that agencies within a reach received between two moments, the second not included, oldest first. One
 * that was forwarded within the reach is counted once, where it went.
 */
export async function requestsWithin(
  db: Db,
  reach: Reach,
  { begins, ends }: { begins: Moment; ends: Moment },
): Promise<Request[]> {
  return db
    .selectFrom("query")
    .innerJoin("agency", "agency.id", "query.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["query.id", "query.agencyId", "number", "query.kind", "receivedAt"])
    .select(["outcome", "outcomeAt", "confirmedAt", "disputedAt"])
    .select((eb) => provinceOf(eb as never).as("provinceId"))
    .where(withinReach(reach))
    .where("receivedAt", ">=", begins)
    .where("receivedAt", "<", ends)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("query as next")
            .innerJoin("agency", "agency.id", "next.agencyId")
            .innerJoin("area", "area.id", "agency.areaId")
            .select("next.id")
            .whereRef("next.forwardedFromId", "=", "query.id")
            .where(withinReach(reach) as never),
        ),
      ),
    )
    .orderBy("receivedAt")
    .orderBy("query.id")
    .execute() as Promise<Request[]>;
}

/** Which rule a kind runs under, and whether it is the law's or the house's own. */
const RULES: Partial<Record<Request["kind"], { key: PolicyKey; clock: "statutory" | "house" }>> = {
  editor_request: { key: "reply.editor_request", clock: "statutory" },
  forwarded_opinion: { key: "reply.forwarded_opinion", clock: "statutory" },
  question: { key: "reply.journalist_question", clock: "house" },
  interview: { key: "reply.journalist_question", clock: "house" },
};

/** By when each was to be answered, by the rule of the day of its receipt; those without a time are left out. */
export async function limitsOf(
  db: Db,
  requests: Request[],
): Promise<{ request: Request; clock: "statutory" | "house"; due: Moment }[]> {
  const ruled = requests.flatMap((request) => {
    const rule = RULES[request.kind];
    return rule ? [{ request, ...rule }] : [];
  });
  const keys = [...new Set(ruled.map(({ key }) => key))];
  const found = await Promise.all(
    keys.map(async (key) => {
      const under = ruled.filter((one) => one.key === key);
      const dues = await dueForMany(
        db,
        key,
        under.map(({ request: { agencyId, provinceId, receivedAt } }) => ({
          ...{ agencyId, provinceId, start: receivedAt },
        })),
      );
      return under.flatMap(({ request, clock }, i) => {
        const due = dues[i];
        return due ? [{ request, clock, due: due.at }] : [];
      });
    }),
  );
  return found.flat();
}

const ROWS_AT_ONCE = 1000;

/** The grounds on which requests were refused, the most frequent first; null where none was recorded. */
export async function groundsOf(
  db: Db,
  requests: Request[],
): Promise<{ ground: string | null; count: number }[]> {
  const refused = requests.filter(({ outcome }) => outcome === "refused").map(({ id }) => id);
  const grounds = new Map<string, string | null>();
  for (let first = 0; first < refused.length; first += ROWS_AT_ONCE) {
    const said = await db
      .selectFrom("queryAnswer")
      .select(["queryId", "ground"])
      .where("kind", "=", "refusal")
      .where("queryId", "in", refused.slice(first, first + ROWS_AT_ONCE))
      .orderBy("sentAt")
      .execute();
    for (const { queryId, ground } of said) grounds.set(queryId, ground);
  }
  const counts = new Map<string | null, number>();
  for (const id of refused) {
    const ground = grounds.get(id) ?? null;
    counts.set(ground, (counts.get(ground) ?? 0) + 1);
  }
  return [...counts]
    .map(([ground, count]) => ({ ground, count }))
    .toSorted((one, other) => other.count - one.count);
}
