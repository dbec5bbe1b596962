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
import { forwardQuery } from "#app/domain/queries/forwarding.server.ts";
import { neighboursOf } from "#app/domain/queries/neighbours.server.ts";
import { ForwardingForm } from "#app/domain/queries/query-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusedForm, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query } = await requireOwnQuery(request, params);
  const { id, number, title } = query;
  return { query: { id, number, title }, agencies: await neighboursOf(db, query, now()) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const submission = parseWithZod(await request.formData(), { schema: ForwardingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const outcome = await forwardQuery(db, query, submission.value, { by: officer, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goToSaying(request, paths.desk.query(query), messagesFor(request).queries.forwarding.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queries.forwarding.title} · ${words.common.product}` }];
};

export default function QueryForwarding() {
  const { query, agencies } = useLoaderData<typeof loader>();
  const words = useMessages().queries;
  const says = words.forwarding;
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
