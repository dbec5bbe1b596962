import type { Db } from "#db/tables.ts";
import { dueForMany } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import { choicesOf, ruleOn } from "../policies/policy.ts";
import { type ClockStart, clockStart, type Incident } from "./incident.ts";

/** The law's clock of an incident: from which instant, and when it runs out once that instant is known. */
export interface IncidentClock extends ClockStart {
  due: Due | undefined;
}

type Clocked = Pick<
  Incident,
  "id" | "agencyId" | "clause" | "openedAt" | "occurredAt" | "receivedAt" | "determinedAt"
> & { provinceId: string };

/**
 * The clocks of incidents by the law of their day (`incident.clock_start`, `incident.initial_statement`), by id; those
 * under a clause that sets no time have none. A few queries, however many incidents.
 */
export async function clocksOf(db: Db, incidents: Clocked[]): Promise<Map<string, IncidentClock>> {
  const rules = await db
    .selectFrom("policy")
    .selectAll()
    .where("key", "=", "incident.clock_start")
    .execute();
  const started = incidents.flatMap((incident) => {
    const start = clockStart(incident, (day) => {
      const rule = ruleOn(rules, { key: "incident.clock_start", day });
      return rule ? choicesOf(rule.held) : [];
    });
    return start ? [{ incident, start }] : [];
  });
  const running = started.flatMap(({ incident: { id, agencyId, provinceId }, start: { at } }) =>
    at ? [{ id, question: { agencyId, provinceId, start: at } }] : [],
  );
  const dues = await dueForMany(
    db,
    "incident.initial_statement",
    running.map(({ question }) => question),
  );
  const dueOf = new Map(running.map(({ id }, i) => [id, dues[i]]));
  return new Map(
    started.map(({ incident: { id }, start }) => [id, { ...start, due: dueOf.get(id) }]),
  );
}

/** The clock of one incident. */
export async function clockOf(db: Db, incident: Clocked): Promise<IncidentClock | undefined> {
  return (await clocksOf(db, [incident])).get(incident.id);
}
