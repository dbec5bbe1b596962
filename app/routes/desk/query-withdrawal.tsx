import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { withdrawQuery } from "#app/domain/queries/queries.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusalSentences, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { named } = await requireOwnQuery(request, params);
  return { query: named };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const outcome = await withdrawQuery(db, query, { by: officer, at: now() });
  if (!outcome.ok) return data({ problems: refusalSentences(request, outcome) }, { status: 409 });
  return goToSaying(
    request,
    paths.desk.query(query),
    messagesFor(request).queryDesk.withdrawal.done,
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.withdrawal.title} · ${words.common.product}` }];
};

export default function QueryWithdrawal() {
  const { query } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  const says = useMessages().queryDesk.withdrawal;
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      {problems && <Notice tone="problem">{problems.join(" ")}</Notice>}
      <Form method="post">
        <StepButtons query={query} submit={says.submit} />
      </Form>
    </QueryStep>
  );
}
