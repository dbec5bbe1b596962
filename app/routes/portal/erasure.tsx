import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { dueFor } from "#app/domain/policies/due.server.ts";
import { requestOnData } from "#app/domain/portal/data-requests.server.ts";
import { requireRecord } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Explanation } from "#app/ui/countdown.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const asked = { start: now(), provinceId: own.provinceId };
  const [answer, execution] = await Promise.all([
    dueFor(db, "pdp.subject_reply", asked),
    dueFor(db, "pdp.execute", asked),
  ]);
  return { own, answer: answer ?? null, execution: execution ?? null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const language = languageOf(new URL(request.url).pathname);
  const wanted = { kind: "erasure", text: "" } as const;
  const asked = await requestOnData(db, own, wanted, { language, at: now() });
  if (!asked.ok)
    return data(
      { problem: messagesFor(request).portal.data.problems[asked.reason] },
      { status: 409 },
    );
  return goTo(request, paths.portal.data({ done: "erasure" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.data.eraseTitle} · ${words.common.product}` }];
};

export default function Erasure() {
  const { own, answer, execution } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const words = useMessages().portal.data;
  const { name: place } = useNames();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.portal.data()}>{words.title}</LinkTo>}
        lead={words.eraseLead(place(own.province))}
      >
        {words.eraseTitle}
      </PageTitle>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p className="mb-3 max-w-[70ch]">{words.eraseThen}</p>
      <p className="mb-6 max-w-[70ch]">{words.eraseStays}</p>
      {answer && (
        <Card title={words.answerDue}>
          <Explanation due={answer} />
        </Card>
      )}
      {execution && (
        <Card title={words.executionDue}>
          <Explanation due={execution} />
        </Card>
      )}
      <form method="post">
        <Button tone="danger">{words.eraseSubmit}</Button>
      </form>
    </>
  );
}
