import { dayOf, startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import {
  type AgencyOfArea,
  agenciesOfAreas,
  notClosedBy,
  ofProvince,
  withinReach,
} from "../agencies/agencies.server.ts";
import { dueForMany, findRules } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import {
  COUNTS,
  countedFrom,
  DONE_BY_STATEMENTS,
  DUTIES,
  type DutyKey,
  type DutyState,
  dutyStateAt,
  type Evidence,
  later,
} from "./duty.ts";

/** A duty of an agency with when it is next due, what was done last, and what is planned that will fulfil it. */
export interface Duty {
  key: DutyKey;
  agency: Pick<AgencyOfArea, "id" | "name" | "nameEn">;
  due: Due;
  state: DutyState;
  last: Evidence | undefined;
  planned: Evidence | undefined;
}

/**
 * What the agencies within an officer's reach owe the press by the rules in force at a moment, the most pressing first.
 * A duty is done by holding a meeting or by publishing, never by ticking; nobody owes what no rule asks of them.
 */
export async function listDuties(
  db: Db,
  officer: Officer,
  at: Moment,
  provinceId?: string,
): Promise<Duty[]> {
  const committees = await committeesWithin(db, officer, at, provinceId);
  const byKey = await Promise.all(DUTIES.map((key) => dutiesBy(db, key, committees, at)));
  return byKey.flat().toSorted((a, b) => (a.due.at < b.due.at ? -1 : 1));
}

async function committeesWithin(db: Db, officer: Officer, at: Moment, provinceId?: string) {
  return (await agenciesOfAreas(db)
    .where("agency.kind", "=", "peoples_committee")
    .where(withinReach(officer))
    .where(notClosedBy(dayOf(at)))
    .$if(provinceId !== undefined, (query) => query.where(ofProvince(provinceId ?? "")))
    .orderBy("area.code")
    .execute()) as AgencyOfArea[];
}

async function dutiesBy(
  db: Db,
  key: DutyKey,
  committees: AgencyOfArea[],
  at: Moment,
): Promise<Duty[]> {
  const level = key === "briefing.commune.max_gap" ? "commune" : "province";
  const asked = committees.filter(({ areaLevel }) => areaLevel === level);
  const rules = await rulesFor(db, key, asked, dayOf(at));
  const bound = asked.filter(({ id }) => rules.has(id));
  if (bound.length === 0) return [];

  const ids = bound.map(({ id }) => id);
  const [held, coming, said] = await Promise.all([
    meetingsThatCount(db, key, ids, { heldBy: at }),
    meetingsThatCount(db, key, ids, { after: at }),
    DONE_BY_STATEMENTS.includes(key) ? statementsBy(db, ids, at) : new Map<string, Evidence>(),
  ]);
  const done = new Map(ids.map((id) => [id, later(held.get(id), said.get(id))]));
  const starts = bound.map((agency) => ({
    agencyId: agency.id,
    provinceId: agency.provinceId,
    start: countedFrom(done.get(agency.id), startOf(rules.get(agency.id) ?? dayOf(at))),
  }));
  const dues = await dueForMany(db, key, starts);
  return bound.flatMap(({ id, name, nameEn }, i) => {
    const due = dues[i];
    if (!due) return [];
    const last = done.get(id);
    const agency = { id, name, nameEn };
    return [{ key, agency, due, state: dutyStateAt(due, at), last, planned: coming.get(id) }];
  });
}

/** From which day the rule that binds an agency today holds, by agency. */
async function rulesFor(db: Db, key: DutyKey, agencies: AgencyOfArea[], day: string) {
  const asked = agencies.map(({ id, provinceId }) => ({ agencyId: id, provinceId, day }));
  const rules = await findRules(db, key, asked);
  const bound = agencies.flatMap(({ id }, i) => {
    const rule = rules[i];
    return rule ? [[id, rule.held.fromDay] as const] : [];
  });
  return new Map(bound);
}

/** The last meeting held before a moment, or the first planned after it, that counts for a duty; by agency. */
async function meetingsThatCount(
  db: Db,
  key: DutyKey,
  agencyIds: string[],
  when: { heldBy: Moment } | { after: Moment },
): Promise<Map<string, Evidence>> {
  const counting = db
    .selectFrom("meeting")
    .select(["id", "agencyId", "subject", "startsAt as at"])
    .where("agencyId", "in", agencyIds)
    .where("kind", "in", COUNTS[key])
    .where("cancelledAt", "is", null);
  const rows =
    "heldBy" in when
      ? await counting
          .where("heldAt", "<=", when.heldBy)
          .where("startsAt", "<=", when.heldBy)
          .orderBy("startsAt")
          .execute()
      : await counting
          .where("heldAt", "is", null)
          .where("postponedAt", "is", null)
          .where("startsAt", ">", when.after)
          .orderBy("startsAt", "desc")
          .execute();
  return new Map(
    rows.map(({ agencyId, ...meeting }) => [agencyId, { of: "meeting" as const, ...meeting }]),
  );
}

/** The last statement published by a moment, by agency. */
async function statementsBy(
  db: Db,
  agencyIds: string[],
  at: Moment,
): Promise<Map<string, Evidence>> {
  const rows = await db
    .selectFrom("statement")
    .select(["id", "agencyId", "title as subject", "publishedAt"])
    .where("agencyId", "in", agencyIds)
    .where("publishedAt", "<=", at)
    .orderBy("publishedAt")
    .execute();
  return new Map(
    rows.map(({ agencyId, publishedAt, ...statement }) => [
      agencyId,
      { of: "statement" as const, ...statement, at: publishedAt as Moment },
    ]),
  );
}
