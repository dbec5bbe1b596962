import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { IncidentOfAgency } from "./incidents.server.ts";
import { contentsOf, fitting, type Scenario, type ScenarioForm } from "./scenario.ts";

/** Keeps a scenario of an agency, before anything happens. */
export async function writeScenario(
  db: Db,
  agency: { id: string },
  form: ScenarioForm,
  signed: Signature,
): Promise<{ ok: true; id: string }> {
  return allOrNothing(db, async (trx) => {
    const id = randomUUID();
    await trx
      .insertInto("scenario")
      .values({
        ...{ id, agencyId: agency.id, ...contentsOf(form) },
        ...{ writtenAt: signed.at, writtenBy: signed.by.id },
      })
      .execute();
    const particulars = { title: form.title };
    await record(trx, signed, {
      ...{ act: "scenario.written", about: { id }, agencyId: agency.id, particulars },
    });
    return { ok: true, id } as const;
  });
}

/** Writes a scenario anew. Refused: `is-archived`. */
export async function changeScenario(
  db: Db,
  scenario: { id: string },
  form: ScenarioForm,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "is-archived" }> {
  return allOrNothing(db, async (trx) => {
    const changed = await trx
      .updateTable("scenario")
      .set({ ...contentsOf(form), writtenAt: signed.at, writtenBy: signed.by.id })
      .where("id", "=", scenario.id)
      .where("archivedAt", "is", null)
      .returning("agencyId")
      .executeTakeFirst();
    if (!changed) return { ok: false, reason: "is-archived" } as const;
    const particulars = { title: form.title };
    await record(trx, signed, {
      ...{ act: "scenario.changed", about: scenario, agencyId: changed.agencyId, particulars },
    });
    return { ok: true } as const;
  });
}

/** Lays a scenario aside; it stays in the books. Refused: `is-archived`. */
export async function archiveScenario(
  db: Db,
  scenario: { id: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "is-archived" }> {
  return allOrNothing(db, async (trx) => {
    const archived = await trx
      .updateTable("scenario")
      .set({ archivedAt: signed.at, archivedBy: signed.by.id })
      .where("id", "=", scenario.id)
      .where("archivedAt", "is", null)
      .returning(["agencyId", "title"])
      .executeTakeFirst();
    if (!archived) return { ok: false, reason: "is-archived" } as const;
    const { agencyId, title } = archived;
    await record(trx, signed, {
      ...{ act: "scenario.archived", about: scenario, agencyId, particulars: { title } },
    });
    return { ok: true } as const;
  });
}

export type ScenarioOfAgency = Scenario & { agencyName: string; agencyNameEn: string };

function scenariosOfAgencies(db: Db) {
  return db
    .selectFrom("scenario")
    .innerJoin("agency", "agency.id", "scenario.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("scenario")
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"]);
}

/** The scenarios within an officer's reach, by kind and title: those in use, or those laid aside. */
export function listScenariosFor(
  db: Db,
  officer: Officer,
  shelf: "kept" | "archived",
): Promise<ScenarioOfAgency[]> {
  return scenariosOfAgencies(db)
    .where(withinReach(officer))
    .where("scenario.archivedAt", shelf === "kept" ? "is" : "is not", null)
    .orderBy("scenario.kind")
    .orderBy("scenario.title")
    .execute();
}

/** The scenario, if it is this officer's to work on. */
export function findScenarioFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<ScenarioOfAgency | undefined> {
  return scenariosOfAgencies(db)
    .where("scenario.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** What was prepared for such an incident by its agency or by its province's committee, the closest first. */
export async function scenariosFor(
  db: Db,
  incident: Pick<IncidentOfAgency, "agencyId" | "provinceId" | "kind" | "level">,
): Promise<ScenarioOfAgency[]> {
  const kept = await scenariosOfAgencies(db)
    .where("scenario.archivedAt", "is", null)
    .where("scenario.kind", "=", incident.kind)
    .where(({ eb, or, and }) =>
      or([
        eb("agency.id", "=", incident.agencyId),
        and([
          eb("agency.areaId", "=", incident.provinceId),
          eb("agency.kind", "=", "peoples_committee"),
        ]),
      ]),
    )
    .orderBy("scenario.title")
    .execute();
  return fitting(kept, incident);
}
