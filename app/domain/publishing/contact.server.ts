import type { Db, Moment } from "#db/tables.ts";
import { findAgency } from "../agencies/agencies.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";

/** Someone who may speak for an agency at a moment and is on its public list, by the id of the entry. */
export async function findContact(
  db: Db,
  { agencyId, speakerId }: { agencyId: string; speakerId: string },
  at: Moment,
) {
  const agency = await findAgency(db, agencyId);
  if (!agency) return undefined;
  const speaker = (await speakersOf(db, agency, at)).find(({ id }) => id === speakerId);
  const changedAt = speaker?.publishedAt;
  return speaker && changedAt ? { agency, speaker, changedAt } : undefined;
}
