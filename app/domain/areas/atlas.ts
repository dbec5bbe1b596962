import type { Day, Row } from "#db/tables.ts";
import {
  type Area,
  type AreaAlias,
  type Era,
  fullName,
  fullNameInEnglish,
  nameOn,
  unmarked,
} from "./area.ts";
import type { LargerUnit, Nearness } from "./gazetteer.ts";
import { PlaceIndex, type Via } from "./place-index.ts";
import { placesOn, unitsAbove } from "./places.ts";

/** A unit with everything that a page says of it. */
export interface AreaEntry {
  id: string;
  code: string;
  era: Era;
  level: Area["level"];
  type: string;
  name: string;
  fullName: string;
  fullNameEn: string;
  current: boolean;
  from: Day | null;
  until: Day | null;
  district?: string; // the full name of a former unit's district
  districtEn?: string;
  province: { id: string; code: string; name: string; nameEn: string };
}

/** A current unit that a former one went into; `extent` as in db/data/SOURCES.md. */
export interface Successor {
  id: string;
  code: string;
  fullName: string;
  fullNameEn: string;
  extent: string;
  province: AreaEntry["province"];
}

export interface Found {
  area: AreaEntry;
  matched: { text: string; via: Via };
  /** Whether every word of the question is accounted for, and its type was said (see `Match`). */
  sure: boolean;
  typed: boolean;
  slips: number;
  successors: Successor[];
}

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/** The map of the country in memory: units, what became of them, and the index of their names. */
export class Atlas {
  readonly #areas = new Map<string, Area>();
  readonly #within = new Map<string, Area[]>();
  readonly #aliases = new Map<string, AreaAlias[]>();
  readonly #after = new Map<string, Row<"succession">[]>();
  readonly #before = new Map<string, Row<"succession">[]>();
  readonly #provinceSteps = new Map<string, string[]>();
  readonly #around = new Map<string, LargerUnit[]>();
  readonly #index: PlaceIndex;

