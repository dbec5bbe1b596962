import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { notClosedBy, withinReach } from "../agencies/agencies.server.ts";
import { type AgencyKind, rankOf } from "../agencies/agency.ts";
import { onProvinceBeside } from "../agencies/of-agency.server.ts";
import { pageOf } from "../paging/page.ts";
import { plainly } from "../spreadsheets/sheet.ts";
import type { Speaker } from "./speaker.ts";
import { speakersOn } from "./speakers.server.ts";

export type RegistryStatus = "all" | "missing";

const PAGE = 50;
const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/**
 * The agencies an officer works for, with who speaks for each now: a page of those whose name (or
 * whose speaker's name) was typed, without regard to marks; the counts are of all within reach.
 */
export async function registryFor(
  db: Db,
  officer: Officer,
  { q = "", status = "all", page = 1 }: { q?: string; status?: RegistryStatus; page?: number },
  at: Moment,
) {
  const { entries, missing, matching } = await registerFor(db, officer, { q, status }, at);
  const { shown, ...place } = pageOf(matching, page, PAGE);
  return {
    ...place,
    entries: shown,
    counts: {
      all: entries.length,
      designated: entries.length - missing.length,
      missing: missing.length,
    },
  };
}

/** The agencies that a search of the registry finds, whatever the page; nothing when nothing was searched for. */
export async function agenciesFound(
  db: Db,
  officer: Officer,
  { q = "", status = "all" }: { q?: string; status?: RegistryStatus },
  at: Moment,
): Promise<Set<string> | null> {
  if (!plainly(q) && status === "all") return null;
  const { matching } = await registerFor(db, officer, { q, status }, at);
  return new Set(matching.map(({ agency }) => agency.id));
}

async function registerFor(
  db: Db,
  officer: Officer,
  { q, status }: { q: string; status: RegistryStatus },
  at: Moment,
) {
  const agencies = await agenciesWithin(db, officer, dayOf(at));
  const speakers = await speakersOn(
    db,
    agencies.map(({ id }) => id),
    at,
  );
  const entries = agencies.map((agency) => ({ agency, speakers: speakers.get(agency.id) ?? [] }));
  const missing = entries.filter((entry) => entry.speakers.length === 0);

  const words = plainly(q).split(" ").filter(Boolean);
  const matching = (status === "missing" ? missing : entries).filter((entry) =>
    words.every((word) => nameOf(entry).includes(word)),
  );
  return { entries, missing, matching };
}

/** The province to name beside an agency; nothing for a province's own committee, which says it itself. */
export async function findProvinceOf(
  db: Db,
  agency: { kind: AgencyKind; areaId: string; provinceId: string },
) {
  if (agency.kind === "peoples_committee" && agency.areaId === agency.provinceId) return undefined;
  return db
    .selectFrom("area")
    .select(["name", "nameEn"])
    .where("id", "=", agency.provinceId)
    .executeTakeFirst();
}

/** The province's own committee first, its departments, then the communes by name; provinces in the order of their codes. */
async function agenciesWithin(db: Db, officer: Officer, day: Day) {
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", onProvinceBeside)
    .select([
      "agency.id",
      "agency.name",
      "agency.nameEn",
      "agency.kind",
      "area.code as areaCode",
      "area.level as areaLevel",
      "area.name as areaName",
      "province.name as provinceName",
      "province.nameEn as provinceNameEn",
      "province.code as provinceCode",
    ])
    .where(withinReach(officer))
    .where(notClosedBy(day))
    .execute();
  return rows.sort(
    (a, b) =>
      VIETNAMESE.compare(a.provinceCode ?? a.areaCode, b.provinceCode ?? b.areaCode) ||
      Number(a.areaLevel !== "province") - Number(b.areaLevel !== "province") ||
      rankOf(a.kind) - rankOf(b.kind) ||
      VIETNAMESE.compare(a.areaName, b.areaName) ||
      VIETNAMESE.compare(a.name, b.name),
  );
}

type RegistryAgency = Awaited<ReturnType<typeof agenciesWithin>>[number];

function nameOf({ agency, speakers }: { agency: RegistryAgency; speakers: Speaker[] }): string {
  const { name, nameEn, provinceName, areaCode } = agency;
  return plainly([name, nameEn, provinceName, areaCode, ...speakers.map((s) => s.name)].join(" "));
}
