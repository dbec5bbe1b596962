import { dayOf } from "#app/clock.ts";
import type { PublicCase } from "#app/domain/corrections/public.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge } from "./badge.tsx";

export type LedgerShown = Pick<
  PublicCase,
  | "outletName"
  | "articleTitle"
  | "articleUrl"
  | "articleSection"
  | "articleIssue"
  | "articlePlace"
  | "articleDay"
  | "wrong"
  | "right"
  | "outcome"
  | "feedbackSentAt"
  | "answerUrl"
>;

/** A closed case as readers see it: the article, what was published, what is so, how it ended. */
export function LedgerCase({ shown, level = 2 }: { shown: LedgerShown; level?: 2 | 3 }) {
  const { site, outcomes } = useMessages().pressCorrections;
  const Heading = `h${level}` as const;
  const where = [shown.articleSection, shown.articleIssue, shown.articlePlace].filter(Boolean);
  return (
    <>
      <p className="text-soft">
        {[shown.outletName, ...where, shortDay(shown.articleDay)].join(" · ")}
      </p>
      <Heading className="mb-2 text-xl wrap-anywhere" lang="vi">
        {shown.articleUrl ? (
          <a href={shown.articleUrl} rel="noreferrer nofollow">
            {shown.articleTitle}
          </a>
        ) : (
          shown.articleTitle
        )}
      </Heading>
      <div className="mb-3 grid gap-4 sm:grid-cols-2">
        <div className="rounded-md border-s-4 border-late bg-late-wash p-3">
          <p className="text-sm font-semibold">{site.wrong}</p>
          <blockquote lang="vi" className="whitespace-pre-line wrap-anywhere">
            {shown.wrong}
          </blockquote>
        </div>
        <div className="rounded-md border-s-4 border-done bg-done-wash p-3">
          <p className="text-sm font-semibold">{site.right}</p>
          <p lang="vi" className="whitespace-pre-line wrap-anywhere">
            {shown.right}
          </p>
        </div>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={["refused", "no_answer"].includes(shown.outcome) ? "due" : "done"}>
          {outcomes[shown.outcome]}
        </Badge>
        <span>
          {shown.feedbackSentAt
            ? site.sent(shortDay(dayOf(shown.feedbackSentAt)))
            : site.noFeedback}
        </span>
        {shown.answerUrl && (
          <a href={shown.answerUrl} rel="noreferrer nofollow">
            {site.seen}
          </a>
        )}
      </p>
    </>
  );
}
