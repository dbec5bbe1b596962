import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { clocksOfRequest, findRequestFor } from "#app/domain/portal/data-requests.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findRequestFor(db, officer, params.request ?? "")) ?? notFound();
  const { answer, execution } = await clocksOfRequest(db, found);
  const { answeredBy, executedBy, ...asked } = found;
  return { asked, clocks: { answer: answer ?? null, execution: execution ?? null }, at: now() };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.dataRequests} · ${words.common.product}` }];
};

export default function DataRequest() {
  const { asked, clocks, at } = useLoaderData<typeof loader>();
  const { desk: words, data } = useMessages().portal;
  const to = useLocalised();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.dataRequests()}>{words.dataRequests}</LinkTo>}
        lead={<Badge tone={asked.executedAt ? "done" : "due"}>{data.states[asked.state]}</Badge>}
      >
        {data.kinds[asked.kind]}: {asked.name}
      </PageTitle>
      <Card>
        <Facts
          facts={[
            [words.asked, <TimeText key="asked" at={asked.askedAt} />],
            [data.correctText, asked.text && <Written key="text" text={asked.text} />],
            [data.answer, asked.answer && <Written key="answer" text={asked.answer} />],
            [data.ground, asked.ground && data.grounds[asked.ground as keyof typeof data.grounds]],
          ]}
        />
      </Card>
      <div className="mb-6 flex flex-wrap gap-3">
        {asked.state === "asked" && (
          <ButtonLink tone="primary" to={paths.desk.dataAnswer(asked)}>
            {words.answerTitle}
          </ButtonLink>
        )}
        {!asked.erasedAt && (
          <ButtonLink to={paths.desk.journalist({ id: asked.journalistId })}>
            {words.toRecord}
          </ButtonLink>
        )}
      </div>
      {asked.state === "answered" && (
        <Card title={words.execute[asked.kind]}>
          <p className="mb-4 max-w-[70ch]">{words.executeLead[asked.kind]}</p>
          <Form method="post" action={to(paths.desk.dataExecution(asked))}>
            <SendButton tone={asked.kind === "erasure" ? "danger" : "primary"}>
              {words.execute[asked.kind]}
            </SendButton>
          </Form>
        </Card>
      )}
      {clocks.answer && (
        <Card title={data.answerDue}>
          <Countdown due={clocks.answer} now={at} doneAt={asked.answeredAt} />
        </Card>
      )}
      {clocks.execution && asked.state !== "refused" && (
        <Card title={data.executionDue}>
          <Countdown due={clocks.execution} now={at} doneAt={asked.executedAt} />
        </Card>
      )}
    </>
  );
}
