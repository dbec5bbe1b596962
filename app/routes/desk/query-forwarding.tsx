import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { forwardQuery } from "#app/domain/queries/forwarding.server.ts";
import { neighboursOf } from "#app/domain/queries/neighbours.server.ts";
import { ForwardingForm } from "#app/domain/queries/query-form.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { useNames } from "#app/ui/area-name.ts";
import { HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  return { query: named, agencies: await neighboursOf(db, query, now()) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(request, query, { step: "forwarding", form: ForwardingForm }, (details) =>
    forwardQuery(db, query, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.forwarding.title} · ${words.common.product}` }];
};

export default function QueryForwarding() {
  const { query, agencies } = useLoaderData<typeof loader>();
  const says = useMessages().queryDesk.forwarding;
  const { name } = useNames();
  const [form, fields] = useHouseForm(ForwardingForm, {
    id: "forwarding",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      <HouseForm form={form}>
        <SelectField
          field={fields.agencyId}
          label={says.to}
          blank
          options={agencies.map((agency) => ({ value: agency.id, label: name(agency) }))}
        />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
