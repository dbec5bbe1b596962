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
import { assignQuery, officersOf } from "#app/domain/queries/queries.server.ts";
import { OwnerForm } from "#app/domain/queries/query-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusedForm, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query } = await requireOwnQuery(request, params);
  const { id, number, title, unit, ownerId, agencyId } = query;
  const officers = await officersOf(db, agencyId);
  return { query: { id, number, title }, officers, unit, ownerId };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const submission = parseWithZod(await request.formData(), { schema: OwnerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { unit = null, ownerId = null } = submission.value;
  const signed = { by: officer, at: now() };
  const outcome = await assignQuery(db, query, { unit, ownerId }, signed);
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goToSaying(request, paths.desk.query(query), messagesFor(request).queryDesk.owner.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.owner.title} · ${words.common.product}` }];
};

export default function QueryOwner() {
  const { query, officers, unit, ownerId } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.owner;
  const [form, fields] = useHouseForm(OwnerForm, {
    id: "owner",
    lastResult: useActionData<typeof action>(),
    defaultValue: { unit: unit ?? "", ownerId: ownerId ?? "" },
  });
  return (
    <QueryStep query={query} title={says.title}>
      <HouseForm form={form}>
        <SelectField
          field={fields.ownerId}
          label={words.fields.owner}
          blank={words.fields.nobody}
          options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField field={fields.unit} label={words.fields.unit} hint={words.fields.unitHint} />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
