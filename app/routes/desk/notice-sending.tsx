import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { HOME_ZONE, localTime, now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { SendingForm, WAYS } from "#app/domain/notices/notice.ts";
import { recordSending } from "#app/domain/notices/notices.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return { meeting, now: localTime(now(), HOME_ZONE) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: SendingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { sentHow } = submission.value;
  const sentAt = readLocalTime(submission.value.sentAt, HOME_ZONE) ?? now();
  const file = await sentDocument(form.get("file"));
  const sent = await recordSending(
    ...([db, meeting, { sentAt, sentHow, file }, { by: officer, at: now() }] as const),
  );
  const words = messagesFor(request);
  if (!sent.ok) {
    const sentence = problemSentence(words, sent.reason, words.notices.problems);
    return data(submission.reply({ formErrors: [sentence] }), { status: 409 });
  }
  return goToSaying(request, paths.desk.notice(meeting), words.notices.sending.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.notices.sending.title} · ${words.common.product}` }];
};

/** The file is read apart from the form's own checks. */
const WithFile = SendingForm.extend({ file: z.unknown().optional() });

export default function NoticeSending() {
  const { meeting, now } = useLoaderData<typeof loader>();
  const { notices, common } = useMessages();
  const words = notices.sending;
  const [form, fields] = useHouseForm(WithFile, {
    id: "sending",
    lastResult: useActionData<typeof action>(),
    defaultValue: { sentAt: now, sentHow: "document_system" },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.notice(meeting)}>{notices.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <HouseForm form={form} encType="multipart/form-data">
        <TextField field={fields.sentAt} label={words.sentAt} type="datetime-local" />
        <ChoiceField
          field={fields.sentHow}
          label={words.sentHow}
          options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        />
        <DocumentField field={fields.file} label={words.file} />
        <div className="flex flex-wrap gap-2">
          <Button>{words.submit}</Button>
          <ButtonLink to={paths.desk.notice(meeting)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
