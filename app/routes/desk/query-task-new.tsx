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
import { neighboursOf } from "#app/domain/queries/neighbours.server.ts";
import { momentOf, TaskForm } from "#app/domain/queries/query-form.ts";
import { askUnit } from "#app/domain/queries/tasks.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusedForm, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { HouseForm, SelectField, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { withSentences } from "#app/ui/query-fields.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  return { query: named, agencies: await neighboursOf(db, query, now()) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const submission = parseWithZod(await request.formData(), { schema: TaskForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { agencyId = null, unit = "", email = null, request: needed } = submission.value;
  const dueAt = momentOf(submission.value.dueAt);
  const asked = { agencyId, unit, email, request: needed, dueAt };
  const outcome = await askUnit(db, query, asked, { by: officer, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goToSaying(request, paths.desk.query(query), messagesFor(request).queryTasks.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryTasks.title} · ${words.common.product}` }];
};

export default function QueryTaskNew() {
  const { query, agencies } = useLoaderData<typeof loader>();
  const says = useMessages().queryTasks;
  const { name } = useNames();
  const [form, fields] = useHouseForm(TaskForm, {
    id: "task",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.newLead}>
      <HouseForm form={form}>
        <SelectField
          field={fields.agencyId}
          label={says.agency}
          blank={says.agencyNone}
          options={agencies.map((agency) => ({ value: agency.id, label: name(agency) }))}
        />
        <TextField
          field={withSentences(fields.unit, { neither: says.neither })}
          label={says.unit}
          hint={says.unitHint}
        />
        <TextField field={fields.email} label={says.email} hint={says.emailHint} type="email" />
        <TextArea field={fields.request} label={says.request} />
        <TextField field={fields.dueAt} label={says.dueAt} type="datetime-local" />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
