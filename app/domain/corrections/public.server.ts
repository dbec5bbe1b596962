import type { Db } from "#db/tables.ts";
import { pageFound } from "../paging/page.server.ts";
import { type CaseOfAgency, casesOfAgencies } from "./cases.server.ts";
import { type CaseOutcome, OUTCOMES, PUBLISHED } from "./correction-case.ts";

/** What the public is shown of a closed case: the article, what was wrong, what is so, how it ended, who says so. Nobody else's name. */
export type PublicCase = Pick<
  CaseOfAgency,
  | "id"
  | "number"
  | "agencyId"
  | "agencyName"
  | "agencyNameEn"
  | "agencyKind"
  | "areaCode"
  | "provinceType"
  | "provinceName"
  | "provinceNameEn"
  | "outletName"
  | "articleTitle"
  | "articleUrl"
  | "articleSection"
  | "articleIssue"
  | "articlePlace"
  | "articleDay"
  | "wrong"
  | "right"
> & {
  outcome: CaseOutcome;
  outcomeAt: string;
  feedbackSentAt: string | null;
  publishedAt: string;
  publisherName: string;
  publisherPosition: string;
  publisherAgency: string;
  answerUrl: string | null;
};

const PAGE = 20;

/** Where cases are asked for: an agency, a province, or the whole country. */
export type LedgerPlace = { agencyId?: string; provinceId?: string };

function casesAt(db: Db, { agencyId, provinceId }: LedgerPlace) {
  return casesOfAgencies(db)
    .$if(agencyId !== undefined, (query) => query.where("agency.id", "=", agencyId as string))
    .$if(provinceId !== undefined, (query) =>
      query.where(({ eb, or }) =>
        or([
          eb("agency.provinceId", "=", provinceId as string),
          eb("area.id", "=", provinceId as string),
          eb("area.partOf", "=", provinceId as string),
        ]),
      ),
    );
}

/** The ledger of what the press published wrong: closed cases that an agency published under a name, newest first. */
export async function ledgerOf(db: Db, place: LedgerPlace, asked = 1) {
  const published = casesAt(db, place)
    .where("correctionCase.outcome", "is not", null)
    .where("correctionCase.publishedAt", "is not", null)
    .orderBy("correctionCase.publishedAt", "desc")
    .orderBy("correctionCase.id");
  const { shown, ...paging } = await pageFound(published, asked, PAGE);
  const answers = await answersOf(
    db,
    shown.map(({ id }) => id),
  );
  return {
    cases: shown.map((row) => publicly(row as CaseOfAgency, answers.get(row.id) ?? null)),
    ...{ ...paging, tally: await tallyOf(db, place) },
  };
}

/** How the closed cases of a place ended, published or not: figures alone. */
async function tallyOf(db: Db, place: LedgerPlace): Promise<{ outcome: CaseOutcome; n: number }[]> {
  const rows = await casesAt(db, place)
    .where("correctionCase.outcome", "is not", null)
    .clearSelect()
    .select(({ fn }) => ["correctionCase.outcome", fn.countAll<number>().as("n")])
    .groupBy("correctionCase.outcome")
    .execute();
  const found = new Map(rows.map(({ outcome, n }) => [outcome, Number(n)]));
  return OUTCOMES.map((outcome) => ({ outcome, n: found.get(outcome) ?? 0 }));
}

/** Where each correction is to be seen that was published last. */
async function answersOf(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom("correctionRound")
    .select(["caseId", "answerUrl"])
    .where("caseId", "in", ids)
    .where("answer", "in", PUBLISHED)
    .where("answerUrl", "is not", null)
    .orderBy("round")
    .execute();
  return new Map(rows.map(({ caseId, answerUrl }) => [caseId, answerUrl]));
}

function publicly(kept: CaseOfAgency, answerUrl: string | null): PublicCase {
  const { id, number, agencyId, agencyName, agencyNameEn, agencyKind, areaCode } = kept;
  const { provinceType, provinceName, provinceNameEn, outletName, articleTitle } = kept;
  const { articleUrl, articleSection, articleIssue, articlePlace, articleDay } = kept;
  const { wrong, right, feedbackSentAt } = kept;
  return {
    ...{ id, number, agencyId, agencyName, agencyNameEn, agencyKind, areaCode },
    ...{ provinceType, provinceName, provinceNameEn, outletName, articleTitle },
    ...{ articleUrl, articleSection, articleIssue, articlePlace, articleDay },
    ...{ wrong, right, feedbackSentAt, answerUrl },
    outcome: kept.outcome as CaseOutcome,
    outcomeAt: kept.outcomeAt as string,
    publishedAt: kept.publishedAt as string,
    publisherName: kept.publisherName as string,
    publisherPosition: kept.publisherPosition as string,
    publisherAgency: kept.publisherAgency as string,
  };
}
