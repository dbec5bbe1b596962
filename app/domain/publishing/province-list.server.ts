import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { type AgencyOfArea, agenciesOfAreas, ofProvince } from "../agencies/agencies.server.ts";
import { existedOn } from "../areas/area.ts";
import { placesOf } from "../areas/areas.server.ts";
import type { Atlas } from "../areas/atlas.ts";
import { committeeOf } from "../areas/committee.ts";
import { changesOf } from "../spokespersons/changes.server.ts";
import { speakersOn } from "../spokespersons/speakers.server.ts";
import {
  LIST_KINDS,
  type ListEntry,
  type ListedAgency,
  listKindOf,
  type ProvinceList,
} from "./list-entry.ts";

/**
 * The public list of a province for a moment, as it is known now (Decree 244/2026, art. 3.3): its own People's
 * Committee, its departments and all its communes, each with everybody who may speak for it. A
 * constant number of queries, however many agencies.
 */
export async function listOfProvince(
  db: Db,
  province: { id: string },
  { at, now }: { at: Moment; now: Moment },
): Promise<ProvinceList> {
  const agencies = await agenciesWithin(db, province, dayOf(at));
  if (agencies.length === 0) return { entries: [], updatedAt: null };
  const ids = agencies.map(({ id }) => id);
  const [speakers, [latest]] = await Promise.all([
    speakersOn(db, ids, at),
    changesOf(db, { provinceId: province.id }, { until: now, limit: 1 }),
  ]);
  const entries = agencies.map(
    (agency): ListEntry => ({ agency, speakers: speakers.get(agency.id) ?? [] }),
  );
  return { entries, updatedAt: latest?.at ?? null };
}

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/** The agencies there were on a day, by their names of that day: the province's own first, then its communes. */
async function agenciesWithin(db: Db, province: { id: string }, day: Day): Promise<ListedAgency[]> {
  const [rows, names, atlas] = await Promise.all([
    agenciesOfAreas(db)
      .select(["agency.fromDay", "agency.untilDay"])
      .where(ofProvince(province.id))
      .execute(),
    formerNamesWithin(db, province, day),
    placesOf(db),
  ]);
  return rows
    .filter((row) => existedOn(row, day))
    .flatMap((row): ListedAgency[] => {
      const area = atlas.entry(row.areaId, day);
      if (!area || !existedOn({ fromDay: area.from, untilDay: area.until }, day)) return [];
      const { id, areaCode } = row;
      const kind = listKindOf(row.kind, row.areaLevel);
      return [
        {
          ...{ id, kind, areaCode, areaName: area.name },
          ...(names.get(id) ?? nameOf(atlas, row, day)),
        },
      ];
    })
    .sort(
      (a, b) =>
        LIST_KINDS.indexOf(a.kind) - LIST_KINDS.indexOf(b.kind) ||
        VIETNAMESE.compare(a.areaName, b.areaName) ||
        VIETNAMESE.compare(a.name, b.name),
    );
}

/** A committee is called after its area, which may have been of another type that day. */
function nameOf(
  atlas: Atlas,
  { kind, areaId, name, nameEn }: Pick<AgencyOfArea, "kind" | "areaId" | "name" | "nameEn">,
  day: Day,
) {
  const area = kind === "peoples_committee" ? atlas.entry(areaId, day) : undefined;
  if (!area) return { name, nameEn };
  const committee = committeeOf(area);
  return { name: committee.name, nameEn: committee.nameEn };
}

/** What agencies that were renamed since were called on a day. */
async function formerNamesWithin(db: Db, province: { id: string }, day: Day) {
  const rows = await db
    .selectFrom("agencyName")
    .innerJoin("agency", "agency.id", "agencyName.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agencyName.agencyId", "agencyName.name", "agencyName.nameEn"])
    .where(ofProvince(province.id))
    .where("agencyName.untilDay", ">=", day)
    .orderBy("agencyName.untilDay", "desc")
    .execute();
  // The name that was given up soonest after that day was the one in use: it comes last.
  return new Map(rows.map(({ agencyId, ...names }) => [agencyId, names]));
}
