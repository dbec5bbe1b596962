import { dayOf, startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import {
  agenciesOfAreas,
  notClosedBy,
  ofProvince,
  withinReach,
} from "../agencies/agencies.server.ts";
import { rankOf } from "../agencies/agency.ts";
import { dueForMany } from "../policies/due.server.ts";
import { REGULATION_ASKED_FROM, regulationStateOn } from "../regulations/regulation.ts";
import { publicationDues } from "../spokespersons/assignments.server.ts";
import { isAmber } from "../spokespersons/confirmation.ts";
import { delegationDues } from "../spokespersons/delegation-rules.server.ts";
import { listDrafts } from "../spokespersons/drafts.server.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import { speakersOn } from "../spokespersons/speakers.server.ts";
import { type Mark, type Marks, worstOf } from "./compliance.ts";

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/**
 * How the agencies within an officer's reach (of one province, if one is named) stand with what the decree asks:
 * somebody designated, published within its time of the decision, confirmed this quarter, a regulation issued,
 * spokespersons trained. Agencies are compared, never persons. A constant number of queries.
 */
export async function complianceWithin(
  db: Db,
  officer: Officer,
  provinceId: string | undefined,
  at: Moment,
) {
  const agencies = await agenciesWithin(db, officer, provinceId, at);
  const ids = agencies.map(({ id }) => id);
  const [speakers, decisions, regulations, trained, delegations, dues] = await Promise.all([
    speakersOn(db, ids, at),
    decisionsWithin(db, officer, at),
    db
      .selectFrom("regulation")
      .select(["agencyId", "number"])
      .where("endedAt", "is", null)
      .execute(),
    db
      .selectFrom("training")
      .select("personId")
      .distinct()
      .where("removedAt", "is", null)
      .execute(),
    delegationsWithin(db, officer, at),
    dueForMany(
      db,
      "regulation.issue_within",
      agencies.map(({ id, provinceId: of }) => ({
        start: startOf(REGULATION_ASKED_FROM),
        agencyId: id,
        provinceId: of,
      })),
    ),
  ]);
  const issued = new Map(regulations.map((regulation) => [regulation.agencyId, regulation]));
  const people = new Set(trained.map(({ personId }) => personId));
  const day = dayOf(at);

  return agencies.map((agency, i) => {
    const speaking = speakers.get(agency.id) ?? [];
    const assigned = speaking.filter(({ capacity }) => capacity !== "authorised");
    const state = regulationStateOn(day, issued.get(agency.id), dues[i]?.day);
    const marks: Marks = {
      designated: speaking.length > 0 ? "yes" : "no",
      published: worstOf([
        ...(decisions.get(agency.id) ?? []),
        ...(delegations.get(agency.id) ?? []),
      ]),
      confirmed: worstOf(assigned.map(confirmationMark)),
      regulation: state === "issued" ? "yes" : state === "due" ? "waiting" : "no",
      trained: worstOf(assigned.map(({ personId }) => (people.has(personId) ? "yes" : "no"))),
    };
    return { agency, marks };
  });
}

function confirmationMark({ confirmed }: Speaker): Mark {
  if (!confirmed || isAmber(confirmed)) return "no";
  return confirmed.state === "asked" ? "waiting" : "yes";
}

async function agenciesWithin(
  db: Db,
  officer: Officer,
  provinceId: string | undefined,
  at: Moment,
) {
  const rows = await agenciesOfAreas(db)
    .where(withinReach(officer))
    .where(notClosedBy(dayOf(at)))
    .$if(provinceId !== undefined, (query) => query.where(ofProvince(provinceId ?? "")))
    .execute();
  return rows.sort(
    (a, b) =>
      Number(a.areaLevel !== "province") - Number(b.areaLevel !== "province") ||
      rankOf(a.kind) - rankOf(b.kind) ||
      VIETNAMESE.compare(a.name, b.name),
  );
}

/** For each agency, whether the decisions that hold now or wait to be published were published in time. */
async function decisionsWithin(db: Db, officer: Officer, at: Moment): Promise<Map<string, Mark[]>> {
  const day = dayOf(at);
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["assignment.agencyId", "decisionDay", "decisionAt", "publishedAt", "capacity"])
    .where(withinReach(officer))
    .where("capacity", "=", "regular")
    .where("annulledAt", "is", null)
    .where((eb) =>
      eb.or([eb("assignment.untilDay", "is", null), eb("assignment.untilDay", ">=", day)]),
    )
    .where((eb) => eb.or([eb("endDay", "is", null), eb("endDay", ">=", day)]))
    .execute();
  const dues = await publicationDues(db, rows);
  const marks = new Map<string, Mark[]>();
  for (const [i, { agencyId, publishedAt }] of rows.entries()) {
    const due = dues[i]?.at;
    const late = due !== undefined && (publishedAt ?? at) >= due;
    const mark: Mark = late ? "no" : publishedAt ? "yes" : "waiting";
    marks.set(agencyId, [...(marks.get(agencyId) ?? []), mark]);
  }
  return marks;
}

/**
 * The same of delegations, those in force and those signed and still in the drawer, where a rule binds: the law sets
 * no time for them since 2026, and nobody is behind with what is only suggested.
 */
async function delegationsWithin(
  db: Db,
  officer: Officer,
  at: Moment,
): Promise<Map<string, Mark[]>> {
  const [published, drafts] = await Promise.all([
    db
      .selectFrom("delegation")
      .innerJoin("agency", "agency.id", "delegation.agencyId")
      .innerJoin("area", "area.id", "agency.areaId")
      .select(["delegation.agencyId", "documentDay", "publishedAt"])
      .where(withinReach(officer))
      .where("annulledAt", "is", null)
      .where("endAt", "is", null)
      .where("delegation.untilAt", ">", at)
      .execute(),
    listDrafts(db, officer),
  ]);
  const dues = await delegationDues(db, published);
  const marks = new Map<string, Mark[]>();
  const add = (agencyId: string, mark: Mark) =>
    marks.set(agencyId, [...(marks.get(agencyId) ?? []), mark]);
  for (const [i, { agencyId, publishedAt }] of published.entries()) {
    const due = dues[i];
    if (due?.isBinding) add(agencyId, publishedAt && publishedAt < due.at ? "yes" : "no");
  }
  for (const { agencyId, due } of drafts)
    if (due?.isBinding) add(agencyId, at < due.at ? "waiting" : "no");
  return marks;
}
