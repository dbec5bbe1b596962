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
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import { findFileFor, withdrawFile } from "#app/domain/press-kit/files.server.ts";
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
  return { file: (await findFileFor(db, officer, params.file ?? "")) ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const file = (await findFileFor(db, officer, params.file ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReasonForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { reason } = submission.value;
  const withdrawn = await withdrawFile(db, file, reason, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  if (!withdrawn.ok)
    return data(submission.reply({ formErrors: [words.reasons[withdrawn.reason]] }), {
      status: 409,
    });
  return goToSaying(request, paths.desk.meetingFile(file), words.files.withdrawn(file.title));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.files.withdrawTitle} · ${words.common.product}` }];
};

export default function MeetingFileWithdrawal() {
  const { file } = useLoaderData<typeof loader>();
  const { common, meetingRooms } = useMessages();
  const words = meetingRooms.files;
  const [form, fields] = useHouseForm(ReasonForm, {
    id: "withdrawal",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meetingFile(file)}>{file.title}</LinkTo>}
        lead={words.withdrawHint}
      >
        {words.withdrawTitle}
      </PageTitle>
      {file.withdrawnAt ? (
        <Notice tone="warning">{meetingRooms.reasons.withdrawn}</Notice>
      ) : (
        <HouseForm form={form}>
          <TextField field={fields.reason} label={words.reason} hint={words.reasonHint} />
          <div className="flex flex-wrap gap-2">
            <SendButton tone="danger">{words.withdraw}</SendButton>
            <ButtonLink to={paths.desk.meetingFile(file)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
