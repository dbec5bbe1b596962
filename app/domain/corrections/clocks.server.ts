import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { lawOf, workCalendar } from "../policies/due.server.ts";
import type { DueRule } from "../policies/due.ts";
import type { CaseOfAgency } from "./cases.server.ts";
import type { CorrectionRound } from "./correction-case.ts";
import { firstDue, type PressClock, pressClocks, RULE_OF } from "./press-clocks.ts";

const KEYS = [
  ...new Set(Object.values(RULE_OF)),
  "press.correction.rare_reply",
  "press.correction.min_online_days",
  "press.answer_request",
  "press.feedback.rounds",
] as const;

/** What the law says on a case: the clocks of each round, how many rounds there are, how long a correction stays online. */
export interface CaseLaw {
  clocks: Map<string, PressClock[]>; // by round
  rounds: DueRule | undefined; // how many before either side may stop
  onlineDays: DueRule | undefined; // of an online outlet; undefined where the law in force has no number
}

type Asked = Pick<CaseOfAgency, "id" | "agencyId" | "provinceId" | "outletKind">;

/** What the law says on cases, each by the law of its own days; a few queries, however many cases. */
export async function lawOnCases(
  db: Db,
  cases: Asked[],
  roundsOf: (id: string) => CorrectionRound[],
  at: Moment,
): Promise<Map<string, CaseLaw>> {
  const places = cases.map(({ agencyId, provinceId }) => ({ agencyId, provinceId }));
  const [book, calendar] = await Promise.all([lawOf(db, [...KEYS], places), workCalendar(db)]);
  return new Map(
    cases.map(({ id, agencyId, provinceId, outletKind }) => {
      const place = { agencyId, provinceId };
      const ruleOn = (key: (typeof KEYS)[number], day: string) =>
        book.ruleOn({ key, day, ...place })?.held;
      const rules = { calendar, ruleOn: ruleOn as never };
      const rounds = roundsOf(id);
      // The count of rounds is that of the law under which the latest of them runs.
      const day = dayOf(rounds.findLast(({ sentAt }) => sentAt)?.sentAt ?? at);
      return [
        id,
        {
          clocks: new Map(rounds.map((round) => [round.id, pressClocks(outletKind, round, rules)])),
          rounds: ruleOn("press.feedback.rounds", day),
          onlineDays:
            outletKind === "online" ? ruleOn("press.correction.min_online_days", day) : undefined,
        },
      ];
    }),
  );
}

/** By when the press agency should have answered what it has; undefined while it owes nothing, or the law names no moment. */
export function dueOnCase(law: CaseLaw, last: CorrectionRound | undefined): Moment | undefined {
  return last && !last.answer ? firstDue(law.clocks.get(last.id) ?? []) : undefined;
}
