import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { sentenceOf } from "#app/domain/audit/sentence.ts";
import { letterOfQuery } from "#app/domain/inbound/tray.server.ts";
import { deskPage } from "#app/domain/queries/desk-page.server.ts";
import { counted, listedQuery } from "#app/domain/queries/listing.server.ts";
import { findQuerySeenBy, promisesOn } from "#app/domain/queries/queries.server.ts";
import { phaseOf } from "#app/domain/queries/query.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Contradictions } from "#app/ui/contradictions.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PressDutyCard } from "#app/ui/press-duty.tsx";
import { QueryAnswers, QueryDraft, QueryTasks } from "#app/ui/query-answering.tsx";
import { LinesNear, QueryLetters, QueryScoop } from "#app/ui/query-beside.tsx";
import { QueryPhaseBadge, ReopenedBadge, TwoClocks, UrgencyBadge } from "#app/ui/query-clocks.tsx";
import { TimeText } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const seen = (await findQuerySeenBy(db, officer, params.query ?? "")) ?? notFound();
  const { query, sight } = seen;
  const at = now();
  if (sight !== "whole") {
    const listed = counted(await listedQuery(db, query, at));
    const { title, text } = query;
    return {
      ...{ at, whole: null, listed },
      // Why an answer was promised later may tell what it is about: only the moments are for others.
      promises: (await promisesOn(db, query)).map((one) => ({ ...one, reason: "" })),
      question: sight === "question" ? { title, text } : null,
    };
  }
  const words = messagesIn(languageOf(new URL(request.url).pathname));
  const [{ deeds, ...page }, letter] = await Promise.all([
    deskPage(db, officer, query, at),
    letterOfQuery(db, query),
  ]);
  const { token, messageId, lockBy, receivedBy, ...shown } = query;
  return {
    ...{ at, listed: null, promises: page.promises, question: null },
    whole: {
      ...{ ...page, query: shown, letter: letter ?? null },
      history: deeds.map((deed) => ({ ...deed, sentence: sentenceOf(words, deed) })),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const title = data?.whole?.query.title ?? words.queries.one(data?.listed?.number ?? "");
  return [{ title: `${title} · ${words.common.product}` }];
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Whole = NonNullable<Shown["whole"]>;

export default function QueryPage() {
  const { whole, at, promises } = useLoaderData<typeof loader>();
  if (!whole) return <ClocksOnly />;
  const { query, clocks } = whole;
  return (
    <>
      <Head whole={whole} />
      <NextSteps whole={whole} />
      <TwoClocks clocks={clocks} query={query} promises={promises} now={at} />
      <Contradictions contradictions={whole.contradictions} />
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Question whole={whole} />
          <QueryDraft whole={whole} />
          <QueryAnswers whole={whole} />
          <PressDutyCard duty={whole.duty} />
          <QueryTasks whole={whole} />
        </div>
        <div className="min-w-0">
          <QueryScoop whole={whole} />
          <LinesNear whole={whole} />
          <QueryLetters whole={whole} />
          <Timeline whole={whole} />
        </div>
      </div>
    </>
  );
}

function Head({ whole: { query, phase, urgency } }: { whole: Whole }) {
  const words = useMessages().queries;
  const agencyName = useAgencyName();
  return (
    <PageTitle
      above={
        <>
          <LinkTo to={paths.desk.queries()}>{words.title}</LinkTo> · {words.one(query.number)} ·{" "}
          {agencyName(query)}
        </>
      }
      lead={
        <span className="flex flex-wrap items-center gap-2">
          <QueryPhaseBadge phase={phase} />
          <ReopenedBadge query={query} />
          {(urgency === "late" || urgency === "soon") && <UrgencyBadge urgency={urgency} />}
          {words.kinds[query.kind]}
        </span>
      }
    >
      <span className="wrap-anywhere">{query.title}</span>
    </PageTitle>
  );
}

/** What others than the unit in charge see: that there is a query, and its clocks; who assists, the question too. */
function ClocksOnly() {
  const { listed, at, promises, question } = useLoaderData<typeof loader>();
  const words = useMessages().queries;
  const agencyName = useAgencyName();
  if (!listed) return null;
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.queries({ shelf: "province" })}>{words.title}</LinkTo> ·{" "}
            {agencyName(listed)}
          </>
        }
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <QueryPhaseBadge phase={phaseOf(listed)} /> {words.kinds[listed.kind]} ·{" "}
            {words.page.received} <TimeText at={listed.receivedAt} />
          </span>
        }
      >
        {words.one(listed.number)}
      </PageTitle>
      <Notice>{question ? words.page.assisting : words.page.clocksOnly}</Notice>
      <TwoClocks clocks={listed.clocks} query={listed} promises={promises} now={at} />
      {question && (
        <Card title={words.page.question}>
          <p className="font-semibold wrap-anywhere">{question.title}</p>
          <p className="whitespace-pre-line wrap-anywhere">{question.text}</p>
        </Card>
      )}
    </>
  );
}

