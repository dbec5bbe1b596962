import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { daysAfter } from "#app/clock.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import { CLOCKS, isPolicyKey, type Policy, readValue } from "./policy.ts";

const FILES = ["policies", "holidays"] as const;
const VERSION = "law.version";

/** Raised when what is made of the files changes, so that every database is loaded again. */
const READING = "1";

/** Who recorded what came from the files. */
const FROM_FILES = "law";

/** What loading the law did: rules and holidays that are new, rules whose text is another. */
export interface LawReport {
  added: number;
  changed: number;
  holidays: number;
}

/**
 * Loads the law from its files (`db/data`, see SOURCES.md there): both regimes, and the holidays. All of
 * it or nothing; what officers entered, ended or took away stays as they left it. Undefined, and nothing
 * done, when these very files are loaded.
 */
export async function loadLaw(
  db: Db,
  { at, folder = join(process.cwd(), "db", "data") }: { at: Moment; folder?: string },
): Promise<LawReport | undefined> {
  const [policies = "", holidays = ""] = FILES.map((name) =>
    readFileSync(join(folder, `${name}.csv`), "utf8"),
  );
  const version = createHash("sha256")
    .update([READING, policies, holidays].join("\0"))
    .digest("hex");
  if ((await editionOf(db)) === version) return undefined;
  const rules = linesOf(policies).map((line) => policyOf(line, at));
  const days = linesOf(holidays).map((line) => holidayOf(line, at));
  return db.transaction().execute(async (trx) => {
    if ((await holdLaw(trx)) === version) return undefined;
    const report = await writePolicies(trx, rules);
    const added = await writeHolidays(trx, days);
    await trx.updateTable("setting").set({ value: version }).where("key", "=", VERSION).execute();
    return { ...report, holidays: added };
  });
}

async function editionOf(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", VERSION)
    .executeTakeFirst();
  return row?.value;
}

/**
 * Takes the law in hand until the transaction ends, so that two desks cannot both begin a rule on the
 * same day, and says which edition is loaded.
 */
export async function holdLaw(trx: Db): Promise<string> {
  const { value } = await trx
    .insertInto("setting")
    .values({ key: VERSION, value: "" })
    .onConflict((known) =>
      known.column("key").doUpdateSet((eb) => ({ value: eb.ref("setting.value") })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

type Line = Record<string, string>;

function linesOf(text: string): Line[] {
  return parse(text, { columns: true, skip_empty_lines: true });
}

function policyOf(line: Line, at: Moment): Policy {
  const { key = "", value = "", unit = "", clock, from_day: fromDay = "" } = line;
  const known = CLOCKS.find((one) => one === clock) ?? null;
  const right = isPolicyKey(key) && readValue(key, value) === value && known === (clock || null);
  if (!right) throw new Error(`policies.csv: no such rule: ${key} ${value} ${clock}`);
  return {
    id: `law-${key}-${fromDay}`,
    key,
    value,
    unit,
    clock: known,
    scope: "national",
    provinceId: null,
    agencyId: null,
    fromDay,
    untilDay: line.until_day || null,
    legalRef: line.legal_ref ?? "",
    statutory: line.statutory === "yes" ? 1 : 0,
    reason: null,
    verifiedBy: null,
    verifiedDay: null,
    recordedAt: at,
    recordedBy: FROM_FILES,
  };
}

function holidayOf({ day = "", kind, name = "", basis = "" }: Line, at: Moment): Row<"holiday"> {
  const worked = kind === "work" ? "work" : "off";
  return { day, kind: worked, name, basis, recordedAt: at, recordedBy: FROM_FILES };
}

async function writePolicies(trx: Db, rules: Policy[]) {
  const standing = await trx
    .selectFrom("policy")
    .selectAll()
    .where("scope", "=", "national")
    .execute();
  const known = new Map(standing.map((policy) => [policy.id, policy]));
  const entered = standing.filter(({ recordedBy }) => recordedBy !== FROM_FILES);
  const room = rules.map((rule) => ({ ...rule, untilDay: lastDayBeside(rule, entered) }));
  const fresh = room.filter((rule) => !known.has(rule.id) && !hasNoRoom(rule));
  if (fresh.length > 0) await trx.insertInto("policy").values(fresh).execute();

  let changed = 0;
  for (const rule of room) {
    const before = known.get(rule.id);
    const untilDay = before && earlier(rule.untilDay, before.untilDay);
    if (!before || (hasSameText(rule, before) && untilDay === before.untilDay)) continue;
    const { value, unit, clock, legalRef, statutory } = rule;
    // A lawyer's word was for the text that stood here before.
    const { verifiedBy, verifiedDay } = hasSameText(rule, before) ? before : rule;
    await trx
      .updateTable("policy")
      .set({ value, unit, clock, legalRef, statutory, untilDay, verifiedBy, verifiedDay })
      .where("id", "=", rule.id)
      .execute();
    changed += 1;
  }
  return { added: fresh.length, changed };
}

/** The last day of a rule of the files, as far as officers' own national rules leave it room. */
function lastDayBeside(rule: Policy, entered: Policy[]): Day | null {
  const next = entered
    .filter(({ key, fromDay, untilDay }) => key === rule.key && (untilDay ?? fromDay) >= fromDay)
    .map(({ fromDay, untilDay }) => ({ fromDay, untilDay: untilDay ?? "9999-12-31" }))
    .filter(({ untilDay }) => untilDay >= rule.fromDay)
    .map(({ fromDay }) => daysAfter(fromDay, -1))
    .sort()[0];
  return earlier(rule.untilDay, next ?? null);
}

const hasNoRoom = ({ fromDay, untilDay }: Policy) => untilDay !== null && untilDay < fromDay;

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

const TEXT = ["value", "unit", "clock", "legalRef", "statutory"] as const;

function hasSameText(one: Policy, other: Policy): boolean {
  return TEXT.every((column) => one[column] === other[column]);
}

async function writeHolidays(trx: Db, days: Row<"holiday">[]): Promise<number> {
  const removed = await trx
    .selectFrom("audit")
    .select("about")
    .where("act", "=", "holiday.removed")
    .execute();
  const gone = new Set(removed.map(({ about }) => about));
  const wanted = days.filter(({ day }) => !gone.has(day));
  if (wanted.length === 0) return 0;
  const rows = await trx
    .insertInto("holiday")
    .values(wanted)
    .onConflict((known) => known.column("day").doNothing())
    .returning("day")
    .execute();
  return rows.length;
}
