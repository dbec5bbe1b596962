import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import { placesOf } from "../areas/areas.server.ts";
import type { AreaEntry, Atlas } from "../areas/atlas.ts";
import { committeeOf } from "../areas/committee.ts";
import { agenciesOfAreas } from "./agencies.server.ts";

export type AgencyKind = Row<"agency">["kind"];

/** An agency as the public directory shows it: its life, and the unit it speaks for. */
export interface ListedAgency
  extends Pick<Row<"agency">, "id" | "kind" | "name" | "nameEn" | "symbol" | "underId"> {
  fromDay: Day | null;
  untilDay: Day | null;
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
  const rows = await directory(db)
    .$if(!!provinceId, (query) =>
      query.where(({ eb, or }) =>
        or([eb("area.id", "=", provinceId ?? ""), eb("area.partOf", "=", provinceId ?? "")]),
      ),
    )
    .$if(!!kind, (query) => query.where("agency.kind", "=", kind ?? "department"))
    .$if(!!after, (query) => query.where("agency.id", ">", after ?? ""))
    .orderBy("agency.id")
    .limit(limit)
    .execute();
  return rows.flatMap((row) => listed(row, atlas, dayOf(at)) ?? []);
}

/** One agency of the public directory as it was called at a moment, with its former names, successors and channels. */
export async function findListedAgency(db: Db, id: string, at: Moment) {
  const row = await directory(db).where("agency.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const [atlas, formerNames, successors, channels] = await Promise.all([
    placesOf(db),
    namesOf(db, id),
    successorsOf(db, id),
    channelsOf(db, id),
  ]);
  const agency = listed(row, atlas, dayOf(at));
  if (!agency) return undefined;
  const then = formerNames.find(({ untilDay }) => untilDay >= dayOf(at));
  const named = then ? { name: then.name, nameEn: then.nameEn } : {};
  return { ...agency, ...named, formerNames, successors, channels };
}

function directory(db: Db) {
  return agenciesOfAreas(db).select([
    "agency.symbol",
    "agency.underId",
    "agency.fromDay",
    "agency.untilDay",
  ]);
}

type Listing = Awaited<ReturnType<ReturnType<typeof directory>["execute"]>>[number];

/** A People's Committee is called after its unit, whose type may have changed. */
function listed(row: Listing, atlas: Atlas, day: Day): ListedAgency | undefined {
  const area = atlas.entry(row.areaId, day);
  if (!area) return undefined;
  const { id, kind, symbol, underId, fromDay, untilDay } = row;
  const { name, nameEn } = kind === "peoples_committee" ? committeeOf(area) : row;
  return { id, kind, name, nameEn, symbol, underId, fromDay, untilDay, area };
}

/** The names that were given up, the oldest first. */
function namesOf(db: Db, agencyId: string) {
  return db
    .selectFrom("agencyName")
    .select(["name", "nameEn", "untilDay", "basis"])
    .where("agencyId", "=", agencyId)
    .orderBy("untilDay")
    .execute();
}

function successorsOf(db: Db, agencyId: string) {
  return db
    .selectFrom("agencySuccession")
    .innerJoin("agency", "agency.id", "agencySuccession.successorId")
    .select(["agency.id", "agency.name", "agency.nameEn"])
    .select(["agencySuccession.day", "agencySuccession.basis"])
    .where("formerId", "=", agencyId)
    .orderBy("agency.id")
    .execute();
}

function channelsOf(db: Db, agencyId: string) {
  return db
    .selectFrom("channel")
    .select(["kind", "url", "name"])
    .where("agencyId", "=", agencyId)
    .where("removedAt", "is", null)
    .orderBy("addedAt")
    .orderBy("id")
    .execute();
}
