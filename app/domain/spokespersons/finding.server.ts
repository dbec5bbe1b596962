import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { directoryOf, searchDepartments } from "../agencies/departments.server.ts";
import type { Directory } from "../agencies/directory.ts";
import { CURRENT_SINCE, existedOn } from "../areas/area.ts";
import { LONGEST_QUERY, placesOf } from "../areas/areas.server.ts";
import type { Atlas, Found as PlaceFound } from "../areas/atlas.ts";
import { composedText } from "../areas/query.ts";
import type { Matched } from "./lookup.ts";
import {
  findByPhone,
  findNamesakes,
  type PersonFound,
  phoneIn,
  searchPeople,
} from "./people-search.server.ts";
import type { Scope } from "./speaker-books.server.ts";

/** What a question may be about: a unit of the map, or an agency that was found by its name, a person's or a number. */
export interface Found {
  areaId: string;
  agencyId?: string;
  speakerId?: string; // the assignment or the delegation by which it was found
  matched: Matched;
}

/** In the order in which they are shown; what is plainly a place comes before all of them. */
type Rank = "department" | "person" | "namesake" | "close" | "place" | "far";
const RANKS: Rank[] = ["department", "person", "namesake", "close", "place", "far"];

interface Ranked {
  found: Found;
  rank: Rank;
  slips: number;
}

/** Of people who were called by no more than a given name, so many come before the places that begin so. */
const MOST_NAMESAKES = 3;
const MOST_RESTS = 4;

/**
 * The units, departments and people on the public list that a text may mean, best first. What is plainly
 * a place is asked of the map alone (people who bear that very name follow); a telephone number of the list alone.
 */
