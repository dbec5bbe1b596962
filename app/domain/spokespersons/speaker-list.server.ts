import type { Db, Moment } from "#db/tables.ts";
import type { Capacity, Speaker } from "./speaker.ts";
import { speakersOn } from "./speakers.server.ts";

/** Agencies asked about at once: enough to fill most pages, few enough to be named in a query. */
const TOGETHER = 200;

/** A place in the list: the entry that was shown last, and its agency. */
export interface ListPlace {
  agencyId: string;
  id: string;
}

interface Wanted {
  provinceId?: string;
  agencyId?: string;
  capacity?: Capacity;
  known?: Moment; // by the public list of another moment
  after?: ListPlace;
  limit: number;
}

export interface SpeakerWithAgency extends Speaker {
  agency: { id: string; name: string; nameEn: string };
}

/**
 * A page of everybody who may speak at a moment, agency by agency (by id), in the order in which to ask.
 * When the entry shown last is gone meanwhile, its agency comes again: somebody may be told twice, nobody is
 * left out.
 */
export async function listSpeakers(
  db: Db,
  { capacity, known, after, limit, ...scope }: Wanted,
  at: Moment,
): Promise<SpeakerWithAgency[]> {
  const found: SpeakerWithAgency[] = [];
  let start: Start = after && { at: after.agencyId };
  for (;;) {
    const agencies = await agenciesWithEntries(db, scope, start);
    const ids = agencies.map(({ id }) => id);
    const speakers = await speakersOn(db, ids, at, { known });
    for (const agency of agencies) {
      const all = speakers.get(agency.id) ?? [];
      const seen = agency.id === after?.agencyId ? all.findIndex(({ id }) => id === after.id) : -1;
      for (const speaker of all.slice(seen + 1))
        if (!capacity || speaker.capacity === capacity) found.push({ ...speaker, agency });
    }
    if (agencies.length < TOGETHER || found.length >= limit) return found.slice(0, limit);
    start = { after: ids.at(-1) ?? "" };
  }
}

type Start = { at: string } | { after: string } | undefined;

/** The next agencies, by id, that ever had an entry. */
function agenciesWithEntries(
  db: Db,
  { provinceId, agencyId }: Pick<Wanted, "provinceId" | "agencyId">,
  start: Start,
) {
  return db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.id", "agency.name", "agency.nameEn"])
    .$if(!!agencyId, (query) => query.where("agency.id", "=", agencyId ?? ""))
    .$if(!!provinceId, (query) =>
      query.where(({ eb, or }) =>
        or([
          eb("area.id", "=", provinceId ?? ""),
          eb("area.partOf", "=", provinceId ?? ""),
          eb("agency.provinceId", "=", provinceId ?? ""),
        ]),
      ),
    )
    .$if(!!start, (query) =>
      start && "at" in start
        ? query.where("agency.id", ">=", start.at)
        : query.where("agency.id", ">", start?.after ?? ""),
    )
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom("assignment")
            .select("assignment.id")
            .whereRef("assignment.agencyId", "=", "agency.id"),
        ),
        exists(
          selectFrom("delegation")
            .select("delegation.id")
            .whereRef("delegation.agencyId", "=", "agency.id"),
        ),
      ]),
    )
    .orderBy("agency.id")
    .limit(TOGETHER)
    .execute();
}
