import type { Db } from "#db/tables.ts";
import { differencesBetween } from "../audit/difference.ts";
import { PUBLIC_FIELDS } from "./correction.ts";

/** What everybody is shown of an entry; names begin with the table, for two are joined here. */
export const ASSIGNMENT_SHOWN = [
  "assignment.capacity",
  "assignment.position",
  "assignment.phone",
  "assignment.email",
  "assignment.decisionNo",
  "assignment.decisionDay",
  "assignment.fromDay",
  "assignment.untilDay",
  "assignment.endDay",
] as const;

export const DELEGATION_SHOWN = [
  "delegation.matter",
  "delegation.position",
  "delegation.phone",
  "delegation.email",
  "delegation.documentNo",
  "delegation.documentDay",
  "delegation.fromAt",
  "delegation.untilAt",
  "delegation.endAt",
] as const;

type Shown = Partial<Record<(typeof PUBLIC_FIELDS)[number], string | null>> & { person: string };

/** The published entries that some corrections took the place of, by their ids. One query, and none without corrections. */
export async function replacedBy(
  db: Db,
  table: "assignment" | "delegation",
  stream: string,
  rows: { replacesId: string | null }[],
): Promise<(id: string | null) => Shown | undefined> {
  const isPublication = stream === "published" || stream === "delegated";
  const ids = isPublication ? rows.flatMap(({ replacesId }) => replacesId ?? []) : [];
  if (ids.length === 0) return () => undefined;
  const columns = table === "assignment" ? ASSIGNMENT_SHOWN : DELEGATION_SHOWN;
  const found = await db
    .selectFrom(table)
    .innerJoin("person", "person.id", `${table}.personId`)
    .select([`${table}.id`, "person.name as person"])
    .select(columns as never)
    .where(`${table}.id`, "in", ids)
    .where(`${table}.publishedAt`, "is not", null)
    .execute();
  const byId = new Map(found.map((row) => [row.id, row as Shown]));
  return (id) => byId.get(id ?? "");
}

/** What a correction changed of that which is public. */
export function changedIn(before: Shown | undefined, after: Shown) {
  if (!before) return [];
  const named = ({ person, ...shown }: Shown) => ({ ...shown, name: person });
  return differencesBetween(PUBLIC_FIELDS, named(before), named(after));
}
