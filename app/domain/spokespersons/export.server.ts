import { dayOf } from "#app/clock.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { agenciesOfAreas, withinReach } from "../agencies/agencies.server.ts";
import type { SpokespersonColumn } from "./import-row.ts";
import { agenciesFound, type RegistryStatus } from "./registry.server.ts";
import { effectiveEnd } from "./speaker.ts";

/** All but the list of units: what is exported is of today. */
const COLUMNS: Exclude<SpokespersonColumn, "era">[] = [
  "area_code",
  "agency_code",
  "agency_name",
  "name",
  "position",
  "phone",
  "email",
  "capacity",
  "decision_no",
  "decision_date",
  "from",
  "until",
  "matter",
];

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/**
 * Everybody who speaks or is to speak for the agencies within reach, as a table with its heading, in the
 * very columns that an import reads: brought back unchanged, it changes nothing. With a search, only
 * for the agencies that the registry finds by it.
 */
export async function exportSpokespersons(
  db: Db,
  officer: Officer,
  words: Messages,
  at: Moment,
  search: { q?: string; status?: RegistryStatus } = {},
): Promise<string[][]> {
  const { columns, capacity } = words.spokespersons;
  const [[assignments, delegations], found] = await Promise.all([
    standing(db, officer, at),
    agenciesFound(db, officer, search, at),
  ]);
  const rows = [
    ...assignments.map((one) => ({
      ...agencyCells(one),
      ...one,
      rank: one.capacity === "head" ? 0 : 1,
      capacity: capacity[one.capacity],
      decision_no: one.decisionNo,
      decision_date: shortDay(one.decisionDay),
      from: shortDay(one.fromDay),
      until: written(effectiveEnd(one.untilDay, one.endDay)),
      matter: "",
    })),
    ...delegations.map((one) => ({
      ...agencyCells(one),
      ...one,
      rank: 2,
      capacity: capacity.authorised,
      decision_no: one.documentNo,
      decision_date: shortDay(one.documentDay),
      from: shortTime(one.fromAt),
      until: shortTime(one.untilAt),
    })),
  ]
    .filter(({ agencyId }) => !found || found.has(agencyId))
    .sort(
      (a, b) =>
        VIETNAMESE.compare(a.provinceId, b.provinceId) ||
        Number(a.areaLevel !== "province") - Number(b.areaLevel !== "province") ||
        VIETNAMESE.compare(a.agency_name, b.agency_name) ||
        a.rank - b.rank,
    );
  return [
    COLUMNS.map((name) => columns[name]),
    ...rows.map((row) => COLUMNS.map((name) => row[name])),
  ];
}

function agencyCells(one: {
  kind: string;
  agencyId: string;
  agencyName: string;
  areaCode: string;
}) {
  const isCommittee = one.kind === "peoples_committee";
  return {
    area_code: isCommittee ? one.areaCode : "",
    agency_code: isCommittee ? "" : one.agencyId,
    agency_name: one.agencyName,
  };
}

function written(day: string | null): string {
  return day ? shortDay(day) : "";
}

async function standing(db: Db, officer: Officer, at: Moment) {
  const today = dayOf(at);
  const agencies = agenciesOfAreas(db)
    .select("agency.name as agencyName")
    .where(withinReach(officer))
    .as("listed");
  return Promise.all([
    db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .innerJoin(agencies, "listed.id", "assignment.agencyId")
      .selectAll("assignment")
      .select(["person.name", "listed.kind", "listed.agencyName"])
      .select(["listed.areaCode", "listed.areaLevel", "listed.provinceId"])
      .where("assignment.annulledAt", "is", null)
      .where((eb) =>
        eb.or([eb("assignment.untilDay", "is", null), eb("assignment.untilDay", ">=", today)]),
      )
      .where((eb) =>
        eb.or([eb("assignment.endDay", "is", null), eb("assignment.endDay", ">=", today)]),
      )
      .execute(),
    db
      .selectFrom("delegation")
      .innerJoin("person", "person.id", "delegation.personId")
      .innerJoin(agencies, "listed.id", "delegation.agencyId")
      .selectAll("delegation")
      .select(["person.name", "listed.kind", "listed.agencyName"])
      .select(["listed.areaCode", "listed.areaLevel", "listed.provinceId"])
      .where("delegation.annulledAt", "is", null)
      .where("delegation.endAt", "is", null)
      .where("delegation.untilAt", ">", at)
      .execute(),
  ]);
}
