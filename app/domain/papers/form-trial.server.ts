import type { Db } from "#db/tables.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { paperFacts } from "./facts.server.ts";
import { EXAMPLE } from "./form-example.ts";
import { fillForm } from "./form-filling.server.ts";
import { valuesOf } from "./form-values.ts";
import { findAgencyForm, takeForm } from "./forms.server.ts";
import { paperOf } from "./paper.ts";

/** The form that an agency has in use, filled in from one of its meetings or with the example; undefined without one. */
export async function tryForm(
  db: Db,
  agency: { id: string },
  meeting?: MeetingOfAgency,
): Promise<Uint8Array | undefined> {
  const [form, kept] = await Promise.all([takeForm(db, agency.id), findAgencyForm(db, agency.id)]);
  if (!form || !kept) return undefined;
  if (!meeting) return fillForm(form, EXAMPLE, kept.addedAt);
  const facts = await paperFacts(db, meeting);
  const paper = paperOf(facts, "vi");
  return fillForm(form, valuesOf(paper, facts), paper.madeAt);
}

/** Meetings that an agency's form can be tried on, the latest first. */
export function meetingsToTry(db: Db, agency: { id: string }) {
  return db
    .selectFrom("meeting")
    .select(["id", "subject", "startsAt", "zone"])
    .where("agencyId", "=", agency.id)
    .orderBy("startsAt", "desc")
    .limit(20)
    .execute();
}