/** What can be done now, the next step first. */
function NextSteps({ whole }: { whole: Whole }) {
  const { query, phase, works, draft, steps, next, isSignedOff, lock } = whole;
  const { queries, queryDesk, pressCorrections } = useMessages();
  const says = queries.page;
  const to = useLocalised();
  if (phase === "received")
    return (
      <Steps label={says.next}>
        <Form method="post" action={to(paths.desk.queryTaking(query))}>
          <SendButton>{says.take}</SendButton>
        </Form>
        <ButtonLink to={paths.desk.queryForwarding(query)}>{says.forward}</ButtonLink>
        <ButtonLink to={paths.desk.queryOwner(query)}>{says.owner}</ButtonLink>
        <ButtonLink to={paths.desk.queryWithdrawal(query)}>{says.withdraw}</ButtonLink>
      </Steps>
    );
  if (!works) return null;
  return (
    <Steps label={says.next}>
      {isSignedOff ? (
        <ButtonLink tone="primary" to={paths.desk.queryAnswer(query)}>
          {says.send}
        </ButtonLink>
      ) : next ? (
        <ButtonLink tone="primary" to={paths.desk.querySignature(query)}>
          {queryDesk.signature.title}: {next.name}
        </ButtonLink>
      ) : (
        draft &&
        steps.length === 0 && (
          <ButtonLink tone="primary" to={paths.desk.querySignatures(query)}>
            {says.sign}
          </ButtonLink>
        )
      )}
      {(!lock || lock.mine) && (
        <Form method="post" action={to(paths.desk.queryLock(query))}>
          <SendButton tone={draft ? "plain" : "primary"}>
            {draft ? says.editDraft : says.draft}
          </SendButton>
        </Form>
      )}
      <ButtonLink to={paths.desk.queryHolding(query)}>{says.hold}</ButtonLink>
      <ButtonLink to={paths.desk.queryTaskNew(query)}>{says.askUnit}</ButtonLink>
      <ButtonLink to={paths.desk.queryPromise(query)}>{says.promise}</ButtonLink>
      <details className="min-w-0 basis-full">
        <summary className="w-fit py-2">{says.more}</summary>
        <div className="flex flex-wrap gap-2">
          {query.kind === "forwarded_complaint" && (
            <ButtonLink to={paths.desk.queryConclusion(query)}>{says.conclude}</ButtonLink>
          )}
          <ButtonLink to={paths.desk.queryRefusal(query)}>{says.refuse}</ButtonLink>
          <ButtonLink to={paths.desk.queryForwarding(query)}>{says.forward}</ButtonLink>
          <ButtonLink to={paths.desk.queryOwner(query)}>{says.owner}</ButtonLink>
          <ButtonLink to={paths.desk.queryWithdrawal(query)}>{says.withdraw}</ButtonLink>
          <ButtonLink to={paths.desk.correctionCaseNew({ query: query.id })}>
            {pressCorrections.open}
          </ButtonLink>
        </div>
      </details>
    </Steps>
  );
}

function Steps({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="mb-6 flex flex-wrap items-center gap-2 rounded-md border-s-4 border-accent bg-sheet p-4"
    >
      {children}
    </section>
  );
}

function Question({ whole: { query, owner, from, went, letter } }: { whole: Whole }) {
  const { queries: words, queryMail } = useMessages();
  const says = words.page;
  const { name } = useNames();
  return (
    <Card title={says.question}>
      {query.text && (
        <p className="mb-4">
          <Written text={query.text} />
        </p>
      )}
      <Facts
        facts={[
          [
            says.asker,
            [query.askerName, query.askerPosition, query.outletName].filter(Boolean).join(", "),
          ],
          [
            words.fields.email,
            query.askerEmail ? (
              <a key="mail" href={`mailto:${query.askerEmail}`} className="wrap-anywhere">
                {query.askerEmail}
              </a>
            ) : (
              says.noEmail
            ),
          ],
          [
            words.fields.phone,
            query.askerPhone && (
              <a key="tel" href={`tel:${query.askerPhone}`}>
                {query.askerPhone}
              </a>
            ),
          ],
          [says.reference, query.reference],
          [words.fields.foreign, query.foreignPress === 1 && "✓"],
          [says.inPublic, query.nameWithheld ? says.withheld : says.named],
          [says.channel, words.channels[query.channel]],
          [
            queryMail.letter.title,
            letter && (
              <LinkTo key="letter" to={paths.desk.inboundMail(letter)}>
                {queryMail.letter.see}
              </LinkTo>
            ),
          ],
          [
            queryMail.letter.sender,
            letter && queryMail.letter[letter.trust === "verified" ? "verified" : "unknown"],
          ],
          [says.received, <TimeText key="at" at={query.receivedAt} />],
          [says.arrived, query.arrivedAt && <TimeText key="arrived" at={query.arrivedAt} />],
          [says.from, from && name(from)],
          [says.to, went && `${name(went)} (${went.number})`],
          [words.fields.owner, owner ?? words.fields.nobody],
          [words.fields.unit, query.unit],
        ]}
      />
    </Card>
  );
}

function Timeline({ whole: { history } }: { whole: Whole }) {
  const says = useMessages().queries.page;
  return (
    <Card title={says.timeline}>
      <HistoryList history={history} />
    </Card>
  );
}
