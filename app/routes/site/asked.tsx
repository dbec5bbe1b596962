import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { type AskedPage, askedPage } from "#app/domain/queries/asker.server.ts";
import { isPublic, phaseOf } from "#app/domain/queries/query.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { AnswerText } from "#app/ui/query-answer.tsx";
import { QueryPhaseBadge, TwoClocks } from "#app/ui/query-clocks.tsx";
import { TimeText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

/** Only looks: what the asker says about the answer goes to addresses of its own. */
export async function loader({ params }: LoaderFunctionArgs) {
  const at = now();
  const page = await askedPage(db, params.token ?? "", at);
  return page
    ? data({ page, at, isOpen: isPublic(page.query, at) })
    : data({ page: null, at, isOpen: false }, { status: 404 });
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.asking.asked.title} · ${words.common.product}` }];
};

export default function Asked() {
  const { page, at, isOpen } = useLoaderData<typeof loader>();
  const { queries, asking } = useMessages();
  const words = asking.asked;
  const agencyName = useAgencyName();
  if (!page)
    return (
      <>
        <PageTitle>{words.title}</PageTitle>
        <Notice tone="problem">{queries.refusals.unknown}</Notice>
      </>
    );
  const { query, clocks, promises } = page;
  const home = publicPage({ ...query, id: query.agencyId, kind: query.agencyKind });
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={home}>{agencyName(query)}</LinkTo> · {queries.one(query.number)}
          </>
        }
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <QueryPhaseBadge phase={phaseOf(query)} /> {queries.kinds[query.kind]}
          </span>
        }
      >
        <span className="wrap-anywhere">{query.title}</span>
      </PageTitle>
      {isOpen && (
        <Notice tone="success">
          <LinkTo to={paths.query(query)}>{words.opened}</LinkTo>
        </Notice>
      )}
      <Went went={page.went} />
      <Verdict page={page} />
      <Said page={page} />
      <TwoClocks clocks={clocks} query={query} promises={promises} now={at} />
      <Card title={queries.page.question}>
        {query.text && <p className="mb-4 whitespace-pre-line wrap-anywhere">{query.text}</p>}
        <Facts
          facts={[
            [queries.page.reference, query.reference],
            [queries.page.received, <TimeText key="at" at={query.receivedAt} />],
            [
              queries.page.inPublic,
              query.nameWithheld ? queries.page.withheld : queries.page.named,
            ],
          ]}
        />
      </Card>
      <Ways page={page} />
      <p className="text-sm text-soft">{words.secret}</p>
    </>
  );
}

function Went({ went }: Pick<AskedPage, "went">) {
  const words = useMessages().asking.asked;
  const { name } = useNames();
  if (!went) return null;
  const agency = name({ name: went.agencyName, nameEn: went.agencyNameEn });
  return (
    <Notice title={words.went(agency, went.number)}>
      {went.token && <LinkTo to={paths.asked({ token: went.token })}>{words.wentTo}</LinkTo>}
    </Notice>
  );
}

const useToken = () => ({ token: useParams().token ?? "" });

/** Answered or not: the asker says so, and only their word counts. */
function Verdict({ page: { query, moves } }: { page: AskedPage }) {
  const words = useMessages().asking.asked;
  const to = useLocalised();
  const token = useToken();
  if (query.confirmedAt)
    return (
      <Notice tone="success">
        {words.confirmed} <TimeText at={query.confirmedAt} />
      </Notice>
    );
  if (!moves.confirm && !moves.dispute)
    return query.disputedAt ? (
      <Notice>
        {words.disputed} <TimeText at={query.disputedAt} />
      </Notice>
    ) : null;
  return (
    <Card title={words.verdict}>
      <p className="mb-4 text-soft">{words.verdictLead}</p>
      <div className="flex flex-wrap items-center gap-3">
        {moves.confirm && (
          <form method="post" action={to(paths.askedConfirmation(token))}>
            <Button>{words.confirm}</Button>
          </form>
        )}
        <ButtonLink to={paths.askedDispute(token)}>{words.dispute}</ButtonLink>
      </div>
    </Card>
  );
}

function Said({ page: { answers } }: { page: AskedPage }) {
  const words = useMessages().asking.asked;
  const token = useToken();
  return (
    <Card title={words.answers}>
      {answers.length === 0 && <p className="text-soft">{words.none}</p>}
      <ol className="grid gap-6">
        {answers.map((answer) => (
          <li key={answer.id}>
            <AnswerText answer={answer} />
            <p className="mt-2">
              <a href={paths.askedPaper(token, answer)}>{words.paper}</a>
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What else the asker may do: let it be public, take it back. */
function Ways({ page: { query, moves } }: { page: AskedPage }) {
  const words = useMessages().asking.asked;
  const to = useLocalised();
  const token = useToken();
  return (
    <>
      {moves.release && query.opensAt && (
        <Card title={words.release}>
          <p className="mb-4 text-soft">{words.releaseLead(shortTime(query.opensAt))}</p>
          <form method="post" action={to(paths.askedRelease(token))}>
            <Button tone="plain">{words.release}</Button>
          </form>
        </Card>
      )}
      {moves.withdraw && (
        <Card title={words.withdraw}>
          <p className="mb-4 text-soft">{words.withdrawLead}</p>
          <form method="post" action={to(paths.askedWithdrawal(token))}>
            <Button tone="danger">{words.withdraw}</Button>
          </form>
        </Card>
      )}
    </>
  );
}
