import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Moment } from "#db/tables.ts";
import type { ChangeCursor } from "./changes.ts";

/** Which part of the changes is asked for. */
export interface ChangeRange {
  until: Moment; // nothing later than this: now, unless the past is asked about
  limit: number;
  since?: ChangeCursor; // only what came after this one
  before?: ChangeCursor; // only what came before this one
  oldestFirst?: boolean; // for reading on from a cursor; else the newest come first
}

/** A kind of moment that rows have; `where` says which rows, when not all. Its name begins the ids of its changes. */
export interface Stream {
  name: string;
  at: RawBuilder<Moment>;
  id: RawBuilder<string>;
  agencyId: RawBuilder<string>;
  where?: RawBuilder<SqlBool>;
}

/** What a change tells of its agency, as columns of a query that has `agency` and `area` in it. */
export const PLACE = [
  "agency.id as agencyId",
  "agency.name as agencyName",
  "agency.nameEn as agencyNameEn",
  "area.id as areaId",
  "area.code as areaCode",
  "area.partOf",
  "agency.provinceId",
] as const;

interface Placed {
  id: string;
  at: Moment;
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  areaId: string;
  areaCode: string;
  partOf: string | null;
  provinceId: string | null;
}

/** A change with what all kinds of them have, and nothing of what only some have. */
export function placed(row: Placed, stream: string) {
  return {
    id: `${stream}-${row.id}`,
    at: row.at,
    agency: { id: row.agencyId, name: row.agencyName, nameEn: row.agencyNameEn },
    areaCode: row.areaCode,
    provinceId: row.provinceId ?? row.partOf ?? row.areaId,
    person: null,
    capacity: null,
    matter: null,
    from: null,
    until: null,
    other: null,
    changed: [],
  };
}

/** The rows of a stream that are asked for, of these agencies or (undefined) of all, in the order asked for. */
export function asked<Schema, Table extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, Table, Row>,
  { name, at, id, agencyId, where = sql`true` }: Stream,
  agencies: string[] | undefined,
  range: ChangeRange,
) {
  const direction = range.oldestFirst ? "asc" : "desc";
  return query
    .where(within(agencyId, agencies))
    .where(between(at, id, name, range))
    .where(where)
    .orderBy(at, direction)
    .orderBy(id, direction)
    .limit(range.limit);
}

function within(agencyId: RawBuilder<string>, agencies: string[] | undefined): RawBuilder<SqlBool> {
  if (!agencies) return sql`true`;
  if (agencies.length === 0) return sql`false`;
  return sql`${agencyId} in (${sql.join(agencies)})`;
}

/** After one cursor and before another, in the order of all streams together: by moment, then by id. */
function between(
  at: RawBuilder<Moment>,
  id: RawBuilder<string>,
  stream: string,
  { until, since, before }: ChangeRange,
): RawBuilder<SqlBool> {
  const bounds = [sql`${at} <= ${until}`];
  if (since) bounds.push(sql`${at} >= ${since.at}`, beyond(since, sql`>`));
  if (before) bounds.push(sql`${at} <= ${before.at}`, beyond(before, sql`<`));
  return sql`(${sql.join(bounds, sql` and `)})`;

  /** Of the cursor's own moment, only what comes on the other side of its id. */
  function beyond(cursor: ChangeCursor, sign: RawBuilder<unknown>) {
    return sql`(${at} <> ${cursor.at} or ${`${stream}-`} || ${id} ${sign} ${cursor.id})`;
  }
}
