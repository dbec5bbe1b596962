import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { directoryOf } from "../agencies/departments.server.ts";
import { closingsAmong } from "../agencies/successions.server.ts";
import { type Era, existedOn } from "../areas/area.ts";
import { placesOf } from "../areas/areas.server.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { committeeOf } from "../areas/committee.ts";
import { unitsBefore } from "../areas/history.server.ts";
import { type Found, findAsked } from "./finding.server.ts";
import type { Answer, Closed, Speaking } from "./lookup.ts";
import { rollAt } from "./roll-keeping.server.ts";
import { type Particulars, speakersOn } from "./speakers.server.ts";

/**
 * Who speaks for a ward or a department: what a text may mean (a unit, an agency, somebody on the list,
 * a telephone number), best first, each with everybody who may speak for it at a moment, about a matter
 * if one is named. A former unit leads to all of those it went into. What is plainly a place takes one
 * search in memory and a few queries, however many answers.
 */
export async function lookUp(
  db: Db,
  { query, limit, at, ...particulars }: { query: string; limit: number; at: Moment } & Particulars,
): Promise<Answer[]> {
  return answersFor(db, await findAsked(db, { query, limit, at }), at, particulars);
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
  const found = [{ areaId: id, matched: { text: code, via: "code" as const } }];
  const [answer] = await answersFor(db, found, at, particulars);
  return answer;
}

async function answersFor(
  db: Db,
  found: Found[],
  at: Moment,
  particulars: Particulars,
): Promise<Answer[]> {
  const atlas = await placesOf(db);
  const departmentOf = await departmentsAmong(db, found);
  const day = dayOf(at);
  const units = found.flatMap((one) => {
    const { areaId, matched } = one;
    const area = atlas.entry(areaId, day);
    if (!area) return [];
    const department = departmentOf(one);
    const committee = unitOn(atlas, areaId, day);
    const own = committee && department ? { ...committee, agency: department } : committee;
    const next = atlas.successorsOf(areaId).flatMap(({ id: to, extent }) => {
      const unit = unitOn(atlas, to, day);
      return unit ? [{ ...unit, extent }] : [];
    });
    const province = (own ?? next[0])?.area.province.id;
    const above = province && unitOn(atlas, province, day);
    return [{ area, matched, speakerId: one.speakerId, own, next, above }];
  });
  const asked = units.flatMap(({ own, next, above }) => [own, above, ...next].filter((it) => !!it));
  const agencies = asked.filter(({ existed }) => existed).map(({ agency }) => agency.id);
  const speakers = await speakersOn(db, [...new Set(agencies)], at, particulars);
  const speakersOf = (unit?: { agency: Speaking }) => (unit && speakers.get(unit.agency.id)) ?? [];
  const silent = units.flatMap(({ own }) =>
    own?.existed && own.area.current && speakersOf(own).length === 0 ? [own.agency.id] : [],
  );
  const closedOf = await closedAmong(db, silent, at, particulars);

  return units.flatMap(({ area, matched, speakerId, own, next, above }) => {
    const mine = speakersOf(own);
    if (speakerId && !mine.some(({ id }) => id === speakerId)) return [];
    const successors = next.map((to) => ({ ...to, speaker: speakersOf(to)[0] ?? null }));
    const closed = (own && closedOf(own.agency.id)) ?? null;
    const others = [...successors, ...(closed?.successors ?? [])];
    const isKnown = mine.length > 0 || others.some(({ speaker }) => speaker);
    const [first] = above ? speakersOf(above) : [];
    return [
      {
        area,
        existed: isOf(area, day),
        matched,
        successors,
        before: own?.existed === false ? unitsBefore(atlas, area.id, day) : [],
        agency: own?.agency ?? null,
        closed,
        speakers: mine,
        instead: above && first && !isKnown ? { agency: above.agency, speaker: first } : null,
      },
    ];
  });
}

/** What became of those that are closed, with whom to ask now. A closing ends every entry, so only the silent are asked about. */
async function closedAmong(db: Db, agencyIds: string[], at: Moment, particulars: Particulars) {
  const closings = await closingsAt(db, [...new Set(agencyIds)], at, particulars.known);
  const next = [...closings.values()].flatMap(({ successors }) => successors.map(({ id }) => id));
  const speakers =
    next.length > 0 ? await speakersOn(db, [...new Set(next)], at, particulars) : undefined;
  return (agencyId: string): Closed | undefined => {
    const closing = closings.get(agencyId);
    return (
      closing && {
        ...closing,
        successors: closing.successors.map((one) => ({
          ...one,
          speaker: speakers?.get(one.id)?.[0] ?? null,
        })),
      }
    );
  };
}

async function closingsAt(db: Db, agencyIds: string[], at: Moment, known?: Moment) {
  const roll = known ? undefined : await rollAt(db, at);
  if (!roll) return closingsAmong(db, agencyIds, { day: dayOf(at), known });
  return new Map(
    agencyIds.flatMap((id) => {
      const closing = roll.closingOf(id);
      return closing ? [[id, closing] as const] : [];
    }),
  );
}

/** The department that was found; a committee is what its unit has anyway. */
async function departmentsAmong(db: Db, found: Found[]) {
  const directory = found.some(({ agencyId }) => agencyId) ? await directoryOf(db) : undefined;
  return ({ agencyId }: Found): Speaking | undefined => {
    const department = agencyId ? directory?.find(agencyId) : undefined;
    if (!department) return undefined;
    const { id, kind, name, nameEn } = department;
    return { id, kind, name, nameEn };
  };
}

function isOf({ from, until }: AreaEntry, day: Day): boolean {
  return existedOn({ fromDay: from, untilDay: until }, day);
}

/** A unit by its name of a day, whether it existed then, and its committee; none of a former one after its last day. */
function unitOn(atlas: Atlas, id: string, day: Day) {
  const area = atlas.entry(id, day);
  const existed = area ? isOf(area, day) : false;
  return area && (area.current || existed)
    ? { area, existed, agency: committeeOf(area) }
    : undefined;
}

/** The units right within a province by their names of a day, each with the one to ask first, or what became of its committee. */
export async function speakersWithin(db: Db, provinceId: string, at: Moment) {
  const atlas = await placesOf(db);
  const day = dayOf(at);
  const units = atlas
    .within(provinceId)
    .map(({ id }) => unitOn(atlas, id, day))
    .filter((unit) => !!unit);
  const agencies = units.filter(({ existed }) => existed).map(({ agency }) => agency.id);
  const speakers = await speakersOn(db, agencies, at);
  const silent = agencies.filter((id) => !speakers.get(id)?.length);
  const closings = await closingsAmong(db, silent, { day });
  return units.map((unit) => ({
    ...unit,
    speaker: speakers.get(unit.agency.id)?.[0] ?? null,
    closed: closings.get(unit.agency.id) ?? null,
  }));
}
