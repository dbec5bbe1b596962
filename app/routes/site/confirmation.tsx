import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { agencyPage } from "#app/domain/publishing/agency-page.ts";
import { confirm, findQuestion } from "#app/domain/spokespersons/confirmations.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

/** The letter's link is a key: it is kept out of histories, caches and other sites' logs. */
const PRIVATE = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "same-origin",
  "X-Robots-Tag": "noindex, nofollow",
};

export const headers = () => PRIVATE;

/** Only looks. Mail scanners follow every link of a letter, so nothing is confirmed by asking for the page. */
export async function loader({ params }: LoaderFunctionArgs) {
  const question = await findQuestion(db, params.token ?? "", now());
  if (!question) return data({ question: null }, { status: 404 });
  const { personId, confirmationId, ...shown } = question;
  return data({ question: shown });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = messagesFor(request);
  const token = params.token ?? "";
  const refuse = (problem: string, status: number) => data({ problem }, { status });
  if (!(await mayTry("publicWrite", context.address)))
    return refuse(words.common.errors[429].text, 429);
  const confirmed = await confirm(db, token, now());
  if (confirmed.ok) return goTo(request, paths.confirmation({ token }));
  const status = confirmed.reason === "unknown" ? 404 : 409;
  return refuse(words.confirmations.page.states[confirmed.reason], status);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.confirmations.page.title} · ${words.common.product}` }];
};

export default function Confirmation() {
  const { question } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { page: words } = useMessages().confirmations;
  if (question) return <Entry question={question} problem={problem} />;
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Notice tone="problem">{words.states.unknown}</Notice>
    </>
  );
}

type Question = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["question"]>;

function Entry({ question, problem }: { question: Question; problem?: string }) {
  const { confirmations, spokespersons } = useMessages();
  const { page: words, letter } = confirmations;
  const { facts, capacity } = spokespersons;
  const agency = useAgencyName()(question);
  const { name, quarter, state, fromDay, untilDay, decisionNo, decisionDay } = question;
  return (
    <>
      <PageTitle above={agency} lead={words.lead(name, confirmations.quarter(quarter))}>
        {words.title}
      </PageTitle>
      {problem && state === "open" && <Notice tone="problem">{problem}</Notice>}
      <State question={question} />
      <Card title={words.published}>
        <Facts
          facts={[
            [letter.name, <strong key="name">{name}</strong>],
            [facts.position, question.position],
            [facts.capacity, capacity[question.capacity]],
            [facts.phone, question.phone],
            [
              facts.email,
              <span key="email" className="wrap-anywhere">
                {question.email}
              </span>,
            ],
            [letter.term, `${shortDay(fromDay)} – ${untilDay ? shortDay(untilDay) : facts.noEnd}`],
            [facts.basis, facts.decision(decisionNo, shortDay(decisionDay))],
          ]}
        />
      </Card>
      {state === "open" && <Answer question={question} />}
      {state === "confirmed" && (
        <ButtonLink to={agencyPage({ id: question.agencyId, areaCode: question.areaCode })}>
          {words.publicPage}
        </ButtonLink>
      )}
    </>
  );
}

function State({ question: { state, confirmedAt } }: { question: Question }) {
  const { page: words } = useMessages().confirmations;
  if (state === "open") return null;
  if (state === "confirmed" && confirmedAt)
    return (
      <Notice tone="success" title={words.states.confirmed}>
        {words.confirmedOn} <TimeText at={confirmedAt} />
      </Notice>
    );
  return <Notice tone="warning">{words.states[state]}</Notice>;
}

function Answer({ question: { id, agencyId, name } }: { question: Question }) {
  const { page: words } = useMessages().confirmations;
  return (
    <Card title={words.question}>
      <p className="mb-4 text-soft">{words.signed(name)}</p>
      <form method="post" className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{words.submit}</Button>
        <LinkTo to={paths.wrongContact({ id: agencyId }, { entry: id })} className="py-2">
          {words.wrong}
        </LinkTo>
      </form>
    </Card>
  );
}
