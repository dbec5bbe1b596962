import type { z } from "zod";
import { readDay, readInstant, startOf } from "#app/clock.ts";
import { parameters } from "#app/domain/open-data/parameters.ts";
import { type ChangeCursor, readChangeCursor } from "#app/domain/spokespersons/changes.ts";

/** What a list of open data may be narrowed by. */
type Narrowing = "after" | "agency" | "capacity" | "era" | "kind" | "level" | "province";

type Asked<Name extends Narrowing> = { limit: number } & {
  [One in Name]?: z.output<(typeof parameters)[One]["schema"]>;
};

type Read<Name extends Narrowing> =
  | { ok: true; value: Asked<Name> }
  | { ok: false; reason: "bad-page-limit" | `bad-${Name}` };

/** Reads what a list is narrowed by, and how much of it is wanted; what is absent or empty is undefined. */
export function readListQuestion<Name extends Narrowing>(url: URL, names: Name[]): Read<Name> {
  const limit = parameters.pageLimit.schema.safeParse(url.searchParams.get("limit") || undefined);
  if (!limit.success) return { ok: false, reason: "bad-page-limit" };
  const value: Record<string, unknown> = { limit: limit.data };
  for (const name of names) {
    const text = url.searchParams.get(name);
    if (!text) continue;
    const read = parameters[name].schema.safeParse(text);
    if (!read.success) return { ok: false, reason: `bad-${name}` };
    value[name] = read.data;
  }
  return { ok: true, value: value as Asked<Name> };
}

const APART = "~";

/** A place in the list of speakers as a parameter: its agency and its entry. */
export function placeText({ agencyId, id }: { agencyId: string; id: string }): string {
  return agencyId + APART + id;
}

export function readPlace(text: string): { agencyId: string; id: string } | undefined {
  const [agencyId, id, ...rest] = text.split(APART);
  return agencyId && id && rest.length === 0 ? { agencyId, id } : undefined;
}

/** Reads `?since=`: the cursor of an answer, a day from its beginning, or an instant. Null when it is none of them. */
export function readSince(url: URL): ChangeCursor | undefined | null {
  const text = (url.searchParams.get("since") ?? "").trim().replace(/ (?=\d\d:?\d\d$)/, "+");
  if (!text) return undefined;
  const cursor = readChangeCursor(text);
  if (cursor) return cursor;
  const day = readDay(text);
  const at = day ? startOf(day) : readInstant(text);
  return at ? { at, id: "" } : null;
}
