import type { Db, Moment, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { clocksOfQueries } from "../queries/clocks.server.ts";

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
  | "concludedAt"
  | "foreignPress"
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
    .select(["concludedAt", "foreignPress"])
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

/** By when a request was to be answered, by the law's rule or the house's own. */
interface Limit {
  request: Request;
  clock: "statutory" | "house";
  due: Moment;
}

/** By when each was to be answered, by its own clock: the law's where it has one, else the house's; those without are left out. */
export async function limitsOf(db: Db, requests: Request[]): Promise<Limit[]> {
  // What was promised later changes nothing: a limit is a rule's, the same for everybody.
  const clocks = await clocksOfQueries(
    db,
    requests.map((request) => ({ ...request, promisedAt: null })),
  );
  return requests.flatMap((request): Limit[] => {
    const { statutory, house } = clocks.get(request.id) ?? {};
    if (statutory) return [{ request, clock: "statutory", due: statutory.at }];
    return house ? [{ request, clock: "house", due: house.at }] : [];
  });
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
