import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { promiseAnswer } from "#app/domain/queries/queries.server.ts";
import { momentOf, PromiseForm } from "#app/domain/queries/query-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusedForm, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query } = await requireOwnQuery(request, params);
  const { id, number, title } = query;
  return { query: { id, number, title } };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const submission = parseWithZod(await request.formData(), { schema: PromiseForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { reason } = submission.value;
  const dueAt = momentOf(submission.value.dueAt);
  const outcome = await promiseAnswer(db, query, { dueAt, reason }, { by: officer, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goToSaying(request, paths.desk.query(query), messagesFor(request).queryDesk.promise.done);
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
