import type { Day, Row } from "#db/tables.ts";
import { foldedText } from "../areas/folding.ts";
import type { LargerUnit, Place } from "../areas/gazetteer.ts";
import { PlaceIndex } from "../areas/place-index.ts";
import { isThereOn } from "./agency.ts";

/** An agency other than a People's Committee, as it is looked for. */
export interface Department
  extends Pick<
    Row<"agency">,
    "id" | "areaId" | "kind" | "name" | "nameEn" | "symbol" | "fromDay" | "untilDay"
  > {
  formerNames: string[]; // its own, and those of the agencies whose work it goes on with
}

export interface DepartmentFound {
  department: Department;
  text: string; // its name, or the former one by which it was found
  sure: boolean;
  slips: number;
  begun: boolean; // its name, with or without its province, begins so
}

const POSITION = /^\s*((phó\s+)?giám đốc|(pho\s+)?giam doc|thủ trưởng)\s+/i;
const JOINED = /(?<!\p{L})\p{L}{1,4}(?:[-–&/+]\p{L}{1,4})+(?!\p{L})/gu;
const PEOPLES_COMMITTEE = /ủy ban nhân dân/i;

/** The departments of all provinces by name, in memory: found as places are, with the province for what lies around. */
export class Directory {
  readonly #departments = new Map<string, Department>();
  readonly #written = new Map<string, string[]>();
  readonly #index: PlaceIndex;

  constructor(departments: Department[], unitsAround: (areaId: string) => LargerUnit[]) {
    const places = departments.map((department) =>
      placeOf(department, unitsAround(department.areaId)),
    );
    for (const department of departments) this.#departments.set(department.id, department);
    for (const { id, name, larger } of places) this.#written.set(id, writtenOut(name, larger));
    this.#index = new PlaceIndex(places);
  }

  /** The departments of a day that a text may mean, best first. */
  search(text: string, limit: number, day: Day): DepartmentFound[] {
    const asked = text
      .replace(POSITION, "")
      .replace(JOINED, (letters) => letters.replace(/[^\p{L}]/gu, ""));
    const beginning = foldedText(asked);
    return this.#index
      .search(asked, limit)
      .flatMap(({ id, text: spelling, sure, slips }) => {
        const department = this.#departments.get(id);
        if (!department || !isThereOn(department, day)) return [];
        const text = department.formerNames.includes(spelling) ? spelling : department.name;
        const begun = this.#written.get(id)?.some((name) => name.startsWith(beginning)) ?? false;
        return [{ department, text, sure, slips, begun: begun && beginning.includes(" ") }];
      })
      .slice(0, limit);
  }

  find(id: string): Department | undefined {
    return this.#departments.get(id);
  }
}

function writtenOut(name: string, units: LargerUnit[]): string[] {
  return units
    .flatMap((unit) => [`${name} ${unit.type} ${unit.name}`, `${name} ${unit.name}`])
    .map(foldedText);
}

function placeOf(department: Department, larger: LargerUnit[]): Place {
  const { id, name, nameEn, symbol, formerNames } = department;
  const [first = name, ...shorter] = shortNames(name, larger);
  const others = [
    ...shorter,
    ...formerNames.flatMap((former) => [former, ...shortNames(former, larger)]),
    nameEn.replace(/ of (the )?[^,]*(province|city)$/i, ""),
    ...(symbol ? [symbol] : []),
  ];
  return {
    ...{ id, code: id, current: true, level: "commune", type: "", name: first, larger },
    names: [...new Set(others)].filter(Boolean).map((also) => ({ type: "", name: also, larger })),
  };
}

/** What people call a department: without its province, by initials (Sở GDĐT, SGDĐT), by its first matter. */
function shortNames(name: string, units: LargerUnit[]): string[] {
  const seat = units.find((unit) => name.endsWith(` ${unit.name}`))?.name ?? "";
  const own = name.slice(0, name.length - seat.length).replace(/\s+(tỉnh|thành phố)?\s*$/i, "");
  const [head = "", ...rest] = own.split(/[\s,–-]+/).filter((word) => word && word !== "và");
  const initials = rest
    .map((word) => word.charAt(0))
    .join("")
    .toUpperCase();
  const [matter = own] = own.split(/,| và | - /);
  const names = [own, `${head} ${initials}`, `${head.charAt(0)}${initials}`, matter];
  if (PEOPLES_COMMITTEE.test(own)) {
    const short = own.replace(PEOPLES_COMMITTEE, "UBND");
    const office = own.replace(PEOPLES_COMMITTEE, "").trim();
    names.push(
      short,
      office,
      short.replace(/Văn phòng/i, "VP"),
      office.replace(/Văn phòng/i, "VP"),
    );
  }
  const kind = /^(chi cục|cục)\s+/i.exec(own)?.[0];
  if (kind) names.push(own.slice(kind.length));
  return [...new Set(names)].filter(({ length }) => length > 1);
}
