import { dayBefore, dayOf, startOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { agencyNames } from "./evidence.server.ts";
import { momentsOf, readPeriod } from "./period.ts";
import { type Request, requestsWithin } from "./requests.server.ts";

/** How questions of the press ended, by what their askers say; every number is a part of those received. */
export interface Openness {
  received: number;
  confirmed: number;
  disputed: number;
  unconfirmed: number; // answered by the agency's own account alone
  refused: number;
  open: number;
  other: number; // withdrawn, forwarded
}

export interface OpennessOf {
  from: Day;
  until: Day; // the last day that is counted
  all: Openness;
  agencies: { id: string; name: string; nameEn: string; openness: Openness }[]; // by their names
}

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/**
 * How agencies within a reach answered the press in a year, agency by agency in the order of their names and never by
 * rank. What the asker confirms counts as answered, and nothing else does. It is as of the end of yesterday, so that
 * nobody can tell from a page who asked what a minute ago.
 */
export async function opennessOf(
  db: Db,
  reach: Reach,
  year: number,
  at: Moment,
): Promise<OpennessOf | undefined> {
  const span = readPeriod(String(year));
  const yesterday = dayBefore(dayOf(at));
  if (!span || span.from > yesterday) return undefined;
  const until = earlier(span.until, yesterday);
  const cut = startOf(dayOf(at));
  const ends = earlier(momentsOf(span).ends, cut);
  const requests = await requestsWithin(db, reach, { begins: startOf(span.from), ends });
  const names = await agencyNames(db, requests);
  const agencies = Object.entries(names)
    .map(([id, named]) => ({
      ...{ id, ...named },
      openness: countedBy(
        requests.filter(({ agencyId }) => agencyId === id),
        cut,
      ),
    }))
    .sort((a, b) => VIETNAMESE.compare(a.name, b.name));
  return { from: span.from, until, all: countedBy(requests, cut), agencies };
}

function earlier(one: string, other: string): string {
  return [one, other].toSorted()[0] as string;
}

/** What was known before a moment: later words of the asker or the agency are not heard yet. */
function countedBy(requests: Request[], cut: Moment): Openness {
  const openness: Openness = {
    ...{ received: requests.length, confirmed: 0, disputed: 0, unconfirmed: 0 },
    ...{ refused: 0, open: 0, other: 0 },
  };
  for (const request of requests) openness[endOf(request, cut)] += 1;
  return openness;
}

function endOf(request: Request, cut: Moment): Exclude<keyof Openness, "received"> {
  const by = (moment: Moment | null) => moment !== null && moment < cut;
  if (by(request.confirmedAt)) return "confirmed";
  if (by(request.disputedAt)) return "disputed";
  if (!by(request.outcomeAt)) return "open";
  if (request.outcome === "refused") return "refused";
  const isAnswered = request.outcome === "answered" || request.outcome === "partly";
  return isAnswered ? "unconfirmed" : "other";
}
