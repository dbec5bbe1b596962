import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { holding } from "../areas/folding.ts";
import { lastDeedsOn } from "../audit/listing.server.ts";
import { pageOf } from "../paging/page.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { type CaseOfAgency, casesOfAgencies, roundsOf } from "./cases.server.ts";
import { type CaseLaw, dueOnCase, lawOnCases } from "./clocks.server.ts";
import { type CorrectionRound, type State, stateOf } from "./correction-case.ts";
import { evidenceOf } from "./evidence.server.ts";

export const CASE_SHELVES = ["open", "waiting", "overdue", "closed"] as const;
export type CaseShelf = (typeof CASE_SHELVES)[number];

/** A case in a list: how far it has come, and by when the press agency owes what. */
export type CaseListed = CaseOfAgency & {
  state: State;
  rounds: number;
  dueAt: Moment | undefined;
  overdue: boolean;
};

const PAGE = 50;

/** How far back closed cases are searched by their words. */
const SEARCHED = 2_000;

/**
 * The cases within an officer's reach on one shelf: the open ones by what runs out first, the closed ones newest
 * first. Words are looked for in any order, marks or none.
 */
export async function listCases(
  db: Db,
  officer: Officer,
  { shelf, q = "", page: asked = 1 }: { shelf: CaseShelf; q?: string; page?: number },
  at: Moment,
) {
  const within = casesOfAgencies(db).where(withinReach(officer));
  const open = await withStates(
    db,
    (await within.where("correctionCase.outcome", "is", null).execute()) as CaseOfAgency[],
    at,
  );
  const counts = {
    open: open.length,
    waiting: open.filter(({ state }) => state === "waiting").length,
    overdue: open.filter(({ overdue }) => overdue).length,
  };
  const fits = fitting(q);
  if (shelf === "closed") {
    const rows = (await within
      .where("correctionCase.outcome", "is not", null)
      .orderBy("correctionCase.outcomeAt", "desc")
      .orderBy("correctionCase.id")
      .limit(SEARCHED)
      .execute()) as CaseOfAgency[];
    const { shown, ...place } = pageOf(rows.filter(fits), asked, PAGE);
    return { cases: await withStates(db, shown, at), counts, ...place };
  }
  const onShelf = open
    .filter(fits)
    .filter(({ state, overdue }) =>
      shelf === "overdue" ? overdue : shelf === "open" || state === shelf,
    )
    .toSorted(byUrgency);
  const { shown: cases, ...place } = pageOf(onShelf, asked, PAGE);
  return { cases, counts, ...place };
}

/** Whether every word that was typed occurs in the article, its press agency, what is wrong, or the case's number. */
function fitting(q: string) {
  const holds = holding(q);
  const wanted = q.trim();
  return ({ number, outletName, articleTitle, wrong, right }: CaseOfAgency) =>
    /^\d+\/\d{4}$/.test(wanted)
      ? number === wanted
      : holds(outletName, articleTitle, wrong, right, number);
}

const NEVER = "9";

function byUrgency(a: CaseListed, b: CaseListed): number {
  const [one, other] = [a.dueAt ?? NEVER, b.dueAt ?? NEVER];
  return one === other ? (a.foundAt < b.foundAt ? 1 : -1) : one < other ? -1 : 1;
}

/** SQLite takes 32,766 values in a statement. */
const NAMED_AT_ONCE = 400;

async function withStates(db: Db, cases: CaseOfAgency[], at: Moment): Promise<CaseListed[]> {
  const rounds = await roundsOfCases(
    db,
    cases.map(({ id }) => id),
  );
  const ofCase = (id: string) => rounds.get(id) ?? [];
  const laws = await lawOnCases(db, cases, ofCase, at);
  return cases.map((kept) => {
    const own = ofCase(kept.id);
    const state = stateOf(kept, own.at(-1));
    const dueAt =
      state === "waiting" ? dueOnCase(laws.get(kept.id) as CaseLaw, own.at(-1)) : undefined;
    const overdue = dueAt !== undefined && dueAt <= at;
    return { ...kept, state, rounds: own.filter(({ sentAt }) => sentAt).length, dueAt, overdue };
  });
}

async function roundsOfCases(db: Db, ids: string[]) {
  const found = new Map<string, CorrectionRound[]>();
  for (let from = 0; from < ids.length; from += NAMED_AT_ONCE) {
    const rows = await db
      .selectFrom("correctionRound")
      .selectAll()
      .where("caseId", "in", ids.slice(from, from + NAMED_AT_ONCE))
      .orderBy("round")
      .execute();
    for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row]);
  }
  return found;
}

/** All that the page of a case shows: rounds with their clocks and letters, papers, where it came from, who may speak, who did what. */
export async function caseRoom(db: Db, kept: CaseOfAgency, at: Moment) {
  const rounds = await roundsOf(db, kept);
  const [laws, evidence, speakers, deeds, letters, origin] = await Promise.all([
    lawOnCases(db, [kept], () => rounds, at),
    evidenceOf(db, kept),
    speakersOf(db, { id: kept.agencyId }, at),
    lastDeedsOn(db, kept),
    lettersOf(db, rounds),
    originOf(db, kept),
  ]);
  const { clocks, rounds: most, onlineDays } = laws.get(kept.id) as CaseLaw;
  return {
    state: stateOf(kept, rounds.at(-1)),
    rounds: rounds.map((round) => ({
      ...round,
      clocks: clocks.get(round.id) ?? [],
      letter: letters.find(({ correctionRoundId }) => correctionRoundId === round.id) ?? null,
    })),
    ...{ most: most ?? null, onlineDays: onlineDays ?? null },
    ...{ evidence, speakers, deeds, origin },
  };
}

function lettersOf(db: Db, rounds: CorrectionRound[]) {
  const ids = rounds.map(({ id }) => id);
  return db
    .selectFrom("mail")
    .select(["correctionRoundId", "stage", "attempts", "sentAt", "problem", "to"])
    .where("correctionRoundId", "in", ids)
    .execute();
}

async function originOf(db: Db, { incidentId, queryId, meetingLinkId }: CaseOfAgency) {
  const [incident = null, query = null, meeting = null] = await Promise.all([
    db
      .selectFrom("incident")
      .select(["id", "title"])
      .where("id", "=", incidentId ?? "")
      .executeTakeFirst(),
    db
      .selectFrom("query")
      .select(["id", "number"])
      .where("id", "=", queryId ?? "")
      .executeTakeFirst(),
    db
      .selectFrom("meetingLink")
      .innerJoin("meeting", "meeting.id", "meetingLink.meetingId")
      .select(["meeting.id", "meeting.subject"])
      .where("meetingLink.id", "=", meetingLinkId ?? "")
      .executeTakeFirst(),
  ]);
  return { incident, query, meeting };
}
