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
import { cancelMeeting } from "#app/domain/invitations/changes.server.ts";
import { inviteesOf } from "#app/domain/invitations/invitees.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { isOver, whyNotMove } from "#app/domain/meetings/meeting.ts";
import { CancellationForm } from "#app/domain/meetings/meeting-form.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
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
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const invitees = isOver(meeting, at) ? [] : await inviteesOf(db, meeting.id);
  const barred = whyNotMove(meeting, "cancelled", at);
  const told = invitees.map(({ invitationId, name, outletName }) => ({
    id: invitationId,
    name: [name, outletName].filter(Boolean).join(", "),
  }));
  return { meeting, barred, told };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: CancellationForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { reason } = submission.value;
  const cancelled = await cancelMeeting(db, meeting, reason, { by: officer, at: now() });
  const { reasons, pages } = messagesFor(request).meetings;
  if (!cancelled.ok)
    return data(submission.reply({ formErrors: [reasons[cancelled.reason]] }), { status: 409 });
  if (cancelled.letters > 0) wake();
  const sentence = pages.cancellation.done(cancelled.letters);
  return goToSaying(request, paths.desk.meeting(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.cancellation.title} · ${words.common.product}` }];
};

export default function Cancellation() {
  const { meeting, barred, told } = useLoaderData<typeof loader>();
  const { meetings } = useMessages();
  const words = meetings.pages.cancellation;
  const [form, fields] = useHouseForm(CancellationForm, {
    id: "cancellation",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={<SpanText {...meeting} />}
      >
        {words.title}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{meetings.reasons[barred]}</Notice>
      ) : (
        <HouseForm form={form}>
          <Notice tone="warning" title={words.finally}>
            <p>{meeting.announcedAt ? words.publicly : words.onlyDraft}</p>
            <p>{told.length > 0 ? words.told(told.length) : words.nobodyTold}</p>
            {told.length > 0 && (
              <details className="mt-2">
                <summary>{words.who}</summary>
                <ul className="mt-2 list-disc ps-6 sm:columns-2">
                  {told.map(({ id, name }) => (
                    <li key={id}>{name}</li>
                  ))}
                </ul>
              </details>
            )}
          </Notice>
          <TextField
            field={fields.reason}
            label={words.reason}
            hint={told.length > 0 ? words.reasonHint : undefined}
          />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.submit(told.length)}</SendButton>
            <ButtonLink to={paths.desk.meeting(meeting)}>{words.keep}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
