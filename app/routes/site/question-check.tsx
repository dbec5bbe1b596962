import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { confirmRequest, findRequest } from "#app/domain/queries/requests.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

/** Only looks. Mail scanners follow every link of a letter, so nothing reaches the desk by asking for the page. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findRequest(db, params.token ?? "", now());
  if (!found) return data({ asked: null }, { status: 404 });
  const { state, title, kind, agencyId, agencyName, agencyNameEn, expiresAt, number } = found;
  const { queryToken } = found;
  return data({
    asked: {
      ...{ state, title, kind, agencyId, expiresAt, number, queryToken },
      agency: { name: agencyName, nameEn: agencyNameEn },
    },
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = messagesFor(request);
  const refuse = (problem: string, status: number) => data({ problem }, { status });
  if (!(await mayTry("publicWrite", context.address)))
    return refuse(words.common.errors[429].text, 429);
  const confirmed = await confirmRequest(db, params.token ?? "", now());
  if (confirmed.ok) return goTo(request, paths.asked({ token: confirmed.token }));
  const status = confirmed.reason === "unknown" ? 404 : 409;
  return refuse(words.queries.refusals[confirmed.reason], status);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.asking.check.title} · ${words.common.product}` }];
};

export default function QuestionCheck() {
  const { asked } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { queries, queryLetters, asking } = useMessages();
  const words = asking.check;
  const { name } = useNames();
  if (!asked)
    return (
      <>
        <PageTitle>{words.title}</PageTitle>
        <Notice tone="problem">{queries.refusals.unknown}</Notice>
      </>
    );
  const { state } = asked;
  return (
    <>
      <PageTitle above={name(asked.agency)} lead={state === "open" && words.lead}>
        {words.title}
      </PageTitle>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {state === "expired" && <Notice tone="warning">{queries.refusals.expired}</Notice>}
      {state === "confirmed" && (
        <Notice tone="success" title={words.done}>
          {words.doneLead(asked.number ?? "")}
        </Notice>
      )}
      <Card>
        <Facts
          facts={[
            [queries.fields.kind, queries.kinds[asked.kind]],
            [
              queries.page.question,
              <span key="title" className="wrap-anywhere">
                {asked.title}
              </span>,
            ],
            [
              queryLetters.check.until,
              state === "open" && <TimeText key="until" at={asked.expiresAt} />,
            ],
          ]}
        />
      </Card>
      {state === "open" && (
        <form method="post">
          <Button>{words.submit}</Button>
        </form>
      )}
      {state === "confirmed" && asked.queryToken && (
        <ButtonLink to={paths.asked({ token: asked.queryToken })}>{words.toPage}</ButtonLink>
      )}
      {state === "expired" && (
        <ButtonLink to={paths.ask({ id: asked.agencyId })}>{words.again}</ButtonLink>
      )}
    </>
  );
}
