import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { chosen, countsOf, ListQuery, unknownOf } from "#app/domain/publishing/list-query.ts";
import { listOfProvince } from "#app/domain/publishing/province-list.server.ts";
import { readOn } from "./lookup-question.ts";
import { notFound } from "./responses.ts";

/** The province of a code; a commune has no list of its own. */
export async function provinceOf(code = "") {
  const area = await findArea(db, "2025", code);
  return area?.level === "province" ? area : notFound();
}

/**
 * The list that an address asks for, the same for the page and for every file: whose, as of when,
 * and which of its lines. A day that does not exist is told of, and today's list given; so is a filter that
 * there is not, and all lines given.
 */
export async function askedList(request: Request, code?: string) {
  const province = await provinceOf(code);
  const url = new URL(request.url);
  const time = readOn(url, now());
  const { on, at } = time.ok ? time.value : { on: now(), at: now() };
  const query = ListQuery.parse(Object.fromEntries(url.searchParams));
  const { entries, updatedAt } = await listOfProvince(db, province, { at, now: now() });
  return {
    province,
    query,
    on: time.ok && url.searchParams.get("on") ? on : undefined,
    at,
    isUnreadable: !time.ok,
    unknown: unknownOf(url.searchParams),
    typed: url.searchParams.get("on") ?? "",
    entries: chosen(entries, query),
    counts: countsOf(entries),
    kinds: [...new Set(entries.map(({ agency }) => agency.kind))],
    updatedAt,
  };
}

export type AskedList = Awaited<ReturnType<typeof askedList>>;