  constructor(areas: Area[], aliases: AreaAlias[], successions: Row<"succession">[]) {
    for (const area of areas) {
      this.#areas.set(area.id, area);
      if (area.partOf) push(this.#within, area.partOf, area);
    }
    for (const alias of aliases) push(this.#aliases, alias.areaId, alias);
    for (const step of successions) {
      push(this.#after, step.formerId, step);
      push(this.#before, step.successorId, step);
    }
    const links = { areas: this.#areas, aliases: this.#aliases };
    this.#index = new PlaceIndex(placesOn({ ...links, after: this.#after, before: this.#before }));
  }

  /** The units that a text may mean, best first. */
  search(text: string, limit: number): Found[] {
    return this.#index
      .search(text, limit)
      .map(({ id, via, text: matched, sure, typed, slips }) => ({
        area: this.entry(id) as AreaEntry,
        matched: { text: matched, via },
        sure,
        typed,
        slips,
        successors: this.successorsOf(id),
      }));
  }

  /** A unit; with a day, by what it was called then. */
  entry(id: string, day?: Day): AreaEntry | undefined {
    const area = this.#areas.get(id);
    if (!area) return undefined;
    const { type, name, nameEn } = this.#namedOn(area, day);
    const above = unitsAbove(area, this.#areas);
    const province = above.at(-1) ?? area;
    const district = above.find(({ level }) => level === "district");
    return {
      id,
      code: area.code,
      era: area.era,
      level: area.level,
      type,
      name,
      fullName: fullName({ type, name }),
      fullNameEn: fullNameInEnglish({ type, nameEn }),
      current: area.untilDay === null,
      from: area.fromDay,
      until: area.untilDay,
      ...(district && {
        district: fullName(district),
        districtEn: fullNameInEnglish(district),
      }),
      province: provinceEntry({ ...province, ...this.#namedOn(province, day) }),
    };
  }

  #namedOn(area: Area, day?: Day): Pick<Area, "type" | "name" | "nameEn"> {
    if (!day) return area;
    const { type, name } = nameOn(area, this.#aliases.get(area.id) ?? [], day);
    return { type, name, nameEn: name === area.name ? area.nameEn : unmarked(name) };
  }

  /** What a unit was called on a day, in full. */
  fullNameOn(id: string, day: Day): string | undefined {
    const area = this.#areas.get(id);
    return area && fullName(nameOn(area, this.#aliases.get(id) ?? [], day));
  }

  aliasesOf(id: string): AreaAlias[] {
    return this.#aliases.get(id) ?? [];
  }

  /**
   * The current units that a former one went into, all of them when it was divided: first the one that
   * took all of its people, then its namesake, last those that took land alone. None for a current unit.
   */
  successorsOf(id: string): Successor[] {
    const area = this.#areas.get(id);
    if (!area || area.untilDay === null) return [];
    const steps = this.#stepsFrom(area);
    const undivided = steps.size === 1 ? "whole" : "part";
    const successors = [...steps].flatMap(([successorId, extent]) => {
      const successor = this.entry(successorId);
      if (!successor) return [];
      const { code, name, fullName, fullNameEn, province } = successor;
      const rank = rankOf(extent, name === area.name);
      return [
        {
          id: successorId,
          code,
          fullName,
          fullNameEn,
          extent: extent ?? undivided,
          province,
          rank,
        },
      ];
    });
    return successors
      .sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1))
      .map(({ rank, ...successor }) => successor);
  }

  /** The former units that a current one was made from, with how much of each. */
  predecessorsOf(id: string): { area: AreaEntry; extent: string }[] {
    return (this.#before.get(id) ?? []).flatMap(({ formerId, extent }) => {
      const area = this.entry(formerId);
      return area ? [{ area, extent }] : [];
    });
  }

  /**
   * What was there in place of a current unit before it: former units of its name among those it was
   * formed from and their districts, or else all that it was formed from. None for a former unit.
   */
  unitsBefore(id: string): AreaEntry[] {
    const area = this.#areas.get(id);
    if (!area || area.untilDay !== null) return [];
    const parts = (this.#before.get(id) ?? []).flatMap(
      ({ formerId }) => this.#areas.get(formerId) ?? [],
    );
    const isProvince = area.level === "province";
    const formed = isProvince ? this.#provincesThatBecame(id) : parts;
    const districts = parts
      .flatMap((part) => unitsAbove(part, this.#areas))
      .filter(({ level }) => level === "district");
    const known = isProvince ? formed : [...districts, ...formed];
    const namesakes = known.filter(({ name }) => name === area.name);
    const units = new Set(namesakes.length > 0 ? namesakes : formed);
    return [...units].map((unit) => this.entry(unit.id) as AreaEntry);
  }

  /** The units of an era, of one level or within one province where that is asked, by code. */
  units(
    era: Era,
    { level, provinceId }: { level?: Area["level"]; provinceId?: string } = {},
  ): AreaEntry[] {
    const chosen = [...this.#areas.values()].filter(
      (area) =>
        area.era === era &&
        (!level || area.level === level) &&
        (!provinceId || (unitsAbove(area, this.#areas).at(-1) ?? area).id === provinceId),
    );
    return chosen
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ id }) => this.entry(id) as AreaEntry);
  }

  /** What people say to tell a unit's offices from others': itself, what lies above it, the provinces that became it. */
  unitsAround(id: string): LargerUnit[] {
    const known = this.#around.get(id);
    if (known) return known;
    const area = this.#areas.get(id);
    const above = area ? [area, ...unitsAbove(area, this.#areas)] : [];
    const unit = ({ type, name }: Area, nearness: Nearness) => ({ type, name, nearness });
    const units = [
      ...above.map((one) => unit(one, one.level === "province" ? "province" : "district")),
      ...this.#provincesThatBecame(above.at(-1)?.id ?? id).map((one) => unit(one, "formerly")),
    ];
    this.#around.set(id, units);
    return units;
  }

  #provincesThatBecame(id: string): Area[] {
    return [...this.#areas.values()].filter(
      ({ id: former, era, level }) =>
        era === "2004" && level === "province" && this.#provincesAfter(former).includes(id),
    );
  }

  #provincesAfter(id: string): string[] {
    const known = this.#provinceSteps.get(id);
    if (known) return known;
    const area = this.#areas.get(id);
    const next = area ? [...this.#stepsFrom(area).keys()] : [];
    this.#provinceSteps.set(id, next);
    return next;
  }

  provinces(): AreaEntry[] {
    const current = [...this.#areas.values()].filter(
      ({ era, level }) => era === "2025" && level === "province",
    );
    return this.#sorted(current);
  }

  /** The units right within another, in Vietnamese order. */
  within(id: string): AreaEntry[] {
    return this.#sorted(this.#within.get(id) ?? []);
  }

  #sorted(areas: Area[]): AreaEntry[] {
    return areas
      .toSorted((a, b) => VIETNAMESE.compare(a.name, b.name))
      .map(({ id }) => this.entry(id) as AreaEntry);
  }

  /** Where a unit went; a district or province went where its communes did. */
  #stepsFrom(area: Area): Map<string, string | undefined> {
    const own = this.#after.get(area.id);
    if (own) return new Map(own.map(({ successorId, extent }) => [successorId, extent]));
    const parts = (this.#within.get(area.id) ?? []).flatMap((part) => [
      ...this.#stepsFrom(part).keys(),
    ]);
    const targets =
      area.level === "province" ? parts.map((id) => this.#areas.get(id)?.partOf ?? id) : parts;
    return new Map(targets.map((id) => [id, undefined]));
  }
}

function rankOf(extent: string | undefined, isNamesake: boolean): number {
  if (extent === "part_area_all_people") return 0;
  if (extent === "part_area") return 3;
  return isNamesake ? 1 : 2;
}

function provinceEntry({ id, code, name, nameEn }: Pick<Area, "id" | "code" | "name" | "nameEn">) {
  return { id, code, name, nameEn };
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item) {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
