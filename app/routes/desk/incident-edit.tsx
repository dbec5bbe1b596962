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
import {
  formOf,
  IncidentForm,
  readIncident,
  sentencesOf,
} from "#app/domain/incidents/incident-form.ts";
import { changeIncident, findIncidentFor } from "#app/domain/incidents/incidents.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { IncidentFields } from "#app/ui/incident-fields.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  return { incident };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: IncidentForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const words = messagesFor(request);
  const read = readIncident(submission.value, now());
  if (!read.ok) {
    const fieldErrors = sentencesOf(words, read.problems);
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const outcome = await changeIncident(db, incident, read.details, { by: officer, at: now() });
  if (!outcome.ok) {
    const formErrors = [words.incidents.problems[outcome.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const { saved, unchanged } = words.incidents.form;
  return goToSaying(request, paths.desk.incident(incident), outcome.changed ? saved : unchanged);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.incidents.form.editTitle} · ${words.common.product}` }];
};

export default function IncidentEdit() {
  const { incident } = useLoaderData<typeof loader>();
  const { incidents: words, common } = useMessages();
  const [form, fields] = useHouseForm(IncidentForm, {
    id: "incident",
    lastResult: useActionData<typeof action>(),
    defaultValue: formOf(incident),
  });
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.incident(incident)}>{incident.title}</LinkTo>}>
        {words.form.editTitle}
      </PageTitle>
      {incident.closedAt ? (
        <Notice tone="warning">{words.problems["is-closed"]}</Notice>
      ) : (
        <HouseForm form={form}>
          <IncidentFields fields={fields} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.form.save}</SendButton>
            <ButtonLink to={paths.desk.incident(incident)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
