import { startOf } from "#app/clock.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { canManage, type Reach } from "../accounts/officer.ts";
import { type FormerCommittee, formerCommittee } from "../agencies/former-committees.server.ts";
import { CURRENT_SINCE, type Era, FORMER_UNTIL } from "../areas/area.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { formerUnitOf } from "../areas/committee.ts";
import { plainly, type SheetRow } from "../spreadsheets/sheet.ts";
import type { Unfound } from "./import-agency.server.ts";
import { type Draft, type Remark, type SpokespersonColumn, wholeCodes } from "./import-row.ts";

const ERAS: Record<string, Era> = {
  cu: "2004",
  "don vi cu": "2004",
  "truoc 01 07 2025": "2004",
  "truoc 1 7 2025": "2004",
  "2004": "2004",
  former: "2004",
  old: "2004",
  moi: "2025",
  "hien nay": "2025",
  "hien hanh": "2025",
  "2025": "2025",
  current: "2025",
};

type Cells = SheetRow<SpokespersonColumn>["cells"];

/** Which list of units a row says its code or name is of; undefined where it does not say, null where it cannot be read. */
export function eraOf({ era, agency_code }: Cells): Era | undefined | null {
  if (era.trim()) return ERAS[plainly(era)] ?? null;
  return formerUnitOf(agency_code) ? "2004" : undefined;
}

/** Whether what a row says was over, or at least had begun, while the former units were there. */
export function timeOf(draft: Draft | undefined): "past" | "begun" | "today" {
  if (!draft) return "today";
  if (draft.kind === "delegation") {
    const { fromAt, untilAt } = draft.details;
    if (untilAt <= startOf(CURRENT_SINCE)) return "past";
    return fromAt < startOf(CURRENT_SINCE) ? "begun" : "today";
  }
  const { fromDay, untilDay } = draft.details;
  if (untilDay !== null && untilDay <= FORMER_UNTIL) return "past";
  return fromDay <= FORMER_UNTIL ? "begun" : "today";
}

type Found = { agency: FormerCommittee; padded: null; remarks: Remark[] };

/** The People's Committee of the former unit that a row names by its code, or by its name with district and province of then. */
export function formerAgencyOf(cells: Cells, atlas: Atlas, reach: Reach): Found | Unfound {
  const { agency_code, area_code, agency_name } = cells;
  const code = agency_code || area_code;
  const column = agency_code ? "agency_code" : area_code ? "area_code" : "agency_name";
  const named = code ? byCode(atlas, code) : byName(atlas, agency_name);
  const all = named.flatMap((area) => {
    const agency = formerCommittee(atlas, area);
    return agency ? [{ agency, area }] : [];
  });
  const within = all.filter(({ agency }) => canManage(reach, agency));
  const [meant, ...others] = within;
  if (!meant) return { column, problem: all.length ? "out-of-reach" : "unknown-former" };
  if (others.length)
    return {
      column,
      problem: "name-unclear",
      candidates: within.map(({ area }) => candidate(area)),
    };
  const remark = { column, remark: "former-unit", value: placeOf(meant.area) } as const;
  return { agency: meant.agency, padded: null, remarks: [remark] };
}

function byCode(atlas: Atlas, code: string): AreaEntry[] {
  const own = formerUnitOf(code) ?? `2004-${code}`;
  const meant = [own, ...wholeCodes(code).map((whole) => `2004-${whole}`)];
  return [...new Set(meant)].flatMap((id) => atlas.entry(id) ?? []).slice(0, 1);
}

const COMMITTEE = /^\s*(?:HĐND và )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+/i;
const WEIGHED = 50;

/** The former units that a name means for sure: of several the ones of the type that was said. */
function byName(atlas: Atlas, name: string): AreaEntry[] {
  const sure = atlas
    .search(name.normalize("NFC").replace(COMMITTEE, ""), WEIGHED)
    .filter(({ sure, slips, matched }) => sure && slips === 0 && matched.via !== "alias")
    .flatMap(({ area, typed }) =>
      (area.current ? atlas.unitsBefore(area.id) : [area])
        .filter((unit) => !area.current || (unit.level === "province" && unit.name === area.name))
        .map((unit) => ({ area: unit, typed })),
    );
  const typed = sure.filter((one) => one.typed);
  const areas = (typed.length ? typed : sure).map(({ area }) => area);
  return [...new Map(areas.map((area) => [area.id, area])).values()];
}

function placeOf({ fullName, district, level, province }: AreaEntry): string {
  return [fullName, district, level !== "province" && province.name].filter(Boolean).join(", ");
}

const candidate = (area: AreaEntry) => `${placeOf(area)} (pc-${area.id})`;

/** Without an end of its own an entry lasts until the former unit did, and says so. */
export function cappedDraft(
  draft: Draft,
  { untilDay }: FormerCommittee,
): { draft: Draft; remarks: Remark[] } {
  if (draft.kind === "delegation" || draft.details.untilDay !== null) return { draft, remarks: [] };
  if (draft.details.fromDay > untilDay) return { draft, remarks: [] };
  return {
    draft: { ...draft, details: { ...draft.details, untilDay } },
    remarks: [{ column: "until", remark: "until-unit", value: shortDay(untilDay) }],
  };
}