export async function findAsked(
  db: Db,
  { query, limit, at }: { query: string; limit: number; at: Moment },
): Promise<Found[]> {
  const text = query.slice(0, LONGEST_QUERY);
  const digits = phoneIn(text);
  const called = digits ? await findByPhone(db, digits, at) : [];
  if (called.length > 0)
    return once(
      called.map((one) => foundBy("phone", one, one.phone)),
      limit,
    );

  const atlas = await placesOf(db);
  const places = placesAt(atlas, text, limit, dayOf(at)).map(
    ({ area, matched, sure, slips }): Ranked => {
      const rank = sure ? "close" : "place";
      return { found: { areaId: area.id, matched }, rank, slips };
    },
  );
  const isPlace = places[0]?.rank === "close" && places[0].slips === 0;
  if (isPlace && places.length >= limit) return places.map(({ found }) => found);

  if (isPlace) {
    const namesakes = await findNamesakes(db, text, at);
    const named = namesakes.map((person) => foundBy("person", person, person.name));
    return once([...places.map(({ found }) => found), ...named], limit);
  }
  const people = await peopleAt(db, text, at);
  const named = people.map(({ person, rank }): Ranked => {
    const found = foundBy("person", person, person.name);
    return { found, rank, slips: 0 };
  });
  const departments = (await searchDepartments(db, text, limit, dayOf(at))).map(
    ({ department, text: name, sure, slips, begun }): Ranked => ({
      found: foundBy("agency", { agencyId: department.id, areaId: department.areaId }, name),
      rank: sure && slips === 0 ? "department" : sure || begun ? "close" : "far",
      slips,
    }),
  );
  const ranked = [...places, ...departments, ...named].sort(
    (a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || a.slips - b.slips,
  );
  return once(
    ranked.map(({ found }) => found),
    limit,
  );
}

/** How many places at least are weighed for a day before today's units: of one name there are dozens. */
const WEIGHED = 50;

/**
 * The places that a text may mean on a day. Before today's units those that were there come first among
 * equally good ones, and a former province that has a name in common with today's beside it.
 */
function placesAt(atlas: Atlas, text: string, limit: number, day: Day): PlaceFound[] {
  if (day >= CURRENT_SINCE) return atlas.search(text, limit);
  const found = atlas.search(text, Math.max(limit, WEIGHED)).flatMap((one) => {
    const isNamed = one.area.level === "province" && one.matched.via !== "code";
    const before = isNamed ? atlas.unitsBefore(one.area.id) : [];
    const namesakes = before
      .filter(({ name }) => name === one.area.name)
      .map((area) => ({
        ...one,
        area,
        matched: asFormer(one.matched),
        successors: atlas.successorsOf(area.id),
      }));
    return [one, ...namesakes];
  });
  const isThere = ({ area: { from, until } }: PlaceFound) =>
    existedOn({ fromDay: from, untilDay: until }, day);
  const runs: PlaceFound[][] = [];
  for (const one of found) {
    const run = runs.at(-1);
    if (run?.[0] && isAsGood(run[0], one)) run.push(one);
    else runs.push([one]);
  }
  return runs
    .flatMap((run) => [...run.filter(isThere), ...run.filter((one) => !isThere(one))])
    .slice(0, limit);
}

function asFormer({ text, via }: PlaceFound["matched"]): PlaceFound["matched"] {
  return { text, via: via === "name" ? "former" : via };
}

/** Whether two places were found equally well: by a code, by a name of their own or another, of the type that was said. */
function isAsGood(a: PlaceFound, b: PlaceFound): boolean {
  const way = ({ matched: { via } }: PlaceFound) => (via === "former" ? "name" : via);
  return a.sure === b.sure && a.typed === b.typed && a.slips === b.slips && way(a) === way(b);
}

type Spoken = Pick<PersonFound, "agencyId" | "areaId"> & { id?: string };

function foundBy(via: Matched["via"], { id, agencyId, areaId }: Spoken, text: string): Found {
  return { areaId, agencyId, speakerId: id, matched: { text, via } };
}

function once(found: Found[], limit: number): Found[] {
  const key = ({ areaId, agencyId, matched }: Found) =>
    agencyId ? `${agencyId} ${matched.via === "agency" ? "" : matched.text}` : areaId;
  return [...new Map(found.toReversed().map((one) => [key(one), one])).values()]
    .toReversed()
    .slice(0, limit);
}

/** The people whom a text names, with nothing in it unaccounted for. */
async function peopleAt(db: Db, text: string, at: Moment) {
  const typed = await accountedFor(db, text, at);
  const keyed = typed.length > 0 ? undefined : composedText(text, () => false);
  return keyed === undefined ? typed : accountedFor(db, keyed, at);
}

async function accountedFor(db: Db, text: string, at: Moment) {
  const scopeFor = (rest: string) => scopeOf(db, rest, at);
  const [atlas, people] = await Promise.all([placesOf(db), searchPeople(db, text, at, scopeFor)]);
  const rests = [...new Set(people.map(({ rest }) => rest))].filter(Boolean).slice(0, MOST_RESTS);
  const within = new Map<string, (person: PersonFound) => boolean>([["", () => true]]);
  for (const rest of rests) {
    const { agencies, areas } = await scopeFor(rest);
    within.set(
      rest,
      ({ agencyId, areaId }) =>
        agencies.has(agencyId) ||
        areas.has(areaId) ||
        areas.has(atlas.entry(areaId)?.province.id ?? areaId),
    );
  }
  const meant = people.filter((person) => within.get(person.rest)?.(person));
  const bare = meant.filter(({ whole, rest }) => !whole && !rest).slice(0, MOST_NAMESAKES);
  return meant.map((person) => {
    const rank: Rank = person.whole
      ? "person"
      : person.rest || bare.includes(person)
        ? "namesake"
        : "far";
    return { person, rank };
  });
}

/** What was said beside names is the same few words again and again: places, surnames. */
const scopes = new WeakMap<Directory, Map<string, Scope>>();
const MOST_SCOPES = 1_000;

/** The agencies that what was said beside a name may mean: themselves, those of a place, what became of it. */
async function scopeOf(db: Db, rest: string, at: Moment): Promise<Scope> {
  const directory = await directoryOf(db);
  const known = scopes.get(directory) ?? new Map<string, Scope>();
  scopes.set(directory, known);
  const day = dayOf(at);
  const key = `${day} ${rest}`;
  const scope = known.get(key) ?? readScope(await placesOf(db), directory, rest, day);
  if (known.size >= MOST_SCOPES) known.clear();
  known.set(key, scope);
  return scope;
}

function readScope(atlas: Atlas, directory: Directory, rest: string, day: Day): Scope {
  const places = atlas.search(rest, 20).filter(({ sure, slips }) => sure && slips === 0);
  const departments = directory.search(rest.slice(0, LONGEST_QUERY), 50, day);
  return {
    areas: new Set(
      places.flatMap(({ area, successors }) => [area.id, ...successors.map(({ id }) => id)]),
    ),
    agencies: new Set(
      departments
        .filter(({ sure, slips }) => sure && slips === 0)
        .map(({ department }) => department.id),
    ),
  };
}
