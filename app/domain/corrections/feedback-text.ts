import { dayOf } from "#app/clock.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { CaseOfAgency } from "./cases.server.ts";
import type { CorrectionRound } from "./correction-case.ts";
import { type Ask, codesOf } from "./correction-case.ts";

type Written = Pick<CorrectionRound, "text" | "asks" | "conclusion" | "round">;

/** The article as a letter to its press agency names it: piece, section, issue, page, day (Decree 237/2026, art. 21.3). */
export function articleFacts(kept: CaseOfAgency): { label: string; value: string; url?: string }[] {
  const { paper, outletKinds } = messagesIn("vi").pressCorrections;
  const day = shortDay(kept.articleDay);
  const facts: [string, string | null][] = [
    [paper.piece, `“${kept.articleTitle}”`],
    [paper.section, kept.articleSection],
    [paper.issue, kept.articleIssue],
    [paper.page, kept.articlePlace],
    [paper.day, day],
    [paper.kind, outletKinds[kept.outletKind]],
  ];
  return [
    ...facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    ...(kept.articleUrl
      ? [{ label: paper.link, value: kept.articleUrl, url: kept.articleUrl }]
      : []),
  ];
}

/** What is asked for, as sentences of the letter. */
export function askedFor({ asks }: Pick<Written, "asks">): string[] {
  const says = messagesIn("vi").pressCorrections.paper.asks;
  const codes = codesOf(asks);
  return codes.map((ask, i) => `${says[ask as Ask]}${i === codes.length - 1 ? "." : ";"}`);
}

/** The number and day of a letter, as another letter refers to it. */
export const letterName = ({ letterNo, letterDay, sentAt }: CorrectionRound): string =>
  messagesIn("vi").pressCorrections.paper.letter(
    letterNo ?? "…",
    letterDay ? shortDay(letterDay) : sentAt ? shortDay(dayOf(sentAt)) : "…",
  );
