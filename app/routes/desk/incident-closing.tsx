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
  closeIncident,
  findIncidentFor,
  initialStatementOf,
} from "#app/domain/incidents/incidents.server.ts";
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  return { incident, isAnswered: !!(await initialStatementOf(db, incident.id)) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReasonForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { reason } = submission.value;
  const closed = await closeIncident(db, incident, reason, { by: officer, at: now() });
  const words = messagesFor(request).incidents;
  if (!closed.ok) {
    const formErrors = [words.problems[closed.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.incident(incident), words.closing.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.incidents.closing.title} · ${words.common.product}` }];
};

export default function IncidentClosing() {
  const { incident, isAnswered } = useLoaderData<typeof loader>();
  const { incidents: words, common } = useMessages();
  const [form, fields] = useHouseForm(ReasonForm, {
    id: "closing",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.incident(incident)}>{incident.title}</LinkTo>}
        lead={words.closing.lead}
      >
        {words.closing.title}
      </PageTitle>
      {incident.closedAt ? (
        <Notice tone="warning">{words.problems["is-closed"]}</Notice>
      ) : (
        <HouseForm form={form}>
          {!isAnswered && <Notice tone="warning">{words.closing.unanswered}</Notice>}
          <TextField field={fields.reason} label={words.closing.reason} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.closing.submit}</SendButton>
            <ButtonLink to={paths.desk.incident(incident)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
