import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { placesOf } from "../areas/areas.server.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { committeeOf } from "../areas/committee.ts";
import {
  type AgencyOfArea,
  agenciesOfAreas,
  findAgencyEver,
  ofProvince,
} from "./agencies.server.ts";
import { type AgencyKind, nameOn } from "./agency.ts";
import { channelsOf } from "./channels.server.ts";
import { formerNamesOf } from "./renaming.server.ts";
import { successionsOf } from "./successions.server.ts";

/** An agency as the public directory shows it, with the unit it speaks for. */
export interface ListedAgency extends AgencyOfArea {
  area: AreaEntry;
}

/** What a page of the directory is about: the country or a province, every kind or one, after an id. */
interface Wanted {
  provinceId?: string;
  kind?: AgencyKind;
  after?: string;
  limit: number;
}

/** A page of the public directory of agencies, by id, as they are called today. */
export async function listAgencies(
  db: Db,
  { provinceId, kind, after, limit }: Wanted,
  at: Moment,
): Promise<ListedAgency[]> {
  const atlas = await placesOf(db);
  const rows: AgencyOfArea[] = await agenciesOfAreas(db)
    .$if(!!provinceId, (query) => query.where(ofProvince(provinceId ?? "")))
    .$if(!!kind, (query) => query.where("agency.kind", "=", kind ?? "department"))
    // A former unit's has a line in the books once something is entered for it: no list of them would be whole.
    .where("agency.provinceId", "is", null)
    .$if(!!after, (query) => query.where("agency.id", ">", after ?? ""))
    .orderBy("agency.id")
    .limit(limit)
    .execute();
  return rows.flatMap((row) => listed(row, atlas, dayOf(at)) ?? []);
}

/** One agency of the public directory as it was called at a moment, with its former names, successors and channels. */
export async function findListedAgency(db: Db, id: string, at: Moment) {
  const [row, atlas, formerNames, successions, channels] = await Promise.all([
    findAgencyEver(db, id),
    placesOf(db),
    formerNamesOf(db, id),
    successionsOf(db, id),
    channelsOf(db, id),
  ]);
  const agency = row && listed(row, atlas, dayOf(at));
  if (!agency) return undefined;
  const { name, nameEn } = nameOn(agency, formerNames, dayOf(at));
  return { ...agency, name, nameEn, formerNames, successors: successions.after, channels };
}

/** A People's Committee is called after its unit, whose type may have changed. */
function listed(row: AgencyOfArea, atlas: Atlas, day: Day): ListedAgency | undefined {
  const area = atlas.entry(row.areaId, day);
  if (!area) return undefined;
  const { name, nameEn } = row.kind === "peoples_committee" ? committeeOf(area) : row;
  return { ...row, name, nameEn, area };
}
