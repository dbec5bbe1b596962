import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { type Era, existedOn } from "../areas/area.ts";
import { placesOf, searchAreas } from "../areas/areas.server.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { type Committee, committeeOf } from "../areas/committee.ts";
import type { Answer } from "./lookup.ts";
import { type Particulars, speakersOn } from "./speakers.server.ts";

/**
 * Who speaks for a ward: the units that a text may mean, best first, each with everybody who may
 * speak for it at a moment, about a matter if one is named. A former unit leads to all of those it went
 * into. One search in memory and two queries, however many answers.
 */
export async function lookUp(
  db: Db,
  { query, limit, at, ...particulars }: { query: string; limit: number; at: Moment } & Particulars,
): Promise<Answer[]> {
  const found = await searchAreas(db, query, limit);
  const places = found.map(({ area, matched }) => ({ id: area.id, matched }));
  return answersFor(db, places, at, particulars);
}

/** The same for one unit by its code; without an era today's units come before former ones. */
export async function lookUpCode(
  db: Db,
  { code, era, at, ...particulars }: { code: string; era?: Era; at: Moment } & Particulars,
): Promise<Answer | undefined> {
  const atlas = await placesOf(db);
  const ids = (era ? [era] : (["2025", "2004"] as const)).map((one) => `${one}-${code}`);
  const id = ids.find((one) => atlas.entry(one));
  if (!id) return undefined;
  const places = [{ id, matched: { text: code, via: "code" as const } }];
  const [answer] = await answersFor(db, places, at, particulars);
  return answer;
}

async function answersFor(
  db: Db,
  places: { id: string; matched: Answer["matched"] }[],
  at: Moment,
  particulars: Particulars,
): Promise<Answer[]> {
  const atlas = await placesOf(db);
  const day = dayOf(at);
  const units = places.flatMap(({ id, matched }) => {
    const area = atlas.entry(id, day);
    if (!area) return [];
    const own = area.current ? unitOn(atlas, id, day) : undefined;
    const next = atlas.successorsOf(id).flatMap(({ id: to, extent }) => {
      const unit = unitOn(atlas, to, day);
      return unit ? [{ ...unit, extent }] : [];
    });
    const province = (own ?? next[0])?.area.province.id;
    return [{ area, matched, own, next, above: province && unitOn(atlas, province, day) }];
  });
  const asked = units.flatMap(({ own, next, above }) => [own, above, ...next].filter((it) => !!it));
  const agencies = asked.filter(({ existed }) => existed).map(({ agency }) => agency.id);
  const speakers = await speakersOn(db, [...new Set(agencies)], at, particulars);
  const speakersOf = (unit?: { agency: Committee }) => (unit && speakers.get(unit.agency.id)) ?? [];

  return units.map(({ area, matched, own, next, above }) => {
    const mine = speakersOf(own);
    const successors = next.map((to) => ({ ...to, speaker: speakersOf(to)[0] ?? null }));
    const isKnown = mine.length > 0 || successors.some(({ speaker }) => speaker);
    const [first] = above ? speakersOf(above) : [];
    return {
      area,
      existed: isOf(area, day),
      matched,
      successors,
      agency: own?.agency ?? null,
      speakers: mine,
      instead: above && first && !isKnown ? { agency: above.agency, speaker: first } : null,
    };
  });
}

function isOf({ from, until }: AreaEntry, day: Day): boolean {
  return existedOn({ fromDay: from, untilDay: until }, day);
}

/** A current unit by its name of a day, whether it existed then, and its committee. */
function unitOn(atlas: Atlas, id: string, day: Day) {
  const area = atlas.entry(id, day);
  return area?.current ? { area, existed: isOf(area, day), agency: committeeOf(area) } : undefined;
}

/** The units right within a province by their names of a day, each with the one to ask first. */
export async function speakersWithin(db: Db, provinceId: string, at: Moment) {
  const atlas = await placesOf(db);
  const day = dayOf(at);
  const units = atlas
    .within(provinceId)
    .map(({ id }) => unitOn(atlas, id, day))
    .filter((unit) => !!unit);
  const agencies = units.filter(({ existed }) => existed).map(({ agency }) => agency.id);
  const speakers = await speakersOn(db, agencies, at);
  return units.map((unit) => ({ ...unit, speaker: speakers.get(unit.agency.id)?.[0] ?? null }));
}
