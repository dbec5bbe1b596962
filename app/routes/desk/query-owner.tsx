import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { assignQuery, officersOf } from "#app/domain/queries/queries.server.ts";
import { OwnerForm } from "#app/domain/queries/query-form.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  const { unit, ownerId, agencyId } = query;
  const officers = await officersOf(db, agencyId);
  return { query: named, officers, unit, ownerId };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(
    request,
    query,
    { step: "owner", form: OwnerForm },
    ({ unit = null, ownerId = null }) =>
      assignQuery(db, query, { unit, ownerId }, { by: officer, at: now() }),
  );
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
