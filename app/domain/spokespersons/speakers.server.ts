import type { Db, Moment } from "#db/tables.ts";
import { candidatesOn } from "./candidates.server.ts";
import { rollAt } from "./roll-keeping.server.ts";
import { inOrder, type Speaker } from "./speaker.ts";

/** What else a question may name: the matter it is about, and a moment whose public list it is about. */
export interface Particulars {
  matter?: string;
  known?: Moment;
}

/**
 * Who may speak for each of these agencies at a moment, in the order in which to ask (see
 * `inOrder`); an agency without anyone has an empty list. With `known` the answer is the one that the
 * public list gave at that moment, before later entries, ends and corrections.
 */
export async function speakersOn(
  db: Db,
  agencyIds: string[],
  at: Moment,
  { matter, known }: Particulars = {},
): Promise<Map<string, Speaker[]>> {
  if (agencyIds.length === 0) return new Map();
  const roll = known ? undefined : await rollAt(db, at);
  const candidates = roll ?? (await candidatesOn(db, { agencyIds, at, known }));
  return new Map(agencyIds.map((id) => [id, inOrder(candidates.get(id) ?? [], matter)]));
}

/** Who may speak for one agency at a moment, in the order in which to ask. */
export async function speakersOf(
  db: Db,
  agency: { id: string },
  at: Moment,
  particulars?: Particulars,
): Promise<Speaker[]> {
  return (await speakersOn(db, [agency.id], at, particulars)).get(agency.id) ?? [];
}
