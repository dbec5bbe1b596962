import type { Day, Row } from "#db/tables.ts";
import {
  type Area,
  type AreaAlias,
  type Era,
  fullName,
  fullNameInEnglish,
  nameOn,
} from "./area.ts";
import { type Place, PlaceIndex, type Unit, type Via } from "./place-index.ts";

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
  successors: Successor[];
}

/** The map of the country in memory: units, what became of them, and the index of their names. */
export class Atlas {
  readonly #areas = new Map<string, Area>();
  readonly #within = new Map<string, Area[]>();
  readonly #aliases = new Map<string, AreaAlias[]>();
  readonly #after = new Map<string, Row<"succession">[]>();
  readonly #before = new Map<string, Row<"succession">[]>();
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
    this.#index = new PlaceIndex(
      areas.filter((area) => !this.#isRepeated(area)).map((area) => this.#placeOf(area)),
    );
  }

  /** The units that a text may mean, best first. */
  search(text: string, limit: number): Found[] {
    return this.#index.search(text, limit).map(({ id, via, text: matched }) => ({
      area: this.entry(id) as AreaEntry,
      matched: { text: matched, via },
      successors: this.successorsOf(id),
    }));
  }

  /** A unit; with a day, by what it was called then. */
  entry(id: string, day?: Day): AreaEntry | undefined {
    const area = this.#areas.get(id);
    if (!area) return undefined;
    const { type, name } = day ? nameOn(area, this.#aliases.get(id) ?? [], day) : area;
    const above = this.#above(area);
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
      fullNameEn: fullNameInEnglish({ type, nameEn: area.nameEn }),
      current: area.untilDay === null,
      from: area.fromDay,
      until: area.untilDay,
      ...(district && {
        district: fullName(district),
        districtEn: fullNameInEnglish(district),
      }),
      province: provinceEntry(province),
    };
  }

  /** What a unit was called on a day, in full. */
  fullNameOn(id: string, day: Day): string | undefined {
    const area = this.#areas.get(id);
    return area && fullName(nameOn(area, this.#aliases.get(id) ?? [], day));
  }

  aliasesOf(id: string): AreaAlias[] {
    return this.#aliases.get(id) ?? [];
  }

  /** The current units that a former one went into, its namesake first: all of them when it was divided; none for a current one. */
  successorsOf(id: string): Successor[] {
    const area = this.#areas.get(id);
    if (!area || area.untilDay === null) return [];
    const steps = this.#stepsFrom(area);
    const whole = steps.size === 1 ? "whole" : "part";
    const namesakeFirst = (a: Successor, b: Successor) =>
      Number(this.#isNamesake(b.id, area)) - Number(this.#isNamesake(a.id, area)) ||
      (a.code < b.code ? -1 : 1);
    const successors = [...steps].flatMap(([successorId, extent]) => {
      const successor = this.entry(successorId);
      if (!successor) return [];
      const { code, fullName: name, fullNameEn, province } = successor;
      return [
        { id: successorId, code, fullName: name, fullNameEn, extent: extent ?? whole, province },
      ];
    });
    return successors.sort(namesakeFirst);
  }

  /** The former units that a current one was made from, with how much of each. */
  predecessorsOf(id: string): { area: AreaEntry; extent: string }[] {
    return (this.#before.get(id) ?? []).flatMap(({ formerId, extent }) => {
      const area = this.entry(formerId);
      return area ? [{ area, extent }] : [];
    });
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
    const byName = new Intl.Collator("vi", { numeric: true });
    return areas
      .toSorted((a, b) => byName.compare(a.name, b.name))
      .map(({ id }) => this.entry(id) as AreaEntry);
  }

  #isNamesake(id: string, { name }: Area): boolean {
    return this.#areas.get(id)?.name === name;
  }

  #above(area: Area): Area[] {
    const next = area.partOf ? this.#areas.get(area.partOf) : undefined;
    return next ? [next, ...this.#above(next)] : [];
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

  /** A former province whose name lives on is found as today's. */
  #isRepeated(area: Area): boolean {
    return (
      area.era === "2004" &&
      area.level === "province" &&
      [...this.#stepsFrom(area).keys()].some((id) => this.#areas.get(id)?.name === area.name)
    );
  }

  #placeOf(area: Area): Place {
    const steps = this.#after.get(area.id) ?? [];
    const successors = steps.flatMap(({ successorId }) => this.#areas.get(successorId) ?? []);
    const predecessors = (this.#before.get(area.id) ?? []).flatMap(
      ({ formerId }) => this.#areas.get(formerId) ?? [],
    );
    return {
      id: area.id,
      code: area.code,
      current: area.untilDay === null,
      level: area.level,
      type: area.type,
      name: area.name,
      names: (this.#aliases.get(area.id) ?? []).map(({ type, name, districtName }) => ({
        type,
        name,
        around: districtName ? [unitOf(districtName)] : [],
      })),
      around: this.#above(area),
      later: distinct(successors.flatMap((to) => this.#above(to))),
      formerly: distinct(predecessors.flatMap((from) => this.#above(from))),
    };
  }
}

/** Quận Đống Đa as a type and a name. */
function unitOf(full: string): Unit {
  const type = /^(Thành phố|Thị xã|Huyện|Quận) /.exec(full)?.[1] ?? "";
  return { type: type.toLocaleLowerCase("vi"), name: full.slice(type.length).trim() };
}

function distinct(areas: Area[]): Area[] {
  return [...new Map(areas.map((area) => [area.id, area])).values()];
}

function provinceEntry({ id, code, name, nameEn }: Area) {
  return { id, code, name, nameEn };
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item) {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
