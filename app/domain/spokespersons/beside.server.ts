import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { listBesideCommittee } from "../agencies/agencies.server.ts";
import { nameOn } from "../agencies/agency.ts";
import { speakersOn } from "./speakers.server.ts";

/** The departments and other agencies of a province at a moment, by their names of then, each with the one to ask first. */
export async function speakersBeside(db: Db, provinceId: string, at: Moment) {
  const day = dayOf(at);
  const agencies = await listBesideCommittee(db, provinceId, day);
  const ids = agencies.map(({ id }) => id);
  const [speakers, former] = await Promise.all([
    speakersOn(db, ids, at),
    ids.length > 0
      ? db.selectFrom("agencyName").selectAll().where("agencyId", "in", ids).execute()
      : [],
  ]);
  return agencies.map((agency) => {
    const names = former.filter(({ agencyId }) => agencyId === agency.id);
    const { name, nameEn } = nameOn(agency, names, day);
    return {
      agency: { id: agency.id, kind: agency.kind, name, nameEn },
      speaker: speakers.get(agency.id)?.[0] ?? null,
    };
  });
}
