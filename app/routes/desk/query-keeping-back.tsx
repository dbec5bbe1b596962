import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import { keepBack } from "#app/domain/queries/answering.server.ts";
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
  return takeStep(request, query, { step: "keepingBack", form: ReasonForm }, (details) =>
    keepBack(db, query, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.keepingBack.title} · ${words.common.product}` }];
};

export default function QueryKeepingBack() {
  const { query } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.keepingBack;
  const [form, fields] = useHouseForm(ReasonForm, {
    id: "keepingBack",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      <HouseForm form={form}>
        <TextField field={fields.reason} label={words.fields.reason} />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
