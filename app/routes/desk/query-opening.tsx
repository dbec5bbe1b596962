import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { openEarly } from "#app/domain/queries/answering.server.ts";
import { AgreedForm } from "#app/domain/queries/query-form.ts";
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
  return takeStep(request, query, { step: "opening", form: AgreedForm }, (details) =>
    openEarly(db, query, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.opening.title} · ${words.common.product}` }];
};

export default function QueryOpening() {
  const { query } = useLoaderData<typeof loader>();
  const says = useMessages().queryDesk.opening;
  const [form, fields] = useHouseForm(AgreedForm, {
    id: "opening",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      <HouseForm form={form}>
        <TextField field={fields.agreed} label={says.agreed} hint={says.agreedHint} />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
