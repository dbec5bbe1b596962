import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { maySpeakOf } from "#app/domain/incidents/incident.ts";
import { IncidentForm, readIncident, sentencesOf } from "#app/domain/incidents/incident-form.ts";
import { openIncident } from "#app/domain/incidents/incidents.server.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { SendButton } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { IncidentFields } from "#app/ui/incident-fields.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

const wantedBy = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const choice = (await agencyChoiceFor(db, officer, wantedBy(request), today())) ?? notFound();
  return { ...choice, receivedAt: localTime(now()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const choice = await agencyChoiceFor(db, officer, wantedBy(request), today());
  const agency = choice?.agency ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: IncidentForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const words = messagesFor(request);
  const read = readIncident(submission.value, now());
  if (!read.ok) {
    const fieldErrors = sentencesOf(words, read.problems);
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const opened = await openIncident(db, agency, read.details, { by: officer, at: now() });
  if (!opened.ok) {
    const formErrors = [words.incidents.problems[opened.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const { clause } = read.details;
  const speaksNext = maySpeakOf({ clause }) && clause !== "7.6";
  const next = speaksNext ? paths.desk.statementNew(opened) : paths.desk.incident(opened);
  return goToSaying(request, next, words.incidents.form.opened);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.incidents.form.newTitle} · ${words.common.product}` }];
};

export default function IncidentNew() {
  const { receivedAt, ...choice } = useLoaderData<typeof loader>();
  const words = useMessages().incidents;
  const [form, fields] = useHouseForm(IncidentForm, {
    id: "incident",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "other", level: "limited", clause: "7.3", receivedAt },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.incidents()}>{words.title}</LinkTo>}
        lead={words.form.newLead}
      >
        {words.form.newTitle}
      </PageTitle>
      <AgencyChoice {...choice} agencyId={choice.agency?.id} label={words.agency} />
      {choice.agency && (
        <HouseForm form={form}>
          <IncidentFields fields={fields} />
          <div>
            <SendButton>{words.form.submit}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
