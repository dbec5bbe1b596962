import type { Day, Db } from "#db/tables.ts";
import { LONGEST_QUERY, placesOf } from "../areas/areas.server.ts";
import type { Atlas } from "../areas/atlas.ts";
import { knownRevision } from "../revisions/revision.server.ts";
import { type Department, type DepartmentFound, Directory } from "./directory.ts";

interface Kept {
  revision: number | undefined; // since which nothing was changed at all
  number: number;
  atlas: Atlas;
  directory: Promise<Directory>;
}

const kept = new WeakMap<Db, Kept>();

/** The departments in memory, read anew whenever one was added, renamed, closed or merged, by whatever process. */
export async function directoryOf(db: Db): Promise<Directory> {
  const [atlas, revision] = await Promise.all([placesOf(db), knownRevision(db)]);
  const known = kept.get(db);
  const isAsBefore = revision !== undefined && known?.revision === revision;
  if (isAsBefore && known.atlas === atlas) return known.directory;
  const { number } = await db
    .selectFrom("agencyRevision")
    .select("number")
    .executeTakeFirstOrThrow();
  if (known?.number === number && known.atlas === atlas) {
    known.revision = revision;
    return known.directory;
  }
  const directory = readDirectory(db, atlas);
  kept.set(db, { revision, number, atlas, directory });
  directory.catch(() => kept.delete(db));
  return directory;
}

/** The agencies other than People's Committees that a text may mean on a day, best first. */
export async function searchDepartments(
  db: Db,
  query: string,
  limit: number,
  day: Day,
): Promise<DepartmentFound[]> {
  return (await directoryOf(db)).search(query.slice(0, LONGEST_QUERY), limit, day);
}

async function readDirectory(db: Db, atlas: Atlas): Promise<Directory> {
  const [agencies, names, successions] = await Promise.all([
    db
      .selectFrom("agency")
      .select(["id", "areaId", "kind", "name", "nameEn", "symbol", "fromDay", "untilDay"])
      .where("kind", "<>", "peoples_committee")
      .orderBy("areaId")
      .orderBy("id")
      .execute(),
    db.selectFrom("agencyName").select(["agencyId", "name"]).execute(),
    db.selectFrom("agencySuccession").select(["formerId", "successorId"]).execute(),
  ]);
  const known = new Map(
    agencies.map((agency): [string, Department] => [agency.id, { ...agency, formerNames: [] }]),
  );
  for (const { agencyId, name } of names) known.get(agencyId)?.formerNames.push(name);
  for (const { formerId, successorId } of successions) {
    const former = known.get(formerId);
    if (former) known.get(successorId)?.formerNames.push(former.name, ...former.formerNames);
  }
  return new Directory([...known.values()], (areaId) => atlas.unitsAround(areaId));
}
