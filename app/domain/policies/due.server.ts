import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { calendarOf, type WorkCalendar } from "./calendar.ts";
import { type Due, dueOf, isLimit } from "./due.ts";
import { type Place, type Policy, type PolicyKey, type Rule, ruleOn } from "./policy.ts";

/** What is asked: when is this due, for something that began then, at this place. */
export interface DueQuestion extends Place {
  start: Moment;
}

/** When something is due by the law of the day it began, explained; undefined when that law sets no limit. */
export async function dueFor(
  db: Db,
  key: PolicyKey,
  question: DueQuestion,
): Promise<Due | undefined> {
  return (await dueForMany(db, key, [question]))[0];
}

/** The same for many at once, in the order asked: three queries however many there are. */
export async function dueForMany(
  db: Db,
  key: PolicyKey,
  questions: DueQuestion[],
): Promise<(Due | undefined)[]> {
  const [book, calendar] = await Promise.all([lawOf(db, [key], questions), workCalendar(db)]);
  return questions.map(({ start, ...place }) => {
    const rule = book.ruleOn({ key, day: dayOf(start), ...place })?.held;
    return rule && isLimit(rule) ? dueOf(rule, start, calendar) : undefined;
  });
}

/** The rule on something that holds at a place on a day, for what is no matter of time: a number, a choice. */
export async function findRule(
  db: Db,
  key: PolicyKey,
  { day, ...place }: Place & { day: string },
): Promise<Rule | undefined> {
  const book = await lawOf(db, [key], [place]);
  return book.ruleOn({ key, day, ...place });
}

/** The same for many places and days at once, in the order asked. */
export async function findRules(
  db: Db,
  key: PolicyKey,
  asked: (Place & { day: string })[],
): Promise<(Rule | undefined)[]> {
  const book = await lawOf(db, [key], asked);
  return asked.map(({ day, ...place }) => book.ruleOn({ key, day, ...place }));
}

/** The working days as the table of holidays has them. */
export async function workCalendar(db: Db): Promise<WorkCalendar> {
  return calendarOf(await db.selectFrom("holiday").select(["day", "kind", "name"]).execute());
}

/** The rules on some keys as they touch some places; an agency's province is looked up where it is not given. */
export async function lawOf(db: Db, keys: PolicyKey[], places: Place[]) {
  const policies = await db.selectFrom("policy").selectAll().where("key", "in", keys).execute();
  const provinces = await provincesOf(db, policies, places);
  return {
    ruleOn: ({ agencyId, provinceId, ...asked }: Place & { key: PolicyKey; day: string }) =>
      ruleOn<Policy>(policies, {
        ...asked,
        agencyId,
        provinceId: provinceId ?? (agencyId ? provinces.get(agencyId) : undefined),
      }),
  };
}

/** More than these are not named one by one: all of the country's are read. */
const FEW = 500;

/** The province of every agency that has one to be asked: none while no province has a rule of its own. */
async function provincesOf(db: Db, policies: Policy[], places: Place[]) {
  const local = policies.some(({ scope }) => scope === "province");
  const open = places.flatMap(({ agencyId, provinceId }) =>
    agencyId && !provinceId ? agencyId : [],
  );
  if (!local || open.length === 0) return new Map<string, string>();
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select((eb) => [
      "agency.id",
      eb.fn.coalesce("agency.provinceId", "area.partOf", "area.id").as("provinceId"),
    ])
    .$if(open.length <= FEW, (query) => query.where("agency.id", "in", [...new Set(open)]))
    .execute();
  return new Map(rows.map(({ id, provinceId }) => [id, provinceId]));
}
