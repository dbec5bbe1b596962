import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Check, FilePlus2, Mail, MessageSquareReply, Pencil, PenLine, Send } from "lucide-react";
import type { ReactNode } from "react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { sentenceOf } from "#app/domain/audit/sentence.ts";
import { findCaseFor } from "#app/domain/corrections/cases.server.ts";
import { isLastRoundOver, movesFrom } from "#app/domain/corrections/correction-case.ts";
import { caseRoom } from "#app/domain/corrections/listing.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { CaseBadge } from "#app/ui/case-state.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { FeedbackRound } from "#app/ui/feedback-round.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RuleLine } from "#app/ui/press-clock.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { Written } from "#app/ui/written.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const at = now();
  const words = messagesIn(languageOf(new URL(request.url).pathname));
  const { deeds, speakers: _, ...room } = await caseRoom(db, kept, at);
  const history = deeds.map((deed) => ({ ...deed, sentence: sentenceOf(words, deed) }));
  return { ...room, kept, at, history, moves: movesFrom(room.state) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.kept.articleTitle ?? ""} · ${words.common.product}` }];
};

export default function CorrectionCasePage() {
  const { kept, state, rounds, most, at, moves, history } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  const says = words.page;
  const agencyName = useAgencyName();
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.correctionCases()}>{words.title}</LinkTo> · {agencyName(kept)}
          </>
        }
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <CaseBadge state={state} outcome={kept.outcome} />
            {says.number(kept.number)} · {kept.outletName} · {shortDay(kept.articleDay)}
          </span>
        }
        actions={
          <>
            {moves.includes("change") && (
              <ButtonLink to={paths.desk.correctionCaseEdit(kept)}>
                <Pencil aria-hidden="true" className="size-4" />
                {says.edit}
              </ButtonLink>
            )}
            {moves.includes("close") && (
              <ButtonLink to={paths.desk.correctionCaseClosing(kept)}>
                <Check aria-hidden="true" className="size-4" />
                {says.close}
              </ButtonLink>
            )}
          </>
        }
      >
        <span className="wrap-anywhere">{kept.articleTitle}</span>
      </PageTitle>
      <Ending />
      <NextStep />
      {isLastRoundOver(rounds, most ? Number(most.value) : undefined) && !kept.outcome && (
        <Notice tone="warning">{says.roundsOver}</Notice>
      )}
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          {rounds.length === 0 && <Empty title={says.nothingYet}>{says.nothingYetLead}</Empty>}
          {rounds.toReversed().map((round) => (
            <FeedbackRound
              key={round.id}
              {...{ round, now: at, kind: kept.outletKind, timing: most }}
            />
          ))}
          {rounds.length === 0 && <div className="mb-6" />}
        </div>
        <div className="min-w-0">
          <Article />
          <Law />
          <Papers />
        </div>
      </div>
      {history.length > 0 && (
        <Card title={says.history}>
          <HistoryList history={history} />
        </Card>
      )}
    </>
  );
}

/** How it ended, and whether the public may read it. */
function Ending() {
  const { kept } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  const to = useLocalised();
  if (!kept.outcome || !kept.outcomeAt) return null;
  return (
    <Notice title={words.page.closed(words.outcomes[kept.outcome], shortTime(kept.outcomeAt))}>
      {kept.outcomeReason && <p className="whitespace-pre-line">{kept.outcomeReason}</p>}
      {kept.publishedAt && (
        <p>
          {words.page.published(
            kept.publisherName ?? "",
            kept.publisherPosition ?? "",
            shortTime(kept.publishedAt),
          )}{" "}
          <a href={to(paths.corrections({ agency: kept.agencyId }))}>{words.page.seePublic}</a>
        </p>
      )}
    </Notice>
  );
}

/** What is to be done now, with its buttons. */
function NextStep() {
  const { kept, moves, rounds } = useLoaderData<typeof loader>();
  const says = useMessages().pressCorrections.page;
  const sent = rounds.filter(({ sentAt }) => sentAt).length;
  const isDrafted = moves.includes("send-feedback");
  const mayPublish = moves.includes("publish") && !kept.publishedAt && kept.outcome !== "dropped";
  const steps: ReactNode[] = [];
  if (isDrafted)
    steps.push(
      <ButtonLink key="mail" tone="primary" to={paths.desk.pressFeedbackMailing(kept)}>
        <Mail aria-hidden="true" className="size-4" />
        {says.mail}
      </ButtonLink>,
      <ButtonLink key="send" to={paths.desk.pressFeedbackSending(kept)}>
        <Send aria-hidden="true" className="size-4" />
        {says.send}
      </ButtonLink>,
    );
  if (moves.includes("draft-feedback"))
    steps.push(
      <ButtonLink
        key="draft"
        tone={isDrafted ? "plain" : "primary"}
        to={paths.desk.pressFeedback(kept)}
      >
        <PenLine aria-hidden="true" className="size-4" />
        {isDrafted ? says.rewrite : sent > 0 ? says.draftNext(sent + 1) : says.draft}
      </ButtonLink>,
    );
  if (moves.includes("record-answer"))
    steps.push(
      <ButtonLink key="answer" tone="primary" to={paths.desk.pressAnswer(kept)}>
        <MessageSquareReply aria-hidden="true" className="size-4" />
        {says.answer}
      </ButtonLink>,
    );
  if (mayPublish)
    steps.push(
      <ButtonLink key="publish" tone="primary" to={paths.desk.correctionCasePublication(kept)}>
        {says.publish}
      </ButtonLink>,
    );
  if (steps.length === 0) return null;
  return (
    <section
      aria-label={says.next}
      className="mb-6 flex flex-wrap items-center gap-3 rounded-md border-s-4 border-accent bg-sheet p-4"
    >
      {steps}
    </section>
  );
}

function Article() {
  const { kept, origin } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  const says = words.page;
  return (
    <Card title={says.article}>
      <Facts
        facts={[
          [says.outlet, kept.outletName],
          [says.kind, words.outletKinds[kept.outletKind]],
          [says.day, shortDay(kept.articleDay)],
          [says.section, kept.articleSection],
          [says.issue, kept.articleIssue],
          [says.place, kept.articlePlace],
          [
            says.link,
            kept.articleUrl && (
              <a href={kept.articleUrl} rel="noreferrer" className="wrap-anywhere">
                {kept.articleUrl}
              </a>
            ),
          ],
          [says.email, kept.outletEmail],
          [says.found, shortTime(kept.foundAt)],
          [says.wrong, <Written key="wrong" text={kept.wrong} />],
          [says.right, <Written key="right" text={kept.right} />],
          [says.grounds, kept.grounds && <Written key="grounds" text={kept.grounds} />],
          [
            says.origin,
            origin.incident ? (
              <LinkTo key="incident" to={paths.desk.incident(origin.incident)}>
                {says.ofIncident}: {origin.incident.title}
              </LinkTo>
            ) : origin.meeting ? (
              <LinkTo key="meeting" to={paths.desk.meeting(origin.meeting)}>
                {says.ofMeeting}: {origin.meeting.subject}
              </LinkTo>
            ) : (
              origin.query && says.ofQuery(origin.query.number)
            ),
          ],
        ]}
      />
      {!kept.publishedAt && <p className="mt-4 text-sm text-soft">{says.private}</p>}
    </Card>
  );
}

/** How often, and how long, by the law in force: what is not known is said to be unknown. */
function Law() {
  const { kept, rounds, most, onlineDays } = useLoaderData<typeof loader>();
  const says = useMessages().pressCorrections.page;
  const answered = rounds.filter(({ answer }) => answer).length;
  return (
    <Card title={says.law}>
      <div className="grid gap-3">
        <p>{says.ours}</p>
        {!rounds.some(({ sentAt }) => sentAt) && <p>{says.noClocks}</p>}
        <p>{most ? says.rounds(most.value, answered) : says.roundsUnknown}</p>
        {most && <RuleLine rule={most} />}
        {kept.outletKind === "online" && (
          <p>{onlineDays ? says.onlineDays(onlineDays.value) : says.onlineDaysUnknown}</p>
        )}
        {onlineDays && <RuleLine rule={onlineDays} />}
      </div>
    </Card>
  );
}

function Papers() {
  const { kept, evidence, moves } = useLoaderData<typeof loader>();
  const says = useMessages().pressCorrections.page;
  const to = useLocalised();
  const isOpen = moves.includes("add-evidence");
  return (
    <Card
      title={says.evidence}
      actions={
        isOpen && (
          <ButtonLink to={paths.desk.correctionEvidenceNew(kept)}>
            <FilePlus2 aria-hidden="true" className="size-4" />
            {says.addEvidence}
          </ButtonLink>
        )
      }
    >
      {evidence.length === 0 && <p className="text-soft">{says.noEvidence}</p>}
      <ul className="grid gap-3">
        {evidence.map((paper) => (
          <li key={paper.id} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0 wrap-anywhere">
              <a href={to(paths.desk.correctionEvidence(paper))}>{paper.name}</a>
              <span className="block text-sm text-soft">{paper.note}</span>
            </span>
            {isOpen && (
              <RemoveButton to={paths.desk.correctionEvidenceRemoval(paper)} what={paper.name}>
                {says.remove}
              </RemoveButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
