import type { Row } from "#db/tables.ts";
import type { Area, AreaAlias } from "./area.ts";
import type { LargerUnit, Nearness, Place } from "./gazetteer.ts";

/** The map by what belongs to what. */
export interface Links {
  areas: Map<string, Area>;
  aliases: Map<string, AreaAlias[]>;
  after: Map<string, Row<"succession">[]>;
  before: Map<string, Row<"succession">[]>;
}

/** The units with all their names and the larger units that people say along with them. */
export function placesOn(links: Links): Place[] {
  const shared = new Map<string, LargerUnit[]>();
  const areas = [...links.areas.values()];
  const provinces = areas.filter(({ era, level }) => era === "2025" && level === "province");
  const livingOn = new Set(provinces.map(({ name }) => name));
  // A former province whose name lives on is found as today's.
  return areas
    .filter(({ era, level, name }) => era === "2025" || level !== "province" || !livingOn.has(name))
    .map((area) => {
      const larger = largerUnits(area, links, shared);
      return {
        id: area.id,
        code: area.code,
        current: area.untilDay === null,
        level: area.level,
        type: area.type,
        name: area.name,
        larger,
        names: (links.aliases.get(area.id) ?? []).map(({ type, name, districtName }) => ({
          type,
          name,
          larger: districtName ? [districtThen(districtName), ...larger] : larger,
        })),
      };
    });
}

/** The units above one, the next larger first. */
export function unitsAbove(area: Area, areas: Map<string, Area>): Area[] {
  const next = area.partOf ? areas.get(area.partOf) : undefined;
  return next ? [next, ...unitsAbove(next, areas)] : [];
}

/** Neighbours lie in the same units and share one list of them, which keeps the index small. */
function largerUnits(area: Area, links: Links, shared: Map<string, LargerUnit[]>): LargerUnit[] {
  const ids = new Map<string, Nearness>();
  const add = (unit: Area | undefined, nearness?: Nearness) => {
    for (const above of unit ? unitsAbove(unit, links.areas) : [])
      if (!ids.has(above.id))
        ids.set(above.id, nearness ?? (above.level === "province" ? "province" : "district"));
  };
  // Whoever writes addresses by the form writes a province twice: thành phố Hà Nội, Hà Nội.
  if (area.level === "province") ids.set(area.id, "province");
  add(area);
  for (const { successorId } of links.after.get(area.id) ?? [])
    add(links.areas.get(successorId), "later");
  for (const { formerId } of links.before.get(area.id) ?? [])
    add(links.areas.get(formerId), "formerly");

  const key = [...ids.keys()].join();
  const known = shared.get(key);
  if (known) return known;
  const units = [...ids].flatMap(([id, nearness]) => {
    const unit = links.areas.get(id);
    return unit ? [{ type: unit.type, name: unit.name, nearness }] : [];
  });
  shared.set(key, units);
  return units;
}

/** Quận Đống Đa as a type and a name. */
function districtThen(full: string): LargerUnit {
  const type = /^(Thành phố|Thị xã|Huyện|Quận) /.exec(full)?.[1] ?? "";
  return {
    type: type.toLocaleLowerCase("vi"),
    name: full.slice(type.length).trim(),
    nearness: "district",
  };
}
