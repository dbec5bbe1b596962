import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { type Era, existedOn } from "../areas/area.ts";
import { placesOf, searchAreas } from "../areas/areas.server.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { type Committee, committeeOf } from "../areas/committee.ts";
import type { Via } from "../areas/place-index.ts";
import type { Speaker } from "./speaker.ts";
import { speakersOn } from "./speakers.server.ts";

/** A unit as it was at the moment asked about, with who may speak for it then. */
export interface Answer {
  area: AreaEntry;
  existed: boolean;
  matched: { text: string; via: Via };
  successors: Successor[]; // what a former unit went into
  agency: Committee | null; // a former unit has none any more
  speakers: Speaker[];
  instead: { agency: Committee; speaker: Speaker } | null; // whom to ask where nobody is on record
}

/** A current unit that a former one went into, with the one to ask there first. */
export interface Successor {
  area: AreaEntry;
  extent: string;
  existed: boolean;
  agency: Committee;
  speaker: Speaker | null;
}

/**
 * Who speaks for a ward: the units that a text may mean, best first, each with everybody who may
 * speak for it at a moment. A former unit leads to all of those it went into. One search in memory
 * and two queries, however many answers.
 */
export async function lookUp(
  db: Db,
  { query, limit, at }: { query: string; limit: number; at: Moment },
): Promise<Answer[]> {
  const found = await searchAreas(db, query, limit);
  const places = found.map(({ area, matched }) => ({ id: area.id, matched }));
  return answersFor(db, places, at);
}

/** The same for one unit by its code; without an era today's units come before former ones. */
export async function lookUpCode(
  db: Db,
  { code, era, at }: { code: string; era?: Era; at: Moment },
): Promise<Answer | undefined> {
  const atlas = await placesOf(db);
  const ids = (era ? [era] : (["2025", "2004"] as const)).map((one) => `${one}-${code}`);
  const id = ids.find((one) => atlas.entry(one));
  if (!id) return undefined;
  const [answer] = await answersFor(db, [{ id, matched: { text: code, via: "code" } }], at);
  return answer;
}

async function answersFor(
  db: Db,
  places: { id: string; matched: Answer["matched"] }[],
  at: Moment,
): Promise<Answer[]> {
  const atlas = await placesOf(db);
  const day = dayOf(at);
  const units = places.flatMap(({ id, matched }) => {
    const area = atlas.entry(id, day);
    if (!area) return [];
    const next = atlas
      .successorsOf(id)
      .flatMap(({ id: to, extent }) => unitOn(atlas, to, day).map((unit) => ({ ...unit, extent })));
    return [{ area, matched, next }];
  });
  const asked = units.flatMap(({ area, next }) => [
    ...(area.current ? unitOn(atlas, area.id, day) : []),
    ...(area.current ? unitOn(atlas, area.province.id, day) : []),
    ...next,
  ]);
  const agencies = asked.filter(({ existed }) => existed).map(({ agency }) => agency.id);
  const speakers = await speakersOn(db, [...new Set(agencies)], at);

  return units.map(({ area, matched, next }) => {
    const own = area.current ? committeeOf(area) : null;
    const mine = (own && speakers.get(own.id)) ?? [];
    const [above] = area.current ? unitOn(atlas, area.province.id, day) : [];
    const first = above && speakers.get(above.agency.id)?.[0];
    return {
      area,
      existed: isOf(area, day),
      matched,
      successors: next.map((to) => ({ ...to, speaker: speakers.get(to.agency.id)?.[0] ?? null })),
      agency: own,
      speakers: mine,
      instead: mine.length === 0 && first ? { agency: above.agency, speaker: first } : null,
    };
  });
}

function isOf({ from, until }: AreaEntry, day: Day): boolean {
  return existedOn({ fromDay: from, untilDay: until }, day);
}

/** A current unit by its name of a day, whether it existed then, and its committee. */
function unitOn(atlas: Atlas, id: string, day: Day) {
  const area = atlas.entry(id, day);
  if (!area?.current) return [];
  return [{ area, existed: isOf(area, day), agency: committeeOf(area) }];
}

/** The units right within a province by their names of a day, each with the one to ask first. */
export async function speakersWithin(db: Db, provinceId: string, at: Moment) {
  const atlas = await placesOf(db);
  const day = dayOf(at);
  const units = atlas.within(provinceId).flatMap(({ id }) => unitOn(atlas, id, day));
  const agencies = units.filter(({ existed }) => existed).map(({ agency }) => agency.id);
  const speakers = await speakersOn(db, agencies, at);
  return units.map((unit) => ({ ...unit, speaker: speakers.get(unit.agency.id)?.[0] ?? null }));
}
