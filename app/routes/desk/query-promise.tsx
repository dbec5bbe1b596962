import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { promiseAnswer } from "#app/domain/queries/queries.server.ts";
import { momentOf, PromiseForm } from "#app/domain/queries/query-form.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { named } = await requireOwnQuery(request, params);
  return { query: named };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(request, query, { step: "promise", form: PromiseForm }, ({ reason, dueAt }) =>
    promiseAnswer(db, query, { dueAt: momentOf(dueAt), reason }, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.promise.title} · ${words.common.product}` }];
};

export default function QueryPromise() {
  const { query } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.promise;
  const [form, fields] = useHouseForm(PromiseForm, {
    id: "promise",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      <HouseForm form={form}>
        <TextField field={fields.dueAt} label={words.fields.dueAt} type="datetime-local" />
        <TextField field={fields.reason} label={words.fields.reason} />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
